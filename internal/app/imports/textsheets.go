package imports

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// personPart marks a plain fact of a person among the parts of a sheet of texts.
const personPart = "person:"

// WriteTextSheets writes a sheet for each room that has a case in a round, to be filled with
// what the reports of its people and its own papers say, and returns their paths.
func WriteTextSheets(ctx context.Context, a *app.App, r tdkt.Round, dir string) ([]string, error) {
	s, err := papers.SubmissionOf(ctx, a, r)
	if err != nil {
		return nil, err
	}
	var out []string
	for i, room := range papers.RoomsIn(a, s, papers.Document{Info: letters.Info{Kind: letters.RoomMinutes}}) {
		path := filepath.Join(dir, fmt.Sprintf("%02d. Nội dung báo cáo %d - %s.xlsx", i+1, r.Year, papers.FileName(room.Unit.Name)))
		if err := a.Books.WriteTextSheet(ctx, path, textSheet(a, s, room)); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	if len(out) == 0 {
		return nil, tdkt.Errorf(tdkt.NotFound, "Đợt “%s” chưa có đề nghị nào của các phòng nên không có phiếu. Hãy lập đề nghị trước.", r.Title())
	}
	return out, nil
}

// textSheet is the sheet of a room: of each case what its report says and the room's vote,
// then the room's own texts.
func textSheet(a *app.App, s *dossier.Submission, room dossier.Room) *tdkt.TextSheet {
	v := a.View()
	out := &tdkt.TextSheet{Org: s.Org.Name, Year: s.Year, Round: s.Round.ID, Unit: room.Unit.ID, Name: room.Unit.Name}
	seen := map[tdkt.Subject]bool{}
	for _, c := range room.Cases {
		if !seen[c.Subject] {
			seen[c.Subject] = true
			out.Lines = append(out.Lines, subjectLines(a, s, room, c.Who)...)
		}
	}
	unit := tdkt.UnitSubject(room.Unit.ID)
	for _, key := range []letters.Kind{letters.RoomMinutes, letters.Pledge} {
		if layout := v.Rules.PaperLayout(string(key)); layout != nil {
			head := tdkt.TextLine{Subject: unit, Code: room.Unit.Code, Name: room.Unit.Name, For: layout.Name}
			out.Lines = append(out.Lines, textLines(head, v.Drafts(layout.Written(), s.Round, unit))...)
		}
	}
	return out
}

// textLines are drafts as lines of a sheet.
func textLines(head tdkt.TextLine, list []view.PassageDraft) []tdkt.TextLine {
	var out []tdkt.TextLine
	for _, d := range list {
		l := head
		l.Part, l.Heading, l.Last, l.Text = d.Key, d.Heading, d.Last, d.Text
		out = append(out, l)
	}
	return out
}

// subjectLines are the facts and texts that one subject's reports ask for, each once, and the
// room's vote.
func subjectLines(a *app.App, s *dossier.Submission, room dossier.Room, w dossier.Who) []tdkt.TextLine {
	v := a.View()
	var parts []law.ReportPart
	var facts, titles []string
	add := func(p law.ReportPart) {
		if !slices.ContainsFunc(parts, func(o law.ReportPart) bool { return o.Key == p.Key }) {
			parts = append(parts, p)
		}
	}
	for _, c := range room.Cases {
		if c.Subject != w.Subject {
			continue
		}
		titles = append(titles, c.Title.Short)
		if r := papers.ReportIn(a, s, w.Subject, c.Title.Code); r.Form != nil {
			for _, p := range r.Form.Layout.Written() {
				add(p)
			}
			facts = append(facts, r.Form.Layout.Facts...)
		}
	}
	if layout := v.Rules.PaperLayout(string(letters.RoomMinutes)); layout != nil {
		if votes, ok := v.Rules.ReportPart(layout.Votes); ok {
			add(votes)
		}
	}
	head := tdkt.TextLine{Subject: w.Subject, Code: w.Code, Name: w.Name, For: strings.Join(titles, ", ")}
	var out []tdkt.TextLine
	person, _ := v.Facts.Person(w.Subject.ID)
	for _, t := range tdkt.PersonTexts() {
		if slices.Contains(facts, t.Key) && w.Subject.Kind == tdkt.APerson {
			l := head
			l.Part, l.Heading, l.Text = personPart+t.Key, dossier.Sentence(t.Words), *t.Of(&person)
			out = append(out, l)
		}
	}
	return append(out, textLines(head, v.Drafts(parts, s.Round, w.Subject))...)
}

// isTextSheet says whether a file that came back is a sheet of texts, by the end of its name.
func isTextSheet(path string) bool { return strings.EqualFold(filepath.Ext(path), ".xlsx") }

// readTextSheet weighs a sheet of texts that came back: a sheet with a wrong line is refused
// with every such line.
func readTextSheet(ctx context.Context, a *app.App, r *view.ReportReturn, seen map[string]string) error {
	v := a.View()
	s, err := a.Books.ReadTextSheet(ctx, r.Path)
	if err != nil {
		return err
	}
	unit, ok := v.Facts.Unit(s.Unit)
	round := v.RoundOf(s.Year, s.Round)
	if !ok || round.ID != s.Round {
		return tdkt.Errorf(tdkt.NotFound, "Phiếu “%s” thuộc một đơn vị hoặc một đợt không có trong sổ này. Hãy kiểm tra xem phiếu có được xuất từ sổ này không.", s.File)
	}
	r.Year, r.Subject, r.Name = s.Year, tdkt.UnitSubject(unit.ID), unit.Name
	if err := v.Unlocked(s.Year); err != nil {
		return err
	}
	w := textWeighing{v: v, r: r, round: round, seen: seen, people: map[tdkt.ID]tdkt.Person{}}
	bad := &tdkt.Error{Kind: tdkt.Invalid}
	for _, l := range s.Lines {
		if err := w.line(s.File, l); err != nil {
			bad.Problems = append(bad.Problems, tdkt.Problem{Sheet: tdkt.SheetTexts, Cell: fmt.Sprintf("dòng %d", l.Line), Text: tdkt.Sentence(err, nil)})
		}
	}
	if len(bad.Problems) > 0 {
		r.Changed, r.Put = nil, nil
		bad.Text = fmt.Sprintf("Phiếu “%s” có %d dòng sai nên chưa nhận: %s Hãy sửa rồi nhận lại.", s.File, len(bad.Problems), bad.Problems[0].Cell+": "+bad.Problems[0].Text)
		return bad
	}
	for _, p := range w.people {
		r.Put = append(r.Put, p)
	}
	return nil
}

// textWeighing holds the lines of a sheet against the data.
type textWeighing struct {
	v      *view.View
	r      *view.ReportReturn
	round  tdkt.Round
	seen   map[string]string // in which file a text stood first
	people map[tdkt.ID]tdkt.Person
}

// line takes one text, or says why it cannot be taken. An empty one takes nothing away.
func (w *textWeighing) line(file string, l tdkt.TextLine) error {
	name := w.v.Facts.NameOf(l.Subject)
	switch {
	case l.Subject.ID == "" || name == "":
		return tdkt.Errorf(tdkt.Invalid, "“%s” không có khóa trong sổ: phiếu không nhận dòng thêm. Hãy xóa dòng này hoặc xuất phiếu mới.", cmp.Or(l.Name, l.Code, l.Text))
	case tdkt.NameForm(l.Name) != tdkt.NameForm(name):
		return tdkt.Errorf(tdkt.Invalid, "Dòng này là của %s nhưng ghi “%s”: tên hoặc thứ tự dòng đã bị đổi. Hãy trả tên về đúng dòng.", name, l.Name)
	}
	key := view.KeyOf(w.round.Year, w.round.ID, view.SubjectKey(l.Subject), l.Part)
	text := view.CleanText(l.Text)
	if app.OnlyDots(text) {
		return nil
	}
	before, err := w.put(l, text, w.seen[key])
	if err != nil || before == nil {
		return err
	}
	w.seen[key] = file
	w.r.Changed = append(w.r.Changed, view.PassageChange{Heading: name + ": " + dossier.Clause(l.Heading), Before: *before, After: text})
	return nil
}

// put takes a text and returns what stood there before; nil where nothing changes.
func (w *textWeighing) put(l tdkt.TextLine, text, other string) (before *string, err error) {
	if fact, is := strings.CutPrefix(l.Part, personPart); is {
		return w.fact(l.Subject, fact, text)
	}
	part, ok := w.v.Rules.ReportPart(l.Part)
	if !ok || part.Key != l.Part {
		return nil, tdkt.Errorf(tdkt.Invalid, "Mục “%s” không còn trong sổ: cột khóa đã bị sửa. Hãy xuất phiếu mới.", l.Heading)
	}
	if text, err = view.PartText(part, text); err != nil {
		return nil, err
	}
	old, from := dossier.Passage(w.v.Passages, w.round.Year, w.round.ID, l.Subject, part)
	switch {
	case old == text:
		w.r.Same++
		return nil, nil //nolint:nilnil // nothing changes
	case other != "":
		w.r.Notes = append(w.r.Notes, fmt.Sprintf("“%s” của %s đã nhận từ tệp “%s”; lời trong tệp này không nhận.", l.Heading, l.Name, other))
		return nil, nil //nolint:nilnil // nothing changes
	case from != w.round.Year:
		old = ""
	}
	put, _, err := w.v.PassageChanges(w.round, l.Subject, map[string]string{part.Key: text})
	w.r.Put = append(w.r.Put, put...)
	return &old, err
}

// fact takes a plain fact of a person.
func (w *textWeighing) fact(s tdkt.Subject, key, text string) (*string, error) {
	p, changed := w.people[s.ID]
	if !changed {
		p, _ = w.v.Facts.Person(s.ID)
	}
	for _, t := range tdkt.PersonTexts() {
		if t.Key != key || p.ID == "" {
			continue
		}
		old := *t.Of(&p)
		if text = tdkt.Clean(text); old == text {
			w.r.Same++
			return nil, nil //nolint:nilnil // nothing changes
		}
		*t.Of(&p) = text
		w.people[s.ID] = p
		return &old, nil
	}
	return nil, tdkt.Errorf(tdkt.Invalid, "Mục này không còn trong sổ: cột khóa đã bị sửa. Hãy xuất phiếu mới.")
}
