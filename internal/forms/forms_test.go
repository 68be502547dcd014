package forms

import (
	"os"
	"testing"
)

func TestPreview(t *testing.T) {
	dir := t.TempDir()
	if d := os.Getenv("FORMS_OUT"); d != "" {
		dir = d
	}
	got, err := WriteSubmission(t.Context(), dir, fixture(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(got)
}
