package archtest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCheck breaks each rule once, because a rule that never fired may not work.
func TestCheck(t *testing.T) {
	tests := []struct {
		name     string
		packages map[string]imports
		want     []string
	}{
		{
			name: "a tree that keeps the rules",
			packages: map[string]imports{
				"in":   {outside: []string{"strings"}},
				"a":    {code: []string{"in"}, outside: []string{"database/sql/driver"}},
				"a/b":  {tests: []string{"in", "a/b"}},
				"out":  {code: []string{"a"}, tests: []string{"help"}},
				"help": {}, "end": {},
			},
		},
		{
			name: "an arrow outwards",
			packages: map[string]imports{
				"in": {code: []string{"out"}}, "a": {outside: []string{"database/sql"}}, "a/b": {}, "out": {}, "help": {}, "end": {},
			},
			want: []string{"in imports out, which is not on a line further in"},
		},
		{
			name: "an arrow inwards that is barred",
			packages: map[string]imports{
				"in": {}, "a": {outside: []string{"database/sql"}}, "a/b": {}, "out": {}, "help": {}, "end": {code: []string{"a/b"}},
			},
			want: []string{"end imports a/b, which it may never know"},
		},
		{
			name: "siblings, one of them allowed",
			packages: map[string]imports{
				"in": {}, "a": {code: []string{"a/b"}, outside: []string{"database/sql"}}, "a/b": {code: []string{"a"}},
				"out": {}, "help": {}, "end": {},
			},
			want: []string{"a/b imports a, which is not on a line further in"},
		},
		{
			name: "a test that reaches outwards",
			packages: map[string]imports{
				"in": {tests: []string{"help", "a"}}, "a": {outside: []string{"database/sql"}}, "a/b": {}, "out": {}, "help": {}, "end": {},
			},
			want: []string{"a test of in imports a, which is not on a line further in"},
		},
		{
			name: "the program leans on a helper of tests",
			packages: map[string]imports{
				"in": {}, "a": {outside: []string{"database/sql"}}, "a/b": {}, "out": {}, "help": {}, "end": {code: []string{"help", "out"}},
			},
			want: []string{"end imports help, which is for tests alone"},
		},
		{
			name: "an outside module in the wrong place, and its owner no longer uses it",
			packages: map[string]imports{
				"in": {outside: []string{"database/sql"}}, "a": {}, "a/b": {}, "out": {outside: []string{"net/http"}}, "help": {}, "end": {},
			},
			want: []string{
				"in imports database/sql, which belongs to a alone",
				"only() lets a import database/sql, and it does not: delete it",
				"out imports net/http, which belongs to nobody",
			},
		},
		{
			name: "a package without a line, and a line without a package",
			packages: map[string]imports{
				"in": {}, "a": {outside: []string{"database/sql"}}, "a/b": {}, "help": {}, "end": {}, "new": {},
			},
			want: []string{"layers() names out, which is not there", "new stands in no layer: give it a line in layers()"},
		},
	}
	r := rules{
		layers:   []string{"in", "a a/b", "out help", "end"},
		siblings: map[string]string{"a": "a/b"},
		helpers:  []string{"help"},
		only:     map[string][]string{"database/sql": {"a"}, "net/http": nil},
		never:    map[string]string{"end": "a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, r.check(test.packages)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
		})
	}
}

// TestCovers pins the one trap of patterns: a package whose name merely begins alike.
func TestCovers(t *testing.T) {
	tests := []struct {
		pattern, name string
		want          bool
	}{
		{"gui/...", "gui", true},
		{"gui/...", "gui/kit", true},
		{"gui/...", "guide", false},
		{"gui", "gui/kit", false},
	}
	for _, test := range tests {
		if got := covers(test.pattern, test.name); got != test.want {
			t.Errorf("covers(%q, %q) = %v, want %v", test.pattern, test.name, got, test.want)
		}
	}
}
