package imports

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// PeriodReturn is one period sheet that came back, weighed against the data.
type PeriodReturn struct {
	Path    string
	Sheet   *tdkt.PeriodSheet // its lines carry their errors
	Unit    string            // name of the room
	Changed []papers.SheetLine
	Same    int
	Empty   []string // names whose lines hold no points
	Refused []tdkt.Problem
	Problem error // why the file as a whole was refused; then all else is empty

	put, drop []tdkt.Record
}

// PreviewPeriodSheets reads period sheets that came back. Right lines are taken and wrong
// ones named, sheet by sheet; nothing is written. Somebody who stands on two sheets of a
// period is taken from the first.
func PreviewPeriodSheets(ctx context.Context, a *app.App, paths []string) []*PeriodReturn {
	v := a.View()
	seen := map[string]string{}
	var out []*PeriodReturn
	for _, path := range paths {
		r := &PeriodReturn{Path: path}
		r.Sheet, r.Problem = a.Books.ReadPeriodSheet(ctx, path)
		if r.Problem == nil {
			w := &weighing{a: a, v: v, r: r, seen: seen, work: map[tdkt.ID][]tdkt.WorkItem{}, bad: map[tdkt.ID]bool{}}
			r.Problem = w.sheet()
		}
		out = append(out, r)
	}
	return out
}

// weighing holds a sheet against the data.
type weighing struct {
	a    *app.App
	v    *view.View
	r    *PeriodReturn
	seen map[string]string           // who was on a sheet before, by period
	work map[tdkt.ID][]tdkt.WorkItem // of the sheet's second part, by person
	bad  map[tdkt.ID]bool            // people whose list of work has a wrong line
}

func (w *weighing) sheet() error {
	s := w.r.Sheet
	unit, ok := w.v.Facts.Unit(s.Unit)
	if !ok {
		return tdkt.Errorf(tdkt.NotFound, "Phiếu “%s” thuộc một đơn vị không có trong sổ này. Hãy kiểm tra xem phiếu có được xuất từ sổ này không.", s.File)
	}
	w.r.Unit = unit.Name
	if err := w.v.Open(s.Year, tdkt.RatingBook); err != nil {
		return err
	}
	for i := range s.Work {
		w.workLine(&s.Work[i])
	}
	for i := range s.Rows {
		w.line(&s.Rows[i])
	}
	return nil
}

func (w *weighing) refuse(line int, why string) {
	w.r.Refused = append(w.r.Refused, tdkt.Problem{Sheet: tdkt.SheetPeriods, Cell: fmt.Sprintf("dòng %d", line), Text: why})
}

// workLine takes one piece of work, or keeps why it cannot be taken.
func (w *weighing) workLine(l *tdkt.WorkLine) {
	item := l.Item
	item.Name = tdkt.Clean(item.Name)
	problem := l.Error
	switch {
	case problem != "":
	case l.Key == "" || !slices.ContainsFunc(w.r.Sheet.Rows, func(x tdkt.PeriodLine) bool { return x.Key == l.Key }):
		problem = fmt.Sprintf("Việc “%s” không có khóa của người nào trong phiếu. Hãy chép việc vào một dòng có sẵn của người đó.", item.Name)
	case slices.ContainsFunc(w.work[l.Key], func(x tdkt.WorkItem) bool { return x.Name == item.Name }):
		problem = fmt.Sprintf("Việc “%s” của %s có hai dòng. Hãy gộp lại một dòng.", item.Name, l.Name)
	default:
		if err := app.WorkProblem(item); err != nil {
			problem = fmt.Sprintf("%s: %s", l.Name, tdkt.Sentence(err, nil))
		}
	}
	if problem != "" {
		l.Error = problem
		w.bad[l.Key] = true
		w.r.Refused = append(w.r.Refused, tdkt.Problem{Sheet: tdkt.SheetWork, Cell: fmt.Sprintf("dòng %d", l.Line), Text: problem})
		return
	}
	item.Year, item.Person, item.Period = w.r.Sheet.Year, l.Key, w.r.Sheet.Period
	w.work[l.Key] = append(w.work[l.Key], item)
}

// line takes one line, or keeps why it cannot be taken.
func (w *weighing) line(l *tdkt.PeriodLine) {
	if w.bad[l.Key] {
		l.Error = fmt.Sprintf("%s: danh sách việc có dòng sai nên chưa nhận điểm. Hãy sửa dòng ấy.", l.Name)
		w.refuse(l.Line, l.Error)
		return
	}
	s := w.r.Sheet
	old, _ := w.v.MarkOf(s.Year, l.Key, s.Period)
	now, why := w.returned(old, *l)
	key := view.KeyOf(l.Key, s.Year, s.Period)
	if why = cmp.Or(markLineProblem(w.v, *l, w.seen[key]), why, markChangeProblem(w.v, s, *l, old, now)); why != "" {
		l.Error = why
		w.refuse(l.Line, why)
		return
	}
	lists := w.otherWork(l.Key)
	if lists && old.State == tdkt.MarkLocked {
		l.Error = fmt.Sprintf("Danh sách việc %s năm %d của %s đã khóa cùng với điểm. Hãy mở khóa kỳ này (nêu lý do) rồi nhận lại phiếu.", s.Period.Words(), s.Year, l.Name)
		w.refuse(l.Line, l.Error)
		return
	}
	w.seen[key] = s.File
	switch {
	case now == old && old.ID == "" && !lists:
		w.r.Empty = append(w.r.Empty, l.Name)
	case now == old && !lists:
		w.r.Same++
	default:
		now.ID = cmp.Or(now.ID, tdkt.NewID())
		w.r.put = append(w.r.put, now)
		words := func(m tdkt.PeriodMark) string {
			return string(m.State) + view.Prefixed(", tự chấm", ScoreWords(m.Self)) + view.Prefixed(", xác nhận", ScoreWords(m.Head))
		}
		after := words(now)
		if lists {
			w.putWork(l.Key)
			after += fmt.Sprintf(", %d việc", len(w.work[l.Key]))
		}
		w.r.Changed = append(w.r.Changed, papers.SheetLine{Name: l.Name, Before: words(old), After: after})
	}
}

// otherWork says whether the sheet's list of work of a person differs from the one there. An
// empty list takes nothing away.
func (w *weighing) otherWork(person tdkt.ID) bool {
	bare := func(items []tdkt.WorkItem) []tdkt.WorkItem {
		out := slices.Clone(items)
		for i := range out {
			out[i].ID = ""
		}
		slices.SortFunc(out, func(a, b tdkt.WorkItem) int { return cmp.Compare(a.Name, b.Name) })
		return out
	}
	list := w.work[person]
	return len(list) > 0 && !slices.Equal(bare(w.v.WorkOf(w.r.Sheet.Year, person, w.r.Sheet.Period)), bare(list))
}

// putWork puts the sheet's list of work of a person in the place of the one there.
func (w *weighing) putWork(person tdkt.ID) {
	for _, x := range w.v.WorkOf(w.r.Sheet.Year, person, w.r.Sheet.Period) {
		w.r.drop = append(w.r.drop, x)
	}
	for _, x := range w.work[person] {
		x.ID = tdkt.NewID()
		w.r.put = append(w.r.put, x)
	}
}

// returned is the mark that a line makes of the one there: empty cells take nothing away.
func (w *weighing) returned(old tdkt.PeriodMark, l tdkt.PeriodLine) (now tdkt.PeriodMark, why string) {
	now = old
	p, _ := w.v.Facts.Person(l.Key)
	rules := w.v.MarkRules(p, old.Year)
	if l.Mark.Lines != [tdkt.CommonLines]int16{} {
		now.Lines = l.Mark.Lines
	}
	if l.Mark.Shares != [6]int16{} {
		now.Shares = l.Mark.Shares
	}
	if why = listed(&now, l, rules, w.work[l.Key]); why != "" {
		return now, why
	}
	worked := rules != nil && rules.Product != nil && now.Shares != [6]int16{} && rules.Complete(now.Shares, p.Leader)
	if worked && (l.Mark.Self.Result == 0 || l.ResultSummed) {
		l.Mark.Self.Result = rules.ResultPoints(now.Shares, p.Leader)
	}
	if l.TotalSummed && l.Mark.Self.HasParts() {
		l.Mark.Self.Total = l.Mark.Self.Common + l.Mark.Self.Result
	}
	ownMarks(&now, l)
	w.headMarks(&now, old, l)
	if l.Mark.Note != "" {
		now.Note = l.Mark.Note
	}
	return now, ""
}

// listed lays the shares that a list of work comes to over a mark; shares typed beside it that
// are others are refused.
func listed(now *tdkt.PeriodMark, l tdkt.PeriodLine, rules *law.MarkRules, work []tdkt.WorkItem) (why string) {
	if len(work) == 0 {
		return ""
	}
	if rules == nil || rules.Product == nil {
		return fmt.Sprintf("%s: quy định không có cách tính điểm từ danh sách việc. Hãy xóa danh sách và ghi thẳng điểm.", l.Name)
	}
	share, ok := rules.Product.Work(work)
	if !ok {
		return fmt.Sprintf("%s: danh sách việc không có việc nào được giao. Hãy ghi cột Giao.", l.Name)
	}
	if err := view.ShareProblem(share); err != nil {
		return fmt.Sprintf("%s: %s", l.Name, tdkt.Sentence(err, nil))
	}
	const near = 1 // a hundredth, by another way of rounding
	for i, n := range []int{share.Number, share.Quality, share.Progress} {
		typed := int(l.Mark.Shares[i])
		if !l.SharesSummed[i] && typed != 0 && (typed-n > near || n-typed > near) {
			return fmt.Sprintf("%s: tỷ lệ %s ghi %s nhưng danh sách việc tính ra %s. Hãy xóa ô tỷ lệ hoặc sửa danh sách việc.",
				l.Name, []string{"a", "b", "c"}[i], view.PointsWords(typed), view.ZeroWords(n))
		}
		now.Shares[i] = int16(n)
	}
	return ""
}

// ownMarks lays the person's own points over a mark.
func ownMarks(now *tdkt.PeriodMark, l tdkt.PeriodLine) {
	if !l.HasSelf && (l.Mark.Self.Common == 0 || l.Mark.Self.Result == 0) {
		return
	}
	now.Self = l.Mark.Self
	now.Self.Total = cmp.Or(now.Self.Total, now.Self.Common+now.Self.Result)
	if now.State == tdkt.MarkUnsent {
		now.State = tdkt.MarkSelf
	}
}

// headMarks lays the head's points over a mark, and that the head has confirmed.
func (w *weighing) headMarks(now *tdkt.PeriodMark, old tdkt.PeriodMark, l tdkt.PeriodLine) {
	if !l.HasHead {
		return
	}
	if now.Head != l.Mark.Head {
		now.Head, now.By, now.Date = l.Mark.Head, w.a.User, w.a.Today()
	}
	confirms := l.Mark.State == tdkt.MarkConfirmed || l.Mark.State == "" || l.Mark.State == tdkt.MarkUnsent
	if confirms && !old.State.Counts() {
		now.State, now.By, now.Date = tdkt.MarkConfirmed, w.a.User, w.a.Today()
	}
}

// markLineProblem is why a line cannot be read as somebody's, "" when it can.
func markLineProblem(v *view.View, l tdkt.PeriodLine, twice string) string {
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
	}
	return ""
}

// markChangeProblem is why what a line changes cannot be, "" when it can.
func markChangeProblem(v *view.View, s *tdkt.PeriodSheet, l tdkt.PeriodLine, old, now tdkt.PeriodMark) string {
	name := v.Facts.NameOf(tdkt.PersonSubject(l.Key))
	switch {
	case old.State == tdkt.MarkLocked && now != old:
		return fmt.Sprintf("Điểm %s năm %d của %s đã khóa. Hãy mở khóa kỳ này (nêu lý do) rồi nhận lại phiếu.", s.Period.Words(), s.Year, name)
	case l.Mark.State == tdkt.MarkConfirmed && !l.HasHead:
		return fmt.Sprintf("%s: trạng thái là “đã xác nhận” mà chưa có điểm xác nhận. Hãy ghi điểm hoặc đổi trạng thái.", name)
	case now == old:
		return ""
	}
	if err := v.MarkProblem(now); err != nil {
		return err.Text
	}
	return ""
}
