package main

import (
	"context"
	"flag"
	"fmt"

	"tdkt/cmd/dev/internal/sh"
)

// crashRounds is how often crash kills the program unless told otherwise.
const crashRounds = 200

// runCrash kills the program again and again while it imports, pastes and copies its
// file, and says what was left. The work is a test of package boot, so that it also
// runs, a few times, with the others.
func runCrash(ctx context.Context, t *tool, args []string) error {
	flags := flag.NewFlagSet("crash", flag.ContinueOnError)
	rounds := flags.Int("rounds", crashRounds, "how often the program is killed")
	if err := parse(flags, args); err != nil {
		return err
	}
	return t.Stream(ctx, sh.Command{
		Name: "go", Env: sh.NoCgo(),
		Args: []string{"test", "-count=1", "-v", "-timeout=60m", "-run", "^(TestKilledAtWork|TestCopiesOfTheOpenFile)$", "./internal/boot", "./internal/store", "-rounds", fmt.Sprint(*rounds)},
	})
}
