package main

import (
	"time"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// sleeper lets the screen's thread sleep in the window system until something comes in.
type sleeper struct{}

// Sleep waits on the screen's thread for input, at most so long; it says whether none came.
func (sleeper) Sleep(most time.Duration) (undisturbed bool) {
	begun := time.Now()
	glfw.WaitEventsTimeout(most.Seconds())
	return time.Since(begun) >= most-most/8
}

// Wake ends a Sleep; any thread may call it.
func (sleeper) Wake() { glfw.PostEmptyEvent() }
