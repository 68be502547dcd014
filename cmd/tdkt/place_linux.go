package main

import "github.com/go-gl/glfw/v3.4/glfw"

// maximised asks for a first window as large as the screen: elsewhere than on Windows only
// GLFW can say so, before there is a window. Nothing comes of it where GLFW does not start,
// which Fyne tells by itself.
func maximised() {
	if glfw.Init() == nil {
		glfw.WindowHint(glfw.Maximized, glfw.True)
	}
}
