package papers

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// Rooms lists the units right below the root in a year: those that pledge, sign pacts
// and send sheets.
func Rooms(v *view.View, year int) []tdkt.Unit {
	var out []tdkt.Unit
	for _, u := range v.UnitsOf(year, "") {
		if parent, ok := v.Facts.Unit(u.Parent); ok && parent.Parent == "" {
			out = append(out, u)
		}
	}
	return out
}

// PledgeSheetOf is the sheet a room fills in, with what is registered already.
func PledgeSheetOf(v *view.View, year int, room tdkt.Unit) (*tdkt.PledgeSheet, error) {
	g, err := v.Rules.Criteria(year)
	if err != nil {
		return nil, err
	}
	s := &tdkt.PledgeSheet{Org: v.Org.Name, Year: year, Unit: room.ID, Name: room.Name}
	people := tdkt.PledgePart{Sheet: tdkt.SheetPledgePeople, Kind: tdkt.APerson}
	units := tdkt.PledgePart{Sheet: tdkt.SheetPledgeUnit, Kind: tdkt.AUnit}
	for _, t := range g.TitlesFor(tdkt.APerson) {
		people.Titles = append(people.Titles, tdkt.PledgeTitle{Code: t.Code, Name: t.Name})
	}
	for _, t := range g.TitlesFor(tdkt.AUnit) {
		units.Titles = append(units.Titles, tdkt.PledgeTitle{Code: t.Code, Name: t.Name})
	}
	for _, p := range v.PeopleOf(year, room.ID) {
		people.Rows = append(people.Rows, pledgeLine(v, year, tdkt.PersonSubject(p.ID), people.Titles, tdkt.PledgeLine{
			Key: p.ID, Code: p.Code, Name: p.Name, Position: p.Position,
		}))
	}
	for _, u := range v.UnitsOf(year, room.ID) {
		units.Rows = append(units.Rows, pledgeLine(v, year, tdkt.UnitSubject(u.ID), units.Titles, tdkt.PledgeLine{
			Key: u.ID, Code: u.Code, Name: u.Name,
		}))
	}
	s.Parts = []tdkt.PledgePart{people, units}
	return s, nil
}

// pledgeLine marks what a subject has registered.
func pledgeLine(v *view.View, year int, s tdkt.Subject, titles []tdkt.PledgeTitle, l tdkt.PledgeLine) tdkt.PledgeLine {
	have := map[string]bool{}
	for _, p := range v.PledgesOf(year, s) {
		have[p.Title] = true
		l.Initiative = cmp.Or(l.Initiative, p.Initiative)
	}
	for _, t := range titles {
		l.Marks = append(l.Marks, tdkt.PledgeMark{On: have[t.Code]})
	}
	return l
}

// WritePledgeSheets writes a sheet for each room into a folder and returns their paths.
func WritePledgeSheets(ctx context.Context, a *app.App, year int, rooms []tdkt.Unit, dir string) ([]string, error) {
	var out []string
	for i, room := range rooms {
		s, err := PledgeSheetOf(a.View(), year, room)
		if err != nil {
			return out, err
		}
		path := filepath.Join(dir, fmt.Sprintf("%02d. Đăng ký thi đua %d - %s.xlsx", i+1, year, FileName(room.Name)))
		if err := a.Books.WritePledgeSheet(ctx, path, s); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}

// FileName is a name without what files cannot carry.
func FileName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`\/:*?"<>|`, r) {
			return '-'
		}
		return r
	}, name)
}

// SheetReturn is one pledge sheet that came back, weighed against the data.
type SheetReturn struct {
	Path    string
	Sheet   *tdkt.PledgeSheet // its lines carry their errors
	Unit    string            // name of the room
	Changed []SheetLine
	Same    int
	Refused []tdkt.Problem
	Problem error // why the file as a whole was refused; then all else is empty

	put, drop []tdkt.Record
}

// SheetLine is a subject whose pledges the sheet changes.
type SheetLine struct {
	Name, Before, After string
}

// PreviewPledgeSheets reads pledge sheets that came back. Right lines are taken and wrong
// ones named, sheet by sheet; nothing is written. A subject that stands on two sheets is
// taken from the first.
func PreviewPledgeSheets(ctx context.Context, a *app.App, paths []string) []*SheetReturn {
	v := a.View()
	seen := map[tdkt.Subject]string{}
	var out []*SheetReturn
	for _, path := range paths {
		r := &SheetReturn{Path: path}
		r.Sheet, r.Problem = a.Books.ReadPledgeSheet(ctx, path)
		if r.Problem == nil {
			r.Problem = weigh(v, r, seen)
		}
		out = append(out, r)
	}
	return out
}

// weigh compares a sheet with the data, line by line.
func weigh(v *view.View, r *SheetReturn, seen map[tdkt.Subject]string) error {
	s := r.Sheet
	unit, ok := v.Facts.Unit(s.Unit)
	if !ok {
		return tdkt.Errorf(tdkt.NotFound, "Phiếu “%s” thuộc một đơn vị không có trong sổ này. Hãy kiểm tra xem phiếu có được xuất từ sổ này không.", s.File)
	}
	r.Unit = unit.Name
	if err := v.Open(s.Year, tdkt.PledgeBook); err != nil {
		return err
	}
	for p := range s.Parts {
		part := &s.Parts[p]
		for i := range part.Rows {
			weighLine(v, r, part, &part.Rows[i], seen)
		}
	}
	return nil
}

// weighLine takes one line, or keeps why it cannot be taken.
func weighLine(v *view.View, r *SheetReturn, part *tdkt.PledgePart, l *tdkt.PledgeLine, seen map[tdkt.Subject]string) {
	s := tdkt.Subject{Kind: part.Kind, ID: l.Key}
	if why := lineProblem(v, r, part, *l, seen); why != "" {
		l.Error = why
		r.Refused = append(r.Refused, tdkt.Problem{Sheet: part.Sheet, Cell: fmt.Sprintf("dòng %d", l.Line), Text: why})
		return
	}
	seen[s] = r.Sheet.File
	before := v.PledgesOf(r.Sheet.Year, s)
	put, drop := pledgeDiff(v, r.Sheet.Year, s, part.Titles, *l)
	if len(put)+len(drop) == 0 {
		r.Same++
		return
	}
	r.put, r.drop = append(r.put, put...), append(r.drop, drop...)
	var after []string
	for i, m := range l.Marks {
		if m.On {
			after = append(after, short(v, part.Titles[i].Code))
		}
	}
	r.Changed = append(r.Changed, SheetLine{Name: v.Facts.NameOf(s), Before: pledgeWords(v, before), After: strings.Join(after, ", ")})
}

// lineProblem is why a line cannot be taken, "" when it can.
func lineProblem(v *view.View, r *SheetReturn, part *tdkt.PledgePart, l tdkt.PledgeLine, seen map[tdkt.Subject]string) string {
	s := tdkt.Subject{Kind: part.Kind, ID: l.Key}
	name := v.Facts.NameOf(s)
	switch {
	case l.Key == "":
		return fmt.Sprintf("“%s” không có khóa: phiếu không nhận dòng thêm. Hãy thêm vào danh sách nhân sự trước rồi xuất phiếu mới.", cmp.Or(l.Name, l.Code))
	case name == "":
		return fmt.Sprintf("Khóa của dòng “%s” không có trong sổ. Hãy xuất phiếu mới cho đơn vị này.", cmp.Or(l.Name, l.Code))
	case tdkt.NameForm(l.Name) != tdkt.NameForm(name):
		return fmt.Sprintf("Dòng này là của %s nhưng ghi “%s”: tên hoặc thứ tự dòng đã bị đổi. Hãy trả tên về đúng dòng.", name, l.Name)
	case seen[s] != "":
		return fmt.Sprintf("%s đã có ở phiếu “%s”. Hãy xóa dòng trùng.", name, seen[s])
	case !v.Facts.IsJudged(s, r.Sheet.Year):
		return fmt.Sprintf("%s không công tác trong năm %d. Hãy xóa dòng này.", name, r.Sheet.Year)
	}
	for i, m := range l.Marks {
		if m.Problem != "" {
			return "Ô " + m.Cell + ": " + m.Problem
		}
		if m.On {
			if err := v.Fits(part.Titles[i].Code, s); err != nil {
				return fmt.Sprintf("Ô %s: %s không dành cho dòng này. Hãy bỏ dấu x.", m.Cell, v.TitleName(part.Titles[i].Code))
			}
		}
	}
	return ""
}

// pledgeDiff is what to write so that the pledges for the sheet's titles are what the
// line says; titles the sheet has no column for are left alone.
func pledgeDiff(v *view.View, year int, s tdkt.Subject, titles []tdkt.PledgeTitle, l tdkt.PledgeLine) (put, drop []tdkt.Record) {
	have := map[string]tdkt.Pledge{}
	for _, p := range v.PledgesOf(year, s) {
		have[p.Title] = p
	}
	for i, t := range titles {
		p, registered := have[t.Code]
		switch {
		case l.Marks[i].On && !registered:
			put = append(put, tdkt.Pledge{ID: tdkt.NewID(), Year: year, Subject: s, Title: t.Code, Initiative: l.Initiative})
		case l.Marks[i].On && l.Initiative != "" && p.Initiative != l.Initiative:
			p.Initiative = l.Initiative
			put = append(put, p)
		case !l.Marks[i].On && registered:
			drop = append(drop, p)
		}
	}
	return put, drop
}

func pledgeWords(v *view.View, list []tdkt.Pledge) string {
	var out []string
	for _, p := range list {
		out = append(out, short(v, p.Title))
	}
	return strings.Join(out, ", ")
}

// short is a title's short name.
func short(v *view.View, code string) string {
	if c, ok := v.Rules.Code(code); ok {
		return c.Short
	}
	return code
}

// TakePledgeSheets writes what the sheets change, and for each room that its sheet came
// back, in one step. It returns how many subjects changed.
func TakePledgeSheets(ctx context.Context, a *app.App, list []*SheetReturn) (int, error) {
	v := a.View()
	var put, drop []tdkt.Record
	changed, files := 0, 0
	for _, r := range list {
		if r.Problem != nil {
			continue
		}
		put, drop = append(put, r.put...), append(drop, r.drop...)
		changed += len(r.Changed)
		files++
		pact := v.PactOf(r.Sheet.Year, r.Sheet.Unit)
		pact.ID = cmp.Or(pact.ID, tdkt.NewID())
		if pact.File != r.Sheet.File || pact.Received == 0 {
			pact.Received, pact.File = a.Today(), r.Sheet.File
			put = append(put, pact)
		}
	}
	words := fmt.Sprintf("Nhận %d phiếu đăng ký: %d đối tượng thay đổi", files, changed)
	return changed, a.Change(ctx, "take-pledge-sheets", words, func(tx app.Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// WriteRefused writes a sheet with the lines that were refused alone, each with its
// reason, to be put right and sent again.
func WriteRefused(ctx context.Context, a *app.App, r *SheetReturn, path string) error {
	s := *r.Sheet
	s.Org, s.Name = a.View().Org.Name, r.Unit
	s.Parts = nil
	for _, part := range r.Sheet.Parts {
		part.Rows = slices.DeleteFunc(slices.Clone(part.Rows), func(l tdkt.PledgeLine) bool { return l.Error == "" })
		part.Titles = slices.Clone(part.Titles)
		for i, t := range part.Titles {
			part.Titles[i].Name = a.View().TitleName(t.Code)
		}
		if len(part.Rows) > 0 {
			s.Parts = append(s.Parts, part)
		}
	}
	return a.Books.WritePledgeSheet(ctx, path, &s)
}
