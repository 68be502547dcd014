package locals

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one local value with who typed it.
type row struct {
	view.LocalPlace
	typed app.Typed // zero when nothing is entered
}

func (r row) key() string { return r.Key }

// meant says whether a place means this value.
func (r row) meant(p desk.Place) bool {
	if p.Key != "" {
		return r.Row.ID == p.Key
	}
	return r.Key == p.Title || len(r.Uses) > 0 && r.Uses[0].Title == p.Title
}

func (r row) group() string {
	if len(r.Uses) == 0 {
		return wordUnused
	}
	return r.Group()
}

// value is what is entered, or what follows as long as nothing is.
func (r row) value() string {
	switch {
	case r.Set():
		return r.Row.Value
	case len(r.Uses) == 0:
		return ""
	case r.Province != "":
		return fmt.Sprintf(textByProvince, r.Province)
	}
	return fmt.Sprintf(textNone, r.Uses[0].Empty)
}

func (r row) typedText() string {
	if r.typed.By == "" {
		return ""
	}
	return r.typed.By + ", " + r.typed.At
}

func (r row) style() kit.RowStyle {
	switch {
	case len(r.Uses) == 0:
		return kit.Warning
	case r.Set(), r.Province != "":
		return kit.Good
	}
	return kit.Normal
}

// about is what stands under the list: the article, what the value decides, what
// follows while it is empty, and who typed it.
func (r row) about(year int) string {
	lines := []string{r.Name}
	if len(r.Uses) == 0 {
		lines = append(lines, fmt.Sprintf(textUnused, year))
	} else {
		lines = append(lines, wordCite+": "+r.Cite)
	}
	if r.Province != "" {
		lines = append(lines, fmt.Sprintf(textProvinceSays, r.ProvinceCite, r.Province))
	}
	for _, u := range r.Uses {
		lines = append(lines, fmt.Sprintf(textDecides, u.Name, u.Why, u.Empty))
	}
	if r.typed.By != "" {
		return strings.Join(append(lines, fmt.Sprintf(textTyped, r.typedText(), r.typed.Words)), "\n")
	}
	return strings.Join(append(lines, textNotTyped), "\n")
}

// page is everything the page shows, read from one view.
type page struct {
	year   int
	rows   []row
	locked bool
	err    error // no law for the year
}

// read makes the page; it runs away from the screen.
func read(ctx context.Context, a *app.App, v *view.View, year int) *page {
	p := &page{year: year, locked: v.YearOf(year).Locked}
	places, err := v.LocalPlaces(year)
	if err != nil {
		p.err = err
		return p
	}
	keys := make([]tdkt.ID, len(places))
	for i, l := range places {
		keys[i] = l.Row.ID
	}
	typed, err := a.TypedBy(ctx, keys...)
	if err != nil {
		p.err = err
		return p
	}
	for _, l := range places {
		p.rows = append(p.rows, row{LocalPlace: l, typed: typed[l.Row.ID]})
	}
	return p
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordGroup, Width: 148, Text: row.group},
		{Title: wordName, Width: 180, Grow: true, Text: func(r row) string { return r.Name }},
		{Title: wordValue, Width: 176, Text: row.value},
		{Title: wordDocument, Width: 104, Text: func(r row) string { return r.Row.Document }},
		{Title: wordDay, Width: 108, Text: func(r row) string { return r.Row.Date.String() }, Order: kit.ByDay},
		{Title: wordBy, Width: 220, Text: row.typedText},
	}
}

func totals(shown []row) string {
	n := 0
	for _, r := range shown {
		if r.Set() {
			n++
		}
	}
	return fmt.Sprintf(textCount, n, len(shown))
}

// copyRow is one line of the preview of copying.
type copyRow struct{ view.LocalCopy }

func (r copyRow) key() string { return r.Key }

func (r copyRow) now() string {
	if r.Have.ID == "" {
		return wordNone
	}
	return r.Have.Value
}

func (r copyRow) then() string {
	if r.Have.ID != "" {
		return wordKeep
	}
	return r.From.Value
}

func (r copyRow) style() kit.RowStyle {
	if r.Have.ID != "" {
		return kit.Muted
	}
	return kit.Good
}

func copyColumns(from, year int) []kit.Column[copyRow] {
	return []kit.Column[copyRow]{
		{Title: wordName, Width: 280, Grow: true, Text: func(r copyRow) string { return r.Name }},
		{Title: fmt.Sprintf(wordOld, from), Width: 90, Text: func(r copyRow) string { return r.From.Value }},
		{Title: fmt.Sprintf(wordNow, year), Width: 130, Text: copyRow.now},
		{Title: wordThen, Width: 90, Text: copyRow.then},
		{Title: wordDocument, Width: 120, Text: func(r copyRow) string { return r.From.Document }},
	}
}

// toCopy counts the lines that would be written.
func toCopy(rows []copyRow) int {
	n := 0
	for _, r := range rows {
		if r.Have.ID == "" {
			n++
		}
	}
	return n
}
