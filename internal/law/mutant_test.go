package law_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
	"tdkt/internal/tdkt"
)

// A mutant is the rules with one number, rank or switch of one file changed by one step, or
// with one clause left out.
type mutant struct {
	file  string
	line  int // from 1
	title string
	was   string // the words changed, "n = 5"
	is    string
	text  string // of the whole file
}

func (m mutant) String() string {
	return fmt.Sprintf("%s:%d %s: %s → %s", m.file, m.line, m.title, m.was, m.is)
}

var (
	aNumber = regexp.MustCompile(`\b([a-z_]+)(\s*=\s*)(-?\d+)(?:$|[^-\d])`)
	aDay    = regexp.MustCompile(`\b([a-z_]+)(\s*=\s*)(\d{4}-\d{2}-\d{2})`)
	aRank   = regexp.MustCompile(`\b(level|scope|form)(\s*=\s*)"([^"]*)"`)
	aSwitch = regexp.MustCompile(`\b(more|one_kind|secret|ballot|up_to)(\s*=\s*)(true|false)`)
	aCode   = regexp.MustCompile(`^code\s*=\s*"([^"]+)"`)
)

// mutants are the rules with each number of a file one more and one less, each day one
// later and one earlier, each rank one up and one down, each switch turned.
func mutants(file, text string) []mutant {
	var out []mutant
	lines := strings.Split(text, "\n")
	title := ""
	for i, line := range lines {
		if strings.HasPrefix(line, "[[") {
			title = strings.Trim(line, "[]")
		}
		if m := aCode.FindStringSubmatch(line); m != nil {
			title = m[1]
		}
		if strings.HasPrefix(strings.TrimSpace(line), "[[") {
			if m, ok := without(file, title, lines, i); ok {
				out = append(out, m)
			}
		}
		code, _, _ := strings.Cut(line, "#")
		for _, kind := range []struct {
			find *regexp.Regexp
			next func(key, was string) []string
		}{{aNumber, numbersBeside}, {aDay, daysBeside}, {aRank, ranksBeside}, {aSwitch, switched}} {
			for _, at := range kind.find.FindAllStringSubmatchIndex(code, -1) {
				key, was := line[at[2]:at[3]], line[at[6]:at[7]]
				if key == "to" && i+1 < len(lines) && strings.Contains(lines[i+1], "step") {
					key = "to by steps"
				}
				for _, is := range kind.next(key, was) {
					changed := slices.Clone(lines)
					changed[i] = line[:at[6]] + is + line[at[7]:]
					out = append(out, mutant{
						file, i + 1, title, line[at[2]:at[7]], is, strings.Join(changed, "\n"),
					})
				}
			}
		}
	}
	return out
}

// without leaves out the clause that begins on a line, up to the next table.
func without(file, title string, lines []string, at int) (mutant, bool) {
	head := strings.TrimSpace(lines[at])
	if slices.Contains([]string{"[[title]]", "[[title.way]]", "[[local]]", "[[award]]"}, head) {
		return mutant{}, false // its needs are left out one by one; a local value alone decides nothing
	}
	end := at + 1
	for end < len(lines) && !strings.HasPrefix(strings.TrimSpace(lines[end]), "[") {
		end++
	}
	rest := slices.Concat(lines[:at], lines[end:])
	id := head
	for _, l := range lines[at:end] {
		if k, v, ok := strings.Cut(strings.TrimSpace(l), "="); ok && slices.Contains([]string{"id", "key", "code", "title"}, strings.TrimSpace(k)) {
			id += strings.TrimSpace(v)
			break
		}
	}
	return mutant{file, at + 1, title, id, "left out", strings.Join(rest, "\n")}, true
}

func numbersBeside(key, was string) []string {
	n, _ := strconv.Atoi(was)
	by := 1
	if key == "to by steps" {
		by = 3 // between two steps there is no year
	}
	return []string{strconv.Itoa(n - by), strconv.Itoa(n + by)}
}

func daysBeside(key, was string) []string {
	if key == "signed" {
		return nil // no day on which anything begins or ends
	}
	day, err := tdkt.ParseISO(was)
	if err != nil {
		return nil
	}
	return []string{day.Prev().ISO(), day.Next().ISO()}
}

func ranksBeside(key, was string) []string {
	ranks := map[string][]string{"level": words(tdkt.Levels()), "scope": words(tdkt.Scopes()), "form": words(tdkt.Penalties())}[key]
	i := slices.Index(ranks, was)
	if i < 0 {
		return nil // the level that decides, not one of a rating
	}
	var out []string
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(ranks) {
			out = append(out, `"`+ranks[k]+`"`)
		}
	}
	return out
}

func words[T ~string](all []T) []string {
	var out []string
	for _, x := range all {
		out = append(out, string(x))
	}
	return out
}

func switched(_, was string) []string { return []string{strconv.FormatBool(was != "true")} }

// A proof is a case with what it must come to: answers, notes and cites, not the words.
type proof struct {
	c    *lawcase.Case
	want string
}

// proofs are the embedded cases, those moved into the last regime among them.
func proofs(t *testing.T, r *law.Rules) []proof {
	t.Helper()
	var out []proof
	eachCase(t, func(t *testing.T, _ string, c *lawcase.Case) {
		t.Helper()
		out = append(out, proof{c, outcome(c.Run(r))})
		if last := c.IntoLast(r); len(last.Asks) > 0 {
			out = append(out, proof{last, outcome(last.Run(r))})
		}
	})
	return out
}

// outcome is what answers come to, without the words that would repeat a number.
func outcome(answers []lawcase.Answer) string {
	var b strings.Builder
	for _, a := range answers {
		fmt.Fprintf(&b, "%v %s%s %s", a.Ask, a.Rating, a.Refused, a.Result.Answer)
		for _, f := range a.Result.Findings {
			fmt.Fprintf(&b, " %s:%s[%s]", f.Need, f.Answer, f.Cite)
		}
		for _, n := range a.Result.Notes {
			fmt.Fprintf(&b, " %s[%s]", n.ID, n.Cite)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// asks says whether a case asks of a title.
func (p proof) asks(title string) bool {
	return slices.ContainsFunc(p.c.Asks, func(a lawcase.Ask) bool { return a.Code == title })
}

// TestEveryNumberIsProved: no number of the rules can be one more or one less, and no clause
// left out, without some case coming out otherwise, or the rules being refused. All of them
// with -long.
func TestEveryNumberIsProved(t *testing.T) {
	all := proofs(t, rules(t))
	book := bookFiles(t)
	var list []mutant
	for _, folder := range []string{"criteria", "council", "money", "papers", "rating", "revocation"} {
		for name, f := range book {
			if strings.HasPrefix(name, folder+"/") {
				list = append(list, mutants(name, string(f.Data))...)
			}
		}
	}
	slices.SortFunc(list, func(a, b mutant) int {
		return strings.Compare(fmt.Sprintf("%s %5d %s", a.file, a.line, a.is), fmt.Sprintf("%s %5d %s", b.file, b.line, b.is))
	})
	tried, refused := 0, 0
	for i, m := range list {
		if !*long && i%101 != 0 {
			continue
		}
		tried++
		r, err := law.LoadFrom(with(book, m))
		if err != nil {
			refused++
			continue
		}
		if !killed(r, all, m.title) {
			t.Errorf("no case proves %s", m)
		}
	}
	if tried < 10 || refused > tried/2 {
		t.Errorf("%d of %d numbers tried, %d refused", tried, len(list), refused)
	}
	t.Logf("%d of %d tried, %d refused by the loader", tried, len(list), refused)
}

// with is the book with the mutant's file in place of its own.
func with(book fstest.MapFS, m mutant) fstest.MapFS {
	out := fstest.MapFS{}
	for name, f := range book {
		out[name] = f
	}
	out[m.file] = &fstest.MapFile{Data: []byte(m.text)}
	return out
}

// killed says whether a case comes out otherwise by other rules, those of the title first.
func killed(r *law.Rules, all []proof, title string) bool {
	for _, own := range []bool{true, false} {
		for _, p := range all {
			if p.asks(title) == own && outcome(p.c.Run(r)) != p.want {
				return true
			}
		}
	}
	return false
}
