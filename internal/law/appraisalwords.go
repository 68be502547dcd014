package law

import (
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// missingWords is "thiếu phiếu tháng 3; tháng 10 mới tự chấm, chưa xác nhận".
func missingWords(slots []Slot) string {
	var none, self []tdkt.Period
	for _, s := range slots {
		switch s.State { //nolint:exhaustive // the others are not missing
		case SlotMissing:
			none = append(none, s.Period)
		case SlotSelf:
			self = append(self, s.Period)
		}
	}
	var out []string
	if len(none) > 0 {
		out = append(out, periodWords(none)+" thiếu phiếu")
	}
	if len(self) > 0 {
		out = append(out, periodWords(self)+" mới tự chấm, chưa xác nhận")
	}
	return strings.Join(out, "; ")
}

// periodWords is "tháng 3, 10", "quý II, IV".
func periodWords(list []tdkt.Period) string {
	var out []string
	for i, p := range list {
		words := p.Words()
		if i > 0 && p.IsQuarter() == list[0].IsQuarter() {
			_, words, _ = strings.Cut(words, " ")
		}
		out = append(out, words)
	}
	return strings.Join(out, ", ")
}

// MeanWords is "TB 12 tháng 91,4; tháng 3 thiếu phiếu", "" where nothing was entered.
func (a *Appraisal) MeanWords() string {
	if !a.Has() {
		return ""
	}
	var out []string
	if a.Count > 0 {
		unit := "tháng"
		if len(a.Slots) == 4 {
			unit = "quý"
		}
		out = append(out, fmt.Sprintf("TB %d %s %s", a.Count, unit, pointText(a.Mean)))
	}
	if text := missingWords(a.Slots); text != "" {
		out = append(out, text)
	}
	var early, partly []tdkt.Period
	for _, s := range a.Slots {
		if s.State == SlotPartly {
			partly = append(partly, s.Period)
		}
		if s.State == SlotEarly && s.Mark.State.Counts() {
			early = append(early, s.Period)
		}
	}
	if len(partly) > 0 {
		out = append(out, periodWords(partly)+" làm một phần, không có phiếu nên không tính")
	}
	if len(early) > 0 {
		out = append(out, fmt.Sprintf("không tính %s, trước ngày %s (%s)", periodWords(early), a.Scheme.Marks.From, a.Scheme.Marks.FromCite))
	}
	return strings.Join(out, "; ")
}

// pointText writes hundredths with the comma of Vietnamese numbers.
func pointText(hundredths int) string {
	text := fmt.Sprintf("%d,%02d", hundredths/100, hundredths%100)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ",")
}

// Words is what a period holds, in short: "91,4", "thiếu", "thai sản", "–".
func (s Slot) Words() string {
	switch s.State {
	case SlotCounted:
		return pointText(s.Mark.Head.Total)
	case SlotMissing:
		return "thiếu"
	case SlotSelf:
		return "tự chấm " + pointText(s.Mark.Self.Total)
	case SlotLeave, SlotPartly:
		if s.Leave != "" {
			return s.Leave
		}
	case SlotEarly:
		if s.Mark.State.Counts() {
			return "(" + pointText(s.Mark.Head.Total) + ")"
		}
	case SlotAway, SlotAhead:
	}
	return "–"
}
