package cli

import (
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// forecast prints what everyone judged in a year holds and what the next year opens;
// for one subject also what cannot be and what is left to judgement.
func (c *call) forecast() error {
	fs := c.flags("forecast")
	year := yearFlag(fs)
	subject := fs.String("subject", "", "mã cán bộ hoặc đơn vị")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	if *year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	return c.with(func(a *app.App) error {
		v := a.View()
		if *subject != "" {
			return c.forecastOne(v, *year, *subject)
		}
		if _, err := v.Rules.Criteria(*year + 1); err != nil {
			return err
		}
		for _, s := range v.Facts.Judged(*year) {
			if err := c.ctx.Err(); err != nil {
				return err
			}
			x, err := v.Rules.Forecast(v.Facts, *year, s)
			if err != nil {
				return err
			}
			c.foretold(x, false)
		}
		return nil
	})
}

func (c *call) forecastOne(v *view.View, year int, code string) error {
	s, err := v.FindSubject(code)
	if err != nil {
		return err
	}
	x, err := v.Rules.Forecast(v.Facts, year, s)
	if err != nil {
		return err
	}
	c.foretold(x, true)
	return nil
}

// foretold prints one forecast; whole also with what is met, barred or left to judgement.
func (c *call) foretold(x law.Forecast, whole bool) {
	if c.json {
		c.line(x)
		return
	}
	c.printf("%s %s\n", x.Code, x.Name)
	var held []string
	for _, h := range x.Held {
		held = append(held, h.String())
	}
	if len(held) > 0 {
		c.printf("  Đã được tặng: %s.\n", strings.Join(held, "; "))
	}
	for _, s := range x.Streaks {
		c.printf("  %s.\n", s)
	}
	for _, s := range x.Since {
		c.printf("  %s gần nhất năm %d: đã qua %d năm.\n", s.Short, s.Last, s.Years)
	}
	if x.Note != "" {
		c.printf("  %s\n", x.Note)
	}
	for _, o := range x.Next {
		if whole || o.Chance != law.Barred && o.Chance != law.Judged {
			c.opening(x.Year+1, o, whole)
		}
	}
}

// opening prints one title of the next year.
func (c *call) opening(year int, o law.Opening, whole bool) {
	switch o.Chance {
	case law.Barred:
		c.printf("  %s: năm %d chưa thể đạt, vì:\n", o.Name, year)
		for _, f := range o.Reasons() {
			c.printf("    %s %s [%s]%s\n", f.Why, f.Seen, f.Cite, law.MarkName(f.Mark))
		}
		return
	case law.Judged:
		c.printf("  %s: năm %d do người có thẩm quyền đánh giá.\n", o.Name, year)
	case law.Waits:
		c.printf("  %s: năm %d có thể đạt nếu bổ sung hồ sơ các năm trước.\n", o.Name, year)
	case law.Met:
		c.printf("  %s: năm %d đã đủ điều kiện theo dữ liệu hiện có.\n", o.Name, year)
	case law.Open:
		c.printf("  %s: năm %d có thể đạt, chậm nhất ngày %s.\n", o.Name, year, o.Latest)
	}
	for _, p := range o.Paths {
		if whole || p.Chance == o.Chance {
			c.path(p, whole)
		}
	}
}

// path prints the steps of one way that are not yet done.
func (c *call) path(p law.Path, whole bool) {
	if p.Name != "" {
		c.printf("    %s (%s)\n", p.Name, law.ChanceName(p.Chance))
	}
	for _, s := range p.Steps {
		nested := strings.Contains(s.Need, ".") // told by its own title already
		if whole || !nested && (s.Chance == law.Open || s.Chance == law.Waits) {
			c.printf("      %s: %s %s [%s]%s\n", law.ChanceName(s.Chance), s.Why, s.Seen, s.Cite, law.MarkName(s.Mark))
		}
	}
}
