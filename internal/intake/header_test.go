package intake

import (
	"os"
	"strings"
	"testing"
)

// TestHeaderWords: every way of heading a column in testdata/headers.txt is read as the
// field it stands under.
func TestHeaderWords(t *testing.T) {
	raw, err := os.ReadFile("testdata/headers.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, line := range strings.Split(string(raw), "\n") {
		field, all, ok := strings.Cut(line, ": ")
		if !ok {
			continue
		}
		for _, text := range strings.Split(all, "|") {
			c := column{text: text}
			if c.read([]string{text}); c.field != field {
				t.Errorf("%q is read as %q, want %q", text, c.field, field)
			}
			n++
		}
	}
	if n < 700 {
		t.Errorf("only %d headers", n)
	}
}
