package gui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Copies is what the window does with copies of a data file.
type Copies interface {
	List(ctx context.Context, path string) ([]backup.Found, error)
	Compare(ctx context.Context, path, from, passphrase string) ([]string, error)
	Restore(ctx context.Context, path, from, passphrase string) (kept string, err error)
	Seal(ctx context.Context, a *app.App, to, passphrase string) error
	Package(ctx context.Context, a *app.App, to, passphrase string) error
	Take(ctx context.Context, from, to string) error
	// SealFile seals a file at rest that is not open, UnsealFile puts it in the clear, Reseal
	// gives it another passphrase upon the old one or the code on paper.
	SealFile(ctx context.Context, path, user, passphrase string) (code string, err error)
	UnsealFile(ctx context.Context, path, user, passphrase string) error
	Reseal(ctx context.Context, path, user, old, paper, passphrase string) (code string, err error)
	// Locked says whether a sealed file was not opened yet; Unlock opens it for what reads it.
	Locked(path string) bool
	Unlock(path, passphrase string) error
	Damaged(err error) bool
}

const (
	wordRestore      = "Khôi phục từ bản sao…"
	wordRestoreYes   = "Khôi phục"
	wordSeeRestore   = "Xem sẽ đổi gì…"
	wordOtherCopy    = "Chọn tệp khác…"
	wordSeal         = "Sao lưu có mật khẩu…"
	wordSealYes      = "Sao lưu"
	sealedName       = "sao-luu.sotd-khoa"
	wordSealed       = "Bản sao có mật khẩu"
	wordPhrase       = "Mật khẩu"
	wordUnlock       = "Mở khóa"
	wordAgain        = "Nhập lại mật khẩu"
	wordCopyAt       = "Ngày giờ"
	wordCopyWhere    = "Nơi lưu"
	wordCopyState    = "Tình trạng"
	wordBeside       = "Thư mục “Sao lưu”"
	wordSecondPlace  = "Nơi sao lưu thứ hai"
	wordWhole        = "Nguyên vẹn, đã kiểm tra"
	wordCheckCopies  = "Đang kiểm tra từng bản sao lưu"
	wordCompareCopy  = "Đang so sánh bản sao với tệp hiện tại"
	textNoCopies     = "Chưa có bản sao lưu nào bên cạnh tệp này. Nếu có bản ở nơi khác, hãy bấm “Chọn tệp khác…”."
	textPickCopy     = "Hãy chọn một bản sao trong danh sách rồi bấm lại."
	textRestoreAsk   = "Bản sao “%s” sẽ thay tệp đang dùng. Khác nhau (hiện nay, rồi sau khi khôi phục):\n%s\nTệp hiện tại được chép vào thư mục “Sao lưu” trước; việc khôi phục được ghi vào nhật ký."
	textRestored     = "Đã khôi phục. Tệp trước đó được giữ tại: "
	textRestoredNew  = "Đã khôi phục."
	textRestoreRead  = "Tệp đang mở chỉ để đọc nên không khôi phục được. Hãy mở tệp để ghi rồi làm lại."
	textSealedHere   = "Tệp này được khóa bằng mật khẩu đã đặt khi sao lưu."
	textPhraseHint   = "Ít nhất 8 ký tự. Quên mật khẩu thì không ai mở được bản này."
	textSealedAt     = "Đã ghi và mở thử bản sao có mật khẩu: "
	textDamagedOffer = "%s\n\nBấm “%s” để xem các bản sao và chọn bản đưa về."
)

// restore lists the copies of the open file.
func (p *Program) restore() {
	if p.path == "" {
		p.ui.Inform(wordRestore, textRestoreRead)
		return
	}
	p.chooseCopy(p.path)
}

// chooseCopy reads every copy of a file and shows them with what is known of each.
func (p *Program) chooseCopy(path string) {
	var list []backup.Found
	p.ui.Busy(wordCheckCopies, func(ctx context.Context, _ *kit.Progress) (err error) {
		list, err = p.opts.Copies.List(ctx, path)
		return err
	}, func() {
		for _, c := range list {
			if errors.Is(c.Fault, backup.ErrLocked) {
				p.unlockCopies(path, c.Path())
				return
			}
		}
		p.showCopies(path, list)
	})
}

func (p *Program) showCopies(path string, list []backup.Found) {
	grid := kit.NewGrid(p.ui, backup.Found.Path,
		kit.Column[backup.Found]{Title: wordCopyAt, Width: 140, Text: func(c backup.Found) string { return c.At.Format("02/01/2006 15:04") }},
		kit.Column[backup.Found]{Title: wordCopyWhere, Width: 170, Text: placeOfCopy},
		kit.Column[backup.Found]{Title: wordCopyState, Width: 480, Text: stateOfCopy},
	)
	grid.Empty = textNoCopies
	grid.SetRows(list)
	var open kit.Dialog
	other := kit.NewButton(wordOtherCopy, func() {
		kinds := []kit.FileKind{{Name: wordProgram, Patterns: []string{"*.sotd", "*.sotd-khoa"}}}
		p.ui.OpenFile(wordOtherCopy, kinds, func(from string) {
			open.Close()
			p.unlock(from, func(pass string) { p.askRestore(path, from, pass) })
		})
	})
	open = p.ui.Dialog(kit.DialogSpec{
		Title: wordRestore, Content: grid, Size: fyne.NewSize(860, 420), Yes: wordSeeRestore, Extra: []fyne.CanvasObject{other},
		OnYes: func() bool {
			c, ok := grid.Current()
			if !ok {
				p.ui.Notice(textPickCopy)
				return false
			}
			if c.Fault != nil {
				p.ui.ShowError(c.Fault)
				return false
			}
			open.Close()
			p.askRestore(path, c.Path(), "")
			return true
		},
	})
}

func placeOfCopy(c backup.Found) string {
	if c.Second {
		return wordSecondPlace
	}
	return wordBeside
}

func stateOfCopy(c backup.Found) string {
	if c.Fault == nil {
		return wordWhole
	}
	return tdkt.Sentence(c.Fault, nil)
}

// unlock asks for the passphrase of a sealed file; any other goes on without.
func (p *Program) unlock(path string, then func(passphrase string)) {
	if !backup.IsSealed(path) {
		then("")
		return
	}
	pass := kit.NewSecretField(nil)
	p.ui.ShowForm(kit.FormSpec{
		Title: filepath.Base(path), Yes: wordUnlock,
		Form: kit.NewForm(kit.FormItem{Label: wordPhrase, Field: pass, Must: true, Hint: textSealedHere}),
		Save: func() func() error { return func() error { return nil } },
		Done: func() { then(pass.Text) },
	})
}

// askRestore says what would change and, on consent, puts the copy in the file's place.
func (p *Program) askRestore(path, from, pass string) {
	var lines []string
	p.ui.Busy(wordCompareCopy, func(ctx context.Context, _ *kit.Progress) (err error) {
		lines, err = p.opts.Copies.Compare(ctx, path, from, pass)
		return err
	}, func() {
		text := fmt.Sprintf(textRestoreAsk, filepath.Base(from), "• "+strings.Join(lines, "\n• "))
		p.ui.ConfirmDanger(wordRestore, text, wordRestoreYes, func() { p.restoreFrom(path, from, pass) })
	})
}

// restoreFrom lets go of the file, restores it and opens it again, restored or not.
func (p *Program) restoreFrom(path, from, pass string) {
	p.closeFile()
	p.ui.Do(func() func() {
		kept, err := p.opts.Copies.Restore(p.ctx, path, from, pass)
		return func() {
			p.open(path, false, nil)
			p.ui.Do(func() func() { return func() { p.sayRestored(kept, err) } }) // after what opening says
		}
	})
}

func (p *Program) sayRestored(kept string, err error) {
	switch {
	case err != nil:
		p.ui.ShowError(err)
	case kept == "":
		p.ui.Notice(textRestoredNew)
	default:
		p.ui.Notice(textRestored + kept)
	}
}

// seal asks for a passphrase, twice, and writes a copy that opens with it alone.
func (p *Program) seal() {
	a := p.shell.desk.App
	kinds := []kit.FileKind{{Name: wordSealed, Patterns: []string{"*.sotd-khoa"}}}
	p.ui.SaveFile(wordSeal, sealedName, kinds, func(to string) {
		p.askSecret(wordSeal, wordSealYes, true, func(pass string) error { return p.opts.Copies.Seal(p.ctx, a, to, pass) },
			func() { p.ui.Notice(textSealedAt + to) })
	})
}

// askSecret asks for a new passphrase, twice; must says whether there has to be one.
func (p *Program) askSecret(title, yes string, must bool, work func(pass string) error, done func()) {
	pass := kit.NewSecretField(nil)
	again := kit.NewSecretField(pass)
	p.ui.ShowForm(kit.FormSpec{
		Title: title, Yes: yes, Done: done,
		Form: kit.NewForm(
			kit.FormItem{Label: wordPhrase, Field: pass, Must: must, Hint: textPhraseHint},
			kit.FormItem{Label: wordAgain, Field: again, Must: must},
		),
		Save: func() func() error {
			text := pass.Text
			return func() error { return work(text) }
		},
	})
}
