// Package backup keeps a data file safe from outside: one writer at a time, copies
// beside it that are thinned out by age, and a word about folders that harm files.
package backup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"tdkt/internal/tdkt"
)

// Holder is who has a data file open for writing.
type Holder struct {
	Person  string    `json:"person"`
	PC      string    `json:"pc"`
	PID     int       `json:"pid"`
	Program string    `json:"program"`
	Since   time.Time `json:"since"`
}

// Lock is the right to write to a data file. The system itself takes it back when
// the program dies, so that a lock file left behind stands in nobody's way.
type Lock struct {
	file *os.File
	path string
}

// errHeld marks that another program writes to the file, errFolder that the folder takes no lock.
var (
	errHeld   = errors.New("backup: another program holds the file")
	errFolder = errors.New("backup: no lock can be made")
)

// MayRead says whether a data file that Acquire refused can still be read.
func MayRead(err error) bool { return errors.Is(err, errHeld) || errors.Is(err, errFolder) }

// Acquire takes the right to write to the data file, in path.lock. Its *tdkt.Error
// names who has it.
func Acquire(path string, h Holder) (*Lock, error) {
	name, err := lockName(path)
	if err != nil {
		return nil, err
	}
	f, err := openLocked(name)
	switch {
	case errors.Is(err, errHeld):
		return nil, &tdkt.Error{Kind: tdkt.Environment, Text: heldSentence(path, name), Err: err}
	case err != nil:
		return nil, &tdkt.Error{
			Kind: tdkt.Environment, Err: fmt.Errorf("%w: %w", errFolder, err),
			Text: fmt.Sprintf("Không ghi được vào thư mục chứa tệp “%s”; hãy kiểm tra quyền ghi hoặc chép tệp sang thư mục khác, hoặc mở tệp chỉ để đọc.", filepath.Base(path)),
		}
	}
	l := &Lock{file: f, path: name}
	if err := l.sign(h); err != nil {
		return nil, errors.Join(err, l.Release())
	}
	return l, nil
}

// lockName is the same for every way to write the path of one file.
func lockName(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("backup: path of the data file: %w", err)
	}
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		path = resolved
	}
	return path + ".lock", nil
}

// sign writes who holds the lock, for the others to read.
func (l *Lock) sign(h Holder) error {
	text, err := json.Marshal(h)
	if err != nil {
		return fmt.Errorf("backup: lock as JSON: %w", err)
	}
	if err := l.file.Truncate(0); err != nil {
		return fmt.Errorf("backup: empty the lock: %w", err)
	}
	if _, err := l.file.WriteAt(text, 0); err != nil {
		return fmt.Errorf("backup: write the lock: %w", err)
	}
	return nil
}

// Release gives the right back and takes the lock file away.
func (l *Lock) Release() error {
	if l == nil || l.file == nil {
		return nil
	}
	err := discard(l.file, l.path)
	l.file = nil
	if err != nil {
		return fmt.Errorf("backup: release the lock: %w", err)
	}
	return nil
}

// heldSentence says who holds the file; a lock that cannot be read leaves the name out.
func heldSentence(path, lock string) string {
	base := filepath.Base(path)
	h, err := readHolder(lock)
	if err != nil || h.Person == "" {
		return fmt.Sprintf("Tệp “%s” đang được một chương trình khác mở để ghi. Hãy đóng chương trình đó rồi thử lại, hoặc mở tệp chỉ để đọc.", base)
	}
	return fmt.Sprintf("Tệp “%s” đang được %s mở để ghi trên máy %s từ %s (chương trình %s). Hãy đóng tệp ở đó rồi thử lại, hoặc mở tệp chỉ để đọc.",
		base, h.Person, h.PC, h.Since.Format("15:04 ngày 02/01/2006"), h.Program)
}

// maxLock is far more than a lock holds: the file may be anybody's.
const maxLock = 4096

func readHolder(lock string) (h Holder, err error) {
	f, err := os.Open(lock)
	if err != nil {
		return h, err
	}
	text, err := io.ReadAll(io.LimitReader(f, maxLock))
	if err := errors.Join(err, f.Close()); err != nil {
		return h, err
	}
	return h, json.Unmarshal(text, &h)
}
