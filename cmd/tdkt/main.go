// Command tdkt is Sổ Thi đua with its window. It is the only program that needs cgo.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	fyneapp "fyne.io/fyne/v2/app"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/cli"
	"tdkt/internal/gui"
	"tdkt/internal/launch"
	"tdkt/internal/native"
	"tdkt/internal/tdkt"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == launch.Word {
		os.Exit(control(os.Args[2:]))
	}
	data := flag.String("data", "", "tệp dữ liệu mở ngay khi bắt đầu")
	opengl := flag.Bool(native.GraphicsFlag, false, "in ra OpenGL của máy này rồi thoát")
	flag.Parse()
	if *opengl {
		if err := native.Tell(os.Stdout); err != nil {
			os.Exit(1)
		}
		return
	}
	if err := start(cmp.Or(*data, flag.Arg(0))); err != nil {
		native.Message("Sổ Thi đua", tdkt.Sentence(err, boot.Numbered(boot.Log(boot.LogFile()), time.Now)))
		os.Exit(1)
	}
}

// control is the command line, for tdktctl.exe.
func control(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return cli.Run(ctx, args, cli.Here(os.Stdin, os.Stdout, os.Stderr, time.Now))
}

// start shows the window, unless one is open already or this PC needs the program to be
// started otherwise.
func start(path string) error {
	if path != "" {
		whole, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		path = whole
	}
	home, err := native.Home()
	if err != nil {
		return err
	}
	if native.HandOver(native.Key(home), path) {
		return nil
	}
	if elsewhere, err := native.Draw(os.Args[1:]); err != nil || elsewhere {
		return err
	}
	show(home, path)
	return nil
}

// show opens the window and returns when it is closed.
func show(home, path string) {
	id := gui.AppID
	if boot.Portable(home) {
		id += ".mang-theo" // what it remembers is not mixed with an installed one's
	}
	ctx := context.Background()
	file := boot.LogFile()
	log := boot.Log(file)
	gui.Run(ctx, fyneapp.NewWithID(id), gui.Options{
		Path: path,
		Manners: gui.Manners{
			Folder:  boot.Folder(home),
			News:    boot.Version,
			Sleeper: sleeper{}, Maximised: maximised,
			Later: func(take func(string) bool) func() error { return later(home, log, take) },
		},
		Log: log,
		Open: func(path string, create bool) (*app.App, func() error, error) {
			return boot.Open(ctx, boot.Options{Path: path, Create: create, Keep: true, Home: boot.Home()})
		},
		Read: func(path, passphrase string) (*app.App, func() error, error) {
			return boot.Open(ctx, boot.Options{Path: path, Read: true, Passphrase: passphrase, Home: boot.Home()})
		},
		Enter: func(path string, read bool, who gui.LogIn) (*app.App, func() error, string, error) {
			code := ""
			a, closeFile, err := boot.Open(ctx, boot.Options{
				Path: path, Read: read, Keep: !read, Home: boot.Home(), Seal: who.Seal, Login: who.Login, Password: who.Password, Code: who.Code, NewCode: &code,
			})
			return a, closeFile, code, err
		},
		Notice: func(a *app.App) string { return boot.Notice(ctx, a) },
		Sample: boot.LoadSample,
		Copies: boot.Copies{Home: boot.Home()},
		Now:    time.Now,
		Diagnose: func(ctx context.Context, a *app.App, to string) error {
			return boot.Diagnose(ctx, a, file, to)
		},
	})
}

// later takes the files of later starts. Where that cannot be, each start has a window
// of its own, which is a nuisance and no reason not to work.
func later(home string, log io.Writer, take func(path string) bool) func() error {
	stop, err := native.Listen(native.Key(home), take)
	if err != nil {
		fmt.Fprintln(log, err)
		return func() error { return nil }
	}
	return stop
}
