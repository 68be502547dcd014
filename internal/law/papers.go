package law

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"

	"tdkt/internal/tdkt"
)

// Paper (giấy tờ) is one paper a dossier must hold.
type Paper struct {
	Code, Name string
	Shared     bool // one paper serves everybody of the year
	Optional   bool // asked only where the case rests on it
	Words      []string
	Cite, Mark string
}

// paperBook is one file of papers.
type paperBook struct {
	from, till int
	papers     []paperRule
}

// paperRule is a paper and what it is asked for.
type paperRule struct {
	Paper
	asked []string // groups of the catalogue, or codes

	since, until int
}

// paperFile is a file of regimes/papers.
type paperFile struct {
	ID         string
	From, Till int
	Source     map[string]source
	Paper      []struct {
		Code, Name, Cite, Mark string
		For, Words             []string
		Shared, Optional       bool
		Since, Until           int // years, 0: the file's own
	}
}

// Papers lists what a dossier for a title must hold in a year, in the order of the law.
// A year or title no file speaks of has none.
func (r *Rules) Papers(year int, title string) []Paper {
	code, ok := r.Code(title)
	if !ok {
		return nil
	}
	var list []Paper
	for _, b := range r.papers {
		if year < b.from || b.till != 0 && year > b.till {
			continue
		}
		for _, p := range b.papers {
			if (p.since != 0 && year < p.since) || (p.until != 0 && year > p.until) {
				continue
			}
			if slices.Contains(p.asked, code.Code) || slices.Contains(p.asked, code.Group) {
				list = append(list, p.Paper)
			}
		}
	}
	return list
}

func (r *Rules) loadPapers(dir fs.FS) error {
	if _, err := fs.Stat(dir, "papers"); err != nil {
		return nil //nolint:nilerr // a draft of other books need not bring this one
	}
	names, err := files(dir, "papers")
	if err != nil {
		return err
	}
	for _, name := range names {
		var file paperFile
		if _, err := decode(dir, name, &file); err != nil {
			return err
		}
		book := paperBook{from: file.From, till: file.Till}
		for _, p := range file.Paper {
			first, last := max(book.from, p.Since), tdkt.Day(0)
			if till := cmp.Or(p.Until, book.till); till != 0 {
				last = tdkt.LastDay(till)
			}
			cite, err := r.clause(file.Source, p.Cite, p.Mark, tdkt.LastDay(first), last)
			if err != nil {
				return fmt.Errorf("law: %s: paper %s: %w", name, p.Code, err)
			}
			if p.Code == "" || p.Name == "" || !knownMark(p.Mark) || !r.knownAsked(p.For) {
				return fmt.Errorf("law: %s: paper %q lacks a code or name, or has an unknown mark or title", name, p.Code)
			}
			book.papers = append(book.papers, paperRule{
				Paper{Code: p.Code, Name: p.Name, Shared: p.Shared, Optional: p.Optional, Words: p.Words, Cite: cite, Mark: p.Mark},
				p.For,
				p.Since, p.Until,
			})
		}
		r.papers = append(r.papers, book)
	}
	return nil
}

// knownAsked says whether every word is a code or a group of the catalogue.
func (r *Rules) knownAsked(asked []string) bool {
	for _, word := range asked {
		if !slices.ContainsFunc(r.codes, func(c CodeInfo) bool { return c.Code == word || c.Group == word }) {
			return false
		}
	}
	return len(asked) > 0
}
