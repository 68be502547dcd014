package start

// Every word of the page.
const (
	wordPage      = "Hôm nay"
	wordTodo      = "Việc cần làm"
	wordDue       = "Hạn"
	wordLate      = "quá hạn"
	wordPrint     = "In một trang"
	wordPrinting  = "Đang in…"
	wordWho       = "Ai làm"
	wordAgain     = "Làm tiếp: %s"
	wordYears     = "%d năm"
	wordBegin     = "Bắt đầu: bốn bước, làm đến đâu lưu đến đó"
	wordHide      = "Ẩn"
	textSteps     = "xong %d/%d bước"
	textNext      = "Còn %d ngày đến hạn gần nhất (%s)"
	textLateCount = "%d việc quá hạn"
	textLateBy    = "trễ %d ngày"
	textDueIn     = "còn %d ngày"
	textCounted   = "%s (%d)"
	filePrint     = "tinh-hinh-thi-dua-%d.pdf"
	textPrinted   = "Đã in ra %s."
	textNothing   = "Không có việc nào đến hạn, không thiếu ai."
	textMoreBars  = "… và %d dòng nữa"
	textTotals    = "%d việc, %d quá hạn; Enter hoặc bấm đúp để mở"
)
