package boot

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"tdkt/internal/backup"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// Verify reads a data file and every copy of it, and names the copies that are not whole.
// The report is the file's.
func Verify(ctx context.Context, path string) (report store.Report, copies int, err error) {
	if report, err = store.Verify(ctx, path); err != nil {
		return report, 0, offerCopy(ctx, path, err)
	}
	list, err := copiesOf(path)
	if err != nil {
		return report, 0, err
	}
	var bad []tdkt.Problem
	for _, c := range list {
		if _, err := store.Verify(ctx, c); err != nil {
			var told *tdkt.Error
			if !errors.As(err, &told) {
				return report, 0, err
			}
			bad = append(bad, tdkt.Problem{Text: fmt.Sprintf("Bản sao lưu %s: %s", c, told.Text)})
		}
	}
	if len(bad) > 0 {
		return report, len(list), &tdkt.Error{Kind: tdkt.Environment, Problems: bad, Text: fmt.Sprintf(
			"Tệp “%s” nguyên vẹn nhưng có %d bản sao lưu không dùng được; hãy sao lưu lại.", filepath.Base(path), len(bad))}
	}
	return report, len(list), nil
}

// LastChange says up to which change a file is what was checked.
func LastChange(r store.Report) string {
	if r.Entries == 0 {
		return "Nhật ký chưa có mục nào."
	}
	at := r.Last.At
	if t, err := time.Parse(time.RFC3339, at); err == nil {
		at = t.Format("15:04 ngày 02/01/2006")
	}
	return fmt.Sprintf("Thay đổi cuối: %s, mục số %d: %s (%s, máy %s).", at, r.Entries, r.Last.Words, r.Last.By, r.Last.Host)
}

// copiesOf are the paths of all copies of a file, in the order of their age.
func copiesOf(path string) ([]string, error) {
	list, err := backup.List(path)
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, c := range list {
		paths = append(paths, filepath.Join(backup.Folder(path), c.Name))
	}
	return paths, nil
}

// offerCopy adds to the sentence about a damaged file which copy of it is whole.
// Nothing is repaired unasked.
func offerCopy(ctx context.Context, path string, err error) error {
	var told *tdkt.Error
	if !errors.As(err, &told) || !store.IsDamage(err) {
		return err
	}
	list, failed := copiesOf(path)
	if failed != nil {
		return err
	}
	for _, c := range list {
		if _, failed := store.Verify(ctx, c); failed == nil {
			return &tdkt.Error{Kind: told.Kind, Err: told.Err, Problems: told.Problems, Text: fmt.Sprintf(
				"%s Bản tốt gần nhất: %s.", told.Text, c)}
		}
	}
	return &tdkt.Error{Kind: told.Kind, Err: told.Err, Problems: told.Problems, Text: told.Text + " Trong thư mục “Sao lưu” không có bản nào dùng được."}
}
