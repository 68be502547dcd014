package letters

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/bloc"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// Bloc is a khối thi đua as its papers tell of it.
type Bloc struct {
	tdkt.Bloc
	Members  []tdkt.BlocMember // in the khối's order
	Criteria []tdkt.BlocCriterion
	Ranking  bloc.Ranking
}

// member of a role, none where nobody has it.
func (b Bloc) member(role tdkt.BlocRole) tdkt.BlocMember {
	i := slices.IndexFunc(b.Members, func(m tdkt.BlocMember) bool { return m.Role == role })
	if i < 0 {
		return tdkt.BlocMember{}
	}
	return b.Members[i]
}

// blocValues are the fields of the papers of a khối, which its head issues.
func blocValues(v docx.Values, in Input) {
	b := in.Bloc
	head, name := b.member(tdkt.BlocHead), b.Named()
	v["cấp trên"], v["cơ quan"] = orBlank(strings.ToUpper(head.Name)), orBlank(strings.ToUpper(name))
	if head.Own {
		v["cấp trên"] = orBlank(strings.ToUpper(cmp.Or(in.Org.Issuer, head.Name)))
	}
	v["tên khối"] = orBlank(name)
	v["ngày ký khối"], v["nơi ký khối"], v["đã ký giao ước"] = longDay(b.Signed), placed(b.SignedPlace), when(b.Signed != 0)
	v["ngày họp khối"], v["nơi họp khối"] = longDay(b.Met), orBlank(b.MetPlace)
	v["chủ trì khối"], v["thư ký khối"] = orBlank(cmp.Or(b.Chair, head.Leader)), orBlank(b.Secretary)
	v["chức danh chủ trì khối"] = docx.Text("CHỦ TRÌ")
	v["thành phần"], v["có thành viên"] = paragraphs(b.Present), when(len(b.Members) > 0)
	v["số thành viên"] = blank
	if len(b.Members) > 0 {
		v["số thành viên"] = count(len(b.Members))
	}
	v["trưởng phó khối"] = docx.Text(b.leaders())
	v["kết quả khối"], v["khó khăn khối"], v["phương hướng khối"] = paragraphs(b.Remarks), paragraphs(b.Hardship), paragraphs(b.Ahead)
	v["có trưởng khối năm sau"], v["trưởng khối năm sau"] = docx.Text(b.Next), orBlank(strings.TrimRight(b.Next, "."))
	v["nơi gửi khối"] = orBlank(b.SentTo)
	v["chức vụ trưởng khối"], v["người ký khối"] = docx.Text(strings.ToUpper(head.Position)), orBlank(head.Leader)
	if v["chức vụ trưởng khối"] != docx.Text("") {
		v["chức vụ trưởng khối"] = docx.Text("(" + strings.ToUpper(head.Position) + ")")
	}
	blocPactValues(v, b)
	blocRankValues(v, b)
}

// placed is a place after a day: “ tại …”, nothing where none is known.
func placed(place string) docx.Text {
	if place == "" {
		return ""
	}
	return docx.Text(" tại " + place)
}

// leaders names the head and the deputy.
func (b Bloc) leaders() string {
	out := ""
	for _, role := range []tdkt.BlocRole{tdkt.BlocHead, tdkt.BlocDeputy} {
		if m := b.member(role); m.Name != "" {
			out += fmt.Sprintf("; %s: %s", role, m.Name)
		}
	}
	return out
}

// blocPactValues are the fields of the giao ước.
func blocPactValues(v docx.Values, b Bloc) {
	v["chỉ tiêu"] = orBlankRow(docx.Each(textLines(b.Targets), func(n int, line string) docx.Values {
		what, goal := parted(line)
		return docx.Values{"stt": docx.Text(fmt.Sprint(n)), "nội dung": docx.Text(what), "mức": docx.Text(goal)}
	}))
	sum := int64(0)
	for _, c := range b.Criteria {
		if c.Kind != tdkt.BlocHeading {
			sum += int64(c.Standard)
		}
	}
	v["tổng điểm chuẩn"] = blank
	if sum > 0 {
		v["tổng điểm chuẩn"] = docx.Text(bloc.Points(sum))
	}
	v["tiêu chí"] = orBlankRow(docx.Each(b.Criteria, func(_ int, c tdkt.BlocCriterion) docx.Values {
		points := ""
		if c.Kind != tdkt.BlocHeading {
			points = bloc.Points(int64(c.Standard))
		}
		return docx.Values{"số mục": docx.Text(c.Number), "tiêu chí khối": docx.Text(c.Text), "điểm chuẩn": docx.Text(points)}
	}))
	var awards []bloc.Award
	var days []bloc.Deadline
	if b.Ranking.Rules != nil {
		awards, days = b.Ranking.Rules.Awards, b.Ranking.Rules.Deadlines
	}
	v["có khen thưởng khối"], v["có thời hạn"] = when(len(awards) > 0), when(len(days) > 0)
	v["khen thưởng khối"] = docx.Each(awards, func(n int, a bloc.Award) docx.Values {
		return docx.Values{"tên khen thưởng": docx.Text(a.Name), "số khen thưởng": count(a.Count), "dấu": mark(n, len(awards))}
	})
	v["thời hạn"] = docx.Each(days, func(n int, d bloc.Deadline) docx.Values {
		return docx.Values{"việc": docx.Text(d.Name), "ngày": docx.Text(d.On(b.Year).String()), "dấu": mark(n, len(days))}
	})
	v["thành viên khối"] = orBlankRow(docx.Each(b.Members, func(n int, m tdkt.BlocMember) docx.Values {
		role := ""
		if m.Role == tdkt.BlocHead || m.Role == tdkt.BlocDeputy {
			role = "(" + string(m.Role) + ")"
		}
		return docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "tên đơn vị": docx.Text(m.Name), "vai trò": docx.Text(role), "chức vụ đại diện": docx.Text(m.Position),
			"người đại diện": docx.Text(m.Leader), "chỗ ký": docx.Text(""),
		}
	}))
}

// blocRankValues are the points, the ranks and who is put forward for what.
func blocRankValues(v docx.Values, b Bloc) {
	rank := func(n int, r bloc.Result) docx.Values {
		row := docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "tên đơn vị": docx.Text(r.Member.Name), "điểm tự chấm": orBlank(r.SelfTotal.String()),
			"điểm thẩm định": blank, "điểm thưởng": docx.Text(bloc.Points(r.Over + r.Bonus)), "điểm trừ": docx.Text(bloc.Points(r.Minus)),
			"tổng điểm": orBlank(r.Total.String()), "hạng": blank, "số phiếu": orBlank(blocVotes(r.Member)),
		}
		if r.Missing == 0 && len(r.Lines) > 0 {
			row["điểm thẩm định"] = docx.Text(bloc.Points(r.Base))
		}
		if r.Rank > 0 {
			row["hạng"] = docx.Text(fmt.Sprint(r.Rank))
		}
		return row
	}
	v["xếp hạng"] = orBlankRow(docx.Each(b.Ranking.Results, rank))
	type reason struct{ name, text string }
	var reasons []reason
	var proposed []bloc.Result
	proposals := map[tdkt.ID]bloc.Proposal{}
	if b.Ranking.Rules != nil {
		proposals = b.Ranking.Proposals()
	}
	for _, r := range b.Ranking.Results {
		for _, x := range r.Extras {
			reasons = append(reasons, reason{r.Member.Name, dossier.Clause(strings.TrimSuffix(x.Why, "."))})
		}
		if proposals[r.Member.ID].Has {
			proposed = append(proposed, r)
		}
	}
	v["có lý do điểm"] = when(len(reasons) > 0)
	v["lý do điểm"] = docx.Each(reasons, func(n int, r reason) docx.Values {
		return docx.Values{"tên đơn vị": docx.Text(r.name), "lý do": docx.Text(r.text), "dấu": mark(n, len(reasons))}
	})
	v["có đề nghị khối"], v["số đề nghị"] = when(len(proposed) > 0), count(len(proposed))
	v["đề nghị khối"] = docx.Each(proposed, func(n int, r bloc.Result) docx.Values {
		row := rank(n, r)
		row["tên khen thưởng"], row["dấu"] = docx.Text(proposals[r.Member.ID].Award.Name), mark(n, len(proposed))
		return row
	})
}

// blocVotes is the ballot over a member: 7/8.
func blocVotes(m tdkt.BlocMember) string {
	switch {
	case !m.Votes.Known:
		return ""
	case m.Voters == 0:
		return m.Votes.String()
	}
	return fmt.Sprintf("%s/%d", m.Votes, m.Voters)
}
