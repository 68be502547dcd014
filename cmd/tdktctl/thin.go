//go:build thin

// Command tdktctl, as it is handed to users of Windows beside the window, starts the command
// line within the window's program.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"tdkt/internal/launch"
)

// window is the program that holds the command line.
const window = "SoThiDua.exe"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	self, err := os.Executable()
	code := 0
	if err == nil {
		code, err = launch.Run(ctx, filepath.Join(filepath.Dir(self), window), os.Args[1:], launch.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "Không chạy được "+window+" ở cùng thư mục với tdktctl.exe; hãy cài lại Sổ Thi đua.")
		code = 3
	}
	os.Exit(code)
}
