package dossier

import (
	"strings"
	"testing"

	"tdkt/internal/law"
)

func postedTexts(from, to, off string) Texts {
	var t Texts
	for field, text := range map[string]string{"công khai từ ngày": from, "công khai đến ngày": to, "ngày nghỉ trong thời gian công khai": off, "nơi công khai": "bảng tin", "kết quả công khai": "không có ý kiến"} {
		t.List = append(t.List, ReportText{ReportPart: law.ReportPart{Field: field}, Text: text})
	}
	return t
}

// Working days of a posting: 9, 10 and 11 of them, weekends left out, days off that the office
// wrote taken away where they are working days.
func TestPostedDays(t *testing.T) {
	for _, c := range []struct {
		from, to, off string
		days, free    int
	}{
		{"02/12/2024", "12/12/2024", "", 9, 0},
		{"02/12/2024", "13/12/2024", "", 10, 0},
		{"02/12/2024", "15/12/2024", "", 10, 0}, // to a Sunday
		{"02/12/2024", "16/12/2024", "", 11, 0},
		{"22/04/2024", "06/05/2024", "", 11, 0},
		{"22/04/2024", "06/05/2024", "30/04/2024; 01/05/2024", 9, 2},
		{"22/04/2024", "06/05/2024", "27/04/2024", 11, 0}, // a Saturday
		{"22/04/2024", "06/05/2024", "01/06/2024", 11, 0}, // after it
		{"06/05/2024", "22/04/2024", "", 0, 0},
		{"", "22/04/2024", "", 0, 0},
		{"01/01/1924", "22/04/2024", "", 714, 0}, // a mistyped year ends
	} {
		if days, free := PostedDays(postedTexts(c.from, c.to, c.off)); days != c.days || free != c.free {
			t.Errorf("%s–%s without %q: %d days, %d off; want %d, %d", c.from, c.to, c.off, days, free, c.days, c.free)
		}
	}
}

// Under ten working days are named with the article, and whether holidays were taken off; ten
// and more are not.
func TestPostingCheck(t *testing.T) {
	for _, c := range []struct{ to, off, want string }{
		{"12/12/2024", "", "Công khai 9 ngày làm việc (đếm từ thứ Hai đến thứ Sáu, chưa trừ ngày lễ), cần ít nhất 10 ngày (Điều 44)."},
		{"13/12/2024", "", ""},
		{"16/12/2024", "", ""},
		{"13/12/2024", "05/12/2024", "Công khai 9 ngày làm việc (đếm từ thứ Hai đến thứ Sáu, đã trừ 1 ngày nghỉ lễ, Tết), cần ít nhất 10 ngày (Điều 44)."},
		{"16/12/2024", "05/12/2024", ""},
	} {
		b := &builder{Submission: &Submission{Papers: []PaperRow{{Paper: law.Paper{Code: "cong-khai", Days: 10, Cite: "Điều 44"}}}}}
		b.checkPosting(postedTexts("02/12/2024", c.to, c.off))
		var got []string
		for _, x := range b.Checks {
			got = append(got, x.Text)
		}
		if text := strings.Join(got, "\n"); text != c.want {
			t.Errorf("to %s without %q: %q, want %q", c.to, c.off, text, c.want)
		}
	}
	b := &builder{Submission: &Submission{}}
	if b.checkPosting(postedTexts("02/12/2024", "03/12/2024", "")); len(b.Checks) != 0 {
		t.Errorf("a dossier that asks for no posting: %+v", b.Checks)
	}
}
