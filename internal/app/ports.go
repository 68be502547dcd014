package app

import (
	"context"

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

// Other is another PC's data file, opened for reading alone.
type Other interface {
	Chain(ctx context.Context) ([]string, error)
	Since(ctx context.Context, seq int64) ([]tdkt.Entry, error)
	Signers(ctx context.Context) ([]tdkt.Signer, error)
	Content(ctx context.Context, a tdkt.Attachment) ([]byte, error)
	Close() error
}
