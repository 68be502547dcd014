package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// BlocsOf lists the khối of a year that the office is in.
func (v *View) BlocsOf(year int) []tdkt.Bloc {
	return ofYear(v.Blocs.Blocs, year, func(b tdkt.Bloc) int { return b.Year })
}

// FindBloc is the khối of a year of a name, or its only one where no name is given.
func (v *View) FindBloc(year int, name string) (tdkt.Bloc, error) {
	list := v.BlocsOf(year)
	var names []string
	for _, b := range list {
		if name == "" && len(list) == 1 || name != "" && tdkt.Fold(b.Name) == tdkt.Fold(name) {
			return b, nil
		}
		names = append(names, b.Name)
	}
	switch {
	case len(list) == 0:
		return tdkt.Bloc{}, tdkt.Errorf(tdkt.NotFound, "Năm %d chưa có khối thi đua nào. Hãy tạo khối trước.", year)
	case name == "":
		return tdkt.Bloc{}, tdkt.Errorf(tdkt.Usage, "Năm %d có %d khối: %s. Hãy nêu tên khối.", year, len(list), strings.Join(names, "; "))
	}
	return tdkt.Bloc{}, tdkt.Errorf(tdkt.NotFound, "Năm %d không có khối “%s”. Hãy chọn một trong: %s.", year, name, strings.Join(names, "; "))
}

// BlocMembersOf lists the members of a khối in its order.
func (v *View) BlocMembersOf(b tdkt.Bloc) []tdkt.BlocMember {
	var out []tdkt.BlocMember
	for _, m := range v.BlocMembers {
		if m.Bloc == b.ID {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(x, y tdkt.BlocMember) int { return cmp.Or(cmp.Compare(x.Place, y.Place), cmp.Compare(x.ID, y.ID)) })
	return out
}

// FindBlocMember is a member of a khối by its name, or the office itself where no name is given.
func (v *View) FindBlocMember(b tdkt.Bloc, name string) (tdkt.BlocMember, error) {
	var names []string
	for _, m := range v.BlocMembersOf(b) {
		if name == "" && m.Own || name != "" && tdkt.Fold(m.Name) == tdkt.Fold(name) {
			return m, nil
		}
		names = append(names, m.Name)
	}
	if name == "" {
		return tdkt.BlocMember{}, tdkt.Errorf(tdkt.NotFound, "Khối “%s” chưa đánh dấu thành viên nào là cơ quan mình. Hãy nêu tên thành viên.", b.Name)
	}
	return tdkt.BlocMember{}, tdkt.Errorf(tdkt.NotFound, "Khối “%s” không có thành viên “%s”. Hãy chọn một trong: %s.", b.Name, name, strings.Join(names, "; "))
}

// BlocCriteriaOf lists the criteria of a khối in their order.
func (v *View) BlocCriteriaOf(b tdkt.Bloc) []tdkt.BlocCriterion {
	var out []tdkt.BlocCriterion
	for _, c := range v.BlocCriteria {
		if c.Bloc == b.ID {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y tdkt.BlocCriterion) int {
		return cmp.Or(cmp.Compare(x.Place, y.Place), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// BlocRules are how points are counted in a khối: its own, or those that ship.
func (v *View) BlocRules(b tdkt.Bloc) (*bloc.Rules, error) {
	return bloc.Read(b.Name, cmp.Or(b.Rules, bloc.Example()))
}

// BlocMarksOf are what a member reached.
func (v *View) BlocMarksOf(m tdkt.BlocMember) []tdkt.BlocMark {
	var out []tdkt.BlocMark
	for _, x := range v.BlocMarks {
		if x.Member == m.ID {
			out = append(out, x)
		}
	}
	return out
}

// BlocExtrasOf are the points of a member beside the criteria, bonus before deductions.
func (v *View) BlocExtrasOf(m tdkt.BlocMember) []tdkt.BlocExtra {
	var out []tdkt.BlocExtra
	for _, x := range v.BlocExtras {
		if x.Member == m.ID {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(x, y tdkt.BlocExtra) int { return b2i(x.Minus) - b2i(y.Minus) })
	return out
}

// BlocRanking works out how the members of a khối stand.
func (v *View) BlocRanking(b tdkt.Bloc) (bloc.Ranking, error) {
	rules, err := v.BlocRules(b)
	if err != nil {
		return bloc.Ranking{}, err
	}
	criteria := v.BlocCriteriaOf(b)
	var results []bloc.Result
	for _, m := range v.BlocMembersOf(b) {
		results = append(results, rules.Judge(m, criteria, v.BlocMarksOf(m), v.BlocExtrasOf(m)))
	}
	return rules.Rank(b, criteria, results), nil
}

// LastBloc is the newest khối before a year, to begin the next from.
func (v *View) LastBloc(year int) (tdkt.Bloc, bool) {
	var last tdkt.Bloc
	for _, b := range v.Blocs.Blocs {
		if b.Year < year && b.Year > last.Year {
			last = b
		}
	}
	return last, last.ID != ""
}

// SaveBloc adds a khối (no ID) with the office as its first member, or changes one.
func (a *App) SaveBloc(ctx context.Context, b tdkt.Bloc) (tdkt.Bloc, error) {
	v := a.View()
	b.Name, b.SignedPlace, b.MetPlace = tdkt.Clean(b.Name), tdkt.Clean(b.SignedPlace), tdkt.Clean(b.MetPlace)
	b.Chair, b.Secretary, b.Next, b.SentTo = tdkt.Clean(b.Chair), tdkt.Clean(b.Secretary), tdkt.Clean(b.Next), tdkt.Clean(b.SentTo)
	for _, text := range []*string{&b.Targets, &b.Present, &b.Remarks, &b.Hardship, &b.Ahead} {
		*text = cleanText(*text)
	}
	if err := v.checkBloc(b); err != nil {
		return b, err
	}
	if b.ID != "" {
		return b, a.put(ctx, "save-bloc", fmt.Sprintf("Sửa khối thi đua năm %d: %s", b.Year, b.Name), b)
	}
	b.ID = tdkt.NewID()
	own := tdkt.BlocMember{
		ID: tdkt.NewID(), Year: b.Year, Bloc: b.ID, Place: 1, Name: cmp.Or(v.officeName(), b.Name), Role: tdkt.BlocMate, Own: true,
		Leader: v.Org.Signer, Position: cmp.Or(v.Org.SignerRole, v.Org.Authority),
	}
	return b, a.put(ctx, "save-bloc", fmt.Sprintf("Thêm khối thi đua năm %d: %s", b.Year, b.Name), b, own)
}

// officeName is the office as a list of its khối names it: a Sở without its province, others
// whole, whose names the province may be a part of.
func (v *View) officeName() string {
	name, _, _ := strings.Cut(v.Org.Name, " tỉnh ")
	if !strings.HasPrefix(tdkt.Fold(name), "so ") {
		name = v.Org.Name
	}
	return tdkt.Clean(name)
}

func (v *View) checkBloc(b tdkt.Bloc) error {
	if err := v.unlocked(b.Year); err != nil {
		return err
	}
	if b.Name == "" {
		return tdkt.Errorf(tdkt.Invalid, "Khối thi đua chưa có tên. Hãy nhập tên rồi lưu lại.")
	}
	for _, o := range v.BlocsOf(b.Year) {
		if o.ID != b.ID && tdkt.Fold(o.Name) == tdkt.Fold(b.Name) {
			return tdkt.Errorf(tdkt.Invalid, "Năm %d đã có khối “%s”. Hãy đặt tên khác.", b.Year, o.Name)
		}
	}
	_, err := v.BlocRules(b)
	return err
}

// CopyBloc begins a khối of a year from one of an earlier year: its members, criteria and
// rules; no marks, no dates, no votes.
func (a *App) CopyBloc(ctx context.Context, from tdkt.Bloc, year int) (tdkt.Bloc, error) {
	v := a.View()
	b := tdkt.Bloc{ID: tdkt.NewID(), Year: year, Name: from.Name, Scale: from.Scale, Rules: from.Rules, SentTo: from.SentTo}
	if err := v.checkBloc(tdkt.Bloc{Year: year, Name: b.Name, Rules: b.Rules}); err != nil {
		return b, err
	}
	recs := []tdkt.Record{b}
	for _, m := range v.BlocMembersOf(from) {
		m.ID, m.Year, m.Bloc, m.Votes, m.Voters, m.Proposed, m.Note = tdkt.NewID(), year, b.ID, tdkt.Quantity{}, 0, "", ""
		recs = append(recs, m)
	}
	for _, c := range v.BlocCriteriaOf(from) {
		c.ID, c.Year, c.Bloc = tdkt.NewID(), year, b.ID
		recs = append(recs, c)
	}
	return b, a.put(ctx, "copy-bloc", fmt.Sprintf("Tạo khối thi đua năm %d từ năm %d: %s", year, from.Year, b.Name), recs...)
}

// RemoveBloc takes a khối out with all that is its own.
func (a *App) RemoveBloc(ctx context.Context, b tdkt.Bloc) error {
	v := a.View()
	if err := v.unlocked(b.Year); err != nil {
		return err
	}
	var recs []tdkt.Record
	for _, m := range v.BlocMembersOf(b) {
		recs = append(recs, v.blocMemberRows(m)...)
	}
	for _, c := range v.BlocCriteriaOf(b) {
		recs = append(recs, c)
	}
	return a.drop(ctx, "remove-bloc", fmt.Sprintf("Xóa khối thi đua năm %d: %s", b.Year, b.Name), append(recs, b)...)
}

// blocMemberRows are a member and all that is entered of it, what refers to it first.
func (v *View) blocMemberRows(m tdkt.BlocMember) []tdkt.Record {
	var out []tdkt.Record
	for _, x := range v.BlocMarksOf(m) {
		out = append(out, x)
	}
	for _, x := range v.BlocExtrasOf(m) {
		out = append(out, x)
	}
	return append(out, m)
}

// SetBlocRules changes how points are counted in a khối.
func (a *App) SetBlocRules(ctx context.Context, b tdkt.Bloc, r *bloc.Rules) error {
	if fault := r.Fault(); fault != "" {
		return tdkt.Errorf(tdkt.Invalid, "Chưa ghi khung chấm điểm: %s", fault)
	}
	own := *r
	own.Criteria = nil // the khối has its own
	b.Rules = own.Text()
	if err := a.View().checkBloc(b); err != nil {
		return err
	}
	return a.put(ctx, "set-bloc-rules", "Sửa khung chấm điểm: "+b.Name, b)
}

// ShareBlocRules writes the rules and the criteria of a khối as a file that another office
// takes with TakeBlocRules.
func (a *App) ShareBlocRules(b tdkt.Bloc, path string) error {
	if err := a.mayWrite(path, ".toml"); err != nil {
		return err
	}
	r, err := a.View().BlocRules(b)
	if err != nil {
		return err
	}
	for _, c := range a.View().BlocCriteriaOf(b) {
		r.Criteria = append(r.Criteria, bloc.Criterion{
			Number: c.Number, Text: c.Text, Kind: string(c.Kind), Measure: c.Measure, Outside: c.Outside,
			Points: bloc.Number{Quantity: tdkt.Quantity{Known: c.Standard > 0, N: int64(c.Standard)}},
		})
	}
	return writeWhole(path, []byte(r.Text()))
}

// TakeBlocRules takes the rules of a file, and its criteria where it has some: a khối that has
// marks keeps its own. It says how many criteria came in.
func (a *App) TakeBlocRules(ctx context.Context, b tdkt.Bloc, path string) (int, error) {
	text, err := readLimited(path)
	if err != nil {
		return 0, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được tệp “%s”. Hãy kiểm tra tệp rồi chọn lại.", path)}
	}
	r, err := bloc.Read(path, string(text))
	if err != nil {
		return 0, err
	}
	v := a.View()
	var drop, put []tdkt.Record
	if len(r.Criteria) > 0 {
		if v.blocMarked(b) {
			return 0, tdkt.Errorf(tdkt.Invalid, "Khối “%s” đã có điểm theo các tiêu chí đang dùng nên chưa nhận bảng tiêu chí của tệp. Hãy xóa điểm trước, hoặc xóa các [[criterion]] trong tệp để chỉ nhận khung.", b.Name)
		}
		for _, c := range v.BlocCriteriaOf(b) {
			drop = append(drop, c)
		}
		for i, c := range r.Criteria {
			put = append(put, tdkt.BlocCriterion{
				ID: tdkt.NewID(), Year: b.Year, Bloc: b.ID, Place: i + 1, Number: tdkt.Clean(c.Number), Text: tdkt.Clean(c.Text),
				Kind: tdkt.CriterionKind(c.Kind), Standard: int(c.Points.N), Measure: tdkt.Clean(c.Measure), Outside: c.Outside,
			})
		}
	}
	own := *r
	own.Criteria = nil
	b.Rules = own.Text()
	if err := v.checkBloc(b); err != nil {
		return 0, err
	}
	return len(put), a.Change(ctx, "take-bloc-rules", "Nhận khung chấm điểm: "+b.Name, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, append(put, b)...)
	})
}

// blocMarked says whether any member of a khối has a mark.
func (v *View) blocMarked(b tdkt.Bloc) bool {
	for _, m := range v.BlocMembersOf(b) {
		if len(v.BlocMarksOf(m)) > 0 {
			return true
		}
	}
	return false
}

// blocRowWords names a mark for people: the member, the criterion, the year. What the view
// does not hold, as it comes from another PC, is left out.
func (v *View) blocRowWords(year int, member, criterion tdkt.ID) string {
	var words []string
	for _, m := range v.BlocMembers {
		if m.ID == member {
			words = append(words, m.Name)
		}
	}
	for _, c := range v.BlocCriteria {
		if c.ID == criterion {
			words = append(words, strings.TrimSpace(c.Number+" "+c.Text))
		}
	}
	return strings.Join(append(words, fmt.Sprintf("năm %d", year)), ", ")
}
