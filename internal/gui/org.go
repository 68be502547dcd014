package gui

import (
	"context"

	"tdkt/internal/app"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// orgForm asks for the department's name and the words its papers carry.
type orgForm struct {
	name, superior, issuer, place, symbol *kit.TextField
	authority, role, signer, preparer     *kit.TextField
}

func newOrgForm(o tdkt.Org) *orgForm {
	return &orgForm{
		name: kit.NewTextField(o.Name), superior: kit.NewTextField(o.Superior), issuer: kit.NewTextField(o.Issuer),
		place: kit.NewTextField(o.Place), symbol: kit.NewTextField(o.Symbol), authority: kit.NewTextField(o.Authority),
		role: kit.NewTextField(o.SignerRole), signer: kit.NewTextField(o.Signer), preparer: kit.NewTextField(o.Preparer),
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
	)
}

func (f *orgForm) org() tdkt.Org {
	return tdkt.Org{
		Name: f.name.Value(), Superior: f.superior.Value(), Issuer: f.issuer.Value(), Place: f.place.Value(), Symbol: f.symbol.Value(),
		Authority: f.authority.Value(), SignerRole: f.role.Value(), Signer: f.signer.Value(), Preparer: f.preparer.Value(),
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

// newFile asks where, then for the department, and starts an empty file.
func (p *Program) newFile() {
	p.ui.SaveFile(wordNewFile, p.suggest(fileName), fileKinds(), func(path string) {
		f := newOrgForm(tdkt.Org{})
		p.ui.ShowForm(kit.FormSpec{
			Title: wordNewFile, Form: f.form(), Yes: wordMake,
			Save: func() func() error {
				o := f.org()
				return func() error {
					return p.make(path, func(ctx context.Context, a *app.App) error { return a.SaveOrg(ctx, o) })
				}
			},
		})
	})
}
