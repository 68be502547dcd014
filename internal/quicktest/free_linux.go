package quicktest

import "syscall"

// free is how many bytes a file system has room for, 0 where nobody says.
func free(path string) uint64 {
	var s syscall.Statfs_t
	if syscall.Statfs(path, &s) != nil {
		return 0
	}
	return s.Bavail * uint64(s.Bsize)
}
