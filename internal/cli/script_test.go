package cli_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"tdkt/internal/accounts"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
	"tdkt/internal/cli"
	"tdkt/internal/sheet/sheettest"
)

// TestMain makes "exec tdktctl-exe" a command of the scripts: the very program users start.
// "tdktctl" alone runs it within the test, which costs a fifth.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // as in all tests: see sampletest
	backup.QuickSeals()
	accounts.QuickHashes()
	testscript.Main(m, map[string]func(){
		"tdktctl-exe": func() {
			os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Streams{Out: os.Stdout, Err: os.Stderr, In: os.Stdin}))
		},
	})
}

// TestScripts runs the stories under testdata/script. Their workbooks are text in
// the story (see sheettest.Write), made real by the command "xlsx NAME.txt NAME.xlsx".
func TestScripts(t *testing.T) {
	// All stories play on one PC, those commands too that run in this program: a file that
	// another PC left would be read whole each time.
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	if _, err := boot.Home().Key(); err != nil {
		t.Fatal(err)
	}
	testscript.RunT(oneByOne{t}, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CONFIG_HOME", os.Getenv("XDG_CONFIG_HOME"))
			e.Setenv("GOGC", "400") // as in all tests: see sampletest
			e.Setenv("TODAY", time.Now().Format("20060102"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"tdktctl": runHere, "sample": aFile(t, sampleFile), "small": aFile(t, smallFile), "xlsx": makeWorkbook(t), "status": wantStatus, "samefile": sameFile, "sameyears": sameYears, "sleep": sleep,
		},
	})
}

// oneByOne plays one story after another: the folder a command is called in belongs to the
// whole test.
type oneByOne struct{ *testing.T }

// Parallel does nothing.
func (oneByOne) Parallel() {}

// Run plays one story.
func (o oneByOne) Run(name string, play func(testscript.T)) {
	o.T.Run(name, func(t *testing.T) { play(oneByOne{t}) })
}

// Verbose tells whether all output is wanted.
func (oneByOne) Verbose() bool { return testing.Verbose() }

// here calls tdktctl in the story's folder with the story's secrets.
func here(ts *testscript.TestScript, args []string, s cli.Streams) (code int) {
	from, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	for _, secret := range []string{"TDKT_PASSWORD", "TDKT_NEW_PASSWORD", "TDKT_PASSPHRASE", "TDKT_NEW_PASSPHRASE", "TDKT_CODE"} {
		if told := ts.Getenv(secret); told != "" {
			ts.Check(os.Setenv(secret, told))
			defer os.Unsetenv(secret)
		}
	}
	code = cli.Run(context.Background(), args, s)
	ts.Check(os.Chdir(from))
	return code
}

// runHere is "tdktctl …" within the test.
func runHere(ts *testscript.TestScript, neg bool, args []string) {
	code := here(ts, args, cli.Streams{Out: ts.Stdout(), Err: ts.Stderr(), In: strings.NewReader("")})
	if (code != 0) != neg {
		ts.Fatalf("exit code %d", code)
	}
}

// sampleFile makes the sample department.
func sampleFile(t *testing.T, path string) {
	t.Helper()
	run(t, "-db", path, "demo")
}

// smallFile makes an office of three people: for stories about the file itself, which need
// not read sixty people each time.
func smallFile(t *testing.T, path string) {
	t.Helper()
	text, err := os.ReadFile("testdata/small.txt")
	if err != nil {
		t.Fatal(err)
	}
	book := filepath.Join(t.TempDir(), "small.xlsx")
	sheettest.Write(t, book, string(text))
	run(t, "-db", path, "init", "-org", "Sở Thử nghiệm")
	run(t, "-db", path, "import", "workbook", book)
}

// aFile puts a data file, made once, in the place of a file that this PC left: "sample NAME.db".
func aFile(t *testing.T, fill func(*testing.T, string)) func(*testscript.TestScript, bool, []string) {
	t.Helper()
	made := filepath.Join(t.TempDir(), "mau.db")
	fill(t, made)
	text, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	seen, known := boot.Home().Recall(made)
	if !known {
		t.Fatal("this PC does not know the file it made")
	}
	return func(ts *testscript.TestScript, _ bool, args []string) {
		for _, name := range args {
			path := ts.MkAbs(name)
			ts.Check(os.WriteFile(path, text, 0o600))
			info, err := os.Stat(path)
			ts.Check(err)
			seen.At(info)
			ts.Check(boot.Home().Remember(path, seen))
		}
	}
}

// sleep lets the clock go on; Windows has no program for that.
func sleep(ts *testscript.TestScript, _ bool, args []string) {
	d, err := time.ParseDuration(strings.Join(args, " "))
	ts.Check(err)
	time.Sleep(d)
}

func makeWorkbook(t *testing.T) func(*testscript.TestScript, bool, []string) {
	t.Helper()
	return func(ts *testscript.TestScript, _ bool, args []string) {
		if len(args) != 2 {
			ts.Fatalf("usage: xlsx text workbook")
		}
		sheettest.Write(t, ts.MkAbs(args[1]), ts.ReadFile(args[0]))
	}
}

// wantStatus runs tdktctl and wants exactly this exit code: "status 2 check -year x".
func wantStatus(ts *testscript.TestScript, _ bool, args []string) {
	var out, errs strings.Builder
	code := here(ts, args[1:], cli.Streams{Out: &out, Err: &errs})
	ts.Logf("%s%s", out.String(), errs.String())
	if want := args[0]; want != string(rune('0'+code)) {
		ts.Fatalf("exit code %d, want %s", code, want)
	}
	if code != 0 && errs.Len() == 0 {
		ts.Fatalf("a refusal without a sentence")
	}
	ts.Check(os.WriteFile(ts.MkAbs("stderr.txt"), []byte(errs.String()), 0o600))
}

// sameFile wants two files equal byte for byte.
func sameFile(ts *testscript.TestScript, neg bool, args []string) {
	same := ts.ReadFile(args[0]) == ts.ReadFile(args[1])
	if same == neg {
		ts.Fatalf("%s and %s: equal is %v", args[0], args[1], same)
	}
}

// sameYears wants check -json of two files equal byte for byte, year by year.
func sameYears(ts *testscript.TestScript, _ bool, args []string) {
	ask := func(db, year string) string {
		var out, errs strings.Builder
		line := []string{"-db", ts.MkAbs(db), "-json", "check", "-year", year}
		if code := cli.Run(context.Background(), line, cli.Streams{Out: &out, Err: &errs}); code != 0 {
			ts.Fatalf("check of %s in %s: %s", year, db, errs.String())
		}
		return out.String()
	}
	for _, year := range args[2:] {
		one, two := ask(args[0], year), ask(args[1], year)
		if one == "" || one != two {
			ts.Fatalf("the answers of %s differ", year)
		}
	}
}
