package gui

import (
	"tdkt/internal/backup"
	"tdkt/internal/gui/kit"
)

const (
	wordPackage     = "Gói cho lãnh đạo…"
	wordPackageYes  = "Ghi gói"
	packageName     = "goi-lanh-dao" + backup.PackageEnd
	wordPackageFile = "Gói cho lãnh đạo"
	textPackaged    = "Đã ghi và kiểm tra gói, không có số CCCD: "
)

// makePackage writes a file that the director opens in this program and only reads,
// behind a passphrase where one is given.
func (p *Program) makePackage() {
	a := p.shell.desk.App
	kinds := []kit.FileKind{{Name: wordPackageFile, Patterns: []string{"*" + backup.PackageEnd}}}
	p.ui.SaveFile(wordPackage, packageName, kinds, func(to string) {
		p.askSecret(wordPackage, wordPackageYes, false, func(pass string) error { return p.opts.Copies.Package(p.ctx, a, to, pass) },
			func() { p.ui.Notice(textPackaged + to) })
	})
}
