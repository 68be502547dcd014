package gui

import (
	"errors"
	"fmt"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/tdkt"
)

const (
	wordNoWriting = "Chưa mở được tệp để ghi"
	wordReadOnly  = "Mở chỉ để đọc"
	textReadOnly  = " (chỉ để đọc)"
	textLastTime  = "Lần đóng tệp trước có lỗi: "
	closeFault    = "close-fault" // preference: what went wrong when a file was closed
)

// refused tells why a file was not opened and, where it can still be read, offers that.
func (p *Program) refused(path string, err error) {
	if asks(err) && p.opts.Enter != nil {
		p.logIn(path, false)
		return
	}
	var e *tdkt.Error
	if p.opts.Copies != nil && errors.As(err, &e) && p.opts.Copies.Damaged(err) {
		p.ui.Confirm(wordNoWriting, fmt.Sprintf(textDamagedOffer, e.Text, wordRestore), wordRestore, func() { p.chooseCopy(path) })
		return
	}
	if p.opts.Read == nil || !backup.MayRead(err) || !errors.As(err, &e) {
		p.ui.ShowError(err)
		return
	}
	p.ui.Confirm(wordNoWriting, e.Text, wordReadOnly, func() { p.openReading(path, "") })
}

// asks says whether a file is opened only by who can say a password.
func asks(err error) bool { return errors.Is(err, app.ErrLogIn) || errors.Is(err, backup.ErrLocked) }

// openReading shows a file that another program may be writing to: its changes are
// not seen, and none can be made here.
func (p *Program) openReading(path, passphrase string) {
	p.ui.Do(func() func() {
		a, closeFile, err := p.opts.Read(path, passphrase)
		return func() {
			if asks(err) && p.opts.Enter != nil {
				p.logIn(path, true)
				return
			}
			if err != nil {
				p.ui.ShowError(err)
				return
			}
			p.opened(path, a, closeFile)
			p.path = ""
			p.Window.SetTitle(p.Window.Title() + textReadOnly)
		}
	})
}

// tell says what a person should know of the file just opened: first what went wrong
// when a file was closed the last time.
func (p *Program) tell(a *app.App) {
	if fault := p.fyne.Preferences().String(closeFault); fault != "" {
		p.fyne.Preferences().RemoveValue(closeFault)
		p.ui.Warn(textLastTime + fault)
		return
	}
	if p.opts.Notice == nil {
		return
	}
	if text := p.opts.Notice(a); text != "" {
		p.ui.Notice(text)
	}
}

// remember keeps what went wrong on closing for the next start: closing is not held up.
func (p *Program) remember(err error) {
	p.logFault(err)
	var e *tdkt.Error
	if errors.As(err, &e) {
		p.fyne.Preferences().SetString(closeFault, e.Text)
	}
}
