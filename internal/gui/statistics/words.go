package statistics

// Every word of the page.
const (
	wordPage      = "Thống kê"
	wordCut       = "Xem theo"
	wordExport    = "Xuất thống kê…"
	wordYear      = "Năm %d"
	wordShare     = "Tỷ lệ trên tổng số năm %d"
	wordName      = "Tên"
	wordUnit      = "Đơn vị"
	wordTitle     = "Danh hiệu, hình thức"
	wordOf        = "Năm"
	wordDecision  = "Số quyết định"
	wordDate      = "Ngày ký"
	wordManner    = "Loại hình"
	wordExcel     = "Excel"
	wordWriting   = "Đang ghi thống kê…"
	wordTypeForms = "Biểu 0601–0605…"
	wordForms     = "Biểu thống kê năm %d"
	wordContent   = "Nội dung"
	wordCode      = "Mã số"
	textTyping    = "Số do sổ đếm; gõ vào ô khi sổ không có số liệu, xóa ô để dùng lại số đếm. Ô tổng tự cộng. Số đã gõ có màu."
	fileName      = "thong-ke-%d.xlsx"

	textEmpty     = "Năm năm nay chưa có khen thưởng nào trong sổ.\nGhi quyết định ở trang “Quyết định”, hoặc nhập lịch sử khen thưởng từ Excel."
	textNoAwards  = "Chọn một dòng ở trên để xem những khen thưởng được đếm."
	textWritten   = "Đã ghi thống kê: %s"
	textNote      = "Tính theo năm thành tích, không tính khen thưởng đã hủy bỏ. Tệp Excel có thêm biểu đồ, các biểu 0601–0605, bảng chấm điểm của khối và nguồn số liệu."
	textPersonal  = " Cách xem này chỉ tính khen thưởng cá nhân."
	textTotals    = "%d khen thưởng năm %d"
	textTotalsAll = "%d khen thưởng; Enter hoặc bấm đúp để mở hồ sơ"
)
