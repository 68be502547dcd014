package gui

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
)

// Sleeper is how the screen's thread sleeps until something comes in. Fyne itself looks
// sixty times a second, which keeps a processor from resting all day.
type Sleeper interface {
	// Sleep waits on the screen's thread, at most so long; it says whether nothing came.
	Sleep(most time.Duration) (undisturbed bool)
	// Wake ends a Sleep; any goroutine may call it.
	Wake()
	// Release gives the system back what memory is not used.
	Release()
}

const (
	restAfter = 2 * time.Second        // without anything to do
	restFor   = 500 * time.Millisecond // at most, until Fyne looks again
	restLook  = 500 * time.Millisecond // between two looks whether it may rest
	restFree  = 10                     // naps without a disturbance before memory is given back, once
)

// rest lets the window sleep while nothing happens, until ctx ends. What is shown from
// other goroutines wakes it through kit.OnScreen.
func rest(ctx context.Context, s Sleeper) {
	var shown atomic.Bool
	kit.WakeBy(func() {
		shown.Store(true)
		s.Wake()
	})
	naps := 0
	for quiet := time.Duration(0); ; {
		wait := restLook
		if quiet >= restAfter {
			wait = 0
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		quiet += wait
		if shown.Swap(false) {
			quiet, naps = 0, 0
		}
		if quiet < restAfter {
			continue
		}
		undisturbed := true
		fyne.DoAndWait(func() { undisturbed = shown.Load() || ctx.Err() != nil || s.Sleep(restFor) })
		if !undisturbed {
			quiet, naps = 0, 0
			continue
		}
		if naps++; naps == restFree {
			s.Release()
		}
	}
}
