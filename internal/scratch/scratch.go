// Package scratch makes the files and folders that the program needs for a while only:
// beside what they become, or in a folder of its own among the temporary ones. Each bears
// the number of the program that made it, so that the next one sees what a program that
// died left, and takes it away.
package scratch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	prefix = ".dang-ghi-"
	home   = "so-thi-dua"
	// old is when what bears no number, of an earlier program, is nobody's any more.
	old = 24 * time.Hour
)

// earlier are how names of earlier programs begin.
func earlier() []string { return []string{".ghi-do-", "doi-chieu-", "ho-so-", "quyet-dinh-"} }

// File makes a file in a folder, to be renamed to what it becomes.
func File(folder, ext string) (*os.File, error) {
	sweep(folder)
	return os.CreateTemp(folder, pattern()+ext)
}

// Dir makes a folder in a folder.
func Dir(folder string) (string, error) {
	sweep(folder)
	return os.MkdirTemp(folder, pattern())
}

// Temp makes a folder for what other programs are to open, or that is only looked at.
// Nobody else may look into it.
func Temp() (string, error) {
	folder, err := ours()
	if err != nil {
		return "", err
	}
	return Dir(folder)
}

// Sweep takes away what programs that died left in a folder and among the temporary files.
func Sweep(folder string) {
	sweep(folder)
	sweep(os.TempDir())
	if folder, err := ours(); err == nil {
		sweep(folder)
	}
}

// ours is the folder of this user among the temporary ones. Where somebody else made
// one of that name, it is not used.
func ours() (string, error) {
	folder := filepath.Join(os.TempDir(), home+"-"+strconv.Itoa(os.Getuid()))
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return "", err
	}
	info, err := os.Lstat(folder)
	if err != nil {
		return "", err
	}
	if !info.IsDir() || !private(info) {
		return "", fmt.Errorf("scratch: %s is somebody else's", folder)
	}
	return folder, nil
}

func pattern() string { return fmt.Sprintf("%s%d-*", prefix, os.Getpid()) }

// sweep removes what is left in a folder. What cannot be removed is somebody's.
func sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if left(e) {
			_ = os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
}

// left says whether the program that made a file or folder is gone.
func left(e os.DirEntry) bool {
	if rest, ok := strings.CutPrefix(e.Name(), prefix); ok {
		number, _, marked := strings.Cut(rest, "-")
		if pid, err := strconv.Atoi(number); marked && err == nil {
			return pid != os.Getpid() && !running(pid)
		}
		return aged(e)
	}
	for _, begin := range earlier() {
		if strings.HasPrefix(e.Name(), begin) {
			return aged(e)
		}
	}
	return false
}

func aged(e os.DirEntry) bool {
	info, err := e.Info()
	return err == nil && time.Since(info.ModTime()) > old
}
