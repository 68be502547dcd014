package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"strings"
)

// windowPackage is the only package that needs cgo.
const windowPackage = "./cmd/tdkt"

// runChecks is the whole gate. Cheap checks come first, so that a slip shows early.
func runChecks(ctx context.Context, t *tool, args []string) error {
	if err := parse(flag.NewFlagSet("test", flag.ContinueOnError), args); err != nil {
		return err
	}
	packages, err := t.packages(ctx)
	if err != nil {
		return err
	}
	return t.runSteps(ctx, []step{
		{"modules: go mod verify, go mod tidy -diff", t.checkModules},
		{"format: gofumpt", t.checkFormat},
		{"vet, without cgo", t.checker(noCgo(), append([]string{"vet"}, packages...))},
		{"tests, without cgo", func(ctx context.Context) (counts, error) { return t.runTests(ctx, packages) }},
		{"lint: golangci-lint", func(ctx context.Context) (counts, error) { return counts{}, t.lint(ctx, noCgo(), packages) }},
		{"vet for Windows, without cgo", t.checker(append(noCgo(), "GOOS=windows"), []string{"vet", "./internal/..."})},
		{"window: vet, lint, build, first picture under Xvfb", t.checkWindow},
	})
}

// packages are all but the window, as paths from the top. -find keeps go list from
// following imports, since those of the window do not resolve without cgo.
func (t *tool) packages(ctx context.Context) ([]string, error) {
	list, err := t.capture(ctx, command{name: "go", args: []string{"list", "-find", "-f", "{{.Dir}}", "./..."}, env: noCgo()})
	if err != nil {
		return nil, err
	}
	return withoutWindow(t.root, list), nil
}

// withoutWindow turns the folders that go list prints into paths from the top.
func withoutWindow(root, list string) []string {
	var packages []string
	for dir := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == '\n' || r == '\r' }) {
		short := "." + strings.ReplaceAll(strings.TrimPrefix(dir, root), `\`, "/")
		if short != windowPackage {
			packages = append(packages, short)
		}
	}
	return packages
}

// checker is a step that is one call of go.
func (t *tool) checker(env, args []string) func(context.Context) (counts, error) {
	return func(ctx context.Context) (counts, error) {
		return counts{}, t.stream(ctx, command{name: "go", args: args, env: env})
	}
}

// checkModules makes sure that the modules are what go.sum says and that go.mod names
// neither too many nor too few.
func (t *tool) checkModules(ctx context.Context) (counts, error) {
	if err := t.stream(ctx, command{name: "go", args: []string{"mod", "verify"}}); err != nil {
		return counts{}, err
	}
	return counts{}, t.stream(ctx, command{name: "go", args: []string{"mod", "tidy", "-diff"}})
}

// developerTool is a call of a program pinned in .tools/go.mod, which keeps the linters'
// hundreds of modules out of the program's own go.mod.
func developerTool(env []string, words ...string) command {
	return command{name: "go", args: append([]string{"tool", "-modfile=.tools/go.mod"}, words...), env: env}
}

// checkFormat lists the files gofumpt would change.
func (t *tool) checkFormat(ctx context.Context) (counts, error) {
	list, err := t.capture(ctx, developerTool(noCgo(), "gofumpt", "-l", "cmd", "internal", "assets"))
	if err != nil {
		return counts{}, err
	}
	if list != "" {
		return counts{}, errors.New("gofumpt would change these files; run: go tool -modfile=.tools/go.mod gofumpt -w cmd internal assets\n" +
			strings.TrimSpace(list))
	}
	return counts{}, nil
}

// lint runs golangci-lint with the configuration of .golangci.yml.
func (t *tool) lint(ctx context.Context, env, words []string) error {
	return t.stream(ctx, developerTool(env, append([]string{"golangci-lint", "run"}, words...)...))
}

// mayInstall says whether the gate may install packages: only on a machine that calls
// itself CI, where dev is root and nobody's computer is changed.
func mayInstall(m machine, getenv func(string) string) bool {
	return getenv("CI") == "true" && m.root && m.apt
}

// checkWindow builds the window and starts it on a display without a screen.
func (t *tool) checkWindow(ctx context.Context) (counts, error) {
	m := look(ctx)
	if m.goos != "linux" {
		return counts{}, skip{"the window is tried under Xvfb, which is on Linux only", "run it on Linux"}
	}
	if !(m.headers && m.xvfb) {
		packages := append(windowPackages(), displayPackages()...)
		if !mayInstall(m, os.Getenv) {
			return counts{}, skip{"no C compiler, no headers of GL and X, or no Xvfb", byHand(m, packages)}
		}
		if err := t.install(ctx, aptRemedy(m, packages)); err != nil {
			return counts{}, err
		}
	}
	return counts{}, t.tryWindow(ctx)
}

// byHand is the line that would install packages on this machine.
func byHand(m machine, packages []string) string {
	m.root, m.sudo = false, false
	return aptRemedy(m, packages).tell
}
