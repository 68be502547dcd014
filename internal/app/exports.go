package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"tdkt/internal/columns"
	"tdkt/internal/dossier"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// Workbooks reads and writes the exchange workbook and reads staff lists.
type Workbooks interface {
	ReadExchange(ctx context.Context, path string, titles Titles) (*tdkt.Exchange, error)
	WriteExchange(ctx context.Context, path string, ex *tdkt.Exchange) error
	ReadStaff(ctx context.Context, path string, o tdkt.StaffOptions) (*tdkt.StaffList, error)
	WritePledgeSheet(ctx context.Context, path string, s *tdkt.PledgeSheet) error
	ReadPledgeSheet(ctx context.Context, path string) (*tdkt.PledgeSheet, error)
	WriteTextSheet(ctx context.Context, path string, s *tdkt.TextSheet) error
	ReadTextSheet(ctx context.Context, path string) (*tdkt.TextSheet, error)
	WriteBlocSheet(ctx context.Context, path string, s *tdkt.BlocSheet) error
	ReadBlocSheet(ctx context.Context, path string) (*tdkt.BlocSheet, error)
	WritePeriodSheet(ctx context.Context, path string, s *tdkt.PeriodSheet) error
	ReadPeriodSheet(ctx context.Context, path string) (*tdkt.PeriodSheet, error)
	// ReadAnything reads any file an office keeps lists in, as sheets; PastedCells what was pasted.
	ReadAnything(ctx context.Context, path string) ([]intake.Sheet, error)
	WriteRest(ctx context.Context, path string, rows []tdkt.RestRow) error
	PastedCells(ctx context.Context, name, text string) (intake.Sheet, error)
	WriteRefused(ctx context.Context, from, to string, list *tdkt.StaffList, problems []tdkt.Problem) (int, error)
}

// Titles finds a title's code from a code or name as people write it.
type Titles interface {
	Resolve(text string) (code string, ok bool)
}

// Forms writes the Excel files the province receives.
type Forms interface {
	Submission(ctx context.Context, parent string, s *dossier.Submission, progress Progress) (dir string, err error)
	Form(ctx context.Context, path, form string, s *dossier.Submission) error
	List(ctx context.Context, path string, org tdkt.Org, today tdkt.Day, t tdkt.ListTable) error
	// RatingForms writes Mẫu số 01, or of a year Mẫu số 02, a sheet for each person.
	RatingForms(ctx context.Context, path string, list []dossier.RatingForm, year bool) error
	// Tables writes several tables as one workbook, with Excel's own charts.
	Tables(ctx context.Context, path string, org tdkt.Org, today tdkt.Day, tables []tdkt.ListTable) error
	// Plain writes tables that other software reads: the header in row 1, no merged cells.
	Plain(ctx context.Context, path string, tables []tdkt.ListTable) error
	// Preview is how a table with some columns would look, and the size of its printed letters.
	Preview(s *dossier.Submission, key string, list []columns.Column) (tdkt.ListTable, float64)
	// ReadBack lists where the files of a folder that Submission wrote do not say what s says.
	ReadBack(ctx context.Context, dir string, s *dossier.Submission) ([]string, error)
	// Zip packs a folder that Submission wrote into one file beside it.
	Zip(ctx context.Context, dir string) (path string, err error)
}

// Progress is told how far a long job is; it may be nil.
type Progress func(done, total int, what string)

// Submission gathers what the papers of a year's own round hold.
func (a *App) Submission(ctx context.Context, year int) (*dossier.Submission, error) {
	return a.SubmissionOf(ctx, tdkt.YearEndRound(year))
}

// SubmissionOf gathers what the papers of a round hold.
func (a *App) SubmissionOf(ctx context.Context, r tdkt.Round) (*dossier.Submission, error) {
	return a.submissionDated(ctx, r, 0)
}

// submissionDated gathers the papers of a round that bear a date, zero where it is left to
// be filled in.
func (a *App) submissionDated(ctx context.Context, r tdkt.Round, paperDay tdkt.Day) (*dossier.Submission, error) {
	v := a.View()
	in, err := a.roundInput(v, r)
	if err != nil {
		return nil, err
	}
	meeting, err := v.minutes(r)
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
func (a *App) ZipFolder(ctx context.Context, dir string) (string, error) {
	return a.Forms.Zip(ctx, dir)
}

// ExportForm writes one workbook: pledges, nominations, results, summary or ballots.
func (a *App) ExportForm(ctx context.Context, year int, form, path string) error {
	if err := a.mayWrite(path, ".xlsx"); err != nil {
		return err
	}
	s, err := a.Submission(ctx, year)
	if err != nil {
		return err
	}
	if s.Columns, err = a.listColumns(); err != nil {
		return err
	}
	return a.Forms.Form(ctx, path, form, s)
}

// ExportWorkbook writes every fact as the exchange workbook.
func (a *App) ExportWorkbook(ctx context.Context, path string) error {
	if err := a.mayWrite(path, ".xlsx"); err != nil {
		return err
	}
	return a.Books.WriteExchange(ctx, path, a.View().Exchange())
}

// ExportBlankWorkbook writes the exchange workbook to be filled in: the units and people
// that are known, and every other sheet empty with its drop-downs and notes.
func (a *App) ExportBlankWorkbook(ctx context.Context, path string) error {
	if err := a.mayWrite(path, ".xlsx"); err != nil {
		return err
	}
	all := a.View().Exchange()
	return a.Books.WriteExchange(ctx, path, &tdkt.Exchange{Units: all.Units, People: all.People})
}

// ExportList writes a list as it stands on the screen.
func (a *App) ExportList(ctx context.Context, path string, t tdkt.ListTable) error {
	if err := a.mayWrite(path, ".xlsx"); err != nil {
		return err
	}
	return a.Forms.List(ctx, path, a.View().Org, a.Today(), t)
}

// mayWrite refuses to put a file of a kind in the place of anything but an earlier one:
// not over the data file, a folder, a device or a file of another kind.
func (a *App) mayWrite(path, ext string) error {
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
