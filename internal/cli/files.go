package cli

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/boot"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

func (c *call) initFile() error {
	fs := c.flags("init")
	org := tdkt.Org{}
	fs.StringVar(&org.Name, "org", "", "tên cơ quan")
	fs.StringVar(&org.Superior, "superior", "", "cơ quan cấp trên")
	fs.StringVar(&org.Issuer, "issuer", "", "tên cơ quan trên văn bản")
	fs.StringVar(&org.Place, "place", "", "địa danh")
	fs.StringVar(&org.Symbol, "symbol", "", "ký hiệu trong số văn bản")
	fs.StringVar(&org.Authority, "authority", "GIÁM ĐỐC", "quyền hạn ký")
	fs.StringVar(&org.SignerRole, "role", "", "chức vụ người ký")
	fs.StringVar(&org.Signer, "signer", "", "người ký")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	if strings.TrimSpace(org.Name) == "" {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu tên cơ quan. Hãy thêm -org, ví dụ -org \"Sở Nội vụ tỉnh Tây Ninh\".")
	}
	return c.create(func(a *app.App) error {
		if err := a.SaveOrg(c.ctx, org); err != nil {
			return err
		}
		c.printf("Đã tạo tệp dữ liệu của %s: %s\n", org.Name, c.db)
		return nil
	})
}

// create makes a new data file and fills it; a failure leaves no file behind.
func (c *call) create(fill func(*app.App) error) error {
	a, closeFile, err := c.open(boot.Options{Create: true})
	if err != nil {
		return err
	}
	err = errors.Join(fill(a), closeFile())
	if err != nil {
		for _, tail := range []string{"", "-wal", "-shm"} {
			if rerr := os.Remove(c.db + tail); rerr != nil && !errors.Is(rerr, os.ErrNotExist) {
				err = errors.Join(err, rerr)
			}
		}
	}
	return err
}

// sampleYears are the years whose folders the sample writes: one that is done, and that of
// the seed plan, where something is left to do.
func sampleYears() []int { return []int{2022, 2023} }

func (c *call) demo() error {
	fs := c.flags("demo")
	out := fs.String("out", "", "thư mục nhận bộ hồ sơ mẫu")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	return c.create(func(a *app.App) error {
		if err := boot.LoadSample(c.ctx, a); err != nil {
			return err
		}
		c.printf("Đã tạo dữ liệu mẫu (%d người, đều là người hư cấu): %s\n", len(a.View().People), c.db)
		if *out == "" {
			return nil
		}
		return c.sampleFolder(a, *out)
	})
}

func (c *call) importFile() error {
	if len(c.args) == 0 {
		return c.misuse(errors.New("thiếu workbook, staff hoặc plan"))
	}
	what := c.args[0]
	c.args = c.args[1:]
	switch what {
	case "workbook":
		return c.importWorkbook()
	case "staff":
		return c.importStaff()
	case "plan":
		return c.importYearPlan()
	case "old":
		return c.importOld()
	case "periods":
		return c.importPeriods()
	case "report":
		return c.importReports()
	}
	return c.misuse(fmt.Errorf("không có import %s", what))
}

func (c *call) importWorkbook() error {
	fs := c.flags("import workbook")
	dry := fs.Bool("dry-run", false, "chỉ xem trước")
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	return c.on(boot.Options{Read: *dry}, func(a *app.App) error {
		plan, err := imports.PreviewWorkbook(c.ctx, a, words[0])
		if err != nil {
			return err
		}
		return c.importPlan(a, plan, *dry, false)
	})
}

func (c *call) importStaff() error {
	fs := c.flags("import staff")
	dry := fs.Bool("dry-run", false, "chỉ xem trước")
	skip := fs.Bool("skip-refused", false, "bỏ qua các dòng bị từ chối")
	var o imports.StaffImport
	fs.BoolVar(&o.NewUnits, "new-units", false, "tạo đơn vị chưa có")
	fs.StringVar(&o.Sheet, "sheet", "", "tên sheet")
	fs.StringVar(&o.Old, "old-font", "", "chuyển chữ của phông cũ sang Unicode: tcvn3 hoặc vni")
	pairs := fs.String("map", "", "CỘT=trường,…")
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	if o.Map, err = mapping(*pairs); err != nil {
		return err
	}
	return c.on(boot.Options{Read: *dry}, func(a *app.App) error {
		plan, err := imports.PreviewStaff(c.ctx, a, words[0], o)
		if err != nil {
			return err
		}
		c.staffMapping(plan.Staff)
		return c.importPlan(a, plan, *dry, *skip)
	})
}

// mapping reads HEADER=field,HEADER=field.
func mapping(s string) (map[string]string, error) {
	m := map[string]string{}
	for _, pair := range strings.Split(s, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		header, field, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, tdkt.Errorf(tdkt.Usage, "“%s” chưa đúng dạng CỘT=trường. Ví dụ: -map \"Tên NV=name,Phòng=unit\".", pair)
		}
		m[strings.TrimSpace(header)] = strings.TrimSpace(field)
	}
	return m, nil
}

func (c *call) staffMapping(l *tdkt.StaffList) {
	c.printf("Trang “%s”, hàng tiêu đề %d\n", l.Sheet, l.HeaderRow)
	for _, col := range l.Columns {
		as := "bỏ qua"
		if col.Field != "" {
			as = col.Label
		}
		c.printf("  cột %s “%s” → %s\n", col.Letter, col.Header, as)
	}
	for _, n := range l.Notes {
		c.printf("  %s\n", n)
	}
}

// importPlan shows a preview and, unless dry, writes it.
func (c *call) importPlan(a *app.App, p *imports.ImportPlan, dry, skip bool) error {
	skip = skip && p.Staff != nil
	c.preview(p, dry, skip)
	if dry {
		if err := p.Refusal(); err != nil && !skip {
			return err
		}
		c.printf("Xem trước, chưa ghi gì.\n")
		return nil
	}
	if err := imports.Import(c.ctx, a, p, skip); err != nil {
		return err
	}
	t := p.Totals()
	if t.New+t.Changed == 0 {
		c.printf("Không có gì mới: dữ liệu giữ nguyên.\n")
		return nil
	}
	c.printf("Đã ghi %d dòng mới, %d dòng đổi.\n", t.New, t.Changed)
	return nil
}

// preview prints what an import does, and what it leaves out on purpose.
func (c *call) preview(p *imports.ImportPlan, dry, skip bool) {
	if len(p.Refused) == 0 || skip || dry {
		for _, n := range p.Counts {
			c.printf("%s: %d mới, %d đổi, %d không đổi\n", n.Sheet, n.New, n.Changed, n.Same)
		}
	}
	if skip && len(p.Refused) > 0 {
		c.errorf("Bỏ qua %d dòng chưa nhập được; hãy sửa trong Excel rồi nhập lại:\n", len(p.Refused))
		c.problems(p.Refused)
	}
	if dry {
		for _, l := range p.Lines {
			c.importLine(l)
		}
	}
	for _, w := range p.Warnings {
		c.errorf("  Lưu ý: %s\n", w)
	}
}

func (c *call) importLine(l imports.ImportLine) {
	if l.Fate == imports.RowNew {
		c.printf("  + %s dòng %d: %s\n", l.Sheet, l.Line, l.What)
		return
	}
	c.printf("  ~ %s dòng %d: %s (%s)\n", l.Sheet, l.Line, l.What, l.Diff)
}

// exportFlags are the flags of everything that is written out.
type exportFlags struct {
	year      *int
	out       *string
	pack      *bool
	period    *string
	folder    folderFlags
	why       why
	paper     paperFlags
	firstHalf *bool
}

func (c *call) export() error {
	fs := c.flags("export")
	f := exportFlags{
		year: yearFlag(fs), out: fs.String("out", "", "tệp hoặc thư mục nhận"), pack: fs.Bool("zip", false, "nén bộ hồ sơ thành một tệp"),
		period: fs.String("period", "", "kỳ: T1 đến T12, Q1 đến Q4"), firstHalf: fs.Bool("half", false, "báo cáo 6 tháng đầu năm"),
		folder: folderFlags{
			round: roundFlag(fs), date: fs.String("date", "", "ngày của văn bản"),
			draft: fs.Bool("draft", false, "bản nháp"), pdf: fs.Bool("pdf", false, "kèm bản PDF của các danh sách"), compare: fs.String("compare", "", "thư mục hồ sơ đã xuất, để so lại"),
		},
		why: why{fs.String("subject", "", "mã cán bộ hoặc đơn vị"), fs.String("title", "", "mã danh hiệu, hình thức")},
		paper: paperFlags{
			kind: fs.String("kind", "", "loại văn bản"), number: fs.String("number", "", "số quyết định"),
			from: fs.String("from", "", "ngày đầu kỳ báo cáo"), to: fs.String("to", "", "ngày cuối kỳ báo cáo"),
		},
	}
	f.paper.subject, f.paper.title, f.paper.round, f.paper.half = f.why.subject, f.why.title, f.folder.round, f.firstHalf
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	if err := cmp.Or(f.misused(words[0]), strayFlag(fs, words[0])); err != nil {
		return err
	}
	return c.with(func(a *app.App) error { return c.exportAs(a, words[0], f) })
}

// misused refuses flags that do not go with what is written.
func (f exportFlags) misused(what string) error {
	report := what == "document" && *f.paper.kind == string(letters.WorkReport)
	switch {
	case *f.out == "" && *f.folder.compare == "":
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu nơi ghi. Hãy thêm -out ĐƯỜNG-DẪN.")
	case *f.year == 0 && what != "workbook" && what != "templates":
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	case *f.firstHalf && what != "plan-report" && !report:
		return tdkt.Errorf(tdkt.Usage, "-half chỉ dùng với export plan-report và báo cáo công tác: các tệp khác là của cả năm. Hãy bỏ -half.")
	case *f.paper.from+*f.paper.to != "" && !report:
		return tdkt.Errorf(tdkt.Usage, "-from và -to chỉ dùng với báo cáo công tác (-kind %s). Hãy bỏ hai cờ này.", letters.WorkReport)
	}
	return nil
}

// strayFlag refuses a flag that the export asked for does not know: left aside in silence, it
// would be taken for obeyed.
func strayFlag(fs *flag.FlagSet, what string) (err error) {
	takes := map[string][]string{
		"zip": {"submission"}, "draft": {"submission"}, "pdf": {"submission"}, "compare": {"submission"}, "date": {"submission"},
		"round": {"submission", "document", "software", "room-forms"}, "number": {"document"}, "period": {"forms"},
		"kind": {"document", "forms"}, "title": {"document", "why"}, "subject": {"document", "why", "forms"},
	}
	fs.Visit(func(f *flag.Flag) {
		if kinds, known := takes[f.Name]; known && !slices.Contains(kinds, what) && err == nil {
			err = tdkt.Errorf(tdkt.Usage, "-%s chỉ dùng với export %s. Hãy bỏ -%s.", f.Name, strings.Join(kinds, ", "), f.Name)
		}
	})
	return err
}

// exportAs writes what was asked for.
func (c *call) exportAs(a *app.App, what string, f exportFlags) error {
	year, out := *f.year, *f.out
	write, ok := map[string]func() error{
		"submission":  func() error { return c.submission(a, year, f.folder, out, *f.pack) },
		"workbook":    func() error { return c.wrote(out, imports.ExportWorkbook(c.ctx, a, out)) },
		"why":         func() error { return c.exportWhy(a, year, f.why, out) },
		"document":    func() error { return c.exportDocument(a, year, f.paper, out) },
		"templates":   func() error { return c.exportTemplates(a, out) },
		"software":    func() error { return c.exportSoftware(a, year, *f.folder.round, out) },
		"room-forms":  func() error { return c.exportRoomForms(a, year, *f.folder.round, out) },
		"forms":       func() error { return c.exportRatingForms(a, year, *f.paper.kind, *f.period, *f.why.subject, out) },
		"plan-report": func() error { return c.wrote(out, papers.ExportPlanReport(c.ctx, a, year, *f.firstHalf, out)) },
		"statistics":  func() error { return c.wrote(out, papers.ExportStatistics(c.ctx, a, year, out)) },
	}[what]
	switch {
	case ok:
		return write()
	case slices.Contains([]string{"pledges", "nominations", "results", "summary", "ballots"}, what):
		return c.wrote(out, papers.ExportForm(c.ctx, a, year, what, out))
	}
	return c.misuse(fmt.Errorf("không có export %s", what))
}

func (c *call) wrote(path string, err error) error {
	if err == nil {
		c.printf("Đã ghi: %s\n", path)
	}
	return err
}

func (c *call) verify() error {
	fs := c.flags("verify")
	head := fs.String("head", "", "mã nhật ký trên giấy")
	if err := fs.Parse(c.args); err != nil || fs.NArg() > 1 {
		return c.misuse(err)
	}
	path := c.db
	if fs.NArg() == 1 {
		path = fs.Arg(0)
	}
	if path == "" {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu tệp cần kiểm tra. Hãy thêm -db TỆP hoặc ghi tên tệp sau lệnh.")
	}
	seal, err := c.sealPhrase(path)
	if err != nil {
		return err
	}
	report, copies, err := boot.Verify(c.ctx, boot.Options{Path: path, Seal: seal, Home: boot.Home()}, *head)
	if err != nil {
		return err
	}
	if *head != "" {
		c.printf("Nhật ký khớp với mã trên giấy.\n")
	}
	c.printf("Tệp %s nguyên vẹn: cấu trúc, liên kết và nhật ký đều đúng.\n%s\n", path, boot.LastChange(report))
	if copies > 0 {
		c.printf("%d bản sao lưu của tệp đều nguyên vẹn.\n", copies)
	}
	return nil
}
