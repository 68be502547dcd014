package dossier

import (
	"strings"
	"testing"

	"tdkt/internal/law"
)

// TestNotesInTheSelfCheck: what must be known of a nominee's own facts stands in the
// self-check; what is said of a whole regime does not.
func TestNotesInTheSelfCheck(t *testing.T) {
	b := &builder{Submission: &Submission{}}
	n := Nominee{}
	n.Result.Notes = []law.Remark{{ID: "nghi-dai", Text: "Nghỉ 60 ngày.", Own: true}, {ID: "chua-doi-chieu", Text: "Chưa đối chiếu."}}
	b.checkNotes("Nguyễn Văn An", n)
	var got []string
	for _, f := range b.Checks {
		got = append(got, f.About+": "+f.Text)
	}
	if text := strings.Join(got, "\n"); text != "Nguyễn Văn An: Lưu ý: Nghỉ 60 ngày." {
		t.Errorf("the self-check says %q", text)
	}
}
