// Package leader is the page a director reads: figures, what needs a word, what was put
// forward, what changed since the package before, what the folder for the province lacks. On
// each line he agrees, disagrees or asks back; nothing else is changed here.
package leader

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// The views of the page, in order.
const (
	atAsked = iota
	atNamed
	atChanged
	atReady
	views
)

// Page is the page Đọc nhanh.
type Page struct {
	desk    *desk.Desk
	opened  func(path string)
	head    *kit.Head
	tiles   *fyne.Container
	views   *fyne.Container // the words of the views, made anew with their counts
	at      int
	sum     *kit.Para
	said    fyne.CanvasObject // the sum with its room
	lines   *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject

	brief reports.Briefing
	most  int // lines shown
	asked int // how often the page was asked for
}

var _ desk.Tab = (*Page)(nil)

// New makes the page; opened shows a file the program wrote.
func New(d *desk.Desk, opened func(path string)) *Page {
	p := &Page{desk: d, opened: opened, tiles: container.NewGridWithColumns(tilesAcross), views: container.NewHBox(), most: pageOf}
	p.head = d.UI.NewHead(kit.HeadSpec{
		Title: wordPage, Extra: kit.NewButton(wordWhyNot, p.whyNot), Main: kit.NewButton(wordPrint, p.print).Primary(),
	})
	p.sum = kit.NewPara("", kit.Body, kit.Quiet, false)
	p.lines = kit.Flow(0)
	p.scroll = container.NewVScroll(p.lines)
	p.said = kit.Padded(p.sum)
	top := container.NewVBox(p.head.Object(), kit.Padded(p.tiles), kit.Padded(p.views), p.said)
	p.content = container.NewBorder(top, nil, nil, nil, kit.Padded(kit.Card(p.scroll)))
	return p
}

const (
	tilesAcross = 5
	pageOf      = 60 // lines at a time: more are a click away
)

// Name is the word of the page.
func (p *Page) Name() string { return wordPage }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Shortcuts has none of its own.
func (p *Page) Shortcuts() kit.Shortcuts { return kit.Shortcuts{} }

// Goto has nothing to show of one subject.
func (p *Page) Goto(desk.Place) {}

// Refresh gathers the page again, away from the screen; the line read stays where it is.
func (p *Page) Refresh() {
	year := p.desk.Year()
	p.asked++
	asked := p.asked
	p.desk.UI.Do(func() func() {
		b, err := reports.BriefingOf(p.desk.Ctx, p.desk.App, year)
		return func() {
			switch {
			case asked != p.asked || p.desk.Ctx.Err() != nil:
			case err != nil:
				p.desk.UI.ShowError(err)
			default:
				p.show(b)
			}
		}
	})
}

func (p *Page) show(b reports.Briefing) {
	p.brief = b
	p.head.SetTitle(b.Headline)
	p.head.SetChips()
	if b.Since != "" {
		p.head.SetChips(kit.NewChip(fmt.Sprintf(wordSince, b.Since), kit.WaitTone, func() { p.turn(atChanged) }))
	}
	p.tiles.RemoveAll()
	for _, t := range b.Tiles {
		p.tiles.Add(p.tile(t))
	}
	words := []string{wordAsked, wordNamed, wordChanged, wordReady}
	for i := range words {
		words[i] = fmt.Sprintf(words[i], len(p.linesOf(i)))
	}
	seg := kit.NewSegments(words, p.turn)
	seg.Set(p.at)
	p.views.Objects = []fyne.CanvasObject{seg}
	p.draw()
}

func (p *Page) tile(t reports.Tile) fyne.CanvasObject {
	tone := kit.Plain
	switch {
	case t.Bad:
		tone = kit.BadTone
	case t.Good:
		tone = kit.GoodTone
	}
	return kit.NewTile(t.Figure, t.Label, tone, func() {
		switch t.At {
		case reports.AtDossiers:
			p.turn(atReady)
		case reports.AtCouncil:
			p.turn(atNamed)
		default:
			to := desk.PlaceOfSpot(t.At)
			to.Subject, to.Title = t.Subject, t.Title
			p.desk.Open(to)
		}
	})
}

func (p *Page) linesOf(view int) []reports.BriefLine {
	return [views][]reports.BriefLine{p.brief.Asked, p.brief.Named, p.brief.Changed, p.brief.Ready}[view]
}

// turn shows another view from its top.
func (p *Page) turn(view int) {
	p.at, p.most = view, pageOf
	p.show(p.brief)
	p.scroll.ScrollToTop()
}

// draw shows the lines of the view.
func (p *Page) draw() {
	list := p.linesOf(p.at)
	p.sum.SetText(p.sumOf())
	p.said.Hide()
	if p.sumOf() != "" {
		p.said.Show()
	}
	p.lines.RemoveAll()
	if len(list) == 0 {
		p.lines.Add(kit.Padded(kit.NewPara(textNothing, kit.Body, kit.Quiet, false)))
	} else {
		p.lines.Add(heading())
	}
	for i, l := range list {
		if i == p.most {
			p.lines.Add(kit.Padded(kit.NewButton(fmt.Sprintf(wordMore, len(list)-i), func() {
				p.most += pageOf
				p.draw()
			})))
			break
		}
		p.lines.Add(kit.NewRule())
		p.lines.Add(p.line(l))
	}
	p.content.Refresh()
}

func (p *Page) sumOf() string {
	switch {
	case p.at == atReady:
		return p.brief.Folder
	case p.at == atChanged && p.brief.Since == "":
		return textNoBefore
	case p.at == atChanged:
		return p.brief.Sum
	}
	return ""
}

// print writes the page as one sheet and opens it.
func (p *Page) print() {
	d, year := p.desk, p.desk.Year()
	desk.Print(d, desk.PrintSpec{
		Title: wordPrint, Name: fmt.Sprintf(filePrint, year), Busy: wordPrinted,
		Write: func(ctx context.Context, path string) error { return papers.ExportBriefing(ctx, d.App, year, path) },
		Done: func(path string) {
			d.UI.Noticef(textWritten, path)
			p.opened(path)
		},
	})
}
