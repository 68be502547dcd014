package law

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Soundness lists what a reader must know before trusting the rules: criteria not
// checked against the statute in force, and values known second-hand only. Rules
// that loaded have no other fault: Load refuses the rest.
func (r *Rules) Soundness() []string {
	var out []string
	for _, g := range r.Regimes {
		if g.Note != "" {
			out = append(out, fmt.Sprintf("%s: %s.", g.Name, g.Note))
		}
		if g.ReviewedBy == "" {
			out = append(out, g.Name+": chưa có người rà soát tệp quy định với văn bản luật.")
		}
		for _, t := range g.Titles {
			for _, n := range t.Needs() {
				if !sure(n.Mark) && !repeated(n) {
					out = append(out, fmt.Sprintf("%s, %s (%s), tiêu chuẩn %s: %s [%s].",
						g.ID, t.Short, kindWords(t.Kind), n.ID, markWords(n.Mark), n.Cite))
				}
			}
		}
		out = append(out, r.earlier(g)...)
		for _, c := range g.besides() {
			if !sure(c.mark) {
				out = append(out, fmt.Sprintf("%s, %s: %s [%s].", g.ID, c.what, markWords(c.mark), c.cite))
			}
		}
	}
	out = append(out, r.proceedingSoundness()...)
	return append(append(out, r.moneySoundness()...), r.ratingSoundness()...)
}

// clause is something the rules say by a text, that is no need of a title.
type clause struct{ what, cite, mark string }

// besides are what a regime says beside its needs: notes, awards that are no basis, what is
// rewarded once. A note without a text is none of a law's.
func (g *Regime) besides() []clause {
	var out []clause
	for _, n := range g.notes {
		if n.Cite != "" {
			out = append(out, clause{"lưu ý " + n.ID, n.Cite, n.Mark})
		}
	}
	for _, o := range g.asides {
		out = append(out, clause{"căn cứ " + o.ID, o.Cite, o.Mark})
	}
	for _, o := range g.onces {
		out = append(out, clause{"khen một lần " + o.ID, o.Cite, o.Mark})
	}
	for _, m := range g.movements {
		out = append(out, clause{"thời gian phong trào của " + m.Title, m.Cite, m.Mark})
	}
	return out
}

// proceedings are what the rules say of votes, papers and revocations.
func (r *Rules) proceedings() []clause {
	var out []clause
	for _, c := range r.councils {
		for _, v := range c.votes {
			what := "phiếu cho các danh hiệu khác"
			if info, ok := r.Code(v.Title); ok {
				what = "phiếu cho " + info.Short
			}
			out = append(out, clause{fmt.Sprintf("từ ngày %s, %s", c.from, what), v.Cite, v.Mark})
		}
	}
	for _, b := range r.papers {
		for _, p := range b.papers {
			out = append(out, clause{fmt.Sprintf("từ ngày %s, giấy tờ %s", b.from, p.Code), p.Cite, p.Mark})
		}
	}
	for _, b := range r.grounds {
		for _, g := range b.list {
			out = append(out, clause{fmt.Sprintf("từ ngày %s, căn cứ hủy quyết định", b.from), g.Cite, g.Mark})
		}
	}
	return out
}

// proceedingSoundness lists what is not certain in votes, papers and revocations.
func (r *Rules) proceedingSoundness() []string {
	var out []string
	for _, c := range r.proceedings() {
		if !sure(c.mark) {
			out = append(out, fmt.Sprintf("%s: %s [%s].", capital(c.what), markWords(c.mark), c.cite))
		}
	}
	return out
}

// repeated says whether a need was counted before: nested in another title, or one clause
// that several ways ask.
func repeated(n NeedInfo) bool { return n.Shared || strings.Contains(n.ID, ".") }

// sure says whether nobody need look a clause up: it was read, or the province sets it.
func sure(mark string) bool { return mark == "V" || mark == "C" }

// earlier lists how many needs were cited less surely before a decree took the place of
// another, by the last day of it.
func (r *Rules) earlier(g *Regime) []string {
	until := map[tdkt.Day]int{}
	for _, t := range g.Titles {
		for _, n := range t.Needs() {
			for _, e := range n.Earlier {
				if !sure(e.Mark) && !repeated(n) {
					until[e.Until]++
				}
			}
		}
	}
	var out []string
	for _, day := range slices.Sorted(maps.Keys(until)) {
		out = append(out, fmt.Sprintf("%s: %d tiêu chuẩn xét đến hết ngày %s chưa có toàn văn nghị định khi đó để đối chiếu [%s].",
			g.ID, until[day], day, strings.Join(r.decrees(day), "; ")))
	}
	return out
}

// decrees are the numbers of the decrees about merit in force on a day.
func (r *Rules) decrees(on tdkt.Day) []string {
	var out []string
	for _, d := range r.Documents(AboutMerit, on) {
		if d.Type != lawType {
			out = append(out, d.Type+" "+d.Number)
		}
	}
	return out
}

// Marks counts the clauses of criteria, notes, votes, papers and revocations by how sure they
// are: V, V2, U, C; a need nested in another title counts once.
func (r *Rules) Marks() map[string]int {
	out := map[string]int{}
	for _, g := range r.Regimes {
		for _, t := range g.Titles {
			for _, n := range t.Needs() {
				if repeated(n) {
					continue
				}
				out[n.Mark]++
				for _, e := range n.Earlier {
					out[e.Mark]++
				}
			}
		}
		for _, q := range g.quotas {
			out[q.Mark]++
		}
		for _, c := range g.besides() {
			out[c.mark]++
		}
	}
	for _, c := range r.proceedings() {
		out[c.mark]++
	}
	return out
}

// moneySoundness lists coefficients and salaries known second-hand, by file.
func (r *Rules) moneySoundness() []string {
	var out []string
	for _, t := range r.tariffs {
		n := 0
		var cites []string
		for _, b := range t.bonuses {
			if b.Mark != "V" {
				n++
				if !slices.Contains(cites, b.Cite) {
					cites = append(cites, b.Cite)
				}
			}
		}
		if n > 0 {
			out = append(out, fmt.Sprintf("Mức tiền thưởng từ ngày %s: %d hệ số %s [%s].", t.from, n, markWords("V2"), strings.Join(cites, "; ")))
		}
	}
	for _, s := range r.salaries {
		if s.Mark != "V" {
			out = append(out, fmt.Sprintf("Mức lương cơ sở từ ngày %s: %s [%s].", s.From, markWords(s.Mark), s.Cite))
		}
	}
	return out
}

// ratingSoundness lists what is not certain in the rating book, scheme by scheme.
func (r *Rules) ratingSoundness() []string {
	var out []string
	for _, s := range r.ratings {
		for _, l := range s.Levels {
			if l.Mark != "V" {
				out = append(out, fmt.Sprintf("%s, mức %s: %s [%s].", s.ID, l.Level, markWords(l.Mark), l.Cite))
			}
		}
		if m := s.Marks; m != nil && !sure(m.Mean.RoundingMark) {
			out = append(out, fmt.Sprintf("%s, cách làm tròn điểm của năm: %s [%s].", s.ID, markWords(m.Mean.RoundingMark), m.Mean.Cite))
		}
		out = append(out, s.Cap.soundness(s.ID, "HTXS")...)
		if s.Units != nil {
			out = append(out, s.Units.soundness(s.ID, "đơn vị HTXS")...)
		}
	}
	return out
}

// soundness lists what is not certain in a cap on those rated best.
func (c *RatingCap) soundness(scheme, whom string) []string {
	var out []string
	for _, v := range []struct{ what, mark string }{
		{fmt.Sprintf("tỷ lệ %s tối đa %d%%", whom, c.Percent), c.Mark},
		{"cách hiểu số nền của tỷ lệ " + whom, c.BaseMark},
		{"cách làm tròn của tỷ lệ " + whom, c.RoundingMark},
	} {
		if !sure(v.mark) {
			out = append(out, fmt.Sprintf("%s, %s: %s [%s].", scheme, v.what, markWords(v.mark), c.Cite))
		}
	}
	return out
}

// markWords says what a mark of confidence means.
func markWords(mark string) string {
	switch mark {
	case "V2":
		return "biết qua văn bản dẫn lại"
	case "C":
		return "do tỉnh hoặc Sở quy định"
	case "U":
		return "chưa có nguồn"
	}
	return "đã đọc tại nguồn"
}
