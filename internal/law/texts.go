package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// source is a legal text a file cites. What of it was read is said here, so that nobody
// marks a clause as checked whose words we do not hold.
type source struct {
	Name     string // as cites say it
	Full     string
	Signed   date
	Link     string
	Note     string
	Document string   // its key in documents.toml, which says between which days it holds
	Held     string   // heldWhole, heldParts, or "" where only others told us what it says
	Clauses  []string // of heldParts: the clauses that were read, "Điều 30 khoản 7"
}

// How much of a text was read.
const (
	heldWhole = "toàn văn"
	heldParts = "trích"
)

// cited is one clause of a text.
type cited struct {
	source  source
	key     string
	article string // Điều 24 khoản 1 điểm a
}

// parse reads "L13 Điều 24 khoản 1; N91 Điều 9" by the file's sources.
func parseCites(sources map[string]source, cite string) ([]cited, error) {
	var out []cited
	for _, p := range strings.Split(cite, ";") {
		key, article, _ := strings.Cut(strings.TrimSpace(p), " ")
		s, ok := sources[key]
		if !ok {
			return nil, fmt.Errorf("cite %q names no [source] of the file", cite)
		}
		if !strings.HasPrefix(article, "Điều ") {
			return nil, fmt.Errorf("cite %q names no Điều", cite)
		}
		out = append(out, cited{s, key, article})
	}
	return out, nil
}

// citeWords writes clauses as findings show them, a text that follows itself once.
func citeWords(list []cited) string {
	var b strings.Builder
	for i, c := range list {
		switch {
		case i > 0 && list[i-1].key == c.key:
			b.WriteString(", " + c.article)
		case i > 0:
			b.WriteString("; " + c.source.Name + " " + c.article)
		default:
			b.WriteString(c.source.Name + " " + c.article)
		}
	}
	return b.String()
}

// cites puts "L13 Điều 24 khoản 1; N91 Điều 9" into words by the file's sources.
func cites(sources map[string]source, cite string) (string, error) {
	list, err := parseCites(sources, cite)
	return citeWords(list), err
}

// read says whether the words of a clause were read.
func (c cited) read() bool {
	switch c.source.Held {
	case heldWhole:
		return true
	case heldParts:
		return slices.ContainsFunc(c.source.Clauses, func(have string) bool {
			return c.article == have || strings.HasPrefix(c.article, have+" ") || strings.HasPrefix(c.article, have+",")
		})
	}
	return false
}

// clause puts a cite into words, after checking it: each text must be in force on the first
// and the last day it is cited for, zero for no end, and the mark V stands only where the
// words were read.
func (r *Rules) clause(sources map[string]source, cite, mark string, from, till tdkt.Day) (string, error) {
	if !knownMark(mark) {
		return "", fmt.Errorf("mark %q is none of V, V2, U, C", mark)
	}
	list, err := parseCites(sources, cite)
	if err != nil {
		return "", err
	}
	r.hold(sources)
	for _, c := range list {
		if err := r.lives(c.source, from, till); err != nil {
			return "", fmt.Errorf("cite %q: %w", cite, err)
		}
		if mark == "V" && !c.read() {
			return "", fmt.Errorf("cite %q: mark V, but %s of %s was not read", cite, c.article, c.source.Name)
		}
	}
	return citeWords(list), nil
}

// Text is a legal text of the rules: between which days it holds and how much of it was read.
type Text struct {
	Document
	Held    string   // "toàn văn", "trích" or "" where only others told us what it says
	Clauses []string // of "trích"
}

// Texts lists the documents the rules rest on, as documents.toml does.
func (r *Rules) Texts() []Text {
	out := make([]Text, 0, len(r.documents))
	for _, d := range r.documents {
		t := r.held[cmp.Or(d.Within, d.Key)]
		t.Document = d
		out = append(out, t)
	}
	return out
}

// hold keeps how much was read of the texts that a file cites.
func (r *Rules) hold(sources map[string]source) {
	if r.held == nil {
		r.held = map[string]Text{}
	}
	for _, s := range sources {
		t := r.held[s.Document]
		if t.Held != heldWhole && s.Held != "" {
			t.Held = s.Held
		}
		for _, c := range s.Clauses {
			if !slices.Contains(t.Clauses, c) {
				t.Clauses = append(t.Clauses, c)
			}
		}
		slices.Sort(t.Clauses)
		r.held[s.Document] = t
	}
}

// lives refuses a text outside its life: one not yet in force on the first day, or no
// longer on the last.
func (r *Rules) lives(s source, from, till tdkt.Day) error {
	if s.Document == "" {
		return nil
	}
	i := slices.IndexFunc(r.documents, func(d Document) bool { return d.Key == s.Document })
	if i < 0 {
		return fmt.Errorf("document %q of %s is not in documents.toml", s.Document, s.Name)
	}
	for _, day := range []tdkt.Day{from, till} {
		if day != 0 && !r.documents[i].InForce(day) {
			return fmt.Errorf("%s is not in force on %s", s.Name, day)
		}
	}
	return nil
}
