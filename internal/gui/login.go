package gui

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"tdkt/internal/backup"
	"tdkt/internal/gui/kit"
)

// LogIn is what somebody typed to open a file that is sealed or has accounts.
type LogIn struct {
	Seal            string // the passphrase of the whole file
	Login, Password string
	Code            string // from the paper: Password is a new one
}

// atRest says whether a data file is sealed wherever it lies.
func atRest(path string) bool {
	_, _, sealed := backup.IsVault(path)
	return sealed
}

// logIn asks who opens a file, and for its passphrase where it is sealed, and opens it.
func (p *Program) logIn(path string, read bool) {
	_, accounts, sealed := backup.IsVault(path)
	seal, login, pass := kit.NewSecretField(nil), kit.NewTextField(""), kit.NewSecretField(nil)
	var items []kit.FormItem
	if sealed {
		items = append(items, kit.FormItem{Label: wordSealPhrase, Field: seal, Must: true, Hint: textSealPhrase})
	}
	if accounts || !sealed {
		items = append(items,
			kit.FormItem{Label: wordLogin, Field: login, Must: true, Hint: textLogIn},
			kit.FormItem{Label: wordSign, Field: pass, Must: true})
	}
	var open kit.Dialog
	var show func()
	var lost []fyne.CanvasObject
	offer := func(word string, do func(string)) {
		lost = append(lost, kit.NewButton(word, func() {
			open.Close()
			do(path)
		}))
	}
	if sealed && !read {
		offer(wordForgotSeal, p.forgotSeal)
	}
	if accounts || !sealed {
		offer(wordForgot, p.forgot)
	}
	open = p.ui.ShowForm(kit.FormSpec{
		Title: wordLogIn + " – " + filepath.Base(path), Yes: wordLogIn,
		Form: kit.NewForm(items...), Extra: lost,
		Save: func() func() error {
			who := LogIn{Seal: seal.Text, Login: login.Text, Password: pass.Text}
			return func() (err error) {
				show, err = p.enter(path, read, who, nil)
				return err
			}
		},
		Done: func() { show() },
	})
}

// enter opens a file for somebody, away from the screen, and tells how to show it.
func (p *Program) enter(path string, read bool, who LogIn, then func(code string)) (show func(), err error) {
	a, closeFile, code, err := p.opts.Enter(path, read, who)
	if err != nil {
		return nil, err
	}
	return func() {
		p.opened(path, a, closeFile)
		if read {
			p.path = ""
			p.Window.SetTitle(p.Window.Title() + textReadOnly)
		}
		if me := a.Actor(); me != nil {
			p.ui.Noticef(textEntered, me.Name, me.Role, me.Role.Does())
		}
		if then != nil {
			then(code)
		}
	}, nil
}

// forgot sets a lost password anew by the code on paper.
func (p *Program) forgot(path string) {
	seal, login, code := kit.NewSecretField(nil), kit.NewTextField(""), kit.NewTextField("")
	pass := kit.NewSecretField(nil)
	again := kit.NewSecretField(pass)
	items := []kit.FormItem{
		{Label: wordPaper, Field: code, Must: true, Hint: textPaperHint},
		{Label: wordLogin, Field: login, Must: true},
		{Label: wordSignNew, Field: pass, Must: true, Hint: textSignHint},
		{Label: wordAgain, Field: again, Must: true},
	}
	if atRest(path) {
		items = append([]kit.FormItem{{Label: wordSealPhrase, Field: seal, Must: true, Hint: textSealPhrase}}, items...)
	}
	var show func()
	p.ui.ShowForm(kit.FormSpec{
		Title: wordForgotTitle, Form: kit.NewForm(items...),
		Save: func() func() error {
			who := LogIn{Seal: seal.Text, Login: login.Text, Password: pass.Text, Code: code.Text}
			return func() (err error) {
				show, err = p.enter(path, false, who, p.showPaper)
				return err
			}
		},
		Done: func() { show() },
	})
}
