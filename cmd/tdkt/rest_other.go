//go:build !windows

package main

import (
	"time"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// waitForEvents waits until the window system has something, at most so long.
func waitForEvents(most time.Duration) { glfw.WaitEventsTimeout(most.Seconds()) }
