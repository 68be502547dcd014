package boot

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// packageFile is a package as the director has it open: a copy in memory,
// which takes opinions and nothing else. Each is put back into the package at once, as a
// whole new file in the place of the old one.
type packageFile struct {
	dataFile
	path       string // of the package
	passphrase string // "" where it is not sealed

	mu   sync.Mutex
	seen [sha256.Size]byte // the package's bytes as this program last knew them
}

var _ app.Store = (*packageFile)(nil)

func sumOf(path string) (sum [sha256.Size]byte, err error) {
	content, err := os.ReadFile(path)
	return sha256.Sum256(content), err
}

// InTx writes opinions into the package.
func (p *packageFile) InTx(ctx context.Context, op tdkt.Operation, do func(app.Tx) error) (tdkt.Entry, error) {
	return p.write(ctx, op, func() (tdkt.Entry, error) {
		return p.DB.InTx(ctx, op, func(tx *store.Tx) error { return do(opinionsOnly{tx}) })
	})
}

// Undo takes back an entry of the package, but never what it was made with.
func (p *packageFile) Undo(ctx context.Context, op tdkt.Operation, seq int64) (tdkt.Entry, error) {
	if err := p.mayUndo(ctx, seq); err != nil {
		return tdkt.Entry{}, err
	}
	return p.write(ctx, op, func() (tdkt.Entry, error) { return p.DB.Undo(ctx, op, seq) })
}

// TryUndo says whether Undo would be refused.
func (p *packageFile) TryUndo(ctx context.Context, seq int64) error {
	if err := p.mayUndo(ctx, seq); err != nil {
		return err
	}
	return p.DB.TryUndo(ctx, seq)
}

func (p *packageFile) mayUndo(ctx context.Context, seq int64) error {
	e, err := p.Entry(ctx, seq)
	if err == nil && e.Verb == verbPackage {
		err = errPackage()
	}
	return err
}

// write makes a change in the copy and puts it back. What cannot be put back is taken
// back in the copy too, so that nobody believes it was kept.
func (p *packageFile) write(ctx context.Context, op tdkt.Operation, change func() (tdkt.Entry, error)) (tdkt.Entry, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	entry, err := change()
	if err != nil || entry.Seq == 0 {
		return entry, err
	}
	ctx = context.WithoutCancel(ctx)
	if err := p.putBack(ctx); err != nil {
		_, again := p.DB.Undo(ctx, op, entry.Seq)
		return tdkt.Entry{}, errors.Join(err, again)
	}
	return entry, nil
}

// putBack writes the copy as the package, beside it first.
func (p *packageFile) putBack(ctx context.Context) (err error) {
	now, err := sumOf(p.path)
	if err != nil || now != p.seen {
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
			"Gói “%s” đã bị xóa, thay hoặc ghi ở nơi khác trong khi đang mở nên chưa ghi ý kiến. Hãy mở lại gói rồi ghi lại.", filepath.Base(p.path))}
	}
	fresh := p.path + ".moi"
	defer func() {
		if err != nil {
			err = errors.Join(noPlace(p.path, err), removeIfThere(fresh))
		}
	}()
	if err := removeIfThere(fresh); err != nil {
		return err
	}
	if p.passphrase == "" {
		err = p.Backup(ctx, fresh)
	} else {
		err = seal(ctx, p.DB, fresh, p.passphrase)
	}
	if err != nil {
		return err
	}
	sum, err := sumOf(fresh)
	if err != nil {
		return err
	}
	if err := os.Rename(fresh, p.path); err != nil {
		return err
	}
	p.seen = sum
	return nil
}

// noPlace says that the package cannot be written where it lies.
func noPlace(path string, err error) error {
	return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
		"Không ghi được ý kiến vào gói “%s”. Hãy chép gói sang ổ đĩa còn chỗ trống và cho ghi, mở lại rồi ghi lại.", filepath.Base(path))}
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func errPackage() error {
	return tdkt.Errorf(tdkt.Environment, "Gói cho lãnh đạo chỉ để đọc và ghi ý kiến; hãy làm việc này trong tệp dữ liệu của cơ quan.")
}

// opinionsOnly refuses everything else.
type opinionsOnly struct{ app.Tx }

func (tx opinionsOnly) Put(ctx context.Context, recs ...tdkt.Record) error {
	return tx.check(recs, func() error { return tx.Tx.Put(ctx, recs...) })
}

func (tx opinionsOnly) Remove(ctx context.Context, recs ...tdkt.Record) error {
	return tx.check(recs, func() error { return tx.Tx.Remove(ctx, recs...) })
}

func (opinionsOnly) Keep(context.Context, []byte) (string, error) { return "", errPackage() }

func (opinionsOnly) check(recs []tdkt.Record, do func() error) error {
	for _, r := range recs {
		if r.Noun() != tdkt.NounOpinion {
			return errPackage()
		}
	}
	return do()
}

// opinions reads what leaders wrote in a package.
func (o Options) opinions(ctx context.Context, path, passphrase string) (list []tdkt.Opinion, err error) {
	p, err := borrow(ctx, path, passphrase, store.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	began, err := p.Began(ctx)
	if err != nil {
		return nil, err
	}
	if began != verbPackage {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải gói cho lãnh đạo. Hãy chọn gói mà lãnh đạo gửi lại, tên kết thúc bằng “%s”; tệp dữ liệu của máy khác thì nhập bằng mục nhập từ máy khác.",
			filepath.Base(path), backup.PackageEnd)
	}
	all, err := p.Load(ctx)
	if err != nil {
		return nil, err
	}
	return all.Opinions, nil
}
