package plantext

import (
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// Place is where a section stands: its number among its siblings at each depth, from 0.
type Place []int

// Get is the section at a place.
func Get(list []tdkt.Section, at Place) (tdkt.Section, bool) {
	if len(at) == 0 || at[0] < 0 || at[0] >= len(list) {
		return tdkt.Section{}, false
	}
	if len(at) == 1 {
		return list[at[0]], true
	}
	return Get(list[at[0]].Children, at[1:])
}

// Set puts another section at a place.
func Set(list []tdkt.Section, at Place, s tdkt.Section) []tdkt.Section {
	return edit(list, at, func(siblings []tdkt.Section, i int) []tdkt.Section {
		siblings[i] = s
		return siblings
	})
}

// Insert puts a section at a place, before the one that stood there. Where the marks
// ran on without a gap they do so afterwards.
func Insert(list []tdkt.Section, at Place, s tdkt.Section) []tdkt.Section {
	return edit(list, at, func(siblings []tdkt.Section, i int) []tdkt.Section {
		if len(siblings) == 0 || !inOrder(siblings) {
			return slices.Insert(siblings, min(i, len(siblings)), s)
		}
		first := siblings[0].Mark
		siblings = slices.Insert(siblings, min(i, len(siblings)), s)
		siblings[0].Mark = first
		runOn(siblings)
		return siblings
	})
}

// Remove takes the section at a place out with all below it; the marks close up.
func Remove(list []tdkt.Section, at Place) []tdkt.Section {
	return edit(list, at, func(siblings []tdkt.Section, i int) []tdkt.Section {
		ordered, first := inOrder(siblings), siblings[0].Mark
		siblings = slices.Delete(siblings, i, i+1)
		if ordered && len(siblings) > 0 {
			siblings[0].Mark = first
			runOn(siblings)
		}
		return siblings
	})
}

// inOrder says whether the marks run on without a gap.
func inOrder(siblings []tdkt.Section) bool {
	for i := range siblings {
		if i > 0 && siblings[i].Mark != NextMark(siblings[:i]) {
			return false
		}
	}
	return true
}

// runOn gives each section the mark after the one before it.
func runOn(siblings []tdkt.Section) {
	for i := 1; i < len(siblings); i++ {
		siblings[i].Mark = NextMark(siblings[:i])
	}
}

// Swap changes a section's place with the sibling after it; the marks stay in order.
func Swap(list []tdkt.Section, at Place) []tdkt.Section {
	return edit(list, at, func(siblings []tdkt.Section, i int) []tdkt.Section {
		if i+1 < len(siblings) {
			a, b := siblings[i], siblings[i+1]
			a.Mark, b.Mark = b.Mark, a.Mark
			siblings[i], siblings[i+1] = b, a
		}
		return siblings
	})
}

// edit changes the siblings at a place in a copy of the tree.
func edit(list []tdkt.Section, at Place, do func(siblings []tdkt.Section, i int) []tdkt.Section) []tdkt.Section {
	out := slices.Clone(list)
	if len(at) == 1 {
		return do(out, at[0])
	}
	out[at[0]].Children = edit(out[at[0]].Children, at[1:], do)
	return out
}

// NextMark is the mark that follows those of siblings: II after I, b) after a); "" for none.
func NextMark(siblings []tdkt.Section) string {
	if len(siblings) == 0 {
		return ""
	}
	last := siblings[len(siblings)-1].Mark
	if n, err := strconv.Atoi(last); err == nil {
		return strconv.Itoa(n + 1)
	}
	if at := slices.Index(romans(), last); at >= 0 && at+1 < len(romans()) {
		return romans()[at+1]
	}
	if letter, ok := strings.CutSuffix(last, ")"); ok {
		if at := slices.Index(letters(), letter); at >= 0 && at+1 < len(letters()) {
			return letters()[at+1] + ")"
		}
	}
	if last == dash || last == plus {
		return last
	}
	return ""
}

// romans are the numbers of a plan's parts.
func romans() []string {
	return []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"}
}

// letters are the letters of points, in the order of the Vietnamese alphabet.
func letters() []string { return strings.Split("a b c d đ e g h i k l m n o p q r s t u v x y", " ") }
