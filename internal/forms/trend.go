package forms

import (
	"fmt"
	"slices"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// trendSourceName is the sheet with one row for each title given in the five years.
const trendSourceName = "Nguồn số liệu năm năm"

// The columns of the source sheet that are counted by, and the first year of the table.
const (
	trendKind, trendRole, trendSex, trendTitle, trendYear = 4, 5, 6, 7, 8

	trendFirst = 3
)

// The words of the groups of people.
const (
	trendWoman  = "Nữ"
	trendDirect = "Trực tiếp"
)

// group is the role of a row of the source: of a person, leader or direct worker.
func group(r dossier.TrendRow) string {
	switch {
	case r.Subject.Kind == tdkt.AUnit:
		return ""
	case r.Leader:
		return leaderWords(true)
	default:
		return trendDirect
	}
}

func sexWords(r dossier.TrendRow) string {
	if r.Woman {
		return trendWoman
	}
	return ""
}

// trendCount is what rows of the trend are counted by; an empty field counts them all.
type trendCount struct {
	title      dossier.Title
	year       int
	group, sex string
}

func tallyTrend(list []dossier.TrendRow) map[trendCount]int {
	n := map[trendCount]int{}
	for _, r := range list {
		n[trendCount{title: r.Title, year: r.Year}]++
		n[trendCount{title: r.Title}]++
		if g := group(r); g != "" {
			n[trendCount{title: r.Title, group: g}]++
		}
		if r.Woman {
			n[trendCount{title: r.Title, sex: trendWoman}]++
		}
	}
	return n
}

// trendSheet sets five years side by side, title by title, and tells how many of those
// given were women, leaders and direct workers.
func trendSheet(b *book) error {
	tally := tallyTrend(b.Trend)
	list := slices.DeleteFunc(append(b.TitlesOf(tdkt.AUnit), b.TitlesOf(tdkt.APerson)...), func(t dossier.Title) bool {
		return tally[trendCount{title: t}] == 0
	})
	columns := trendColumns(b, tally)
	return b.add(layout{name: "So sánh năm năm", landscape: true, columns: shape(b, true, columns, sizeSmall, list)}, func(s *sheet) {
		years := s.TrendYears()
		s.head(heading{
			title: "Danh hiệu, hình thức đã được tặng qua các năm", lines: []string{fmt.Sprintf("Từ năm %d đến năm %d", years[0], s.Year)},
			notes: []string{"Theo năm lập thành tích; không tính quyết định đã hủy."},
		})
		l := startList(s, columns, sizeSmall)
		l.write(rows(list))
		l.none("Chưa có danh hiệu, hình thức nào được tặng trong các năm này.")
		l.total("Tổng số lượt", trendFirst)
		s.mark("năm năm", l.first, l.last)
		s.signers()
	})
}

// trendColumns count the rows of the source; $B is the title and $C the kind of subject.
func trendColumns(b *book, tally map[trendCount]int) []column[dossier.Title] {
	const first = 3 // row of the source's first line
	last := first + max(len(b.Trend), 1) - 1
	ref := func(col int) string { return rangeOn(trendSourceName, col, first, last) }
	counted := func(title, above, and string, what trendCount) column[dossier.Title] {
		return column[dossier.Title]{
			title: title, above: above, width: 21, kind: number,
			value: func(_ int, t dossier.Title) any {
				what.title = t
				return tally[what]
			},
			formula: func(row int) string {
				return fmt.Sprintf(`COUNTIFS(%s,$B%d,%s,$C%d%s)`, ref(trendTitle), row, ref(trendKind), row, and)
			},
		}
	}
	columns := []column[dossier.Title]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ dossier.Title) any { return n }},
		{title: "Danh hiệu, hình thức", width: 66, kind: text, value: func(_ int, t dossier.Title) any { return t.Name }},
		{title: "Đối tượng", width: 22, kind: centre, value: func(_ int, t dossier.Title) any { return kindWords(t.Kind) }},
	}
	for _, y := range b.TrendYears() {
		columns = append(columns, counted(fmt.Sprint(y), "", fmt.Sprintf(",%s,%d", ref(trendYear), y), trendCount{year: y}))
	}
	return append(columns,
		counted("Cộng", "", "", trendCount{}),
		counted(trendWoman, "Trong đó", fmt.Sprintf(`,%s,"%s"`, ref(trendSex), trendWoman), trendCount{sex: trendWoman}),
		counted(leaderWords(true), "Trong đó", fmt.Sprintf(`,%s,"%s"`, ref(trendRole), leaderWords(true)), trendCount{group: leaderWords(true)}),
		counted(trendDirect, "Trong đó", fmt.Sprintf(`,%s,"%s"`, ref(trendRole), trendDirect), trendCount{group: trendDirect}),
	)
}

// trendSource lists every title and form given in the five years.
func trendSource(b *book) error {
	type row = dossier.TrendRow
	columns := []column[row]{
		{title: "STT", width: 12, kind: centre, value: func(n int, _ row) any { return n }},
		{title: "Mã", width: 20, kind: centre, value: func(_ int, r row) any { return r.Code }},
		{title: "Tên", width: 48, kind: text, value: func(_ int, r row) any { return r.Name }},
		{title: "Đơn vị", width: 46, kind: text, value: func(_ int, r row) any { return r.Unit }},
		{title: "Đối tượng", width: 20, kind: centre, value: func(_ int, r row) any { return kindWords(r.Subject.Kind) }},
		{title: "Nhóm", width: 32, kind: centre, value: func(_ int, r row) any { return group(r) }},
		{title: "Giới tính", width: 16, kind: centre, value: func(_ int, r row) any { return sexWords(r) }},
		{title: "Danh hiệu, hình thức", width: 46, kind: text, value: func(_ int, r row) any { return r.Title.Name }},
		{title: "Năm", width: 14, kind: centre, value: func(_ int, r row) any { return r.Year }},
		{title: "Cấp", width: 18, kind: centre, value: func(_ int, r row) any { return r.Title.Level }},
		{title: "Loại hình", width: 24, kind: centre, value: func(_ int, r row) any { return r.Manner }},
		{title: "Số quyết định", width: 28, kind: centre, value: func(_ int, r row) any { return r.Award.Decision }},
		{title: "Ngày quyết định", width: 24, kind: day, value: func(_ int, r row) any { return r.Award.Date }},
	}
	return b.add(layout{name: trendSourceName, landscape: true, working: true, columns: shape(b, true, columns, sizeFine, b.Trend)}, func(s *sheet) {
		s.sourceTitle("Từng lượt được tặng trong năm năm")
		l := startList(s, columns, sizeFine)
		l.write(rows(b.Trend))
		l.none("Không có dòng nào.")
	})
}
