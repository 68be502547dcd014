package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMutantsIn(t *testing.T) {
	const text = `package p

// f stays as it is.
func f(a, b int, s string) bool {
	s = s + "x"
	return a+1 < b && s != ""
}
`
	list, err := mutantsIn("p/f.go", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range list {
		got = append(got, m.String())
		before, after := strings.Split(text, "\n"), strings.Split(string(m.text), "\n")
		differ := 0
		for i := range before {
			if before[i] != after[i] {
				differ++
			}
		}
		if differ != 1 {
			t.Errorf("%s changes %d lines", m, differ)
		}
	}
	want := []string{
		`p/f.go:6: a+1 < b || s != "", not a+1 < b && s != ""`,
		`p/f.go:6: a+1 <= b, not a+1 < b`,
		`p/f.go:6: a - 1, not a + 1`,
		`p/f.go:6: s == "", not s != ""`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mutants (-want +got):\n%s", diff)
	}
}

// TestMutantsBind: the turned operator takes what its name says, however it binds.
func TestMutantsBind(t *testing.T) {
	const text = "package p\n\nfunc f(a, b, c bool) bool { return a || b || c }\n"
	list, err := mutantsIn("p/f.go", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range list {
		_, rest, _ := strings.Cut(string(m.text), "return ")
		got = append(got, m.is+": "+strings.TrimSuffix(rest, " }\n"))
	}
	want := []string{"(a || b) && c: ((a || b) && (c))", "a && b: ((a) && (b)) || c"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mutants (-want +got):\n%s", diff)
	}
}

// TestMutatedPackages: each package that is said to be tried has something to turn.
func TestMutatedPackages(t *testing.T) {
	for _, pack := range mutated() {
		list, err := mutantsOf("../..", pack)
		if err != nil || len(list) < 20 {
			t.Errorf("%s: %d mutants, %v", pack, len(list), fmt.Sprint(err))
		}
	}
}
