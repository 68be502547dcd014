package plans

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// save writes a plan away from the screen.
func (t *Tab) save(p tdkt.Plan) error {
	_, err := t.desk.App.SavePlan(context.WithoutCancel(t.desk.Ctx), p)
	return err
}

// change writes the plan with other sections.
func (t *Tab) change(sections []tdkt.Section) {
	p := t.plan
	p.Sections = sections
	t.desk.Do(func(context.Context) error { return t.save(p) }, nil)
}

// place is where the section chosen stands; false when none is chosen.
func (t *Tab) place() (plantext.Place, bool) {
	if t.at < len(t.parts) && len(t.parts[t.at].at) > 0 {
		return t.parts[t.at].at, true
	}
	t.desk.UI.Notice(textPickPart)
	return nil, false
}

// headForm asks for what stands before and after the sections.
type headForm struct {
	kind                         *kit.Select
	title, number, symbol, place *kit.TextField
	superior, issuer             *kit.TextField
	preamble, end, recipients    *kit.TextField
	authority, role, signer      *kit.TextField
	date                         *kit.DateField
}

func newHeadForm(p tdkt.Plan) *headForm {
	f := &headForm{
		kind: kit.NewSelect([]string{wordYearly, wordThemed}, nil), title: kit.NewTextField(p.Title), number: kit.NewTextField(p.Number),
		symbol: kit.NewTextField(p.Symbol), place: kit.NewTextField(p.Place), superior: kit.NewTextField(p.Superior),
		issuer: kit.NewTextField(p.Issuer), preamble: area(p.Preamble, 3), end: area(strings.Split(p.Closing, "\n"), 2),
		recipients: area(p.Recipients, 4), authority: kit.NewTextField(p.Authority), role: kit.NewTextField(p.SignerRole),
		signer: kit.NewTextField(p.Signer), date: kit.NewDateField(p.Date),
	}
	f.kind.Choose(wordYearly)
	if p.Kind == plantext.Themed {
		f.kind.Choose(wordThemed)
	}
	return f
}

func area(lines []string, height int) *kit.TextField {
	return kit.NewAreaField(strings.Join(lines, "\n"), height)
}

// linesOf are the paragraphs typed into an area.
func linesOf(f *kit.TextField) []string {
	var out []string
	for l := range strings.Lines(f.Value()) {
		if l = tdkt.Clean(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func (f *headForm) form() *kit.Form {
	return kit.NewForm(
		kit.FormItem{Label: wordKind, Field: f.kind, Must: true},
		kit.FormItem{Label: wordTitle, Field: f.title, Must: true},
		kit.FormItem{Label: wordNumber, Field: f.number},
		kit.FormItem{Label: wordSymbol, Field: f.symbol},
		kit.FormItem{Label: wordDate, Field: f.date, Hint: hintDate},
		kit.FormItem{Label: wordPlace, Field: f.place},
		kit.FormItem{Label: wordSuperior, Field: f.superior},
		kit.FormItem{Label: wordIssuer, Field: f.issuer},
		kit.FormItem{Label: wordPreamble, Field: f.preamble, Hint: hintLines},
		kit.FormItem{Label: wordEnd, Field: f.end},
		kit.FormItem{Label: wordTo, Field: f.recipients, Hint: hintLines},
		kit.FormItem{Label: wordAuthority, Field: f.authority},
		kit.FormItem{Label: wordRole, Field: f.role},
		kit.FormItem{Label: wordSigner, Field: f.signer},
	)
}

// onto lays what was typed over a plan.
func (f *headForm) onto(p tdkt.Plan) tdkt.Plan {
	p.Kind = plantext.Yearly
	if f.kind.Selected == wordThemed {
		p.Kind = plantext.Themed
	}
	p.Title, p.Number, p.Symbol, p.Place = f.title.Value(), f.number.Value(), f.symbol.Value(), f.place.Value()
	p.Superior, p.Issuer, p.Preamble = f.superior.Value(), f.issuer.Value(), linesOf(f.preamble)
	p.Closing, p.Recipients = strings.Join(linesOf(f.end), "\n"), linesOf(f.recipients)
	p.Authority, p.SignerRole, p.Signer = f.authority.Value(), f.role.Value(), f.signer.Value()
	if d := f.date.Day(); d != p.Date {
		p.Date, p.DateText = d, plantext.DateText(d, p.Year)
	}
	return p
}

// editHead opens the form of what stands around the sections of a plan.
func (t *Tab) editHead() { t.headOf(t.plan, wordHead) }

func (t *Tab) headOf(p tdkt.Plan, title string) {
	f := newHeadForm(p)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: title, Form: f.form(), Size: fyne.NewSize(760, 520),
		Save: func() func() error {
			changed := f.onto(p)
			return func() error { return t.save(changed) }
		},
	})
}

// sectionForm asks for one section's own words.
type sectionForm struct{ mark, heading, body *kit.TextField }

func newSectionForm(s tdkt.Section) *sectionForm {
	return &sectionForm{mark: kit.NewTextField(s.Mark), heading: kit.NewTextField(s.Heading), body: area(s.Body, 8)}
}

func (f *sectionForm) items() []kit.FormItem {
	return []kit.FormItem{
		{Label: wordMark, Field: f.mark, Hint: hintMark},
		{Label: wordHeading, Field: f.heading, Hint: hintHeading},
		{Label: wordBody, Field: f.body, Hint: hintLines},
	}
}

// onto lays what was typed over a section, keeping what stands below it.
func (f *sectionForm) onto(s tdkt.Section) tdkt.Section {
	s.Mark, s.Heading, s.Body = f.mark.Value(), f.heading.Value(), linesOf(f.body)
	return s
}

func (t *Tab) editSection() {
	at, ok := t.place()
	if !ok {
		return
	}
	p := t.plan
	s, _ := plantext.Get(p.Sections, at)
	f := newSectionForm(s)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: sectionTitle(s), Form: kit.NewForm(f.items()...), Size: fyne.NewSize(760, 420),
		Save: func() func() error {
			p.Sections = plantext.Set(t.plan.Sections, at, f.onto(s))
			return func() error { return t.save(p) }
		},
	})
}

// addSection asks for a new section after the one chosen or inside it; in a plan
// without sections it becomes the first.
func (t *Tab) addSection() {
	at, p := plantext.Place(nil), t.plan
	if t.at < len(t.parts) {
		at = t.parts[t.at].at
	}
	where := kit.NewSelect([]string{wordAfter, wordInside}, nil)
	f := newSectionForm(tdkt.Section{Mark: plantext.NextMark(siblings(p.Sections, at))})
	where.OnChanged = func(string) {
		list := siblings(p.Sections, at)
		if s, ok := plantext.Get(p.Sections, at); ok && where.Selected == wordInside {
			list = s.Children
		}
		f.mark.SetText(plantext.NextMark(list))
	}
	where.Choose(wordAfter)
	items := f.items()
	if len(at) > 0 {
		items = slices.Insert(items, 0, kit.FormItem{Label: wordWhereTo, Field: where, Must: true})
	}
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordAddSection, Form: kit.NewForm(items...), Size: fyne.NewSize(760, 460),
		Save: func() func() error {
			p.Sections = plantext.Insert(t.plan.Sections, newPlace(t.plan.Sections, at, where.Selected == wordInside), f.onto(tdkt.Section{}))
			return func() error { return t.save(p) }
		},
	})
}

// siblings are the sections beside a place: those at the top where there is none.
func siblings(list []tdkt.Section, at plantext.Place) []tdkt.Section {
	if len(at) < 2 {
		return list
	}
	s, _ := plantext.Get(list, at[:len(at)-1])
	return s.Children
}

// newPlace is where a new section goes: the end of the list where nothing is chosen.
func newPlace(list []tdkt.Section, at plantext.Place, inside bool) plantext.Place {
	if len(at) == 0 {
		return plantext.Place{len(list)}
	}
	if inside {
		s, _ := plantext.Get(list, at)
		return append(slices.Clone(at), len(s.Children))
	}
	next := slices.Clone(at)
	next[len(next)-1]++
	return next
}

func (t *Tab) removeSection() {
	at, ok := t.place()
	if !ok {
		return
	}
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textDropAsk, t.parts[t.at].title), wordRemove, func() {
		t.change(plantext.Remove(t.plan.Sections, at))
	})
}

// moveSection changes the section chosen with the sibling before or after it.
func (t *Tab) moveSection(by int) {
	at, ok := t.place()
	if !ok {
		return
	}
	upper := slices.Clone(at)
	if by < 0 {
		upper[len(upper)-1]--
	}
	if last := upper[len(upper)-1]; last < 0 || last+1 >= len(siblings(t.plan.Sections, at)) {
		return
	}
	target := slices.Clone(at)
	target[len(target)-1] += by
	sections := plantext.Swap(t.plan.Sections, upper)
	p := t.plan
	p.Sections = sections
	t.desk.Do(func(context.Context) error { return t.save(p) }, func() { t.selectPlace(target) })
}

// selectPlace chooses the line of a section.
func (t *Tab) selectPlace(at plantext.Place) {
	for i, p := range t.parts {
		if slices.Equal(p.at, at) {
			t.outline.SelectKey(t.parts[i].key())
		}
	}
}

func (t *Tab) dropPlan() {
	p := t.plan
	t.desk.UI.ConfirmDanger(wordDrop, fmt.Sprintf(textDropPlan, p.Title), wordDrop, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemovePlan(ctx, p) }, nil)
	})
}
