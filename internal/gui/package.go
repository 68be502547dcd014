package gui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

const (
	wordPackage     = "Gói cho lãnh đạo…"
	wordPackageYes  = "Ghi gói"
	packageName     = "goi-lanh-dao-%s" + backup.PackageEnd // of a day, so that the one before stays beside it
	wordPackageFile = "Gói cho lãnh đạo"
	textPackaged    = "Đã ghi và kiểm tra gói, không có số CCCD: "

	wordTakeOpinions    = "Nhận ý kiến từ gói…"
	wordTake            = "Nhận ý kiến"
	wordReadingOpinions = "Đang đọc gói…"
	textOpinions        = "Gói “%s” có %d ý kiến mới:\n%s"
	textNoOpinions      = "Gói “%s” không có ý kiến mới: dữ liệu giữ nguyên."
	textTaken           = "Đã nhận %d ý kiến từ gói “%s”."
)

// makePackage writes a file that the director opens in this program and only reads,
// behind a passphrase where one is given.
func (p *Program) makePackage() {
	a := p.shell.desk.App
	kinds := []kit.FileKind{{Name: wordPackageFile, Patterns: []string{"*" + backup.PackageEnd}}}
	name := fmt.Sprintf(packageName, a.Now().Format(time.DateOnly))
	p.ui.SaveFile(wordPackage, name, kinds, func(to string) {
		p.askSecret(wordPackage, wordPackageYes, false, func(pass string) error { return p.opts.Copies.Package(p.ctx, a, to, pass) },
			func() { p.ui.Notice(textPackaged + to) })
	})
}

// takeOpinions reads the package that a leader sent back, shows what he wrote in it, and
// writes that in one step.
func (p *Program) takeOpinions() {
	kinds := []kit.FileKind{{Name: wordPackageFile, Patterns: []string{"*" + backup.PackageEnd}}}
	p.ui.OpenFile(wordTakeOpinions, kinds, func(path string) {
		p.unlock(path, func(pass string) {
			var plan *app.OpinionPlan
			p.ui.Busy(wordReadingOpinions, func(ctx context.Context, _ *kit.Progress) (err error) {
				plan, err = p.shell.desk.App.PreviewOpinions(ctx, path, pass)
				return err
			}, func() { p.showOpinions(filepath.Base(path), plan) })
		})
	})
}

func (p *Program) showOpinions(name string, plan *app.OpinionPlan) {
	d := p.shell.desk
	if len(plan.New) == 0 {
		p.ui.Noticef(textNoOpinions, name)
		return
	}
	lines := make([]string, len(plan.New))
	for i, o := range plan.New {
		lines[i] = "• " + d.View().OpinionAbout(o) + ": " + o.Words()
	}
	p.ui.Confirm(wordTakeOpinions, fmt.Sprintf(textOpinions, name, len(lines), strings.Join(lines, "\n")), wordTake, func() {
		d.Do(func(ctx context.Context) error { return d.App.TakeOpinions(ctx, plan) }, func() {
			d.Open(desk.Place{Tab: desk.TabReports, Page: desk.PageOpinions, Year: plan.New[0].Year, Key: plan.New[0].ID})
			p.ui.Noticef(textTaken, len(plan.New), name)
		})
	})
}
