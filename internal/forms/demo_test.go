package forms

import (
	"os"
	"testing"

	"tdkt/internal/demo"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

func TestDemoPreview(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := demo.Build()
	s, err := dossier.Build(t.Context(), dossier.Input{
		Snapshot: &d.Snapshot, Rules: rules, Facts: law.NewFacts(&d.Snapshot, rules), Year: 2023,
		Nominations: d.Nominations, Today: tdkt.Date(2024, 1, 5),
	})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if x := os.Getenv("FORMS_OUT"); x != "" {
		dir = x
	}
	got, err := WriteSubmission(t.Context(), dir, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(got, len(s.Nominees), len(s.Verdicts))
	for _, c := range s.Checks {
		t.Log(c.Severity, "|", c.About, "|", c.Text)
	}
	for _, c := range s.Counts {
		t.Logf("%+v", c)
	}
}
