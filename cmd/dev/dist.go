package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"tdkt/cmd/dev/internal/dist"
)

// makeDist builds what is handed to users of Windows into out/dist.
func makeDist(ctx context.Context, t *tool, args []string) error {
	var o dist.Options
	flags := flag.NewFlagSet("dist", flag.ContinueOnError)
	flags.StringVar(&o.Sign.Certificate, "cert", os.Getenv("TDKT_CERT"), "PKCS #12 file to sign with")
	flags.StringVar(&o.Sign.Password, "pass", os.Getenv("TDKT_CERT_PASS"), "file that holds its password")
	flags.StringVar(&o.Sign.Timestamp, "timestamp", os.Getenv("TDKT_CERT_TIMESTAMP"), "address of a time-stamp server")
	if err := parse(flags, args); err != nil {
		return err
	}
	if runtime.GOOS != "linux" {
		return errors.New("dist: builds across from Debian; call it there")
	}
	cache, err := cacheFolder()
	if err != nil {
		return err
	}
	o.Out, o.Cache, o.Flags = t.Path("out/dist"), cache, windowTags("windows")
	return dist.Run(ctx, t.Shell, o)
}

// cacheFolder keeps what takes minutes to make and belongs to no one checkout: Mesa for
// Windows, and the Debian that Wine runs in.
func cacheFolder() (string, error) {
	home, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("dev: no folder to keep things in: %w", err)
	}
	return filepath.Join(cmp.Or(os.Getenv("TDKT_CACHE"), home), "so-thi-dua"), nil
}
