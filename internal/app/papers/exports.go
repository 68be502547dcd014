package papers

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/columns"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// Submission gathers what the papers of a year's own round hold.
func Submission(ctx context.Context, a *app.App, year int) (*dossier.Submission, error) {
	return SubmissionOf(ctx, a, tdkt.YearEndRound(year))
}

// SubmissionOf gathers what the papers of a round hold.
func SubmissionOf(ctx context.Context, a *app.App, r tdkt.Round) (*dossier.Submission, error) {
	return submissionDated(ctx, a, r, 0)
}

// submissionDated gathers the papers of a round that bear a date, zero where it is left to
// be filled in.
func submissionDated(ctx context.Context, a *app.App, r tdkt.Round, paperDay tdkt.Day) (*dossier.Submission, error) {
	v := a.View()
	in, err := a.RoundInput(v, r)
	if err != nil {
		return nil, err
	}
	meeting, err := minutes(v, r)
	if err != nil {
		return nil, err
	}
	in.Met, in.PaperDay = meeting.Day, paperDay
	if in.Posts, err = ownOr(a, postsFile, columns.StandardPosts, columns.ReadPosts); err != nil {
		return nil, err
	}
	s, err := dossier.Build(ctx, in)
	if err != nil {
		return nil, err
	}
	s.Meeting = meeting
	return s, nil
}

// ZipFolder packs a submission's folder into one file beside it and returns its path.
func ZipFolder(ctx context.Context, a *app.App, dir string) (string, error) {
	return a.Forms.Zip(ctx, dir)
}

// ExportForm writes one workbook: pledges, nominations, results, summary or ballots.
func ExportForm(ctx context.Context, a *app.App, year int, form, path string) error {
	if err := MayWrite(a, path, ".xlsx"); err != nil {
		return err
	}
	s, err := Submission(ctx, a, year)
	if err != nil {
		return err
	}
	if s.Columns, err = listColumns(a); err != nil {
		return err
	}
	return a.Forms.Form(ctx, path, form, s)
}

// ExportList writes a list as it stands on the screen.
func ExportList(ctx context.Context, a *app.App, path string, t tdkt.ListTable) error {
	if err := MayWrite(a, path, ".xlsx"); err != nil {
		return err
	}
	return a.Forms.List(ctx, path, a.View().Org, a.Today(), t)
}

// MayWrite refuses to put a file of a kind in the place of anything but an earlier one:
// not over the data file, a folder, a device or a file of another kind.
func MayWrite(a *app.App, path, ext string) error {
	if !strings.EqualFold(filepath.Ext(path), ext) {
		return tdkt.Errorf(tdkt.Invalid, "Tệp nhận “%s” phải có đuôi %s. Hãy đặt lại tên.", path, ext)
	}
	there, err := os.Stat(path)
	if err != nil {
		return nil //nolint:nilerr // nothing there yet, or the writer will say why it cannot be reached
	}
	if !there.Mode().IsRegular() {
		return tdkt.Errorf(tdkt.Invalid, "“%s” không phải là một tệp để ghi vào (là thư mục hoặc thiết bị). Hãy chọn tên khác.", path)
	}
	if own, err := os.Stat(a.Store.Path()); err == nil && os.SameFile(there, own) {
		return tdkt.Errorf(tdkt.Invalid, "“%s” là tệp dữ liệu đang mở. Hãy chọn tên khác để không mất dữ liệu.", path)
	}
	return nil
}
