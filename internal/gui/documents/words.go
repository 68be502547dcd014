package documents

// Every word of the page.
const (
	wordWrite       = "Ghi văn bản đã chọn"
	wordWriteOne    = "Ghi văn bản này"
	wordWriteOnePDF = "Ghi văn bản này thành PDF"
	wordWritePDF    = "Ghi văn bản đã chọn thành PDF"
	wordTexts       = "Soạn nội dung…"
	wordFreeReport  = "Báo cáo kỳ tự chọn…"
	wordLacks       = "Chưa có số liệu"
	wordWriteAll    = "Ghi tất cả"
	wordTemplates   = "Lấy mẫu Word để sửa"
	wordSoftware    = "Tệp cho phần mềm khác…"
	wordName        = "Văn bản"
	wordWho         = "Của ai"
	wordAbout       = "Nội dung"
	textEmpty       = "Năm %d chưa có văn bản nào viết được. Hãy lập kế hoạch hoặc đề nghị trước."
	textTotals      = "%d văn bản, trong đó %d báo cáo thành tích; Enter để ghi"
	textHow         = "Chọn một hoặc nhiều dòng. Chỗ chưa có số liệu để “…” cho người ký điền."
)
