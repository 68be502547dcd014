package smoke

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"tdkt/cmd/dev/internal/sh"
	"tdkt/cmd/dev/internal/wine"
)

// units builds the tests of every package of internal for Windows and runs them under
// Wine, each in its own folder, where its test data lies.
func (t *try) units(ctx context.Context) (Counts, error) {
	list, err := t.Capture(ctx, sh.Command{
		Name: "go", Args: []string{"list", "-f", "{{if .TestGoFiles}}{{.ImportPath}}{{else if .XTestGoFiles}}{{.ImportPath}}{{end}}", "./internal/..."},
		Env: append(sh.NoCgo(), "GOOS=windows"),
	})
	if err != nil {
		return Counts{}, err
	}
	var sum Counts
	var failed []error
	for name := range strings.FieldsSeq(list) {
		if !strings.Contains(name, t.opts.Units) {
			continue
		}
		counts, err := t.unit(ctx, strings.TrimPrefix(name, "tdkt/"))
		sum.Passed, sum.Failed, sum.Skipped = sum.Passed+counts.Passed, sum.Failed+counts.Failed, sum.Skipped+counts.Skipped
		failed = append(failed, err)
	}
	return sum, errors.Join(failed...)
}

// unit runs the tests of one package.
func (t *try) unit(ctx context.Context, folder string) (Counts, error) {
	exe := strings.ReplaceAll(folder, "/", "-") + ".test.exe"
	err := t.Stream(ctx, sh.Command{
		Name: "go", Args: []string{"test", "-c", "-o", filepath.Join(t.work, exe), "./" + folder}, Env: append(sh.NoCgo(), "GOOS=windows"),
	})
	if err != nil {
		return Counts{}, err
	}
	call := t.wine.Call(t.good.name, "sh", "-c", `cd "$1" && wine "$2" -test.v -test.timeout=10m`, "sh", path.Join(wine.Source, folder), path.Join(wine.Inside, exe))
	text, err := t.Capture(ctx, call)
	counts, notes := tally(text)
	for _, note := range notes {
		t.Say("%s: %s", folder, note)
	}
	if err != nil {
		return counts, fmt.Errorf("%s: %w", folder, err)
	}
	t.Say("%s: %d passed, %d skipped", folder, counts.Passed, counts.Skipped)
	return counts, nil
}

// tally counts the tests of a run with -test.v and keeps what failed or was skipped with
// the lines that say why. Tests within tests count too; theirs are told together when the
// outer one has ended, long after they spoke.
func tally(text string) (sum Counts, notes []string) {
	said := map[string][]string{} // by test
	now := ""                     // the test that speaks
	note := false                 // what follows belongs to what was noted last
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		words := strings.Fields(line)
		switch {
		case len(words) > 2 && words[0] == "===":
			now, note = words[2], false
		case len(words) > 2 && words[0] == "---":
			note = words[1] != "PASS:"
			sum.count(words[1])
			if note {
				notes = append(append(notes, strings.TrimSpace(line)), said[words[2]]...)
			}
			delete(said, words[2])
		case strings.HasPrefix(line, " ") && note:
			notes = append(notes, line)
		case strings.HasPrefix(line, " "):
			said[now] = append(said[now], line)
		}
	}
	return sum, notes
}

// count counts one result, as Go words it.
func (c *Counts) count(result string) {
	switch result {
	case "PASS:":
		c.Passed++
	case "FAIL:":
		c.Failed++
	case "SKIP:":
		c.Skipped++
	}
}
