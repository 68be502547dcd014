package plans

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// TestPartsOf: the outline must hold every word of the plan once per level, in order.
func TestPartsOf(t *testing.T) {
	p := tdkt.Plan{
		Title: "Công tác năm", Bases: []tdkt.Basis{{Text: "Căn cứ A"}}, Closing: "Hết.", Recipients: []string{"UBND tỉnh;"}, SignerRole: "PHÓ GIÁM ĐỐC",
		Sections: []tdkt.Section{{Mark: "I", Heading: "Mục đích", Body: []string{"Đoạn mở."}, Children: []tdkt.Section{
			{Mark: "1", Heading: "Yêu cầu", Body: []string{"Đoạn một.", "Đoạn hai."}},
			{Mark: "-", Body: []string{"Gạch đầu dòng.", "Nối tiếp."}},
		}}},
	}
	want := []string{
		"0 Căn cứ và mở đầu: KẾ HOẠCH/Công tác năm/Căn cứ A",
		"0 I. Mục đích: I. Mục đích/Đoạn mở./1. Yêu cầu/Đoạn một./Đoạn hai./- Gạch đầu dòng./Nối tiếp.",
		"1 1. Yêu cầu: 1. Yêu cầu/Đoạn một./Đoạn hai.",
		"1 - Gạch đầu dòng.: - Gạch đầu dòng./Nối tiếp.",
		"0 Kết thúc, nơi nhận, người ký: Hết./Nơi nhận:/- UBND tỉnh;/PHÓ GIÁM ĐỐC",
	}
	var got []string
	for _, part := range partsOf(p) {
		s := string(rune('0'+part.depth)) + " " + part.title + ": "
		for i, l := range part.lines {
			if i > 0 {
				s += "/"
			}
			s += l.text
		}
		got = append(got, s)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("outline (-want +got):\n%s", d)
	}
}

// TestEmptyText: a year without a plan points to the years that have one.
func TestEmptyText(t *testing.T) {
	plans := []tdkt.Plan{{Year: 2022}, {Year: 2023}}
	want := "Chưa có kế hoạch thi đua năm 2024 trong sổ.\nSổ đang có kế hoạch của các năm: 2023, 2022. Hãy chọn năm ở phía trên, hoặc bấm “Lập kế hoạch”."
	if d := cmp.Diff(want, emptyText(plans, 2024)); d != "" {
		t.Errorf("empty text (-want +got):\n%s", d)
	}
}
