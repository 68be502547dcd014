package start

// Every word of the page.
const (
	wordPage     = "Hôm nay"
	wordTodo     = "Việc cần làm"
	wordCount    = "Số"
	wordDue      = "Hạn"
	wordLate     = "quá hạn"
	wordPrint    = "In A4"
	wordPrinting = "Đang in…"
	wordWho      = "Ai làm"
	wordAgain    = "Làm tiếp: %s"
	wordIdle     = "Chưa được tặng trong"
	wordYears    = "%d năm"
	filePrint    = "tinh-hinh-thi-dua-%d.pdf"
	textPrinted  = "Đã in ra %s."
	textNothing  = "Không có việc nào đến hạn, không thiếu ai."
	textMoreBars = "… và %d dòng nữa"
	textTotals   = "%d việc, %d quá hạn; Enter hoặc bấm đúp để mở"
)
