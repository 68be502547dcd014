package backup

import (
	"errors"
	"os"
	"syscall"
)

// sharingViolation is what Windows answers when another program has the file open.
const sharingViolation = syscall.Errno(32)

// openLocked opens the lock file for writing and lets others only read it. Windows
// closes it when the program dies; LockFileEx would keep the others from reading too.
func openLocked(name string) (*os.File, error) {
	p, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(p, syscall.GENERIC_READ|syscall.GENERIC_WRITE, syscall.FILE_SHARE_READ, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errHeld
	}
	if err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(h), name), nil
}

// discard closes the file, then removes it; whoever took it in between keeps it.
func discard(f *os.File, name string) error {
	if err := f.Close(); err != nil {
		return err
	}
	err := os.Remove(name)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, sharingViolation) {
		return nil
	}
	return err
}
