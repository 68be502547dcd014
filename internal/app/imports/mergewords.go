package imports

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/merge"
	"tdkt/internal/tdkt"
)

// describe puts a plan into words and refuses what no merge can settle.
func describe(a *app.App, p *MergePlan) error {
	d := &describer{app: a, words: newImporter(p.base, p.File, nil), conflicts: map[tdkt.ID]bool{}}
	for _, r := range p.plan.Rows {
		d.learn(r.Noun, r.After)
	}
	for _, c := range p.plan.Conflicts {
		d.learn(c.Noun, c.Theirs)
		d.conflicts[c.Key] = true
		p.Lines = append(p.Lines, d.conflict(c))
	}
	for _, r := range p.plan.Rows {
		if !d.conflicts[r.Key] {
			p.Lines = append(p.Lines, d.row(r))
		}
	}
	slices.SortStableFunc(p.Lines, func(x, y MergeLine) int { return cmp.Compare(x.Fate, y.Fate) })
	for _, c := range p.plan.Clashes {
		p.Refused = append(p.Refused, d.clash(c))
	}
	p.Refused = append(p.Refused, d.circles(p)...)
	return d.err
}

// describer turns rows into words; names that only the other file has are learnt first.
type describer struct {
	app       *app.App
	words     *importer
	conflicts map[tdkt.ID]bool
	err       error
}

// record reads a row, nil for none.
func (d *describer) record(noun tdkt.Noun, text []byte) tdkt.Record {
	if text == nil {
		return nil
	}
	rec, err := d.app.Store.Decode(noun, text)
	d.err = cmp.Or(d.err, err)
	return rec
}

func (d *describer) learn(noun tdkt.Noun, text []byte) {
	switch r := d.record(noun, text).(type) {
	case tdkt.Unit:
		d.words.names[r.ID], d.words.codes[r.ID] = r.Name, r.Code
	case tdkt.Person:
		d.words.names[r.ID], d.words.codes[r.ID] = r.Name, r.Code
	}
}

func (d *describer) row(r merge.Row) MergeLine {
	before, after := d.record(r.Noun, r.Before), d.record(r.Noun, r.After)
	line := MergeLine{Kind: r.Noun.Words(), What: d.what(cmp.Or(after, before))}
	switch {
	case r.Kept:
		line.Fate = MergeKept
	case before == nil:
		line.Fate = MergeNew
	case after == nil:
		line.Fate = MergeRemoved
	default:
		line.Fate = MergeChanged
		line.Ours, line.Theirs = d.sides(before, after)
	}
	return line
}

func (d *describer) conflict(c merge.Conflict) MergeLine {
	ours, theirs := d.record(c.Noun, c.Ours), d.record(c.Noun, c.Theirs)
	line := MergeLine{Fate: MergeConflict, Kind: c.Noun.Words(), What: d.what(cmp.Or(ours, theirs)), TheirsCounts: c.TheirsCounts}
	switch {
	case ours == nil:
		line.Ours, line.Theirs = wordGone, wordStays
	case theirs == nil:
		line.Ours, line.Theirs = wordStays, wordGone
	default:
		line.Ours, line.Theirs = d.sides(ours, theirs)
	}
	return line
}

const (
	wordGone  = "đã xóa"
	wordStays = "còn và đã sửa"
)

// sides says for two versions of a row what each has in the fields that differ.
func (d *describer) sides(a, b tdkt.Record) (one, two string) {
	var ones, twos []string
	for _, f := range tdkt.Diff(a, b) {
		if f.Masked {
			f.Was, f.Is = masked(fmt.Sprint(f.Was)), masked(fmt.Sprint(f.Is))
		}
		ones = append(ones, f.Words+": "+d.words.shown(f.Field, f.Was))
		twos = append(twos, f.Words+": "+d.words.shown(f.Field, f.Is))
	}
	return strings.Join(ones, "; "), strings.Join(twos, "; ")
}

// masked shows the last digits of a CCCD alone.
func masked(cccd string) string {
	const seen = 3
	if len(cccd) <= seen {
		return cccd
	}
	return strings.Repeat("•", len(cccd)-seen) + cccd[len(cccd)-seen:]
}

// what names a row for people: whose it is, of which year, and what it is called.
func (d *describer) what(rec tdkt.Record) string {
	switch r := rec.(type) {
	case nil:
		return ""
	case tdkt.Person:
		return d.words.spoken(r.ID)
	case tdkt.Unit:
		return d.words.spoken(r.ID)
	case tdkt.BlocMark:
		return d.words.v.BlocRowWords(r.Year, r.Member, r.Criterion)
	case tdkt.BlocExtra:
		return d.words.v.BlocRowWords(r.Year, r.Member, "")
	case tdkt.Local:
		key, _ := d.words.v.LocalKey(r.Year, r.Key)
		return fmt.Sprintf("%s, năm %d", cmp.Or(key.Name, "điều không còn dùng"), r.Year)
	}
	v := reflect.ValueOf(rec)
	var words []string
	for _, field := range []string{"Subject", "Person", "Unit", "Title", "Name", "Number", "Code", "Key", "Period", "Year", "From", "Date"} {
		f := v.FieldByName(field)
		if !f.IsValid() || f.IsZero() {
			continue
		}
		words = append(words, d.field(field, f.Interface()))
	}
	return strings.Join(words, ", ")
}

func (d *describer) field(field string, x any) string {
	switch x := x.(type) {
	case tdkt.Subject:
		return d.words.spoken(x.ID)
	case tdkt.ID:
		return d.words.spoken(x)
	case tdkt.Period:
		return x.Words()
	case int:
		return fmt.Sprintf("năm %d", x)
	}
	if text := fmt.Sprint(x); field == "Title" || field == "Code" {
		return d.words.v.TitleName(text)
	}
	return fmt.Sprint(x)
}

// clash says which two rows one code names.
func (d *describer) clash(c merge.Clash) tdkt.Problem {
	name := func(text []byte) (name, code string) {
		switch r := d.record(c.Noun, text).(type) {
		case tdkt.Unit:
			return r.Name, r.Code
		case tdkt.Person:
			return r.Name, r.Code
		}
		return "", ""
	}
	ours, code := name(c.Ours)
	theirs, _ := name(c.Theirs)
	return tdkt.Problem{Text: fmt.Sprintf("Mã “%s” là %s %s ở máy này nhưng là %s ở máy kia. Nếu là một thì sửa tên cho giống nhau, nếu là hai thì đổi một mã.",
		code, c.Noun.Words(), ours, theirs)}
}

// circles refuses units that would stand above themselves: each PC put one of them
// below the other.
func (d *describer) circles(p *MergePlan) []tdkt.Problem {
	parent := map[tdkt.ID]tdkt.ID{}
	for _, u := range p.base.Units {
		parent[u.ID] = u.Parent
	}
	var moved []tdkt.ID
	for _, r := range p.plan.Rows {
		if u, ok := d.record(r.Noun, r.After).(tdkt.Unit); ok {
			parent[u.ID] = u.Parent
			moved = append(moved, u.ID)
		}
	}
	var refused []tdkt.Problem
	for _, start := range moved {
		at, steps := parent[start], 0
		for ; at != "" && at != start && steps <= len(parent); steps++ {
			at = parent[at]
		}
		if at == start {
			refused = append(refused, tdkt.Problem{Text: fmt.Sprintf(
				"Đơn vị %s sẽ nằm dưới chính nó: mỗi máy đã chuyển một đơn vị vào dưới đơn vị kia. Hãy sửa đơn vị cấp trên ở một máy.", d.words.spoken(start))})
		}
	}
	return refused
}
