package gui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

const (
	wordAccounts      = "Tài khoản…"
	wordAccountsTitle = "Tài khoản"
	wordBegin         = "Đặt tài khoản"
	wordLogIn         = "Đăng nhập"
	wordForgot        = "Quên mật khẩu…"
	wordForgotTitle   = "Đặt lại mật khẩu bằng mã giấy"
	wordLogin         = "Tên đăng nhập"
	wordSign          = "Mật khẩu"
	wordSignOld       = "Mật khẩu đang dùng"
	wordSignNew       = "Mật khẩu mới"
	wordFullName      = "Họ tên"
	wordAccess        = "Vai trò"
	wordMayDo         = "Được làm"
	wordPaper         = "Mã giấy"
	wordCopied        = "Đã chép ra giấy"
	wordAddAccount    = "Thêm…"
	wordEditAccount   = "Sửa"
	wordDropAccount   = "Bỏ"
	wordSignMine      = "Đổi mật khẩu của tôi…"
	wordEndAccounts   = "Tắt tài khoản…"
	wordEnd           = "Tắt"
	textLogIn         = "Sổ này có tài khoản."
	textLoginHint     = "Chữ, số và dấu . _ -, ví dụ: vanthu"
	textSignHint      = "Ít nhất 8 ký tự, nên là vài từ chỉ mình biết"
	textSignKept      = "Để trống: giữ mật khẩu cũ"
	textNameHint      = "Nhật ký ghi tên này ở mỗi việc đã làm"
	textPaperHint     = "25 chữ và số ghi trên giấy lúc đặt tài khoản"
	textBegin         = "Sổ chưa có tài khoản: ai có tệp đều mở và sửa được. Đặt tài khoản thì chương trình hỏi tên và mật khẩu khi mở, nhật ký ghi đúng người làm, lãnh đạo chỉ xem và ghi ý kiến.\n\nMật khẩu không mã hóa tệp: người có tệp và biết dùng công cụ khác vẫn đọc được số liệu, kể cả số CCCD. Muốn giữ kín cả tệp, hãy dùng thêm “Khóa cả tệp”; chỉ giữ kín một bản gửi đi thì dùng “Sao lưu có mật khẩu”.\n\nNgười ngồi máy này thành văn thư và giữ danh sách tài khoản. Tiếp tục?"
	textPaper         = "Mã giấy: %s\n\nHãy chép mã này ra giấy và cất ở nơi an toàn. Mã chỉ hiện một lần; khi quên mật khẩu, mã này đặt lại được mật khẩu của mọi tài khoản."
	textEndAccounts   = "Tắt tài khoản thì ai có tệp đều mở và sửa được như trước. Mọi tài khoản bị bỏ."
	textDropAccount   = "Bỏ tài khoản %s? Người này không mở được sổ nữa; những gì đã làm vẫn còn trong nhật ký."
	textPickAccount   = "Hãy chọn một tài khoản trong danh sách."
	textNoAccounts    = "Chưa có tài khoản nào."
	textEntered       = "Đã đăng nhập: %s, vai trò %s: %s."
	textReset         = "Đã đặt lại mật khẩu của %s."
)

// showPaper shows the code once.
func (p *Program) showPaper(code string) {
	if code != "" {
		p.ui.Confirm(wordPaper, fmt.Sprintf(textPaper, code), wordCopied, func() {})
	}
}

// accounts shows who may open the file, or offers to begin with it.
func (p *Program) accounts() {
	if len(p.shell.desk.View().Accounts) == 0 {
		p.ui.Confirm(wordAccountsTitle, textBegin, wordBegin, p.beginAccounts)
		return
	}
	p.showAccounts()
}

func (p *Program) beginAccounts() {
	login, name := kit.NewTextField(""), kit.NewTextField("")
	pass := kit.NewSecretField(nil)
	again := kit.NewSecretField(pass)
	code := ""
	p.ui.ShowForm(kit.FormSpec{
		Title: wordBegin,
		Form: kit.NewForm(
			kit.FormItem{Label: wordLogin, Field: login, Must: true, Hint: textLoginHint},
			kit.FormItem{Label: wordFullName, Field: name, Must: true, Hint: textNameHint},
			kit.FormItem{Label: wordSign, Field: pass, Must: true, Hint: textSignHint},
			kit.FormItem{Label: wordAgain, Field: again, Must: true},
		),
		Save: func() func() error {
			who, called, text := login.Text, name.Text, pass.Text
			return func() (err error) {
				code, err = p.shell.desk.App.BeginAccounts(p.ctx, who, called, text)
				return err
			}
		},
		Done: func() { p.showPaper(code) },
	})
}

// showAccounts lists the accounts. Who may not change them sees them and changes his own
// password.
func (p *Program) showAccounts() {
	a := p.shell.desk.App
	grid := kit.NewGrid(p.ui, func(x tdkt.Account) string { return string(x.ID) },
		kit.Column[tdkt.Account]{Title: wordLogin, Width: 140, Text: func(x tdkt.Account) string { return x.Login }},
		kit.Column[tdkt.Account]{Title: wordFullName, Width: 200, Text: func(x tdkt.Account) string { return x.Name }},
		kit.Column[tdkt.Account]{Title: wordAccess, Width: 90, Text: func(x tdkt.Account) string { return string(x.Role) }},
		kit.Column[tdkt.Account]{Title: wordMayDo, Width: 270, Text: func(x tdkt.Account) string { return x.Role.Does() }},
	)
	grid.Empty = textNoAccounts
	grid.SetRows(a.View().Logins())
	var open kit.Dialog
	again := func() {
		open.Close()
		p.accounts()
	}
	picked := func(do func(tdkt.Account)) func() {
		return func() {
			if x, ok := grid.Current(); ok {
				do(x)
				return
			}
			p.ui.Notice(textPickAccount)
		}
	}
	buttons := []fyne.CanvasObject{kit.NewButton(wordSignMine, p.myPassword)}
	if me := a.Actor(); me != nil && me.Role == tdkt.AccessClerk {
		buttons = append(buttons,
			kit.NewButton(wordAddAccount, func() { p.editAccount(tdkt.Account{Role: tdkt.AccessWriter}, again) }),
			kit.NewButton(wordEditAccount, picked(func(x tdkt.Account) { p.editAccount(x, again) })),
			kit.NewButton(wordDropAccount, picked(func(x tdkt.Account) {
				p.ui.ConfirmDanger(wordAccountsTitle, fmt.Sprintf(textDropAccount, x.Signature()), wordDropAccount, func() {
					p.shell.desk.Do(func(ctx context.Context) error { return a.RemoveAccount(ctx, x) }, again)
				})
			})),
			kit.NewButton(wordEndAccounts, func() {
				p.ui.ConfirmDanger(wordAccountsTitle, textEndAccounts, wordEnd, func() {
					p.shell.desk.Do(a.EndAccounts, open.Close)
				})
			}))
	}
	open = p.ui.Dialog(kit.DialogSpec{Title: wordAccountsTitle, Content: grid, Size: fyne.NewSize(760, 380), Extra: buttons})
}

// editAccount adds an account, or changes one.
func (p *Program) editAccount(x tdkt.Account, done func()) {
	login, name := kit.NewTextField(x.Login), kit.NewTextField(x.Name)
	var roles []string
	for _, r := range tdkt.Accesses() {
		roles = append(roles, string(r))
	}
	access := kit.NewSelect(roles, nil)
	access.SetSelected(string(x.Role))
	pass := kit.NewSecretField(nil)
	again := kit.NewSecretField(pass)
	hint := textSignHint
	if x.ID != "" {
		hint = textSignKept
	}
	p.ui.ShowForm(kit.FormSpec{
		Title: wordAccountsTitle, Done: done,
		Form: kit.NewForm(
			kit.FormItem{Label: wordLogin, Field: login, Must: true, Hint: textLoginHint},
			kit.FormItem{Label: wordFullName, Field: name, Must: true, Hint: textNameHint},
			kit.FormItem{Label: wordAccess, Field: access, Must: true},
			kit.FormItem{Label: wordSign, Field: pass, Must: x.ID == "", Hint: hint},
			kit.FormItem{Label: wordAgain, Field: again, Must: x.ID == ""},
		),
		Save: func() func() error {
			y, text := x, pass.Text
			y.Login, y.Name, y.Role = login.Text, name.Text, tdkt.Access(access.Selected)
			return func() error { return p.shell.desk.App.SaveAccount(p.ctx, y, text) }
		},
	})
}

// myPassword changes the password of who is logged in.
func (p *Program) myPassword() {
	old, pass := kit.NewSecretField(nil), kit.NewSecretField(nil)
	again := kit.NewSecretField(pass)
	p.ui.ShowForm(kit.FormSpec{
		Title: wordSignMine,
		Form: kit.NewForm(
			kit.FormItem{Label: wordSignOld, Field: old, Must: true},
			kit.FormItem{Label: wordSignNew, Field: pass, Must: true, Hint: textSignHint},
			kit.FormItem{Label: wordAgain, Field: again, Must: true},
		),
		Save: func() func() error {
			was, text := old.Text, pass.Text
			return func() error { return p.shell.desk.App.ChangePassword(p.ctx, was, text) }
		},
	})
}
