package dossier

import (
	"testing"

	"tdkt/internal/law"
)

// A cell names few gaps and counts many; a whole report says so.
func TestReportBrief(t *testing.T) {
	for want, gaps := range map[string][]string{
		"đủ nội dung":                nil,
		"thiếu quê quán; điện thoại": {"quê quán", "điện thoại"},
		"thiếu 3 mục: quê quán; …":   {"quê quán", "điện thoại", "nhiệm vụ"},
	} {
		if got := (&Report{Form: &law.ReportForm{}, Gaps: gaps}).Brief(); got != want {
			t.Errorf("%v: %q, want %q", gaps, got, want)
		}
	}
	if got := (*Report)(nil).Brief(); got != "" {
		t.Errorf("no report: %q", got)
	}
}
