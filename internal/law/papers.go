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
	Days       int // working days that the list must be posted, 0: not said
	Cite, Mark string
}

// paperBook is one file of papers.
type paperBook struct {
	from, till tdkt.Day // till zero: in force
	papers     []paperRule
}

// paperRule is a paper and what it is asked for.
type paperRule struct {
	Paper
	asked []string // groups of the catalogue, or codes

	since, until tdkt.Day // zero: the book's own
}

// paperFile is a file of regimes/papers.
type paperFile struct {
	ID         string
	From, Till date
	Source     map[string]source
	Paper      []struct {
		Code, Name, Cite, Mark string
		For, Words             []string
		Shared, Optional       bool
		Since, Until           date // days, none: the file's own
		Days                   int
	}
}

// Papers lists what a dossier for a title must hold that is put together on a day, in the
// order of the law. A day or title no file speaks of has none.
func (r *Rules) Papers(on tdkt.Day, title string) []Paper {
	code, ok := r.Code(title)
	if !ok {
		return nil
	}
	var list []Paper
	for _, b := range r.papers {
		if on < b.from || b.till != 0 && on > b.till {
			continue
		}
		for _, p := range b.papers {
			if on < p.since || p.until != 0 && on > p.until {
				continue
			}
			if slices.Contains(p.asked, code.Code) || slices.Contains(p.asked, code.Group) {
				list = append(list, p.Paper)
			}
		}
	}
	return append(list, r.provincePapers(on, code)...)
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
		book := paperBook{from: file.From.Day, till: file.Till.Day}
		for _, p := range file.Paper {
			cite, err := r.clause(file.Source, p.Cite, p.Mark, max(book.from, p.Since.Day), cmp.Or(p.Until.Day, book.till))
			if err != nil {
				return fmt.Errorf("law: %s: paper %s: %w", name, p.Code, err)
			}
			if p.Code == "" || p.Name == "" || !knownMark(p.Mark) || !r.knownAsked(p.For) {
				return fmt.Errorf("law: %s: paper %q lacks a code or name, or has an unknown mark or title", name, p.Code)
			}
			book.papers = append(book.papers, paperRule{
				Paper{Code: p.Code, Name: p.Name, Shared: p.Shared, Optional: p.Optional, Words: p.Words, Days: p.Days, Cite: cite, Mark: p.Mark},
				p.For,
				p.Since.Day, p.Until.Day,
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
