package kit

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// wake is told of everything that other goroutines want shown.
var wake atomic.Pointer[func()]

// WakeBy names what wakes a window that sleeps.
func WakeBy(f func()) { wake.Store(&f) }

// OnScreen runs f on the screen's goroutine, soon, also where the window sleeps.
func OnScreen(f func()) {
	fyne.Do(f)
	if w := wake.Load(); w != nil {
		(*w)()
	}
}

// A Runner does work away from the screen, then calls what work returns on it.
// A nil show means that there is nothing to show.
type Runner func(work func() (show func()))

// Background is the program's runner: a goroutine, and back by OnScreen.
func Background(work func() (show func())) {
	go func() {
		if show := work(); show != nil {
			OnScreen(show)
		}
	}()
}

// Inline is the runner of tests: everything at once, in order.
func Inline(work func() (show func())) {
	if show := work(); show != nil {
		show()
	}
}

// NoTimer is the Timer that goes with Inline: where everything is done in order, nothing comes
// from another goroutine in between.
func NoTimer(time.Duration, func()) (stop func()) { return func() {} }

// queue runs works one after the other in the order they came. Its state is
// touched on the screen's goroutine only, so it needs no lock.
type queue struct {
	run     Runner
	waiting []func() func()
	busy    bool
}

func (q *queue) do(work func() (show func())) {
	q.waiting = append(q.waiting, work)
	if !q.busy {
		q.next()
	}
}

func (q *queue) next() {
	if len(q.waiting) == 0 {
		return
	}
	work := q.waiting[0]
	q.waiting = q.waiting[1:]
	q.busy = true
	q.run(func() func() {
		show := work()
		return func() {
			if show != nil {
				show()
			}
			q.busy = false
			q.next()
		}
	})
}
