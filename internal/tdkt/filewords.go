package tdkt

import "strings"

// FileWords is words as part of a file's name: with a hyphen for whatever Windows does not
// allow in one.
func FileWords(words string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, words)
}
