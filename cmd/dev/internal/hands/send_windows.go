package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// patience is how long a window may take to come.
const patience = 90 * time.Second

// input is INPUT with a KEYBDINPUT in it.
type input struct {
	kind      uint32
	_         uint32
	key, scan uint16
	flags     uint32
	time      uint32
	_         uint32
	extra     uintptr
	_         [8]byte
}

const (
	keyboard   = 1
	isExtended = 0x1
	keyUp      = 0x2
	isUnicode  = 0x4
	closing    = 0x10 // WM_CLOSE
)

func user(name string) *windows.LazyProc { return windows.NewLazySystemDLL("user32.dll").NewProc(name) }

// send gives all events to Windows in one call, so that nothing comes between them.
func send(events []event) error {
	list := make([]input, len(events))
	for i, e := range events {
		in := input{kind: keyboard, key: e.key}
		if e.key == 0 {
			in.scan, in.flags = e.r, isUnicode
		} else {
			in.scan = scanOf(e.key)
		}
		if e.grey() {
			in.flags |= isExtended
		}
		if e.up {
			in.flags |= keyUp
		}
		list[i] = in
	}
	if len(list) == 0 {
		return nil
	}
	n, _, err := user("SendInput").Call(uintptr(len(list)), uintptr(unsafe.Pointer(&list[0])), unsafe.Sizeof(list[0]))
	if int(n) != len(list) {
		return fmt.Errorf("SendInput took %d of %d events: %w", n, len(list), err)
	}
	return nil
}

// scanOf is where a key lies on the keyboard, which is what GLFW goes by.
func scanOf(key uint16) uint16 {
	scan, _, _ := user("MapVirtualKeyW").Call(uintptr(key), 0)
	return uint16(scan)
}

// find is the visible window with this in its title.
func find(title string) (found uintptr) {
	callback := windows.NewCallback(func(window, _ uintptr) uintptr {
		if shown, _, _ := user("IsWindowVisible").Call(window); shown != 0 && strings.Contains(titleOf(window), title) {
			found = window
			return 0
		}
		return 1
	})
	_, _, _ = user("EnumWindows").Call(callback, 0)
	return found
}

func titleOf(window uintptr) string {
	var text [512]uint16
	_, _, _ = user("GetWindowTextW").Call(window, uintptr(unsafe.Pointer(&text[0])), uintptr(len(text)))
	return windows.UTF16ToString(text[:])
}

// waitFor waits until the window is there and brings it to the front.
func waitFor(title string) error {
	for until := time.Now().Add(patience); time.Now().Before(until); time.Sleep(100 * time.Millisecond) {
		window := find(title)
		if window == 0 {
			continue
		}
		_, _, _ = user("SetForegroundWindow").Call(window)
		if front, _, _ := user("GetForegroundWindow").Call(); front == window {
			return nil
		}
	}
	return errors.New("no such window came to the front")
}

// click presses the left button of the mouse inside the window in front.
func click(at string) error {
	var x, y int32
	if _, err := fmt.Sscanf(at, "%d,%d", &x, &y); err != nil {
		return err
	}
	window, _, _ := user("GetForegroundWindow").Call()
	point := [2]int32{x, y}
	_, _, _ = user("ClientToScreen").Call(window, uintptr(unsafe.Pointer(&point)))
	_, _, _ = user("SetCursorPos").Call(uintptr(point[0]), uintptr(point[1]))
	const leftDown, leftUp = 0x2, 0x4
	_, _, _ = user("mouse_event").Call(leftDown, 0, 0, 0, 0)
	_, _, _ = user("mouse_event").Call(leftUp, 0, 0, 0, 0)
	return nil
}

func closeWindow(title string) error {
	window := find(title)
	if window == 0 {
		return errors.New("no such window")
	}
	if ok, _, err := user("PostMessageW").Call(window, closing, 0, 0); ok == 0 {
		return err
	}
	return nil
}

// grey says whether a key is one of those that keyboards have twice, the second time
// with the numbers: without a mark Windows takes it for that one.
func (e event) grey() bool { return e.key >= 0x21 && e.key <= 0x2E }
