package app

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// WriteBlocSheets writes a score sheet for each of the members into a folder, and returns
// their paths: with what is entered, or only with what is asked.
func (a *App) WriteBlocSheets(ctx context.Context, b tdkt.Bloc, members []tdkt.BlocMember, filled bool, dir string) ([]string, error) {
	var out []string
	for i, m := range members {
		path := filepath.Join(dir, fmt.Sprintf("%02d. Chấm điểm khối %d - %s.xlsx", i+1, b.Year, fileName(m.Name)))
		if err := a.WriteBlocBook(ctx, b, []tdkt.BlocMember{m}, filled, path); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}

// WriteBlocBook writes the score sheets of members as one workbook.
func (a *App) WriteBlocBook(ctx context.Context, b tdkt.Bloc, members []tdkt.BlocMember, filled bool, path string) error {
	if err := a.mayWrite(path, ".xlsx"); err != nil {
		return err
	}
	v := a.View()
	if len(v.BlocCriteriaOf(b)) == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Khối “%s” chưa có tiêu chí nào nên chưa có phiếu chấm. Hãy nhập bảng tiêu chí trước.", b.Name)
	}
	if len(members) == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Khối “%s” chưa có thành viên nào. Hãy thêm thành viên trước.", b.Name)
	}
	k, err := v.BlocRanking(b)
	if err != nil {
		return err
	}
	s := &tdkt.BlocSheet{Year: b.Year, Bloc: b.ID, Name: b.Name}
	for i, m := range members {
		r, _ := k.Of(m.ID)
		s.Members = append(s.Members, blocSheetMember(k, r, filled, i+1))
	}
	return a.Books.WriteBlocSheet(ctx, path, s)
}

func blocSheetMember(k bloc.Ranking, r bloc.Result, filled bool, n int) tdkt.BlocSheetMember {
	out := tdkt.BlocSheetMember{Sheet: sheetOf(fmt.Sprintf("%02d %s", n, r.Member.Name)), Member: r.Member.ID, Name: r.Member.Name}
	for _, l := range r.Lines {
		c := l.Criterion
		line := tdkt.BlocSheetLine{
			Key: c.ID, Number: c.Number, Text: c.Text, Kind: c.Kind, Standard: c.Standard, Measure: c.Measure, Plan: l.Mark.Plan.String(),
			Formula: c.Kind == tdkt.MoreBetter || c.Kind == tdkt.LessBetter,
		}
		if filled && l.Counts() {
			line.Result, line.Percent, line.Level = l.Mark.Result.String(), l.Percent.String(), l.Mark.Level
			line.Self, line.Checked, line.Evidence = l.Self.String(), l.Mark.Checked.String(), l.Mark.Evidence
			if l.Over > 0 {
				line.Over = bloc.Points(l.Over)
			}
			if l.Final.Known {
				line.Total = bloc.Points(l.Final.N + l.Over)
			}
		}
		out.Lines = append(out.Lines, line)
	}
	out.Extras = blocSheetExtras(k.Rules, r, filled)
	if filled {
		out.Total = r.Total.String()
		if r.Rank > 0 {
			out.Rank = fmt.Sprint(r.Rank)
		}
	}
	return out
}

// blocSheetExtras are the reasons of the rules, each once, and those of the office's own.
func blocSheetExtras(rules *bloc.Rules, r bloc.Result, filled bool) []tdkt.BlocSheetExtra {
	var out []tdkt.BlocSheetExtra
	for _, minus := range []bool{false, true} {
		for _, x := range rules.Reasons(minus) {
			at := slices.IndexFunc(out, func(o tdkt.BlocSheetExtra) bool { return o.Key == x.Key && o.Minus == minus })
			if at >= 0 { // by days
				out[at].Reason += fmt.Sprintf("\n%s: %s điểm", x.Text, x.Points)
				continue
			}
			e := tdkt.BlocSheetExtra{Key: x.Key, Minus: minus, Reason: x.Text, Each: x.Points.String(), ByDays: x.ByDays()}
			if x.ByDays() {
				e.Reason, e.Each = fmt.Sprintf("%s: %s điểm", x.Text, x.Points), ""
			}
			out = append(out, e)
		}
	}
	for _, l := range r.Extras {
		if !filled {
			break
		}
		at := slices.IndexFunc(out, func(o tdkt.BlocSheetExtra) bool {
			return o.Key == l.Extra.Key && o.Minus == l.Extra.Minus && o.Key != ""
		})
		if at < 0 {
			at = len(out)
			out = append(out, tdkt.BlocSheetExtra{Minus: l.Extra.Minus, Reason: l.Text, Each: bloc.Points(int64(l.Extra.Points))})
		}
		out[at].Count, out[at].Points = fmt.Sprint(max(l.Extra.Count, b2i(!out[at].ByDays))), l.Points.String()
	}
	return out
}

// BlocReturn is one score sheet that came back, weighed against the data.
type BlocReturn struct {
	Path, Sheet string
	Name        string // of the member
	Changed     []SheetLine
	Same        int
	Refused     []tdkt.Problem
	Problem     error // why the sheet as a whole was refused; then all else is empty

	put, drop []tdkt.Record
}

// PreviewBlocSheets reads score sheets that came back to a khối. Right lines are taken and
// wrong ones named, sheet by sheet; nothing is written. The khối's marks are taken only where
// checked says so: from its head's sheets. An empty cell takes nothing away.
func (a *App) PreviewBlocSheets(ctx context.Context, b tdkt.Bloc, checked bool, paths []string) []*BlocReturn {
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
	v       *View
	b       tdkt.Bloc
	checked bool
	sheet   tdkt.BlocSheetMember
	member  tdkt.BlocMember
	r       *BlocReturn
}

func (w *blocWeighing) weigh(file string, seen map[tdkt.ID]string) error {
	if err := w.v.unlocked(w.b.Year); err != nil {
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
	if err := checkBlocMark(rules, was.Criterion, m); err != nil {
		column := tdkt.BlocColumnSelf
		if m.Checked.N > int64(was.Criterion.Standard) {
			column = tdkt.BlocColumnChecked
		} else if m.Self.N <= int64(was.Criterion.Standard) {
			column = tdkt.BlocColumnLevel
		}
		w.refuse(column, l.Line, err)
		return
	}
	put, drop, err := w.v.blocMarkChanges(w.b, w.member, []tdkt.BlocMark{m})
	switch {
	case err != nil:
		w.refuse(number, l.Line, err)
	case len(put)+len(drop) == 0:
		w.r.Same++
	default:
		w.r.put, w.r.drop = append(w.r.put, put...), append(w.r.drop, drop...)
		before, after := blocMarkWords(was.Mark, m)
		w.r.Changed = append(w.r.Changed, SheetLine{Name: strings.TrimSpace(was.Criterion.Number + " " + was.Criterion.Text), Before: before, After: after})
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
			w.r.Changed = append(w.r.Changed, SheetLine{Name: x.Reason, Before: before, After: "0"})
			return
		}
	}
	if now.Count == 0 {
		w.r.Same++
		return
	}
	w.r.put = append(w.r.put, now)
	w.r.Changed = append(w.r.Changed, SheetLine{Name: x.Reason, Before: before, After: fmt.Sprint(now.Count)})
}

// TakeBlocSheets writes what the sheets change, in one step. It returns how many lines changed.
func (a *App) TakeBlocSheets(ctx context.Context, b tdkt.Bloc, list []*BlocReturn) (int, error) {
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
	return changed, a.Change(ctx, "take-bloc-sheets", words, putAndDrop(ctx, put, drop))
}

// ExportBlocRanking writes the ranking of a khối.
func (a *App) ExportBlocRanking(ctx context.Context, b tdkt.Bloc, path string) error {
	if err := a.mayWrite(path, ".xlsx"); err != nil {
		return err
	}
	v := a.View()
	k, err := v.BlocRanking(b)
	if err != nil {
		return err
	}
	t := tdkt.ListTable{
		Title: fmt.Sprintf("BẢNG TỔNG HỢP ĐIỂM VÀ XẾP HẠNG THI ĐUA NĂM %d", b.Year), Notes: []string{b.Named()},
		Columns: []tdkt.ListColumn{
			{Title: "STT", Width: 18, Kind: tdkt.ListNumber},
			{Title: "Đơn vị", Width: 110},
			{Title: "Tự chấm", Width: 34, Kind: tdkt.ListNumber},
			{Title: "Điểm tiêu chí", Width: 34, Kind: tdkt.ListNumber},
			{Title: "Thưởng phần vượt", Width: 34, Kind: tdkt.ListNumber},
			{Title: "Điểm thưởng", Width: 34, Kind: tdkt.ListNumber},
			{Title: "Điểm trừ", Width: 30, Kind: tdkt.ListNumber},
			{Title: "Tổng điểm", Width: 34, Kind: tdkt.ListNumber},
			{Title: "Xếp hạng", Width: 26, Kind: tdkt.ListNumber},
			{Title: "Phiếu", Width: 30},
			{Title: "Đề nghị", Width: 90},
		},
	}
	proposals := k.Proposals()
	for i, r := range k.Results {
		t.Rows = append(t.Rows, blocRankRow(i+1, r, proposals[r.Member.ID]))
	}
	if !k.Complete {
		t.Notes = append(t.Notes, "Tạm tính: còn tiêu chí chưa có điểm hoặc khối chưa thẩm định.")
	}
	return a.Forms.List(ctx, path, v.Org, a.Today(), t)
}

// blocRankRow is a member in the table of ranks.
func blocRankRow(n int, r bloc.Result, p bloc.Proposal) []string {
	rank, propose, base := "", "", ""
	if r.Begun() {
		base = bloc.Points(r.Base)
	}
	if r.Rank > 0 {
		rank = fmt.Sprint(r.Rank)
	}
	if p.Has {
		propose = p.Award.Name
	}
	return []string{
		fmt.Sprint(n), r.Member.Name, r.SelfTotal.String(), base, bloc.Points(r.Over), bloc.Points(r.Bonus), bloc.Points(r.Minus),
		r.Total.String(), rank, BlocVotes(r.Member), propose,
	}
}

// BlocVotes is the ballot over a member: 7/8; "" where none was entered.
func BlocVotes(m tdkt.BlocMember) string {
	if !m.Votes.Known {
		return ""
	}
	if m.Voters == 0 {
		return m.Votes.String()
	}
	return fmt.Sprintf("%s/%d", m.Votes, m.Voters)
}
