package intake

// Why cells are left, as people read it.
const (
	whyHeader          = "tiêu đề của bảng"
	whyAgain           = "tiêu đề lặp lại ở trang in sau"
	whyNumbers         = "hàng đánh số cột"
	whyNumber          = "số thứ tự"
	whyTotal           = "dòng cộng"
	whyNote            = "dòng ghi chú, câu kết của danh sách"
	whySign            = "phần ký tên"
	whyGroup           = "dòng tên nhóm"
	whyAbove           = "phần đầu trang, tên danh sách"
	whyOutside         = "ngoài bảng"
	whyNoTable         = "không thấy bảng nào có dòng tiêu đề đọc được; hãy thêm dòng tiêu đề (Họ và tên, …) rồi nhập lại"
	whyUnread          = "không hiểu ô này thuộc về đâu"
	whyProse           = "lời văn của văn bản, không có dữ kiện"
	whyKnownCol        = "cột này chương trình không giữ"
	whyNoCol           = "không rõ cột này là gì"
	whyNoAwardCol      = "ô nêu danh hiệu nhưng không rõ cột này là gì; hãy sửa tiêu đề cột rồi nhập lại"
	whyNoWho           = "bảng nêu danh hiệu nhưng không có cột Họ và tên; hãy thêm cột tên người rồi nhập lại"
	whyNotes           = "ghi chú, không có dữ kiện đọc được"
	whyNoName          = "dòng không có tên người hay tập thể"
	whyDigits          = "họ và tên có chữ số"
	whySkipped         = "được trả lời là bỏ qua"
	whyNoMark          = "để trống: không được, không có"
	whyCount           = "số lượng người của đơn vị, không phải kết quả của đơn vị hay của ai"
	whyBroken          = "ô báo lỗi của Excel"
	whyInitiativeRated = "xếp loại, điểm của sáng kiến, không phải của người"
	whyOrphan          = "dòng này không gắn với người nào"
)

// whyKind says why a table of a kind with no facts is left.
func whyKind(Kind) string {
	return "không rõ bảng này là gì; hãy chọn loại bảng"
}
