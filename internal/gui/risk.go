package gui

import (
	"context"
	"path/filepath"
	"slices"

	"tdkt/internal/backup"
	"tdkt/internal/gui/kit"
)

const (
	wordRisk     = "Nơi để tệp có rủi ro"
	wordRiskCopy = "Chép về máy này và làm việc ở bản chép (nên chọn)"
	wordRiskHere = "Vẫn mở ở chỗ này, lần sau không hỏi nữa"
	wordRiskNot  = "Không mở"
	wordTaking   = "Đang chép và kiểm tra…"
	textHome     = "Đã chép sang %s. Từ nay làm việc ở bản chép; tệp cũ vẫn nằm nguyên chỗ cũ."

	risksTaken = "risks-taken" // preference: files that are opened in spite of where they lie
)

// risky asks what to do with a file in a folder of the network or one that another program
// copies elsewhere; true when the question is asked, and the answer opens the file. A place
// once accepted is not asked about again.
func (p *Program) risky(path string) bool {
	risk := backup.Risk(path)
	accepted := p.fyne.Preferences().StringList(risksTaken)
	if risk == "" || p.opts.Copies == nil || slices.Contains(accepted, path) {
		return false
	}
	p.ui.Choice(wordRisk, path+"\n"+risk, []string{wordRiskCopy, wordRiskHere, wordRiskNot}, func(i int) {
		switch i {
		case 0:
			p.takeHome(path)
		case 1:
			p.fyne.Preferences().SetStringList(risksTaken, append(accepted, path))
			p.openHere(path, false, nil)
		}
	})
	return true
}

// takeHome asks where to, copies the file there, proves the copy and opens it.
func (p *Program) takeHome(path string) {
	p.ui.SaveFile(wordRiskCopy, p.suggest(filepath.Base(path)), fileKinds(), func(to string) {
		if filepath.Ext(to) == "" {
			to += filepath.Ext(path)
		}
		p.ui.Busy(wordTaking, func(ctx context.Context, _ *kit.Progress) error {
			return p.opts.Copies.Take(ctx, path, to)
		}, func() {
			p.open(to, false, nil)
			p.ui.Noticef(textHome, to)
		})
	})
}
