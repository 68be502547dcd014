package cli

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// periodLine is one person's year as periods -json prints it.
type periodLine struct {
	Year     int                `json:"year"`
	Subject  string             `json:"subject"`
	Name     string             `json:"name"`
	Unit     string             `json:"unit"`
	Group    string             `json:"group,omitempty"`
	Scheme   string             `json:"scheme"` // "" where the year has no rules for the person
	Marks    map[string]float64 `json:"marks"`  // confirmed points by period
	States   map[string]string  `json:"states"` // of every period that holds something, or lacks it
	Mean     *float64           `json:"mean"`
	Count    int                `json:"count"`
	Missing  []tdkt.Period      `json:"missing"`
	NotRated bool               `json:"not_rated"`
	Proposed tdkt.Level         `json:"proposed"`
	Decided  tdkt.Level         `json:"decided"`
	Parts    []partLine         `json:"parts"` // quarters and half-years
	Words    string             `json:"words"`
	Notes    []law.Note         `json:"notes"`
}

// partLine is the mean of a quarter or of half a year.
type partLine struct {
	Name    string   `json:"name"`
	Mean    *float64 `json:"mean"`
	Count   int      `json:"count"`
	Missing int      `json:"missing"`
	Done    bool     `json:"done"` // nothing of it is wanting
}

// hundred is a number of hundredths as JSON has it, null where nothing counts.
func hundred(n, count int) *float64 {
	if count == 0 {
		return nil
	}
	f := float64(n) / 100
	return &f
}

// periods prints the marks of a year with means and levels, or writes the rooms' sheets of
// one period.
func (c *call) periods() error {
	fs := c.flags("periods")
	year := yearFlag(fs)
	on := fs.String("on", "", "ngày, dd/mm/yyyy: kỳ chưa hết vào ngày này thì chưa phải có phiếu")
	period := fs.String("period", "", "kỳ của phiếu: T1 đến T12, Q1 đến Q4")
	out := fs.String("out", "", "thư mục nhận phiếu của các phòng")
	decide := fs.Bool("decide", false, "quyết định mức đề xuất của mọi người có đề xuất, hoặc của -subject")
	number := fs.String("number", "", "số quyết định xếp loại, dùng với -decide")
	subjects := fs.String("subject", "", "mã cán bộ, cách nhau bằng dấu phẩy")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	if *year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	day := tdkt.Day(0)
	if *on != "" {
		var err error
		if day, err = tdkt.ParseVN(*on); err != nil {
			return tdkt.Errorf(tdkt.Usage, "“%s” không phải là một ngày. Hãy ghi dd/mm/yyyy.", *on)
		}
	}
	return c.with(func(a *app.App) error {
		if !a.View().ByPeriods(*year) {
			return tdkt.Errorf(tdkt.Invalid, "Năm %d không chấm điểm theo tháng hoặc quý.", *year)
		}
		switch {
		case *decide:
			return c.decideProposed(a, *year, *subjects, *number)
		case *out != "":
			return c.periodSheets(a, *year, *period, *out)
		}
		only, err := periodSubjects(a, *subjects)
		if err == nil {
			c.periodList(a.View(), *year, day, only)
		}
		return err
	})
}

// periodSubjects are the people that codes name, nil for all.
func periodSubjects(a *app.App, codes string) (map[tdkt.ID]bool, error) {
	if codes == "" {
		return nil, nil //nolint:nilnil // nil is everybody
	}
	out := map[tdkt.ID]bool{}
	for code := range strings.SplitSeq(codes, ",") {
		s, err := a.View().FindSubject(strings.TrimSpace(code))
		if err != nil {
			return nil, err
		}
		out[s.ID] = true
	}
	return out, nil
}

// decideProposed decides the levels that the rules propose.
func (c *call) decideProposed(a *app.App, year int, codes, number string) error {
	only, err := periodSubjects(a, codes)
	if err != nil {
		return err
	}
	var people []tdkt.ID
	for _, p := range a.View().PeopleOf(year, "") {
		if only == nil || only[p.ID] {
			people = append(people, p.ID)
		}
	}
	n, err := a.DecideProposed(c.ctx, year, people, number)
	if err == nil {
		c.printf("Đã quyết định mức của %d người theo đề xuất; %d người chưa có đề xuất.\n", n, len(people)-n)
	}
	return err
}

func (c *call) periodSheets(a *app.App, year int, word, dir string) error {
	p, ok := tdkt.ParsePeriod(word)
	if !ok {
		return tdkt.Errorf(tdkt.Usage, "Không có kỳ “%s”. Hãy thêm -period T1 đến T12, hoặc Q1 đến Q4.", word)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // a folder people read
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không tạo được thư mục %s. Hãy chọn nơi khác.", dir)}
	}
	paths, err := papers.WritePeriodSheets(c.ctx, a, year, p, papers.Rooms(a.View(), year), dir)
	for _, path := range paths {
		c.printf("%s\n", path)
	}
	return err
}

// periodList prints everybody's year, or that of some, then the caps and whose sheets are
// wanting.
func (c *call) periodList(v *view.View, year int, on tdkt.Day, only map[tdkt.ID]bool) {
	grid := v.PeriodView(year, "", on)
	for _, r := range grid.Rows {
		if only != nil && !only[r.Person.ID] {
			continue
		}
		line := periodLineOf(v, r, on)
		if c.json {
			c.line(line)
			continue
		}
		c.personLine(r, line)
	}
	if c.json || only != nil {
		return
	}
	for _, l := range grid.Caps {
		c.printf("%s: %d trên tối đa %d (tính trên %s: %d), %s\n", l.Name, l.Chosen, l.Cap, l.Other.Base, l.Other.Cap, l.Cite)
	}
	for _, g := range grid.Missing {
		var rooms []string
		for _, r := range g.Rooms {
			rooms = append(rooms, fmt.Sprintf("%s %d/%d", r.Unit.Name, r.Missing, r.Total))
		}
		c.printf("Thiếu phiếu %s: %s\n", g.Period.Words(), strings.Join(rooms, ", "))
	}
}

// periodLineOf is one person's year as -json prints it.
func periodLineOf(v *view.View, r view.PeriodRow, on tdkt.Day) periodLine {
	line := periodLine{
		Year: r.Year, Subject: r.Person.Code, Name: r.Person.Name, Unit: v.UnitName(r.Unit), Group: r.Group, Marks: map[string]float64{}, States: map[string]string{},
		Mean: hundred(r.Mean, r.Count), Count: r.Count, Missing: r.Missing(), NotRated: r.NotRated, Proposed: r.Level, Decided: r.Rating.Level, Words: r.MeanWords(), Notes: r.AllNotes(v, on),
	}
	if r.Scheme != nil {
		line.Scheme = r.Scheme.ID
	}
	for _, s := range r.Slots {
		if s.Mark.State.Counts() {
			line.Marks[string(s.Period)] = float64(s.Mark.Head.Total) / 100
		}
		line.States[string(s.Period)] = s.Words()
	}
	for _, p := range r.MeanParts(v.Facts, v.Rules) {
		line.Parts = append(line.Parts, partLine{p.Words, hundred(p.Mean, p.Count), p.Count, p.Missing, p.Done()})
	}
	return line
}

// personLine prints one person's year for people to read.
func (c *call) personLine(r view.PeriodRow, line periodLine) {
	level := "chưa đề xuất"
	if r.Level != "" {
		level = "đề xuất " + string(r.Level)
	}
	if r.NotRated {
		level = "không xếp loại"
	}
	c.printf("%s %s: %s; %s", r.Person.Code, r.Person.Name, orNone(r.MeanWords()), level)
	if r.Rating.Level != "" {
		c.printf(", đã quyết định %s", r.Rating.Level)
	}
	var parts []string
	for _, p := range line.Parts {
		if p.Mean != nil {
			parts = append(parts, p.Name+" "+strings.Replace(strconv.FormatFloat(*p.Mean, 'f', -1, 64), ".", ",", 1))
		}
	}
	c.printf("\n")
	if len(parts) > 0 {
		c.printf("    %s\n", strings.Join(parts, "; "))
	}
	for _, n := range line.Notes {
		c.printf("    %s\n", n.Said())
	}
}

func orNone(s string) string {
	if s == "" {
		return "chưa có phiếu"
	}
	return s
}

// importPeriods takes the rooms' sheets of a period that came back.
func (c *call) importPeriods() error {
	fs := c.flags("import periods")
	dry := fs.Bool("dry-run", false, "chỉ xem trước")
	files, err := c.someWords(fs, 1000)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return c.misuse(errors.New("thiếu tên phiếu"))
	}
	return c.on(boot.Options{Read: *dry}, func(a *app.App) error {
		list := imports.PreviewPeriodSheets(c.ctx, a, files)
		bad := &tdkt.Error{Kind: tdkt.Invalid}
		for _, r := range list {
			if r.Problem != nil {
				return r.Problem
			}
			c.printf("%s (%s, %s năm %d): %d người thay đổi, %d giữ nguyên, %d chưa có điểm, %d bị từ chối\n",
				r.Sheet.File, r.Unit, r.Sheet.Period.Words(), r.Sheet.Year, len(r.Changed), r.Same, len(r.Empty), len(r.Refused))
			for _, l := range r.Changed {
				c.printf("    %s: %s → %s\n", l.Name, l.Before, l.After)
			}
			for _, p := range r.Refused {
				p.Sheet = r.Sheet.File
				bad.Problems = append(bad.Problems, p)
			}
		}
		if len(bad.Problems) > 0 {
			bad.Text = fmt.Sprintf("Có %d dòng của phiếu không nhận được nên chưa ghi gì. Hãy sửa các dòng nêu dưới đây rồi nhận lại.", len(bad.Problems))
			return bad
		}
		if *dry {
			return nil
		}
		n, err := imports.TakePeriodSheets(c.ctx, a, list)
		if err == nil {
			c.printf("Đã nhận phiếu: %d người thay đổi.\n", n)
		}
		return err
	})
}

// exportRatingForms writes Mẫu số 01 of a period, or Mẫu số 02 of a year, for each person:
// Word and Excel.
func (c *call) exportRatingForms(a *app.App, year int, kind, period, code, dir string) error {
	var only tdkt.ID
	if code != "" {
		s, err := a.View().FindSubject(code)
		if err != nil {
			return err
		}
		only = s.ID
	}
	p := tdkt.Period("")
	if kind == papers.Form01 {
		var ok bool
		if p, ok = tdkt.ParsePeriod(period); !ok {
			return tdkt.Errorf(tdkt.Usage, "Mẫu số 01 cần kỳ. Hãy thêm -period T1 đến T12, hoặc Q1 đến Q4.")
		}
	}
	paths, err := papers.WriteRatingForms(c.ctx, a, year, kind, p, only, dir)
	if err != nil {
		return err
	}
	c.printf("Đã ghi %d tệp vào %s.\n", len(paths), dir)
	return nil
}
