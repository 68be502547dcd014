package cli

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

const officialUse = "official show -year NĂM [-form 0605] | official set -year NĂM -form 0601 -row MÃ-SỐ -column CỘT -value SỐ | official list" +
	" | official officer -subject MÃ|-name TÊN [-born NGÀY|NĂM] [-sex nam|nữ] [-education TRÌNH-ĐỘ] [-since NGÀY|NĂM] [-from NGÀY] [-to NGÀY] [-remove]" +
	" | official bureau -name TÊN [-level MÃ-SỐ] [-from NGÀY] [-to NGÀY] [-remove]"

// officialCall is one call of the command.
type officialCall struct {
	*call
	year                         int
	form, row, column, value     string
	subject, name, born, sex     string
	education, since, from, till string
	level                        string
	remove                       bool
}

// official shows the statistical forms of a year, types into them, and fills the tables
// behind forms 0604 and 0605.
func (c *call) official() error {
	fs := c.flags("official")
	o := officialCall{call: c}
	year := yearFlag(fs)
	for name, to := range map[string]*string{
		"form": &o.form, "row": &o.row, "column": &o.column, "value": &o.value, "subject": &o.subject, "name": &o.name, "born": &o.born, "sex": &o.sex,
		"education": &o.education, "since": &o.since, "from": &o.from, "to": &o.till, "level": &o.level,
	} {
		fs.StringVar(to, name, "", "")
	}
	fs.BoolVar(&o.remove, "remove", false, "xóa khỏi bảng")
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	o.year = *year
	do := map[string]func(*app.App) error{"show": o.show, "set": o.set, "list": o.list, "officer": o.officer, "bureau": o.bureau}[words[0]]
	switch {
	case do == nil:
		return c.misuse(errors.New("thiếu show, set, list, officer hoặc bureau"))
	case o.year == 0 && (words[0] == "show" || words[0] == "set"):
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	return c.on(boot.Options{Read: words[0] == "show" || words[0] == "list"}, do)
}

// show prints the forms: each row with its numbers, a dash for one that nobody knows, a star
// after one that was typed; then what the office must look at.
func (o *officialCall) show(a *app.App) error {
	code, _, _ := strings.Cut(o.form, ".")
	shown := false
	for _, f := range reports.OfficialForms(a.View(), o.year) {
		if code != "" && f.Code != code {
			continue
		}
		shown = true
		o.printf("%s. %s\n", f.Code, f.Title)
		for _, r := range f.Rows {
			line := []string{r.Code, r.Text}
			for i, c := range r.Cells {
				if r.Code != "" && c.Has {
					line = append(line, f.Columns[i].Key+"="+figure(c))
				}
			}
			o.printf("%s\n", strings.Join(line, "\t"))
		}
		for _, n := range f.Notes {
			o.printf("  %s\n", n)
		}
	}
	if !shown {
		return tdkt.Errorf(tdkt.NotFound, "Không có biểu “%s”. Hãy ghi 0601 đến 0605.", o.form)
	}
	return nil
}

func figure(c tdkt.OfficialCell) string {
	switch {
	case c.Empty:
		return "-"
	case c.Typed:
		return strconv.Itoa(c.Value) + "*"
	}
	return strconv.Itoa(c.Value)
}

func (o *officialCall) set(a *app.App) error {
	return reports.SetFigure(o.ctx, a, o.year, o.form, o.row, o.column, o.value)
}

// list prints both tables.
func (o *officialCall) list(a *app.App) error {
	v := a.View()
	for _, w := range v.OfficersNow() {
		o.printf("%s\t%s\t%s\t%s\t%s%s\n", w.Name, tdkt.DayOrYear(w.Born, w.BornYear), w.Sex, w.Education, tdkt.DayOrYear(w.Since, w.SinceYear), counted(w.From, w.To))
	}
	for _, b := range v.Bureaus {
		o.printf("%s\t%s%s\n", b.Name, app.LevelWords(b.Level), counted(b.From, b.To))
	}
	return nil
}

// counted are the days between which a row is counted, "" for always.
func counted(from, to tdkt.Day) string {
	text := ""
	if from != 0 {
		text += "\ttính từ " + from.String()
	}
	if to != 0 {
		text += "\tđến " + to.String()
	}
	return text
}

// officer writes, changes or removes a row of the officials: what is not named stays.
func (o *officialCall) officer(a *app.App) error {
	v := a.View()
	w := tdkt.Officer{Name: tdkt.Clean(o.name)}
	if o.subject != "" {
		s, err := v.FindSubject(o.subject)
		if err != nil {
			return err
		}
		if s.Kind != tdkt.APerson {
			return tdkt.Errorf(tdkt.Invalid, "“%s” là đơn vị. Hãy nêu mã cán bộ.", o.subject)
		}
		w = tdkt.Officer{Person: s.ID}
	}
	at := slices.IndexFunc(v.Officers, func(x tdkt.Officer) bool {
		return x.Person == w.Person && (w.Person != "" || tdkt.Fold(x.Name) == tdkt.Fold(w.Name))
	})
	if at >= 0 {
		w = v.Officers[at]
	}
	if o.remove {
		if at < 0 {
			return tdkt.Errorf(tdkt.NotFound, "Bảng công chức làm công tác thi đua không có “%s”. Hãy xem bằng lệnh official list.", o.subject+o.name)
		}
		return a.RemoveOfficers(o.ctx, w)
	}
	if err := o.fill(&w); err != nil {
		return err
	}
	return a.SaveOfficers(o.ctx, w)
}

func (o *officialCall) fill(w *tdkt.Officer) (err error) {
	if o.born != "" {
		if w.Born, w.BornYear, err = dayOrYearFlag(o.born); err != nil {
			return err
		}
	}
	if o.since != "" {
		if w.Since, w.SinceYear, err = dayOrYearFlag(o.since); err != nil {
			return err
		}
	}
	switch tdkt.Fold(o.sex) {
	case "":
	case "nam":
		w.Sex = tdkt.Male
	case "nu":
		w.Sex = tdkt.Female
	default:
		return tdkt.Errorf(tdkt.Usage, "Không hiểu giới tính “%s”. Hãy ghi nam hoặc nữ.", o.sex)
	}
	if o.education != "" {
		w.Education = o.education
	}
	return o.days(&w.From, &w.To)
}

// days reads -from and -to over what stands there.
func (o *officialCall) days(from, to *tdkt.Day) error {
	for text, day := range map[*string]*tdkt.Day{&o.from: from, &o.till: to} {
		if *text == "" {
			continue
		}
		d, err := dayFlag(*text)
		if err != nil {
			return err
		}
		*day = d
	}
	return nil
}

func dayOrYearFlag(s string) (tdkt.Day, int, error) {
	if year, err := strconv.Atoi(s); err == nil && year >= 1900 && year < 2100 {
		return 0, year, nil
	}
	d, err := dayFlag(s)
	return d, 0, err
}

// bureau writes, changes or removes a row of the organisations.
func (o *officialCall) bureau(a *app.App) error {
	v := a.View()
	b := tdkt.Bureau{Name: o.name}
	at := slices.IndexFunc(v.Bureaus, func(x tdkt.Bureau) bool { return tdkt.Fold(x.Name) == tdkt.Fold(o.name) })
	if at >= 0 {
		b = v.Bureaus[at]
	}
	if o.remove {
		if at < 0 {
			return tdkt.Errorf(tdkt.NotFound, "Bảng tổ chức làm công tác thi đua không có “%s”. Hãy xem bằng lệnh official list.", o.name)
		}
		return a.RemoveBureaus(o.ctx, b)
	}
	if o.level != "" {
		if b.Level = app.BureauLevel(o.level); b.Level == "" {
			return tdkt.Errorf(tdkt.Invalid, "Biểu 0604 không có cấp “%s”. Hãy ghi mã số 02 đến 05.", o.level)
		}
	}
	if err := o.days(&b.From, &b.To); err != nil {
		return err
	}
	return a.SaveBureaus(o.ctx, b)
}
