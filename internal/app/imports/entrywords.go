package imports

import (
	"context"
	"reflect"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// EntryLine is a row that an operation changed, in words: what the row is about, and
// what the fields that differ held before and after.
type EntryLine struct {
	Fate          string // thêm, sửa, xóa
	Kind, What    string
	Before, After string
}

// What became of a row.
const (
	fateAdded   = "thêm"
	fateChanged = "sửa"
	fateRemoved = "xóa"
)

// EntryLines says row by row what the operation of a number did, at most so many rows;
// total is how many it changed.
func EntryLines(ctx context.Context, a *app.App, seq int64, most int) (lines []EntryLine, total int, err error) {
	e, err := a.Store.Entry(ctx, seq)
	if err != nil {
		return nil, 0, err
	}
	d := &describer{app: a, words: newImporter(a.View(), "", nil)}
	for _, r := range e.Rows { // names of people and units that are gone by now
		d.learn(r.Noun, r.Before)
		d.learn(r.Noun, r.After)
	}
	for _, r := range e.Rows[:min(most, len(e.Rows))] {
		lines = append(lines, d.entryLine(r))
	}
	return lines, len(e.Rows), d.err
}

func (d *describer) entryLine(r tdkt.RowChange) EntryLine {
	before, after := d.record(r.Noun, r.Before), d.record(r.Noun, r.After)
	line := EntryLine{Fate: fateChanged, Kind: r.Noun.Words()}
	switch {
	case before == nil && after == nil:
		return line
	case before == nil:
		line.Fate, line.What = fateAdded, d.what(after)
		_, line.After = d.sides(nothing(after), after)
	case after == nil:
		line.Fate, line.What = fateRemoved, d.what(before)
		line.Before, _ = d.sides(before, nothing(before))
	default:
		line.What = d.what(after)
		line.Before, line.After = d.sides(before, after)
	}
	return line
}

// nothing is a record of that kind with nothing in it.
func nothing(rec tdkt.Record) tdkt.Record {
	return reflect.Zero(reflect.TypeOf(rec)).Interface().(tdkt.Record)
}
