package forms

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// pledgeSheet is the registration matrix: collectives, then people by unit, with
// an x under every title aimed at.
func pledgeSheet(b *book) error {
	columns := pledgeColumns(b.Submission)
	return b.add(layout{name: "Đăng ký thi đua", landscape: true, columns: shape(b, true, columns, sizeSmall, b.Pledges)}, func(s *sheet) {
		s.head(heading{
			title: "Bảng đăng ký thi đua",
			lines: []string{fmt.Sprintf("Năm %d", s.Year)},
		})
		l := startList(s, columns, sizeSmall)
		l.write(pledgeLines(s.Pledges))
		l.none("Chưa có tập thể, cá nhân nào đăng ký.")
		l.total("Tổng số lượt đăng ký", 3)
		people, units := countKinds(s.Pledges)
		s.sentence("Tổng cộng: %s tập thể và %s cá nhân đăng ký.", counting(units), counting(people))
		s.signers()
	})
}

// pledgeColumns are the columns of the matrix: one for each title somebody may
// aim at in the year, collectives' titles first.
func pledgeColumns(sub *dossier.Submission) []column[dossier.PledgeRow] {
	columns := []column[dossier.PledgeRow]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ dossier.PledgeRow) any { return n }},
		{title: "Tên đối tượng", width: 60, kind: text, value: func(_ int, r dossier.PledgeRow) any { return fullName(r.Who) }},
		{title: "Chức vụ", width: 32, kind: text, value: func(_ int, r dossier.PledgeRow) any { return r.Position }},
	}
	for _, t := range sub.Titles {
		if !matrixTitle(sub, t) {
			continue
		}
		above := "Tập thể"
		if t.Kind == tdkt.APerson {
			above = "Cá nhân"
		}
		columns = append(columns, column[dossier.PledgeRow]{
			title: t.Short, above: above, width: 17, kind: mark,
			value: func(_ int, r dossier.PledgeRow) any {
				if r.Subject.Kind == t.Kind && slices.Contains(r.Titles, t.Code) {
					return "x"
				}
				return ""
			},
		})
	}
	return append(columns, column[dossier.PledgeRow]{
		title: "Sáng kiến, đề tài đăng ký", width: 46, kind: text,
		value: func(_ int, r dossier.PledgeRow) any { return strings.Join(r.Initiatives, ";\n") },
	})
}

// matrixTitle says whether a title has a column: every danh hiệu, and a hình thức
// that somebody has registered.
func matrixTitle(sub *dossier.Submission, t dossier.Title) bool {
	if t.Group == "danh hiệu" {
		return true
	}
	return slices.ContainsFunc(sub.Pledges, func(r dossier.PledgeRow) bool {
		return r.Subject.Kind == t.Kind && slices.Contains(r.Titles, t.Code)
	})
}

// pledgeLines puts the headings I, II and the units between the rows.
func pledgeLines(list []dossier.PledgeRow) iter.Seq[line[dossier.PledgeRow]] {
	return func(yield func(line[dossier.PledgeRow]) bool) {
		var kind tdkt.SubjectKind
		unit, n := "", 0
		for i, r := range list {
			if r.Subject.Kind != kind {
				kind, unit, n = r.Subject.Kind, "", 0
				if !yield(line[dossier.PledgeRow]{head: sectionOf(kind)}) {
					return
				}
			}
			if kind == tdkt.APerson && r.Unit != unit {
				unit = r.Unit
				if !yield(line[dossier.PledgeRow]{head: unitWords(unit), minor: true}) {
					return
				}
			}
			n++
			if !yield(line[dossier.PledgeRow]{n: n, row: r}) {
				return
			}
			if last := i == len(list)-1 || list[i+1].Subject.Kind != kind; last && !yield(line[dossier.PledgeRow]{sum: "Cộng mục " + sectionNumber(kind)}) {
				return
			}
		}
	}
}

func sectionOf(kind tdkt.SubjectKind) string {
	if kind == tdkt.AUnit {
		return "I. TẬP THỂ"
	}
	return "II. CÁ NHÂN"
}

// sectionNumber is the number of the section alone.
func sectionNumber(kind tdkt.SubjectKind) string {
	number, _, _ := strings.Cut(sectionOf(kind), ".")
	return number
}

func countKinds(list []dossier.PledgeRow) (people, units int) {
	for _, r := range list {
		if r.Subject.Kind == tdkt.APerson {
			people++
		} else {
			units++
		}
	}
	return people, units
}

// pledgeSource lists every single pledge: the rows behind the totals.
func pledgeSource(b *book) error {
	type row struct {
		who        dossier.PledgeRow
		title      string
		initiative string
	}
	names := map[string]string{}
	for _, t := range b.Titles {
		names[string(t.Kind)+t.Code] = t.Name
	}
	var list []row
	for _, p := range b.Pledges {
		for _, code := range p.Titles {
			list = append(list, row{p, names[string(p.Subject.Kind)+code], strings.Join(p.Initiatives, "; ")})
		}
	}
	columns := []column[row]{
		{title: "STT", width: 12, kind: centre, value: func(n int, _ row) any { return n }},
		{title: "Mã", width: 22, kind: centre, value: func(_ int, r row) any { return r.who.Code }},
		{title: "Tên đối tượng", width: 50, kind: text, value: func(_ int, r row) any { return r.who.Name }},
		{title: "Đơn vị", width: 50, kind: text, value: func(_ int, r row) any { return r.who.Unit }},
		{title: "Danh hiệu, hình thức", width: 55, kind: text, value: func(_ int, r row) any { return r.title }},
		{title: "Sáng kiến, đề tài", width: 60, kind: text, value: func(_ int, r row) any { return r.initiative }},
	}
	return b.add(layout{name: sourceName, landscape: true, working: true, columns: shape(b, true, columns, sizeFine, list)}, func(s *sheet) {
		s.sourceTitle("Từng lượt đăng ký")
		l := startList(s, columns, sizeFine)
		l.write(rows(list))
		l.none("Không có dòng nào.")
	})
}
