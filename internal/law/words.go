package law

import (
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// years writes "2023", "2021, 2023" or, for three and more in a row, "2018–2023".
func years(list []int) string {
	var out []string
	for i := 0; i < len(list); {
		z := i
		for z+1 < len(list) && list[z+1] == list[z]+1 {
			z++
		}
		if z < i+2 {
			out = append(out, fmt.Sprint(list[i]))
			i++
			continue
		}
		out = append(out, fmt.Sprintf("%d–%d", list[i], list[z]))
		i = z + 1
	}
	return strings.Join(out, ", ")
}

// inYears writes "năm 2023" or "các năm 2021–2023".
func inYears(list []int) string {
	if len(list) == 1 {
		return "năm " + years(list)
	}
	return "các năm " + years(list)
}

// span writes the years a to z as inYears does.
func span(a, z int) string { return inYears(spanOf(a, z)) }

func spanOf(a, z int) []int {
	var out []int
	for ; a <= z; a++ {
		out = append(out, a)
	}
	return out
}

// dated writes " ngày 15/12/2023", nothing for a day not entered.
func dated(d tdkt.Day) string {
	if d == 0 {
		return ""
	}
	return " ngày " + d.String()
}

// decided writes " (quyết định số 12/QĐ-SNV ngày 15/12/2023)", nothing without a number.
func decided(number string, day tdkt.Day) string {
	if number == "" {
		return ""
	}
	return " (quyết định số " + number + dated(day) + ")"
}

// run is what the data say alike of several years.
type run struct {
	years []int
	text  string
}

// said adds a year to the run that says the same.
func said(runs []run, year int, text string) []run {
	for i := range runs {
		if runs[i].text == text {
			runs[i].years = append(runs[i].years, year)
			return runs
		}
	}
	return append(runs, run{[]int{year}, text})
}

// told writes runs: "các năm 2019–2023: hoàn thành tốt nhiệm vụ".
func told(runs []run) []string {
	var out []string
	for _, r := range runs {
		out = append(out, inYears(r.years)+": "+r.text)
	}
	return out
}

// state tells whether a book is closed in the years a to z: "sổ danh hiệu năm
// 2023 chưa chốt".
func (f *Facts) state(b tdkt.Book, a, z int) string {
	var open []int
	for y := a; y <= z; y++ {
		if !f.Closed(y, b) {
			open = append(open, y)
		}
	}
	switch {
	case len(open) > 0:
		return fmt.Sprintf("%s %s chưa chốt", b.Words(), inYears(open))
	case a > z:
		return "không có năm nào để xét"
	}
	return fmt.Sprintf("%s %s đã chốt", b.Words(), span(a, z))
}

// missing tells what no row means in the years a to z: "sổ danh hiệu năm 2023 đã
// chốt, không có CSTĐ cơ sở", or that it was not entered and which books are open.
func (f *Facts) missing(b tdkt.Book, a, z int, what string) string {
	state := f.state(b, a, z)
	if f.allClosed(b, a, z) {
		return state + ", không có " + what
	}
	return fmt.Sprintf("chưa nhập %s %s; %s", what, span(a, z), state)
}

// gaps tells of single years without a row, closed and open ones apart.
func (f *Facts) gaps(b tdkt.Book, list []int, what string) []string {
	var out []string
	var shut, open []int
	for _, y := range list {
		if f.Closed(y, b) {
			shut = append(shut, y)
		} else {
			open = append(open, y)
		}
	}
	if len(shut) > 0 {
		out = append(out, fmt.Sprintf("%s %s đã chốt, không có %s", b.Words(), inYears(shut), what))
	}
	if len(open) > 0 {
		out = append(out, fmt.Sprintf("chưa nhập %s %s", what, inYears(open)))
	}
	return out
}
