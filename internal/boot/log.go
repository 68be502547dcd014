package boot

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

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
	kept := Quiet(file)
	return errorLog{io.MultiWriter(kept, os.Stderr), kept}
}

// Quiet writes to the file alone: what it says is not for the screen.
func Quiet(file string) io.WriteCloser {
	if file == "" {
		return errorLog{io.Discard, io.NopCloser(nil)}
	}
	return &lumberjack.Logger{Filename: file, MaxSize: logMegabytes, MaxBackups: logKept}
}

// Numbered writes faults to a log, each under a number made of its day and time.
func Numbered(log io.Writer, now func() time.Time) func(error) string {
	return func(err error) string {
		number := now().Format("060102-150405")
		slog.New(slog.NewTextHandler(log, nil)).Error("fault", "number", number, "err", err)
		return number
	}
}

// errorLog closes its file alone: Windows lets nobody take away one that is open.
type errorLog struct {
	io.Writer
	io.Closer
}
