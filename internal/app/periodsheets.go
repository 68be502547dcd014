package app

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"

	"tdkt/internal/tdkt"
)

// PeriodSheetOf is the sheet a room fills in for a period, with what is entered already.
func (v *View) PeriodSheetOf(year int, p tdkt.Period, room tdkt.Unit) (*tdkt.PeriodSheet, error) {
	rules := v.markRules(tdkt.Person{Employment: tdkt.CivilServant}, year)
	if rules == nil {
		return nil, tdkt.Errorf(tdkt.Invalid, "Năm %d không chấm điểm theo tháng hoặc quý nên không có phiếu.", year)
	}
	if !p.Known() {
		return nil, unknownPeriod(p)
	}
	s := &tdkt.PeriodSheet{Org: v.Org.Name, Year: year, Period: p, Unit: room.ID, Name: room.Name, Common: rules.Common, Result: rules.Result}
	for i, l := range rules.Lines {
		s.Lines = append(s.Lines, l.Name)
		s.Most[i] = l.Most
	}
	for _, person := range v.PeopleOf(year, "") {
		if !v.sentBy(person, year, p, room.ID) {
			continue
		}
		m, _ := v.MarkOf(year, person.ID, p)
		s.Rows = append(s.Rows, tdkt.PeriodLine{
			Key: person.ID, Code: person.Code, Name: person.Name, Position: person.Position, Leader: person.Leader, Mark: m,
			HasSelf: m.Self != tdkt.Score{} || m.State == tdkt.MarkSelf, HasHead: m.State.Counts(),
		})
	}
	return s, nil
}

// sentBy says whether a room sends somebody's sheet of a period: the one the person was in
// on its last day.
func (v *View) sentBy(p tdkt.Person, year int, period tdkt.Period, room tdkt.ID) bool {
	span, service := period.Span(year), p.Service()
	if !service.Overlaps(span) {
		return false
	}
	day := span.To
	if service.To != 0 {
		day = min(day, service.To)
	}
	at := v.Facts.UnitOn(p.ID, day)
	return at != "" && v.Facts.Within(at, room)
}

// WritePeriodSheets writes a sheet of a period for each room into a folder and returns
// their paths.
func (a *App) WritePeriodSheets(ctx context.Context, year int, p tdkt.Period, rooms []tdkt.Unit, dir string) ([]string, error) {
	var out []string
	for i, room := range rooms {
		s, err := a.View().PeriodSheetOf(year, p, room)
		if err != nil {
			return out, err
		}
		path := filepath.Join(dir, fmt.Sprintf("%02d. Phiếu điểm %s %d - %s.xlsx", i+1, p.Words(), year, fileName(room.Name)))
		if err := a.Books.WritePeriodSheet(ctx, path, s); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}

// PeriodReturn is one period sheet that came back, weighed against the data.
type PeriodReturn struct {
	Path    string
	Sheet   *tdkt.PeriodSheet // its lines carry their errors
	Unit    string            // name of the room
	Changed []SheetLine
	Same    int
	Empty   []string // names whose lines hold no points
	Refused []tdkt.Problem
	Problem error // why the file as a whole was refused; then all else is empty

	put []tdkt.Record
}

// PreviewPeriodSheets reads period sheets that came back. Right lines are taken and wrong
// ones named, sheet by sheet; nothing is written. Somebody who stands on two sheets of a
// period is taken from the first.
func (a *App) PreviewPeriodSheets(ctx context.Context, paths []string) []*PeriodReturn {
	v := a.View()
	seen := map[string]string{}
	var out []*PeriodReturn
	for _, path := range paths {
		r := &PeriodReturn{Path: path}
		r.Sheet, r.Problem = a.Books.ReadPeriodSheet(ctx, path)
		if r.Problem == nil {
			r.Problem = a.weighPeriod(v, r, seen)
		}
		out = append(out, r)
	}
	return out
}

func (a *App) weighPeriod(v *View, r *PeriodReturn, seen map[string]string) error {
	s := r.Sheet
	unit, ok := v.Facts.Unit(s.Unit)
	if !ok {
		return tdkt.Errorf(tdkt.NotFound, "Phiếu “%s” thuộc một đơn vị không có trong sổ này. Hãy kiểm tra xem phiếu có được xuất từ sổ này không.", s.File)
	}
	r.Unit = unit.Name
	if err := v.open(s.Year, tdkt.RatingBook); err != nil {
		return err
	}
	for i := range s.Rows {
		a.weighMark(v, r, &s.Rows[i], seen)
	}
	return nil
}

// weighMark takes one line, or keeps why it cannot be taken.
func (a *App) weighMark(v *View, r *PeriodReturn, l *tdkt.PeriodLine, seen map[string]string) {
	old, _ := v.MarkOf(r.Sheet.Year, l.Key, r.Sheet.Period)
	now := a.returned(v, old, *l)
	key := join(l.Key, r.Sheet.Year, r.Sheet.Period)
	if why := v.markLineProblem(r.Sheet, *l, old, now, seen[key]); why != "" {
		l.Error = why
		r.Refused = append(r.Refused, tdkt.Problem{Sheet: tdkt.SheetPeriods, Cell: fmt.Sprintf("dòng %d", l.Line), Text: why})
		return
	}
	seen[key] = r.Sheet.File
	switch {
	case now == old && old.ID == "":
		r.Empty = append(r.Empty, l.Name)
	case now == old:
		r.Same++
	default:
		now.ID = cmp.Or(now.ID, tdkt.NewID())
		r.put = append(r.put, now)
		words := func(m tdkt.PeriodMark) string {
			return string(m.State) + prefixed(", tự chấm", ScoreWords(m.Self)) + prefixed(", xác nhận", ScoreWords(m.Head))
		}
		r.Changed = append(r.Changed, SheetLine{Name: l.Name, Before: words(old), After: words(now)})
	}
}

// returned is the mark that a line makes of the one there: empty cells take nothing away.
func (a *App) returned(v *View, old tdkt.PeriodMark, l tdkt.PeriodLine) tdkt.PeriodMark {
	now := old
	p, _ := v.Facts.Person(l.Key)
	if l.Mark.Lines != [tdkt.CommonLines]int16{} {
		now.Lines = l.Mark.Lines
	}
	if l.Mark.Shares != [6]int16{} {
		now.Shares = l.Mark.Shares
		if rules := v.markRules(p, old.Year); rules != nil && l.Mark.Self.Result == 0 && rules.Complete(now.Shares, p.Leader) {
			l.Mark.Self.Result = rules.ResultPoints(now.Shares, p.Leader)
		}
	}
	if l.HasSelf || l.Mark.Self.Common > 0 && l.Mark.Self.Result > 0 {
		now.Self = l.Mark.Self
		now.Self.Total = cmp.Or(now.Self.Total, now.Self.Common+now.Self.Result)
		if now.State == tdkt.MarkUnsent {
			now.State = tdkt.MarkSelf
		}
	}
	if l.HasHead && now.Head != l.Mark.Head {
		now.Head, now.By, now.Date = l.Mark.Head, a.User, a.Today()
	}
	if l.HasHead && (l.Mark.State == tdkt.MarkConfirmed || l.Mark.State == "" || l.Mark.State == tdkt.MarkUnsent) && !old.State.Counts() {
		now.State = tdkt.MarkConfirmed
		now.By, now.Date = a.User, a.Today()
	}
	if l.Mark.Note != "" {
		now.Note = l.Mark.Note
	}
	return now
}

// markLineProblem is why a line cannot be taken, "" when it can.
func (v *View) markLineProblem(s *tdkt.PeriodSheet, l tdkt.PeriodLine, old, now tdkt.PeriodMark, twice string) string {
	name := v.Facts.NameOf(tdkt.PersonSubject(l.Key))
	switch {
	case l.Error != "":
		return l.Error
	case l.Key == "":
		return fmt.Sprintf("“%s” không có khóa: phiếu không nhận dòng thêm. Hãy thêm vào danh sách nhân sự trước rồi xuất phiếu mới.", cmp.Or(l.Name, l.Code))
	case name == "":
		return fmt.Sprintf("Khóa của dòng “%s” không có trong sổ. Hãy xuất phiếu mới cho đơn vị này.", cmp.Or(l.Name, l.Code))
	case tdkt.NameForm(l.Name) != tdkt.NameForm(name):
		return fmt.Sprintf("Dòng này là của %s nhưng ghi “%s”: tên hoặc thứ tự dòng đã bị đổi. Hãy trả tên về đúng dòng.", name, l.Name)
	case twice != "":
		return fmt.Sprintf("%s đã có ở phiếu “%s”. Hãy xóa dòng trùng.", name, twice)
	case old.State == tdkt.MarkLocked && now != old:
		return fmt.Sprintf("Điểm %s năm %d của %s đã khóa. Hãy mở khóa kỳ này (nêu lý do) rồi nhận lại phiếu.", s.Period.Words(), s.Year, name)
	case l.Mark.State == tdkt.MarkConfirmed && !l.HasHead:
		return fmt.Sprintf("%s: trạng thái là “đã xác nhận” mà chưa có điểm xác nhận. Hãy ghi điểm hoặc đổi trạng thái.", name)
	}
	if err := v.markProblem(now); err != nil && now != old {
		return err.Text
	}
	return ""
}

// TakePeriodSheets writes what the sheets change, in one step. It returns how many people
// changed.
func (a *App) TakePeriodSheets(ctx context.Context, list []*PeriodReturn) (int, error) {
	var put []tdkt.Record
	files := 0
	for _, r := range list {
		if r.Problem == nil {
			put = append(put, r.put...)
			files++
		}
	}
	words := fmt.Sprintf("Nhận %d phiếu điểm theo kỳ: %d người thay đổi", files, len(put))
	return len(put), a.Change(ctx, "take-period-sheets", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}
