package cli_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tdkt/internal/cli"
)

// answerLine is the object of check -json as the contract writes it, keys in order.
type answerLine struct {
	Year       int    `json:"year"`
	Subject    string `json:"subject"`
	Kind       string `json:"kind"`
	Title      string `json:"title"`
	Regime     string `json:"regime"`
	Answer     string `json:"answer"`
	Hold       bool   `json:"hold"`
	ManualOpen int    `json:"manual_open"`
	Findings   []struct {
		Need   string `json:"need"`
		Answer string `json:"answer"`
		Why    string `json:"why"`
		Cite   string `json:"cite"`
		Mark   string `json:"mark"`
		Seen   string `json:"seen"`
	} `json:"findings"`
	Notes []struct {
		ID   string `json:"id"`
		Text string `json:"text"`
		Cite string `json:"cite,omitempty"`
		Mark string `json:"mark,omitempty"`
	} `json:"notes,omitempty"`
	Missing []struct {
		Text     string   `json:"text"`
		Noun     string   `json:"noun"`
		Subjects []string `json:"subjects,omitempty"`
		Titles   []string `json:"titles,omitempty"`
		Years    []int    `json:"years,omitempty"`
		Book     string   `json:"book,omitempty"`
	} `json:"missing,omitempty"`
}

// TestCheckJSON holds every line of every year of the sample to the contract: the keys
// and their order, the words of the answers, a citation behind each finding, open
// judgements counted, and each subject and title once.
func TestCheckJSON(t *testing.T) {
	db := filepath.Join(t.TempDir(), "mau.db")
	run(t, "-db", db, "demo")
	for year := 2019; year <= 2024; year++ {
		seen := map[string]bool{}
		for line := range strings.Lines(run(t, "-db", db, "check", "-json", "-year", strconv.Itoa(year))) {
			a := decodeLine(t, line)
			key := a.Kind + " " + a.Subject + " " + a.Title
			if seen[key] || a.Year != year {
				t.Errorf("%d: %s: twice, or of year %d", year, key, a.Year)
			}
			seen[key] = true
			checkWords(t, a)
		}
		if len(seen) < 600 {
			t.Errorf("%d: only %d answers", year, len(seen))
		}
	}
}

func run(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs strings.Builder
	if code := cli.Run(t.Context(), args, cli.Streams{Out: &out, Err: &errs}); code != 0 {
		t.Fatalf("%v: exit %d: %s", args, code, errs.String())
	}
	return out.String()
}

// decodeLine reads a line and wants it to be written again exactly so.
func decodeLine(t *testing.T, line string) answerLine {
	t.Helper()
	var a answerLine
	d := json.NewDecoder(strings.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	var again bytes.Buffer
	e := json.NewEncoder(&again)
	e.SetEscapeHTML(false)
	if err := e.Encode(a); err != nil || again.String() != line {
		t.Fatalf("keys or order differ (%v):\n%s%s", err, line, again.String())
	}
	return a
}

func checkWords(t *testing.T, a answerLine) {
	t.Helper()
	if !oneOf(a.Answer, "yes", "no", "unknown") || !oneOf(a.Kind, "person", "unit") || a.Regime == "" || len(a.Findings) == 0 {
		t.Errorf("%+v", a)
	}
	open := 0
	for _, f := range a.Findings {
		if f.Answer == "manual" {
			open++
		}
		if !oneOf(f.Answer, "yes", "no", "unknown", "manual") || !oneOf(f.Mark, "V", "V2", "U", "C") {
			t.Errorf("%s %s: finding %+v", a.Subject, a.Title, f)
		}
		if f.Need == "" || f.Why == "" || f.Cite == "" || f.Seen == "" {
			t.Errorf("%s %s: something is missing in %+v", a.Subject, a.Title, f)
		}
	}
	if (a.Answer == "unknown") != (len(a.Missing) > 0) {
		t.Errorf("%s %s is %s and names %d entries that would settle it", a.Subject, a.Title, a.Answer, len(a.Missing))
	}
	if open != a.ManualOpen {
		t.Errorf("%s %s: %d open judgements, said %d", a.Subject, a.Title, open, a.ManualOpen)
	}
}

func oneOf(word string, words ...string) bool { return slices.Contains(words, word) }
