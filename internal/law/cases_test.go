package law_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
)

var update = flag.Bool("update", false, "rewrite the want part of the cases; read the difference before committing it")

const casesDir = "testdata/cases"

// rules loads the embedded rules.
func rules(tb testing.TB) *law.Rules {
	tb.Helper()
	r, err := law.Load()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// eachCase runs do on every case file under testdata/cases.
func eachCase(t *testing.T, do func(t *testing.T, file string, c *lawcase.Case)) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(casesDir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		n++
		name, _ := filepath.Rel(casesDir, file)
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c, err := lawcase.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			do(t, file, c)
		})
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("%d cases: %v", n, err)
	}
}

// The stories are the law as the office reads it: each says what must come out.
func TestCases(t *testing.T) {
	r := rules(t)
	eachCase(t, func(t *testing.T, file string, c *lawcase.Case) {
		t.Helper()
		got := lawcase.Print(c.Run(r))
		if *update && got != c.Want {
			rewrite(t, file, got)
			return
		}
		if diff := cmp.Diff(c.Want, got); diff != "" {
			t.Errorf("%s: mismatch (-want +got); run with -update and read the difference\n%s", file, diff)
		}
	})
}

// rewrite puts what came out into the case's want part.
func rewrite(t *testing.T, file, got string) {
	t.Helper()
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var files []txtar.File
	for _, f := range ar.Files {
		if f.Name != lawcase.WantPart {
			files = append(files, f)
		}
	}
	ar.Files = append(files, txtar.File{Name: lawcase.WantPart, Data: []byte(got)})
	if err := os.WriteFile(file, txtar.Format(ar), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A need that no story answers both ways is a need nobody has tried.
func TestEveryNeedIsAnsweredByACase(t *testing.T) {
	table, err := lawcase.Table(rules(t), law.Cases())
	if err != nil || len(table) == 0 {
		t.Fatalf("%d needs: %v", len(table), err)
	}
	for _, c := range table {
		if gap := c.Gap(); gap != "" {
			t.Errorf("%s: %s (%s): need %s: no case answers %s", c.Regime, c.Title, c.Kind, c.Need, gap)
		}
	}
}

// Whoever is told that data are missing is told which: every case that lacks data, of
// every title, asks for some entry.
func TestCasesThatLackDataAskForIt(t *testing.T) {
	r := rules(t)
	eachCase(t, func(t *testing.T, _ string, c *lawcase.Case) {
		t.Helper()
		for _, a := range c.Run(r) {
			if (a.Result.Answer == law.Unknown) != (len(a.Result.Settle()) > 0) {
				t.Errorf("%v: %s asks for %+v", a.Ask, a.Result.Answer, a.Result.Settle())
			}
		}
	})
}

// The last regime repeats the one before it: the same story two years later must
// come out alike, with the warning on every finding; but for a rule of the decree of 1/7/2025.
func TestLastRegimeRepeatsTheOneBefore(t *testing.T) {
	r := rules(t)
	last, before := r.Regimes[len(r.Regimes)-1], r.Regimes[len(r.Regimes)-2]
	eachCase(t, func(t *testing.T, _ string, c *lawcase.Case) {
		t.Helper()
		var then []lawcase.Answer
		for _, a := range c.Run(r) {
			if a.Ask.Year == before.From {
				then = append(then, a)
			}
		}
		for i, now := range c.IntoLast(r).Run(r) {
			want := then[i]
			if refused(now.Result.Notes) {
				continue
			}
			if now.Result.Answer != want.Result.Answer || len(now.Result.Findings) != len(want.Result.Findings) {
				t.Errorf("%v: %s answers %q, %s %q", want.Ask, before.ID, want.Result.Answer, last.ID, now.Result.Answer)
				continue
			}
			for k, f := range now.Result.Findings {
				if f.Answer != want.Result.Findings[k].Answer || !strings.Contains(f.Cite, last.Note) {
					t.Errorf("%v: need %s: answer %q, cite %q", want.Ask, f.Need, f.Answer, f.Cite)
				}
			}
		}
	})
}

// refused says whether an award did not count for its loại hình.
func refused(notes []law.Remark) bool {
	return slices.ContainsFunc(notes, func(n law.Remark) bool { return n.ID == "dot-xuat-chuyen-de" })
}
