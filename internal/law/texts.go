package law

import (
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

// citeWords writes clauses as findings show them.
func citeWords(list []cited) string {
	parts := make([]string, 0, len(list))
	for _, c := range list {
		parts = append(parts, c.source.Name+" "+c.article)
	}
	return strings.Join(parts, "; ")
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
