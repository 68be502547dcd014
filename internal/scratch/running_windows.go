package scratch

import "os"

// running says whether there is a program of a number: Windows opens no other.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	_ = p.Release()
	return true
}

// private is so of every folder among the temporary ones: Windows keeps them by user.
func private(os.FileInfo) bool { return true }
