package reports

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/columns"
	"tdkt/internal/tdkt"
)

// StatisticTables are the sheets in their order.
func StatisticTables(v *view.View, year int, set columns.Statistics) []tdkt.ListTable {
	var out []tdkt.ListTable
	about := fmt.Sprintf("Từ năm %d đến năm %d", year-yearsShown+1, year)
	for _, cut := range Cuts() {
		out = append(out, StatisticsOf(v, year, "", cut).table(about))
	}
	for _, f := range set.Form {
		if own, ok := columns.OfficialForms().Official(f.Code); ok && f.Counts == columns.CountOfficial {
			form := officialForm(v, columns.OfficialForms(), own, year)
			out = append(out, tdkt.ListTable{Title: form.Title, Sheet: SheetOf("Biểu " + f.Code), Official: &form})
			continue
		}
		t := formTable(v, f, year)
		t.Title, t.Sheet = f.Code+" – "+f.Name, SheetOf("Biểu "+f.Code)
		t.Notes = append([]string{fmt.Sprintf("Năm %d", year), strings.TrimSpace(set.Source + ": " + set.Mark)}, t.Notes...)
		out = append(out, t)
	}
	if len(set.Score.Criterion) > 0 {
		out = append(out, scoreTable(v, set.Score, year))
	}
	return append(out, sourceTable(v, year))
}

func formTable(v *view.View, f columns.StatisticForm, year int) tdkt.ListTable {
	switch f.Counts {
	case columns.CountMovements:
		return movementTable(v, year)
	case columns.CountAwards:
		return awardTable(v, f.Levels, year)
	case columns.CountByHand, columns.CountOfficial:
	}
	return tdkt.ListTable{
		Notes:   []string{"Sổ không có số liệu này: ghi tay."},
		Columns: []tdkt.ListColumn{{Title: "STT", Width: 20}, {Title: "Nội dung", Width: 160}, {Title: "Số lượng", Width: 50}, {Title: "Ghi chú", Width: 90}},
		Rows:    [][]string{{"1", "", "", ""}, {"2", "", "", ""}, {"3", "", "", ""}},
	}
}

// movementTable counts the movements under way in a year.
func movementTable(v *view.View, year int) tdkt.ListTable {
	t := tdkt.ListTable{
		Columns: []tdkt.ListColumn{
			{Title: "STT", Width: 20},
			{Title: "Loại phong trào", Width: 100},
			{Title: "Phát động trong năm", Width: 60, Kind: tdkt.ListNumber},
			{Title: "Từ năm trước chuyển sang", Width: 60, Kind: tdkt.ListNumber},
			{Title: "Tổng số", Width: 50, Kind: tdkt.ListNumber},
			{Title: "Đã tổng kết trong năm", Width: 60, Kind: tdkt.ListNumber},
		},
		Total: true,
	}
	for i, kind := range tdkt.MovementKinds() {
		begun, carried, ended := 0, 0, 0
		for _, m := range v.Movements {
			if m.Kind != kind || !runsIn(m, year) {
				continue
			}
			if m.From.Year() == year {
				begun++
			} else {
				carried++
			}
			if slices.ContainsFunc(m.Reviews, func(r tdkt.Review) bool { return r.Final && r.Day.Year() == year }) {
				ended++
			}
		}
		t.Rows = append(t.Rows, []string{fmt.Sprint(i + 1), view.Capital(string(kind)), fmt.Sprint(begun), fmt.Sprint(carried), fmt.Sprint(begun + carried), fmt.Sprint(ended)})
	}
	return t
}

func runsIn(m tdkt.Movement, year int) bool {
	return m.From != 0 && m.From.Year() <= year && (m.To == 0 || m.To.Year() >= year)
}

// decidedIn says whether an award's decision is of a year; one without a day counts in
// the last year of its achievements.
func decidedIn(w tdkt.Award, year int) bool {
	if w.Date == 0 {
		return w.To == year
	}
	return w.Date.Year() == year
}

// statAwards are the awards of some levels decided in a year.
func statAwards(v *view.View, levels []string, year int) []tdkt.Award {
	var out []tdkt.Award
	for _, w := range v.Awards {
		if !w.Revoked && decidedIn(w, year) && slices.Contains(levels, LevelOf(v, w)) {
			out = append(out, w)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Award) int { return codePlace(v, a.Code) - codePlace(v, b.Code) })
	return out
}

// awardTable counts the awards of some levels decided in a year.
func awardTable(v *view.View, levels []string, year int) tdkt.ListTable {
	t := tdkt.ListTable{Notes: []string{"Tính theo ngày ký quyết định trong năm; không tính khen thưởng đã hủy bỏ."}, Total: true}
	t.Columns = []tdkt.ListColumn{{Title: "STT", Width: 16}, {Title: "Danh hiệu, hình thức", Width: 110}}
	heads := []string{"Tổng số", "Tập thể", "Cá nhân", "Lãnh đạo", "Không giữ chức vụ lãnh đạo", "Nữ"}
	for _, m := range tdkt.Manners() {
		heads = append(heads, view.Capital(m))
	}
	heads = append(heads, "Loại hình khác hoặc chưa ghi")
	for _, h := range heads {
		t.Columns = append(t.Columns, tdkt.ListColumn{Title: h, Width: 30, Kind: tdkt.ListNumber})
	}
	var codes []string
	counts := map[string][]int{}
	undated := 0
	for _, w := range statAwards(v, levels, year) {
		if counts[w.Code] == nil {
			codes = append(codes, w.Code)
			counts[w.Code] = make([]int, len(heads))
		}
		if w.Date == 0 {
			undated++
		}
		count(v, w, counts[w.Code])
	}
	for i, code := range codes {
		row := []string{fmt.Sprint(i + 1), v.TitleName(code)}
		for _, n := range counts[code] {
			row = append(row, fmt.Sprint(n))
		}
		t.Rows = append(t.Rows, row)
	}
	if undated > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("%d khen thưởng chưa ghi ngày quyết định, tính theo năm thành tích.", undated))
	}
	return t
}

// count adds an award to the figures of its row, in the order of the columns.
func count(v *view.View, w tdkt.Award, to []int) {
	to[0]++
	if w.Subject.Kind == tdkt.AUnit {
		to[1]++
	} else {
		to[2]++
		p, known := v.Facts.Person(w.Subject.ID)
		switch {
		case known && LeaderIn(v, p, w.To):
			to[3]++
		case known:
			to[4]++
		}
		if p.Sex == tdkt.Female {
			to[5]++
		}
	}
	const before = 6 // the columns before the manners
	if i := slices.Index(tdkt.Manners(), w.Manner); i >= 0 {
		to[before+i]++
	} else {
		to[len(to)-1]++
	}
}

// scoreTable is the score sheet with what the data file knows; points are given by people.
func scoreTable(v *view.View, s columns.Score, year int) tdkt.ListTable {
	t := tdkt.ListTable{
		Title: s.Name, Sheet: "Bảng chấm điểm",
		Notes: []string{fmt.Sprintf("Năm %d", year)},
		Columns: []tdkt.ListColumn{
			{Title: "STT", Width: 16},
			{Title: "Nội dung tiêu chí", Width: 110},
			{Title: "Điểm chuẩn", Width: 30, Kind: tdkt.ListNumber},
			{Title: "Kết quả thực hiện", Width: 110},
			{Title: "Điểm tự chấm", Width: 30},
			{Title: "Điểm khối thẩm định", Width: 34},
			{Title: "Điểm thưởng", Width: 30},
			{Title: "Điểm trừ", Width: 30},
			{Title: "Tổng điểm", Width: 30},
			{Title: "Minh chứng, ghi chú", Width: 60},
		},
		Total: true,
	}
	for i, c := range s.Criterion {
		t.Rows = append(t.Rows, []string{fmt.Sprint(i + 1), c.Text, fmt.Sprint(c.Points), factWords(v, c.Fact, year), "", "", "", "", "", ""})
	}
	return t
}

// factWords is what the data file knows of a criterion.
func factWords(v *view.View, f columns.Fact, year int) string {
	switch f {
	case columns.FactPledges:
		return pledgedWords(v, year)
	case columns.FactPacts:
		return countWords("%d đơn vị đã ký giao ước", v.Pacts, func(p tdkt.Pact) bool { return p.Year == year && p.Signed != 0 })
	case columns.FactMovements:
		return countWords("%d phong trào trong năm", v.Movements, func(m tdkt.Movement) bool { return runsIn(m, year) })
	case columns.FactPlans:
		return fmt.Sprintf("%d kế hoạch", len(v.PlansOf(year)))
	case columns.FactChecks:
		return countWords("%d cuộc kiểm tra", v.Events, func(e tdkt.Event) bool { return e.Year == year && e.Kind == tdkt.Inspection })
	case columns.FactExamples:
		return countWords("%d gương điển hình", v.Examples, func(e tdkt.Example) bool { return e.Year == year })
	case columns.FactAwards:
		return countWords("%d lượt khen thưởng", v.Awards, func(w tdkt.Award) bool { return w.To == year && !w.Revoked })
	case columns.FactNone:
	}
	return ""
}

// countWords says how many rows of a list are meant.
func countWords[T any](format string, list []T, meant func(T) bool) string {
	n := 0
	for _, x := range list {
		n += view.CountIf(meant(x))
	}
	return fmt.Sprintf(format, n)
}

func pledgedWords(v *view.View, year int) string {
	people, units := map[tdkt.ID]bool{}, map[tdkt.ID]bool{}
	for _, p := range v.Pledges {
		switch {
		case p.Year != year:
		case p.Subject.Kind == tdkt.AUnit:
			units[p.Subject.ID] = true
		default:
			people[p.Subject.ID] = true
		}
	}
	return fmt.Sprintf("%d/%d cá nhân, %d/%d tập thể đăng ký", len(people), len(v.PeopleOf(year, "")), len(units), len(v.UnitsOf(year, "")))
}

// sourceTable is every award behind the figures of a year: by the year of its
// achievements or of its decision.
func sourceTable(v *view.View, year int) tdkt.ListTable {
	t := tdkt.ListTable{
		Title: "Nguồn số liệu", Sheet: "Nguồn số liệu",
		Notes: []string{fmt.Sprintf("Mọi khen thưởng của năm thành tích %d hoặc có quyết định ký trong năm %d", year, year)},
		Columns: []tdkt.ListColumn{
			{Title: "STT", Width: 16},
			{Title: "Tên", Width: 80},
			{Title: "Đơn vị", Width: 70},
			{Title: "Danh hiệu, hình thức", Width: 80},
			{Title: "Năm thành tích", Width: 30},
			{Title: "Số quyết định", Width: 50},
			{Title: "Ngày ký", Width: 40, Kind: tdkt.ListDay},
			{Title: "Cấp", Width: 34},
			{Title: "Loại hình", Width: 44},
		},
	}
	for _, w := range v.Awards {
		if w.Revoked || w.To != year && !decidedIn(w, year) {
			continue
		}
		unit, _, _ := unitOfAward(v, w)
		if w.Subject.Kind == tdkt.AUnit {
			unit = ""
		}
		t.Rows = append(t.Rows, []string{
			fmt.Sprint(len(t.Rows) + 1), v.Facts.NameOf(w.Subject), unit, v.TitleName(w.Code), fmt.Sprint(w.To), w.Decision, w.Date.String(),
			LevelOf(v, w), w.Manner,
		})
	}
	return t
}
