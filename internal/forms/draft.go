package forms

import (
	_ "embed"

	"github.com/xuri/excelize/v2"
)

// draftPicture is DỰ THẢO across a page, drawn behind the cells.
//
//go:embed draft.png
var draftPicture []byte

// pageHeader is the page number in the middle of the top margin from page 2 on.
const pageHeader = `&C&"` + fontName + `,Regular"&13&P`

// draftHeader says DỰ THẢO in the top margin, for programs that draw no pictures there,
// and holds the picture.
const draftHeader = `&L&"` + fontName + `,Bold"&24&KC00000` + draftMark

// setHeader sets what stands in the top margin of a sheet's pages; those of a draft say
// that they are one.
func (b *book) setHeader(s *sheet) error {
	o := excelize.HeaderFooterOptions{DifferentFirst: true, OddHeader: pageHeader}
	if b.Draft {
		o.OddHeader, o.FirstHeader = draftHeader+pageHeader+"&R&G", draftHeader+"&R&G"
	}
	if err := b.file.SetHeaderFooter(s.name, &o); err != nil || !b.Draft {
		return err
	}
	side := "440pt"
	if s.landscape {
		side = "400pt"
	}
	return b.file.AddHeaderFooterImage(s.name, &excelize.HeaderFooterImageOptions{
		Position: excelize.HeaderFooterImagePositionRight, File: draftPicture, FirstPage: true, Extension: ".png", Width: side, Height: side,
	})
}
