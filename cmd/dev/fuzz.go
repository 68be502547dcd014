package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"tdkt/cmd/dev/internal/sh"
)

// fuzzTime is how long each fuzzer runs under "test -long".
const fuzzTime = "1m"

// fuzzer is a fuzz test and the package it is in, as a path from the top.
type fuzzer struct{ pack, name string }

// fuzz runs every fuzz test of the project for a while, one after the other.
func (t *tool) fuzz(ctx context.Context) (counts, error) {
	list, err := fuzzers(t.Root)
	if err != nil {
		return counts{}, err
	}
	if len(list) == 0 {
		return counts{}, errors.New("no fuzz test was found")
	}
	var sum counts
	for _, f := range list {
		t.Say("%s %s, %s", f.pack, f.name, fuzzTime)
		err := t.Stream(ctx, sh.Command{
			Name: "go", Env: sh.NoCgo(),
			Args: []string{"test", "-run", "^$", "-fuzz", "^" + f.name + "$", "-fuzztime", fuzzTime, "-fuzzminimizetime", "5s", f.pack},
		})
		if err != nil {
			sum.failed++
			return sum, fmt.Errorf("%s in %s: %w", f.name, f.pack, err)
		}
		sum.passed++
	}
	return sum, nil
}

var fuzzHead = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// fuzzers finds the fuzz tests under internal.
func fuzzers(root string) ([]fuzzer, error) {
	var list []fuzzer
	tree := os.DirFS(root)
	err := fs.WalkDir(tree, "internal", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		for _, m := range fuzzHead.FindAllSubmatch(text, -1) {
			list = append(list, fuzzer{"./" + path.Dir(name), string(m[1])})
		}
		return nil
	})
	slices.SortFunc(list, func(a, b fuzzer) int { return strings.Compare(a.pack+a.name, b.pack+b.name) })
	return list, err
}

// crashStep is the killing of "dev crash" as a step of "test -long".
func (t *tool) crashStep(ctx context.Context) (counts, error) {
	return counts{}, runCrash(ctx, t, nil)
}
