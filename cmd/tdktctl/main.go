// Command tdktctl does the jobs of Sổ Thi đua without a window.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"

	"tdkt/internal/boot"
	"tdkt/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Run(ctx, os.Args[1:], cli.Streams{Out: os.Stdout, Err: os.Stderr, In: os.Stdin, Log: func(err error) string {
		log := boot.Quiet(boot.LogFile())
		defer func() { _ = log.Close() }()
		return boot.Numbered(log, time.Now)(err)
	}})
	stop()
	os.Exit(code)
}
