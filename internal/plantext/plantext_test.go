package plantext_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// paper is a plan as people paste it: both blocks of the head, marks of every depth, a
// full date, a signer with a name, letters decomposed by another program.
const paper = `UBND TỈNH MẪU
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/KH-SNV
Tỉnh Mẫu, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2024
Căn cứ Luật Thi đua, khen thưởng;
Thực hiện Kế hoạch số 9/KH-HĐTĐ của Hội đồng; Chỉ thị số 01/CT-UBND của Chủ tịch UBND tỉnh;
Công văn số 7/CV-BTĐ của Ban Thi đua tỉnh;
Sở Nội vụ xây dựng kế hoạch như sau:
I. Mục đích
Tạo khí thế sôi nổi.
II. Nội dung
1. Phong trào
a) Thi đua thường xuyên
- Mỗi tháng chấm điểm một lần;
+ Phòng nào chậm thì nhắc.
b) Thi đua chuyên đề
1.1. Đợt một
2. Tập huấn.
Trên đây là Kế hoạch năm 2024./.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Trần Văn Mẫu`

// Each paragraph goes to its place in the tree, whatever the depth of its mark.
func TestReadPlacesEveryParagraph(t *testing.T) {
	p := plantext.Read(decomposed(paper))
	want := tdkt.Plan{
		Kind: plantext.Yearly, Year: 2024, Superior: "UBND TỈNH MẪU", Issuer: "SỞ NỘI VỤ", Number: "07", Symbol: "KH-SNV",
		Place: "Tỉnh Mẫu", DateText: "05 tháng 01 năm 2024", Date: tdkt.Date(2024, 1, 5),
		Title: "Công tác thi đua, khen thưởng năm 2024",
		Bases: []tdkt.Basis{
			{Text: "Căn cứ Luật Thi đua, khen thưởng;"},
			{Text: "Thực hiện Kế hoạch số 9/KH-HĐTĐ của Hội đồng;"},
			{Text: "Chỉ thị số 01/CT-UBND của Chủ tịch UBND tỉnh;"},
			{Text: "Công văn số 7/CV-BTĐ của Ban Thi đua tỉnh;"},
		},
		Preamble: []string{"Sở Nội vụ xây dựng kế hoạch như sau:"},
		Sections: []tdkt.Section{
			{Mark: "I", Heading: "Mục đích", Body: []string{"Tạo khí thế sôi nổi."}},
			{Mark: "II", Heading: "Nội dung", Children: []tdkt.Section{
				{Mark: "1", Heading: "Phong trào", Children: []tdkt.Section{
					{Mark: "a)", Heading: "Thi đua thường xuyên", Children: []tdkt.Section{
						{Mark: "-", Body: []string{"Mỗi tháng chấm điểm một lần;"}, Children: []tdkt.Section{
							{Mark: "+", Body: []string{"Phòng nào chậm thì nhắc."}},
						}},
					}},
					{Mark: "b)", Heading: "Thi đua chuyên đề", Children: []tdkt.Section{{Mark: "1.1", Heading: "Đợt một"}}},
				}},
				{Mark: "2", Body: []string{"Tập huấn."}},
			}},
		},
		Closing: "Trên đây là Kế hoạch năm 2024./.", Recipients: []string{"UBND tỉnh;", "Lưu: VT."},
		Authority: "KT. GIÁM ĐỐC", SignerRole: "PHÓ GIÁM ĐỐC", Signer: "Trần Văn Mẫu",
	}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// decomposed is a text as macOS and some web pages give it: letters with their marks apart.
func decomposed(s string) string {
	return strings.NewReplacer("ố", "o\u0302\u0301", "ộ", "o\u0323\u0302", "ế", "e\u0302\u0301").Replace(s)
}

// Sections written out as text and read again are the same: nothing is lost when a
// plan is edited as text.
func TestLinesAndBack(t *testing.T) {
	p := plantext.Read(paper)
	again := plantext.Read("KẾ HOẠCH\nCông tác năm 2024\n" + strings.Join(plantext.Lines(p.Sections), "\n"))
	if diff := cmp.Diff(p.Sections, again.Sections); diff != "" {
		t.Errorf("(-first +again):\n%s", diff)
	}
}

// Text that is no plan gives an empty one, not a fault.
func TestReadNoPlan(t *testing.T) {
	for _, text := range []string{"", "\n\n", "chỉ một dòng", "- gạch đầu dòng\n1. một"} {
		if p := plantext.Read(text); len(p.Sections) != 0 || p.Title != "" {
			t.Errorf("%q was read as %v", text, p)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(paper)
	f.Add("I.\n1.\na)\n-\n+")
	f.Add("I. A\nNơi nhận:\nKT. G")
	f.Fuzz(func(_ *testing.T, text string) { plantext.Read(text) })
}
