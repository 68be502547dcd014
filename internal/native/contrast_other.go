//go:build !windows

package native

// HighContrast is false: elsewhere nothing says it in one way.
func HighContrast() bool { return false }
