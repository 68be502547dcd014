package evaluations

import (
	"fmt"
	"math"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// row is one person or unit to rate.
type row struct {
	subject    tdkt.Subject
	name, unit string
	detail     string // position of a person, kind of a unit
	rating     tdkt.Rating
	last       tdkt.Level        // of the year before, "" when none
	notes      []string          // what does not agree with the rules of rating
	scheme     *law.RatingScheme // by points, nil where the year rates without
}

func (r row) key() string { return string(r.subject.ID) }

func (r row) style() kit.RowStyle {
	switch {
	case r.rating.Level == "" || len(r.notes) > 0 && r.rating.Level != tdkt.NotDone:
		return kit.Warning
	case r.rating.Level == tdkt.NotDone:
		return kit.Bad
	}
	return kit.Normal
}

// peopleRows lists who is rated in the year, in the unit chosen.
func peopleRows(v *view.View, year int, unit tdkt.ID) []row {
	people := v.PeopleOf(year, unit)
	names := view.Namesakes(people)
	out := make([]row, len(people))
	for i, p := range people {
		out[i] = row{
			subject: tdkt.PersonSubject(p.ID), name: names[p.ID], unit: v.UnitName(v.UnitIn(p, year)), detail: p.Position,
			scheme: v.PointsScheme(p, year),
		}
	}
	out = rated(v, year, out)
	for i, p := range people {
		out[i].notes = v.RatingNotes(p, out[i].rating)
	}
	return out
}

func unitRows(v *view.View, year int, unit tdkt.ID) []row {
	var out []row
	for _, u := range v.UnitsOf(year, unit) {
		out = append(out, row{subject: tdkt.UnitSubject(u.ID), name: u.Name, unit: v.UnitName(u.Parent), detail: u.Kind})
	}
	out = rated(v, year, out)
	for i := range out {
		out[i].notes = v.NotesOf(out[i].rating, 0)
	}
	return out
}

// rated lays the ratings of the year and of the year before over the rows.
func rated(v *view.View, year int, rows []row) []row {
	at := map[tdkt.Subject]int{}
	for i, r := range rows {
		at[r.subject] = i
	}
	for _, g := range v.Ratings {
		i, ok := at[g.Subject]
		switch {
		case ok && g.Year == year:
			rows[i].rating = g
		case ok && g.Year == year-1:
			rows[i].last = g.Level
		}
	}
	return rows
}

// The places of the columns.
const (
	colName = iota
	colUnit
	colDetail
	colLast
	colLevel
	colPoints
	colDecision
	colWhy
	colNotes
)

// query is what the list shows.
type query struct {
	year           int
	people, closed bool
	points         bool // the year rates by points, or has some
}

func columns(q query) []kit.Column[row] {
	year := q.year
	name, unit, detail := wordName, wordUnit, wordPosition
	order := kit.ByName
	if !q.people {
		name, unit, detail, order = wordUnitName, wordParent, wordKind, kit.ByText
	}
	locked := func(row) bool { return q.closed }
	editor := func(kind kit.EditorKind) *kit.Editor[row] { return &kit.Editor[row]{Kind: kind, Locked: locked} }
	level := editor(kit.EditChoice)
	level.Choices = func(row) []string { return levelNames() }
	level.Alias = levelAlias
	points := kit.Column[row]{Title: wordPoints, Width: 66, Text: func(r row) string { return pointsText(r.rating.Points) }, Order: kit.ByNumber}
	if q.points {
		points.Edit = editor(kit.EditNumber)
	}
	return []kit.Column[row]{
		colName:     {Title: name, Width: 190, Text: func(r row) string { return r.name }, Order: order},
		colUnit:     {Title: unit, Width: 200, Text: func(r row) string { return r.unit }},
		colDetail:   {Title: detail, Width: 150, Text: func(r row) string { return r.detail }},
		colLast:     {Title: fmt.Sprintf(wordLast, year-1), Width: 216, Text: func(r row) string { return reports.LevelName(r.last) }},
		colLevel:    {Title: fmt.Sprintf(wordLevel, year), Width: 216, Text: func(r row) string { return reports.LevelName(r.rating.Level) }, Edit: level},
		colPoints:   points,
		colDecision: {Title: wordDecision, Width: 130, Text: func(r row) string { return r.rating.Decision }, Edit: editor(kit.EditText)},
		colWhy:      {Title: wordWhy, Width: 150, Text: func(r row) string { return r.rating.Why }, Edit: editor(kit.EditText)},
		colNotes:    {Title: wordNotes, Width: 260, Text: func(r row) string { return strings.Join(r.notes, "; ") }},
	}
}

// byPoints says whether any row is rated by points, or has some.
func byPoints(rows []row) bool {
	for _, r := range rows {
		if r.scheme != nil || r.rating.Points > 0 {
			return true
		}
	}
	return false
}

// levelNames are the choices of the rating column; the empty one takes a rating away.
func levelNames() []string {
	out := []string{""}
	for _, l := range tdkt.Levels() {
		out = append(out, reports.LevelName(l))
	}
	return out
}

// levelAlias is the name of a level written short, as office lists write it: HTT, HTTNV.
func levelAlias(text string) string {
	short := strings.TrimSuffix(strings.ToUpper(tdkt.Fold(text)), "NV")
	for _, l := range tdkt.Levels() {
		if short == string(l) {
			return reports.LevelName(l)
		}
	}
	return ""
}

// levelOf is the level of a name, "" for the empty choice.
func levelOf(name string) tdkt.Level {
	for _, l := range tdkt.Levels() {
		if reports.LevelName(l) == name {
			return l
		}
	}
	return ""
}

func pointsText(hundredths int) string {
	if hundredths == 0 {
		return ""
	}
	return kit.FormatNumber(float64(hundredths) / 100)
}

// edited lays one typed cell over a subject's rating as it stands.
func edited(out app.RatingEdit, e kit.Edit[row]) (app.RatingEdit, error) {
	switch e.Column {
	case colLevel:
		out.Level = levelOf(e.Text)
	case colPoints:
		n, err := kit.ParseNumber(e.Text)
		if err != nil {
			return out, err
		}
		before := out.Points
		out.Points = int(math.Round(n * 100))
		followed, ok := levelFor(e.Row, before)
		if level, by := levelFor(e.Row, out.Points); by && (out.Level == "" || ok && followed == out.Level) {
			out.Level = level // nobody chose one of his own: the points say it
		}
	case colDecision:
		out.Decision = e.Text
	case colWhy:
		out.Why = e.Text
	}
	if out.Level == "" && e.Column != colLevel {
		return out, tdkt.Errorf(tdkt.Invalid, textLevelFirst, e.Row.name)
	}
	return out, nil
}

// levelFor is the level points come to by the scheme of the row.
func levelFor(r row, points int) (tdkt.Level, bool) {
	if r.scheme == nil {
		return "", false
	}
	return r.scheme.LevelFor(points)
}

// merged joins the edits of each subject into one rating, over what the data say
// now: rows on screen may be older than the last edit.
func merged(v *view.View, year int, edits []kit.Edit[row]) ([]app.RatingEdit, error) {
	at := map[tdkt.Subject]int{}
	var out []app.RatingEdit
	for _, e := range edits {
		i, ok := at[e.Row.subject]
		if !ok {
			r, _ := v.RatingOf(year, e.Row.subject)
			i = len(out)
			at[e.Row.subject] = i
			out = append(out, app.RatingEdit{Subject: e.Row.subject, Level: r.Level, Points: r.Points, Decision: r.Decision, Why: r.Why})
		}
		one, err := edited(out[i], e)
		if err != nil {
			return nil, err
		}
		out[i] = one
	}
	return out, nil
}

// totals counts the levels of the rows shown.
func totals(shown []row) string {
	counts := map[tdkt.Level]int{}
	for _, r := range shown {
		counts[r.rating.Level]++
	}
	parts := make([]string, 0, len(tdkt.Levels())+1)
	for _, l := range tdkt.Levels() {
		parts = append(parts, fmt.Sprintf("%s: %d", l, counts[l]))
	}
	text := strings.Join(parts, " · ")
	if rated := len(shown) - counts[""]; rated > 0 {
		text += fmt.Sprintf(textShare, tdkt.Excellent, tdkt.Share(counts[tdkt.Excellent], rated), rated)
	}
	if counts[""] > 0 {
		text += fmt.Sprintf(textMissing, counts[""])
	}
	return text
}

// roomsOf counts who is rated, by room.
func roomsOf(rows []row) []desk.Room {
	list := make([]desk.Counted, len(rows))
	for i, r := range rows {
		list[i] = desk.Counted{Room: r.unit, Name: r.name, Done: r.rating.Level != ""}
		if r.subject.Kind == tdkt.AUnit {
			list[i].Room = r.name
		}
	}
	return desk.RoomsOf(list)
}

// capChips are the caps of the best level as chips say them: those that are broken first.
func capChips(lines []law.QuotaLine) (broken, kept []string) {
	for _, l := range lines {
		one := fmt.Sprintf(textCap, strings.TrimPrefix(l.Name, "Xếp loại HTXS, "), l.Chosen, l.Cap)
		switch {
		case l.Few == nil && l.Percent > 0:
			one += fmt.Sprintf(textCapOf, l.Percent, l.BaseCount)
		case l.Few != nil:
			one += fmt.Sprintf(textCapFew, l.Few.Under)
		}
		if l.Chosen > l.Cap {
			broken = append(broken, one+fmt.Sprintf(textCapExtra, l.Chosen-l.Cap))
			continue
		}
		kept = append(kept, one)
	}
	return broken, kept
}

// capsShown keeps the line short where each room has its own cap.
const capsShown = 3
