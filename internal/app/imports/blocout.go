package imports

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// WriteBlocSheets writes a score sheet for each of the members into a folder, and returns
// their paths: with what is entered, or only with what is asked.
func WriteBlocSheets(ctx context.Context, a *app.App, b tdkt.Bloc, members []tdkt.BlocMember, filled bool, dir string) ([]string, error) {
	var out []string
	for i, m := range members {
		path := filepath.Join(dir, fmt.Sprintf("%02d. Chấm điểm khối %d - %s.xlsx", i+1, b.Year, papers.FileName(m.Name)))
		if err := WriteBlocBook(ctx, a, b, []tdkt.BlocMember{m}, filled, path); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}

// WriteBlocBook writes the score sheets of members as one workbook.
func WriteBlocBook(ctx context.Context, a *app.App, b tdkt.Bloc, members []tdkt.BlocMember, filled bool, path string) error {
	if err := papers.MayWrite(a, path, ".xlsx"); err != nil {
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
	out := tdkt.BlocSheetMember{Sheet: reports.SheetOf(fmt.Sprintf("%02d %s", n, r.Member.Name)), Member: r.Member.ID, Name: r.Member.Name}
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
		out[at].Count, out[at].Points = fmt.Sprint(max(l.Extra.Count, view.CountIf(!out[at].ByDays))), l.Points.String()
	}
	return out
}

// ExportBlocRanking writes the ranking of a khối.
func ExportBlocRanking(ctx context.Context, a *app.App, b tdkt.Bloc, path string) error {
	if err := papers.MayWrite(a, path, ".xlsx"); err != nil {
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
