// Command tdkt is Sổ Thi đua with its window. It is the only program that needs cgo.
package main

import (
	"context"
	"flag"

	fyneapp "fyne.io/fyne/v2/app"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/gui"
)

func main() {
	data := flag.String("data", "", "tệp dữ liệu mở ngay khi bắt đầu")
	flag.Parse()
	ctx := context.Background()
	log := boot.LogFile()
	gui.Run(ctx, fyneapp.NewWithID(gui.AppID), gui.Options{
		Path: *data,
		Log:  boot.Log(log),
		Open: func(path string, create bool) (*app.App, func() error, error) {
			return boot.Open(ctx, boot.Options{Path: path, Create: create, Keep: true})
		},
		Read: func(path, passphrase string) (*app.App, func() error, error) {
			return boot.Open(ctx, boot.Options{Path: path, Read: true, Passphrase: passphrase})
		},
		Notice: func(a *app.App) string { return boot.Notice(ctx, a) },
		Sample: boot.LoadSample,
		Copies: boot.Copies{},
		Diagnose: func(ctx context.Context, a *app.App, to string) error {
			return boot.Diagnose(ctx, a, log, to)
		},
	})
}
