package boot_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/anchor"
	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

// office is the passphrase of a sealed file.
const office = "chín bậc thang dẫn lên đình làng"

// sealedFile is an office, used for a while in the clear and then sealed at rest.
func sealedFile(t *testing.T, home anchor.Home) (path, code string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "so.sotd")
	a, closeFile := open(t, boot.Options{Path: path, Create: true, Home: home})
	loadOffice(t, a)
	done(t, closeFile)
	if len(inClear(t, filepath.Dir(path))) != 2 {
		t.Fatalf("in the clear before: %v", inClear(t, filepath.Dir(path)))
	}
	code, err := boot.SealFile(t.Context(), boot.Options{Path: path, Home: home, Now: clock}, office)
	if err != nil {
		t.Fatal(err)
	}
	return path, code
}

// inClear are the files below folders in which a sample person's number or name stands.
func inClear(t *testing.T, folders ...string) (names []string) {
	t.Helper()
	for _, dir := range folders {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(path)
			if err == nil && (identity(text) != "" || bytes.Contains(text, []byte("SQLite format"))) {
				names = append(names, filepath.Base(path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// A file sealed at rest: nothing of it is in the clear, at rest or at work, in the file or
// its copies; and it is verified, read, changed, taken back, copied, restored and merged
// like any other.
func TestSealedAtRest(t *testing.T) {
	ctx, home := t.Context(), anchor.Home(t.TempDir())
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	path, _ := sealedFile(t, home)
	beside := filepath.Dir(path)
	clear := func(when string) {
		t.Helper()
		if names := inClear(t, beside, temp); len(names) > 0 {
			t.Errorf("%s: in the clear: %v", when, names)
		}
	}
	clear("sealed")
	for pass, want := range map[string]error{"": backup.ErrLocked, "sai mật khẩu rồi": backup.ErrWrongPhrase} {
		if _, _, err := boot.Open(ctx, boot.Options{Path: path, Seal: pass, Now: clock}); !errors.Is(err, want) {
			t.Errorf("%q: %v", pass, err)
		}
	}
	a, closeFile := open(t, boot.Options{Path: path, Seal: office, Home: home})
	if len(a.View().People) < 50 || boot.Alarm(a) != "" {
		t.Fatalf("%d people, alarm %q", len(a.View().People), boot.Alarm(a))
	}
	rename(t, a, "Sở Khóa Tệp")
	clear("open")
	whole := filepath.Join(t.TempDir(), "chép.sotd")
	renew(t, whole, read(t, path)) // a copy of the open file, as from a stick
	rename(t, a, "Sở Đổi Tên")
	if _, err := a.UndoLast(ctx); err != nil {
		t.Fatal(err)
	}
	named := filepath.Join(beside, "riêng.sotd")
	if err := a.Store.Backup(ctx, named); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	clear("closed")
	if names := folder(t, path); len(names) != 2 {
		t.Errorf("copies %v", names)
	}
	for _, p := range []string{path, whole, named} {
		r, _, err := boot.Verify(ctx, boot.Options{Path: p, Seal: office, Home: home}, "")
		if err != nil || r.Entries < 3 {
			t.Errorf("verify %s: %d entries, %v", p, r.Entries, err)
		}
		b, closeCopy := open(t, boot.Options{Path: p, Seal: office, Read: true})
		if b.View().Org.Name != "Sở Khóa Tệp" {
			t.Errorf("%s holds %q", p, b.View().Org.Name)
		}
		if err := b.SaveOrg(ctx, tdkt.Org{Name: "X"}); err == nil {
			t.Error("written though opened for reading")
		}
		done(t, closeCopy)
	}
	restoreSealed(t, path, named, home)
	clear("restored")
	mergeSealed(t, path, whole, home)
	clear("merged")
}

func restoreSealed(t *testing.T, path, from string, home anchor.Home) {
	t.Helper()
	o := boot.Options{Path: path, Seal: office, Now: clock, Home: home}
	if lines, err := boot.Compare(t.Context(), o, from); err != nil || len(lines) == 0 {
		t.Errorf("compare: %v %v", lines, err)
	}
	if _, err := boot.Restore(t.Context(), o, from); err != nil {
		t.Fatal(err)
	}
	if _, _, sealed := backup.IsVault(path); !sealed {
		t.Error("restored in the clear")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := boot.Restore(t.Context(), o, from); err != nil { // where the file is gone
		t.Fatal(err)
	}
	if err := os.WriteFile(path, read(t, path)[:9000], 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err := boot.Open(t.Context(), boot.Options{Path: path, Seal: office, Now: clock})
	if !(boot.Copies{}).Damaged(err) || !strings.Contains(err.Error(), "Bản tốt gần nhất") {
		t.Errorf("a file cut short: %v", err)
	}
	if _, err := boot.Restore(t.Context(), o, from); err != nil { // where it is cut short
		t.Fatal(err)
	}
}

func mergeSealed(t *testing.T, path, other string, home anchor.Home) {
	t.Helper()
	ctx := t.Context()
	b, closeOther := open(t, boot.Options{Path: other, Seal: office, Home: home})
	p := b.View().People[0]
	p.Position = "Chuyên viên cao cấp"
	if err := b.Change(ctx, "test", "Sửa", func(tx app.Tx) error { return tx.Put(ctx, p) }); err != nil {
		t.Fatal(err)
	}
	done(t, closeOther)
	a, closeFile := open(t, boot.Options{Path: path, Seal: office, Home: home})
	defer func() { done(t, closeFile) }()
	plan, err := imports.PreviewMerge(ctx, a, other)
	if err != nil {
		t.Fatal(err)
	}
	if err := imports.Merge(ctx, a, plan); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, q := range a.View().People {
		found = found || q.ID == p.ID && q.Position == p.Position
	}
	if !found {
		t.Error("the merge brought nothing")
	}
}

// What cannot be written is taken back in memory too, and told.
func TestSealedFileReplacedMeanwhile(t *testing.T) {
	path, _ := sealedFile(t, "")
	a, closeFile := open(t, boot.Options{Path: path, Seal: office})
	rename(t, a, "Sở Một")
	aside := path + ".aside"
	if err := os.Rename(path, aside); err != nil {
		t.Fatal(err)
	}
	before, err := a.Store.HeadOf(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = a.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Hai"})
	if tdkt.KindOf(err) != tdkt.Environment || !strings.Contains(err.Error(), "chưa được lưu") {
		t.Fatalf("written into nothing: %v", err)
	}
	after, err := a.Store.HeadOf(t.Context())
	if err != nil || after != before || a.View().Org.Name != "Sở Một" {
		t.Errorf("%v → %v, %q, %v", before, after, a.View().Org.Name, err)
	}
	if err := os.Rename(aside, path); err != nil {
		t.Fatal(err)
	}
	rename(t, a, "Sở Ba")
	done(t, closeFile)
	b, closeFile := open(t, boot.Options{Path: path, Seal: office})
	if b.View().Org.Name != "Sở Ba" {
		t.Errorf("the file holds %q", b.View().Org.Name)
	}
	done(t, closeFile)
}

// A lost passphrase is replaced upon the code on paper; the old passphrase and the old code
// then open neither the file nor a copy beside it. Taken off, everything is in the clear.
func TestSealedPassphraseChanged(t *testing.T) {
	ctx := t.Context()
	home := anchor.Home(t.TempDir())
	path, code := sealedFile(t, home)
	o := boot.Options{Path: path, Home: home, Now: clock}
	away := filepath.Join(t.TempDir(), "usb.sotd")
	renew(t, away, read(t, path))
	if _, err := boot.Reseal(ctx, o, "", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", clerkPassword); !errors.Is(err, backup.ErrWrongPhrase) {
		t.Errorf("a wrong code: %v", err)
	}
	next, err := boot.Reseal(ctx, o, "", strings.ToLower(code), clerkPassword)
	if err != nil || next == code {
		t.Fatalf("by the code: %v", err)
	}
	copies, err := backup.Everything(path)
	if err != nil || len(copies) == 0 {
		t.Fatal(copies, err)
	}
	for _, p := range append(copies, path) {
		if _, err := backup.OpenVault(p, office, ""); !errors.Is(err, backup.ErrWrongPhrase) {
			t.Errorf("%s opens by the old passphrase: %v", p, err)
		}
		if _, err := backup.OpenVault(p, "", code); !errors.Is(err, backup.ErrWrongPhrase) {
			t.Errorf("%s opens by the old code: %v", p, err)
		}
	}
	v, err := backup.OpenVault(path, clerkPassword, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := v.Open(away); err != nil {
		t.Errorf("a copy of before: %v", err)
	}
	if err := boot.UnsealFile(ctx, o); !errors.Is(err, backup.ErrLocked) {
		t.Errorf("taken off without the passphrase: %v", err)
	}
	o.Seal = clerkPassword
	if err := boot.UnsealFile(ctx, o); err != nil {
		t.Fatal(err)
	}
	if names := inClear(t, filepath.Dir(path)); len(names) != len(copies)+1 {
		t.Errorf("in the clear: %v", names)
	}
	a, closeFile := open(t, boot.Options{Path: path, Home: home})
	rename(t, a, "Sở Mở")
	done(t, closeFile)
	if _, _, err := boot.Verify(ctx, boot.Options{Path: path, Home: home}, ""); err != nil {
		t.Error(err)
	}
}

// Accounts stand behind the passphrase; the head tells that there are some.
func TestSealedWithAccounts(t *testing.T) {
	path, _ := guardedFile(t)
	if _, err := boot.SealFile(t.Context(), boot.Options{Path: path, Now: clock}, office); err != nil {
		t.Fatal(err)
	}
	if _, accounts, sealed := backup.IsVault(path); !accounts || !sealed {
		t.Error("the head does not tell of the accounts")
	}
	_, _, err := boot.Open(t.Context(), boot.Options{Path: path, Seal: office, Now: clock})
	if !errors.Is(err, app.ErrLogIn) {
		t.Errorf("nobody logged in: %v", err)
	}
	a, closeFile := open(t, boot.Options{Path: path, Seal: office, Login: "vanthu", Password: clerkPassword})
	rename(t, a, "Sở Có Tài Khoản")
	if err := a.EndAccounts(t.Context()); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	if _, accounts, _ := backup.IsVault(path); accounts {
		t.Error("the head still tells of accounts")
	}
}
