package law

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// checkWords refuses a word the verb does not use and asks for those it needs.
func (n *need) checkWords(inside bool) error {
	if n.From > n.To || slices.Min([]int{n.N, n.Step, n.Last, n.ExceptLast, n.WomenLess, n.WomenYears, n.Percent}) < 0 || n.Percent > 100 {
		return errors.New("a number is out of range")
	}
	must := strings.Fields(n.verb.must)
	may := append(strings.Fields(n.verb.may), must...)
	if inside {
		may = append(may, "last", "except_last")
	}
	for _, w := range n.words() {
		if !slices.Contains(may, w) {
			return fmt.Errorf("verb %q does not use %s", n.Verb, w)
		}
	}
	if n.Local != "" {
		return nil // the local value stands for the number
	}
	for _, w := range must {
		if !slices.Contains(n.words(), w) {
			return fmt.Errorf("verb %q asks for %s", n.Verb, w)
		}
	}
	return nil
}

// words lists the verb's words that are written.
func (n *need) words() []string {
	all := []struct {
		name  string
		given bool
	}{
		{"level", n.Level != ""},
		{"or", len(n.Or) > 0},
		{"from", n.From != 0},
		{"to", n.To != 0},
		{"step", n.Step != 0},
		{"last", n.Last != 0},
		{"except_last", n.ExceptLast != 0},
		{"n", n.N != 0},
		{"scope", n.Scope != ""},
		{"kinds", len(n.Kinds) > 0},
		{"one_kind", n.OneKind},
		{"code", n.Code != ""},
		{"also", len(n.Also) > 0},
		{"percent", n.Percent != 0},
		{"more", n.More},
		{"form", n.Form != ""},
		{"posts", len(n.Posts) > 0},
		{"top_posts", len(n.TopPosts) > 0},
		{"women_less", n.WomenLess != 0},
		{"women_years", n.WomenYears != 0},
		{"reduced", n.Reduced != ""},
		{"except", len(n.Except) > 0},
		{"whom", len(n.Whom) > 0},
		{"place", n.Place != ""},
		{"part", len(n.Part) > 0},
		{"option", len(n.Option) > 0},
		{"local", n.Local != ""},
	}
	var out []string
	for _, w := range all {
		if w.given {
			out = append(out, w.name)
		}
	}
	return out
}
