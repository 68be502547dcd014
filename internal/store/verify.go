package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Report is what Verify found in a file.
type Report struct {
	Path    string
	Version int            // number of the last migration
	Last    tdkt.Operation // of the history: who did what when
	Chain   []string       // the hashes of the history, in order
	census

	unclosed bool
}

// census is what a file holds, in numbers.
type census struct {
	Tables  []TableCount // by name
	Entries int64        // of the history
	Hash    string       // of the last entry
}

// TableCount is a table and how many rows it has.
type TableCount struct {
	Name string
	Rows int64
}

func (c census) equal(o census) bool {
	if c.Entries != o.Entries || c.Hash != o.Hash || len(c.Tables) != len(o.Tables) {
		return false
	}
	for i := range c.Tables {
		if c.Tables[i] != o.Tables[i] {
			return false
		}
	}
	return true
}

// Verify reads a whole data file: that SQLite finds it sound, that every reference
// leads somewhere, that the tables are as this program makes them, that the chain
// of the history holds, and that the records are as the history left them. Its
// error is a *tdkt.Error that says what is wrong; the Report is filled as far as it came.
func Verify(ctx context.Context, path string) (Report, error) {
	return verify(ctx, path, true)
}

// verify leaves the comparison of every record with the history out unless deep: a copy has
// what its original had. Neither are its references walked then, nor its indexes held
// against their tables: SQLite has just made them from the rows.
func verify(ctx context.Context, path string, deep bool) (Report, error) {
	return verifyBut(ctx, path, deep, false)
}

// largeCopy is from how many bytes on a copy is read by two at a time.
const largeCopy = 4 << 20

// verifyCopy is verify of a copy just made: of a large one SQLite looks at the pages while
// the history is read beside it.
func verifyCopy(ctx context.Context, path string) (Report, error) {
	if info, err := os.Stat(path); err == nil && info.Size() < largeCopy {
		return verifyBut(ctx, path, false, false)
	}
	pages := make(chan error, 1)
	go func() {
		pool, err := openLooking(ctx, path)
		if err == nil {
			err = onConn(ctx, pool, func(s *session) error { return s.verifyPages(ctx, path, false) })
		}
		pages <- explain(path, "look at the pages", closeAfter(pool, err))
	}()
	report, err := verifyBut(ctx, path, false, true)
	return report, cmpErr(<-pages, err)
}

// verifyBut leaves the pages out where another looks at them.
func verifyBut(ctx context.Context, path string, deep, pagesApart bool) (Report, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Report{}, fmt.Errorf("store: path of the data file: %w", err)
	}
	report := Report{Path: path}
	if info, err := os.Stat(path); err != nil {
		return report, complaint(path, sayMissing)
	} else if info.IsDir() {
		return report, complaint(path, sayFolder)
	}
	pool, err := openLooking(ctx, path)
	if err != nil {
		report.unclosed = marked(path)
	} else {
		err = onConn(ctx, pool, func(s *session) error {
			s.pagesApart = pagesApart
			return s.transaction(ctx, "BEGIN DEFERRED", func() error { return s.verify(ctx, &report, deep) })
		})
	}
	err = explain(path, "verify", closeAfter(pool, err))
	if report.unclosed && IsDamage(err) && !hasContent(path+"-wal") {
		err = halfCopied(path, err)
	}
	return report, err
}

// marked reads the mark of a file that SQLite does not open.
func marked(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	const at, logged = 18, 2 // the version of the format that reads the file
	mark := make([]byte, 1)
	_, err = f.ReadAt(mark, at)
	return errors.Join(err, f.Close()) == nil && mark[0] == logged
}

// halfCopied is the sentence for a file that no program closed and that is not whole: as
// a rule it was copied while a change was being written.
func halfCopied(path string, err error) error {
	told := complaint(path, sayHalf)
	told.Err = err
	return told
}

func (s *session) verify(ctx context.Context, report *Report, deep bool) error {
	return s.verifyBy(ctx, report, deep, nil)
}

// verifyBy is verify with what brings a file of an older program up to date before its
// content is looked at; nil: that is done to a copy of it in memory.
func (s *session) verifyBy(ctx context.Context, report *Report, deep bool, bringUp func(do func(*session) error) error) error {
	steps, err := releasedSteps()
	if err != nil {
		return err
	}
	report.unclosed = s.unclosed(ctx)
	head, err := s.head(ctx)
	if err != nil {
		return err
	}
	if err := head.judge(report.Path, Options{}, len(steps)); err != nil {
		return err
	}
	report.Version = int(head.version)
	if err := s.verifyForm(ctx, report.Path, steps[:report.Version], deep); err != nil {
		return err
	}
	if report.census, report.Last, err = s.census(ctx); err != nil {
		return err
	}
	if deep {
		if report.Chain, err = s.chain(ctx); err != nil {
			return err
		}
	}
	if report.Version == len(steps) {
		return s.verifyContent(ctx, deep)
	}
	content := func(up *session) error { return up.verifyContent(ctx, deep) }
	if bringUp != nil {
		return bringUp(content)
	}
	if !deep && s.tooLarge(ctx) {
		return nil // the copy a large file leaves when it is brought up to date: pages and counts speak for it
	}
	return s.upgraded(ctx, report.Path, steps[report.Version:], content)
}

// verifyForm looks at what SQLite knows: structure, pages, references. Where the structure
// cannot be read the pages say why.
func (s *session) verifyForm(ctx context.Context, path string, steps []migration, deep bool) error {
	form := s.verifyStructure(ctx, path, steps)
	var told *tdkt.Error
	if errors.As(form, &told) {
		return form
	}
	if err := s.verifyPages(ctx, path, deep); err != nil || !deep {
		return cmpErr(err, form)
	}
	return cmpErr(form, s.verifyReferences(ctx, path))
}

// verifyContent looks at what the program wrote.
func (s *session) verifyContent(ctx context.Context, deep bool) error {
	if err := s.verifyHistory(ctx); err != nil || !deep {
		return err
	}
	return s.verifyRecords(ctx)
}

// verifyPages has SQLite look at every page and constraint, and when deep at every index.
func (s *session) verifyPages(ctx context.Context, path string, deep bool) error {
	if s.pagesApart {
		return nil
	}
	text := `PRAGMA quick_check(20)`
	if deep {
		text = `PRAGMA integrity_check(20)`
	}
	found, err := collect(ctx, s, text, nil, (*row).text)
	if err != nil || len(found) == 1 && found[0] == "ok" {
		return err
	}
	told := complaint(path, sayDamaged)
	if at := s.damagedAt(ctx, found); at != "" {
		told.Text = fmt.Sprintf(sayDamagedAt, filepath.Base(path), at)
	}
	told.Err = fmt.Errorf("store: integrity check: %q", found)
	return told
}

// How SQLite names what it finds wrong: by page, by the page a tree begins with, by index.
var (
	damagedPage  = regexp.MustCompile(`[Pp]age (\d+)`)
	damagedTree  = regexp.MustCompile(`Tree (\d+)`)
	damagedIndex = regexp.MustCompile(`index (\w+)`)
)

// damagedAt puts into words which pages and which data the check complains of, "" where
// it names none.
func (s *session) damagedAt(ctx context.Context, found []string) string {
	var pages, data []string
	add := func(list *[]string, word string) {
		if word != "" && !slices.Contains(*list, word) {
			*list = append(*list, word)
		}
	}
	named := func(column, value string) { // both are of letters and digits alone
		table, err := s.text(ctx, `SELECT tbl_name FROM sqlite_schema WHERE `+column+` = '`+value+`' LIMIT 1`)
		if err == nil && table != "" {
			add(&data, dataWords(table))
		}
	}
	for _, line := range found {
		for _, m := range damagedPage.FindAllStringSubmatch(line, -1) {
			add(&pages, m[1])
		}
		if m := damagedTree.FindStringSubmatch(line); m != nil {
			named("rootpage", m[1])
		}
		if m := damagedIndex.FindStringSubmatch(line); m != nil {
			named("name", m[1])
		}
	}
	const shown = 5
	var parts []string
	if len(pages) > 0 {
		parts = append(parts, "trang số "+strings.Join(pages[:min(shown, len(pages))], ", "))
	}
	if len(data) > 0 {
		parts = append(parts, "dữ liệu "+strings.Join(data[:min(shown, len(data))], ", "))
	}
	return strings.Join(parts, ", ")
}

// dataWords is what people call what a table holds.
func dataWords(table string) string {
	if strings.HasPrefix(table, "history") {
		return "nhật ký"
	}
	return label(table)
}

func (s *session) verifyReferences(ctx context.Context, path string) error {
	orphans, err := s.orphans(ctx)
	if err != nil || len(orphans) == 0 {
		return err
	}
	told := complaint(path, sayDamaged)
	told.Err = fmt.Errorf("store: broken references: %v", orphans)
	return told
}

// verifyRecords compares every record with what the history says of it last, and looks for
// rows that the history has and a table lacks. All rows of a table that has as many as the
// history are there, once each of them is known to it.
func (s *session) verifyRecords(ctx context.Context) error {
	tables := keepers()
	living, err := s.living(ctx)
	if err != nil {
		return err
	}
	err = s.eachFilled(ctx, tables, func(noun tdkt.Noun, rows int64) error {
		if err := tables[noun].verify(ctx, s); err != nil {
			return err
		}
		if rows == living[noun] {
			delete(living, noun)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, noun := range slices.Sorted(maps.Keys(living)) {
		if _, known := tables[noun]; !known {
			continue
		}
		if err := s.verifyNoneGone(ctx, noun); err != nil {
			return err
		}
	}
	return nil
}

// living counts the rows of each noun that the history put and did not drop since. One put
// twice by one operation counts twice.
func (s *session) living(ctx context.Context) (map[tdkt.Noun]int64, error) {
	living := map[tdkt.Noun]int64{}
	err := s.query(ctx, `SELECT noun, count(*) FROM history_row h WHERE after IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM history_row later WHERE later.key = h.key AND later.noun = h.noun AND later.seq > h.seq)
		GROUP BY noun`, nil, func(r *row) error {
		noun := tdkt.Noun(r.text())
		living[noun] = r.long()
		return r.err
	})
	return living, err
}

// verifyNoneGone looks for a row that the history has and the table lacks.
func (s *session) verifyNoneGone(ctx context.Context, noun tdkt.Noun) error {
	gone, err := s.text(ctx, fmt.Sprintf(`SELECT key FROM history_row h WHERE noun = '%[1]s' AND after IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM %[1]s WHERE id = h.key)
		AND NOT EXISTS (SELECT 1 FROM history_row later WHERE later.key = h.key AND later.noun = h.noun AND later.seq > h.seq)
		LIMIT 1`, noun))
	if err != nil || gone == "" {
		return err
	}
	told := tdkt.Errorf(tdkt.Environment, sayMeddled, label(string(noun)), "")
	told.Err = fmt.Errorf("store: %s %s is missing", noun, gone)
	return told
}

// verify looks for rows the history does not know so.
func (t table[T]) verify(ctx context.Context, s *session) error {
	refuse := tdkt.Errorf(tdkt.Environment, sayMeddled, label(string(t.noun())), "")
	naming := func(row []byte) {
		if words := rowWords(row); words != "" {
			refuse.Text = fmt.Sprintf(sayMeddled, label(string(t.noun())), ", dòng “"+words+"”")
		}
	}
	text := fmt.Sprintf(`SELECT %[1]s,
		(SELECT after FROM history_row WHERE key = %[2]s.id AND noun = '%[2]s' ORDER BY seq DESC LIMIT 1)
		FROM %[2]s`, t.columns, t.noun())
	return s.query(ctx, text, nil, func(r *row) error {
		rec := t.scan(r)
		after := []byte(r.text())
		known, err := t.decode(after)
		if r.err != nil {
			return r.err
		}
		if err != nil || !t.same(rec, known) {
			naming(after)
			refuse.Err = fmt.Errorf("store: %s %s differs from the history", rec.Noun(), rec.RecordID())
			return refuse
		}
		return nil
	})
}

// rowWords are words by which a person knows a row again, as the history has it.
func rowWords(row []byte) string {
	var fields map[string]any
	if json.Unmarshal(row, &fields) != nil {
		return ""
	}
	for _, name := range []string{"name", "title", "number", "summary", "code", "text", "key"} {
		if word, ok := fields[name].(string); ok && word != "" {
			return word
		}
	}
	return ""
}

// census counts every table, and tells the last operation.
func (s *session) census(ctx context.Context) (c census, op tdkt.Operation, err error) {
	names, err := collect(ctx, s, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
		ORDER BY name`, nil, (*row).text)
	if err != nil {
		return c, op, err
	}
	if c.Tables, err = s.counts(ctx, names); err != nil {
		return c, op, err
	}
	last, err := s.lastEntry(ctx)
	c.Entries, c.Hash = last.Seq, last.Hash
	return c, last.Operation, err
}

// counts says how many rows each table has, in the order asked, by one query.
func (s *session) counts(ctx context.Context, names []string) ([]TableCount, error) {
	if len(names) == 0 {
		return nil, nil
	}
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = fmt.Sprintf(`SELECT %d, count(*) FROM "%s"`, i, name)
	}
	list := make([]TableCount, len(names))
	err := s.query(ctx, strings.Join(parts, " UNION ALL "), nil, func(r *row) error {
		at, rows := r.long(), r.long()
		if r.err == nil {
			list[at] = TableCount{names[at], rows}
		}
		return r.err
	})
	return list, err
}
