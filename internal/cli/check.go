package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// asked is what check was asked for.
type asked struct {
	year           int
	subject, title string
	on             tdkt.Day
}

func (c *call) check() error {
	fs := c.flags("check")
	var q asked
	year := yearFlag(fs)
	fs.StringVar(&q.subject, "subject", "", "mã cán bộ hoặc đơn vị")
	fs.StringVar(&q.title, "title", "", "mã danh hiệu")
	on := fs.String("on", "", "ngày đọc tạm dừng xét")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	q.year = *year
	q.title = strings.ToUpper(strings.TrimSpace(q.title))
	if q.year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm xét. Hãy thêm -year NĂM.")
	}
	var err error
	if q.on, err = dayFlag(*on); err != nil {
		return err
	}
	return c.with(func(a *app.App) error { return c.answer(a.View(), q) })
}

// dayFlag reads a day as people or programs write it.
func dayFlag(s string) (tdkt.Day, error) {
	if s == "" {
		return 0, nil
	}
	if d, err := tdkt.ParseISO(s); err == nil {
		return d, nil
	}
	d, err := tdkt.ParseVN(s)
	if err != nil {
		return 0, tdkt.Errorf(tdkt.Usage, "“%s” không phải là ngày. Hãy viết dd/mm/yyyy, ví dụ 31/12/2023.", s)
	}
	return d, nil
}

func (c *call) answer(v *view.View, q asked) error {
	regime, err := v.Rules.Criteria(q.year)
	if err != nil {
		return err
	}
	if q.title != "" && !hasTitle(regime, q.title) {
		return tdkt.Errorf(tdkt.Invalid, "Quy định năm %d không có danh hiệu mã “%s”. Hãy xem các mã bằng lệnh law show.", q.year, q.title)
	}
	if q.subject != "" {
		return c.answerOne(v, regime, q)
	}
	if q.title != "" {
		return c.answerTitle(v, regime, q)
	}
	all, err := v.Rules.All(c.ctx, v.Facts, q.year, q.on, false)
	if err != nil {
		return err
	}
	for r := range all {
		if err := c.settled(v, r, q.on); err != nil {
			return err
		}
	}
	return c.ctx.Err()
}

// settled prints an answer made in passing. One that lacks data is asked again by itself,
// so that it names what would settle it.
func (c *call) settled(v *view.View, r law.Result, on tdkt.Day) error {
	if r.Answer == law.Unknown {
		full, err := v.Rules.Judge(v.Facts, law.Question{Year: r.Year, On: on, Subject: r.Subject, Title: r.Title})
		if err != nil {
			return err
		}
		r = full
	}
	c.result(v, r, false)
	return nil
}

// answerTitle asks one title of everybody judged in the year, one asked apart too.
func (c *call) answerTitle(v *view.View, regime *law.Regime, q asked) error {
	for _, s := range v.Facts.Judged(q.year) {
		if _, fits := regime.Title(s.Kind, q.title); !fits {
			continue
		}
		r, err := v.Rules.Judge(v.Facts, law.Question{Year: q.year, On: q.on, Subject: s, Title: q.title})
		if err != nil {
			return err
		}
		c.result(v, r, false)
	}
	return c.ctx.Err()
}

func (c *call) answerOne(v *view.View, regime *law.Regime, q asked) error {
	s, err := v.FindSubject(q.subject)
	if err != nil {
		return err
	}
	if _, fits := regime.Title(s.Kind, q.title); q.title != "" && !fits {
		return tdkt.Errorf(tdkt.Invalid, "%s không dành cho %s. Hãy xem lại mã danh hiệu hoặc mã đối tượng.", v.TitleName(q.title), v.Facts.NameOf(s))
	}
	for _, t := range regime.Titles {
		if t.Kind != s.Kind || q.title != t.Code && (q.title != "" || t.Apart) {
			continue
		}
		r, err := v.Rules.Judge(v.Facts, law.Question{Year: q.year, On: q.on, Subject: s, Title: t.Code})
		if err != nil {
			return err
		}
		c.result(v, r, true)
		c.notApplied(t.NotApplied(v.Facts, q.year))
	}
	return nil
}

func hasTitle(g *law.Regime, code string) bool {
	_, person := g.Title(tdkt.APerson, code)
	_, unit := g.Title(tdkt.AUnit, code)
	return person || unit
}

// answerLine is an answer as -json prints it: with what would settle it.
type answerLine struct {
	law.Result
	Missing []missingLine `json:"missing,omitempty"`
}

// missingLine is one entry that would settle an answer, in words and for programs.
type missingLine struct {
	Text     string    `json:"text"`
	Noun     tdkt.Noun `json:"noun"`
	Subjects []string  `json:"subjects,omitempty"` // codes
	Titles   []string  `json:"titles,omitempty"`   // of awards
	Years    []int     `json:"years,omitempty"`
	Book     tdkt.Book `json:"book,omitempty"` // closing it says that there is nothing
}

func missingLines(v *view.View, r law.Result) []missingLine {
	var out []missingLine
	for _, m := range r.Settle() {
		line := missingLine{Text: m.Text, Noun: m.Noun, Titles: m.Codes, Years: m.Years, Book: m.Book}
		for _, s := range m.Subjects {
			line.Subjects = append(line.Subjects, v.Facts.CodeOf(s))
		}
		out = append(out, line)
	}
	return out
}

// result prints one answer; findings too when asked about one subject.
func (c *call) result(v *view.View, r law.Result, findings bool) {
	if c.json {
		c.line(answerLine{r, missingLines(v, r)})
		return
	}
	tail := ""
	if r.Hold {
		tail = " — tạm dừng xét"
	}
	if n := r.Waiting(); n > 0 && r.Answer == law.Yes {
		tail += fmt.Sprintf(" — còn %d tiêu chí chờ đánh giá", n)
	}
	c.printf("%s %s — %s: %s%s\n", r.Code, v.Facts.NameOf(r.Subject), v.TitleName(r.Title), r.VerdictName(), tail)
	for _, words := range r.ExceptionWords() {
		c.printf("    %s\n", words)
	}
	for _, m := range r.Settle() {
		c.printf("    Cần: %s\n", m.Text)
	}
	for _, n := range r.Notes {
		c.printf("    Lưu ý: %s\n", n)
	}
	if findings {
		c.findings(r)
	}
}

// findings prints the needs common to all alternatives, then each alternative under its
// name: in full one that may still win, of one that cannot what it fails by alone.
func (c *call) findings(r law.Result) {
	for _, way := range r.Ways() {
		indent, lost := "    ", false
		if way != "" {
			lost = r.Verdict(way) == law.No
			c.printf("    %s: %s\n", way, law.AnswerName(r.Verdict(way)))
			indent += "  "
		}
		met := 0
		for _, f := range r.Findings {
			switch {
			case f.Way != way:
			case lost && f.Answer != law.No:
				met++
			default:
				c.printf("%s%s: %s; %s [%s]%s\n", indent, strings.TrimSuffix(f.Why, "."), law.AnswerName(f.Answer), f.Seen, f.Cite, law.MarkName(f.Mark))
			}
		}
		if met > 0 {
			c.printf("%s(không kể %d tiêu chuẩn khác của cách này)\n", indent, met)
		}
	}
}

// notApplied tells of the needs that wait for a value of the office's own.
func (c *call) notApplied(needs []law.NeedInfo) {
	if c.json {
		return
	}
	for _, n := range needs {
		c.printf("    %s: không áp dụng; chưa có quy định riêng [%s]%s\n", strings.TrimSuffix(n.Why, "."), n.Cite, law.MarkName(n.Mark))
	}
}

func (c *call) quota() error {
	fs := c.flags("quota")
	year := yearFlag(fs)
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	if *year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	return c.with(func(a *app.App) error {
		v := a.View()
		lines, err := v.Quotas(*year)
		if err != nil {
			return err
		}
		ratings, err := v.Rules.RatingQuotas(v.Facts, *year)
		if err != nil {
			return err
		}
		for _, l := range append(lines, ratings...) {
			c.quotaLine(l)
		}
		return nil
	})
}

func (c *call) quotaLine(l law.QuotaLine) {
	if c.json {
		c.line(l)
		return
	}
	if !l.Known {
		c.printf("%s: thiếu dữ liệu, chưa có tỷ lệ của địa phương [%s]%s\n", l.Name, l.Cite, law.MarkName(l.Mark))
		return
	}
	if l.Other != nil {
		c.ratingLine(l)
		return
	}
	c.printf("%s: tối đa %d%% của %d (%s), làm tròn %s còn %d; đã chọn %d [%s]%s\n",
		l.Name, l.Percent, l.BaseCount, l.Base, l.Rounding, l.Cap, l.Chosen, l.Cite, law.MarkName(l.Mark))
}

// ratingLine prints a cap on ratings in both readings of its base.
func (c *call) ratingLine(l law.QuotaLine) {
	who := "người"
	if l.Units {
		who = "đơn vị"
	}
	if l.Few != nil {
		c.printf("%s: có dưới %d đơn vị nên được xếp nhiều nhất %d; đã xếp %d [%s]%s\n",
			l.Name, l.Few.Under, l.Few.Cap, l.Chosen, l.Cite, law.MarkName(l.Mark))
		return
	}
	c.printf("%s: trong %d %s từ HTT trở lên được xếp nhiều nhất %d (không quá %d%% %s, làm tròn %s); đã xếp %d [%s]%s\n",
		l.Name, l.BaseCount, who, l.Cap, l.Percent, l.Base, l.Rounding, l.Chosen, l.Cite, law.MarkName(l.Mark))
	c.printf("  cách hiểu khác: được xếp nhiều nhất %d (không quá %d%% %s, làm tròn %s)\n", l.Other.Cap, l.Percent, l.Other.Base, l.Rounding)
}

func (c *call) law() error {
	if len(c.args) == 0 {
		return c.misuse(errors.New("thiếu show hoặc check"))
	}
	what := c.args[0]
	c.args = c.args[1:]
	rules, err := law.Load()
	if err != nil {
		return fmt.Errorf("cli: %w", err)
	}
	switch what {
	case "check":
		return c.lawCheck(rules)
	case "show":
		return c.lawShow(rules)
	}
	return c.misuse(fmt.Errorf("không có law %s", what))
}

func (c *call) lawShow(rules *law.Rules) error {
	fs := c.flags("law show")
	year := yearFlag(fs)
	id := fs.String("regime", "", "mã chế độ")
	title := fs.String("title", "", "mã danh hiệu")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	found := false
	for _, g := range rules.Regimes {
		if *id != "" && g.ID != *id || *year != 0 && (*year < g.From || g.Till != 0 && *year > g.Till) {
			continue
		}
		found = c.lawRegime(rules, g, *title) || found
	}
	if !found {
		return tdkt.Errorf(tdkt.Invalid, "Không có quy định nào ứng với năm, chế độ và danh hiệu đã nêu. Hãy bỏ bớt điều kiện, hoặc gõ law show để xem tất cả.")
	}
	return nil
}

// lawRegime prints the titles of a regime of one code, all for "", and says whether
// there is any.
func (c *call) lawRegime(rules *law.Rules, g *law.Regime, code string) bool {
	titles := slices.DeleteFunc(slices.Clone(g.Titles), func(t *law.Title) bool { return code != "" && !strings.EqualFold(t.Code, code) })
	if len(titles) == 0 {
		return false
	}
	till := "nay"
	if g.Till != 0 {
		till = fmt.Sprint(g.Till)
	}
	c.printf("%s — %s (năm %d–%s)\n", g.ID, g.Name, g.From, till)
	for _, t := range titles {
		c.lawTitle(t)
	}
	if code == "" {
		c.lawLocals(rules, g)
	}
	return true
}

// lawLocals lists what the regime leaves to the province and what follows without it.
func (c *call) lawLocals(rules *law.Rules, g *law.Regime) {
	year := g.From
	if g.Till != 0 {
		year = g.Till // the rating of staff knows no older years
	}
	c.printf("\n  Quy định riêng của địa phương:\n")
	for _, k := range g.LocalKeys() {
		c.printf("    %s: %s (%s) [%s]%s\n", k.Key, k.Name, k.Kind, k.Cite, law.MarkName("C"))
		for _, u := range rules.LocalUses(year, k.Key) {
			c.printf("      %s: %s Bỏ trống: %s.\n", u.Name, u.Why, u.Empty)
		}
	}
	c.printf("\n")
}

func (c *call) lawTitle(t *law.Title) {
	c.printf("\n  %s — %s (%s)\n", t.Code, t.Name, kindName(t.Kind))
	way, indent := "", "    "
	for _, n := range t.Needs() {
		if n.Way != way {
			way, indent = n.Way, "      "
			c.printf("    %s\n", way)
		}
		c.printf("%s%s: %s [%s]%s\n", indent, n.ID, n.Why, n.Cite, law.MarkName(n.Mark))
	}
}
