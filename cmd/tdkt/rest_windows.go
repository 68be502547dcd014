package main

import (
	"syscall"
	"time"
)

// awaited is what ends a wait: keys, mouse, touch, raw input, what was posted or sent, painting.
// Not timers: Wine looks by one, every 0.4 seconds, whether the mouse has left the window.
const awaited = 0x1C07 | 0x0008 | 0x0020 | 0x0040 | 0x0080 | 0x0100

var msgWait = syscall.NewLazyDLL("user32.dll").NewProc("MsgWaitForMultipleObjectsEx")

// waitForEvents waits until the window system has something, at most so long. The driver takes
// it when it looks next, right after.
func waitForEvents(most time.Duration) {
	_, _, _ = msgWait.Call(0, 0, uintptr(most.Milliseconds()), awaited, 0)
}
