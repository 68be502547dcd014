// Command dev is the developers' tool: it runs the program on sample data, runs every
// check, takes pictures of the screens and measures. It needs Go alone, imports nothing
// of the window, and so starts in seconds; what else a job needs it installs or names.
//
// The words of "run" are Vietnamese, because a person who tries the program reads them;
// those of the other verbs are English and stand beside the output of Go's own tools.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

// verb is one job of the tool.
type verb struct {
	name, does string
	run        func(ctx context.Context, t *tool, args []string) error
}

// verbs lists the jobs in the order the usage shows them.
func verbs() []verb {
	return []verb{
		{"run", "chạy thử chương trình với dữ liệu mẫu, ghi hồ sơ trình năm 2023 vào out/", runProgram},
		{"test", "run every check; what CI runs", runChecks},
		{"crash", "kill the program again and again at work; what it said was saved must be there", runCrash},
		{"shots", "write a PNG of every screen to out/shots", takeShots},
		{"templates", "make assets/templates/*.docx from internal/letters/draft", writeTemplates},
		{"dist", "build for Windows: installer, portable copy, sums, into out/dist", makeDist},
		{"smoke", "try what dist made as a person would, under Wine; needs root", trySmoke},
		{"bench", "measure against the bare libraries, as ratios", runBench},
	}
}

// errUsage is returned by a verb whose flags were wrong; the flag package has said why.
var errUsage = errors.New("wrong usage")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := start(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// start runs the verb named first and returns the exit code: 1 for a job that failed,
// 2 for a call that makes no sense.
func start(ctx context.Context, args []string) int {
	if len(args) == 0 {
		usage(os.Stderr)
		return 2
	}
	for _, v := range verbs() {
		if v.name != args[0] {
			continue
		}
		t, err := newTool(ctx)
		if err == nil {
			err = v.run(ctx, t, args[1:])
		}
		return exitCode(err)
	}
	usage(os.Stderr)
	return 2
}

// exitCode says what went wrong, once, and turns it into the number the shell sees.
func exitCode(err error) int {
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errUsage):
		return 2
	case errors.Is(err, errChecks): // the table has said it, and its last line stays the last
		return 1
	default:
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
}

// usage prints the table of verbs.
func usage(w io.Writer) {
	fmt.Fprintln(w, "go run ./cmd/dev VERB")
	for _, v := range verbs() {
		fmt.Fprintf(w, "  %-9s %s\n", v.name, v.does)
	}
}

// parse reads the flags of a verb and refuses words that are left over.
func parse(flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return err
	} else if err != nil {
		return errUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "%s: unexpected %q\n", flags.Name(), flags.Arg(0))
		return errUsage
	}
	return nil
}
