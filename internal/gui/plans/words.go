package plans

// Every word of the tab.
const (
	wordPage       = "Văn bản kế hoạch"
	wordOpening    = "Căn cứ và mở đầu"
	wordClosing    = "Kết thúc, nơi nhận, người ký"
	wordRecipients = "Nơi nhận:"
	wordPlan       = "KẾ HOẠCH"
	wordNoDay      = "ngày … "
	wordNoNumber   = "(chưa có số)"
	textHead       = "Kế hoạch: %s — Số: %s/%s · %s, %s"
	textNone       = "Chưa có kế hoạch thi đua năm %d trong sổ.\nHãy chọn năm khác ở phía trên, hoặc sang thẻ Nhân sự để nhập cán bộ và dữ liệu các năm."
	textOthers     = "Chưa có kế hoạch thi đua năm %d trong sổ.\nSổ đang có kế hoạch của các năm: %s. Hãy chọn năm ở phía trên."
)
