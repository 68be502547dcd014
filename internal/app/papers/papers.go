package papers

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// PaperPlace is where a file belongs: a paper of one nomination, or one that all of the
// year share.
type PaperPlace struct {
	Year       int
	Nomination tdkt.ID // "" for a shared paper
	Paper      string
}

// placeOf is where the files of a row of the dossiers belong.
func placeOf(year int, r dossier.PaperRow) PaperPlace {
	p := PaperPlace{Year: year, Nomination: r.Nomination, Paper: r.Paper.Code}
	if r.Paper.Shared {
		p.Nomination = ""
	}
	return p
}

// Papers lists the papers of everybody on the year's lists.
func Papers(ctx context.Context, a *app.App, year int) ([]dossier.PaperRow, error) {
	s, err := Submission(ctx, a, year)
	if err != nil {
		return nil, err
	}
	return s.Papers, nil
}

// AttachTo keeps files for a row of the dossiers, in one step. A file that is there
// already, with the same bytes, is left alone. It returns how many were added.
func AttachTo(ctx context.Context, a *app.App, year int, r dossier.PaperRow, paths ...string) (int, error) {
	found := make([]foundFile, len(paths))
	for i, path := range paths {
		found[i] = foundFile{path, placeOf(year, r)}
	}
	return attach(ctx, a, year, found)
}

// foundFile is a file and where it belongs.
type foundFile struct {
	path  string
	place PaperPlace
}

func attach(ctx context.Context, a *app.App, year int, found []foundFile) (int, error) {
	v := a.View()
	if err := v.Unlocked(year); err != nil {
		return 0, err
	}
	var add []tdkt.Attachment
	var contents [][]byte
	for _, f := range found {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		rec, content, err := readPaper(f)
		if err != nil {
			return 0, err
		}
		if !slices.ContainsFunc(append(slices.Clip(v.Attachments), add...), func(o tdkt.Attachment) bool { return samePaper(o, rec) }) {
			add, contents = append(add, rec), append(contents, content)
		}
	}
	words := fmt.Sprintf("Đính kèm %d tệp vào hồ sơ năm %d", len(add), year)
	return len(add), a.Change(ctx, "attach", words, func(tx app.Tx) error {
		for i, rec := range add {
			if _, err := tx.Keep(ctx, contents[i]); err != nil {
				return err
			}
			if err := tx.Put(ctx, rec); err != nil {
				return err
			}
		}
		return nil
	})
}

func samePaper(a, b tdkt.Attachment) bool {
	return a.Year == b.Year && a.Nomination == b.Nomination && a.Paper == b.Paper && a.SHA256 == b.SHA256
}

// readPaper reads a file to be kept.
func readPaper(f foundFile) (tdkt.Attachment, []byte, error) {
	info, err := os.Stat(f.path)
	if err != nil || !info.Mode().IsRegular() {
		return tdkt.Attachment{}, nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf("Không có tệp “%s” để đính kèm. Hãy chọn lại tệp.", f.path)}
	}
	if info.Size() > view.MaxPaper || info.Size() == 0 {
		return tdkt.Attachment{}, nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” trống hoặc lớn hơn %d MB. Hãy quét lại với độ phân giải thấp hơn rồi đính kèm.", filepath.Base(f.path), view.MaxPaper>>20)
	}
	content, err := app.ReadLimited(f.path)
	if err != nil {
		return tdkt.Attachment{}, nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được tệp “%s”. Hãy đóng tệp nếu đang mở rồi đính kèm lại.", f.path)}
	}
	return tdkt.Attachment{
		ID: tdkt.NewID(), Year: f.place.Year, Nomination: f.place.Nomination, Paper: f.place.Paper,
		Name: tdkt.Clean(filepath.Base(f.path)), Origin: f.path, Date: tdkt.DayOf(info.ModTime()),
		Size: int64(len(content)), Pages: pagesOf(content), SHA256: sumOf(content),
	}, content, nil
}

func sumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// pdfPage is how a page is marked in a PDF that does not pack its objects.
var pdfPage = regexp.MustCompile(`/Type\s*/Page[^s]`)

// pagesOf counts the pages of a PDF, 0 when it cannot tell.
func pagesOf(content []byte) int {
	if !bytes.HasPrefix(content, []byte("%PDF-")) {
		return 0
	}
	return len(pdfPage.FindAll(content, -1))
}

// FolderPapers is what a folder holds for the dossiers of a year: files that were
// recognised, and names of those that were not.
type FolderPapers struct {
	Found  []string // "tệp: người, giấy tờ"
	Others []string
	files  []foundFile
}

// LookThrough recognises the files of a folder by their names: the code of a person or
// unit, and words of a paper ("CB001 báo cáo thành tích.pdf"); a shared paper needs no
// code. Nothing is written.
func LookThrough(ctx context.Context, a *app.App, year int, dir string) (*FolderPapers, error) {
	rows, err := Papers(ctx, a, year)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được thư mục “%s”. Hãy chọn thư mục khác.", dir)}
	}
	out := &FolderPapers{}
	for _, e := range entries {
		if !e.Type().IsRegular() || strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") {
			continue
		}
		hits := rowsNamed(rows, e.Name())
		if len(hits) == 0 {
			out.Others = append(out.Others, e.Name())
			continue
		}
		for _, r := range hits {
			out.files = append(out.files, foundFile{filepath.Join(dir, e.Name()), placeOf(year, r)})
			out.Found = append(out.Found, fmt.Sprintf("%s: %s, %s", e.Name(), r.Name, r.Paper.Name))
		}
	}
	return out, nil
}

// rowsNamed are the rows that a file name speaks of: of a shared paper the first one.
func rowsNamed(rows []dossier.PaperRow, name string) []dossier.PaperRow {
	name = tdkt.Fold(strings.TrimSuffix(name, filepath.Ext(name)))
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" _-.,()", r) })
	var own, shared []dossier.PaperRow
	for _, r := range rows {
		if !slices.ContainsFunc(r.Paper.Words, func(w string) bool { return strings.Contains(strings.Join(words, " "), tdkt.Fold(w)) }) {
			continue
		}
		switch {
		case r.Paper.Shared:
			shared = append(shared, r)
		case slices.Contains(words, tdkt.Fold(r.Code)):
			own = append(own, r)
		}
	}
	if len(own) == 0 && len(shared) > 0 {
		return shared[:1]
	}
	return own
}

// AttachFolder keeps what LookThrough recognised, in one step.
func AttachFolder(ctx context.Context, a *app.App, year int, f *FolderPapers) (int, error) {
	return attach(ctx, a, year, f.files)
}

// RemovePapers takes files out of the dossiers.
func RemovePapers(ctx context.Context, a *app.App, list []tdkt.Attachment) error {
	recs := make([]tdkt.Record, len(list))
	for i, rec := range list {
		if err := a.View().Unlocked(rec.Year); err != nil {
			return err
		}
		recs[i] = rec
	}
	return a.Drop(ctx, "detach", fmt.Sprintf("Bỏ %d tệp khỏi hồ sơ", len(list)), recs...)
}

// OriginWords says whether the file that was kept still lies where it was taken from, as
// it was; "" when it does.
func OriginWords(rec tdkt.Attachment) string {
	content, err := app.ReadLimited(rec.Origin)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("Tệp gốc của “%s” không còn ở %s; hồ sơ dùng bản đã lưu trong sổ.", rec.Name, rec.Origin)
	case err != nil || sumOf(content) == rec.SHA256:
		return ""
	}
	return fmt.Sprintf("Tệp gốc của “%s” đã sửa sau khi đính kèm (%s). Hãy đính kèm lại nếu cần bản mới.", rec.Name, rec.Origin)
}

// CopyPaper writes a kept file into a folder to be opened, and returns its path.
func CopyPaper(ctx context.Context, a *app.App, rec tdkt.Attachment, dir string) (string, error) {
	content, err := a.Store.Content(ctx, rec)
	if err != nil {
		return "", err
	}
	path := freeName(dir, tdkt.FileWords(rec.Name))
	return path, writeWhole(path, content)
}
