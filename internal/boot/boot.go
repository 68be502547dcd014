// Package boot is the one place that joins the data file, the Excel readers and
// writers and the law into an App.
package boot

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"time"

	"tdkt/internal/anchor"
	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/columns"
	"tdkt/internal/demo"
	"tdkt/internal/dossier"
	"tdkt/internal/forms"
	"tdkt/internal/law"
	"tdkt/internal/sheet"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// Version is the program's version, written beside migrations and shown in About.
const Version = "0.2.0"

// Options say which data file to open and how.
type Options struct {
	Path       string
	Create     bool             // make a new file; an existing one is refused
	Read       bool             // open for reading alone: changes are refused, nobody is kept out
	Keep       bool             // copy a changed file into the folder “Sao lưu” when it is closed
	Now        func() time.Time // nil: the machine's clock
	Login      string           // who opens a file that has accounts
	Password   string           // and what he says to prove it
	Code       string           // the code on paper: Password becomes the account's new one
	NewCode    *string          // where the code that takes the place of Code is put
	Passphrase string           // opens a sealed copy or package that is read, restored from or merged
	Seal       string           // opens the data file where it is sealed at rest
	User       string           // who did it, where nobody logs in: the Windows user if ""
	Home       anchor.Home      // where this PC keeps its key and what it knows of files; "": nothing is kept
	Tick       <-chan time.Time // when to look whether the copy of the day is due; nil: every hour

	sealCode string // the code on paper, in the place of Seal

	look *store.Look // the file as it was looked at; nil where it was not
}

// Open opens the data file and returns the App and the function that closes it.
func Open(ctx context.Context, o Options) (*app.App, func() error, error) {
	if o.Create {
		if _, err := os.Stat(o.Path); err == nil {
			return nil, nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” đã có. Hãy chọn tên khác, hoặc mở tệp này thay vì tạo mới.", o.Path)
		}
	}
	if info, err := os.Lstat(o.Path); err == nil && info.Mode()&os.ModeSymlink != 0 {
		o.Path = anchor.Resolve(o.Path) // copies and the lock lie with the file, not with a link to it
	}
	o.look = lookAt(ctx, o)
	defer o.look.Close()
	o.Read = o.Read || !o.Create && onlyRead(o.Path, o.look)
	rules, err := law.Load()
	if err != nil {
		return nil, nil, fmt.Errorf("boot: %w", err)
	}
	f, err := openFile(ctx, o)
	if err != nil {
		return nil, nil, offerCopy(ctx, o.Path, err)
	}
	with := deps(f.store(), rules, o)
	if err := f.tellReading(ctx, &with); err != nil {
		return nil, nil, errors.Join(err, f.close())
	}
	a, err := app.New(ctx, with)
	if err != nil {
		return nil, nil, offerCopy(ctx, o.Path, errors.Join(err, f.close()))
	}
	if err := o.enter(ctx, a); err != nil {
		return nil, nil, errors.Join(err, f.close())
	}
	stop := f.daily(ctx)
	return a, func() error {
		stop()
		return f.leave(context.WithoutCancel(ctx))
	}, nil
}

// onlyRead says whether a file is only read wherever it is opened: a package by what is
// in it, a sealed copy, and any file that calls itself a package.
func onlyRead(path string, look *store.Look) bool {
	if atRestFile(path) {
		return false
	}
	return backup.IsPackage(path) || backup.IsSealed(path) || look.Began() == verbPackage
}

// lookAt looks at a file in the clear before it is decided how it is opened.
func lookAt(ctx context.Context, o Options) *store.Look {
	if o.Create || backup.IsSealed(o.Path) {
		return nil
	}
	return store.LookAt(ctx, o.Path)
}

// tellReading says in what way a file that is only read was opened.
func (f openedFile) tellReading(ctx context.Context, d *app.Deps) (err error) {
	d.Reading.Only = f.opts.Read
	if f.pack == nil {
		return nil
	}
	d.Reading.Package, d.Before = true, f.pack.before
	d.Reading.Made, err = f.pack.made(ctx)
	return err
}

func deps(s app.Store, rules *law.Rules, o Options) app.Deps {
	who, host := here()
	return app.Deps{Store: s, Books: workbooks{}, Forms: papers{}, Other: o.other, Locked: locked, Unlock: unlock, Opinions: o.opinions, Rules: rules, Now: o.clock(), User: who, Host: host}
}

// other opens another PC's file for a merge.
func (o Options) other(ctx context.Context, path string) (app.Other, error) {
	return openOther(ctx, path, o.secretOf(path))
}

// clock is the caller's clock, or the machine's.
func (o Options) clock() func() time.Time {
	if o.Now != nil {
		return o.Now
	}
	return time.Now
}

// here says who sits at the program and on which PC.
func here() (who, host string) {
	host, err := os.Hostname()
	if err != nil {
		host = "không rõ máy"
	}
	who = nobody
	if u, err := user.Current(); err == nil {
		who = personOf(u.Name, u.Username)
	}
	return who, host
}

// dataFile makes store's transaction app's: a func(*store.Tx) is not a func(app.Tx).
type dataFile struct {
	*store.DB
	watch *watch
	rest  *atRest // nil but for a file that is sealed at rest
}

// watch is what is known of an open file beyond what is in it.
type watch struct {
	alarm string // what is wrong with it, as far as it is known; "" for nothing
	proof *tdkt.Proof
	plain int // copies of a sealed file that are still in the clear
}

var _ app.Store = dataFile{}

func (d dataFile) InTx(ctx context.Context, op tdkt.Operation, do func(app.Tx) error) (tdkt.Entry, error) {
	change := func() (tdkt.Entry, error) {
		return d.DB.InTx(ctx, op, func(tx *store.Tx) error { return do(tx) })
	}
	if d.rest != nil {
		return d.rest.write(ctx, d.DB, change)
	}
	return change()
}

// Undo takes back an entry.
func (d dataFile) Undo(ctx context.Context, op tdkt.Operation, seq int64) (tdkt.Entry, error) {
	if d.rest != nil {
		return d.rest.write(ctx, d.DB, func() (tdkt.Entry, error) { return d.DB.Undo(ctx, op, seq) })
	}
	return d.DB.Undo(ctx, op, seq)
}

// Backup writes a verified copy, sealed where the file is.
func (d dataFile) Backup(ctx context.Context, path string) error {
	if d.rest != nil {
		return d.rest.copy(ctx, path, true)
	}
	return d.DB.Backup(ctx, path)
}

// workbooks is the sheet package as app knows it.
type workbooks struct{}

func (workbooks) ReadExchange(ctx context.Context, path string, t app.Titles) (*tdkt.Exchange, error) {
	return sheet.ReadExchange(ctx, path, t)
}

func (workbooks) WriteExchange(ctx context.Context, path string, ex *tdkt.Exchange) error {
	return sheet.WriteExchange(ctx, path, ex)
}

func (workbooks) WriteBlocSheet(ctx context.Context, path string, s *tdkt.BlocSheet) error {
	return sheet.WriteBlocSheet(ctx, path, s)
}

func (workbooks) ReadBlocSheet(ctx context.Context, path string) (*tdkt.BlocSheet, error) {
	return sheet.ReadBlocSheet(ctx, path)
}

func (workbooks) WriteTextSheet(ctx context.Context, path string, s *tdkt.TextSheet) error {
	return sheet.WriteTextSheet(ctx, path, s)
}

func (workbooks) ReadTextSheet(ctx context.Context, path string) (*tdkt.TextSheet, error) {
	return sheet.ReadTextSheet(ctx, path)
}

func (workbooks) WritePeriodSheet(ctx context.Context, path string, s *tdkt.PeriodSheet) error {
	return sheet.WritePeriodSheet(ctx, path, s)
}

func (workbooks) ReadPeriodSheet(ctx context.Context, path string) (*tdkt.PeriodSheet, error) {
	return sheet.ReadPeriodSheet(ctx, path)
}

func (workbooks) WritePledgeSheet(ctx context.Context, path string, s *tdkt.PledgeSheet) error {
	return sheet.WritePledgeSheet(ctx, path, s)
}

func (workbooks) ReadPledgeSheet(ctx context.Context, path string) (*tdkt.PledgeSheet, error) {
	return sheet.ReadPledgeSheet(ctx, path)
}

func (workbooks) WriteRefused(ctx context.Context, from, to string, list *tdkt.StaffList, problems []tdkt.Problem) (int, error) {
	return sheet.WriteRefused(ctx, from, to, list, problems)
}

func (workbooks) ReadStaff(ctx context.Context, path string, o tdkt.StaffOptions) (*tdkt.StaffList, error) {
	return sheet.ReadStaff(ctx, path, o)
}

// papers is the forms package as app knows it.
type papers struct{}

func (papers) Submission(ctx context.Context, parent string, s *dossier.Submission, progress app.Progress) (string, error) {
	return forms.WriteSubmission(ctx, parent, s, progress)
}

func (papers) Form(ctx context.Context, path, form string, s *dossier.Submission) error {
	return forms.Write(ctx, path, forms.Form(form), s)
}

func (papers) RatingForms(ctx context.Context, path string, list []dossier.RatingForm, year bool) error {
	return forms.WriteRatingForms(ctx, path, list, year)
}

func (papers) List(ctx context.Context, path string, org tdkt.Org, today tdkt.Day, t tdkt.ListTable) error {
	return forms.WriteList(ctx, path, org, today, t)
}

func (papers) Tables(ctx context.Context, path string, org tdkt.Org, today tdkt.Day, tables []tdkt.ListTable) error {
	return forms.WriteTables(ctx, path, org, today, tables)
}

func (papers) Plain(ctx context.Context, path string, tables []tdkt.ListTable) error {
	return forms.WritePlain(ctx, path, tables)
}

func (papers) ReadBack(ctx context.Context, dir string, s *dossier.Submission) ([]string, error) {
	list, err := forms.ReadBack(ctx, dir, s)
	out := make([]string, len(list))
	for i, d := range list {
		out[i] = d.Text()
	}
	return out, err
}

// Preview shows a table before it is kept.
func (papers) Preview(s *dossier.Submission, key string, list []columns.Column) (tdkt.ListTable, float64) {
	return forms.Preview(s, key, list)
}

func (papers) Zip(ctx context.Context, dir string) (string, error) { return forms.Zip(ctx, dir) }

// LoadSample fills a new data file with the sample department, in one step. Its
// nominations keep the findings as they stand on the sample's own data.
func LoadSample(ctx context.Context, a *app.App) error {
	d := demo.Build()
	facts := law.NewFacts(&d.Snapshot, a.Rules)
	for i, n := range d.Nominations {
		res, err := a.Rules.Judge(facts, law.Question{Year: n.Year, Subject: n.Subject, Title: n.Title})
		if err != nil {
			return fmt.Errorf("boot: judge the sample: %w", err)
		}
		if err := app.Stand(a.Rules, res, &d.Nominations[i]); err != nil {
			return err
		}
	}
	return a.LoadRecords(ctx, "Nạp dữ liệu mẫu", d.Records())
}
