package main

import (
	"context"
	"errors"
	"flag"
	"slices"
	"strings"
	"time"

	"tdkt/cmd/dev/internal/smoke"
)

// trySmoke tries the results of dist under Wine and keeps pictures in out/smoke.
func trySmoke(ctx context.Context, t *tool, args []string) error {
	flags := flag.NewFlagSet("smoke", flag.ContinueOnError)
	idle := flags.Duration("idle", time.Minute, "how long the window rests before its memory is read")
	only := flags.String("only", "", "try the steps alone whose names hold one of these words, with commas between")
	units := flags.String("units", "", "of the unit tests those packages alone whose names hold this")
	if err := parse(flags, args); err != nil {
		return err
	}
	cache, err := cacheFolder()
	if err != nil {
		return err
	}
	tried, stop, err := smoke.Start(ctx, t.Shell, smoke.Options{Dist: t.Path("out/dist"), Out: t.Path("out/smoke"), Cache: cache, Idle: *idle, Units: *units})
	if err != nil {
		return errors.Join(err, stop())
	}
	var steps []step
	for _, s := range tried {
		if !slices.ContainsFunc(strings.Split(*only, ","), func(word string) bool { return strings.Contains(s.Name, word) }) {
			continue
		}
		steps = append(steps, step{s.Name, func(ctx context.Context) (counts, error) {
			sum, err := s.Run(ctx)
			return counts{sum.Passed, sum.Failed, sum.Skipped}, err
		}})
	}
	return errors.Join(t.runSteps(ctx, steps), stop())
}
