package staff

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one person of the list.
type row struct {
	person *tdkt.Person // of the view, never changed
	view   *view.View
	year   int
}

func (r row) key() string { return string(r.person.ID) }

func (r row) style() kit.RowStyle {
	if end := r.person.End; end != 0 && end < tdkt.FirstDay(r.year) { // no longer serves in the year
		return kit.Muted
	}
	return kit.Normal
}

// rowsOf lists the people of a year and unit, or everyone ever entered.
func rowsOf(v *view.View, year int, unit tdkt.ID, all bool) []row {
	people := v.PeopleOf(year, unit)
	if all {
		people = everyone(v, unit)
	}
	out := make([]row, len(people))
	for i := range people {
		out[i] = row{person: &people[i], view: v, year: year}
	}
	return out
}

// unit is worked out for the rows that are shown or searched.
func (r row) unit() string { return r.view.UnitName(unitIn(r.view, *r.person, r.year)) }

// unitIn is the unit the list shows: that of the year, or the last one of someone who
// does not serve in it.
func unitIn(v *view.View, p tdkt.Person, year int) tdkt.ID {
	if p.Service().Overlaps(tdkt.YearSpan(year)) {
		return v.UnitIn(p, year)
	}
	return p.Unit
}

func everyone(v *view.View, unit tdkt.ID) []tdkt.Person {
	var out []tdkt.Person
	for _, p := range v.People {
		if unit == "" || v.Facts.Within(p.Unit, unit) {
			out = append(out, p)
		}
	}
	view.SortPeople(out)
	return out
}

// The places of the columns.
const (
	colCode = iota
	colName
	colBorn
	colSex
	colUnit
	colPosition
	colEmployment
	colLeader
	colStart
	colEnd
	colCCCD
	colTexts // the first of tdkt.PersonTexts
)

func columns() []kit.Column[row] {
	text := &kit.Editor[row]{Kind: kit.EditText}
	date := &kit.Editor[row]{Kind: kit.EditDate}
	list := []kit.Column[row]{
		colCode:     {Title: "Mã", Width: 64, Text: func(r row) string { return r.person.Code }},
		colName:     {Title: "Họ và tên", Width: 176, Text: func(r row) string { return r.person.Name }, Order: kit.ByName, Edit: text},
		colBorn:     {Title: "Ngày sinh", Width: 88, Text: func(r row) string { return bornText(*r.person) }, Order: kit.ByDay, Edit: text},
		colSex:      {Title: "Giới tính", Width: 80, Text: func(r row) string { return sexName(r.person.Sex) }, Edit: choice("Nam", "Nữ")},
		colUnit:     {Title: "Đơn vị", Width: 200, Text: row.unit},
		colPosition: {Title: "Chức vụ", Width: 156, Text: func(r row) string { return r.person.Position }, Edit: text},
		colEmployment: {
			Title: "Đối tượng", Width: 118, Text: func(r row) string { return string(r.person.Employment) },
			Edit: choice(employments()...),
		},
		colLeader: {Title: "Lãnh đạo", Width: 84, Text: func(r row) string { return tick(r.person.Leader) }, Edit: &kit.Editor[row]{Kind: kit.EditTick}},
		colStart:  {Title: "Vào làm", Width: 92, Text: func(r row) string { return r.person.Start.String() }, Order: kit.ByDay, Edit: date},
		colEnd:    {Title: "Thôi việc", Width: 92, Text: func(r row) string { return r.person.End.String() }, Order: kit.ByDay, Edit: date},
		colCCCD:   {Title: "Số CCCD", Width: 112, Text: func(r row) string { return reports.MaskCCCD(r.person.CCCD) }},
	}
	for _, t := range tdkt.PersonTexts() {
		list = append(list, kit.Column[row]{Title: t.Label, Width: textWidth, Text: func(r row) string { return *t.Of(r.person) }, Edit: text})
	}
	return list
}

const textWidth = 160

func choice(options ...string) *kit.Editor[row] {
	return &kit.Editor[row]{Kind: kit.EditChoice, Choices: func(row) []string { return options }}
}

func employments() []string {
	var out []string
	for _, e := range tdkt.Employments() {
		out = append(out, string(e))
	}
	return out
}

func bornText(p tdkt.Person) string {
	if p.Born == 0 && p.BornYear > 0 {
		return fmt.Sprint(p.BornYear)
	}
	return p.Born.String()
}

func sexName(s tdkt.Sex) string {
	switch s {
	case tdkt.Male:
		return "Nam"
	case tdkt.Female:
		return "Nữ"
	}
	return ""
}

func sexOf(name string) tdkt.Sex {
	return tdkt.Sex(strings.ToLower(name))
}

func tick(on bool) string {
	if on {
		return "x"
	}
	return ""
}

// merged joins the edits of each person, over what the data say now: rows on screen
// may be older than the last edit.
func merged(v *view.View, edits []kit.Edit[row]) ([]tdkt.Person, error) {
	at := map[tdkt.ID]int{}
	var out []tdkt.Person
	for _, e := range edits {
		i, ok := at[e.Row.person.ID]
		if !ok {
			p, known := v.Facts.Person(e.Row.person.ID)
			if !known {
				return nil, tdkt.Errorf(tdkt.Invalid, textGone, e.Row.person.Name)
			}
			i = len(out)
			at[p.ID] = i
			out = append(out, p)
		}
		p, err := changed(v, out[i], e.Column, e.Text)
		if err != nil {
			return nil, err
		}
		out[i] = p
	}
	return out, nil
}

// changed is the person with one cell changed to what was typed.
func changed(v *view.View, p tdkt.Person, column int, text string) (tdkt.Person, error) {
	var err error
	switch column {
	case colName:
		p.Name = text
	case colBorn:
		p.Born, p.BornYear, err = birth(text)
	case colSex:
		p.Sex = sexOf(text)
	case colUnit:
		p.Unit = unitOf(v, text)
	case colPosition:
		p.Position = text
	case colEmployment:
		p.Employment = tdkt.Employment(text)
	case colLeader:
		p.Leader = text != ""
	case colStart:
		p.Start, err = day(text)
	case colEnd:
		p.End, err = day(text)
	default:
		*tdkt.PersonTexts()[column-colTexts].Of(&p) = text
	}
	return p, err
}

// birth reads a birth date, or a year alone.
func birth(text string) (tdkt.Day, int, error) {
	if year, err := strconv.Atoi(text); err == nil && year >= 1900 && year < 2100 {
		return 0, year, nil
	}
	d, err := day(text)
	return d, 0, err
}

func day(text string) (tdkt.Day, error) {
	if text == "" {
		return 0, nil
	}
	d, err := tdkt.ParseVN(text)
	if err != nil {
		return 0, tdkt.Errorf(tdkt.Invalid, "“%s” không phải là ngày. Hãy nhập ngày/tháng/năm, ví dụ 05/03/1980.", text)
	}
	return d, nil
}

// unitNames lists the units as the choices show them; two units of one name carry
// their codes.
func unitNames(v *view.View) []string {
	var out []string
	label := unitLabels(v)
	for _, n := range v.OwnUnits() {
		out = append(out, label(n.Unit))
	}
	return out
}

func unitLabels(v *view.View) func(tdkt.Unit) string {
	same := map[string]int{}
	for i := range v.Units {
		same[tdkt.Fold(v.Units[i].Name)]++
	}
	return func(u tdkt.Unit) string {
		if same[tdkt.Fold(u.Name)] > 1 {
			return fmt.Sprintf("%s (%s)", u.Name, u.Code)
		}
		return u.Name
	}
}

// unitOf finds the unit of a choice, "" for none.
func unitOf(v *view.View, label string) tdkt.ID {
	name := unitLabels(v)
	for _, u := range v.Units {
		if name(u) == label {
			return u.ID
		}
	}
	return ""
}

func totals(shown []row) string {
	leaders, women := 0, 0
	for _, r := range shown {
		if r.person.Leader {
			leaders++
		}
		if r.person.Sex == tdkt.Female {
			women++
		}
	}
	return fmt.Sprintf(textTotals, len(shown), leaders, women)
}

// cardRow is one year of the life sheet.
type cardRow struct{ reports.CardYear }

func (r cardRow) key() string { return fmt.Sprint(r.Year) }

func cardColumns() []kit.Column[cardRow] {
	return []kit.Column[cardRow]{
		{Title: "Năm", Width: 48, Text: cardRow.key, Order: kit.ByNumber},
		{Title: "Đăng ký", Width: 170, Text: func(r cardRow) string { return strings.Join(r.Pledges, "; ") }},
		{Title: "Xếp loại", Width: 190, Text: func(r cardRow) string { return cmp.Or(r.Rating, textNotEntered) }},
		{Title: "Sáng kiến", Width: 220, Text: func(r cardRow) string { return strings.Join(r.Initiatives, "; ") }},
		{Title: "Danh hiệu, hình thức", Width: 300, Text: func(r cardRow) string { return strings.Join(r.Awards, "; ") }},
		{Title: "Sự kiện", Width: 220, Text: func(r cardRow) string { return strings.Join(r.Events, "; ") }},
	}
}
