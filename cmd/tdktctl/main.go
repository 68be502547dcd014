//go:build !thin

// Command tdktctl does the jobs of Sổ Thi đua without a window.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"

	"tdkt/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Run(ctx, os.Args[1:], cli.Here(os.Stdin, os.Stdout, os.Stderr, time.Now))
	stop()
	os.Exit(code)
}
