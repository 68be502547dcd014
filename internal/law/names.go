package law

// AnswerName is an answer in the words every screen and paper uses.
func AnswerName(a Answer) string {
	switch a {
	case Yes:
		return "đủ"
	case No:
		return "không đủ"
	case Unknown:
		return "thiếu dữ liệu"
	case Manual:
		return "chờ đánh giá"
	}
	return ""
}

// MarkName is what stands beside a citation that was not checked against the
// statute's own text; "" for one that was.
func MarkName(mark string) string {
	if mark == "V" {
		return ""
	}
	return " (chưa kiểm chứng)"
}
