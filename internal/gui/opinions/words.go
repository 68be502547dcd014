package opinions

// Every word of the page.
const (
	wordAdd     = "Ghi ý kiến…"
	wordEdit    = "Sửa…"
	wordAnswer  = "Trả lời…"
	wordRemove  = "Xóa"
	wordShow    = "Xem kết quả xét"
	wordDate    = "Ngày"
	wordBy      = "Người ghi"
	wordAbout   = "Về"
	wordTitle   = "Danh hiệu"
	wordVerdict = "Ý kiến"
	wordText    = "Nội dung"
	wordReply   = "Trả lời"
	wordState   = "Tình trạng"
	wordWaits   = "chờ trả lời"
	wordNoNeed  = "không cần trả lời"
	wordDone    = "đã trả lời ngày %s"
	wordAll     = "cả năm"

	textEmpty   = "Năm này chưa có ý kiến nào của lãnh đạo.\nBấm “Ghi ý kiến…”, hoặc ghi tại dòng đang xem ở trang “Xét điều kiện”.\nÝ kiến trong gói của lãnh đạo: Tệp › Nhập › Nhận ý kiến từ gói…"
	textTotals  = "%d ý kiến · chờ trả lời %d"
	textWaiting = "%d chờ trả lời"
	textAnswer  = "%s\nGhi đã làm gì theo ý kiến này; câu trả lời được lưu cùng ý kiến."
	textRemove  = "Xóa ý kiến “%s”?"
)
