package app

import (
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Resolver finds a title's code from what people write: the code, the name or the
// short name, with or without accents.
type Resolver map[string]string

// NewResolver finds titles of these rules.
func NewResolver(rules *law.Rules) Resolver {
	r := Resolver{}
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
func (r Resolver) Resolve(text string) (string, bool) {
	code, ok := r[tdkt.Fold(text)]
	return code, ok
}

// CodeList is the catalogue's codes for a refusal.
func CodeList(rules *law.Rules) string {
	var codes []string
	for _, c := range rules.Codes() {
		codes = append(codes, c.Code)
	}
	return view.List(codes)
}
