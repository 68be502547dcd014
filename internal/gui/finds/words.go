package finds

// Every word of the page.
const (
	wordOpen   = "Mở"
	wordKind   = "Loại"
	wordName   = "Tìm thấy"
	wordMore   = "Chi tiết"
	wordYear   = "Năm"
	textHint   = "Gõ tên, số quyết định…"
	textStart  = "Gõ tên người, phòng, danh hiệu, số quyết định, sáng kiến hoặc kế hoạch.\nKhông cần gõ dấu; Enter ở một dòng để mở."
	textNone   = "Không thấy gì khớp với “%s”. Hãy bớt chữ, hoặc gõ một phần của tên."
	textTotals = "%d kết quả; Enter hoặc bấm đúp để mở"
	textMost   = "%d kết quả đầu; gõ thêm chữ để thu hẹp"
)
