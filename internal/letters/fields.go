package letters

import (
	"maps"
	"slices"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
)

// Field is a field that a template of a kind may name: of the document, or of the rows of a
// list.
type Field struct {
	Name string
	Rows []string // fields of a row, where it is a list
}

// Fields lists what a template of a kind may name, by name; parts are all that the law has
// reports ask for.
func Fields(kind Kind, parts []law.ReportPart) []Field {
	values := Values(kind, Input{Submission: &dossier.Submission{}, Parts: parts})
	var out []Field
	for _, name := range slices.Sorted(maps.Keys(values)) {
		f := Field{Name: name}
		if list, ok := values[name].(docx.List); ok {
			f.Rows = slices.Sorted(maps.Keys(list.Of))
		}
		out = append(out, f)
	}
	return out
}

// Check refuses a template that names fields its kind does not have, or that is no template.
func Check(kind Kind, t Template, parts []law.ReportPart) error {
	open, err := t.open()
	if err != nil {
		return err
	}
	return open.Check(Values(kind, Input{Submission: &dossier.Submission{}, Parts: parts}))
}
