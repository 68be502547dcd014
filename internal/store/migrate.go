package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"tdkt/internal/tdkt"
)

// released are the migrations: forward only, never edited once released.
//
//go:embed migrations/*.sql
var released embed.FS

// migration is one step of the schema.
type migration struct {
	number int
	name   string
	sum    string // SHA-256 of the text, hex
	text   string
}

// releasedSteps are the released migrations, read once.
var releasedSteps = sync.OnceValues(func() ([]migration, error) { return migrations(released) })

// migrations lists the steps in order; their numbers run from 1 without a gap.
func migrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, fmt.Errorf("store: list migrations: %w", err)
	}
	steps := make([]migration, 0, len(names))
	for i, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("store: read migration: %w", err)
		}
		// A checkout on Windows may have put carriage returns in.
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		sum := sha256.Sum256(text)
		step := migration{number: i + 1, name: path.Base(name), sum: hex.EncodeToString(sum[:]), text: string(text)}
		if want := fmt.Sprintf("%04d_", step.number); step.name[:len(want)] != want {
			return nil, fmt.Errorf("store: migration %s: want number %d", step.name, step.number)
		}
		steps = append(steps, step)
	}
	return slices.Clip(steps), nil // who appends to it gets one of his own
}

// migrate runs the steps the file lacks, all in one transaction. A file that has
// something in it is copied first.
func (db *DB) migrate(ctx context.Context, o Options, steps []migration) error {
	return db.onWriter(ctx, func(s *session) error {
		pending, err := db.pending(ctx, s, steps)
		if err != nil || len(pending) == 0 {
			return err
		}
		done := len(steps) - len(pending)
		db.broughtUp = done > 0
		if done > 0 && !db.private {
			if err := copyWhole(ctx, s, freeName(fmt.Sprintf("%s.v%d.bak", db.path, done)), true); err != nil {
				return err
			}
		}
		return s.withoutForeignKeys(ctx, func() error {
			return s.transaction(ctx, "BEGIN IMMEDIATE", func() error {
				// Another program may have migrated while we waited.
				if pending, err = db.pending(ctx, s, steps); err != nil {
					return err
				}
				return s.apply(ctx, o.Program, pending)
			})
		})
	})
}

// pending are the steps the file lacks; the ones it has must be the ones we know.
func (db *DB) pending(ctx context.Context, s *session, steps []migration) ([]migration, error) {
	head, err := s.head(ctx)
	if err != nil || head.tables == 0 {
		return steps, err
	}
	if head.version > int64(len(steps)) {
		return nil, complaint(db.path, sayNewer)
	}
	kept, err := collect(ctx, s, `SELECT number, name, sha256 FROM migration ORDER BY number`, nil, func(r *row) migration {
		return migration{number: r.int(), name: r.text(), sum: r.text()}
	})
	if err != nil {
		return nil, err
	}
	if len(kept) != int(head.version) {
		return nil, complaint(db.path, sayDamaged)
	}
	for i, k := range kept {
		if k.number != steps[i].number || k.sum != steps[i].sum {
			told := complaint(db.path, sayEdited)
			told.Err = fmt.Errorf("store: migration %s was edited after its release", steps[i].name)
			return nil, told
		}
	}
	return steps[len(kept):], nil
}

// withoutForeignKeys lets do rebuild tables that others refer to. SQLite ignores
// the pragma inside a transaction, so it goes around it.
func (s *session) withoutForeignKeys(ctx context.Context, do func() error) error {
	if err := s.script(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	defer func() {
		if s.script(context.WithoutCancel(ctx), "PRAGMA foreign_keys = ON") != nil {
			s.bad = true
		}
	}()
	return do()
}

// agreed is what all released steps come to, with the mark of the steps it was made from:
// a new file is made from it at once, which takes a third of the time. Its test makes it.
//
//go:embed schema.sql
var agreed string

// markOf is the first line of what some steps come to.
func markOf(steps []migration) string {
	h := sha256.New()
	for _, m := range steps {
		h.Write([]byte(m.sum))
	}
	return "-- " + hex.EncodeToString(h.Sum(nil)) + "\n"
}

// apply brings the file up to date by the steps, records them and checks every reference.
func (s *session) apply(ctx context.Context, program string, steps []migration) error {
	whole := steps[0].number == 1 && strings.HasPrefix(strings.ReplaceAll(agreed, "\r\n", "\n"), markOf(steps))
	if whole {
		if err := s.script(ctx, strings.ReplaceAll(agreed, "\r\n", "\n")); err != nil {
			return fmt.Errorf("store: make the tables: %w", err)
		}
	}
	return s.applyEach(ctx, program, steps, whole)
}

// applyEach runs the steps that are not done yet one by one.
func (s *session) applyEach(ctx context.Context, program string, steps []migration, done bool) error {
	for _, m := range steps {
		if !done {
			if err := s.script(ctx, m.text); err != nil {
				return fmt.Errorf("store: migration %s: %w", m.name, err)
			}
		}
		_, err := s.exec(ctx, `INSERT INTO migration (number, name, sha256, program) VALUES (?, ?, ?, ?)`,
			bind(m.number, m.name, m.sum, program))
		if err != nil {
			return fmt.Errorf("store: record migration %s: %w", m.name, err)
		}
	}
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, steps[len(steps)-1].number)
	if err := s.script(ctx, marks); err != nil {
		return fmt.Errorf("store: mark the file: %w", err)
	}
	orphans, err := s.orphans(ctx)
	if err == nil && len(orphans) > 0 {
		err = fmt.Errorf("store: migration leaves %v without what they refer to", orphans)
	}
	return err
}

// orphan is a table with rows that refer to rows of another that are not there.
type orphan struct{ child, parent string }

// orphans lists the broken references, each pair of tables once.
func (s *session) orphans(ctx context.Context) ([]orphan, error) {
	seen := map[orphan]bool{}
	var list []orphan
	err := s.query(ctx, "PRAGMA foreign_key_check", nil, func(r *row) error {
		o := orphan{child: r.text()}
		r.next() // The rowid, NULL for tables without one.
		o.parent = r.text()
		if !seen[o] {
			seen[o] = true
			list = append(list, o)
		}
		return nil
	})
	return list, err
}

// freeName is name, or name with the first number after it that no file has.
func freeName(name string) string {
	free := name
	for n := 2; exists(free); n++ {
		free = fmt.Sprintf("%s.%d", name, n)
	}
	return free
}

// refuseOrphans is the sentence for rows whose references were taken away.
func refuseOrphans(orphans []orphan) error {
	told := &tdkt.Error{Kind: tdkt.Invalid}
	for _, o := range orphans {
		told.Problems = append(told.Problems, tdkt.Problem{Text: fmt.Sprintf(
			"Dữ liệu %s vẫn gắn với dữ liệu %s không có trong tệp; hãy xóa hoặc chuyển các dòng %s đó trước rồi làm lại.",
			label(o.child), label(o.parent), label(o.child),
		)})
	}
	told.Text = told.Problems[0].Text
	return told
}
