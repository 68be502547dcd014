package law

import (
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// Forecast is what a subject holds in a year and what the next year opens.
type Forecast struct {
	Year    int              `json:"year"`
	Code    string           `json:"subject"`
	Name    string           `json:"name"`
	Kind    tdkt.SubjectKind `json:"kind"`
	Regime  string           `json:"regime"` // of the next year
	Held    []Held           `json:"held"`
	Streaks []Streak         `json:"streaks"`
	Since   []Since          `json:"since"`
	Next    []Opening        `json:"next"`           // every title of the next year, in the regime's order; one asked apart only where it can be had
	Note    string           `json:"note,omitempty"` // why Next is empty
	Subject tdkt.Subject     `json:"-"`
}

// Held is a code with the years it was given for.
type Held struct {
	Code  string `json:"code"`
	Short string `json:"short"`
	Years []int  `json:"years"` // each year of a yearly title; the last year of each award of another
}

// String writes "CSTĐ cơ sở 2021–2023".
func (h Held) String() string { return h.Short + " " + years(h.Years) }

// Forecast tells what a subject holds at the end of a year, how its streaks stand and
// how near each title of the next year is, judged by the next year's own rules on the
// data there are.
func (r *Rules) Forecast(f *Facts, year int, s tdkt.Subject) (Forecast, error) {
	return r.forecast(f, year, s, false)
}

// ForecastBrief is Forecast without what was seen, for going over many people.
func (r *Rules) ForecastBrief(f *Facts, year int, s tdkt.Subject) (Forecast, error) {
	return r.forecast(f, year, s, true)
}

func (r *Rules) forecast(f *Facts, year int, s tdkt.Subject, brief bool) (Forecast, error) {
	g, err := r.Criteria(year + 1)
	if err != nil {
		return Forecast{}, err
	}
	at, ok := f.place[s]
	if !ok {
		return Forecast{}, tdkt.Errorf(tdkt.NotFound,
			"Không tìm thấy cá nhân hoặc tập thể cần xem; hãy kiểm tra lại mã trong danh sách.")
	}
	if !f.judged(at, year) {
		return Forecast{}, f.notJudged(at, year)
	}
	j := judging{rules: r, facts: f, sub: at, year: year}
	sub := &f.subjects[at]
	out := Forecast{
		Year: year, Code: sub.code, Name: sub.name, Kind: s.Kind, Regime: g.ID, Subject: s,
		Held: j.held(), Streaks: j.streaks(), Since: j.since(),
	}
	if !f.judged(at, year+1) {
		out.Note = fmt.Sprintf("Không được xét năm %d: ngày công tác cuối cùng là %s.", year+1, sub.span.To)
		return out, nil
	}
	h := r.hoping(f, g, at, year+1)
	h.brief = brief
	for _, t := range g.TitlesFor(s.Kind) {
		if f.asks(at, t) {
			out.Next = append(out.Next, h.outlook(t, !brief))
		}
	}
	for _, t := range g.Titles {
		if !t.Apart || t.Kind != s.Kind || !f.asks(at, t) {
			continue
		}
		if o := h.outlook(t, !brief); o.Chance == Met || o.Chance == Open {
			out.Next = append(out.Next, o)
		}
	}
	return out, nil
}

// held lists what the subject was given for years up to the year, in the catalogue's order.
func (j *judging) held() []Held {
	var out []Held
	for code, info := range j.rules.codes {
		h := Held{Code: info.Code, Short: info.Short}
		for _, x := range j.facts.under(j.rules, j.sub, code) {
			from := int(x.to)
			if info.Yearly {
				from = int(x.from)
			}
			for y := from; y <= min(int(x.to), j.year); y++ {
				h.Years = append(h.Years, y)
			}
		}
		if len(h.Years) > 0 {
			slices.Sort(h.Years)
			h.Years = slices.Compact(h.Years)
			out = append(out, h)
		}
	}
	return out
}
