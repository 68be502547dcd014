package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// Cut is what the awards are sorted by in a table of statistics.
type Cut string

// The cuts, as shown.
const (
	CutTitle  Cut = "Danh hiệu, hình thức"
	CutLevel  Cut = "Cấp quyết định"
	CutManner Cut = "Loại hình"
	CutPost   Cut = "Lãnh đạo, người trực tiếp"
	CutSex    Cut = "Giới tính"
	CutUnit   Cut = "Phòng, đơn vị"
)

// Cuts lists them in the order shown.
func Cuts() []Cut { return []Cut{CutTitle, CutLevel, CutManner, CutPost, CutSex, CutUnit} }

// Personal says whether the cut counts the awards of people alone.
func (c Cut) Personal() bool { return c == CutPost || c == CutSex }

// StatRow is one row of statistics; Awards are behind each count, by year.
type StatRow struct {
	Label   string
	Unknown bool // what the rows of the cut are told by is not entered
	Awards  [][]tdkt.Award
}

// Count is the number of a year, by its place among the years.
func (r StatRow) Count(i int) int { return len(r.Awards[i]) }

// Statistics is what was given over some years, by one cut. An award counts in the last
// year of its achievements; a revoked one does not.
type Statistics struct {
	Cut   Cut
	Years []int
	Rows  []StatRow
}

// Total is the sum of a year, by its place among the years.
func (s Statistics) Total(i int) int {
	n := 0
	for _, r := range s.Rows {
		n += r.Count(i)
	}
	return n
}

// StatisticsOf counts the awards of the five years up to one, for a unit and those below it
// ("" for all).
func StatisticsOf(v *view.View, year int, unit tdkt.ID, cut Cut) Statistics {
	s := Statistics{Cut: cut}
	for y := year - yearsShown + 1; y <= year; y++ {
		s.Years = append(s.Years, y)
	}
	at := map[string]int{}
	order := map[string]int{}
	for _, w := range v.Awards {
		i := slices.Index(s.Years, w.To)
		if i < 0 || w.Revoked || cut.Personal() && w.Subject.Kind != tdkt.APerson {
			continue
		}
		if m := (overviewMaker{v: v, year: w.To, unit: unit}); !m.inside(w.Subject) {
			continue
		}
		label, place, known := cutOf(v, w, cut)
		row, ok := at[label]
		if !ok {
			row = len(s.Rows)
			at[label], order[label] = row, place
			s.Rows = append(s.Rows, StatRow{Label: label, Unknown: !known, Awards: make([][]tdkt.Award, len(s.Years))})
		}
		s.Rows[row].Awards[i] = append(s.Rows[row].Awards[i], w)
	}
	slices.SortStableFunc(s.Rows, func(a, b StatRow) int {
		return cmp.Or(view.CountIf(a.Unknown)-view.CountIf(b.Unknown), cmp.Compare(order[a.Label], order[b.Label]), strings.Compare(a.Label, b.Label))
	})
	return s
}

// cutOf is the row an award counts in, its place, and whether what tells it is known.
func cutOf(v *view.View, w tdkt.Award, cut Cut) (label string, place int, known bool) {
	switch cut {
	case CutTitle:
		return v.TitleName(w.Code), codePlace(v, w.Code), true
	case CutLevel:
		level := LevelOf(v, w)
		return told(level, "chưa ghi cấp"), levelPlace(v, level), level != ""
	case CutManner:
		return told(w.Manner, "chưa ghi loại hình"), 0, w.Manner != ""
	case CutPost:
		return ledWords(v, w)
	case CutSex:
		p, _ := v.Facts.Person(w.Subject.ID)
		return told(string(p.Sex), "chưa ghi giới tính"), 0, p.Sex != ""
	case CutUnit:
	}
	return unitOfAward(v, w)
}

func told(word, missing string) string {
	if word == "" {
		return missing
	}
	return view.Capital(word)
}

// LevelOf is the level an award was decided at: as the decision says, else as the
// catalogue has it.
func LevelOf(v *view.View, w tdkt.Award) string {
	if w.Level != "" {
		return w.Level
	}
	info, _ := v.Rules.Code(w.Code)
	return info.Level
}

func codePlace(v *view.View, code string) int {
	for i, c := range v.Rules.Codes() {
		if c.Code == code {
			return i
		}
	}
	return len(v.Rules.Codes())
}

// levelPlace puts the levels in the order of the catalogue.
func levelPlace(v *view.View, level string) int { return codePlace(v, firstOf(v, level)) }

func firstOf(v *view.View, level string) string {
	for _, c := range v.Rules.Codes() {
		if c.Level == level {
			return c.Code
		}
	}
	return ""
}

// ledWords says whether a person led somebody at the end of the award's last year.
func ledWords(v *view.View, w tdkt.Award) (label string, place int, known bool) {
	p, ok := v.Facts.Person(w.Subject.ID)
	switch {
	case !ok:
		return "Không còn trong danh sách", 2, false
	case LeaderIn(v, p, w.To):
		return "Giữ chức vụ lãnh đạo", 0, true
	}
	return "Không giữ chức vụ lãnh đạo", 1, true
}

// LeaderIn says whether a person held a post of leadership at the end of a year, or at
// the end of the service in it. Without posts the person's own mark holds.
func LeaderIn(v *view.View, p tdkt.Person, year int) bool {
	on := tdkt.Date(year, 12, 31)
	if p.End != 0 && p.End < on {
		on = p.End
	}
	led, found := p.Leader, tdkt.Day(0)
	for _, x := range v.PostsOf(p.ID) {
		if x.From <= on && x.From >= found {
			led, found = x.Leader, x.From
		}
	}
	return led
}

// unitOfAward is the room of whom an award is for, in the award's last year.
func unitOfAward(v *view.View, w tdkt.Award) (label string, place int, known bool) {
	id := w.Subject.ID
	if w.Subject.Kind == tdkt.APerson {
		p, ok := v.Facts.Person(id)
		if !ok {
			return "Không còn trong danh sách", 0, false
		}
		id = v.UnitIn(p, w.To)
	}
	for i, n := range v.UnitTree() {
		if n.ID == id {
			return n.Name, i, true
		}
	}
	return "Chưa có đơn vị", 0, false
}

// table is a table of statistics as Excel gets it.
func (s Statistics) table(about string) tdkt.ListTable {
	t := tdkt.ListTable{
		Title: "Kết quả khen thưởng: " + string(s.Cut), Sheet: SheetOf(string(s.Cut)),
		Notes:   []string{about, "Tính theo năm thành tích; không tính khen thưởng đã hủy bỏ."},
		Columns: []tdkt.ListColumn{{Title: "STT", Width: 20}, {Title: string(s.Cut), Width: 160}}, Total: true, Chart: true,
	}
	if s.Cut.Personal() {
		t.Notes = append(t.Notes, "Chỉ tính khen thưởng cá nhân.")
	}
	for _, y := range s.Years {
		t.Columns = append(t.Columns, tdkt.ListColumn{Title: fmt.Sprintf("Năm %d", y), Width: 40, Kind: tdkt.ListNumber})
	}
	for i, r := range s.Rows {
		row := []string{fmt.Sprint(i + 1), r.Label}
		for k := range s.Years {
			row = append(row, fmt.Sprint(r.Count(k)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// SheetOf is a name Excel takes for a sheet.
func SheetOf(words string) string {
	const longest = 31
	words = strings.NewReplacer("/", "-", "[", "(", "]", ")", ":", "", "*", "", "?", "", `\`, "-", "'", "").Replace(words)
	if r := []rune(words); len(r) > longest {
		words = string(r[:longest])
	}
	return words
}
