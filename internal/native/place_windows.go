package native

import (
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// placement is WINDOWPLACEMENT.
type placement struct {
	length, flags, show uint32
	min, max            [2]int32
	normal              [4]int32
}

const (
	showNormal    = 1
	showMinimized = 2
	showMaximized = 3
	restore       = 9
)

// Place is where a window stands and how large it is, in words that SetPlace takes.
func Place(window uintptr) string {
	p := placement{length: uint32(unsafe.Sizeof(placement{}))}
	if ok, _, _ := userProc("GetWindowPlacement").Call(window, uintptr(unsafe.Pointer(&p))); ok == 0 {
		return ""
	}
	if p.show == showMinimized { // nobody wants a program that starts hidden
		p.show = showNormal
	}
	return fmt.Sprint(p.show, p.normal[0], p.normal[1], p.normal[2], p.normal[3])
}

// SetPlace puts a window where it was. Windows itself moves it onto a screen when the
// one it stood on is gone.
func SetPlace(window uintptr, place string) {
	p := placement{length: uint32(unsafe.Sizeof(placement{}))}
	n, err := fmt.Sscan(place, &p.show, &p.normal[0], &p.normal[1], &p.normal[2], &p.normal[3])
	if err != nil || n == 0 || p.normal[2]-p.normal[0] < 200 || p.normal[3]-p.normal[1] < 200 {
		return
	}
	_, _, _ = userProc("SetWindowPlacement").Call(window, uintptr(unsafe.Pointer(&p)))
}

// Maximise makes a window as large as its screen.
func Maximise(window uintptr) {
	_, _, _ = userProc("ShowWindow").Call(window, showMaximized)
}

// Raise brings a window back from the task bar and to the front.
func Raise(window uintptr) {
	if small, _, _ := userProc("IsIconic").Call(window); small != 0 {
		_, _, _ = userProc("ShowWindow").Call(window, restore)
	}
	_, _, _ = userProc("SetForegroundWindow").Call(window)
}

func userProc(name string) *windows.LazyProc {
	return windows.NewLazySystemDLL("user32.dll").NewProc(name)
}
