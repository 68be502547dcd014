package cli

import (
	"errors"
	"flag"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/bloc"
	"tdkt/internal/boot"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

const blocUse = "khoi list|rank -year NĂM [-name KHỐI] | khoi add -year NĂM -name KHỐI [-from NĂM-TRƯỚC] | khoi members -year NĂM [-add TÊN;TÊN] [-head TÊN] [-deputy TÊN] | " +
	"khoi criteria -year NĂM [-in KHUNG.toml] | khoi mark -year NĂM [-member TÊN] -criterion SỐ [-plan SỐ] [-result SỐ] [-level MỨC] [-self SỐ] [-checked SỐ] [-evidence LỜI] | " +
	"khoi accept -year NĂM | khoi extra -year NĂM [-member TÊN] -reason KHÓA [-minus] [-count SỐ] | khoi import PHIẾU.xlsx… -year NĂM [-take-checked] [-dry-run] | " +
	"khoi export -year NĂM -kind phieu|phieu-trong|xep-hang|khung|giao-uoc-khoi|bien-ban-khoi|bao-cao-khoi|to-trinh-khoi -out TỆP"

// blocFlags are what the words of the command may take.
type blocFlags struct {
	year, from                           *int
	name, add, head, deputy, member, in  *string
	criterion, plan, result, level, self *string
	checked, evidence, reason, kind, out *string
	minus, take, dry                     *bool
	count                                *int
}

func readBlocFlags(fs *flag.FlagSet) blocFlags {
	text := func(name, use string) *string { return fs.String(name, "", use) }
	return blocFlags{
		year: yearFlag(fs), from: fs.Int("from", 0, "năm của khối để chép"), name: text("name", "tên khối"), add: text("add", "tên các thành viên thêm, cách nhau bằng ;"),
		head: text("head", "thành viên là trưởng khối"), deputy: text("deputy", "thành viên là phó trưởng khối"), member: text("member", "tên thành viên"),
		in: text("in", "tệp khung chấm điểm"), criterion: text("criterion", "số mục của tiêu chí"), plan: text("plan", "chỉ tiêu giao"), result: text("result", "kết quả"),
		level: text("level", "mức"), self: text("self", "điểm tự chấm"), checked: text("checked", "điểm khối thẩm định"), evidence: text("evidence", "minh chứng"),
		reason: text("reason", "khóa của lý do"), kind: text("kind", "loại tệp"), out: text("out", "tệp nhận"),
		minus: fs.Bool("minus", false, "điểm trừ"), take: fs.Bool("take-checked", false, "nhận cả điểm khối thẩm định"), dry: fs.Bool("dry-run", false, "chỉ xem trước"),
		count: fs.Int("count", 1, "số lần, số ngày"),
	}
}

// bloc is the command khoi.
func (c *call) bloc() error {
	fs := c.flags("khoi")
	f := readBlocFlags(fs)
	const many = 1000
	words, err := c.someWords(fs, many)
	if err != nil {
		return err
	}
	switch {
	case len(words) == 0 || len(words) > 1 && words[0] != "import":
		return c.misuse(errors.New("thiếu list, add, members, criteria, mark, accept, extra, rank, import hoặc export"))
	case *f.year == 0:
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	reads := slices.Contains([]string{"list", "rank", "export"}, words[0]) || *f.dry ||
		words[0] == "members" && *f.add+*f.head+*f.deputy == "" || words[0] == "criteria" && *f.in == ""
	return c.on(boot.Options{Read: reads}, func(a *app.App) error {
		switch words[0] {
		case "list":
			return c.blocList(a.View(), *f.year)
		case "add":
			return c.blocAdd(a, f)
		}
		b, err := a.View().FindBloc(*f.year, *f.name)
		if err != nil {
			return err
		}
		do, ok := map[string]func(*app.App, tdkt.Bloc, blocFlags) error{
			"members": c.blocMembers, "criteria": c.blocCriteria, "mark": c.blocMark, "accept": c.blocAccept, "extra": c.blocExtra, "rank": c.blocRank,
			"export": c.blocExport,
			"import": func(a *app.App, b tdkt.Bloc, f blocFlags) error { return c.blocImport(a, b, f, words[1:]) },
		}[words[0]]
		if !ok {
			return c.misuse(errors.New("không có khoi " + words[0]))
		}
		return do(a, b, f)
	})
}

func (c *call) blocList(v *view.View, year int) error {
	list := v.BlocsOf(year)
	if len(list) == 0 {
		return tdkt.Errorf(tdkt.NotFound, "Năm %d chưa có khối thi đua nào. Hãy tạo khối trước.", year)
	}
	for _, b := range list {
		members, criteria := len(v.BlocMembersOf(b)), len(v.BlocCriteriaOf(b))
		own, _ := v.FindBlocMember(b, "")
		if c.json {
			c.line(map[string]any{"year": b.Year, "name": b.Name, "members": members, "criteria": criteria, "role": own.Role})
			continue
		}
		c.printf("%s: %d thành viên, %d tiêu chí; cơ quan mình là %s\n", b.Name, members, criteria, own.Role)
	}
	return nil
}

func (c *call) blocAdd(a *app.App, f blocFlags) error {
	var b tdkt.Bloc
	var err error
	if *f.from != 0 {
		old, failed := a.View().FindBloc(*f.from, *f.name)
		if failed != nil {
			return failed
		}
		b, err = a.CopyBloc(c.ctx, old, *f.year)
	} else {
		b, err = a.SaveBloc(c.ctx, tdkt.Bloc{Year: *f.year, Name: *f.name})
	}
	if err == nil {
		c.printf("Đã tạo khối thi đua năm %d: %s\n", b.Year, b.Name)
	}
	return err
}

func (c *call) blocMembers(a *app.App, b tdkt.Bloc, f blocFlags) error {
	if *f.add != "" {
		var list []tdkt.BlocMember
		for name := range strings.SplitSeq(*f.add, ";") {
			list = append(list, tdkt.BlocMember{Name: name})
		}
		if err := a.SaveBlocMembers(c.ctx, b, list...); err != nil {
			return err
		}
	}
	for _, r := range []struct {
		name *string
		role tdkt.BlocRole
	}{{f.head, tdkt.BlocHead}, {f.deputy, tdkt.BlocDeputy}} {
		if *r.name == "" {
			continue
		}
		m, err := a.View().FindBlocMember(b, *r.name)
		if err != nil {
			return err
		}
		m.Role = r.role
		if err := a.SaveBlocMembers(c.ctx, b, m); err != nil {
			return err
		}
	}
	for _, m := range a.View().BlocMembersOf(b) {
		if c.json {
			c.line(m)
			continue
		}
		c.printf("%s (%s)\n", m.Name, m.Role)
	}
	return nil
}

func (c *call) blocCriteria(a *app.App, b tdkt.Bloc, f blocFlags) error {
	if *f.in != "" {
		n, err := a.TakeBlocRules(c.ctx, b, *f.in)
		if err != nil {
			return err
		}
		c.printf("Đã nhận khung chấm điểm, %d tiêu chí.\n", n)
		return nil
	}
	for _, x := range a.View().BlocCriteriaOf(b) {
		if c.json {
			c.line(x)
			continue
		}
		c.printf("%s\t%s\t%s\t%s\n", x.Number, x.Text, x.Kind, bloc.Points(int64(x.Standard)))
	}
	return nil
}

func (c *call) blocMark(a *app.App, b tdkt.Bloc, f blocFlags) error {
	v := a.View()
	m, err := v.FindBlocMember(b, *f.member)
	if err != nil {
		return err
	}
	criteria := v.BlocCriteriaOf(b)
	at := slices.IndexFunc(criteria, func(x tdkt.BlocCriterion) bool { return x.Number == *f.criterion })
	if at < 0 {
		return tdkt.Errorf(tdkt.NotFound, "Khối “%s” không có tiêu chí số “%s”. Hãy xem bằng lệnh khoi criteria.", b.Name, *f.criterion)
	}
	mark := tdkt.BlocMark{Criterion: criteria[at].ID}
	for _, x := range v.BlocMarksOf(m) {
		if x.Criterion == mark.Criterion {
			mark = x
		}
	}
	for _, n := range []struct {
		text *string
		into *tdkt.Quantity
	}{{f.plan, &mark.Plan}, {f.result, &mark.Result}, {f.self, &mark.Self}, {f.checked, &mark.Checked}} {
		q, err := tdkt.ParseQuantity(*n.text)
		if err != nil {
			return err
		}
		if q.Known {
			*n.into = q
		}
	}
	if *f.level != "" {
		mark.Level = *f.level
	}
	if *f.evidence != "" {
		mark.Evidence = *f.evidence
	}
	if err := a.SaveBlocMarks(c.ctx, b, m, mark); err != nil {
		return err
	}
	c.printf("Đã ghi điểm của %s: %s %s\n", m.Name, criteria[at].Number, criteria[at].Text)
	return nil
}

func (c *call) blocAccept(a *app.App, b tdkt.Bloc, _ blocFlags) error {
	n, err := a.AcceptBlocMarks(c.ctx, b, a.View().BlocMembersOf(b)...)
	if err == nil {
		c.printf("Khối nhận %d điểm tự chấm.\n", n)
	}
	return err
}

func (c *call) blocExtra(a *app.App, b tdkt.Bloc, f blocFlags) error {
	m, err := a.View().FindBlocMember(b, *f.member)
	if err != nil {
		return err
	}
	if *f.reason == "" {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu lý do. Hãy thêm -reason KHÓA, ví dụ sang-tao.")
	}
	if err := a.SaveBlocExtras(c.ctx, b, m, tdkt.BlocExtra{Key: *f.reason, Minus: *f.minus, Count: *f.count}); err != nil {
		return err
	}
	c.printf("Đã ghi cho %s.\n", m.Name)
	return nil
}

// blocRankLine is a member as -json prints it.
type blocRankLine struct {
	Rank      int      `json:"rank,omitzero"`
	Name      string   `json:"name"`
	Self      string   `json:"self,omitzero"`
	Base      string   `json:"base"`
	Over      string   `json:"over"`
	Bonus     string   `json:"bonus"`
	Minus     string   `json:"minus"`
	Total     string   `json:"total,omitzero"`
	Missing   int      `json:"missing"`
	Unchecked int      `json:"unchecked"`
	Proposed  string   `json:"proposed,omitzero"`
	Why       []string `json:"why"`
}

func (c *call) blocRank(a *app.App, b tdkt.Bloc, _ blocFlags) error {
	k, err := a.View().BlocRanking(b)
	if err != nil {
		return err
	}
	proposals := k.Proposals()
	for _, r := range k.Results {
		p := proposals[r.Member.ID]
		if c.json {
			c.line(blocRankLine{
				r.Rank, r.Member.Name, r.SelfTotal.String(), bloc.Points(r.Base), bloc.Points(r.Over), bloc.Points(r.Bonus), bloc.Points(r.Minus),
				r.Total.String(), r.Missing, r.Unchecked, p.Award.Name, append(r.Why, p.Why),
			})
			continue
		}
		rank := "chưa xếp hạng"
		if r.Rank > 0 {
			rank = "hạng " + bloc.Points(int64(r.Rank)*100)
		}
		c.printf("%s: %s, %s", rank, r.Member.Name, bloc.Points(r.SoFar))
		if p.Has {
			c.printf("; %s", p.Award.Name)
		}
		c.printf("\n")
		for _, w := range r.Why {
			c.printf("  %s\n", w)
		}
	}
	for _, n := range k.Notes {
		c.errorf("%s\n", n)
	}
	return nil
}

func (c *call) blocImport(a *app.App, b tdkt.Bloc, f blocFlags, paths []string) error {
	if len(paths) == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu phiếu nào. Hãy thêm tên tệp sau khoi import.")
	}
	list := imports.PreviewBlocSheets(c.ctx, a, b, *f.take, paths)
	for _, r := range list {
		if r.Problem != nil {
			return r.Problem
		}
		c.printf("%s: %d dòng thay đổi, %d như cũ, %d ô cần sửa\n", r.Name, len(r.Changed), r.Same, len(r.Refused))
		c.problems(r.Refused)
	}
	if *f.dry {
		c.printf("Xem trước, chưa ghi gì.\n")
		return nil
	}
	n, err := imports.TakeBlocSheets(c.ctx, a, b, list)
	if err == nil {
		c.printf("Đã ghi %d dòng.\n", n)
	}
	return err
}

func (c *call) blocExport(a *app.App, b tdkt.Bloc, f blocFlags) error {
	out := *f.out
	if out == "" {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu nơi ghi. Hãy thêm -out ĐƯỜNG-DẪN.")
	}
	members := a.View().BlocMembersOf(b)
	if *f.member != "" {
		m, err := a.View().FindBlocMember(b, *f.member)
		if err != nil {
			return err
		}
		members = []tdkt.BlocMember{m}
	}
	switch *f.kind {
	case "phieu", "phieu-trong":
		return c.wrote(out, imports.WriteBlocBook(c.ctx, a, b, members, *f.kind == "phieu", out))
	case "xep-hang":
		return c.wrote(out, imports.ExportBlocRanking(c.ctx, a, b, out))
	case "khung":
		return c.wrote(out, papers.ShareBlocRules(a, b, out))
	}
	if !letters.Kind(*f.kind).OfBloc() {
		return tdkt.Errorf(tdkt.Usage, "-kind “%s” lạ. Hãy dùng phieu, phieu-trong, xep-hang, khung, giao-uoc-khoi, bien-ban-khoi, bao-cao-khoi hoặc to-trinh-khoi.", *f.kind)
	}
	return c.wrote(out, papers.ExportBlocPaper(c.ctx, a, b, letters.Kind(*f.kind), out))
}
