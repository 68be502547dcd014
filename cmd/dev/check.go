package main

import (
	"context"
	"errors"
	"flag"
	"os"
	"runtime"
	"strings"

	"tdkt/cmd/dev/internal/sh"
)

// windowPackage is the only package that needs cgo.
const windowPackage = "./cmd/tdkt"

// runChecks is the whole gate. Cheap checks come first, so that a slip shows early. With
// -long, what takes many minutes comes last: fuzzers, kill -9, huge workbooks, many seeds, races, mutants.
func runChecks(ctx context.Context, t *tool, args []string) error {
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	long := flags.Bool("long", false, "also what takes an hour: fuzzers, kill -9, huge workbooks, many seeds, races, mutants")
	fresh := flags.Bool("fresh", os.Getenv("CI") == "true", "all tests anew, those too of which nothing changed since they passed; with CI=true always")
	if err := parse(flags, args); err != nil {
		return err
	}
	packages, err := t.packages(ctx)
	if err != nil {
		return err
	}
	window := t.readyWindow(ctx)
	steps := []step{
		{"modules: go mod verify, go mod tidy -diff", t.checkModules},
		{"format: gofumpt", t.checkFormat},
		{"vet, without cgo", t.checker(sh.NoCgo(), append([]string{"vet"}, packages...))},
		{"tests, without cgo", func(ctx context.Context) (counts, error) { return t.runTests(ctx, packages, *fresh || *long) }},
		{"lint: golangci-lint", func(ctx context.Context) (counts, error) { return counts{}, t.lint(ctx, sh.NoCgo(), packages) }},
		{"vet for Windows, without cgo", t.checker(append(sh.NoCgo(), "GOOS=windows"), []string{"vet", "./internal/..."})},
		{"window: vet, lint, build, first picture under Xvfb", func(ctx context.Context) (counts, error) { return counts{}, t.checkWindow(ctx, window) }},
	}
	if *long {
		steps = append(steps, step{"fuzzers, a minute each", t.fuzz}, step{"kill -9 at work", t.crashStep},
			step{"huge and broken workbooks, measured", t.checker(sh.NoCgo(), corpusTest())},
			step{"5,000 random worlds of files merged in random orders", t.checker(sh.NoCgo(), modelTest())},
			step{"many seeds, rows and orders of merges", t.checker(sh.NoCgo(), manyTest())},
			step{"folders of a hundred random years, read back", t.checker(sh.NoCgo(), foldersTest())},
			step{"changes at the same time, under the race detector", t.raceStep},
			step{"mutants", t.mutantStep})
	}
	return t.runSteps(ctx, steps)
}

// corpusTest reads every odd workbook in a program of its own and prints what it cost.
func corpusTest() []string {
	return []string{"test", "-count=1", "-v", "-run", "^(TestCorpus|TestDamagedWorkbook|TestFlippedBits)$", "./internal/sheet", "./internal/sheet/guard", "-heavy"}
}

// manyTest is what the gate tries with few seeds, rows and orders, with many.
func manyTest() []string {
	return []string{
		"test", "-count=1", "-v", "-timeout", "60m", "-run",
		"^(TestThreePCsMergeInAnyOrder|TestViewIsTheFile|TestOldManyRows|TestEngineAgrees|TestImpossibleIsCertain|TestAnswersHoldOver|TestOracleWorlds|TestFactsFollow|TestSettle|TestVerdictsAnswerAlike|TestMoreMerit|TestClosingABook|TestFindingsName|TestNothingWritesWhereOneReads|TestReleasedSchemas|TestReleasedUpgrade)",
		"./internal/app", "./internal/boot", "./internal/law", "./internal/gui", "-long",
	}
}

// foldersTest writes the folders of many random years where the gate writes one.
func foldersTest() []string {
	return []string{"test", "-count=1", "-v", "-timeout", "60m", "-run", "^TestEveryFileSaysTheStanding$", "./internal/app", "-folders"}
}

// raceStep watches what goroutines do to one file at the same time. The race detector needs
// a C compiler.
func (t *tool) raceStep(ctx context.Context) (counts, error) {
	if !look(ctx).compiler {
		return counts{}, skip{"the race detector needs a C compiler", "install gcc"}
	}
	return counts{}, t.Stream(ctx, sh.Command{Name: "go", Env: []string{"CGO_ENABLED=1"}, Args: []string{
		"test", "-count=1", "-race", "-timeout", "20m", "-run",
		"^(TestViewHasWhatWasCommitted|TestReadersSeeWholeOperationsWhileOneWrites|TestAnswersFollowWhatTheyRestOn|TestVerdictsAnswerAlike)$",
		"./internal/app", "./internal/store", "./internal/law",
	}})
}

// modelTest merges random worlds of files.
func modelTest() []string {
	return []string{"test", "-count=1", "-v", "-timeout", "60m", "-run", "^TestModel$", "./internal/merge", "-rounds", "5000"}
}

// packages are all but the window, as paths from the top. -find keeps go list from
// following imports, since those of the window do not resolve without cgo.
func (t *tool) packages(ctx context.Context) ([]string, error) {
	list, err := t.Capture(ctx, sh.Command{Name: "go", Args: []string{"list", "-find", "-f", "{{.Dir}}", "./..."}, Env: sh.NoCgo()})
	if err != nil {
		return nil, err
	}
	return withoutWindow(t.Root, list), nil
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
		return counts{}, t.Stream(ctx, sh.Command{Name: "go", Args: args, Env: env})
	}
}

// checkModules makes sure that the modules are what go.sum says and that go.mod names
// neither too many nor too few.
func (t *tool) checkModules(ctx context.Context) (counts, error) {
	if err := t.Stream(ctx, sh.Command{Name: "go", Args: []string{"mod", "verify"}}); err != nil {
		return counts{}, err
	}
	return counts{}, t.Stream(ctx, sh.Command{Name: "go", Args: []string{"mod", "tidy", "-diff"}})
}

// developerTool is a call of a program pinned in .tools/go.mod, which keeps the linters'
// hundreds of modules out of the program's own go.mod.
func developerTool(env []string, words ...string) sh.Command {
	return sh.Command{Name: "go", Args: append([]string{"tool", "-modfile=.tools/go.mod"}, words...), Env: env}
}

// checkFormat lists the files gofumpt would change.
func (t *tool) checkFormat(ctx context.Context) (counts, error) {
	list, err := t.Capture(ctx, developerTool(sh.NoCgo(), "gofumpt", "-l", "cmd", "internal", "assets"))
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
	return t.Stream(ctx, developerTool(env, append([]string{"golangci-lint", "run", "--allow-parallel-runners"}, words...)...))
}

// mayInstall says whether the gate may install packages: only on a machine that calls
// itself CI, where dev is root and nobody's computer is changed.
func mayInstall(m machine, getenv func(string) string) bool {
	return getenv("CI") == "true" && m.Root && m.Apt
}

// slowest is the one package whose first compilation takes minutes, and on one core.
const slowest = "github.com/go-gl/gl/v2.1/gl"

// readiness says whether the window can be built and shown here.
type readiness struct {
	err  error         // why not: a skip, or an installation that failed
	warm chan struct{} // closed when the slowest package is compiled
}

// readyWindow installs what the window needs, where that is allowed, and begins to
// compile the slowest package, which then shares the minutes of the other checks.
// Whether that went well the step itself will find out.
func (t *tool) readyWindow(ctx context.Context) readiness {
	r := readiness{err: t.windowNeeds(ctx), warm: make(chan struct{})}
	if r.err != nil {
		close(r.warm)
		return r
	}
	build := append(append([]string{"build"}, windowFlags(runtime.GOOS)...), slowest)
	cmd := t.Prepare(ctx, sh.Command{Name: "go", Args: build, Env: []string{"CGO_ENABLED=1"}})
	go func() {
		defer close(r.warm)
		_ = cmd.Run()
	}()
	return r
}

// windowNeeds makes the machine ready for the window or says why it is not.
func (t *tool) windowNeeds(ctx context.Context) error {
	m := look(ctx)
	if m.goos != "linux" {
		return skip{"the window is tried under Xvfb, which is on Linux only", "run it on Linux"}
	}
	if m.headers && m.xvfb {
		return nil
	}
	packages := append(windowPackages(), displayPackages()...)
	if !mayInstall(m, os.Getenv) {
		return skip{"no C compiler, no headers of GL and X, or no Xvfb", m.ByHand(packages)}
	}
	return t.Apply(ctx, m.Install(packages))
}

// checkWindow builds the window and starts it on a display without a screen.
func (t *tool) checkWindow(ctx context.Context, window readiness) error {
	<-window.warm
	if window.err != nil {
		return window.err
	}
	return t.tryWindow(ctx)
}
