package main

import (
	"context"
	"flag"
	"fmt"

	"tdkt/cmd/dev/internal/sh"
)

// crashRounds is how often crash kills the program unless told otherwise.
const crashRounds = 300

// runCrash kills the program again and again while it imports, pastes and copies its
// file, seals, merges and exports, and says what was left; it copies the open file, and cuts
// the power and damages bytes, all on the disk: tests otherwise lie in memory. The work is tests of packages boot and store, which also run, a few times, with
// the others.
func runCrash(ctx context.Context, t *tool, args []string) error {
	flags := flag.NewFlagSet("crash", flag.ContinueOnError)
	rounds := flags.Int("rounds", crashRounds, "how often the program is killed")
	if err := parse(flags, args); err != nil {
		return err
	}
	number := fmt.Sprint(*rounds)
	for _, args := range [][]string{
		{"^(TestKilledAtWork|TestKilledAtWorkSealed|TestKilledWhileSealing|TestNothingLeftWhenKilled)$", "./internal/boot", "-rounds", number},
		{"^(TestCopiesOfTheOpenFile|TestPowerCut|TestDamagedBytesGiveSentences)$", "./internal/store", "-rounds", number, "-cuts", number, "-damages", number},
	} {
		err := t.Stream(ctx, sh.Command{Name: "go", Env: append(sh.NoCgo(), "TDKT_TEST_DISK=1"), Args: append([]string{"test", "-count=1", "-v", "-timeout=120m", "-run"}, args...)})
		if err != nil {
			return err
		}
	}
	return nil
}
