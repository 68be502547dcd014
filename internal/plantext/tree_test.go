package plantext_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// Each way to change a plan's tree, and the tree it was made from untouched.
func TestTree(t *testing.T) {
	tree := plantext.Read("KẾ HOẠCH\nTên\nI. Một\n1. Mục đích\n2. Yêu cầu\nII. Hai").Sections
	one := tdkt.Section{Mark: "x", Heading: "Mới"}
	for name, tc := range map[string]struct {
		got  []tdkt.Section
		want string
	}{
		"set":           {plantext.Set(tree, plantext.Place{0, 1}, one), "I. Một|1. Mục đích|x. Mới|II. Hai"},
		"insert":        {plantext.Insert(tree, plantext.Place{0, 0}, one), "I. Một|1. Mới|2. Mục đích|3. Yêu cầu|II. Hai"},
		"insert last":   {plantext.Insert(tree, plantext.Place{2}, one), "I. Một|1. Mục đích|2. Yêu cầu|II. Hai|III. Mới"},
		"insert deeper": {plantext.Insert(tree, plantext.Place{1, 0}, one), "I. Một|1. Mục đích|2. Yêu cầu|II. Hai|x. Mới"},
		"remove":        {plantext.Remove(tree, plantext.Place{0}), "I. Hai"},
		"no order, no new marks": {
			plantext.Insert(plantext.Set(tree, plantext.Place{0, 1}, one), plantext.Place{0, 0}, tdkt.Section{Mark: "-", Heading: "Thêm"}),
			"I. Một|- Thêm|1. Mục đích|x. Mới|II. Hai",
		},
		"swap keeps mark": {plantext.Swap(tree, plantext.Place{0, 0}), "I. Một|1. Yêu cầu|2. Mục đích|II. Hai"},
		"swap the last":   {plantext.Swap(tree, plantext.Place{1}), "I. Một|1. Mục đích|2. Yêu cầu|II. Hai"},
	} {
		if diff := cmp.Diff(tc.want, strings.Join(plantext.Lines(tc.got), "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if got := strings.Join(plantext.Lines(tree), "|"); got != "I. Một|1. Mục đích|2. Yêu cầu|II. Hai" {
		t.Errorf("the tree itself was changed: %s", got)
	}
	if s, ok := plantext.Get(tree, plantext.Place{0, 1}); !ok || s.Heading != "Yêu cầu" {
		t.Errorf("got %v, %v", s, ok)
	}
	for _, at := range []plantext.Place{nil, {2}, {0, 5}, {-1}} {
		if s, ok := plantext.Get(tree, at); ok {
			t.Errorf("at %v stands %v", at, s)
		}
	}
}

// A new section goes on with the marks of its siblings.
func TestNextMark(t *testing.T) {
	for last, want := range map[string]string{"I": "II", "IX": "X", "9": "10", "d)": "đ)", "-": "-", "+": "+", "": "", "y)": ""} {
		if got := plantext.NextMark([]tdkt.Section{{Mark: last}}); got != want {
			t.Errorf("after %q: got %q, want %q", last, got, want)
		}
	}
}
