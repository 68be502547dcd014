package forms

import (
	"fmt"
	"iter"
	"slices"

	"tdkt/internal/columns"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

type nominee = dossier.Nominee

// unitList is the list of collectives put forward, or given what the department decides.
func unitList(b *book) error {
	list := b.ListOf(tdkt.AUnit)
	if b.Part.Leaves() && b.Part != "" && len(list) == 0 {
		return nil // the people's list of the part stands alone
	}
	asked := b.lists().Units
	cols := nomineeColumns(b, asked)
	return b.add(layout{name: unitSheet, landscape: true, columns: widthsOf(b, columns.KeyUnits, true, cols, sizeBody, list)}, func(s *sheet) {
		s.head(s.listHeading("tập thể"))
		l := startList(s, cols, sizeBody)
		l.write(nomineeLines(asked, list, false))
		l.none("Không có tập thể nào được đề nghị.")
		l.countRow("Tổng số lượt", min(2, len(cols)-2))
		s.sentence("Danh sách có %s lượt, %s tập thể./.", counting(len(list)), counting(subjects(list)))
		s.signers()
	})
}

// personList is the list of people, as unitList.
func personList(b *book) error {
	list := b.ListOf(tdkt.APerson)
	if b.Part.Leaves() && b.Part != "" && len(list) == 0 {
		return nil
	}
	asked := b.lists().People
	if s := b.Submission; s.ByUnit && !saysTitle(asked) { // the heading says the unit
		asked = slices.DeleteFunc(slices.Clone(asked), func(c columns.Column) bool { return c.Field == columns.Unit })
	}
	cols := nomineeColumns(b, asked)
	return b.add(layout{name: personSheet, landscape: true, columns: widthsOf(b, columns.KeyPeople, true, cols, sizeSmall, list)}, func(s *sheet) {
		s.head(s.listHeading("cá nhân"))
		l := startList(s, cols, sizeSmall)
		l.write(nomineeLines(asked, list, s.ByUnit))
		l.none("Không có cá nhân nào được đề nghị.")
		l.countRow("Tổng số lượt", min(3, len(cols)-2))
		s.sentence("Danh sách có %s lượt, %s cá nhân./.", counting(len(list)), counting(subjects(list)))
		s.signers()
	})
}

// nomineeLines are the lines of a list: under headings of the titles, or without them where
// a column says the title.
func nomineeLines(asked []columns.Column, list []nominee, units bool) iter.Seq[line[nominee]] {
	if saysTitle(asked) {
		return rows(list)
	}
	return byTitle(list, units)
}

// saysTitle says whether a column of the list names the title.
func saysTitle(asked []columns.Column) bool {
	return slices.ContainsFunc(asked, func(c columns.Column) bool {
		return c.Field == columns.Title || c.Field == columns.TitleShort || c.Field == columns.TitleCode
	})
}

// listHeading is the heading of a list of nominees of a kind. A list of those who are only
// expected, which goes into no folder, says so.
func (s *sheet) listHeading(who string) heading {
	h := heading{title: "Danh sách " + who + " đề nghị khen thưởng", lines: []string{s.yearLine()}, annexed: true}
	switch {
	case s.Part == dossier.OwnPart:
		h.title = "Danh sách " + who + " được tặng danh hiệu thi đua, hình thức khen thưởng"
	case s.Expected:
		h.title = "Danh sách " + who + " có thể đề nghị"
		h.notes = append(h.notes, "Chưa lập đề nghị nào cho năm này: danh sách gồm những trường hợp đã đăng ký và đủ điều kiện.")
	}
	return h
}

// byTitle puts a heading before each title, and with units one before each unit.
// Rows are numbered anew under each title.
func byTitle(list []nominee, units bool) iter.Seq[line[nominee]] {
	return func(yield func(line[nominee]) bool) {
		title, unit, group, n := dossier.Title{}, "", 0, 0
		for i, r := range list {
			if r.Title != title {
				title, unit, n = r.Title, "", 0
				group++
				words := fmt.Sprintf("%s. %s (%s)", dossier.Roman(group), upper(r.Title.Name), titleNote(list[i:]))
				if !yield(line[nominee]{head: words}) {
					return
				}
			}
			if units && r.Unit != unit {
				unit = r.Unit
				if !yield(line[nominee]{head: unitWords(unit), minor: true}) {
					return
				}
			}
			n++
			if !yield(line[nominee]{n: n, row: r}) {
				return
			}
		}
	}
}

// titleNote says how many rows the title has and who decides it.
func titleNote(list []nominee) string {
	title, n := list[0].Title, 0
	for _, r := range list {
		if r.Title == title {
			n++
		}
	}
	what := "cá nhân"
	if title.Kind == tdkt.AUnit {
		what = "tập thể"
	}
	if title.Level == "" {
		return fmt.Sprintf("%02d %s", n, what)
	}
	return fmt.Sprintf("%02d %s; cấp quyết định: %s", n, what, title.Level)
}

// subjects counts the different people or units of a list.
func subjects(list []nominee) int {
	seen := map[tdkt.Subject]bool{}
	for _, r := range list {
		seen[r.Subject] = true
	}
	return len(seen)
}
