package kit

import (
	"context"
	"errors"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// busyAfter is how long work may last before it shows itself.
const busyAfter = 300 * time.Millisecond

// Progress is where long work says how far it is. Safe from any goroutine.
type Progress struct {
	mu   sync.Mutex
	done float64
	text string
	told func()
}

// Set says how much is done, 0 to 1, and what is being done now.
func (p *Progress) Set(done float64, text string) {
	p.mu.Lock()
	p.done, p.text = done, text
	told := p.told
	p.mu.Unlock()
	if told != nil {
		told()
	}
}

func (p *Progress) now() (float64, string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.done, p.text
}

// Busy does long work away from the screen. After 300 ms it shows a box with the
// progress and a button that cancels ctx. When work has ended, its error is shown,
// else done is called.
func (u *UI) Busy(title string, work func(ctx context.Context, p *Progress) error, done func()) {
	ctx, cancel := context.WithCancel(context.Background())
	b := &busyBox{ui: u, title: title, cancel: cancel, progress: &Progress{}}
	timer := u.later(busyAfter, b.open)
	u.Do(func() func() {
		err := work(ctx, b.progress)
		stopped := ctx.Err() != nil
		cancel()
		return func() {
			timer()
			b.close()
			u.ended(err, stopped, done)
		}
	})
}

func (u *UI) ended(err error, stopped bool, done func()) {
	switch {
	case err != nil && stopped && errors.Is(err, context.Canceled):
		u.Notice(wordStopped)
	case err != nil:
		u.ShowError(err)
	case done != nil:
		done()
	}
}

// later calls f on the screen after a while, unless the function it returns is
// called before.
func (u *UI) later(d time.Duration, f func()) (stop func()) {
	if u.Timer != nil {
		return u.Timer(d, f)
	}
	t := time.AfterFunc(d, func() { OnScreen(f) })
	return func() { t.Stop() }
}

// busyBox is the box over the window while work lasts.
type busyBox struct {
	ui       *UI
	title    string
	cancel   context.CancelFunc
	progress *Progress
	bar      *widget.ProgressBar
	label    *widget.Label
	dialog   Dialog
	ended    bool
}

func (b *busyBox) open() {
	if b.ended {
		return
	}
	b.bar, b.label = widget.NewProgressBar(), widget.NewLabel(wordWorking)
	b.label.Truncation = fyne.TextTruncateEllipsis
	b.dialog = b.ui.Dialog(DialogSpec{
		Title: b.title, Content: container.NewVBox(b.label, b.bar), No: wordStop, Stay: true,
		OnNo: func() { b.label.SetText(wordStopping); b.cancel() },
	})
	b.progress.mu.Lock()
	b.progress.told = func() { OnScreen(b.show) }
	b.progress.mu.Unlock()
	b.show()
}

func (b *busyBox) show() {
	if b.ended {
		return
	}
	part, text := b.progress.now()
	b.bar.SetValue(part)
	if text != "" {
		b.label.SetText(text)
	}
}

func (b *busyBox) close() {
	b.ended = true
	if b.dialog != nil {
		b.dialog.Close()
	}
}
