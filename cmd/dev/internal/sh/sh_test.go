package sh

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLacking: each package is named once, however many programs it brings.
func TestLacking(t *testing.T) {
	programs := map[string]string{"gcc": "gcc", "makensis": "nsis", "b": "two", "a": "two"}
	got := lacking(programs, func(name string) bool { return name == "gcc" })
	if d := cmp.Diff([]string{"nsis", "two"}, got); d != "" {
		t.Errorf("packages (-want +got)\n%s", d)
	}
}

// TestInstall: who may not install gets the one line to type.
func TestInstall(t *testing.T) {
	if r := (Rights{Apt: true, Root: true}).Install([]string{"nsis"}); len(r.Run) != 2 || r.Tell != "" {
		t.Errorf("as root: %+v", r)
	}
	for _, rights := range []Rights{{Apt: true}, {Root: true}} {
		r := rights.Install([]string{"nsis"})
		if r.Ready() || len(r.Run) != 0 || !strings.HasSuffix(r.Tell, "--no-install-recommends nsis") {
			t.Errorf("%+v: %+v", rights, r)
		}
	}
}

// TestNeed: what is there already costs nothing, and a file named in full counts.
func TestNeed(t *testing.T) {
	s := &Shell{}
	if err := s.Need(t.Context(), Rights{}, map[string]string{"go": "golang", t.TempDir(): "x"}); err != nil {
		t.Error(err)
	}
	err := s.Need(t.Context(), Rights{}, map[string]string{"no-such-program": "no-such-package"})
	if err == nil || !strings.Contains(err.Error(), "no-such-package") {
		t.Errorf("missing: %v", err)
	}
}
