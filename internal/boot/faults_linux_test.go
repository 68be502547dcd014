package boot_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// smallDisk is a disk of two megabytes that ends with the test.
func smallDisk(t *testing.T) string {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("mounting a small tmpfs needs root; run the tests as root to see a full and a read-only disk")
	}
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("this machine mounts no tmpfs (%v); run the tests where it may", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// TestDiskFull: when the disk is full the sentence says so, what was acknowledged is
// there and nothing else, and no half copy bears a name.
func TestDiskFull(t *testing.T) {
	path := filepath.Join(smallDisk(t), "so.sotd")
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Create: true, Keep: true, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	rename(t, a, "Sở Một")
	last, err := fillUp(t.Context(), a)
	wantTold(t, err, "đã đầy", "vẫn nguyên vẹn")
	if got := a.View().Org.Place; got != last {
		t.Errorf("on screen %d characters, acknowledged %d", len(got), len(last))
	}
	if err := closeFile(); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("the copy on closing: %v", err)
	}
	if found, err := filepath.Glob(filepath.Join(backup.Folder(path), "*")); err != nil || len(found) != 0 {
		t.Errorf("copies on a full disk: %v %v", found, err)
	}
	if _, err := store.Verify(t.Context(), path); err != nil {
		t.Error(err)
	}
	b, closeAgain, err := boot.Open(t.Context(), boot.Options{Path: path, Read: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := b.View().Org.Place; got != last {
		t.Errorf("in the file %d characters, acknowledged %d", len(got), len(last))
	}
	done(t, closeAgain)
}

// TestDiskFullSealed is TestDiskFull for a file that is sealed at rest: what did not fit is
// told and taken back, and the file on the disk has all that was acknowledged.
func TestDiskFullSealed(t *testing.T) {
	path := filepath.Join(smallDisk(t), "so.sotd")
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Create: true, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	rename(t, a, "Sở Một")
	done(t, closeFile)
	if _, err := boot.SealFile(t.Context(), boot.Options{Path: path, Now: clock}, office); err != nil {
		t.Fatal(err)
	}
	a, closeFile, err = boot.Open(t.Context(), boot.Options{Path: path, Seal: office, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	last, err := fillUp(t.Context(), a)
	wantTold(t, err, "so.sotd", "chưa được lưu", "chỗ trống")
	if got := a.View().Org.Place; got != last || last == "" {
		t.Errorf("on screen %d characters, acknowledged %d", len(got), len(last))
	}
	done(t, closeFile)
	b, closeAgain, err := boot.Open(t.Context(), boot.Options{Path: path, Seal: office, Read: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := b.View().Org.Place; got != last {
		t.Errorf("in the file %d characters, acknowledged %d", len(got), len(last))
	}
	done(t, closeAgain)
}

// TestDiskFullElsewhere: a copy, a sealed copy or a package that does not fit is told by the
// name or the place that the person chose, and nothing half of it bears that name.
func TestDiskFullElsewhere(t *testing.T) {
	a := sampled(t)
	full := smallDisk(t)
	if err := os.WriteFile(filepath.Join(full, "đầy"), make([]byte, 1900<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func(to string) error{
		"riêng.sotd":       func(to string) error { return a.Store.Backup(t.Context(), to) },
		"khóa.sotd-khoa":   func(to string) error { return boot.Seal(t.Context(), a, to, hard) },
		"gửi sếp.sotd-goi": func(to string) error { return boot.Package(t.Context(), a, to, "") },
		"kín.sotd-goi":     func(to string) error { return boot.Package(t.Context(), a, to, hard) },
	} {
		to := filepath.Join(full, name)
		err := write(to)
		if tdkt.KindOf(err) != tdkt.Environment || !strings.Contains(err.Error(), name) && !strings.Contains(err.Error(), full) {
			t.Errorf("%s: %v", name, err)
		}
		if found, _ := filepath.Glob(filepath.Join(full, "*.sotd*")); len(found) != 0 {
			t.Errorf("%s: left %v", name, found)
		}
	}
}

// TestReadOnlyFolder: where nothing can be written the file is offered for reading, and
// not a byte of it changes.
func TestReadOnlyFolder(t *testing.T) {
	disk := smallDisk(t)
	path := filepath.Join(disk, "so.sotd")
	text := read(t, filled(t, "Sở Một"))
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	_, _, err := boot.Open(t.Context(), boot.Options{Path: path})
	wantTold(t, err, "Không ghi được vào thư mục", "chỉ để đọc")
	if !backup.MayRead(err) {
		t.Error("reading is not offered")
	}
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path, Read: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := a.View().Org.Name; got != "Sở Một" {
		t.Errorf("read: %s", got)
	}
	done(t, closeFile)
	if !bytes.Equal(text, read(t, path)) {
		t.Error("the file was changed")
	}
}
