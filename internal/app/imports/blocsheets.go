package imports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// BlocReturn is one score sheet that came back, weighed against the data.
type BlocReturn struct {
	Path, Sheet string
	Name        string // of the member
	Changed     []papers.SheetLine
	Same        int
	Refused     []tdkt.Problem
	Problem     error // why the sheet as a whole was refused; then all else is empty

	put, drop []tdkt.Record
}

// PreviewBlocSheets reads score sheets that came back to a khối. Right lines are taken and
// wrong ones named, sheet by sheet; nothing is written. The khối's marks are taken only where
// checked says so: from its head's sheets. An empty cell takes nothing away.
func PreviewBlocSheets(ctx context.Context, a *app.App, b tdkt.Bloc, checked bool, paths []string) []*BlocReturn {
	v := a.View()
	seen := map[tdkt.ID]string{}
	var out []*BlocReturn
	for _, path := range paths {
		s, err := a.Books.ReadBlocSheet(ctx, path)
		if err != nil {
			out = append(out, &BlocReturn{Path: path, Problem: err})
			continue
		}
		for _, m := range s.Members {
			w := &blocWeighing{v: v, b: b, checked: checked, sheet: m, r: &BlocReturn{Path: path, Sheet: m.Sheet, Name: m.Name}}
			w.r.Problem = w.weigh(s.File, seen)
			out = append(out, w.r)
		}
	}
	return out
}

// blocWeighing holds one score sheet against the data.
type blocWeighing struct {
	v       *view.View
	b       tdkt.Bloc
	checked bool
	sheet   tdkt.BlocSheetMember
	member  tdkt.BlocMember
	r       *BlocReturn
}

func (w *blocWeighing) weigh(file string, seen map[tdkt.ID]string) error {
	if err := w.v.Unlocked(w.b.Year); err != nil {
		return err
	}
	if w.sheet.Year != w.b.Year || w.sheet.Bloc != w.b.ID && tdkt.Fold(w.sheet.Khoi) != tdkt.Fold(w.b.Name) {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s”, trang “%s” là phiếu của khối “%s” năm %d, không phải khối “%s” năm %d. Hãy chọn đúng khối rồi nhận lại.",
			file, w.sheet.Sheet, w.sheet.Khoi, w.sheet.Year, w.b.Name, w.b.Year)
	}
	members := w.v.BlocMembersOf(w.b)
	at := slices.IndexFunc(members, func(m tdkt.BlocMember) bool { return m.ID == w.sheet.Member })
	if at < 0 {
		at = slices.IndexFunc(members, func(m tdkt.BlocMember) bool { return tdkt.Fold(m.Name) == tdkt.Fold(w.sheet.Name) })
	}
	if at < 0 {
		return tdkt.Errorf(tdkt.NotFound, "Tệp “%s”, trang “%s”: khối “%s” không có thành viên “%s”. Hãy thêm thành viên này, hoặc sửa tên cho giống nhau.", file, w.sheet.Sheet, w.b.Name, w.sheet.Name)
	}
	w.member = members[at]
	if first, twice := seen[w.member.ID]; twice {
		return tdkt.Errorf(tdkt.Invalid, "%s đã có ở tệp “%s”. Hãy bỏ bớt một tệp.", w.member.Name, first)
	}
	seen[w.member.ID] = file
	w.r.Name = w.member.Name
	k, err := w.v.BlocRanking(w.b)
	if err != nil {
		return err
	}
	old, _ := k.Of(w.member.ID)
	for _, l := range w.sheet.Lines {
		w.line(k.Rules, old, l)
	}
	for _, x := range w.sheet.Extras {
		w.extra(k.Rules, old, x)
	}
	return nil
}

// refuse keeps why a cell cannot be taken.
func (w *blocWeighing) refuse(column, line int, err error) {
	w.r.Refused = append(w.r.Refused, tdkt.Problem{Sheet: w.sheet.Sheet, Cell: fmt.Sprintf("%c%d", 'A'+column-1, line), Text: tdkt.Sentence(err, nil)})
}

// line takes one criterion.
func (w *blocWeighing) line(rules *bloc.Rules, old bloc.Result, l tdkt.BlocSheetLine) {
	at := slices.IndexFunc(old.Lines, func(o bloc.Line) bool { return o.Criterion.ID == l.Key })
	if at < 0 {
		at = slices.IndexFunc(old.Lines, func(o bloc.Line) bool {
			return o.Criterion.Number == l.Number && tdkt.Fold(o.Criterion.Text) == tdkt.Fold(l.Text)
		})
	}
	const number, words = 2, 3
	switch {
	case at < 0:
		w.refuse(number, l.Line, tdkt.Errorf(tdkt.NotFound, "Khối không có tiêu chí “%s”. Hãy xuất phiếu mới.", cmp.Or(l.Text, l.Number)))
		return
	case tdkt.Fold(old.Lines[at].Criterion.Text) != tdkt.Fold(l.Text):
		w.refuse(words, l.Line, tdkt.Errorf(tdkt.Invalid, "Dòng này là tiêu chí “%s” nhưng ghi “%s”: nội dung hoặc thứ tự dòng đã bị đổi. Hãy trả nội dung về đúng dòng.", old.Lines[at].Criterion.Text, l.Text))
		return
	case old.Lines[at].Criterion.Kind == tdkt.BlocHeading:
		return
	}
	was := old.Lines[at]
	m, ok := w.cells(was, l)
	if !ok {
		return
	}
	if err := view.CheckBlocMark(rules, was.Criterion, m); err != nil {
		column := tdkt.BlocColumnSelf
		if m.Checked.N > int64(was.Criterion.Standard) {
			column = tdkt.BlocColumnChecked
		} else if m.Self.N <= int64(was.Criterion.Standard) {
			column = tdkt.BlocColumnLevel
		}
		w.refuse(column, l.Line, err)
		return
	}
	put, drop, err := w.v.BlocMarkChanges(w.b, w.member, []tdkt.BlocMark{m})
	switch {
	case err != nil:
		w.refuse(number, l.Line, err)
	case len(put)+len(drop) == 0:
		w.r.Same++
	default:
		w.r.put, w.r.drop = append(w.r.put, put...), append(w.r.drop, drop...)
		before, after := blocMarkWords(was.Mark, m)
		w.r.Changed = append(w.r.Changed, papers.SheetLine{Name: strings.TrimSpace(was.Criterion.Number + " " + was.Criterion.Text), Before: before, After: after})
	}
}

// cells lays the cells of a line over the mark that is there. A mark of the member that its
// plan and result come to anyway is not kept apart.
func (w *blocWeighing) cells(was bloc.Line, l tdkt.BlocSheetLine) (tdkt.BlocMark, bool) {
	m, ok := was.Mark, true
	m.Criterion = was.Criterion.ID
	number := func(column int, text string, into *tdkt.Quantity) {
		q, err := tdkt.ParseQuantity(text)
		if err != nil {
			w.refuse(column, l.Line, err)
			ok = false
		} else if q.Known {
			*into = q
		}
	}
	number(tdkt.BlocColumnPlan, l.Plan, &m.Plan)
	number(tdkt.BlocColumnResult, l.Result, &m.Result)
	m.Level = cmp.Or(strings.ToUpper(l.Level), m.Level)
	m.Evidence = cmp.Or(l.Evidence, m.Evidence)
	if w.checked {
		number(tdkt.BlocColumnChecked, l.Checked, &m.Checked)
	}
	if !was.Criterion.Outside {
		self := m.Self
		number(tdkt.BlocColumnSelf, l.Self, &self)
		rules, err := w.v.BlocRules(w.b)
		if err == nil {
			plain := m
			plain.Self = tdkt.Quantity{}
			r := rules.Judge(w.member, []tdkt.BlocCriterion{was.Criterion}, []tdkt.BlocMark{plain}, nil)
			if f := r.Lines[0].Formula; f.Known && f == self {
				self = tdkt.Quantity{}
			}
		}
		m.Self = self
	}
	return m, ok
}

// blocMarkWords are two marks by what differs.
func blocMarkWords(was, is tdkt.BlocMark) (before, after string) {
	var one, two []string
	for _, f := range []struct{ word, was, is string }{
		{"chỉ tiêu", was.Plan.String(), is.Plan.String()},
		{"kết quả", was.Result.String(), is.Result.String()},
		{"mức", was.Level, is.Level},
		{"tự chấm", was.Self.String(), is.Self.String()},
		{"thẩm định", was.Checked.String(), is.Checked.String()},
		{"minh chứng", was.Evidence, is.Evidence},
	} {
		if f.was != f.is {
			one, two = append(one, f.word+" "+cmp.Or(f.was, "trống")), append(two, f.word+" "+cmp.Or(f.is, "trống"))
		}
	}
	return strings.Join(one, ", "), strings.Join(two, ", ")
}

// extra takes one line of bonus or deduction; one without a count is left alone.
func (w *blocWeighing) extra(rules *bloc.Rules, old bloc.Result, x tdkt.BlocSheetExtra) {
	count, err := tdkt.ParseQuantity(x.Count)
	if err != nil || count.N%100 != 0 {
		w.refuse(tdkt.BlocColumnResult, x.Line, cmp.Or(err, error(tdkt.Errorf(tdkt.Invalid, "Số lần, số ngày “%s” phải là số nguyên. Hãy nhập lại.", x.Count))))
		return
	}
	if !count.Known {
		return
	}
	now := tdkt.BlocExtra{Year: w.b.Year, Member: w.member.ID, Minus: x.Minus, Key: x.Key, Count: int(count.N / 100)}
	reason := slices.IndexFunc(rules.Reasons(x.Minus), func(r bloc.Reason) bool { return r.Key == x.Key })
	const words = 3
	switch {
	case x.Key != "" && reason < 0:
		w.refuse(words, x.Line, tdkt.Errorf(tdkt.NotFound, "Khung chấm điểm của sổ không có lý do này. Hãy xuất phiếu mới."))
		return
	case x.Key == "":
		each, err := tdkt.ParseQuantity(x.Each)
		if err != nil || x.Reason == "" {
			w.refuse(tdkt.BlocColumnEach, x.Line, tdkt.Errorf(tdkt.Invalid, "Điểm thưởng, điểm trừ ngoài khung cần lý do và điểm. Hãy nhập đủ."))
			return
		}
		now.Reason, now.Points = x.Reason, int(each.N)
	}
	w.takeExtra(old, now, x)
}

// takeExtra compares points beside the criteria with those that are there.
func (w *blocWeighing) takeExtra(old bloc.Result, now tdkt.BlocExtra, x tdkt.BlocSheetExtra) {
	at := slices.IndexFunc(old.Extras, func(o bloc.ExtraLine) bool {
		return o.Extra.Minus == now.Minus && o.Extra.Key == now.Key && (now.Key != "" || tdkt.Fold(o.Extra.Reason) == tdkt.Fold(now.Reason))
	})
	before := ""
	now.ID = tdkt.NewID()
	if at >= 0 {
		was := old.Extras[at].Extra
		now.ID = was.ID
		now.Reason = cmp.Or(now.Reason, was.Reason)
		before = fmt.Sprintf("%d", max(was.Count, 1))
		if max(was.Count, 1) == now.Count && was.Points == now.Points {
			w.r.Same++
			return
		}
		if now.Count == 0 {
			w.r.drop = append(w.r.drop, was)
			w.r.Changed = append(w.r.Changed, papers.SheetLine{Name: x.Reason, Before: before, After: "0"})
			return
		}
	}
	if now.Count == 0 {
		w.r.Same++
		return
	}
	w.r.put = append(w.r.put, now)
	w.r.Changed = append(w.r.Changed, papers.SheetLine{Name: x.Reason, Before: before, After: fmt.Sprint(now.Count)})
}

// TakeBlocSheets writes what the sheets change, in one step. It returns how many lines changed.
func TakeBlocSheets(ctx context.Context, a *app.App, b tdkt.Bloc, list []*BlocReturn) (int, error) {
	var put, drop []tdkt.Record
	changed, sheets := 0, 0
	for _, r := range list {
		if r.Problem != nil {
			continue
		}
		put, drop = append(put, r.put...), append(drop, r.drop...)
		changed += len(r.Changed)
		sheets++
	}
	words := fmt.Sprintf("Nhận %d phiếu chấm điểm, %s: %d dòng thay đổi", sheets, b.Name, changed)
	return changed, a.Change(ctx, "take-bloc-sheets", words, app.PutAndDrop(ctx, put, drop))
}
