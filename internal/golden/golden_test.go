package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// recorder notes what Compare would have said of a failing test.
type recorder struct {
	testing.TB
	said []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.said = append(r.said, fmt.Sprintf(format, args...))
}

// TestCompare makes sure that a difference, or a file nobody made, is never passed
// over, and that the line ends of Windows are no difference.
func TestCompare(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("một\r\nhai\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, path, got, want string
	}{
		{"the same", path, "một\nhai\n", ""},
		{"another word", path, "một\nba\n", "(-want +got)"},
		{"no file", path + "x", "một\n", "is missing; make it with -update"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := &recorder{TB: t}
			Compare(r, test.path, test.got)
			said := strings.Join(r.said, "\n")
			if (said == "") != (test.want == "") || !strings.Contains(said, test.want) {
				t.Errorf("Compare said %q, want something with %q", said, test.want)
			}
		})
	}
}

// TestWrite shows that -update makes the folder and keeps Unix line ends.
func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "a.txt")
	write(t, path, "một\nhai\n")
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("một\nhai\n", string(got)); diff != "" {
		t.Errorf("file (-want +got):\n%s", diff)
	}
}
