package forms

import (
	"fmt"
	"slices"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// titleSourceName is the sheet with one row for each pledge, nomination and decision.
const titleSourceName = "Nguồn số liệu danh hiệu"

// deed is what one row of the title source says happened.
type deed struct {
	dossier.Who
	title dossier.Title
	what  string
	paper string
	on    tdkt.Day
}

// The words a deed is counted by, and the columns of the source sheet.
const (
	deedPledged   = "Đăng ký"
	deedNominated = "Đề nghị"
	deedGiven     = "Đã có quyết định"

	deedUnit, deedKind, deedRole, deedTitle, deedWhat = 3, 4, 5, 6, 7
	deedFirst                                         = 3
)

// deeds lists every pledge, nomination on the list and decision of the year.
func deeds(sub *dossier.Submission) []deed {
	var list []deed
	for _, v := range sub.Verdicts {
		if v.Pledged {
			list = append(list, deed{Who: v.Who, title: v.Title, what: deedPledged})
		}
	}
	for _, n := range sub.Nominees {
		if n.OnList() {
			list = append(list, deed{Who: n.Who, title: n.Title, what: deedNominated})
		}
	}
	for _, g := range sub.Given {
		list = append(list, deed{Who: g.Who, title: g.Title, what: deedGiven, paper: g.Award.Decision, on: g.Award.Date})
	}
	return list
}

// home is the unit a deed is counted for: a collective counts for itself.
func (d deed) home() string {
	if d.Subject.Kind == tdkt.AUnit {
		return d.Name
	}
	return d.Unit
}

func (d deed) role() string {
	if d.Subject.Kind == tdkt.AUnit {
		return ""
	}
	return leaderWords(d.Leader)
}

// titleSheet is the titles of the year: asked for, put forward, decided, and how
// many of the people put forward lead.
func titleSheet(b *book) error {
	all := deeds(b.Submission)
	list := slices.DeleteFunc(b.TitlesOf(tdkt.AUnit), notUsed(all))
	list = append(list, slices.DeleteFunc(b.TitlesOf(tdkt.APerson), notUsed(all))...)
	columns := titleColumns(all, tallyDeeds(all))
	return b.add(layout{name: "Danh hiệu", landscape: true, columns: shape(b, true, columns, sizeSmall, list)}, func(s *sheet) {
		s.head(heading{
			title: "Tổng hợp danh hiệu thi đua, hình thức khen thưởng", lines: []string{fmt.Sprintf("Năm %d", s.Year)},
		})
		l := startList(s, columns, sizeSmall)
		l.write(rows(list))
		l.none("Chưa có danh hiệu, hình thức nào được đăng ký hoặc đề nghị.")
		l.total("Tổng số lượt", 3)
		s.mark("danh hiệu", l.first, l.last)
		s.signers()
	})
}

func notUsed(all []deed) func(dossier.Title) bool {
	used := map[dossier.Title]bool{}
	for _, d := range all {
		used[d.title] = true
	}
	return func(t dossier.Title) bool { return !used[t] }
}

// count is what deeds are counted by; an empty field counts them all.
type count struct {
	title      dossier.Title
	what, role string
	home       string
}

// tallyDeeds counts the deeds by title, with and without role and unit.
func tallyDeeds(all []deed) map[count]int {
	n := map[count]int{}
	for _, d := range all {
		n[count{title: d.title, what: d.what}]++
		n[count{title: d.title, what: d.what, home: d.home()}]++
		n[count{what: d.what, home: d.home()}]++
		if role := d.role(); role != "" {
			n[count{title: d.title, what: d.what, role: role}]++
		}
	}
	return n
}

// titleColumns count the deeds of a title; $B is the title and $C the kind of subject.
func titleColumns(all []deed, tally map[count]int) []column[dossier.Title] {
	last := deedFirst + max(len(all), 1) - 1
	ref := func(col int) string { return rangeOn(titleSourceName, col, deedFirst, last) }
	counted := func(title, above, what, role string) column[dossier.Title] {
		return column[dossier.Title]{
			title: title, above: above, width: 26, kind: number,
			value: func(_ int, t dossier.Title) any { return tally[count{title: t, what: what, role: role}] },
			formula: func(row int) string {
				f := fmt.Sprintf(`COUNTIFS(%s,$B%d,%s,$C%d,%s,"%s"`, ref(deedTitle), row, ref(deedKind), row, ref(deedWhat), what)
				if role != "" {
					f += fmt.Sprintf(`,%s,"%s"`, ref(deedRole), role)
				}
				return f + ")"
			},
		}
	}
	return []column[dossier.Title]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ dossier.Title) any { return n }},
		{title: "Danh hiệu, hình thức", width: 70, kind: text, value: func(_ int, t dossier.Title) any { return t.Name }},
		{title: "Đối tượng", width: 24, kind: centre, value: func(_ int, t dossier.Title) any { return kindWords(t.Kind) }},
		counted("Số đăng ký", "", deedPledged, ""),
		counted("Tổng số", "Đề nghị", deedNominated, ""),
		counted("Lãnh đạo, quản lý", "Đề nghị", deedNominated, leaderWords(true)),
		counted("Không lãnh đạo", "Đề nghị", deedNominated, leaderWords(false)),
		{
			title: "Tỷ lệ so với đăng ký", above: "Đề nghị", width: 24, kind: share,
			value: func(_ int, t dossier.Title) any {
				return ratio(tally[count{title: t, what: deedNominated}], tally[count{title: t, what: deedPledged}])
			},
			formula: func(row int) string { return fmt.Sprintf("IFERROR(E%d/D%d,0)", row, row) },
		},
		counted("Đã có quyết định", "", deedGiven, ""),
	}
}

// unitTitleSheet counts what was put forward by unit and title.
func unitTitleSheet(b *book) error {
	all := deeds(b.Submission)
	tally := tallyDeeds(all)
	columns := []column[dossier.UnitNode]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ dossier.UnitNode) any { return n }},
		{title: "Đơn vị", width: 70, kind: text, value: func(_ int, u dossier.UnitNode) any { return u.Name }},
	}
	for _, t := range b.Titles {
		if tally[count{title: t, what: deedNominated}] > 0 {
			columns = append(columns, unitTitleColumn(len(all), tally, t))
		}
	}
	columns = append(columns, column[dossier.UnitNode]{
		title: "Tổng số", width: 20, kind: number,
		value: func(_ int, u dossier.UnitNode) any { return tally[count{what: deedNominated, home: u.Name}] },
		formula: func(row int) string {
			if len(columns) == 3 {
				return ""
			}
			return fmt.Sprintf("SUM(%s:%s)", at(2, row), at(len(columns)-2, row))
		},
	})
	return b.add(layout{name: "Danh hiệu theo đơn vị", landscape: true, columns: shape(b, true, columns, sizeSmall, b.Units)}, func(s *sheet) {
		s.head(heading{
			title: "Số đề nghị theo đơn vị", lines: []string{fmt.Sprintf("Năm %d", s.Year)},
		})
		l := startList(s, columns, sizeSmall)
		l.write(rows(s.Units))
		l.total("Tổng cộng", 2)
		s.signers()
	})
}

// unitTitleColumn counts one title for the unit named in column B.
func unitTitleColumn(rows int, tally map[count]int, t dossier.Title) column[dossier.UnitNode] {
	above := "Cá nhân"
	if t.Kind == tdkt.AUnit {
		above = "Tập thể"
	}
	last := deedFirst + max(rows, 1) - 1
	ref := func(col int) string { return rangeOn(titleSourceName, col, deedFirst, last) }
	return column[dossier.UnitNode]{
		title: t.Short, above: above, width: 20, kind: number,
		value: func(_ int, u dossier.UnitNode) any { return tally[count{title: t, what: deedNominated, home: u.Name}] },
		formula: func(row int) string {
			return fmt.Sprintf(`COUNTIFS(%s,$B%d,%s,"%s",%s,"%s",%s,"%s")`, ref(deedUnit), row, ref(deedTitle), t.Name,
				ref(deedKind), kindWords(t.Kind), ref(deedWhat), deedNominated)
		},
	}
}

// titleSource lists every pledge, nomination and decision: the rows behind the
// two tables of titles.
func titleSource(b *book) error {
	list := deeds(b.Submission)
	columns := []column[deed]{
		{title: "STT", width: 12, kind: centre, value: func(n int, _ deed) any { return n }},
		{title: "Mã", width: 20, kind: centre, value: func(_ int, d deed) any { return d.Code }},
		{title: "Tên", width: 50, kind: text, value: func(_ int, d deed) any { return d.Name }},
		{title: "Đơn vị", width: 50, kind: text, value: func(_ int, d deed) any { return d.home() }},
		{title: "Đối tượng", width: 20, kind: centre, value: func(_ int, d deed) any { return kindWords(d.Subject.Kind) }},
		{title: "Nhóm", width: 32, kind: centre, value: func(_ int, d deed) any { return d.role() }},
		{title: "Danh hiệu, hình thức", width: 50, kind: text, value: func(_ int, d deed) any { return d.title.Name }},
		{title: "Việc", width: 30, kind: centre, value: func(_ int, d deed) any { return d.what }},
		{title: "Số quyết định", width: 30, kind: centre, value: func(_ int, d deed) any { return d.paper }},
		{title: "Ngày quyết định", width: 24, kind: day, value: func(_ int, d deed) any { return d.on }},
	}
	return b.add(layout{name: titleSourceName, landscape: true, working: true, columns: shape(b, true, columns, sizeFine, list)}, func(s *sheet) {
		s.sourceTitle("Từng lượt đăng ký, đề nghị và quyết định")
		l := startList(s, columns, sizeFine)
		l.write(rows(list))
		l.none("Không có dòng nào.")
	})
}
