package complaints

import "tdkt/internal/gui/desk"

// Every word of the page.
const (
	wordPage     = desk.PageComplaints
	wordAdd      = "Ghi đơn mới…"
	wordEdit     = "Sửa…"
	wordClose    = "Kết luận…"
	wordReopen   = "Mở lại…"
	wordReceived = "Ngày nhận"
	wordSender   = "Người gửi"
	wordKind     = "Loại đơn"
	wordAbout    = "Về ai"
	wordSummary  = "Nội dung"
	wordDeadline = "Hạn giải quyết"
	wordState    = "Tình trạng"
	wordOutcome  = "Kết quả giải quyết"
	wordUpheld   = "Kết luận"
	wordClosed   = "Ngày kết luận"
	wordCase     = "Liên quan đến"
	wordNone     = "(không gắn với khen thưởng nào)"
	wordOpen     = "đang giải quyết"
	wordLate     = "quá hạn"
	wordDone     = "%s, ngày %s"
	wordForm     = "Đơn khiếu nại, tố cáo, kiến nghị"

	textOpenCount = "%d đang giải quyết"
	textLateCount = "%d quá hạn"
	textEmpty     = "Năm này chưa có đơn khiếu nại, tố cáo, kiến nghị nào.\nKhi đơn chưa có kết luận, người hoặc tập thể trong đơn được tạm dừng xét."
	textTotals    = "%d đơn · đang giải quyết %d · quá hạn %d"
	textElsewhere = "Đã ghi. Đơn nhận ngày %s nên nằm trong sổ của năm %d; hãy chọn năm đó ở góc trên để xem."
	textIsDone    = "Đơn này đã có kết luận. Bấm “Mở lại…” nếu phải giải quyết tiếp."
	textIsOpen    = "Đơn này đang giải quyết, chưa có kết luận để mở lại."
	textReopen    = "Mở lại đơn về %s: người hoặc tập thể này lại được tạm dừng xét. Ghi lý do; lý do được lưu cùng kết quả."
	textGiven     = "%s năm %d, QĐ %s"
	textNamed     = "Đề nghị %s năm %d"
)
