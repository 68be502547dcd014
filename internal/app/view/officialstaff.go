package view

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/columns"
	"tdkt/internal/tdkt"
)

// OfficerNow is an officer with what the book says of the person: its name, birth, sex and
// training, where it has them.
func (v *View) OfficerNow(o tdkt.Officer) tdkt.Officer {
	p, ok := v.Facts.Person(o.Person)
	if !ok || o.Person == "" {
		return o
	}
	o.Name = p.Name
	if p.Born != 0 || p.BornYear != 0 {
		o.Born, o.BornYear = p.Born, p.BornYear
	}
	o.Sex, o.Education = cmp.Or(p.Sex, o.Sex), cmp.Or(p.Education, o.Education)
	return o
}

// OfficersNow are all officers, as OfficerNow, those still at it first, by name.
func (v *View) OfficersNow() []tdkt.Officer {
	out := make([]tdkt.Officer, len(v.Officers))
	for i, o := range v.Officers {
		out[i] = v.OfficerNow(o)
	}
	tdkt.SortByName(out, func(o tdkt.Officer) string { return o.Name }, func(o tdkt.Officer) string { return string(o.ID) })
	slices.SortStableFunc(out, func(a, b tdkt.Officer) int { return cmp.Compare(CountIf(a.To != 0), CountIf(b.To != 0)) })
	return out
}

// officersAt are those counted on a day.
func (v *View) officersAt(day tdkt.Day) []tdkt.Officer {
	return slices.DeleteFunc(v.OfficersNow(), func(o tdkt.Officer) bool { return !o.At(day) })
}

// firstDay is a day, or the first of the year where only that is known; 0 where nothing is.
func firstDay(day tdkt.Day, year int) tdkt.Day {
	if day == 0 && year != 0 {
		return tdkt.FirstDay(year)
	}
	return day
}

// StaffCounter counts officials and organisations on the day of the form. A cell is empty
// where somebody whom its row asks about lacks the fact, and where the tables hold nobody.
func (v *View) StaffCounter(f columns.OfficialForm, year int) func(columns.OfficialRow, columns.OfficialColumn) (n int, empty bool) {
	day := columns.OfficialForms().DayOf(year)
	list := v.officersAt(day)
	return func(r columns.OfficialRow, c columns.OfficialColumn) (n int, empty bool) {
		verb, level, _ := strings.Cut(r.Is, " ")
		switch {
		case verb == "to-chuc":
			for _, b := range v.Bureaus {
				n += CountIf(b.Level == level && b.At(day))
			}
			return n, len(v.Bureaus) == 0
		case verb == "" || len(v.Officers) == 0:
			return 0, true
		}
		for _, o := range list {
			if c.Key == womenColumn && o.Sex != tdkt.Female {
				empty = empty || o.Sex == ""
				continue
			}
			code, known := staffRow(f, r.Is, o, day)
			empty = empty || !known
			n += CountIf(code == r.Code)
		}
		return n, empty
	}
}

// womenColumn is the column of form 0605 that counts women.
const womenColumn = "2"

// staffRow is the row, of those that ask the same as is, that counts an officer on a day.
func staffRow(f columns.OfficialForm, is string, o tdkt.Officer, day tdkt.Day) (code string, known bool) {
	verb, _, _ := strings.Cut(is, " ")
	for _, r := range f.Rows {
		own, what, _ := strings.Cut(r.Is, " ")
		if own != verb {
			continue
		}
		switch verb {
		case "cong-chuc":
			code, known = r.Code, true
		case "trinh-do":
			if hasWord(o.Education, what) {
				code, known = r.Code, true // the last row that has its words
			}
		case "tuoi", "tham-nien":
			from := firstDay(o.Born, o.BornYear)
			if verb == "tham-nien" {
				from = firstDay(o.Since, o.SinceYear)
			}
			if from != 0 && inYears(tdkt.FullYears(from, day), what, verb == "tuoi") {
				code, known = r.Code, true
			}
		}
	}
	return code, known
}

// inYears says whether a number of years lies in a band "from to": to itself with it or not;
// without it 0 has no end.
func inYears(years int, band string, with bool) bool {
	low, high, _ := strings.Cut(band, " ")
	from, _ := strconv.Atoi(low)
	to, _ := strconv.Atoi(high)
	if with {
		return years >= from && years <= to
	}
	return years >= from && (to == 0 || years < to)
}

// hasWord says whether a text has one of some words, parted by commas, as whole words.
func hasWord(text, list string) bool {
	text = " " + strings.Join(strings.FieldsFunc(tdkt.Fold(text), func(r rune) bool { return strings.ContainsRune(" ,.;:()-/", r) }), " ") + " "
	for w := range strings.SplitSeq(list, ",") {
		if strings.Contains(text, " "+tdkt.Fold(w)+" ") {
			return true
		}
	}
	return false
}

// StaffNotes say what the tables lack for a form, and of whom.
func (v *View) StaffNotes(f columns.OfficialForm, year, typed int) []string {
	of := func(verb string) bool {
		return slices.ContainsFunc(f.Rows, func(r columns.OfficialRow) bool { return strings.HasPrefix(r.Is, verb+" ") })
	}
	if of("to-chuc") {
		if len(v.Bureaus) > 0 || typed > 0 {
			return nil
		}
		return []string{"Bảng tổ chức làm công tác thi đua, khen thưởng chưa có dòng nào, nên các ô để trống. Hãy ghi vào bảng bên dưới, hoặc gõ số vào ô."}
	}
	if len(v.Officers) == 0 {
		if typed > 0 {
			return nil
		}
		return []string{"Bảng công chức làm công tác thi đua, khen thưởng chưa có ai, nên các ô để trống. Hãy ghi vào bảng bên dưới, hoặc gõ số vào ô."}
	}
	day := columns.OfficialForms().DayOf(year)
	var lacking, rough []string
	for _, o := range v.officersAt(day) {
		if lacks := officerLacks(f, o, day); len(lacks) > 0 {
			lacking = append(lacking, fmt.Sprintf("%s (%s)", o.Name, strings.Join(lacks, ", ")))
		}
		if lacks := officerRough(f, o, day); len(lacks) > 0 {
			rough = append(rough, fmt.Sprintf("%s (%s)", o.Name, strings.Join(lacks, ", ")))
		}
	}
	notes := []string{fmt.Sprintf("Đếm từ bảng bên dưới, tính đến ngày %s.", day)}
	if len(lacking) > 0 {
		notes = append(notes, fmt.Sprintf("Còn thiếu: %s. Các ô cần đến để trống.", strings.Join(lacking, "; ")))
	}
	if len(rough) > 0 {
		notes = append(notes, fmt.Sprintf("Chỉ ghi năm nên tính từ ngày 01/01 của năm ấy: %s. Hãy ghi đủ ngày nếu chưa đúng.", strings.Join(rough, "; ")))
	}
	return notes
}

// officerLacks names the facts without which a form cannot count an officer.
func officerLacks(f columns.OfficialForm, o tdkt.Officer, day tdkt.Day) []string {
	var out []string
	if o.Sex == "" {
		out = append(out, "giới tính")
	}
	for _, ask := range []struct{ is, word string }{{"tuoi", "ngày sinh"}, {"trinh-do", "trình độ đào tạo"}, {"tham-nien", "ngày vào làm công tác thi đua"}} {
		if _, known := staffRow(f, ask.is, o, day); known {
			continue
		}
		if ask.is == "trinh-do" && o.Education != "" {
			ask.word = "bậc đào tạo trong “" + o.Education + "”"
		}
		out = append(out, ask.word)
	}
	return out
}

// officerRough names the facts of which only the year is known, where another day of that
// year would count the officer in another row.
func officerRough(f columns.OfficialForm, o tdkt.Officer, day tdkt.Day) []string {
	var out []string
	for _, ask := range []struct {
		is, word string
		late     tdkt.Officer
	}{
		{"tuoi", "ngày sinh", tdkt.Officer{Born: min(day, tdkt.LastDay(o.BornYear))}},
		{"tham-nien", "ngày vào làm công tác thi đua", tdkt.Officer{Since: min(day, tdkt.LastDay(o.SinceYear))}},
	} {
		if ask.is == "tuoi" && o.BornYear == 0 || ask.is == "tham-nien" && o.SinceYear == 0 {
			continue
		}
		early, _ := staffRow(f, ask.is, o, day)
		if late, _ := staffRow(f, ask.is, ask.late, day); late != early {
			out = append(out, ask.word)
		}
	}
	return out
}
