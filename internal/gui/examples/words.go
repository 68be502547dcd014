package examples

import "tdkt/internal/gui/desk"

// Every word of the page.
const (
	wordPage     = desk.PageExamples
	wordAdd      = "Thêm gương điển hình"
	wordChange   = "Sửa"
	wordRemove   = "Xóa"
	wordKind     = "Loại"
	wordWho      = "Ai, mô hình nào"
	wordPerson   = "Cán bộ"
	wordUnit     = "Hoặc đơn vị"
	wordName     = "Tên mô hình, hoặc tên người ngoài cơ quan"
	wordDate     = "Ngày"
	wordStory    = "Thành tích, việc làm"
	wordFoundBy  = "Người phát hiện"
	wordSpread   = "Đã biểu dương, nhân rộng thế nào"
	wordManner   = "Gợi ý khen thưởng"
	wordSudden   = "đột xuất"
	wordThemed   = "chuyên đề"
	hintManner   = "Để trống nếu chưa đề nghị khen."
	textEmpty    = "Năm %d chưa ghi gương điển hình nào.\nHãy bấm “Thêm gương điển hình” khi phát hiện người tốt, việc tốt, mô hình hay."
	textToSpread = "%d chưa nhân rộng"
	textRemove   = "Xóa “%s”? Có thể hoàn tác."
	textNotYet   = "chưa nhân rộng"
	textTotals   = "đã nhân rộng %d · gợi ý khen %d"
	textOne      = "Chỉ chọn cán bộ hoặc đơn vị, không chọn cả hai."
	wordGo       = "Xem hồ sơ"
	tabStaff     = "Nhân sự"
)
