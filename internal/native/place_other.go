//go:build !windows

package native

// Place is "": elsewhere the window manager knows better.
func Place(uintptr) string { return "" }

// SetPlace does nothing.
func SetPlace(uintptr, string) {}

// Maximise makes a window as large as its screen, where the system lets a program do so.
func Maximise(uintptr) {}

// Raise does nothing: the toolkit's own way works.
func Raise(uintptr) {}
