package evaluations

import (
	"fmt"
	"math"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// unitRow is one unit's year: points, facts, level.
type unitRow struct {
	view.UnitRow
	parent string
	facts  map[string]string
	doubts []string
}

func (r unitRow) key() string { return string(r.Unit.ID) }

func (r unitRow) proposed() string {
	if r.Level != "" {
		return string(r.Level)
	}
	var out []string
	for _, n := range r.Notes {
		out = append(out, n.Text)
	}
	return strings.Join(out, "; ")
}

func (r unitRow) decided() string {
	text := string(r.Rating.Level)
	if len(r.doubts) > 0 {
		text += " " + kit.SignBad
	}
	return text
}

// The columns of the list of units before their facts.
const (
	colUnitPoints = iota + 1
	colUnitLevel
	colUnitFact
)

func newUnitGrid(t *Periods) *kit.Grid[unitRow] {
	g := kit.NewGrid(t.desk.UI, unitRow.key, unitColumns(nil, false)...)
	g.Empty = textNoPeople
	g.OnEdit = func(r unitRow, column int, text string) error {
		return t.editUnits([]kit.Edit[unitRow]{{Row: r, Column: column, Text: text}})
	}
	g.OnEdits = t.editUnits
	g.OnCursor = func(r unitRow, ok bool) {
		text := ""
		if ok && len(r.doubts)+len(r.Notes) > 0 {
			said := r.doubts
			if len(said) == 0 {
				for _, n := range r.Notes {
					said = append(said, n.Said())
				}
			}
			text = r.Unit.Name + " · " + strings.Join(said, "; ")
		}
		t.note.SetText(text)
	}
	return g
}

func unitColumns(facts []law.FactRule, closed bool) []kit.Column[unitRow] {
	locked := func(r unitRow) bool { return closed || r.Scheme == nil }
	level := &kit.Editor[unitRow]{Kind: kit.EditChoice, Choices: func(unitRow) []string { return levelNames() }, Alias: levelAlias, Locked: locked}
	out := []kit.Column[unitRow]{
		{Title: wordRoom, Width: 190, Grow: true, Order: kit.ByText, Text: func(r unitRow) string { return r.Unit.Name }, Sub: func(r unitRow) string { return r.Unit.Kind }},
		{Title: wordUnitPoints, Width: 66, Order: kit.ByNumber, Text: func(r unitRow) string { return pointsText(r.Rating.Points) }, Edit: &kit.Editor[unitRow]{Kind: kit.EditText, Locked: locked}},
		{Title: wordDecided, Width: 96, Text: unitRow.decided, Edit: level, Tone: func(r unitRow) kit.Tone {
			if len(r.doubts) > 0 {
				return kit.BadTone
			}
			return kit.Plain
		}},
	}
	for _, x := range facts {
		e := &kit.Editor[unitRow]{Kind: kit.EditText, Locked: locked}
		if x.Kind == law.FactYesNo {
			e = &kit.Editor[unitRow]{Kind: kit.EditChoice, Choices: func(unitRow) []string { return []string{"", wordYes, wordNo} }, Locked: locked}
		}
		out = append(out, kit.Column[unitRow]{Title: x.Short, Width: 84, Text: func(r unitRow) string { return r.facts[x.Key] }, Edit: e})
	}
	return append(out, kit.Column[unitRow]{Title: wordProposed, Width: 220, Text: unitRow.proposed, Tone: func(r unitRow) kit.Tone {
		switch r.Level {
		case tdkt.NotDone:
			return kit.BadTone
		case "":
			return kit.WarnTone
		case tdkt.Excellent, tdkt.Good, tdkt.Done:
		}
		return kit.Plain
	}})
}

// showUnits fills the list of units.
func (t *Periods) showUnits(v *view.View, year int) {
	facts := v.Rules.FactRules(year, tdkt.AUnit)
	t.units.SetColumns(unitColumns(facts, v.YearOf(year).IsClosed(tdkt.RatingBook))...)
	var rows []unitRow
	for _, r := range v.UnitRows(year, t.desk.Unit()) {
		row := unitRow{UnitRow: r, parent: v.UnitName(r.Unit.Parent), facts: factWords(v, year, tdkt.UnitSubject(r.Unit.ID), facts)}
		if r.Rating.Level != "" {
			row.doubts = v.NotesOf(r.Rating, 0)
		}
		rows = append(rows, row)
	}
	t.units.SetRows(rows)
}

// editUnits writes typed or pasted cells of units: points and level together, then facts.
func (t *Periods) editUnits(edits []kit.Edit[unitRow]) error {
	rules := t.desk.View().Rules.FactRules(t.view.Year, tdkt.AUnit)
	at := map[tdkt.ID]int{}
	var ratings []app.RatingEdit
	var facts []app.FactEdit
	for _, e := range edits {
		s := tdkt.UnitSubject(e.Row.Unit.ID)
		if i := e.Column - colUnitFact; i >= 0 && i < len(rules) {
			x, err := factEdit(s, rules[i], e.Text)
			if err != nil {
				return err
			}
			facts = append(facts, x)
			continue
		}
		if _, ok := at[s.ID]; !ok {
			x := e.Row.Rating
			at[s.ID] = len(ratings)
			ratings = append(ratings, app.RatingEdit{Subject: s, Level: x.Level, Points: x.Points, Decision: x.Decision, Why: x.Why})
		}
		if err := unitEdit(&ratings[at[s.ID]], e); err != nil {
			return err
		}
	}
	for i := range ratings {
		if x := &ratings[i]; x.Level == "" && x.Points > 0 {
			x.Level = t.levelOf(x.Subject, x.Points)
		}
	}
	if len(ratings) > 0 {
		if err := t.desk.App.SetRatings(t.desk.Ctx, t.view.Year, ratings); err != nil || len(facts) == 0 {
			return err
		}
	}
	return t.desk.App.SetRatingFacts(t.desk.Ctx, t.view.Year, facts)
}

// levelOf is the level that points typed first come to, by the rules of the unit.
func (t *Periods) levelOf(s tdkt.Subject, points int) tdkt.Level {
	v := t.desk.View()
	level, _ := v.Rules.AppraiseUnit(v.Facts, s.ID, t.view.Year, points)
	if scheme := v.Rules.UnitScheme(v.Facts, s.ID, t.view.Year); level == "" && scheme != nil {
		level, _ = scheme.LevelFor(points)
	}
	return level
}

func unitEdit(x *app.RatingEdit, e kit.Edit[unitRow]) error {
	switch e.Column {
	case colUnitPoints:
		if strings.TrimSpace(e.Text) == "" {
			x.Points = 0
			return nil
		}
		f, err := kit.ParseNumber(e.Text)
		if err != nil || f < 0 {
			return tdkt.Errorf(tdkt.Invalid, textBadPointsOf, e.Text)
		}
		x.Points = int(math.Round(f * 100))
	case colUnitLevel:
		x.Level = levelOf(e.Text)
	}
	return nil
}

// factEdit reads a cell of a fact.
func factEdit(s tdkt.Subject, rule law.FactRule, text string) (app.FactEdit, error) {
	x := app.FactEdit{Subject: s, Key: rule.Key, Clear: strings.TrimSpace(text) == ""}
	switch {
	case x.Clear:
	case rule.Kind == law.FactShare:
		f, err := kit.ParseNumber(strings.TrimSuffix(strings.TrimSpace(text), "%"))
		if err != nil || f < 0 || f > 100 {
			return x, tdkt.Errorf(tdkt.Invalid, textBadShare, text)
		}
		x.Value = int(math.Round(f * 100))
	case text == wordYes:
		x.Value = 1
	}
	return x, nil
}

// showSpread draws how the levels lie over rooms and groups.
func (t *Periods) showSpread(v *view.View) {
	t.spread.RemoveAll()
	t.spread.Add(kit.NewPara(textSpreadHead, kit.Small, kit.Quiet, false))
	fills := []kit.Token{kit.Level1, kit.Level2, kit.Level3, kit.Level4, kit.Level5}
	groups := false
	t.spread.Add(kit.NewPara(wordSpreadRooms, kit.Body, kit.Ink, true))
	for _, s := range t.view.Spread(v) {
		if s.Group && !groups {
			groups = true
			t.spread.Add(kit.NewPara(wordSpreadGroups, kit.Body, kit.Ink, true))
		}
		text := fmt.Sprintf(textSpreadLine, s.Total(), kit.FormatNumber(float64(s.Mean())/100))
		name, share := s.Name, 0.0
		if s.Cap >= 0 {
			name = fmt.Sprintf(textSpreadCap, s.Name, s.Levels[0], s.Cap)
			share = float64(s.Cap) / float64(max(s.Total(), 1))
		}
		t.spread.Add(kit.NewBar100(kit.BarData{
			Label: name, Text: text, Parts: append(s.Levels[:], s.None), Fills: fills, Cap: share, Bad: s.Over,
		}, func() { t.showSpreadRows(s.Name) }))
	}
	if !groups {
		t.spread.Add(kit.NewPara(textNoGroups, kit.Small, kit.Quiet, false))
	}
	t.spread.Refresh()
}

// showSpreadRows shows the people behind a bar: those of a room or of a group.
func (t *Periods) showSpreadRows(name string) {
	t.views.SetSelected(wordViewYear)
	t.grid.SetFilter(name)
	t.grid.Focus()
}
