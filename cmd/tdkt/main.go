// Command tdkt is Sổ Thi đua with its window. It is the only program that needs cgo.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/gui"
)

func main() {
	began := time.Now()
	data := flag.String("data", "", "tệp dữ liệu mở ngay khi bắt đầu")
	probe := flag.Bool("first-frame", false, "đo thời gian tới khung hình đầu tiên rồi thoát (cho người phát triển)")
	flag.Parse()
	ctx := context.Background()
	f := fyneapp.NewWithID(gui.AppID)
	o := gui.Options{
		Path: *data,
		Log:  os.Stderr,
		Open: func(path string, create bool) (*app.App, func() error, error) {
			return boot.Open(ctx, boot.Options{Path: path, Create: create})
		},
		Sample: boot.LoadSample,
	}
	if *probe {
		o.Painted = firstFrame(f, began, *data != "")
	}
	gui.Run(ctx, f, o)
}

// firstFrame prints the milliseconds from start to the first drawing of the content
// and quits. When a file is opened the content that counts is that of the file, which
// comes with a menu; the first screen before it does not.
func firstFrame(f fyne.App, began time.Time, file bool) func() {
	var once sync.Once
	return func() {
		if file && len(f.Driver().AllWindows()) > 0 && f.Driver().AllWindows()[0].MainMenu() == nil {
			return
		}
		once.Do(func() {
			fmt.Printf("first-frame-ms %d\n", time.Since(began).Milliseconds())
			fyne.Do(f.Quit)
		})
	}
}
