package imports

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// OldFate says what becomes of a fact of old records.
type OldFate int

// The fates of a fact.
const (
	OldNew     OldFate = iota // written as a new row
	OldChanged                // adds to a row that is there
	OldSame                   // is there already
	OldHeld                   // waits for an answer
	OldRefused                // cannot be written
	OldSkipped                // answered to be left out
)

// Words is the fate as lists show it.
func (f OldFate) Words() string {
	return [...]string{"mới", "bổ sung", "đã có", "cần xem", "bị từ chối", "bỏ qua"}[f]
}

// OldPlan is old records read and compared with the data, and not yet written.
type OldPlan struct {
	*intake.Reading
	Fates   []OldFate // of Reading.Facts, by place
	Files   int
	Answers []intake.Answer

	plan   *ImportPlan
	sheets []intake.Sheet
	unread []intake.Left
}

// AnswerOld compares the files of a plan again with more answers; they are not read anew.
func AnswerOld(ctx context.Context, a *app.App, p *OldPlan, more ...intake.Answer) (*OldPlan, error) {
	return planSheets(ctx, a, p.sheets, p.unread, p.Files, slices.Concat(p.Answers, more))
}

// TakeBackOld compares again as if a doubt had not been answered: it is asked once more.
func TakeBackOld(ctx context.Context, a *app.App, p *OldPlan, given intake.Answer) (*OldPlan, error) {
	rest := slices.DeleteFunc(slices.Clone(p.Answers), given.Same)
	return planSheets(ctx, a, p.sheets, p.unread, p.Files, rest)
}

// Count says how many facts will be written, wait, and were refused with the ranges left
// that should have become facts.
func (p *OldPlan) Count() (sure, held, refused int) {
	for i, f := range p.Fates {
		switch {
		case f == OldRefused:
			refused++
		case f == OldSkipped:
		case f == OldHeld || !p.Facts[i].Sure():
			held++
		default:
			sure++
		}
	}
	for _, l := range p.Left {
		if l.Refused {
			refused++
		}
	}
	return sure, held, refused
}

// Writes says how many rows Write adds or changes.
func (p *OldPlan) Writes() int { return len(p.plan.records) }

// PlanOld reads files and folders of old records and compares them with the data. Answers
// settle what was asked earlier. Nothing is written. A file that cannot be read is left
// with its reason; the others are read.
func PlanOld(ctx context.Context, a *app.App, paths []string, answers []intake.Answer, progress app.Progress) (*OldPlan, error) {
	files, err := oldFiles(paths)
	if err != nil {
		return nil, err
	}
	sheets, unread, err := readOld(ctx, a, files, progress)
	if err != nil {
		return nil, err
	}
	return planSheets(ctx, a, sheets, unread, len(files), answers)
}

// readOld reads the sheets of files, two at a time, in their order; what cannot be read is
// named with its reason.
func readOld(ctx context.Context, a *app.App, files []string, progress app.Progress) ([]intake.Sheet, []intake.Left, error) {
	const atOnce = 2
	names := shortNames(files)
	type result struct {
		list []intake.Sheet
		err  error
	}
	read := make([]result, len(files))
	var next sync.Mutex
	at := 0
	take := func() int { // the next file, told of before it is read
		next.Lock()
		defer next.Unlock()
		if at == len(files) || ctx.Err() != nil {
			return len(files)
		}
		if progress != nil {
			progress(at, len(files)+1, names[files[at]])
		}
		at++
		return at - 1
	}
	var work sync.WaitGroup
	for range atOnce {
		work.Go(func() {
			for i := take(); i < len(files); i = take() {
				read[i].list, read[i].err = a.Books.ReadAnything(ctx, files[i])
			}
		})
	}
	work.Wait()
	if ctx.Err() != nil {
		return nil, nil, fmt.Errorf("app: read old records: %w", ctx.Err())
	}
	var sheets []intake.Sheet
	var unread []intake.Left
	for i, path := range files {
		var told *tdkt.Error
		switch err := read[i].err; {
		case errors.As(err, &told):
			unread = append(unread, intake.Left{File: names[path], Why: told.Text, Refused: true})
		case err != nil:
			return nil, nil, fmt.Errorf("app: read old records: %w", err)
		case empty(read[i].list):
			unread = append(unread, intake.Left{File: names[path], Why: "tệp trống, không có ô nào để đọc", Refused: true})
		}
		for _, s := range read[i].list {
			s.File = names[path]
			sheets = append(sheets, s)
		}
	}
	return sheets, unread, nil
}

// empty says whether nothing stands on any sheet.
func empty(list []intake.Sheet) bool {
	return !slices.ContainsFunc(list, func(s intake.Sheet) bool { return len(s.Cells) > 0 })
}

// PlanPasted is PlanOld for cells pasted from Excel or Word.
func PlanPasted(ctx context.Context, a *app.App, text string, answers []intake.Answer) (*OldPlan, error) {
	s, err := a.Books.PastedCells(ctx, "(dán)", text)
	if err != nil {
		return nil, err
	}
	return planSheets(ctx, a, []intake.Sheet{s}, nil, 1, answers)
}

func planSheets(ctx context.Context, a *app.App, sheets []intake.Sheet, unread []intake.Left, files int, answers []intake.Answer) (*OldPlan, error) {
	reading, err := intake.Read(ctx, sheets, intake.Options{Today: a.Today(), Answers: answers, Org: a.View().Org.Name})
	if err != nil {
		return nil, fmt.Errorf("app: read old records: %w", err)
	}
	reading.Left = append(unread, reading.Left...)
	p := planOld(a.View(), reading, files, answers, a.Today(), a.User)
	p.sheets, p.unread = sheets, unread
	return p, nil
}

// WriteOld writes what is sure in a plan, as one operation that one undo takes back.
func WriteOld(ctx context.Context, a *app.App, p *OldPlan) error {
	if p.plan.base != a.View() {
		return tdkt.Errorf(tdkt.Invalid, "Dữ liệu đã thay đổi sau khi xem trước. Hãy đọc lại các tệp rồi ghi.")
	}
	if len(p.plan.records) == 0 {
		return nil
	}
	return a.Change(ctx, "import-old", p.plan.words, func(tx app.Tx) error { return tx.Put(ctx, p.plan.records...) })
}

// oldKinds are the files that are looked at in a folder.
func oldKinds() []string {
	return []string{".xlsx", ".xlsm", ".xls", ".docx", ".docm", ".doc", ".csv", ".tsv"}
}

// maxOldFiles bounds how many files one reading takes.
const maxOldFiles = 2_000

// oldFiles lists the files of the paths, folders with all that is below them.
func oldFiles(paths []string) ([]string, error) {
	var out []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf("Không thấy tệp hay thư mục “%s”. Hãy kiểm tra lại tên và nơi để.", p)}
		}
		if !info.IsDir() {
			out = append(out, p)
			continue
		}
		err = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), "~$") || strings.HasPrefix(d.Name(), ".") {
				return err
			}
			if slices.Contains(oldKinds(), strings.ToLower(filepath.Ext(path))) {
				out = append(out, path)
			}
			return nil
		})
		if err != nil {
			return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được thư mục “%s”. Hãy kiểm tra quyền đọc thư mục.", p)}
		}
	}
	switch {
	case len(out) == 0:
		return nil, tdkt.Errorf(tdkt.Invalid, "Không có tệp Excel, Word hay CSV nào trong nơi đã chọn. Hãy chọn tệp hoặc thư mục khác.")
	case len(out) > maxOldFiles:
		return nil, tdkt.Errorf(tdkt.Invalid, "Có hơn 2.000 tệp trong nơi đã chọn. Hãy chọn thư mục nhỏ hơn.")
	}
	return out, nil
}

// shortNames names files by their base name, with their folder where two share one.
func shortNames(files []string) map[string]string {
	n := map[string]int{}
	for _, f := range files {
		n[filepath.Base(f)]++
	}
	out := map[string]string{}
	for _, f := range files {
		out[f] = filepath.Base(f)
		if n[out[f]] > 1 {
			out[f] = filepath.Join(filepath.Base(filepath.Dir(f)), filepath.Base(f))
		}
	}
	return out
}

// oldImporter compares facts with the data.
type oldImporter struct {
	*staffImporter
	*OldPlan
	book     intake.AnswerBook
	people   []*oldPerson
	byName   map[string][]*oldPerson
	byCode   map[string]*oldPerson
	byCCCD   map[string]*oldPerson
	of       []*oldPerson       // by place of the fact
	same     map[[2]string]bool // whether two texts name one unit, as far as looked at
	unitKeys map[string]tdkt.ID // UnitKey and initials → known unit; "" for two
	on       tdkt.Day           // today
	by       string             // who is at work
	// birthOfFile says of the person being met that the file's birth date was answered for.
	birthOfFile bool
	marks       map[string]tdkt.PeriodMark // known, by year, person and period; nil before they are asked for
	asked       map[string]bool            // names of staff lists whose person must be asked for first
}

func planOld(v *view.View, r *intake.Reading, files int, answers []intake.Answer, on tdkt.Day, by string) *OldPlan {
	p := &OldPlan{Reading: r, Files: files, Answers: answers}
	list := &tdkt.StaffList{}
	s := &staffImporter{
		importer: newImporter(v, "", nil), list: list, newUnits: true,
		taken: map[tdkt.ID]int{}, given: map[string]bool{}, unitNames: map[string][]tdkt.ID{},
	}
	s.index()
	o := &oldImporter{
		staffImporter: s, OldPlan: p, book: intake.NewAnswerBook(answers),
		byName: map[string][]*oldPerson{}, byCode: map[string]*oldPerson{}, byCCCD: map[string]*oldPerson{},
		on: on, by: by, same: map[[2]string]bool{}, unitKeys: map[string]tdkt.ID{}, asked: map[string]bool{},
	}
	for _, f := range r.Facts {
		if f.Code != "" {
			s.given[view.CodeKey(f.Code)] = true
			s.highest = max(s.highest, view.CodeNumber(f.Code))
		}
	}
	o.indexUnits()
	o.indexPeople()
	o.resolve()
	o.contradictions()
	o.pointsDiffer()
	o.write()
	o.missing()
	p.Given = append(p.Given, o.book.Used(answers)...)
	p.plan = o.importer.plan
	n := p.plan.Totals()
	p.plan.words = fmt.Sprintf("Nhập kho cũ từ %d tệp: %d dòng mới, %d dòng đổi", files, n.New, n.Changed)
	return p
}

// order is in what order facts are compared: staff lists first, older years before newer
// ones, then everything else as it stands.
func (o *oldImporter) order() []int {
	out := make([]int, len(o.Facts))
	for i := range out {
		out[i] = i
	}
	rank := func(i int) (int, int) {
		f := &o.Facts[i]
		if f.Table < 0 || f.Table >= len(o.Tables) {
			return 2, 0
		}
		t := o.Tables[f.Table]
		if t.Kind == intake.Staff {
			return 0, t.Year
		}
		return 1, 0
	}
	slices.SortStableFunc(out, func(a, b int) int {
		ka, ya := rank(a)
		kb, yb := rank(b)
		return cmp.Or(cmp.Compare(ka, kb), cmp.Compare(ya, yb))
	})
	return out
}

// ask adds a doubt to a fact unless it was answered.
func (o *oldImporter) ask(i int, d intake.Doubt) (value string, answered bool) {
	f := &o.Facts[i]
	if v, ok := o.book.Settle(d, f.File, f.Sheet, f.Cell); ok {
		return v, true
	}
	f.Doubts = append(f.Doubts, d)
	return "", false
}
