package paper

import (
	"strings"
	"unicode"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// settle says which entries would settle an answer that lacks data, and on which tab
// each is made. What people judge stands last: it settles the answer in another way.
func settle(r law.Result) []string {
	var out []string
	for _, m := range r.Settle() {
		place := "Thẻ " + tab(m.Noun)
		switch {
		case m.Noun == tdkt.NounLocal || m.Noun == tdkt.NounRegulation:
			place = "Quy định riêng"
		case m.Noun == tdkt.NounTick && len(out) > 0:
			place = "Hoặc, " + uncapital(place)
		}
		out = append(out, place+": "+uncapital(m.Text))
	}
	return out
}

// tab is the tab of the window on which records of a noun are typed.
func tab(n tdkt.Noun) string {
	switch n {
	case tdkt.NounRating, tdkt.NounInitiative:
		return "Đánh giá"
	case tdkt.NounPledge:
		return "Đăng ký"
	case tdkt.NounPerson, tdkt.NounUnit, tdkt.NounPost:
		return "Nhân sự"
	default:
		return "Khen thưởng"
	}
}

// uncapital lets a sentence follow a colon.
func uncapital(s string) string {
	for i, r := range s {
		if i == 0 {
			return string(unicode.ToLower(r)) + strings.TrimPrefix(s, string(r))
		}
	}
	return s
}
