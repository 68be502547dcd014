package boot_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/boot"
)

// TestSampleOfSchema13: the whole sample as the released program of schema 13 wrote it, and
// its answers of every year as that program gave them. After the migration each answer is
// the same, but for the titles whose reading was found wrong and mended since: of those an
// answer may only become or cease to be unknown, never turn from yes to no or back.
func TestSampleOfSchema13(t *testing.T) {
	path := releasedFile(t, "mau13.sotd", filepath.Join(t.TempDir(), "mẫu.sotd"))
	text, err := os.ReadFile(releasedFile(t, "mau13-answers.txt", filepath.Join(t.TempDir(), "answers.txt")))
	if err != nil {
		t.Fatal(err)
	}
	a, closeFile := open(t, boot.Options{Path: path})
	defer done(t, closeFile)
	got := map[string]string{}
	v := a.View()
	for year := 2019; year <= 2024; year++ {
		all, err := v.Rules.All(t.Context(), v.Facts, year, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		for r := range all {
			hold := "-"
			if r.Hold {
				hold = "hold"
			}
			got[fmt.Sprintf("%d %s %s", year, r.Code, r.Title)] = fmt.Sprintf("%s %d %s", r.Answer, r.ManualOpen, hold)
		}
	}
	// Ways that wait for a judgement of their own since: of workers (Law 2003 Điều 72 khoản 1
	// điểm b, Law 2022 Điều 73 khoản 2 and 74 khoản 1 điểm đ) and of movements (Law 2022 Điều 25
	// khoản 3 and 26 khoản 2). The answer is the same, more or fewer of them are open.
	apart := map[string]bool{"BKT": true, "BKTTG": true, "COTINH": true, "COCP": true}
	mended := map[string]bool{"BKTTG": true, "HCLD3": true, "HCLD2": true, "HCLD1": true}
	same := 0
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		key, want := strings.Join(f[:3], " "), strings.Join(f[3:], " ")
		is, ok := got[key]
		switch {
		case !ok:
			t.Errorf("%s: no answer, it was %s", key, want)
		case is == want:
			same++
		case mended[f[2]] && (f[3] == "unknown" || strings.HasPrefix(is, "unknown")):
		case apart[f[2]] && strings.Fields(is)[0] == f[3]:
		default:
			t.Errorf("%s: %s, it was %s", key, is, want)
		}
	}
	t.Logf("%d answers as they were", same)
}
