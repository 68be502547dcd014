package main

import (
	"os"
	"syscall"
)

// maxRSS is the largest resident memory of a process that has ended, in megabytes.
func maxRSS(state *os.ProcessState) float64 {
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		return float64(usage.Maxrss) / 1024
	}
	return 0
}
