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

// VerdictName is the answer in words, with what it hangs on: a đủ that waits for people's
// judgement says so.
func (r Result) VerdictName() string {
	if r.Answer == Yes && r.Waiting() > 0 {
		return "đủ nếu được đánh giá đạt"
	}
	return AnswerName(r.Answer)
}

// Waiting is how many judgements of people a đủ hangs on: those of the needs common to all
// alternatives and of the alternative that waits for the fewest.
func (r Result) Waiting() int {
	common, fewest, won := 0, 0, false
	open := map[string]int{}
	for _, f := range r.Findings {
		if f.Answer != Manual {
			continue
		}
		if f.Way == "" {
			common++
			continue
		}
		open[f.Way]++
	}
	for _, way := range r.alternatives() {
		if way == "" || r.Verdict(way) != Yes {
			continue
		}
		if !won || open[way] < fewest {
			won, fewest = true, open[way]
		}
	}
	return common + fewest
}
