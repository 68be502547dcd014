package staff

// Every word of the tab that is not a column's title.
const (
	wordPage       = "Danh sách"
	wordAll        = "Cả người không công tác trong năm"
	wordAdd        = "Thêm cán bộ"
	wordChange     = "Sửa"
	wordCard       = "Lý lịch thi đua"
	wordUnits      = "Đơn vị"
	wordAddUnit    = "Thêm đơn vị"
	wordLeader     = "Giữ chức vụ lãnh đạo"
	wordCopy       = "Chép bảng"
	wordNoParent   = "(không trực thuộc đơn vị nào)"
	textGone       = "%s không còn trong sổ. Hãy bấm F5 để đọc lại danh sách."
	labelMoved     = "Chuyển đơn vị từ ngày"
	textMovedHint  = "Chỉ ghi khi đổi đơn vị: quá trình công tác ở đơn vị cũ kết thúc ngày hôm trước."
	textEmpty      = "Chưa có cán bộ nào của năm và đơn vị đang chọn.\nBấm “Thêm cán bộ”, hoặc “Nhập từ Excel” ở góc trên bên phải để lấy cả danh sách."
	textPick       = "Hãy chọn một người trong danh sách trước."
	textNoUnits    = "Chưa có đơn vị nào. Hãy thêm đơn vị (phòng, trung tâm…) trước khi thêm cán bộ."
	textNoCard     = "Chưa có dữ liệu thi đua nào của đối tượng này."
	textNotEntered = "chưa nhập"
	textCodeHint   = "Để trống thì chương trình đặt mã tiếp theo."
	textCopied     = "Đã chép bảng; có thể dán vào Excel."
	textTotals     = "%d người, trong đó %d lãnh đạo, %d nữ"
)
