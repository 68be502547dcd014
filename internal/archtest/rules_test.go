package archtest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// rules are the tables a tree is checked against.
type rules struct {
	layers   []string
	siblings map[string]string
	helpers  []string
	anywhere []string
	only     map[string][]string
	never    map[string]string // a package → what it may not import, nor anything below it
}

// imports is what one package imports, its tests apart. Own packages carry their
// short name, outside ones their path.
type imports struct {
	code, tests, outside []string
}

// check returns one sentence for each broken rule, sorted.
func (r rules) check(packages map[string]imports) []string {
	line := r.lines()
	var faults []string
	for name, p := range packages {
		if _, known := line[name]; !known {
			faults = append(faults, fmt.Sprintf("%s stands in no layer: give it a line in layers()", name))
			continue
		}
		faults = append(faults, r.arrows(name, p, line)...)
		faults = append(faults, r.strangers(name, p.outside)...)
		faults = append(faults, r.barred(name, p.code)...)
	}
	for name := range line {
		if _, there := packages[name]; !there {
			faults = append(faults, fmt.Sprintf("layers() names %s, which is not there", name))
		}
	}
	faults = append(faults, r.unused(packages)...)
	slices.Sort(faults)
	return slices.Compact(faults)
}

// barred finds imports that no line of layers forbids and that are wrong still.
func (r rules) barred(name string, code []string) []string {
	var faults []string
	for _, to := range code {
		if far, ok := r.never[name]; ok && (to == far || strings.HasPrefix(to, far+"/")) {
			faults = append(faults, fmt.Sprintf("%s imports %s, which it may never know", name, to))
		}
	}
	return faults
}

// lines gives each package the number of its line, counted from the inside.
func (r rules) lines() map[string]int {
	line := map[string]int{}
	for i, names := range r.layers {
		for name := range strings.FieldsSeq(names) {
			line[name] = i
		}
	}
	return line
}

// arrows finds imports of our own packages that do not point inwards.
func (r rules) arrows(name string, p imports, line map[string]int) []string {
	var faults []string
	for _, to := range p.code {
		if at, known := line[to]; known && at >= line[name] && r.siblings[name] != to {
			faults = append(faults, fmt.Sprintf("%s imports %s, which is not on a line further in", name, to))
		}
		if slices.Contains(r.helpers, to) && !slices.Contains(r.helpers, name) {
			faults = append(faults, fmt.Sprintf("%s imports %s, which is for tests alone", name, to))
		}
	}
	for _, to := range p.tests {
		if to == name || slices.Contains(r.helpers, to) || slices.Contains(r.anywhere, to) || r.siblings[name] == to {
			continue
		}
		if at, known := line[to]; known && at >= line[name] {
			faults = append(faults, fmt.Sprintf("a test of %s imports %s, which is not on a line further in", name, to))
		}
	}
	return faults
}

// strangers finds outside packages imported where they do not belong. The longest
// entry that covers a path decides.
func (r rules) strangers(name string, outside []string) []string {
	var faults []string
	for _, path := range outside {
		entry, ok := r.entry(path)
		if ok && !slices.ContainsFunc(r.only[entry], func(p string) bool { return covers(p, name) }) {
			faults = append(faults, fmt.Sprintf("%s imports %s, which belongs to %s", name, path, owners(r.only[entry])))
		}
	}
	return faults
}

// entry is the longest key of only that is path or a folder above it.
func (r rules) entry(path string) (string, bool) {
	best := ""
	for key := range r.only {
		if covers(key+"/...", path) && len(key) > len(best) {
			best = key
		}
	}
	return best, best != ""
}

// unused finds permissions that nobody needs any more, so that the table cannot rot.
func (r rules) unused(packages map[string]imports) []string {
	var faults []string
	for key, allowed := range r.only {
		for _, pattern := range allowed {
			used := slices.ContainsFunc(slices.Collect(maps.Keys(packages)), func(name string) bool {
				return covers(pattern, name) && slices.ContainsFunc(packages[name].outside, func(path string) bool {
					entry, _ := r.entry(path)
					return entry == key
				})
			})
			if !used {
				faults = append(faults, fmt.Sprintf("only() lets %s import %s, and it does not: delete it", pattern, key))
			}
		}
	}
	return faults
}

// covers says whether name is the package a pattern names, or lies under "x/...".
func covers(pattern, name string) bool {
	base, tree := strings.CutSuffix(pattern, "/...")
	return name == base || tree && strings.HasPrefix(name, base+"/")
}

// owners is a list of packages as a reader wants it in a sentence.
func owners(names []string) string {
	if len(names) == 0 {
		return "nobody"
	}
	return strings.Join(names, ", ") + " alone"
}
