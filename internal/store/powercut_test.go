package store

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/tdkt"
)

// cuts is how many power cuts are tried; "go run ./cmd/dev crash" asks for many.
var cuts = flag.Int("cuts", 20, "how often the power is cut")

// cutSeed is what the cuts are drawn from.
var cutSeed = flag.Uint64("cutseed", 1, "what the power cuts are drawn from")

// The power goes at any moment. What was not forced to the disk is there, is not, or is
// there in part, sector by sector, whatever came before or after it; what the store
// acknowledged is there all the same, and the file is whole. Lost entries of
// folders and disks that lie about forcing are not tried.
func TestPowerCut(t *testing.T) {
	folder := t.TempDir()
	deeds := busyDay(t, folder)
	lost, r := 0, rand.New(rand.NewPCG(*cutSeed, 5))
	for n := range *cuts {
		end := 1 + r.IntN(len(deeds))
		at := filepath.Join(t.TempDir(), fmt.Sprint(n))
		promised := lie(t, at, deeds[:end], r)
		if promised == 0 {
			continue // not even the file is promised yet
		}
		path := filepath.Join(at, childFile)
		db, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Errorf("cut %d after %d of %d deeds: %v", n, end, len(deeds), err)
			lost++
			continue
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
		report, err := Verify(t.Context(), path)
		if err != nil || report.Entries < promised {
			t.Errorf("cut %d after %d of %d deeds: %d entries, %d were acknowledged, %v", n, end, len(deeds), report.Entries, promised, err)
			lost++
		}
		if err := os.RemoveAll(at); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d cuts in %d deeds from seed %d: %d lost", *cuts, len(deeds), *cutSeed, lost)
}

// The same without forcing anything to the disk must lose changes, or the test could not fail.
func TestPowerCutFindsWhatIsNotForced(t *testing.T) {
	folder := t.TempDir()
	var deeds []deed
	for _, d := range busyDay(t, folder) {
		if d.what != forced {
			deeds = append(deeds, d)
		}
	}
	r := rand.New(rand.NewPCG(1, 5))
	for range 20 {
		at := t.TempDir()
		promised := lie(t, at, deeds[:len(deeds)/2+r.IntN(len(deeds)/2)], r)
		if report, err := Verify(t.Context(), filepath.Join(at, childFile)); err != nil || report.Entries < promised {
			return
		}
	}
	t.Error("nothing was lost in 20 cuts although nothing was forced to the disk")
}

// busyDay works in a new file: small changes and large ones, a reader of an older state in
// the way, the file closed and opened again.
func busyDay(t *testing.T, folder string) []deed {
	t.Helper()
	rec := record(t, folder)
	path := filepath.Join(folder, childFile)
	unit, _ := office()
	for day := range 4 {
		db, err := Open(t.Context(), path, Options{Create: day == 0})
		if err != nil {
			t.Fatal(err)
		}
		if day == 0 {
			put(t, db, unit)
		}
		for n := range 8 {
			var recs []tdkt.Record
			for i := range []int{1, 3, 300}[n%3] {
				id := tdkt.NewID()
				recs = append(recs, tdkt.Person{ID: id, Code: fmt.Sprint(day, "-", n, "-", i), Name: "Người Thử", Unit: unit.ID})
			}
			write := func() {
				entry := put(t, db, recs...)
				rec.note(deed{what: acknowledged, at: entry.Seq})
			}
			if n != 4 {
				write()
				continue
			}
			err := onConn(t.Context(), db.reader, func(s *session) error { // a report is being printed
				return s.transaction(t.Context(), "BEGIN", func() error {
					if _, err := s.number(t.Context(), "SELECT count(*) FROM person"); err != nil {
						return err
					}
					write()
					return nil
				})
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return rec.all()
}

// disk is a file as a power cut leaves it.
type disk struct {
	safe    []byte
	there   bool
	pending []deed
}

// lie puts the files down as they lie after a power cut, and tells the last entry that
// was acknowledged before it.
func lie(t *testing.T, to string, deeds []deed, r *rand.Rand) (promised int64) {
	t.Helper()
	files := map[string]*disk{}
	of := func(name string) *disk {
		if files[name] == nil {
			files[name] = &disk{}
		}
		return files[name]
	}
	for _, d := range deeds {
		f := of(d.file)
		switch d.what {
		case acknowledged:
			promised = d.at
		case forced:
			for _, p := range f.pending {
				f.do(p)
			}
			f.pending = nil
		case removed:
			if d.at != 0 { // its folder is forced too, and with it what was removed before
				*f = disk{}
				for _, o := range files {
					o.settleRemoval()
				}
				continue
			}
			f.pending = append(f.pending, d)
		default:
			f.pending = append(f.pending, d)
		}
	}
	if err := os.MkdirAll(to, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, f := range files {
		for _, p := range f.pending {
			f.perhaps(p, r)
		}
		if !f.there {
			continue
		}
		if err := os.WriteFile(filepath.Join(to, filepath.Base(name)), f.safe, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return promised
}

// settleRemoval makes the last removal of the file sure.
func (f *disk) settleRemoval() {
	for i := len(f.pending) - 1; i >= 0; i-- {
		if f.pending[i].what == removed {
			f.safe, f.there, f.pending = nil, false, f.pending[i+1:]
			return
		}
	}
}

// do does a deed to the file.
func (f *disk) do(d deed) {
	switch d.what {
	case removed:
		f.safe, f.there = nil, false
	case cut:
		f.there = true
		f.grow(d.at)
		f.safe = f.safe[:d.at]
	case wrote:
		f.there = true
		f.grow(d.at + int64(len(d.data)))
		copy(f.safe[d.at:], d.data)
	default: // changes nothing in the file
	}
}

func (f *disk) grow(to int64) {
	if more := to - int64(len(f.safe)); more > 0 {
		f.safe = append(f.safe, make([]byte, more)...)
	}
}

// perhaps does a deed that was not forced: wholly, not at all, or some sectors of it.
func (f *disk) perhaps(d deed, r *rand.Rand) {
	const sector = 512
	switch r.IntN(3) {
	case 0:
		f.do(d)
	case 1:
		if d.what != wrote {
			return
		}
		for from := 0; from < len(d.data); from += sector {
			if r.IntN(2) == 0 {
				f.do(deed{wrote, d.file, d.at + int64(from), d.data[from:min(from+sector, len(d.data))]})
			}
		}
	}
}
