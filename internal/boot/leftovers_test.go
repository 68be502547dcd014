package boot_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
)

// sealEnv makes the test program one that seals, merges and exports.
const sealEnv = "TDKT_BOOT_SEALER"

// sealUntilKilled seals the file, takes another PC's sealed file in and takes it back,
// and exports everything, without end.
func sealUntilKilled(ctx context.Context, path string) error {
	folder := filepath.Dir(path)
	for n := 0; ; n++ {
		if err := sealOnce(ctx, path, folder, n); err != nil {
			return err
		}
		fmt.Println("round", n)
	}
}

func sealOnce(ctx context.Context, path, folder string, n int) error {
	a, closeFile, err := boot.Open(ctx, boot.Options{Path: path, Passphrase: hard})
	if err != nil {
		return err
	}
	fmt.Println("open", n)
	jobs := []func() error{
		func() error {
			return boot.Seal(ctx, a, filepath.Join(folder, fmt.Sprintf("%d-%d.age", os.Getpid(), n)), hard)
		},
		func() error { return imports.ExportWorkbook(ctx, a, filepath.Join(folder, "tất cả.xlsx")) },
		func() error { return mergeAndBack(ctx, a, filepath.Join(folder, "máy khác.age")) },
		func() error { _, err := papers.ExportFolder(ctx, a, draft(), folder, nil); return err },
	}
	rand.Shuffle(len(jobs), func(i, j int) { jobs[i], jobs[j] = jobs[j], jobs[i] })
	for _, job := range jobs {
		if err := job(); err != nil {
			return err
		}
	}
	return closeFile()
}

func mergeAndBack(ctx context.Context, a *app.App, from string) error {
	plan, err := imports.PreviewMerge(ctx, a, from)
	if err != nil || plan.Nothing() {
		return err
	}
	if err := imports.Merge(ctx, a, plan); err != nil {
		return err
	}
	_, err = a.UndoLast(ctx)
	return err
}

// hard is a passphrase that nobody guesses.
const hard = "bốn con cá rô ngoài ao 1987"

// The program is killed while it seals, merges and exports. Once it was opened again, no
// identity number stands in any file among the temporary ones or beside the data but the
// data themselves, their copies and what was asked for.
func TestNothingLeftWhenKilled(t *testing.T) {
	folder, temp := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TEMP", temp)
	t.Setenv("TMP", temp)
	path := filepath.Join(folder, "so.sotd")
	a, closeFile := open(t, boot.Options{Path: path, Create: true})
	if err := boot.LoadSample(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	otherFile(t, path, filepath.Join(folder, "máy khác.age"))
	swept := 0
	for round := range *rounds {
		killSealer(t, path, time.Duration(rand.IntN(2500))*time.Millisecond)
		before := strays(t, folder, temp)
		a, closeFile := open(t, boot.Options{Path: path})
		if len(a.View().People) == 0 {
			t.Fatalf("round %d: nobody in the file", round)
		}
		done(t, closeFile)
		after := strays(t, folder, temp)
		swept += len(before) - len(after)
		for name, what := range after {
			t.Errorf("round %d: %s is left, with %s", round, name, what)
		}
		clearRound(t, folder)
	}
	t.Logf("%d rounds of kill -9 while sealing, merging and exporting: %d unfinished files with identity numbers were there before the file was opened again, none after", *rounds, swept)
}

// otherFile is the same file from another PC with work of its own, behind a passphrase.
func otherFile(t *testing.T, path, to string) {
	t.Helper()
	other := filepath.Join(t.TempDir(), "máy khác.sotd")
	renew(t, other, read(t, path))
	a, closeFile := open(t, boot.Options{Path: other})
	p := a.View().People[0]
	p.Position = "Chuyên viên cao cấp"
	if err := a.Change(t.Context(), "test", "Sửa thử", func(tx app.Tx) error { return tx.Put(t.Context(), p) }); err != nil {
		t.Fatal(err)
	}
	if err := boot.Seal(t.Context(), a, to, hard); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
}

// killSealer starts the program and kills it a while after it has the file open.
func killSealer(t *testing.T, path string, after time.Duration) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), sealEnv+"="+path)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 1)
	if _, err := out.Read(first); err == nil {
		time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	}
	_, _ = io.Copy(io.Discard, out)
	err = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != killedCode() {
		t.Fatalf("the program ended by itself: %v: %s", err, said.String())
	}
}

// identity finds a number of twelve figures that stands alone, as on an identity card.
// Many megabytes are looked through, for which a regular expression is slow.
func identity(text []byte) string {
	for i := 0; i < len(text); i++ {
		from := i
		for i < len(text) && '0' <= text[i] && text[i] <= '9' {
			i++
		}
		if i-from == 12 && text[from] == '0' {
			return string(text[from:i])
		}
	}
	return ""
}

// TestIdentity: numbers alone, at the ends and among others.
func TestIdentity(t *testing.T) {
	for text, want := range map[string]string{
		"036000000001": "036000000001", "a036000000001": "036000000001", "1 036000000001,": "036000000001",
		"136000000001": "", "0360000000011": "", "03600000000": "", "": "",
	} {
		if got := identity([]byte(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// strays are the files with identity numbers that are neither data, copies nor what was
// asked for.
func strays(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || asked(folder, path) {
				return err
			}
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if number := identity(unpacked(raw)); number != "" {
				found[path] = number
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// asked says whether a file is the data, a copy of them, or what an export was asked for.
func asked(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	if err != nil {
		return false
	}
	top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	switch {
	case strings.HasPrefix(top, "so.sotd") && !strings.HasSuffix(top, ".tmp"), top == "tất cả.xlsx", strings.HasPrefix(top, "Hồ sơ trình"):
		return true
	}
	return top == filepath.Base(backup.Folder(filepath.Join(folder, "so.sotd"))) && !strings.HasSuffix(path, ".tmp")
}

// unpacked is a file with the parts of it, where it is a workbook, document or archive.
func unpacked(raw []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return raw
	}
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(part)
		raw = append(append(raw, '\n'), text...)
	}
	return raw
}

// clearRound takes away what was asked for.
func clearRound(t *testing.T, folder string) {
	t.Helper()
	for _, pattern := range []string{"[0-9]*.age", "Hồ sơ trình*", "tất cả.xlsx"} {
		list, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range list {
			if err := os.RemoveAll(name); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The search finds what it looks for: a number in a plain file, and one in a workbook.
func TestStraysAreFound(t *testing.T) {
	folder := t.TempDir()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("xl/sharedStrings.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("<t>001099000001</t>")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{".ghi-do-1.xlsx": packed.Bytes(), "so.sotd.moi.tmp": []byte("x 001099000001 "), "số.txt": []byte("1001099000001")} {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if found := strays(t, folder); len(found) != 2 {
		t.Errorf("found %v", found)
	}
}
