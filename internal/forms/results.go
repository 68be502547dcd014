package forms

import (
	"cmp"
	"fmt"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// tally is one row of a result table: a unit, a group of people, or a title.
type tally struct {
	name   string
	total  int
	counts []int
	level  tdkt.Level // of the unit itself
}

// The columns of resultSource that the formulas of the result tables look at.
const (
	resultFirst   = 3
	resultKind    = 4
	resultUnit    = 3
	resultLeader  = 5
	resultLevel   = 6
	resultUnrated = "Chưa xếp loại"
)

// ratingSheet is the ratings by unit, then by leaders and others, as counts and shares.
func ratingSheet(b *book) error {
	byUnit, byRole := ratingTallies(b.Submission)
	columns := ratingColumns(b.Submission, "Đơn vị", resultUnit)
	roles := ratingColumns(b.Submission, "Nhóm", resultLeader)
	return b.add(layout{name: "Xếp loại", landscape: true, columns: shape(b, true, columns, sizeSmall, byUnit)}, func(s *sheet) {
		s.head(heading{
			title: "Tổng hợp kết quả xếp loại chất lượng", lines: []string{fmt.Sprintf("Năm %d", s.Year)},
		})
		s.section("I. Theo đơn vị")
		l := startList(s, columns, sizeSmall)
		l.write(rows(byUnit))
		l.none("Chưa có người nào trong năm.")
		l.total("Tổng cộng", 2)
		s.shares(l, 2)
		s.mark("xếp loại", l.first, l.last)
		s.whole = true // under its own header, not the one repeated from the first table
		s.section("II. Theo nhóm lãnh đạo, quản lý và không giữ chức vụ lãnh đạo")
		r := startList(s, roles, sizeSmall)
		r.write(rows(byRole))
		r.total("Tổng cộng", 2)
		s.whole = false
		s.gap(6)
		s.remark("Số liệu đếm từ trang “" + sourceName + "”. Tập thể được xếp loại ghi ở cột cuối.")
		s.signers()
	})
}

// ratingColumns are the columns of a rating table whose rows are told apart by a
// column of the source sheet.
func ratingColumns(sub *dossier.Submission, name string, by int) []column[tally] {
	last := resultFirst + max(len(sub.Results), 1) - 1
	ref := func(col int) string { return rangeOn(sourceName, col, resultFirst, last) }
	columns := []column[tally]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ tally) any { return n }},
		{title: name, width: 58, kind: text, value: func(_ int, t tally) any { return t.name }},
		{title: "Tổng số người", width: 20, kind: number, value: func(_ int, t tally) any { return t.total }, formula: func(row int) string {
			return fmt.Sprintf(`COUNTIFS(%s,"%s",%s,$B%d)`, ref(resultKind), kindWords(tdkt.APerson), ref(by), row)
		}},
	}
	for i, words := range ratingWords() {
		columns = append(columns, column[tally]{
			title: words, width: 25, kind: number,
			value: func(_ int, t tally) any { return t.counts[i] },
			formula: func(row int) string {
				return fmt.Sprintf(`COUNTIFS(%s,"%s",%s,$B%d,%s,"%s")`,
					ref(resultKind), kindWords(tdkt.APerson), ref(by), row, ref(resultLevel), words)
			},
		})
	}
	return append(columns,
		column[tally]{
			title: "Tỷ lệ hoàn thành xuất sắc trên tổng số", width: 22, kind: share,
			value:   func(_ int, t tally) any { return ratio(t.counts[0], t.total) },
			formula: func(row int) string { return fmt.Sprintf("IFERROR(D%d/C%d,0)", row, row) },
		},
		column[tally]{title: "Xếp loại tập thể", width: 30, kind: centre, value: func(_ int, t tally) any {
			if t.level == "" {
				return ""
			}
			return levelCell(t.level)
		}})
}

// ratio is the cached value beside IFERROR(part/whole,0).
func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// ratingWords are the four levels and the one for nobody's rating, as printed.
func ratingWords() []string {
	var words []string
	for _, l := range tdkt.Levels() {
		words = append(words, levelCell(l))
	}
	return append(words, resultUnrated)
}

// levelCell is a rating as a cell says it.
func levelCell(l tdkt.Level) string {
	return cmp.Or(dossier.Sentence(l.Words()), resultUnrated)
}

func leaderWords(leader bool) string {
	if leader {
		return "Lãnh đạo, quản lý"
	}
	return "Không giữ chức vụ lãnh đạo"
}

// ratingTallies counts the people by unit and by leaders and others.
func ratingTallies(sub *dossier.Submission) (byUnit, byRole []tally) {
	units := make([]tally, len(sub.Units))
	for i, u := range sub.Units {
		units[i] = tally{name: u.Name, counts: make([]int, len(ratingWords()))}
	}
	byRole = []tally{
		{name: leaderWords(true), counts: make([]int, len(ratingWords()))},
		{name: leaderWords(false), counts: make([]int, len(ratingWords()))},
	}
	index := map[tdkt.ID]int{}
	for i, u := range sub.Units {
		index[u.ID] = i
	}
	for _, r := range sub.Results {
		if r.Subject.Kind == tdkt.AUnit {
			if i, ok := index[r.Subject.ID]; ok {
				units[i].level = r.Level
			}
			continue
		}
		role := &byRole[1]
		if r.Leader {
			role = &byRole[0]
		}
		role.add(r.Level)
		if r.UnitRank < len(units) {
			units[r.UnitRank].add(r.Level)
		}
	}
	for _, u := range units {
		if u.total > 0 || u.level != "" {
			byUnit = append(byUnit, u)
		}
	}
	return byUnit, byRole
}

func (t *tally) add(level tdkt.Level) {
	t.total++
	for i, l := range tdkt.Levels() {
		if l == level {
			t.counts[i]++
			return
		}
	}
	t.counts[len(t.counts)-1]++
}

// shares puts a row of percentages of the total row's third column under it.
func (s *sheet) shares(l *list[tally], over int) {
	if l.first == 0 {
		return
	}
	lk := look{size: l.size, italic: true, across: "center", down: "center", box: true, wrap: true}
	cells := []cell{{value: "Tỷ lệ trên tổng số", look: lk, span: over}}
	total := s.row
	for i := over; i < len(l.columns); i++ {
		c := cell{look: lk}
		if l.columns[i].kind == number {
			c.look.format, c.look.wrap = "0.0%", false
			c.value = ratio(int(l.sums[i]), int(l.sums[over]))
			c.formula = fmt.Sprintf("IFERROR(%s/%s,0)", at(i, total), "$"+at(over, total))
		}
		cells = append(cells, c)
	}
	s.put(cells...)
}

// resultSource lists every person and unit with rating and titles.
func resultSource(b *book) error {
	titles := map[tdkt.Subject]string{}
	given := map[tdkt.Subject]string{}
	for _, n := range b.Nominees {
		if n.OnList() {
			titles[n.Subject] = joined(titles[n.Subject], n.Title.Short)
		}
	}
	for _, g := range b.Given {
		given[g.Subject] = joined(given[g.Subject], g.Title.Short)
	}
	columns := []column[dossier.ResultRow]{
		{title: "STT", width: 12, kind: centre, value: func(n int, _ dossier.ResultRow) any { return n }},
		{title: "Mã", width: 20, kind: centre, value: func(_ int, r dossier.ResultRow) any { return r.Code }},
		{title: "Tên", width: 50, kind: text, value: func(_ int, r dossier.ResultRow) any { return r.Name }},
		{title: "Đơn vị", width: 50, kind: text, value: func(_ int, r dossier.ResultRow) any { return r.Unit }},
		{title: "Đối tượng", width: 20, kind: centre, value: func(_ int, r dossier.ResultRow) any { return kindWords(r.Subject.Kind) }},
		{title: "Nhóm", width: 32, kind: centre, value: func(_ int, r dossier.ResultRow) any {
			if r.Subject.Kind == tdkt.AUnit {
				return ""
			}
			return leaderWords(r.Leader)
		}},
		{title: "Xếp loại", width: 40, kind: centre, value: func(_ int, r dossier.ResultRow) any { return levelCell(r.Level) }},
		{title: "Số quyết định xếp loại", width: 30, kind: centre, value: func(_ int, r dossier.ResultRow) any { return r.Decision }},
		{title: "Đề nghị", width: 36, kind: text, value: func(_ int, r dossier.ResultRow) any { return titles[r.Subject] }},
		{title: "Đã có quyết định", width: 36, kind: text, value: func(_ int, r dossier.ResultRow) any { return given[r.Subject] }},
	}
	return b.add(layout{name: sourceName, landscape: true, working: true, columns: shape(b, true, columns, sizeFine, b.Results)}, func(s *sheet) {
		s.sourceTitle("Xếp loại và danh hiệu của từng người, từng tập thể")
		l := startList(s, columns, sizeFine)
		l.write(rows(s.Results))
		l.none("Không có dòng nào.")
	})
}

func joined(list, word string) string {
	if list == "" {
		return word
	}
	return list + "; " + word
}
