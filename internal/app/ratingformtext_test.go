package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app/papers"
)

// The lines of Phụ lục II of Decree 335/2025, in its order; dots that are filled in left out.
const (
	form01 = `PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC
(Kỳ theo dõi, đánh giá:
Họ và tên:
Chức vụ, chức danh:
Đơn vị công tác:
I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG
TT
Tiêu chí chấm điểm
Điểm tối đa
Điểm do cá nhân tự chấm
Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ và ý thức kỷ luật, kỷ cương trong thực thi công vụ
Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ
Ý thức kỷ luật, kỷ cương trong thực thi công vụ
Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm; khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao; tinh thần trách nhiệm trong thực thi công vụ; thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp
Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm
Khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao thường xuyên, đột xuất
Tinh thần trách nhiệm trong thực thi công vụ
Thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp
Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm vì lợi ích chung trong thực thi công vụ
Có sản phẩm, giải pháp đột phá, sáng tạo đem lại giá trị, hiệu quả thiết thực, tác động tích cực đến kết quả thực hiện nhiệm vụ của cơ quan, tổ chức, đơn vị.
Sẵn sàng tham gia thực hiện nhiệm vụ chính trị đặc biệt quan trọng, nhiệm vụ có tính chất đột xuất, phức tạp hoặc trong điều kiện khó khăn.
Có tinh thần chịu trách nhiệm trước kết quả công việc; chủ động nhận trách nhiệm khi có sai sót và có biện pháp khắc phục rõ ràng, cụ thể.
Chủ động đưa ra quyết định trong phạm vi thẩm quyền, không né tránh; có tinh thần tiên phong trong thực hiện những nhiệm vụ mới.
Tổng cộng
30
II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC
1. Điểm tiêu chí chung:
2. Điểm tiêu chí kết quả thực hiện nhiệm vụ:
3. Tổng điểm theo dõi, đánh giá công chức:
4. Ưu điểm:
5. Hạn chế, khuyết điểm:
6. Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá:
CÔNG CHỨC TỰ ĐÁNH GIÁ
(Ký tên, ghi rõ họ tên)
CẤP CÓ THẨM QUYỀN
THEO DÕI, ĐÁNH GIÁ
Ghi rõ kỳ theo dõi là tháng/quý`
	form02 = `PHIẾU XẾP LOẠI CHẤT LƯỢNG CÔNG CHỨC
Năm
Họ và tên:
Chức vụ, chức danh:
Đơn vị công tác:
I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ
Tháng
Tổng điểm theo dõi, đánh giá
Ghi chú
Tổng điểm trung bình cả năm
II. CÔNG CHỨC TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG
Hoàn thành xuất sắc nhiệm vụ
Hoàn thành tốt nhiệm vụ
Hoàn thành nhiệm vụ
Không hoàn thành nhiệm vụ
III. KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG CỦA CẤP CÓ THẨM QUYỀN CÔNG CHỨC
Hoàn thành xuất sắc nhiệm vụ
Hoàn thành tốt nhiệm vụ
Hoàn thành nhiệm vụ
Không hoàn thành nhiệm vụ
IV. ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ
CÔNG CHỨC TỰ XẾP LOẠI
CẤP CÓ THẨM QUYỀN XẾP LOẠI
Việc xếp loại chất lượng công chức căn cứ vào quy định tại Điều 20 Nghị định này.
Việc đề xuất phương án xử lý căn cứ quy định tại Điều 23 Nghị định này.`
)

// TestFormsHoldTheirDecree: Mẫu số 01 and 02 hold every line of Phụ lục II, in its order.
func TestFormsHoldTheirDecree(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	load(t, a, "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Điểm chung|Điểm kết quả\n=2026|CB001|T1|=28|=62")
	who := subject(t, a, "CB001").ID
	for kind, want := range map[string]string{papers.Form01: form01, papers.Form02: form02} {
		paths, err := papers.WriteRatingForms(t.Context(), a, 2026, kind, "T1", who, t.TempDir())
		if err != nil || len(paths) != 2 {
			t.Fatalf("%s: %v, %v", kind, paths, err)
		}
		text := wordText(t, paths[1])
		for line := range strings.Lines(want) {
			line = strings.TrimSpace(line)
			at := strings.Index(text, line)
			if at < 0 {
				t.Errorf("%s lacks, or has out of order: %s", kind, line)
				continue
			}
			text = text[at+len(line):]
		}
	}
}
