package letters

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// Marks stand on paper as papers write them: a dot after numbers alone.
func TestMarksOnPaper(t *testing.T) {
	got := passages([]tdkt.Section{{Mark: "II", Heading: "Nội dung", Children: []tdkt.Section{
		{Mark: "1", Heading: "Tuyên truyền", Children: []tdkt.Section{
			{Mark: "1.1", Body: []string{"Họp hằng tháng."}},
			{Mark: "a)", Heading: "Trên cổng thông tin", Children: []tdkt.Section{
				{Mark: "-", Body: []string{"Đăng bài;"}, Children: []tdkt.Section{{Mark: "+", Body: []string{"Mỗi tuần một bài.", "Có ảnh."}}}},
			}},
			{Body: []string{"Đoạn không có dấu đầu dòng."}},
		}},
	}}}, 0)
	want := []passage{
		{part: "II. Nội dung"},
		{point: "1. Tuyên truyền"},
		{words: "1.1. Họp hằng tháng."},
		{point: "a) Trên cổng thông tin"},
		{words: "- Đăng bài;"},
		{words: "+ Mỗi tuần một bài."},
		{words: "Có ảnh."},
		{words: "Đoạn không có dấu đầu dòng."},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(passage{})); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
}
