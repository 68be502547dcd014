package letters

import (
	"strings"
	"testing"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// The number, day and signer of a recorded decision stand in its paper and on its list.
func TestRecordedDecision(t *testing.T) {
	in := sample(t, tdkt.APerson)
	in.Decided = dossier.Decided{
		Number: "231/QĐ-SNV", Date: tdkt.Date(2024, 1, 8), Signer: "Đặng Văn Thử", Authority: "GIÁM ĐỐC",
		Bases: []string{"Luật của ngày ký"},
	}
	text := write(t, Decision, in)
	for _, want := range []string{
		"Số: 231/QĐ-SNV", "ngày 08 tháng 01 năm 2024", "GIÁM ĐỐC  Đặng Văn Thử", "Căn cứ Luật của ngày ký;",
		"(Kèm theo Quyết định số 231/QĐ-SNV ngày 08 tháng 01 năm 2024 của Sở Nội vụ)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the decision lacks %q", want)
		}
	}
	if strings.Contains(text, "91/2017") {
		t.Error("the decision cites the law of another day")
	}
	if strings.Contains(write(t, Proposal, in), "231/QĐ-SNV") {
		t.Error("the decision's number stands in the tờ trình")
	}
}

// What leaves the house says nothing of how far the work has come.
func TestNoWorkingNotes(t *testing.T) {
	for _, kind := range Kinds() {
		text := strings.ToLower(write(t, kind.Kind, sample(t, tdkt.APerson)))
		for _, note := range []string{"chưa kiểm chứng", "chưa đối chiếu", "dự kiến", "chờ xác nhận", "tiêu chí định tính", "hợp nhất"} {
			if strings.Contains(text, note) {
				t.Errorf("%s says %q", kind.Name, note)
			}
		}
	}
}
