package evaluations

import (
	"fmt"
	"math"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one person or unit to rate.
type row struct {
	subject    tdkt.Subject
	name, unit string
	detail     string // position of a person, kind of a unit
	rating     tdkt.Rating
	last       tdkt.Level // of the year before, "" when none
}

func (r row) key() string { return string(r.subject.ID) }

func (r row) style() kit.RowStyle {
	switch r.rating.Level {
	case "":
		return kit.Warning
	case tdkt.NotDone:
		return kit.Bad
	default:
		return kit.Normal
	}
}

// peopleRows lists who is rated in the year, in the unit chosen.
func peopleRows(v *app.View, year int, unit tdkt.ID) []row {
	var out []row
	for _, p := range v.PeopleOf(year, unit) {
		s := tdkt.PersonSubject(p.ID)
		out = append(out, row{subject: s, name: p.Name, unit: v.UnitName(v.UnitIn(p, year)), detail: p.Position})
	}
	return rated(v, year, out)
}

func unitRows(v *app.View, year int, unit tdkt.ID) []row {
	var out []row
	for _, u := range v.UnitsOf(year, unit) {
		out = append(out, row{subject: tdkt.UnitSubject(u.ID), name: u.Name, unit: v.UnitName(u.Parent), detail: u.Kind})
	}
	return rated(v, year, out)
}

// rated lays the ratings of the year and of the year before over the rows.
func rated(v *app.View, year int, rows []row) []row {
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
)

func columns(people, closed bool, year int) []kit.Column[row] {
	name, unit, detail := wordName, wordUnit, wordPosition
	order := kit.ByName
	if !people {
		name, unit, detail, order = wordUnitName, wordParent, wordKind, kit.ByText
	}
	locked := func(row) bool { return closed }
	editor := func(kind kit.EditorKind) *kit.Editor[row] { return &kit.Editor[row]{Kind: kind, Locked: locked} }
	level := editor(kit.EditChoice)
	level.Choices = func(row) []string { return levelNames() }
	level.Alias = levelAlias
	return []kit.Column[row]{
		colName:     {Title: name, Width: 190, Text: func(r row) string { return r.name }, Order: order},
		colUnit:     {Title: unit, Width: 200, Text: func(r row) string { return r.unit }},
		colDetail:   {Title: detail, Width: 150, Text: func(r row) string { return r.detail }},
		colLast:     {Title: fmt.Sprintf(wordLast, year-1), Width: 216, Text: func(r row) string { return app.LevelName(r.last) }},
		colLevel:    {Title: fmt.Sprintf(wordLevel, year), Width: 216, Text: func(r row) string { return app.LevelName(r.rating.Level) }, Edit: level},
		colPoints:   {Title: wordPoints, Width: 66, Text: func(r row) string { return pointsText(r.rating.Points) }, Order: kit.ByNumber, Edit: editor(kit.EditNumber)},
		colDecision: {Title: wordDecision, Width: 130, Text: func(r row) string { return r.rating.Decision }, Edit: editor(kit.EditText)},
	}
}

// levelNames are the choices of the rating column; the empty one takes a rating away.
func levelNames() []string {
	out := []string{""}
	for _, l := range tdkt.Levels() {
		out = append(out, app.LevelName(l))
	}
	return out
}

// levelAlias is the name of a level written short, as office lists write it: HTT, HTTNV.
func levelAlias(text string) string {
	short := strings.TrimSuffix(strings.ToUpper(tdkt.Fold(text)), "NV")
	for _, l := range tdkt.Levels() {
		if short == string(l) {
			return app.LevelName(l)
		}
	}
	return ""
}

// levelOf is the level of a name, "" for the empty choice.
func levelOf(name string) tdkt.Level {
	for _, l := range tdkt.Levels() {
		if app.LevelName(l) == name {
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
		out.Points = int(math.Round(n * 100))
	case colDecision:
		out.Decision = e.Text
	}
	if out.Level == "" && e.Column != colLevel {
		return out, tdkt.Errorf(tdkt.Invalid, textLevelFirst, e.Row.name)
	}
	return out, nil
}

// merged joins the edits of each subject into one rating, over what the data say
// now: rows on screen may be older than the last edit.
func merged(v *app.View, year int, edits []kit.Edit[row]) ([]app.RatingEdit, error) {
	at := map[tdkt.Subject]int{}
	var out []app.RatingEdit
	for _, e := range edits {
		i, ok := at[e.Row.subject]
		if !ok {
			r, _ := v.RatingOf(year, e.Row.subject)
			i = len(out)
			at[e.Row.subject] = i
			out = append(out, app.RatingEdit{Subject: e.Row.subject, Level: r.Level, Points: r.Points, Decision: r.Decision})
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
		parts = append(parts, fmt.Sprintf("%s: %d", app.LevelName(l), counts[l]))
	}
	text := strings.Join(parts, " · ")
	if rated := len(shown) - counts[""]; rated > 0 {
		text += fmt.Sprintf(textShare, counts[tdkt.Excellent]*100/rated)
	}
	if counts[""] > 0 {
		text += fmt.Sprintf(textMissing, counts[""])
	}
	return text
}

// initRow is one author's initiative.
type initRow struct {
	initiative   tdkt.Initiative
	author, unit string
}

func (r initRow) key() string { return string(r.initiative.ID) }

func initRows(v *app.View, year int, unit tdkt.ID) []initRow {
	var out []initRow
	for _, i := range v.Initiatives {
		p, ok := v.Facts.Person(i.Person)
		if i.Year != year || !ok || unit != "" && !v.Facts.Within(v.UnitIn(p, year), unit) {
			continue
		}
		out = append(out, initRow{initiative: i, author: p.Name, unit: v.UnitName(v.UnitIn(p, year))})
	}
	tdkt.SortByName(out, func(r initRow) string { return r.author }, initRow.key)
	return out
}

func initColumns() []kit.Column[initRow] {
	return []kit.Column[initRow]{
		{Title: wordAuthor, Width: 180, Text: func(r initRow) string { return r.author }, Order: kit.ByName},
		{Title: wordUnit, Width: 190, Text: func(r initRow) string { return r.unit }},
		{Title: wordTitle, Width: 380, Text: func(r initRow) string { return r.initiative.Title }},
		{Title: wordKind, Width: 90, Text: func(r initRow) string { return string(r.initiative.Kind) }},
		{Title: wordScope, Width: 100, Text: func(r initRow) string { return string(r.initiative.Scope) }},
		{Title: wordDecision, Width: 120, Text: func(r initRow) string { return r.initiative.Decision }},
		{Title: wordDate, Width: 92, Text: func(r initRow) string { return r.initiative.Date.String() }, Order: kit.ByDay},
	}
}
