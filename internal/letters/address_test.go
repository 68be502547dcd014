package letters

import (
	"testing"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// TestSentTo: a proposal goes to whom the province's regulation names, but never to the
// office itself.
func TestSentTo(t *testing.T) {
	const named, council = "Sở Nội vụ (qua Phòng Thi đua, khen thưởng)", docx.Text("Ủy ban nhân dân tỉnh Bắc Ninh")
	for _, c := range []struct {
		office, sentTo string
		want           docx.Text
	}{
		{"Sở Tài chính tỉnh Bắc Ninh", "", council},
		{"Sở Tài chính tỉnh Bắc Ninh", named, named},
		{"Sở Nội vụ tỉnh Bắc Ninh", named, council},
	} {
		s := &dossier.Submission{Org: tdkt.Org{Name: c.office}, SentTo: c.sentTo}
		if got := common(s)["nơi gửi"]; got != c.want {
			t.Errorf("%s, %q: %q", c.office, c.sentTo, got)
		}
	}
}
