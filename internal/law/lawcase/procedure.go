package lawcase

import (
	"fmt"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// What a question may ask of beside a subject, each on the day of the question: the Council's
// vote, the papers of a dossier, the money of an award, how many may have a title, for what
// a decision is revoked, whether the office may set a value of its own, and the numbers of a
// way of rating.
const (
	VoteSubject   = "phiếu"
	PapersSubject = "giấy tờ"
	MoneySubject  = "tiền thưởng"
	QuotaSubject  = "chỉ tiêu"
	GroundSubject = "hủy quyết định"
	LocalSubject  = "quy định riêng"
	SchemeSubject = "khung xếp loại"

	MovementSubject = "phong trào"
	FundSubject     = "quỹ"
)

// TogetherCode asks, in place of a title's code, whether the codes after it are too much for
// one achievement of a subject.
const TogetherCode = "cùng "

// procedure answers a question about what belongs to no subject; "" for one about a subject.
func procedure(r *law.Rules, f *law.Facts, q Ask) string {
	on := q.On
	if on == 0 {
		on = tdkt.LastDay(q.Year)
	}
	head := fmt.Sprintf("%d | %s | %s, ngày %s: ", q.Year, q.Subject, q.Code, on)
	if codes, ok := strings.CutPrefix(q.Code, TogetherCode); ok {
		return head + "\n" + together(r, f, q, strings.Fields(codes))
	}
	switch q.Subject {
	case VoteSubject:
		v, err := r.VoteOn(f, on, q.Year, q.Code)
		if err != nil {
			return head + tdkt.Sentence(err, nil) + "\n"
		}
		return head + voteWords(v) + "\n"
	case PapersSubject:
		var b strings.Builder
		b.WriteString(head + "\n")
		for _, p := range r.Papers(on, q.Code) {
			fmt.Fprintf(&b, "  %s [%s]%s\n", p.Name, p.Cite, law.MarkName(p.Mark))
		}
		return b.String()
	case MoneySubject:
		return head + "\n" + moneyLines(r, on, q.Code)
	case QuotaSubject:
		return head + "\n" + quotaLines(r, f, q)
	case GroundSubject:
		var b strings.Builder
		b.WriteString(head + "\n")
		for _, g := range r.Grounds(on) {
			fmt.Fprintf(&b, "  %s [%s]%s\n", g.Text, g.Cite, law.MarkName(g.Mark))
		}
		return b.String()
	case LocalSubject:
		return head + localLine(r, q) + "\n"
	case FundSubject:
		return head + fundLine(r, on) + "\n"
	case MovementSubject:
		return head + movementLine(r, q) + "\n"
	case SchemeSubject:
		return head + schemeLine(r, q.Code) + "\n"
	}
	return ""
}

// times writes a coefficient in hundredths: 1,5 or 0,45.
func times(n int) string {
	if n%10 != 0 {
		return fmt.Sprintf("%d,%02d", n/100, n%100)
	}
	return fmt.Sprintf("%d,%d", n/100, n/10%10)
}

// moneyLines says what an award brings each kind of subject it is given to.
func moneyLines(r *law.Rules, on tdkt.Day, code string) string {
	var b strings.Builder
	info, _ := r.Code(code)
	for _, kind := range info.Kinds {
		whom := "cá nhân"
		if kind == tdkt.AUnit {
			whom = "tập thể"
		}
		m, err := r.Bonus(kind, code, on)
		if err != nil {
			fmt.Fprintf(&b, "  %s: %s\n", whom, tdkt.Sentence(err, nil))
			continue
		}
		upTo := ""
		if m.UpTo {
			upTo = "không quá "
		}
		fmt.Fprintf(&b, "  %s: %s%s lần %d đồng là %d đồng [%s]%s\n", whom, upTo, times(m.Times), m.Salary, m.Amount,
			m.Cite, law.MarkName(m.Mark))
	}
	return b.String()
}

// quotaLines says how many may have a title in the year.
func quotaLines(r *law.Rules, f *law.Facts, q Ask) string {
	lines, err := r.Quotas(f, q.Year, nil)
	if err != nil {
		return "  " + tdkt.Sentence(err, nil) + "\n"
	}
	var b strings.Builder
	for _, l := range lines {
		switch {
		case l.Title != q.Code:
		case !l.Known:
			fmt.Fprintf(&b, "  chưa có tỷ lệ [%s]%s\n", l.Cite, law.MarkName(l.Mark))
		default:
			fmt.Fprintf(&b, "  tối đa %d, là %d%% của %d, làm tròn %s [%s]%s\n", l.Cap, l.Percent, l.BaseCount, l.Rounding, l.Cite, law.MarkName(l.Mark))
		}
	}
	if b.Len() == 0 {
		return "  không có tỷ lệ nào\n"
	}
	return b.String()
}

// localLine says whether the office may set "key value" in the year.
func localLine(r *law.Rules, q Ask) string {
	g, err := r.Criteria(q.Year)
	if err != nil {
		return tdkt.Sentence(err, nil)
	}
	name, value, _ := strings.Cut(q.Code, " ")
	for _, k := range g.LocalKeys() {
		if k.Key != name {
			continue
		}
		if problem := k.LocalProblem(value); problem != "" {
			return problem + "."
		}
		return "dùng được"
	}
	return "năm đó không có giá trị này"
}

func voteWords(v law.VoteRule) string {
	if !v.Known {
		return fmt.Sprintf("chưa có tỷ lệ [%s]%s", v.Cite, law.MarkName(v.Mark))
	}
	how := ""
	switch {
	case v.Secret:
		how = ", bỏ phiếu kín"
	case v.Ballot:
		how = ", bỏ phiếu"
	}
	return fmt.Sprintf("từ %d%% tổng số thành viên%s [%s]%s", v.Percent, how, v.Cite, law.MarkName(v.Mark))
}

// schemeLine says the numbers of a way of rating that no answer shows.
func schemeLine(r *law.Rules, id string) string {
	for _, s := range r.RatingSchemes() {
		if s.ID != id {
			continue
		}
		out := fmt.Sprintf("từ năm %d", s.From)
		if s.Till != 0 {
			out += fmt.Sprintf(" đến năm %d", s.Till)
		}
		if m := s.Marks; m != nil {
			out += fmt.Sprintf("; tiêu chí chung tối đa %d, kết quả tối đa %d điểm, trung bình lấy %d số lẻ", m.Common, m.Result, m.Mean.Digits)
			if m.Product != nil {
				out += fmt.Sprintf(", mỗi lần làm lại hoặc chậm trừ %d%%", m.Product.Fault)
			}
		}
		if s.Petition != nil {
			out += fmt.Sprintf("; giải quyết kiến nghị trong %d ngày làm việc", s.Petition.Days)
		}
		return out
	}
	return "không có"
}

// movementLine says whether a movement "code tập thể first-day last-day" has run long enough.
func movementLine(r *law.Rules, q Ask) string {
	cells := strings.Fields(q.Code)
	if len(cells) < 3 {
		return "hỏi phong trào là: mã, cá nhân hoặc tập thể, ngày đầu, ngày cuối"
	}
	kind := tdkt.APerson
	if cells[1] == "tập" {
		kind = tdkt.AUnit
	}
	began, err := day(at(cells, 3))
	reviewed, err2 := day(at(cells, 4))
	if err != nil || err2 != nil {
		return "ngày không đọc được"
	}
	t, ok := r.MovementTerm(q.Year, kind, cells[0], began, reviewed)
	if !ok {
		return "luật không đòi thời gian của phong trào"
	}
	return law.AnswerName(t.Answer) + "; " + t.Text
}

// together says where codes proposed with what was given are too much for one achievement.
func together(r *law.Rules, f *law.Facts, q Ask, proposed []string) string {
	who, _ := f.ByCode(q.Subject)
	list, err := r.Clashes(f, q.Year, who, proposed)
	if err != nil {
		return "  " + tdkt.Sentence(err, nil) + "\n"
	}
	if len(list) == 0 {
		return "  được\n"
	}
	var b strings.Builder
	for _, c := range list {
		b.WriteString("  " + c.Text + "\n")
	}
	return b.String()
}

// fundLine says what of the fund may go into organising.
func fundLine(r *law.Rules, on tdkt.Day) string {
	share, ok := r.FundShare(on)
	if !ok {
		return "chưa có mức"
	}
	return fmt.Sprintf("tối đa %d%% để chi tổ chức [%s]%s", share.Percent, share.Cite, law.MarkName(share.Mark))
}
