package forms

import (
	"archive/zip"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/dossier"
	"tdkt/internal/paper"
)

const fontName = "Times New Roman"

// book is one workbook being written.
type book struct {
	*dossier.Submission
	ctx    context.Context // of the one call of writeBook that made it
	file   *excelize.File
	styles map[look]int
	ruler  *ruler
	spans  map[string]span // rows that charts of later sheets draw
	sheets int
	paged  *[]paper.Sheet // the sheets as pages, where no workbook is made
	whole  []written      // every file of the folder, for its index
}

// look is how a cell is drawn; equal looks share one style of the workbook.
type look struct {
	size         float64
	bold, italic bool
	across, down string // alignment: left, center, right; top, center
	wrap, box    bool
	indent       int    // from the side the text stands at
	turn         int    // degrees the text is turned by, 0 or 90
	format       string // number format, "" general
	fill         string // RRGGBB, "" none
}

// writeBook writes a workbook of the given sheets to a path that is not yet in use.
func writeBook(ctx context.Context, path string, s *dossier.Submission, parts []part) error {
	return makeBook(ctx, path, s, nil, parts, func(b *book) error { return b.save(path) })
}

// makeBook makes a workbook of the given sheets for a path and gives it to save.
func makeBook(ctx context.Context, path string, s *dossier.Submission, whole []written, parts []part, save func(*book) error) (err error) {
	b := &book{Submission: s, whole: whole, ctx: ctx, file: excelize.NewFile(), styles: map[look]int{}, spans: map[string]span{}, ruler: newRuler()}
	defer func() {
		if cerr := b.file.Close(); err == nil && cerr != nil {
			err = fmt.Errorf("forms: close %s: %w", path, cerr)
		}
	}()
	if err := b.prepare(); err != nil {
		return fmt.Errorf("forms: prepare %s: %w", path, err)
	}
	for _, add := range parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := add(b); err != nil {
			return err
		}
	}
	b.file.ZipWriter = quickZip
	return save(b)
}

// prepare sets what holds for the whole workbook.
func (b *book) prepare() error {
	if err := b.file.SetDefaultFont(fontName); err != nil {
		return err
	}
	// Column widths count digits of this font. At 10.5 points a digit of Times New
	// Roman is 7 pixels exactly, so Excel and LibreOffice agree on every width.
	if fonts := b.file.Styles.Fonts; fonts != nil && len(fonts.Font) > 0 && fonts.Font[0].Sz != nil {
		size := 10.5
		fonts.Font[0].Sz.Val = &size
	}
	yes := true
	if err := b.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &yes}); err != nil {
		return err
	}
	day := b.Today.ISO() + "T00:00:00Z"
	return b.file.SetDocProps(&excelize.DocProperties{
		Creator: "Sổ Thi đua", LastModifiedBy: "Sổ Thi đua", Created: day, Modified: day, Language: "vi-VN",
		Title: fmt.Sprintf("Hồ sơ thi đua, khen thưởng năm %d", b.Year), Subject: b.Org.Name,
	})
}

// quickZip packs with the fastest level: half the time of the usual one, for files
// that are small anyway.
func quickZip(w io.Writer) excelize.ZipWriter {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		z, used := packers.Get().(*flate.Writer)
		if !used {
			fresh, err := flate.NewWriter(out, flate.BestSpeed)
			return packer{fresh}, err
		}
		z.Reset(out)
		return packer{z}, nil
	})
	return z
}

// packers are writers that packed a part already: making one costs more than packing the
// small parts of a workbook.
var packers sync.Pool

// packer goes back among the packers when its part is whole.
type packer struct{ *flate.Writer }

// Close ends the part.
func (p packer) Close() error {
	err := p.Writer.Close()
	packers.Put(p.Writer)
	return err
}

// save writes the file and forces it to the disk.
func (b *book) save(path string) error {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644) //nolint:gosec // as any document
	if err != nil {
		return fileError(path, err)
	}
	_, werr := b.file.WriteTo(out)
	if werr == nil {
		werr = out.Sync()
	}
	if cerr := out.Close(); werr == nil {
		werr = cerr
	}
	if werr != nil {
		return fileError(path, werr)
	}
	return nil
}

// style is the workbook's number for a look.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	if b.file == nil {
		return 0, nil
	}
	style := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: l.size, Bold: l.bold, Italic: l.italic, Color: "000000"},
		Alignment: &excelize.Alignment{Horizontal: l.across, Vertical: l.down, WrapText: l.wrap, Indent: l.indent, TextRotation: l.turn},
	}
	if l.box {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	if l.fill != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	id, err := b.file.NewStyle(style)
	if err != nil {
		return 0, fmt.Errorf("forms: style: %w", err)
	}
	b.styles[l] = id
	return id, nil
}
