package gui

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2/test"

	"tdkt/internal/gui/kit"
)

// napper sleeps as the window system would, and counts.
type napper struct{ naps, woken, released int }

func (n *napper) Sleep(most time.Duration) bool {
	n.naps++
	time.Sleep(most)
	return true
}

func (n *napper) Wake() { n.woken++ }

func (n *napper) Release() { n.released++ }

// TestRest: a window in which nothing happens sleeps, two looks a second in the place of
// sixty; what is shown from elsewhere wakes it, and it is awake for a while then.
func TestRest(t *testing.T) {
	test.NewTempApp(t)
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		n := &napper{}
		go rest(ctx, n)
		time.Sleep(restAfter - time.Millisecond)
		if synctest.Wait(); n.naps > 0 {
			t.Errorf("asleep within %s", restAfter)
		}
		time.Sleep(10 * time.Second)
		synctest.Wait()
		if n.naps < 15 || n.naps > 25 {
			t.Errorf("%d naps in ten seconds", n.naps)
		}
		if n.released != 1 {
			t.Errorf("memory given back %d times in ten seconds of rest", n.released)
		}
		shown := false
		kit.OnScreen(func() { shown = true })
		if synctest.Wait(); !shown || n.woken != 1 {
			t.Errorf("shown %v, woken %d times", shown, n.woken)
		}
		time.Sleep(2 * restFor)
		synctest.Wait()
		had := n.naps
		time.Sleep(restAfter / 2)
		if synctest.Wait(); n.naps != had {
			t.Error("asleep at once after something was shown")
		}
	})
	kit.WakeBy(func() {})
}
