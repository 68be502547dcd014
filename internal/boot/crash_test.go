package boot_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"tdkt/internal/accounts"
	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// rounds is how often the program is killed; "go run ./cmd/dev crash" asks for many.
var rounds = flag.Int("rounds", 1, "how often the working program is killed")

// childEnv makes the test program a program at work on the file it names.
const childEnv = "TDKT_BOOT_CHILD"

// endedByItself is how the program at work ends when nobody killed it. Windows ends a
// killed one with 1, Go a crashed one with 2.
const endedByItself = 3

func TestMain(m *testing.M) {
	flag.Parse()
	backup.QuickSeals()
	accounts.QuickHashes()
	if path := os.Getenv(childEnv); path != "" {
		fmt.Fprintln(os.Stderr, workUntilKilled(context.Background(), path))
		os.Exit(endedByItself)
	}
	if path := os.Getenv(sealEnv); path != "" {
		fmt.Fprintln(os.Stderr, sealUntilKilled(context.Background(), path))
		os.Exit(endedByItself)
	}
	if path := os.Getenv(turnEnv); path != "" {
		fmt.Fprintln(os.Stderr, turnUntilKilled(context.Background(), path))
		os.Exit(endedByItself)
	}
	os.Exit(m.Run())
}

// workUntilKilled imports, pastes and copies the file without end, and says what was
// done once it was: "entry N" or "copy PATH".
func workUntilKilled(ctx context.Context, path string) error {
	clock := time.Now()
	now := func() time.Time { clock = clock.Add(time.Minute); return clock }
	a, _, err := boot.Open(ctx, boot.Options{Path: path, Now: now, Seal: office})
	if err != nil {
		return err
	}
	a.OnChange(func(c app.Changed) { fmt.Println("entry", c.Seq) })
	for n := 0; ; n++ {
		plan, err := imports.PreviewWorkbook(ctx, a, filepath.Join(filepath.Dir(path), fmt.Sprintf("%d.xlsx", n%2)))
		if err != nil {
			return err
		}
		if err := imports.Import(ctx, a, plan, false); err != nil {
			return err
		}
		if err := paste(ctx, a, n); err != nil {
			return err
		}
		to, err := boot.Keep(ctx, a)
		if err != nil {
			return err
		}
		fmt.Println("copy", to)
	}
}

// paste gives every person a rating at once, as a pasted column does.
func paste(ctx context.Context, a *app.App, n int) error {
	var recs []tdkt.Record
	for _, r := range a.View().Ratings {
		r.Points = (r.Points + n + 1) % 10_000
		recs = append(recs, r)
	}
	return a.Change(ctx, "test", "Dán điểm", func(tx app.Tx) error { return tx.Put(ctx, recs...) })
}

// TestKilledAtWork: the plug is pulled at any moment of imports, pastes and copies.
// What was said to be saved is there, the file and its chain are whole, and whatever
// bears the name of a copy is one.
func TestKilledAtWork(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "so.sotd")
	a, closeFile := open(t, boot.Options{Path: path, Create: true})
	if err := boot.LoadSample(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	for i, level := range []string{"HTT", "HTXS"} {
		sheettest.Write(t, filepath.Join(folder, fmt.Sprintf("%d.xlsx", i)), ratingList(level))
	}
	fresh := read(t, path)
	entries, copies, midway := 0, 0, 0
	for round := range *rounds {
		if round%startOver == 0 { // a file that grew would be killed in its copies alone
			renew(t, path, fresh)
		}
		last, acked, made := killed(t, childEnv, path, time.Duration(rand.IntN(900))*time.Millisecond)
		midway += leftovers(t, path)
		report, err := store.Verify(t.Context(), path)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if report.Entries < last {
			t.Fatalf("round %d: entry %d was acknowledged, the file has %d", round, last, report.Entries)
		}
		list, err := backup.List(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			if _, err := store.Verify(t.Context(), filepath.Join(backup.Folder(path), c.Name)); err != nil {
				t.Fatalf("round %d: copy %s: %v", round, c.Name, err)
			}
		}
		entries, copies = entries+acked, copies+made
	}
	if entries == 0 {
		t.Error("the program never came to write anything")
	}
	t.Logf("%d rounds of kill -9: integrity ok, chain whole, every one of %d acknowledged entries there; %d copies acknowledged, %d killed midway, all named copies whole",
		*rounds, entries, copies, midway)
}

// startOver is after how many rounds the work begins with a small file again.
const startOver = 4

// renew puts the small file in the place of one that grew, without its copies.
func renew(t *testing.T, path string, fresh []byte) {
	t.Helper()
	for _, tail := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + tail); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(backup.Folder(path)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, fresh, 0o600); err != nil {
		t.Fatal(err)
	}
}

func ratingList(level string) string {
	var b strings.Builder
	b.WriteString("[Xếp loại]\nNăm|Mã|Mức\n")
	for i := 1; i <= 60; i++ {
		fmt.Fprintf(&b, "2025|CB%03d|%s\n", i, level)
	}
	return b.String()
}

// killed lets the program work for a while after its first word, kills it, and tells
// the last entry and how many entries and copies it acknowledged.
func killed(t *testing.T, env, path string, after time.Duration) (last int64, entries, copies int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), env+"="+path)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	words := bufio.NewScanner(out)
	for first := true; words.Scan(); first = false {
		if first {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
		what, which, _ := strings.Cut(words.Text(), " ")
		if what == "copy" {
			copies++
			continue
		}
		if last, err = strconv.ParseInt(which, 10, 64); err != nil {
			t.Fatal(err)
		}
		entries++
	}
	err = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != killedCode() {
		t.Fatalf("the program ended by itself: %v", err)
	}
	return last, entries, copies
}

// killedCode is the exit code of a killed program: Windows gives it one, others none.
func killedCode() int {
	if runtime.GOOS == "windows" {
		return 1
	}
	return -1
}

// leftovers counts the unfinished copies, which bear another name. The next copy that
// is finished sweeps them away.
func leftovers(t *testing.T, path string) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(backup.Folder(path), "*.tmp"))
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}
