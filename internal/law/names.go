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

// MarkName is what stands beside a citation: that it was not checked against the statute's
// own text, or that the province or the office sets it; "" for one that was checked.
func MarkName(mark string) string {
	switch mark {
	case "V":
		return ""
	case "C":
		return " (địa phương quy định)"
	}
	return " (chưa kiểm chứng)"
}
