// Package guard reads Excel workbooks that may be damaged, hostile or huge. It
// hands out the rows of a sheet only from parts that were decompressed to their
// end, whose checksums and tags agree, and it refuses everything else with one
// Vietnamese sentence: a damaged list is never read by half. It uses the
// standard library alone.
package guard

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Refusal says why a file is not read. Text is a whole Vietnamese sentence for
// the person who chose the file; Err, if any, is for the log.
type Refusal struct {
	Text        string
	Sheet, Cell string // where in the file, "" when it concerns the whole file
	Environment bool   // the machine is at fault, not what the file holds
	Err         error
}

// Error is the sentence.
func (r *Refusal) Error() string { return r.Text }

// Sentence is all of it: it is for people.
func (r *Refusal) Sentence() string { return r.Text }

// Unwrap gives the cause.
func (r *Refusal) Unwrap() error { return r.Err }

// limits bound what a workbook may cost. They lie far above any office file.
const (
	maxFile    = 100_000_000 // bytes on disk
	maxParts   = 5_000
	maxDir     = 8 << 20   // bytes of the zip directory
	maxTotal   = 300 << 20 // bytes of all parts expanded
	maxPart    = 64 << 20  // bytes of strings, styles and the workbook part
	maxStrings = 1_000_000
	maxFormats = 65_000
	maxCells   = 5_000_000
	maxLetters = 100 << 20 // bytes of text that cells show, shared strings counted each time
	maxCell    = 3 * 32_767
	maxMerges  = 20_000
	maxSheets  = 1_000
	maxRow     = 1_048_576
	maxColumn  = 16_384
)

// Book is an open workbook: its sheets, strings and styles are read and checked,
// its rows are read by Rows.
type Book struct {
	Name     string // base name of the file, for sentences
	Sheets   []*Sheet
	Date1904 bool

	file    *os.File
	parts   map[string]*zip.File // by lower-case name
	strings []string
	styles  []Style
	cells   int
	letters int
}

// Sheet is one worksheet of a Book. Merges, Formulas and HiddenRows are known
// once Rows has run over it.
type Sheet struct {
	Name       string
	Hidden     bool
	Merges     []Area
	Formulas   int // cells whose formula has no stored value
	HiddenRows int // rows with content that Excel does not show

	part *zip.File
	read bool
}

// Open checks the file and everything in it but the sheets' rows. What it cannot
// vouch for is refused with a *Refusal.
func Open(ctx context.Context, path string) (*Book, error) {
	b := &Book{Name: filepath.Base(path), parts: map[string]*zip.File{}}
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(b.Name, err)
	}
	b.file = f
	if err := b.load(ctx); err != nil {
		_ = f.Close()
		return nil, err
	}
	return b, nil
}

func (b *Book) load(ctx context.Context) error {
	size, err := sniff(b.file, b.Name)
	if err != nil {
		return err
	}
	if err := b.openZip(size); err != nil {
		return err
	}
	links, err := b.readWorkbook(ctx)
	if err != nil {
		return err
	}
	if err := b.readStyles(ctx, links.styles); err != nil {
		return err
	}
	if err := b.readStrings(ctx, links.strings); err != nil {
		return err
	}
	return b.checkRest(ctx)
}

// Close lets the file go.
func (b *Book) Close() error {
	if err := b.file.Close(); err != nil {
		return fmt.Errorf("guard: close: %w", err)
	}
	return nil
}

// checkRest reads every part that is neither sheet nor already read to its end,
// so that its checksum is compared.
func (b *Book) checkRest(ctx context.Context) error {
	sheets := map[*zip.File]bool{}
	for _, s := range b.Sheets {
		sheets[s.part] = true
	}
	for _, f := range b.parts {
		if sheets[f] {
			continue
		}
		r, err := b.open(ctx, f)
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, r)
		_ = r.Close()
		if err != nil {
			return b.damaged(ctx, f.Name, err)
		}
	}
	return nil
}

// CheckSheets reads the sheets no Rows has read to the end, so that nothing of
// the file is left unchecked.
func (b *Book) CheckSheets(ctx context.Context) error {
	for i, s := range b.Sheets {
		if s.read {
			continue
		}
		if err := b.Rows(ctx, i, func(*Row) error { return nil }); err != nil {
			return err
		}
	}
	return nil
}
