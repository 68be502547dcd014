package backup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tdkt/internal/tdkt"
)

// Source is an open data file.
type Source struct {
	Path string
	Now  func() time.Time
	Head func(ctx context.Context) (tdkt.Head, error)              // the end of the file's history
	Peek func(ctx context.Context, name string) (tdkt.Head, error) // the same of a copy
	Copy func(ctx context.Context, to string) error                // makes a verified copy
	// Preserve makes a copy of a file that is not as it should be; nil: Copy does.
	Preserve func(ctx context.Context, to string) error
	// Prove holds the rows against the history; nil: nobody does.
	Prove func(ctx context.Context) error
	// Extends says whether the file's history goes on from a copy's; nil: it does.
	Extends func(ctx context.Context, copied string) (bool, error)
}

// Last is what is known of the newest copy that can be read.
type Last struct {
	Copy
	Head    tdkt.Head
	Current bool // the file has not changed since
	Broken  int  // newer copies that cannot be read
	Ahead   bool // its name is of a day that is still to come: a clock was wrong
}

// Last finds the newest copy that can be read; its Name is "" when there is none. The
// newest is the one with the longest history, whatever the clock said when it was made.
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
	last, broken := Last{}, []time.Time{}
	for _, c := range copies {
		got, err := s.Peek(ctx, filepath.Join(folder, c.Name))
		if errors.Is(err, ErrLocked) {
			continue // another passphrase's: nothing is known of it
		}
		if err != nil {
			broken = append(broken, c.At)
			continue
		}
		if ahead := s.ahead(c); last.Name == "" || got == head && !last.Current || got.Seq > last.Head.Seq && !last.Current || last.Ahead && !ahead && got.Seq == last.Head.Seq {
			last.Copy, last.Head, last.Current, last.Ahead = c, got, got == head, ahead
		}
	}
	last.Broken = len(slices.DeleteFunc(broken, func(at time.Time) bool { return !at.After(last.At) }))
	return last, nil
}

// aMoment is how far two clocks may be apart that are both right.
const aMoment = time.Hour

// ahead says whether a copy is of a time that is still to come.
func (s Source) ahead(c Copy) bool { return c.At.After(s.Now().Add(aMoment)) }

// noteDoubt marks a copy of a file that was changed outside the program.
const noteDoubt = "nghi bị sửa ngoài chương trình"

// Keep makes a copy when the file changed since the last one, then thins the copies
// out; where a second folder was chosen, the same there. It returns the copy's path in
// the first folder, "" when none was needed. A file whose rows are not as its history
// says, or whose history does not go on from the last copy's, is copied apart, with an
// error that says so, and no copy is thinned out for it.
func (s Source) Keep(ctx context.Context) (string, error) {
	last, doubt, err := s.doubt(ctx)
	if err != nil {
		return "", err
	}
	if doubt != nil {
		to, err := s.keepApart(ctx)
		return to, errors.Join(doubt, err)
	}
	to, err := s.keepIn(ctx, Folder(s.Path), last, func() (string, error) { return Place(s.Path, s.Now(), "") })
	return to, errors.Join(err, s.keepSecond(ctx))
}

// doubt is what speaks against the file, and its last copy; err is what kept it from being
// asked.
func (s Source) doubt(ctx context.Context) (last Last, doubt, err error) {
	if s.Prove != nil {
		if err := s.Prove(ctx); err != nil {
			doubt, err = doubted(err)
			return last, doubt, err
		}
	}
	last, err = s.Last(ctx)
	if err != nil || last.Name == "" || last.Current || s.Extends == nil {
		return last, nil, err
	}
	ok, err := s.Extends(ctx, filepath.Join(Folder(s.Path), last.Name))
	if err != nil || ok {
		return last, nil, err
	}
	return last, tdkt.Errorf(tdkt.Environment, "Nhật ký của tệp không nối tiếp bản sao lưu “%s”: tệp đã bị thay bằng bản khác, hoặc nhật ký đã bị viết lại ngoài chương trình. Các bản sao cũ được giữ nguyên; bản sao của tệp hiện nay được để riêng, tên có chữ “%s”.", last.Name, noteDoubt), nil
}

// doubted takes a refusal for a doubt where it is about the data, and adds what was done.
func doubted(err error) (doubt, failed error) {
	var told *tdkt.Error
	if !errors.As(err, &told) || told.Kind != tdkt.Environment {
		return nil, err
	}
	return &tdkt.Error{Kind: told.Kind, Err: told, Text: told.Text +
		fmt.Sprintf(" Các bản sao cũ được giữ nguyên; bản sao của tệp hiện nay được để riêng, tên có chữ “%s”.", noteDoubt)}, nil
}

// keepApart copies a doubtful file under a name that no copy has and that is never
// thinned out; once is enough while its history does not go on.
func (s Source) keepApart(ctx context.Context) (string, error) {
	head, err := s.Head(ctx)
	if err != nil {
		return "", err
	}
	names, err := filepath.Glob(filepath.Join(escaped(Folder(s.Path)), "*"+noteDoubt+"*"))
	if err != nil {
		return "", unwritable(Folder(s.Path), err)
	}
	for _, name := range names {
		if got, err := s.Peek(ctx, name); err == nil && got == head {
			return "", nil
		}
	}
	to, err := Place(s.Path, s.Now(), noteDoubt)
	if err != nil {
		return "", err
	}
	preserve := s.Preserve
	if preserve == nil {
		preserve = s.Copy
	}
	if err := preserve(ctx, to); err != nil {
		return "", fmt.Errorf("backup: copy: %w", err)
	}
	return to, nil
}

// escaped is a path in which no character means anything to Glob.
func escaped(path string) string {
	return strings.NewReplacer(`[`, `[[]`, `*`, `[*]`, `?`, `[?]`).Replace(path)
}

// keepIn makes the copy in a folder whose last copy is known.
func (s Source) keepIn(ctx context.Context, folder string, last Last, place func() (string, error)) (string, error) {
	if last.Current {
		return "", nil
	}
	to, err := place()
	if err != nil {
		return "", err
	}
	if err := s.Copy(ctx, to); err != nil {
		return "", fmt.Errorf("backup: copy: %w", err)
	}
	return to, s.thin(ctx, folder, filepath.Base(to))
}

// aDay is how old the last copy may become while the file is open and changes.
const aDay = 24 * time.Hour

// Due says whether the file changed and its last copy is a day old, or cannot be told to
// be younger.
func (s Source) Due(ctx context.Context) (bool, error) {
	last, err := s.Last(ctx)
	return err == nil && !last.Current && (last.Ahead || s.Now().Sub(last.At) >= aDay), err
}

// thin removes the copies that need not be kept: what is in them is in the proven one
// too. Copies of days to come do not count.
func (s Source) thin(ctx context.Context, folder, proven string) error {
	copies, err := listIn(folder, s.Path)
	if err != nil {
		return err
	}
	copies = slices.DeleteFunc(copies, func(c Copy) bool { return s.ahead(c) && c.Name != proven })
	var errs []error
	for _, f := range Rotate(copies, proven) {
		if f.Keep {
			continue
		}
		name := filepath.Join(folder, f.Name)
		if s.Extends != nil {
			if ok, err := s.Extends(ctx, name); err == nil && !ok {
				continue // it has what the new one lacks
			}
		}
		errs = append(errs, os.Remove(name))
	}
	errs = append(errs, sweep(folder, s.Path))
	if err := errors.Join(errs...); err != nil {
		return unwritable(folder, err)
	}
	return nil
}

// Sweep removes what was left beside a data file and among its copies by a program that
// died: unfinished copies, restores and packages. Nobody else may be writing to the file.
func Sweep(path string) error {
	errs := []error{sweep(Folder(path), path)}
	for _, tail := range []string{".restore.tmp", ".restore.tmp-wal", ".restore.tmp-shm", ".restore.tmp-journal", ".moi", ".moi.tmp"} {
		errs = append(errs, removeOld(path+tail))
	}
	half, err := filepath.Glob(escaped(path) + ".v*.bak*.tmp")
	errs = append(errs, err)
	for _, name := range half {
		errs = append(errs, removeOld(name))
	}
	return errors.Join(errs...)
}

func removeOld(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
		return unwritable(filepath.Dir(name), err)
	}
	return nil
}

// sweep removes what a copy that was killed midway left: it bears no copy's name.
func sweep(folder, path string) error {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return unwritable(folder, err)
	}
	name, ext := stem(path)
	var errs []error
	for _, e := range entries {
		whole, _, half := strings.Cut(e.Name(), ".tmp")
		if half && strings.HasPrefix(whole, name+" ") && strings.HasSuffix(whole, ext) {
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
	case l.Ahead:
		return fmt.Sprintf("Bản sao lưu gần nhất ghi ngày %s, chưa tới: đồng hồ máy khi đó sai. Ngày này không được tính; hãy xem lại đồng hồ của máy.", l.At.Format(day))
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
