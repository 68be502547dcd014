package reports

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// CardOpens is what a year opens for a subject, in words: the titles that earlier years
// lead to, what is still lacking for the first of them and by which article, and which
// streaks have ended.
type CardOpens struct {
	Year  int
	Head  string // the titles; "" where none opens
	Lacks string // what is lacking for the first, with its article; "" where nothing is
	Gaps  string // streaks that ended, and records that would join one; "" for none
}

// OpensOf looks at the year after the one given. A year without rules opens nothing.
func OpensOf(v *view.View, s tdkt.Subject, year int) CardOpens {
	out := CardOpens{Year: year + 1}
	x, err := v.Rules.Forecast(v.Facts, year, s)
	if err != nil {
		return out
	}
	var names, gaps []string
	for _, o := range x.Next {
		if !o.LooksBack || !slices.Contains([]law.Chance{law.Met, law.Open, law.Waits}, o.Chance) {
			continue
		}
		names = append(names, o.Short)
		if len(names) == 1 {
			out.Lacks = lacksOf(o)
		}
	}
	out.Head = strings.Join(names, ", ")
	for _, k := range x.Streaks {
		if len(k.Missing) > 0 || k.Gap != 0 && len(k.Years) > 0 {
			gaps = append(gaps, k.String())
		}
	}
	out.Gaps = strings.Join(gaps, "; ")
	return out
}

// lacksOf says what the best path of a title still asks for.
func lacksOf(o law.Opening) string {
	for _, p := range o.Paths {
		if p.Chance != o.Chance {
			continue
		}
		var out []string
		for _, s := range p.Steps {
			if s.Chance == law.Met {
				continue
			}
			out = append(out, fmt.Sprintf("%s (%s)", lowerFirst(strings.TrimRight(s.Why, ".")), s.Cite))
		}
		if len(out) == 0 {
			return ""
		}
		by := ""
		if o.Latest != 0 {
			by = fmt.Sprintf(", chậm nhất %s", o.Latest)
		}
		return "còn cần " + strings.Join(out, "; ") + by
	}
	return ""
}

// lowerFirst begins a sentence small, to go on in another; a name in capitals stays.
func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1]) {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}

// String is all of it in sentences.
func (o CardOpens) String() string {
	if o.Head == "" {
		return fmt.Sprintf("Năm %d chưa mở ra danh hiệu nào tính theo các năm trước.", o.Year)
	}
	text := fmt.Sprintf("Có thể mở ra năm %d: %s", o.Year, o.Head)
	if o.Lacks != "" {
		text += "; " + o.Lacks
	}
	return text + "."
}

// CardAward is one award of a life sheet that is not a yearly title.
type CardAward struct {
	Award    tdkt.Award
	Title    string
	Decision string // number, day and who signed
	Scan     bool   // the decision's scan is kept
}

// Years are those it was given for.
func (a CardAward) Years() string {
	if a.Award.From == a.Award.To {
		return fmt.Sprint(a.Award.To)
	}
	return fmt.Sprintf("%d–%d", a.Award.From, a.Award.To)
}

// CardAwards are a subject's awards that are not yearly titles, the latest first, those
// taken back among them.
func CardAwards(v *view.View, s tdkt.Subject) []CardAward {
	var out []CardAward
	for _, w := range v.Awards {
		if c, ok := v.Rules.Code(w.Code); w.Subject != s || ok && c.Yearly && !w.Revoked {
			continue
		}
		one := CardAward{Award: w, Title: v.TitleName(w.Code)}
		var words []string
		if w.Decision != "" {
			words = append(words, "QĐ "+w.Decision)
		}
		if w.Date != 0 {
			words = append(words, "ngày "+w.Date.String())
		}
		one.Decision = strings.Join(words, " ")
		if w.Signer != "" {
			one.Decision = strings.TrimPrefix(one.Decision+", "+w.Signer, ", ")
		}
		for _, d := range v.Decisions {
			if d.Number == w.Decision && d.Date == w.Date && w.Decision != "" {
				_, one.Scan = v.ScanOf(d.ID)
			}
		}
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b CardAward) int { return b.Award.To - a.Award.To })
	return out
}
