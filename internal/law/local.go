package law

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"tdkt/internal/tdkt"
)

// LocalKey is a value the statute leaves to the province or the Sở. Without a
// value for the year, what depends on it does not apply.
type LocalKey struct {
	Key, Name string
	Kind      string // one of LocalNumber, LocalShare, LocalYesNo, LocalPenalty, LocalRounding
	Cite      string // the clause that leaves it to the province, or that none speaks of it
	Text      string // that clause's own words where we hold them
	Most      int    // of a number
}

// The kinds of local values, as shown.
const (
	LocalNumber   = "số nguyên"
	LocalShare    = "tỷ lệ biểu quyết"
	LocalYesNo    = "có hoặc không"
	LocalPenalty  = "hình thức kỷ luật"
	LocalRounding = "cách làm tròn"
)

type localFile struct {
	Key, Name, Kind, Cite, Text string
	Most                        int // of a number, 0: 100
}

func (b *builder) local(l localFile) error {
	cite := noShare
	if l.Cite != "" {
		var err error
		if cite, err = cites(b.sources, l.Cite); err != nil {
			return err
		}
	}
	switch {
	case l.Key == "" || l.Name == "":
		return errors.New("key and name must be given")
	case !knownLocalKind(l.Kind):
		return fmt.Errorf("kind %q is unknown", l.Kind)
	case slices.ContainsFunc(b.g.locals, func(k LocalKey) bool { return k.Key == l.Key }):
		return errors.New("key is written twice")
	}
	b.g.locals = append(b.g.locals, LocalKey{Key: l.Key, Name: l.Name, Kind: l.Kind, Cite: cite, Text: l.Text, Most: cmp.Or(l.Most, 100)})
	return nil
}

func knownLocalKind(kind string) bool {
	return slices.Contains([]string{LocalNumber, LocalShare, LocalYesNo, LocalPenalty, LocalRounding}, kind)
}

// LocalKeys lists the local values the regime has a place for.
func (g *Regime) LocalKeys() []LocalKey { return slices.Clone(g.locals) }

// LocalProblem says in a sentence what is wrong with a local value, "" when it
// can be used.
func (k LocalKey) LocalProblem(value string) string {
	ok := false
	switch k.Kind {
	case LocalNumber:
		var n int
		n, ok = localNumber(value)
		ok = ok && n <= k.Most
	case LocalShare:
		_, _, ok = localShare(value)
	case LocalYesNo:
		_, ok = localYesNo(value)
	case LocalPenalty:
		_, ok = localPenalty(value)
	case LocalRounding:
		_, ok = localRounding(value)
	}
	if ok {
		return ""
	}
	return fmt.Sprintf("giá trị “%s” của quy định riêng “%s” không đọc được; hãy nhập %s", value, k.Name, k.Hint())
}

// Hint says how a value is written.
func (k LocalKey) Hint() string {
	switch k.Kind {
	case LocalShare:
		return "một số nguyên từ 1 đến 100, hoặc “quá nửa”"
	case LocalYesNo:
		return "“có” hoặc “không”"
	case LocalPenalty:
		return "một hình thức kỷ luật, ví dụ “khiển trách”"
	case LocalRounding:
		return "“xuống”, “gần nhất” hoặc “lên”"
	}
	return fmt.Sprintf("một số nguyên từ 0 đến %d", k.Most)
}

func localNumber(s string) (int, bool) {
	n, err := strconv.Atoi(tdkt.Clean(s))
	return n, err == nil && n >= 0 && n <= 100
}

// What a vote by majority asks: more than half.
const (
	half     = 50
	majority = "quá nửa"
)

// localShare reads a share of votes: per cent, or more than half.
func localShare(s string) (percent int, more, ok bool) {
	if tdkt.Fold(s) == tdkt.Fold(majority) {
		return half, true, true
	}
	percent, ok = localNumber(s)
	return percent, false, ok
}

func localYesNo(s string) (yes, ok bool) {
	switch tdkt.Fold(s) {
	case "co":
		return true, true
	case "khong":
		return false, true
	}
	return false, false
}

func localPenalty(s string) (weight int, ok bool) {
	for i, p := range tdkt.Penalties() {
		if tdkt.Fold(string(p)) == tdkt.Fold(s) {
			return i + 1, true
		}
	}
	return 0, false
}

func localRounding(s string) (string, bool) {
	switch tdkt.Fold(s) {
	case "xuong":
		return roundDown, true
	case "gan nhat":
		return roundNear, true
	case "len":
		return roundUp, true
	}
	return "", false
}

// key finds a local key of the regime.
func (g *Regime) key(key string) LocalKey {
	for _, l := range g.locals {
		if l.Key == key {
			return l
		}
	}
	return LocalKey{Key: key, Name: key, Most: 100}
}

// local judges a need that a local value switches on: with that value's number
// or form in place of the file's. A value that cannot be read leaves the answer unknown.
func (j *judging) local(n *need) (Answer, bool) {
	l, set := j.facts.local(j.year, n.Local)
	if !set {
		return Yes, false
	}
	mine := *n
	mine.Local = ""
	var ok bool
	applies := true
	switch n.Verb {
	case "months":
		mine.N, ok = localNumber(l.Value)
	case "no-discipline":
		mine.weight, ok = localPenalty(l.Value)
	default:
		applies, ok = localYesNo(l.Value)
	}
	if !ok {
		j.add(n, Unknown, telling{seenBadLocal, traceBadLocal})
		return Unknown, true
	}
	if !applies {
		return Yes, false
	}
	a := n.verb.judge(j, &mine)
	under, _ := n.under(j.on)
	mine.province = l.by
	mine.Cite, mine.Mark, mine.Later = localCite(l)+"; theo "+under, localMark(l), nil
	j.add(&mine, a, telling{
		seen: func(j *judging, n *need) string { return n.verb.tell.seen(j, n) + localBasis(l) },
		trace: func(j *judging, n *need) traced {
			behind := n.verb.tell.trace(j, n)
			behind.rows = append(behind.rows, localRow(l))
			return behind
		},
	})
	return a, true
}

// localBasis tells a local value.
func localBasis(l localValue) string {
	return fmt.Sprintf("; quy định riêng năm %d: %s", l.Year, l.Value)
}

// localCite cites a local value by its own paper: the statute only lets the office set it.
func localCite(l localValue) string {
	if l.by != nil {
		return l.by.cite(l.clause)
	}
	if l.Document == "" {
		return fmt.Sprintf("quy định riêng năm %d, chưa ghi số văn bản", l.Year)
	}
	return l.Document + dated(l.Date)
}

// localMark is the mark of what a local value says: the paper behind it is the office's
// own; without one nobody can look it up.
func localMark(l localValue) string {
	if l.Document == "" {
		return "C"
	}
	return "V"
}

// NotApplied lists the needs of a title that a local value would switch on and that do
// not apply because none is entered for the year.
func (t *Title) NotApplied(f *Facts, year int) []NeedInfo {
	return slices.DeleteFunc(t.Needs(), func(n NeedInfo) bool {
		_, set := f.local(year, n.Local)
		return n.Local == "" || set
	})
}
