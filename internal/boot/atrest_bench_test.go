package boot_test

import (
	"crypto/rand"
	"fmt"
	"path/filepath"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

// BenchmarkSealedChange is what one change costs in a file that is sealed at rest, beside
// the same in the clear; with papers of so many megabytes in it.
func BenchmarkSealedChange(b *testing.B) {
	for _, megabytes := range []int{0, 20, 100} {
		for _, sealed := range []bool{false, true} {
			b.Run(fmt.Sprintf("%dMB/sealed=%v", megabytes, sealed), func(b *testing.B) {
				o := boot.Options{Path: filepath.Join(b.TempDir(), "so.sotd"), Create: true, Seal: office}
				benched(b, o, megabytes)
				if sealed {
					if _, err := boot.SealFile(b.Context(), o, office); err != nil {
						b.Fatal(err)
					}
				}
				o.Create = false
				a, closeFile, err := boot.Open(b.Context(), o)
				if err != nil {
					b.Fatal(err)
				}
				n := 0
				for b.Loop() {
					n++
					if err := a.SaveOrg(b.Context(), tdkt.Org{Name: fmt.Sprint("Sở ", n)}); err != nil {
						b.Fatal(err)
					}
				}
				if err := closeFile(); err != nil {
					b.Fatal(err)
				}
			})
		}
	}
}

// benched makes the sample with papers in it and closes it.
func benched(b *testing.B, o boot.Options, megabytes int) {
	b.Helper()
	a, closeFile, err := boot.Open(b.Context(), o)
	if err == nil {
		err = boot.LoadSample(b.Context(), a)
	}
	if err != nil {
		b.Fatal(err)
	}
	paper := make([]byte, 1<<20)
	for range megabytes {
		if _, err := rand.Read(paper); err != nil {
			b.Fatal(err)
		}
		err := a.Change(b.Context(), "test", "Giữ", func(tx app.Tx) error {
			_, err := tx.Keep(b.Context(), paper)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := closeFile(); err != nil {
		b.Fatal(err)
	}
}
