package scratch

import (
	"errors"
	"os"
	"syscall"
)

// running says whether there is a program of a number. Windows opens one that ended too, as
// long as somebody else has it open.
func running(pid int) bool {
	p, err := syscall.OpenProcess(syscall.SYNCHRONIZE, false, uint32(pid))
	if err != nil {
		return errors.Is(err, syscall.ERROR_ACCESS_DENIED) // somebody else's
	}
	state, err := syscall.WaitForSingleObject(p, 0)
	_ = syscall.CloseHandle(p)
	return err == nil && state == syscall.WAIT_TIMEOUT
}

// private is so of every folder among the temporary ones: Windows keeps them by user.
func private(os.FileInfo) bool { return true }
