package backup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tdkt/internal/tdkt"
)

// secondName is the end of the name of the file that says where copies go as well. It
// lies with the copies: the place is one of this PC, not of the data.
const secondName = " - nơi sao lưu thứ hai.txt"

func secondFile(path string) string {
	name, _ := stem(path)
	return filepath.Join(Folder(path), name+secondName)
}

// Second is the other folder that copies of a data file go to, on a USB stick or
// another disk; "" where none was chosen.
func Second(path string) (string, error) {
	text, err := os.ReadFile(secondFile(path))
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("backup: read where copies go: %w", err)
	}
	return strings.TrimSpace(string(text)), nil
}

// SetSecond chooses the other folder; "" gives it up. The folder must be there now.
func SetSecond(path, folder string) error {
	if folder == "" {
		if err := os.Remove(secondFile(path)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return unwritable(Folder(path), err)
		}
		return nil
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return fmt.Errorf("backup: path of the second folder: %w", err)
	}
	if err := present(folder); err != nil {
		return err
	}
	for _, taken := range []string{Folder(path), filepath.Dir(path)} {
		if here, err := os.Stat(taken); err == nil && sameFolder(here, folder) {
			return tdkt.Errorf(tdkt.Invalid, "Nơi sao lưu thứ hai phải khác thư mục của tệp dữ liệu. Hãy chọn thư mục trên USB hoặc ổ đĩa khác.")
		}
	}
	if err := os.MkdirAll(Folder(path), 0o700); err != nil {
		return unwritable(Folder(path), err)
	}
	if err := os.WriteFile(secondFile(path), []byte(folder+"\n"), 0o600); err != nil {
		return unwritable(Folder(path), err)
	}
	return nil
}

func sameFolder(one os.FileInfo, folder string) bool {
	two, err := os.Stat(folder)
	return err == nil && os.SameFile(one, two)
}

// present is an error with a sentence where the second folder is not to be had.
func present(folder string) error {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
			"Không thấy nơi sao lưu thứ hai “%s” nên chưa sao lưu sang đó; hãy cắm ổ đĩa hoặc USB, hoặc chọn nơi khác.", folder)}
	}
	return nil
}

// keepSecond keeps a copy in the second folder too. A stick that is not there is told.
func (s Source) keepSecond(ctx context.Context) error {
	folder, err := Second(s.Path)
	if err != nil || folder == "" {
		return err
	}
	if err := present(folder); err != nil {
		return err
	}
	last, err := s.lastIn(ctx, folder)
	if err != nil {
		return err
	}
	_, err = s.keepIn(ctx, folder, last, func() (string, error) { return placeIn(folder, s.Path, s.Now(), "") })
	return err
}

// SecondWords is what a person reads of the second folder when the file is opened, ""
// where none was chosen.
func (s Source) SecondWords(ctx context.Context) string {
	folder, err := Second(s.Path)
	if err != nil || folder == "" {
		return ""
	}
	if err := present(folder); err != nil {
		return fmt.Sprintf("Nơi sao lưu thứ hai “%s” đang vắng mặt.", folder)
	}
	last, err := s.lastIn(ctx, folder)
	if err != nil || last.Name == "" {
		return fmt.Sprintf("Nơi sao lưu thứ hai “%s” chưa có bản nào.", folder)
	}
	return fmt.Sprintf("Nơi thứ hai: %s.", last.At.Format("02/01/2006 15:04"))
}
