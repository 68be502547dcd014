package gui

import (
	"tdkt/internal/backup"
	"tdkt/internal/gui/kit"
)

const (
	wordSecondFolder = "Nơi sao lưu thứ hai…"
	textSecondFolder = "Từ nay bản sao lưu cũng được ghi sang: "
	wordDiagnose     = "Gói chẩn đoán…"
	diagnoseName     = "chan-doan.zip"
	textDiagnose     = "Đã ghi gói chẩn đoán, không có dữ liệu cá nhân: "
)

// chooseSecond asks for the folder, on a USB stick or another disk, that copies go to
// as well.
func (p *Program) chooseSecond() {
	path := p.shell.desk.App.Store.Path()
	p.ui.PickFolder(wordSecondFolder, func(folder string) {
		p.ui.Try(func() error { return backup.SetSecond(path, folder) }, func() { p.ui.Notice(textSecondFolder + folder) })
	})
}

// diagnose writes what an office can send when something went wrong.
func (p *Program) diagnose() {
	a := p.shell.desk.App
	kinds := []kit.FileKind{{Name: "ZIP", Patterns: []string{"*.zip"}}}
	p.ui.SaveFile(wordDiagnose, diagnoseName, kinds, func(path string) {
		p.ui.Try(func() error { return p.opts.Diagnose(p.ctx, a, path) }, func() { p.ui.Notice(textDiagnose + path) })
	})
}
