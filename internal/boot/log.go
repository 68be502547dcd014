package boot

import (
	"io"
	"os"
	"path/filepath"

	"gopkg.in/natefinch/lumberjack.v2"
)

// How the log is kept: it can be sent by mail whole, and old faults go.
const (
	logMegabytes = 1
	logKept      = 3
)

// LogFile is the file that the log numbers shown to users lead to, in the user's cache
// folder: a window on Windows has no other place to write to. "" where there is no
// such folder.
func LogFile() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "SoThiDua", "loi.log")
}

// Log writes to the file and to the screen of the shell. Faults alone are written, no
// row of the data: what an office sends must name nobody.
func Log(file string) io.WriteCloser {
	if file == "" {
		return errorLog{os.Stderr, io.NopCloser(nil)}
	}
	kept := &lumberjack.Logger{Filename: file, MaxSize: logMegabytes, MaxBackups: logKept}
	return errorLog{io.MultiWriter(kept, os.Stderr), kept}
}

// errorLog closes its file alone: Windows lets nobody take away one that is open.
type errorLog struct {
	io.Writer
	io.Closer
}
