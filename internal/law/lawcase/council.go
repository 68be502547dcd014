package lawcase

import (
	"fmt"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// What a question may ask of beside a subject: the Council's vote and the papers of a
// dossier, each on the day of the question.
const (
	VoteSubject   = "phiếu"
	PapersSubject = "giấy tờ"
)

// procedure answers a question about a vote or about papers; "" for one about a subject.
func procedure(r *law.Rules, f *law.Facts, q Ask) string {
	on := q.On
	if on == 0 {
		on = tdkt.LastDay(q.Year)
	}
	head := fmt.Sprintf("%d | %s | %s, ngày %s: ", q.Year, q.Subject, q.Code, on)
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
	}
	return ""
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
