//go:build !windows

package native

// Place is "": elsewhere the window manager knows better.
func Place(uintptr) string { return "" }

// SetPlace does nothing.
func SetPlace(uintptr, string) {}

// Raise does nothing: the toolkit's own way works.
func Raise(uintptr) {}
