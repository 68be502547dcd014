package boot

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"tdkt/internal/backup"
	"tdkt/internal/merge"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// Verify reads a data file and every copy of it, and names the copies that are not whole.
// It holds the file against what this PC remembers of it, against the copies, and, where
// head is not "", against figures typed in from paper. The report is the file's.
func Verify(ctx context.Context, o Options, head string) (report store.Report, copies int, err error) {
	if report, err = verify(ctx, o.Path, o.Seal); err != nil {
		return report, 0, offerCopy(ctx, o.Path, err)
	}
	ours := report.Chain
	if err := onPaper(ours, head, o.Path); err != nil {
		return report, 0, err
	}
	if seen, known := o.Home.Recall(o.Path); known {
		if lacks := forgotten(ours, seen, o.Path); lacks != "" {
			return report, 0, tdkt.Errorf(tdkt.Environment, "%s", lacks)
		}
	}
	list, err := backup.Everywhere(o.Path)
	if err != nil {
		return report, 0, err
	}
	bad, err := compareCopies(ctx, o.Path, ours, list)
	if err != nil {
		return report, 0, err
	}
	if len(bad) > 0 {
		return report, len(list), &tdkt.Error{Kind: tdkt.Environment, Problems: bad, Text: fmt.Sprintf(
			"Tệp “%s” nguyên vẹn nhưng có %d bản sao lưu không dùng được hoặc không khớp với tệp; hãy xem từng bản rồi sao lưu lại.", filepath.Base(o.Path), len(bad))}
	}
	return report, len(list), nil
}

// onPaper refuses a file whose history is not the one whose figures were printed.
func onPaper(chain []string, typed, path string) error {
	if typed == "" {
		return nil
	}
	seq, words := tdkt.ReadHead(typed)
	switch {
	case seq == 0:
		return tdkt.Errorf(tdkt.Usage, "Mã nhật ký “%s” không đúng dạng. Mã gồm số mục rồi bốn nhóm bốn chữ số, ví dụ “128 4821 0937 5526 1180”.", typed)
	case seq > int64(len(chain)):
		return tdkt.Errorf(tdkt.Environment, "Tệp “%s” dừng ở mục số %d, không có mục số %d ghi trên giấy: đây là bản cũ hơn, hoặc nhật ký đã bị cắt bớt.", filepath.Base(path), len(chain), seq)
	case tdkt.Head{Seq: seq, Hash: chain[seq-1]}.Words() != words:
		return tdkt.Errorf(tdkt.Environment, "Tệp “%s” không khớp với mã nhật ký trên giấy ở mục số %d: các mục đến số đó không còn như khi in giấy. Hãy xem lại mã đã nhập; nếu mã đúng thì giữ lại tệp này và đối chiếu với các bản sao lưu.", filepath.Base(path), seq)
	}
	return nil
}

// compareCopies names the copies that are not whole and those whose history the file's
// does not go on from.
func compareCopies(ctx context.Context, path string, ours []string, list []backup.Found) (bad []tdkt.Problem, err error) {
	for _, c := range list {
		copied, err := verify(ctx, c.Path(), "")
		var told *tdkt.Error
		switch {
		case err == nil:
			if words := apart(ctx, path, ours, copied.Chain); words != "" {
				bad = append(bad, tdkt.Problem{Text: fmt.Sprintf("Bản sao lưu %s: %s", c.Path(), words)})
			}
		case errors.As(err, &told):
			bad = append(bad, tdkt.Problem{Text: fmt.Sprintf("Bản sao lưu %s: %s", c.Path(), told.Text)})
		default:
			return nil, err
		}
	}
	return bad, nil
}

// apart says where the histories of a file and a copy went apart, "" where the file's
// goes on from the copy's or tells of the restore that went back behind it.
func apart(ctx context.Context, path string, ours, theirs []string) string {
	shared := merge.Base(ours, theirs)
	switch {
	case shared == int64(len(theirs)):
		return ""
	case shared == int64(len(ours)):
		return fmt.Sprintf("có nhật ký dài hơn tệp (%d mục, tệp có %d): tệp đã bị thay bằng một bản cũ hơn.", len(theirs), len(ours))
	case hasAfter(ctx, path, "", shared, verbRestore):
		return ""
	}
	return fmt.Sprintf("nhật ký khác với tệp từ mục số %d: một trong hai đã bị thay hoặc bị viết lại.", shared+1)
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
	return fmt.Sprintf("Thay đổi cuối: %s, mục số %d: %s (%s, máy %s).\nMã nhật ký: %s", at, r.Entries, r.Last.Words, r.Last.By, r.Last.Host,
		tdkt.Head{Seq: r.Entries, Hash: r.Hash}.Words())
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

// damaged says whether a file cannot be used as it is, and a copy must take its place.
func damaged(err error) bool { return store.IsDamage(err) || errors.Is(err, backup.ErrSpoiled) }

// offerCopy adds to the sentence about a damaged file which copy of it is whole.
// Nothing is repaired unasked.
func offerCopy(ctx context.Context, path string, err error) error {
	var told *tdkt.Error
	if !errors.As(err, &told) || !damaged(err) {
		return err
	}
	list, failed := copiesOf(path)
	if failed != nil {
		return err
	}
	for _, c := range list {
		if _, failed := verify(ctx, c, ""); failed == nil {
			return &tdkt.Error{Kind: told.Kind, Err: told.Err, Problems: told.Problems, Text: fmt.Sprintf(
				"%s Bản tốt gần nhất: %s.", told.Text, c)}
		}
	}
	return &tdkt.Error{Kind: told.Kind, Err: told.Err, Problems: told.Problems, Text: told.Text + " Trong thư mục “Sao lưu” không có bản nào dùng được."}
}
