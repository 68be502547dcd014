package locals

import "tdkt/internal/gui/desk"

// Every word of the page.
const (
	wordPage     = desk.PageLocals
	wordGroup    = "Danh hiệu, nội dung"
	wordName     = "Quy định"
	wordValue    = "Giá trị"
	wordDocument = "Số văn bản"
	wordDay      = "Ngày văn bản"
	wordBy       = "Người nhập"
	wordEdit     = "Nhập, sửa…"
	wordDrop     = "Bỏ giá trị"
	wordCopy     = "Chép từ năm trước…"
	wordCopyAll  = "Chép năm %d sang năm %d"
	wordCopyYes  = "Chép"
	wordOld      = "Năm %d"
	wordNow      = "Năm %d hiện có"
	wordThen     = "Sẽ là"
	wordNone     = "chưa nhập"
	wordKeep     = "giữ nguyên"
	wordUnused   = "Không dùng đến"
	wordCite     = "Căn cứ"

	textTitle    = "Quy định riêng năm %d"
	textIntro    = "Luật để cho tỉnh hoặc cơ quan tự định những điều dưới đây. Hãy nhập theo văn bản của tỉnh, của cơ quan, kèm số và ngày."
	textLocked   = "Năm %d đã khóa, không sửa được quy định riêng."
	textEmpty    = "Năm %d không có điều nào để cơ quan tự định."
	textPick     = "Chọn một dòng ở trên để xem căn cứ và ý nghĩa."
	textUnused   = "Không quy định nào của năm %d dùng đến giá trị này. Có thể bỏ giá trị."
	textTyped    = "Đã nhập: %s (%s)."
	textNone     = "trống: %s"
	textDecides  = "Dùng cho %s: %s Khi để trống: %s."
	textNotTyped = "Chưa nhập."
	textDropAsk  = "Bỏ giá trị “%s” của quy định “%s” năm %d?"
	textNoOld    = "Các năm trước %d chưa nhập quy định riêng nào để chép. Hãy nhập từng dòng."
	textAllKept  = "Năm %d đã có đủ các quy định riêng của năm %d; không có gì để chép."
	textCopy     = "Sẽ chép %d quy định riêng của năm %d, kèm số và ngày văn bản. Quy định năm %d đã có được giữ nguyên."
	textCopied   = "Đã chép %d quy định riêng của năm %d."
	textCount    = "Đã nhập: %d trong %d"
	textPercent  = "Số nguyên từ 0 đến 100."
)
