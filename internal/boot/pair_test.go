package boot_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/benchpair"
	"tdkt/internal/boot"
	"tdkt/internal/sampletest"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// BenchmarkPairBackup50kPeople10Years keeps a copy that is proven, its history included,
// beside SQLite's own copy of the open file and SQLite's one reading of that copy.
func BenchmarkPairBackup50kPeople10Years(b *testing.B) {
	path, ctx, n := sampletest.Office(b, 50_000, 10), b.Context(), 0
	db, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	alone, dir := sampletest.OpenBare(b, path), b.TempDir()
	next := func() string { n++; return filepath.Join(dir, fmt.Sprint(n, ".sotd")) }
	benchpair.Run(b,
		func() error {
			to := next()
			if err := db.Backup(ctx, to); err != nil {
				return err
			}
			return os.Remove(to)
		},
		func() error {
			to := next()
			if err := alone.Copy(ctx, to); err != nil {
				return err
			}
			if err := sampletest.OpenBare(b, to).ReadOnce(ctx); err != nil {
				return err
			}
			return os.Remove(to)
		})
}

// BenchmarkPairVerify50kPeople10Years holds every row against the history from the point that
// was proven last, as before each copy of the day, beside SQLite's check of its pages.
func BenchmarkPairVerify50kPeople10Years(b *testing.B) {
	path, ctx := sampletest.Office(b, 50_000, 10), b.Context()
	a, closeFile, err := boot.Open(ctx, boot.Options{Path: path})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = closeFile() })
	prover, ok := a.Store.(interface {
		Prove(ctx context.Context, from tdkt.Proof) (tdkt.Proof, error)
	})
	if !ok {
		b.Fatal("the file proves nothing")
	}
	proof, err := prover.Prove(ctx, tdkt.Proof{})
	if err != nil {
		b.Fatal(err)
	}
	alone := sampletest.OpenBare(b, path)
	benchpair.Run(b,
		func() error { _, err := prover.Prove(ctx, proof); return err },
		func() error { return alone.Check(ctx) })
}
