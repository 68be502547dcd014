package intake

import (
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

func (p *personReading) birth() {
	c, field := p.take("birth"), "birth"
	for _, f := range []struct {
		field string
		sex   tdkt.Sex
	}{{"birthmale", tdkt.Male}, {"birthfemale", tdkt.Female}} {
		if v := p.take(f.field); v != nil && c == nil {
			c, field, p.f.Sex = v, f.field, f.sex
		}
	}
	if c == nil {
		c = p.threeParts()
	}
	if c == nil {
		p.age()
		return
	}
	if strings.Trim(tdkt.Clean(c.Text), "-–./ ") == "" {
		return
	}
	d := ReadBirth(*c, p.Today)
	if p.birthAsked && d.Missing == "" {
		d.Guessed = "cột chỉ ghi “" + p.b.textOf("birth") + "”: là năm sinh?"
	}
	p.setBirth(d, tdkt.Clean(c.Text), place{p.r.row, max(p.b.col(field), 1)})
}

// age asks for the year of birth that an age makes likely, counted from the year of the list.
func (p *personReading) age() {
	c := p.take("age")
	if c == nil {
		return
	}
	text := strings.TrimSpace(strings.TrimSuffix(tdkt.Fold(c.Text), "tuoi"))
	n, err := strconv.Atoi(text)
	d := Date{Missing: "không đọc được tuổi “" + tdkt.Clean(c.Text) + "”"}
	if err == nil && n >= youngest && n < oldest {
		year := p.year
		if year == 0 {
			year = p.Today.Year()
		}
		if year == 0 {
			year = defaultYear
		}
		d = Date{Year: year - n, Guessed: "tính từ tuổi " + itoa(n) + " vào năm " + itoa(year)}
	}
	p.setBirth(d, tdkt.Clean(c.Text)+" tuổi", place{p.r.row, c.Col})
}

// threeParts joins day, month and year of three columns.
func (p *personReading) threeParts() *Cell {
	day, month, year := p.take("birthday"), p.take("birthmonth"), p.take("birthyear")
	if year == nil {
		return nil
	}
	text := tdkt.Clean(year.Text)
	if month != nil {
		text = tdkt.Clean(month.Text) + "/" + text
		if day != nil {
			text = tdkt.Clean(day.Text) + "/" + text
		}
	}
	return &Cell{Text: text}
}

func (p *personReading) setBirth(d Date, text string, at place) {
	doubt := Doubt{Field: "born", Text: text}
	switch {
	case d.Missing != "":
		doubt.Why = d.Missing
	case d.Guessed != "":
		doubt.Why, doubt.Proposal = d.Guessed, d.Day.String()
		if d.Day == 0 {
			doubt.Proposal = strconv.Itoa(d.Year)
		}
	default:
		p.f.Born, p.f.BornYear = d.Day, yearIf(d)
		if d.Month != 0 && d.Day == 0 {
			p.f.Notes = append(p.f.Notes, "“"+text+"” không có ngày: chỉ giữ năm sinh")
		}
		return
	}
	v, ok := p.doubt(&p.f, doubt, at)
	if !ok || v == "" {
		return
	}
	if d.Guessed == "" || v != doubt.Proposal {
		d = ReadBirth(Cell{Text: v}, p.Today)
	}
	p.f.Born, p.f.BornYear = d.Day, yearIf(d)
}

func yearIf(d Date) int {
	if d.Day != 0 {
		return 0
	}
	return d.Year
}

func (p *personReading) sex() {
	if c := p.take("sex"); c != nil {
		p.sexOf(c)
	}
	p.sexMarked()
	if p.b.col("sex") == 0 && p.b.col("sexfemale") != 0 && p.b.col("sexmale") == 0 && p.f.Sex == "" {
		p.f.Sex = tdkt.Male // only women are marked
	}
}

// sexOf reads the cell of the sex.
func (p *personReading) sexOf(c *Cell) {
	text := tdkt.Clean(c.Text)
	if sex := sexWord(text); sex != "" {
		p.f.Sex = sex
		return
	}
	if yes, known := Ticked(text); known && yes && strings.Contains(tdkt.Fold(p.b.textOf("sex")), "nu") {
		p.f.Sex = tdkt.Female
		return
	}
	if v, ok := p.doubt(&p.f, Doubt{Field: "sex", Text: text, Why: "không hiểu giới tính “" + text + "”"}, place{c.Row, c.Col}); ok && sexWord(v) != "" {
		p.f.Sex = sexWord(v)
	}
}

// sexWord is the sex that a word names, "" for none.
func sexWord(text string) tdkt.Sex {
	switch wordForm(tdkt.Clean(text)) {
	case "nam", "m", "ông", "male", "trai":
		return tdkt.Male
	case wordForm("nữ"), "nu", "f", "bà", "female", "gái":
		return tdkt.Female
	}
	return ""
}

// sexMarked reads the columns Nam and Nữ: a mark, or the birth date that stands there.
func (p *personReading) sexMarked() {
	for field, sex := range map[string]tdkt.Sex{"sexmale": tdkt.Male, "sexfemale": tdkt.Female} {
		c := p.take(field)
		if c == nil {
			continue
		}
		if yes, known := Ticked(tdkt.Clean(c.Text)); known && yes {
			p.f.Sex = sex
		} else if d := ReadBirth(*c, p.Today); d.Known() && p.f.Born+tdkt.Day(p.f.BornYear) == 0 {
			p.f.Sex = sex // the year of birth stands in the column of the sex
			p.setBirth(d, tdkt.Clean(c.Text), place{c.Row, c.Col})
		}
	}
}

// textOf is the header of a field's column.
func (b *block) textOf(field string) string {
	for _, c := range b.columns {
		if c.field == field {
			return c.text
		}
	}
	return ""
}

func (p *personReading) cccd() {
	c := p.take("cccd")
	if c == nil || strings.Trim(tdkt.Clean(c.Text), "-–. ") == "" {
		return
	}
	digits, why := ReadCCCD(*c)
	if why == "" {
		p.f.CCCD = digits
		return
	}
	masked := "số CCCD ở ô " + Ref(c.Col, c.Row)
	if v, ok := p.doubt(&p.f, Doubt{Field: "cccd", Text: masked, Why: why}, place{c.Row, c.Col}); ok && v != "" {
		if d, w := ReadCCCD(Cell{Text: v}); w == "" {
			p.f.CCCD = d
		}
	}
}

// ReadCCCD reads an identity number; why says what is wrong with it. The digits are
// personal and stand in no sentence.
func ReadCCCD(c Cell) (digits, why string) {
	s := strings.NewReplacer(" ", "", ".", "", "-", "", "'", "", "’", "", "`", "").Replace(tdkt.Clean(c.Text))
	if c.Scientific || strings.ContainsAny(s, "eE+") && strings.Trim(s, "0123456789eE+,") == "" {
		return "", "số CCCD bị Excel ghi dạng khoa học nên mất chữ số; hãy gõ lại đủ 12 số"
	}
	if strings.Trim(s, "0123456789") != "" {
		return "", "số CCCD chỉ gồm chữ số"
	}
	if c.Number {
		switch len(s) {
		case 10, 11:
			s = strings.Repeat("0", 12-len(s)) + s
		case 8:
			s = "0" + s
		}
	}
	if len(s) == 12 && strings.HasSuffix(s, "00000") && c.Number {
		return "", "số CCCD có nhiều số 0 ở cuối, có lẽ Excel đã làm tròn; hãy gõ lại đủ 12 số"
	}
	if len(s) != 12 && len(s) != 9 {
		return "", fmt.Sprintf("số CCCD phải có 12 chữ số (CMND cũ 9 chữ số), ô này có %d", len(s))
	}
	return s, ""
}
