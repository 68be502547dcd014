package kit

import (
	"bytes"
	"image/png"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
)

// ReadPage is a text to read, in Markdown, and a picture in PNG that stands below its title;
// none where there is no picture.
type ReadPage struct {
	Title, Text string
	Picture     []byte
}

// ReadSpec describes a box with pages to read.
type ReadSpec struct {
	Title string
	Hint  string // in the empty field that searches them
	Pages []ReadPage
	At    int // the page shown first
}

// Read opens pages to read: a field that finds those which hold every word typed,
// their list, and the text of the one marked. Esc closes.
func (u *UI) Read(s ReadSpec) {
	r := &reader{ReadSpec: s, head: widget.NewRichText(), text: widget.NewRichText(), picture: container.NewStack()}
	r.head.Wrapping, r.text.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
	r.scroll = container.NewVScroll(Flow(0, r.head, r.picture, r.text))
	r.entry = NewEntry()
	r.entry.SetPlaceHolder(s.Hint)
	r.entry.OnChanged = r.search
	r.entry.OnKey = r.key
	for _, p := range s.Pages {
		r.folded = append(r.folded, tdkt.Fold(p.Title+" "+p.Text))
	}
	r.list = newPickList(func() int { return len(r.shown) }, func(i int) pickRow { return pickRow{words: s.Pages[r.shown[i]].Title} }, r.show)
	r.search("")
	split := container.NewHSplit(container.NewBorder(r.entry, nil, nil, nil, r.list), container.NewPadded(r.scroll))
	split.Offset = 0.3
	u.Dialog(DialogSpec{Title: s.Title, Focus: r.entry, Content: split, Size: fyne.NewSize(readerWidth, readerHeight)})
	r.list.mark(s.At) // once the list has its size: it scrolls there
	r.show()
}

const (
	readerWidth  = 1040
	readerHeight = 580
)

// reader is an open box of pages.
type reader struct {
	ReadSpec
	entry   *Entry
	list    *pickList
	head    *widget.RichText // the title
	picture *fyne.Container
	text    *widget.RichText
	scroll  *container.Scroll
	folded  []string // each page as searched
	shown   []int    // pages that hold what was typed
}

// search lists the pages that hold every word typed and shows the first: one whose
// title holds them, where there is one.
func (r *reader) search(typed string) {
	words := strings.Fields(tdkt.Fold(typed))
	holds := func(text string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	}
	r.shown = r.shown[:0]
	first := -1
	for i, text := range r.folded {
		if !holds(text) {
			continue
		}
		if first < 0 && holds(tdkt.Fold(r.Pages[i].Title)) {
			first = len(r.shown)
		}
		r.shown = append(r.shown, i)
	}
	r.list.mark(first)
	r.show()
}

// key moves from page to page, or scrolls the text.
func (r *reader) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyPageDown:
		r.scroll.ScrollToOffset(r.scroll.Offset.AddXY(0, r.scroll.Size().Height*0.9))
	case fyne.KeyPageUp:
		r.scroll.ScrollToOffset(r.scroll.Offset.SubtractXY(0, r.scroll.Size().Height*0.9))
	default:
		if !r.list.key(name) {
			return false
		}
		r.show()
	}
	return true
}

// show shows the marked page from its top.
func (r *reader) show() {
	page := ReadPage{Text: wordNoPage}
	if r.list.at < len(r.shown) {
		page = r.Pages[r.shown[r.list.at]]
	}
	head, text, _ := strings.Cut(page.Text, "\n")
	r.head.ParseMarkdown(head)
	r.text.ParseMarkdown(text)
	r.picture.RemoveAll()
	if len(page.Picture) > 0 {
		r.picture.Add(pictureOf(page))
	}
	r.scroll.Content.Refresh()
	r.list.Refresh()
	r.scroll.ScrollToTop()
}

// pictureOf is a page's picture, as wide as there is room in the box.
func pictureOf(page ReadPage) fyne.CanvasObject {
	const share = 0.62 // of the box is the text's
	picture := canvas.NewImageFromResource(fyne.NewStaticResource(page.Title+".png", page.Picture))
	picture.FillMode, picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	wide := float32(readerWidth) * share
	tall := wide * 0.54
	if size, err := png.DecodeConfig(bytes.NewReader(page.Picture)); err == nil && size.Width > 0 {
		tall = wide * float32(size.Height) / float32(size.Width)
	}
	picture.SetMinSize(fyne.NewSize(wide, tall))
	return picture
}
