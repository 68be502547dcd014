package backup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tdkt/internal/tdkt"
)

// Source is an open data file.
type Source struct {
	Path string
	Now  func() time.Time
	Head func(ctx context.Context) (string, error)              // what tells one state of the file from another
	Peek func(ctx context.Context, name string) (string, error) // the same of a copy
	Copy func(ctx context.Context, to string) error             // makes a verified copy
}

// Last is what is known of the newest copy that can be read.
type Last struct {
	Copy
	Current bool // the file has not changed since
	Broken  int  // newer copies that cannot be read
}

// Last finds the newest copy that can be read; its Name is "" when there is none.
func (s Source) Last(ctx context.Context) (Last, error) { return s.lastIn(ctx, Folder(s.Path)) }

func (s Source) lastIn(ctx context.Context, folder string) (Last, error) {
	copies, err := listIn(folder, s.Path)
	if err != nil {
		return Last{}, unwritable(folder, err)
	}
	head, err := s.Head(ctx)
	if err != nil {
		return Last{}, err
	}
	last := Last{}
	for _, c := range copies {
		if got, err := s.Peek(ctx, filepath.Join(folder, c.Name)); err == nil {
			last.Copy, last.Current = c, got == head
			return last, nil
		}
		last.Broken++
	}
	return last, nil
}

// Keep makes a copy when the file changed since the last one, then thins the copies
// out; where a second folder was chosen, the same there. It returns the copy's path in
// the first folder, "" when none was needed.
func (s Source) Keep(ctx context.Context) (string, error) {
	to, err := s.keepIn(ctx, Folder(s.Path), func() (string, error) { return Place(s.Path, s.Now(), "") })
	return to, errors.Join(err, s.keepSecond(ctx))
}

func (s Source) keepIn(ctx context.Context, folder string, place func() (string, error)) (string, error) {
	last, err := s.lastIn(ctx, folder)
	if err != nil || last.Current {
		return "", err
	}
	to, err := place()
	if err != nil {
		return "", err
	}
	if err := s.Copy(ctx, to); err != nil {
		return "", fmt.Errorf("backup: copy: %w", err)
	}
	return to, thin(folder, s.Path, filepath.Base(to))
}

// aDay is how old the last copy may become while the file is open and changes.
const aDay = 24 * time.Hour

// Due says whether the file changed and its last copy is a day old.
func (s Source) Due(ctx context.Context) (bool, error) {
	last, err := s.Last(ctx)
	return err == nil && !last.Current && s.Now().Sub(last.At) >= aDay, err
}

// thin removes the copies that need not be kept.
func thin(folder, path, proven string) error {
	copies, err := listIn(folder, path)
	if err != nil {
		return err
	}
	var errs []error
	for _, f := range Rotate(copies, proven) {
		if !f.Keep {
			errs = append(errs, os.Remove(filepath.Join(folder, f.Name)))
		}
	}
	errs = append(errs, sweep(folder, path))
	if err := errors.Join(errs...); err != nil {
		return unwritable(folder, err)
	}
	return nil
}

// sweep removes what a copy that was killed midway left: it bears no copy's name.
func sweep(folder, path string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	var errs []error
	for _, e := range entries {
		whole, _, half := strings.Cut(e.Name(), ".tmp")
		if _, ours := momentOf(path, whole); half && ours {
			errs = append(errs, os.Remove(filepath.Join(folder, e.Name())))
		}
	}
	return errors.Join(errs...)
}

// Words is what a person reads of the last copy when the file is opened.
func (l Last) Words() string {
	const day = "02/01/2006 15:04"
	switch {
	case l.Name == "" && l.Broken > 0:
		return "Không đọc được bản sao lưu nào trong thư mục “Sao lưu”; bản mới được ghi khi đóng tệp."
	case l.Name == "":
		return "Chưa có bản sao lưu nào; bản đầu tiên được ghi khi đóng tệp."
	case l.Broken > 0:
		return fmt.Sprintf("Bản sao lưu mới nhất bị hỏng; bản còn dùng được: %s.", l.At.Format(day))
	case !l.Current:
		return fmt.Sprintf("Bản sao lưu gần nhất: %s, đã kiểm tra. Tệp đã thay đổi sau bản này; bản mới được ghi khi đóng tệp.", l.At.Format(day))
	default:
		return fmt.Sprintf("Bản sao lưu gần nhất: %s, đã kiểm tra.", l.At.Format(day))
	}
}

func unwritable(folder string, err error) error {
	return &tdkt.Error{
		Kind: tdkt.Environment, Err: err,
		Text: fmt.Sprintf("Không ghi được bản sao lưu vào thư mục “%s”; hãy kiểm tra quyền ghi của thư mục này.", folder),
	}
}
