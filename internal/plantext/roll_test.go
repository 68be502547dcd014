package plantext_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// The year moves on in the running text; a document of last year is left as it is and
// pointed out, as is an anniversary, whose number only a person can count on.
func TestRollMovesTheYear(t *testing.T) {
	p := tdkt.Plan{
		ID: "p-1", Year: 2023, Kind: plantext.Yearly, Number: "07", Date: tdkt.Date(2023, 1, 19), DateText: "19 tháng 01 năm 2023",
		Title: "Công tác năm 2023", Bases: []tdkt.Basis{{Text: "Chỉ thị số 01/CT-UBND ngày 03/01/2023;"}, {Text: "Căn cứ Luật;"}},
		Sections: []tdkt.Section{{Mark: "II", Heading: "Nội dung", Children: []tdkt.Section{
			{Mark: "2", Body: []string{"Trong năm 2023, chào mừng kỷ niệm 75 năm (1948 - 2023)."}},
			{Mark: "-", Body: []string{"Giai đoạn 2019-2025."}},
		}}},
		Closing: "Hết Năm 2023./.",
	}
	next := plantext.Roll(p)
	want := plantext.Next{
		Plan: tdkt.Plan{
			Year: 2024, Kind: plantext.Yearly, DateText: "tháng 01 năm 2024", Title: "Công tác năm 2024",
			Bases: p.Bases, Preamble: []string{}, Closing: "Hết Năm 2024./.",
			Sections: []tdkt.Section{{Mark: "II", Heading: "Nội dung", Body: []string{}, Children: []tdkt.Section{
				{Mark: "2", Body: []string{"Trong năm 2024, chào mừng kỷ niệm 75 năm (1948 - 2023)."}, Children: []tdkt.Section{}},
				{Mark: "-", Body: []string{"Giai đoạn 2019-2025."}, Children: []tdkt.Section{}},
			}}},
		},
		Changes: []plantext.Change{
			{Where: "Tên kế hoạch", Before: "Công tác năm 2023", After: "Công tác năm 2024"},
			{
				Where: "Mục II.2", Before: "Trong năm 2023, chào mừng kỷ niệm 75 năm (1948 - 2023).",
				After: "Trong năm 2024, chào mừng kỷ niệm 75 năm (1948 - 2023).",
			},
			{Where: "Kết thúc", Before: "Hết Năm 2023./.", After: "Hết Năm 2024./."},
		},
	}
	for _, text := range []string{"Căn cứ|Chỉ thị số 01/CT-UBND ngày 03/01/2023;", "Mục II.2|Trong năm 2024, chào mừng kỷ niệm 75 năm (1948 - 2023)."} {
		where, said, _ := strings.Cut(text, "|")
		want.Look = append(want.Look, plantext.Change{Where: where, Before: said, After: said})
	}
	if diff := cmp.Diff(want, next); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if p.Title != "Công tác năm 2023" || p.Sections[0].Children[0].Body[0] != "Trong năm 2023, chào mừng kỷ niệm 75 năm (1948 - 2023)." {
		t.Error("the old plan was changed")
	}
}
