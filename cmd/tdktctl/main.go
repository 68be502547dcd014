// Command tdktctl does the jobs of Sổ Thi đua without a window.
package main

import (
	"context"
	"os"
	"os/signal"

	"tdkt/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Run(ctx, os.Args[1:], cli.Streams{Out: os.Stdout, Err: os.Stderr})
	stop()
	os.Exit(code)
}
