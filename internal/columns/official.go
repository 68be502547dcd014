package columns

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

//go:embed official.toml
var official []byte

// Official are the statistical forms of the ministry as its circular lays them out.
type Official struct {
	Circular string
	Received string // the day by which the ministry receives them
	Day      string // day and month on which officials and organisations are counted
	Form     []OfficialForm
}

// OfficialForm is one of them.
type OfficialForm struct {
	Code, Title, Unit string
	Counts            bool // has the column đơn vị tính
	Carries           bool // typed numbers of an earlier year hold until others are typed
	Levels            []string
	Columns           []OfficialColumn
	Rows              []OfficialRow
}

// OfficialColumn is a column of numbers.
type OfficialColumn struct {
	Key, N, Group, Head, Sub, Kind string
	Sum, Codes, Scopes             []string
	Rest                           bool
}

// OfficialRow is a row, or a heading where it has no code.
type OfficialRow struct {
	Code, Text, Unit, Is string
	Sum, Only            []string
}

// OfficialForms are the forms.
func OfficialForms() Official {
	var o Official
	if err := decode("", official, &o); err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return o
}

// DayOf is the day of a year on which officials and organisations are counted.
func (o Official) DayOf(year int) tdkt.Day {
	day, err := tdkt.ParseVN(fmt.Sprintf("%s/%d", o.Day, year))
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return day
}

// Official finds the ministry's form that an office's list of forms names by its code:
// "0601.N" is 0601.
func (o Official) Official(code string) (OfficialForm, bool) {
	code, _, _ = strings.Cut(strings.TrimSpace(code), ".")
	i := slices.IndexFunc(o.Form, func(f OfficialForm) bool { return f.Code == code })
	if i < 0 {
		return OfficialForm{}, false
	}
	return o.Form[i], true
}

// Has says whether a row has a number in a column.
func (r OfficialRow) Has(column string) bool {
	return r.Code != "" && (len(r.Only) == 0 || len(r.Sum) > 0 || column == "1" || slices.Contains(r.Only, column))
}
