package gui

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"

	"tdkt/internal/backup"
	"tdkt/internal/gui/kit"
)

const (
	wordSealFile    = "Khóa cả tệp…"
	wordSealTitle   = "Khóa cả tệp bằng mật khẩu"
	wordSealSet     = "Đặt mật khẩu…"
	wordSealLock    = "Khóa tệp"
	wordSealChange  = "Đổi mật khẩu của tệp…"
	wordSealOff     = "Bỏ khóa: tệp trở lại như trước…"
	wordSealStay    = "Giữ nguyên"
	wordSealOffYes  = "Bỏ khóa"
	wordSealPhrase  = "Mật khẩu của tệp"
	wordSealOld     = "Mật khẩu đang dùng"
	wordForgotSeal  = "Quên mật khẩu của tệp…"
	wordSealing     = "Đang mã hóa tệp và các bản sao lưu…"
	wordUnsealing   = "Đang đưa tệp và các bản sao lưu trở lại dạng thường…"
	textSealPhrase  = "Tệp này được mã hóa; mật khẩu do người khóa tệp đặt."
	textSealPaper   = "25 chữ và số ghi trên giấy lúc khóa tệp"
	textSealBegin   = "Tệp và mọi bản sao lưu bên cạnh được mã hóa. Ai lấy được tệp (USB thất lạc, máy bị mất, người khác dùng chung máy) mà không có mật khẩu thì không đọc được gì, kể cả tên người. Mỗi lần mở phải nhập mật khẩu.\n\nĐổi lại: quên cả mật khẩu lẫn mã giấy thì không ai cứu được dữ liệu; mỗi lần ghi lâu hơn một chút vì cả tệp được ghi lại; tệp đến %d MB là nhiều nhất. Không giữ được: khi sổ đang mở, số liệu ở trong bộ nhớ của máy; tệp Excel, Word đã xuất và bản chép trước đây ở nơi khác không được mã hóa theo."
	textSealNow     = "Tệp đang được khóa bằng mật khẩu."
	textSealed      = "Đã khóa tệp và các bản sao lưu. Từ nay mở sổ phải nhập mật khẩu của tệp.\n\nMã giấy của tệp: %s\n\nHãy chép mã này ra giấy và cất ở nơi an toàn. Mã chỉ hiện một lần; quên mật khẩu thì chỉ mã này mở được tệp."
	textUnsealed    = "Đã bỏ khóa: tệp và các bản sao lưu bên cạnh không còn mã hóa."
	textSealReading = "Tệp đang mở chỉ để đọc nên không khóa hay bỏ khóa được. Hãy mở tệp để ghi rồi làm lại."
	textUnsealAsk   = "Bỏ khóa thì ai có tệp cũng đọc được, như trước khi khóa."
	wordSealCopies  = "Các bản sao lưu được khóa bằng mật khẩu"
)

// sealFile seals the open file at rest, or changes or ends that.
func (p *Program) sealFile() {
	if p.path == "" {
		p.ui.Inform(wordSealTitle, textSealReading)
		return
	}
	a := p.shell.desk.App
	if err := a.MaySeal(); err != nil {
		p.ui.ShowError(err)
		return
	}
	path, user := p.path, a.User
	if !atRest(path) {
		p.ui.Confirm(wordSealTitle, fmt.Sprintf(textSealBegin, backup.MostSealed>>20), wordSealSet, func() { p.beginSeal(path, user) })
		return
	}
	p.ui.Choice(wordSealTitle, textSealNow, []string{wordSealChange, wordSealOff, wordSealStay}, func(i int) {
		switch i {
		case 0:
			p.changeSeal(path, user)
		case 1:
			p.endSeal(path, user)
		}
	})
}

func (p *Program) beginSeal(path, user string) {
	phrase := ""
	p.askSecret(wordSealTitle, wordSealLock, true, func(pass string) error {
		phrase = pass
		return backup.TooWeak(pass)
	}, func() {
		p.withoutFile(path, wordSealing, func(ctx context.Context) (string, error) {
			return p.opts.Copies.SealFile(ctx, path, user, phrase)
		})
	})
}

func (p *Program) changeSeal(path, user string) {
	old, pass := kit.NewSecretField(nil), kit.NewSecretField(nil)
	again := kit.NewSecretField(pass)
	was, phrase := "", ""
	p.ui.ShowForm(kit.FormSpec{
		Title: wordSealTitle, Yes: wordSealLock,
		Form: kit.NewForm(
			kit.FormItem{Label: wordSealOld, Field: old, Must: true},
			kit.FormItem{Label: wordSignNew, Field: pass, Must: true, Hint: textSignHint},
			kit.FormItem{Label: wordAgain, Field: again, Must: true},
		),
		Save: func() func() error {
			was, phrase = old.Text, pass.Text
			return func() error { return backup.TooWeak(phrase) }
		},
		Done: func() {
			p.withoutFile(path, wordSealing, func(ctx context.Context) (string, error) {
				return p.opts.Copies.Reseal(ctx, path, user, was, "", phrase)
			})
		},
	})
}

func (p *Program) endSeal(path, user string) {
	pass := kit.NewSecretField(nil)
	phrase := ""
	p.ui.ShowForm(kit.FormSpec{
		Title: wordSealTitle, Yes: wordSealOffYes,
		Form: kit.NewForm(kit.FormItem{Label: wordSealPhrase, Field: pass, Must: true, Hint: textUnsealAsk}),
		Save: func() func() error {
			phrase = pass.Text
			return func() error { return nil }
		},
		Done: func() {
			p.withoutFile(path, wordUnsealing, func(ctx context.Context) (string, error) {
				return "", p.opts.Copies.UnsealFile(ctx, path, user, phrase)
			})
		},
	})
}

// forgotSeal gives a sealed file another passphrase upon the code on paper.
func (p *Program) forgotSeal(path string) {
	code, pass := kit.NewTextField(""), kit.NewSecretField(nil)
	again := kit.NewSecretField(pass)
	next := ""
	p.ui.ShowForm(kit.FormSpec{
		Title: wordForgotTitle,
		Form: kit.NewForm(
			kit.FormItem{Label: wordPaper, Field: code, Must: true, Hint: textSealPaper},
			kit.FormItem{Label: wordSignNew, Field: pass, Must: true, Hint: textSignHint},
			kit.FormItem{Label: wordAgain, Field: again, Must: true},
		),
		Save: func() func() error {
			paper, phrase := code.Text, pass.Text
			return func() (err error) {
				next, err = p.opts.Copies.Reseal(p.ctx, path, "", "", paper, phrase)
				return err
			}
		},
		Done: func() { p.showSealCode(path, next) },
	})
}

// withoutFile lets go of the file, does what cannot be done to an open one, and opens it
// again, whatever came of it.
func (p *Program) withoutFile(path, doing string, work func(ctx context.Context) (code string, err error)) {
	p.putAway()
	var code string
	var failed error
	p.ui.Busy(doing, func(context.Context, *kit.Progress) error {
		code, failed = work(p.ctx) // not to be stopped halfway
		return nil
	}, func() {
		switch {
		case failed != nil:
			p.open(path, false, nil)
			p.ui.ShowError(failed)
		case code == "":
			p.open(path, false, nil)
			p.ui.Notice(textUnsealed)
		default:
			p.showSealCode(path, code)
		}
	})
}

// showSealCode shows the code on paper once; then the file asks for its passphrase.
func (p *Program) showSealCode(path, code string) {
	p.ui.Confirm(wordPaper, fmt.Sprintf(textSealed, code), wordCopied, func() { p.open(path, false, nil) })
}

// putAway closes the file and shows the first screen.
func (p *Program) putAway() {
	p.closeFile()
	p.shell, p.ui.NoWriting, p.ui.Reading = nil, "", false
	p.ui.SetShortcuts(kit.Shortcuts{})
	p.ui.SetStatus("", "", "")
	p.Window.SetMainMenu(fyne.NewMainMenu())
	p.Window.SetTitle(wordProgram)
	p.welcome()
}

// unlockCopies asks for the passphrase of the copies of a file that was not opened yet.
func (p *Program) unlockCopies(path, copied string) {
	pass := kit.NewSecretField(nil)
	p.ui.ShowForm(kit.FormSpec{
		Title: filepath.Base(path), Yes: wordUnlock,
		Form: kit.NewForm(kit.FormItem{Label: wordSealPhrase, Field: pass, Must: true, Hint: wordSealCopies}),
		Save: func() func() error {
			text := pass.Text
			return func() error { return p.opts.Copies.Unlock(copied, text) }
		},
		Done: func() { p.chooseCopy(path) },
	})
}
