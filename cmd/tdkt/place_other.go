//go:build !linux

package main

// maximised does nothing: the window's own place says it.
func maximised() {}
