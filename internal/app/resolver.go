package app

import (
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// resolver finds a title's code from what people write: the code, the name or the
// short name, with or without accents.
type resolver map[string]string

func newResolver(rules *law.Rules) resolver {
	r := resolver{}
	for _, c := range rules.Codes() {
		for _, name := range []string{c.Code, c.Name, c.Short} {
			if k := tdkt.Fold(name); k != "" && r[k] == "" {
				r[k] = c.Code
			}
		}
	}
	return r
}

// Resolve finds the code; false when the text names no title.
func (r resolver) Resolve(text string) (string, bool) {
	code, ok := r[tdkt.Fold(text)]
	return code, ok
}

// codeList is the catalogue's codes for a refusal.
func codeList(rules *law.Rules) string {
	var codes []string
	for _, c := range rules.Codes() {
		codes = append(codes, c.Code)
	}
	return list(codes)
}

// list joins words with commas; "không có" for none.
func list(words []string) string {
	if len(words) == 0 {
		return "không có"
	}
	return strings.Join(words, ", ")
}
