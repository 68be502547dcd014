package forms

import (
	"fmt"
	"iter"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

type nominee = dossier.Nominee

// unitList is the list of collectives put forward.
func unitList(b *book) error {
	columns := nomineeColumns(b, b.lists().Units)
	return b.add(layout{name: "Đề nghị tập thể", landscape: true, columns: widths(b, columns, sizeBody)}, func(s *sheet) {
		list := s.ListOf(tdkt.AUnit)
		s.head(s.listHeading("Danh sách tập thể đề nghị khen thưởng"))
		l := startList(s, columns, sizeBody)
		l.write(byTitle(list, false))
		l.none("Không có tập thể nào được đề nghị.")
		l.countRow("Tổng số lượt đề nghị", min(2, len(columns)-2))
		s.sentence("Danh sách có %s lượt đề nghị cho %s tập thể./.", counting(len(list)), counting(subjects(list)))
		s.signers()
	})
}

// personList is the list of people put forward.
func personList(b *book) error {
	columns := nomineeColumns(b, b.lists().People)
	return b.add(layout{name: "Đề nghị cá nhân", landscape: true, columns: widths(b, columns, sizeSmall)}, func(s *sheet) {
		list := s.ListOf(tdkt.APerson)
		s.head(s.listHeading("Danh sách cá nhân đề nghị khen thưởng"))
		l := startList(s, columns, sizeSmall)
		l.write(byTitle(list, s.ByUnit))
		l.none("Không có cá nhân nào được đề nghị.")
		l.countRow("Tổng số lượt đề nghị", min(3, len(columns)-2))
		s.sentence("Danh sách có %s lượt đề nghị cho %s cá nhân./.", counting(len(list)), counting(subjects(list)))
		s.signers()
	})
}

// listHeading is the heading of a list of nominees; an expected list says so.
func (s *sheet) listHeading(title string) heading {
	h := heading{title: title, lines: []string{fmt.Sprintf("Năm %d", s.Year)}, annexed: true}
	if s.Expected {
		h.notes = append(h.notes, "DỰ KIẾN: chưa lập đề nghị nào cho năm này; danh sách gồm những trường hợp đã đăng ký và đủ điều kiện.")
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
