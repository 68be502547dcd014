package gui

import (
	"context"
	"strconv"

	"tdkt/internal/app"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// orgForm asks for the department's name and the words its papers carry.
type orgForm struct {
	name, superior, issuer, place, symbol *kit.TextField
	authority, role, signer, preparer     *kit.TextField
	mandate, keeper                       *kit.TextField
}

func newOrgForm(o tdkt.Org) *orgForm {
	return &orgForm{
		name: kit.NewTextField(o.Name), superior: kit.NewTextField(o.Superior), issuer: kit.NewTextField(o.Issuer),
		place: kit.NewTextField(o.Place), symbol: kit.NewTextField(o.Symbol), authority: kit.NewTextField(o.Authority),
		role: kit.NewTextField(o.SignerRole), signer: kit.NewTextField(o.Signer), preparer: kit.NewTextField(o.Preparer),
		mandate: kit.NewTextField(o.Mandate), keeper: kit.NewTextField(o.Keeper),
	}
}

func (f *orgForm) form() *kit.Form {
	return kit.NewForm(
		kit.FormItem{Label: "Tên cơ quan", Field: f.name, Must: true, Hint: "Ví dụ: Sở Nội vụ tỉnh Tây Ninh"},
		kit.FormItem{Label: "Cơ quan cấp trên", Field: f.superior, Hint: "Ví dụ: UBND TỈNH TÂY NINH"},
		kit.FormItem{Label: "Tên trên văn bản", Field: f.issuer, Hint: "Ví dụ: SỞ NỘI VỤ"},
		kit.FormItem{Label: "Địa danh", Field: f.place},
		kit.FormItem{Label: "Ký hiệu văn bản", Field: f.symbol, Hint: "Ví dụ: SNV, trong “Số: …/TTr-SNV”"},
		kit.FormItem{Label: "Quyền hạn ký", Field: f.authority, Hint: "Ví dụ: KT. GIÁM ĐỐC"},
		kit.FormItem{Label: "Chức vụ người ký", Field: f.role, Hint: "Ví dụ: PHÓ GIÁM ĐỐC"},
		kit.FormItem{Label: "Người ký", Field: f.signer},
		kit.FormItem{Label: "Người lập biểu", Field: f.preparer},
		kit.FormItem{Label: "Bộ phận lưu", Field: f.keeper, Hint: "Ví dụ: CCHC, trong “Lưu: VT, CCHC.” ở nơi nhận"},
		kit.FormItem{Label: "Văn bản về chức năng, nhiệm vụ", Field: f.mandate, Hint: "Căn cứ trong quyết định: Quyết định số … ngày … của … quy định chức năng, nhiệm vụ … của Sở"},
	)
}

func (f *orgForm) org() tdkt.Org {
	return tdkt.Org{
		Name: f.name.Value(), Superior: f.superior.Value(), Issuer: f.issuer.Value(), Place: f.place.Value(), Symbol: f.symbol.Value(),
		Authority: f.authority.Value(), SignerRole: f.role.Value(), Signer: f.signer.Value(), Preparer: f.preparer.Value(),
		Mandate: f.mandate.Value(), Keeper: f.keeper.Value(),
	}
}

// editOrg changes the department's words of the open file.
func (p *Program) editOrg() {
	a := p.shell.desk.App
	f := newOrgForm(a.View().Org)
	p.ui.ShowForm(kit.FormSpec{
		Title: wordOrg, Form: f.form(),
		Save: func() func() error {
			o := f.org()
			return func() error { return a.SaveOrg(p.ctx, o) }
		},
	})
}

// newFile asks where, then who the office is and which year it works on, and begins the
// first hour.
func (p *Program) newFile() {
	p.ui.SaveFile(wordNewFile, p.suggest(fileName), fileKinds(), func(path string) {
		q := newQuestions(p.opts.Now().Year())
		p.ui.ShowForm(kit.FormSpec{
			Title: wordNewFile, Form: q.form(), Yes: wordMake,
			Save: func() func() error {
				o := tdkt.Org{Name: q.name.Value(), Superior: q.superior.Value()}
				return func() error {
					return p.make(path, func(ctx context.Context, a *app.App) error { return a.SaveOrg(ctx, o) })
				}
			},
			Done: func() { p.begin(q.year.Selected) },
		})
	})
}

// questions are what a first start asks.
type questions struct {
	name, superior *kit.TextField
	year           *kit.Select
}

func newQuestions(now int) *questions {
	q := &questions{name: kit.NewTextField(""), superior: kit.NewTextField("")}
	var years []string
	for y := now + 1; y >= now-5; y-- {
		years = append(years, strconv.Itoa(y))
	}
	q.year = kit.NewSelect(years, nil)
	q.year.Choose(strconv.Itoa(now))
	return q
}

func (q *questions) form() *kit.Form {
	return kit.NewForm(
		kit.FormItem{Label: "Tên cơ quan", Field: q.name, Must: true, Hint: "Ví dụ: Sở Nội vụ tỉnh Tây Ninh"},
		kit.FormItem{Label: "Cơ quan cấp trên", Field: q.superior, Hint: "Ví dụ: UBND TỈNH TÂY NINH. Người ký, ký hiệu ghi sau."},
		kit.FormItem{Label: "Năm làm việc", Field: q.year},
	)
}

// begin turns to the year of work, where the first hour waits.
func (p *Program) begin(year string) {
	p.shell.year.SetSelected(year)
	p.shell.keepBegun(begun{})
	p.shell.refresh()
}
