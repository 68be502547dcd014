// Package law says what the statute of a year asks for each title, and whether a
// person or unit meets it. Rules are TOML under regimes/; this package knows only
// the verbs they are written with. It is pure: no clock, no file, no SQL.
package law

import (
	"fmt"
	"sync/atomic"

	"tdkt/internal/tdkt"
)

// Rules is every book of rules the program carries.
type Rules struct {
	Regimes []*Regime // criteria, oldest first; they tile their years

	codes    []CodeInfo
	place    map[string]int // of a code in codes
	councils []council      // oldest first
	tariffs  []tariff       // oldest first
	salaries []salary       // oldest first
	ratings  []*RatingScheme
	grounds  []grounds   // of revocations, oldest first
	papers   []paperBook // oldest first
	reports  reportBook

	documents []Document      // that papers cite
	held      map[string]Text // by document: what of it was read

	asks        []Ask         // what a province may add
	regulations []*Regulation // in force, the first of two that hold for a year is the later signed

	with atomic.Pointer[provincial] // what With gave last
}

// Regime is one file of criteria, complete in itself.
type Regime struct {
	ID, Name string
	File     string // base name of the file it was read from
	From     int    // first year judged by it
	Till     int    // last year judged by it, 0: still in force
	Note     string // warning shown with every finding, "" when checked against the statute
	SHA256   string // of the file, hex
	Titles   []*Title

	ReviewedBy string // who compared the file with the statute, "" when nobody has yet
	ReviewedOn tdkt.Day
	Sources    []Source // the texts it cites, by key

	locals []LocalKey
	quotas []quota
	onces  []once
	asides []aside
	notes  []remark

	movements []movement
}

// Criteria is the regime of a commendation year; a tdkt.Error (Invalid) when no
// regime covers the year.
func (r *Rules) Criteria(year int) (*Regime, error) {
	for _, g := range r.Regimes {
		if g.From <= year && (g.Till == 0 || year <= g.Till) && year <= lastYear {
			return g, nil
		}
	}
	return nil, tdkt.Errorf(tdkt.Invalid,
		"Chương trình không có quy định xét thi đua cho năm %d. Chương trình có quy định cho %s; hãy chọn một năm khác.",
		year, r.covered())
}

// covered names the years the criteria cover.
func (r *Rules) covered() string {
	if len(r.Regimes) == 0 {
		return "không năm nào"
	}
	first, last := r.Regimes[0], r.Regimes[len(r.Regimes)-1]
	if last.Till == 0 {
		return fmt.Sprintf("các năm từ %d đến nay", first.From)
	}
	return fmt.Sprintf("các năm từ %d đến %d", first.From, last.Till)
}

// Regime finds a file of criteria by its id.
func (r *Rules) Regime(id string) (*Regime, bool) {
	for _, g := range r.Regimes {
		if g.ID == id {
			return g, true
		}
	}
	return nil, false
}

// Source is a legal text that a regime cites.
type Source struct {
	Key  string // as the rule file's cites name it
	Name string // as findings name it
	Full string
	Link string
	Note string // where the text was read, when not at its own source

	Signed tdkt.Day
}

// Title is one danh hiệu or hình thức of one kind of subject.
type Title struct {
	Code  string
	Name  string // Chiến sĩ thi đua cơ sở
	Short string // CSTĐ cơ sở
	Kind  tdkt.SubjectKind
	Group string // "danh hiệu" or "hình thức"
	Level string // who decides: "Sở", "Tỉnh", "Nhà nước"
	Text  string // the statute's own wording where we hold it
	// Apart: not asked of everybody every year, only of whom it is asked by name. Few can
	// have it, and for the others "thiếu dữ liệu" would say nothing.
	Apart bool

	needs []*need // common to all alternatives
	ways  []way
	house []*need // asked of a household in place of the others; none where the law has no such form
	size  int     // how many findings there are at most
}

// way is one alternative: its own needs beside the title's common ones.
type way struct {
	name  string // Cách 2: …
	needs []*need
}

// TitlesFor lists the titles of one kind of subject that are asked of everybody, in the
// file's order; see Title.Apart for the others.
func (g *Regime) TitlesFor(kind tdkt.SubjectKind) []*Title {
	var out []*Title
	for _, t := range g.Titles {
		if t.Kind == kind && !t.Apart {
			out = append(out, t)
		}
	}
	return out
}

// Title finds a title; false when the regime has none of that code and kind.
func (g *Regime) Title(kind tdkt.SubjectKind, code string) (*Title, bool) {
	for _, t := range g.Titles {
		if t.Kind == kind && t.Code == code {
			return t, true
		}
	}
	return nil, false
}

// CodeInfo describes an award code over all years: also codes no regime judges (KNC, HCDL1).
type CodeInfo struct {
	Code, Name, Short, Group, Level string
	Kinds                           []tdkt.SubjectKind
	Yearly                          bool // given for each year it spans; others for their last year
	// As: the code that it counts as where an award of the province is asked for and the law
	// says "bộ, ban, ngành, tỉnh"; "" for itself.
	As string

	as int // place of As, its own without one
}

// Codes lists the catalogue in its order.
func (r *Rules) Codes() []CodeInfo { return append([]CodeInfo(nil), r.codes...) }

// Code finds a catalogue code; false when there is none.
func (r *Rules) Code(code string) (CodeInfo, bool) {
	i, ok := r.place[code]
	if !ok {
		return CodeInfo{}, false
	}
	return r.codes[i], true
}

// short names a code as sentences do: "CSTĐ cơ sở".
func (r *Rules) short(code int) string { return r.codes[code].Short }
