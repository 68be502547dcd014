// Command tdkt is Sổ Thi đua with its window. It is the only program that needs cgo.
package main

import (
	"context"
	"flag"
	"io"
	"os"
	"path/filepath"

	fyneapp "fyne.io/fyne/v2/app"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/gui"
)

func main() {
	data := flag.String("data", "", "tệp dữ liệu mở ngay khi bắt đầu")
	flag.Parse()
	ctx := context.Background()
	gui.Run(ctx, fyneapp.NewWithID(gui.AppID), gui.Options{
		Path: *data,
		Log:  faultLog(),
		Open: func(path string, create bool) (*app.App, func() error, error) {
			return boot.Open(ctx, boot.Options{Path: path, Create: create, Keep: true})
		},
		Read: func(path string) (*app.App, func() error, error) {
			return boot.Open(ctx, boot.Options{Path: path, Read: true})
		},
		Notice: func(a *app.App) string { return boot.Notice(ctx, a) },
		Sample: boot.LoadSample,
	})
}

// faultLog is the file that the log numbers shown to users lead to, in the user's
// cache folder: a window on Windows has no other place to write to. The screen of
// the shell stands in where there is no such folder.
func faultLog() io.Writer {
	cache, err := os.UserCacheDir()
	if err != nil {
		return os.Stderr
	}
	folder := filepath.Join(cache, "SoThiDua")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return os.Stderr
	}
	f, err := os.OpenFile(filepath.Join(folder, "loi.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return os.Stderr
	}
	return io.MultiWriter(f, os.Stderr)
}
