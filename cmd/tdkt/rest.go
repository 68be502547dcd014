package main

import (
	"runtime/debug"
	"time"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// notInitialized is GLFW_NOT_INITIALIZED of glfw's header; the binding does not export it.
const notInitialized glfw.ErrorCode = 0x00010001

// sleeper lets the screen's thread sleep in the window system until something comes in.
type sleeper struct{}

// Sleep waits on the screen's thread for input, at most so long; it says whether none came.
func (sleeper) Sleep(most time.Duration) (undisturbed bool) {
	defer whileOpen()
	begun := time.Now()
	waitForEvents(most)
	return time.Since(begun) >= most-most/8
}

// Wake ends a Sleep; any thread may call it.
func (sleeper) Wake() {
	defer whileOpen()
	glfw.PostEmptyEvent()
}

// Release collects what is no longer used and gives it back.
func (sleeper) Release() { debug.FreeOSMemory() }

// whileOpen lets a call through that came when the window system had been left already:
// between the window's close and the end of the program the driver runs what is meant for
// the screen's thread wherever it was asked for, and glfw panics then.
func whileOpen() {
	switch told := recover().(type) {
	case nil:
	case *glfw.Error:
		if told.Code != notInitialized {
			panic(told)
		}
	default:
		panic(told)
	}
}
