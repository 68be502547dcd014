package lawcase_test

import (
	"strings"
	"testing"

	"tdkt/internal/law/lawcase"
	"tdkt/internal/tdkt"
)

// A slip in a case must be named with its line: a fact that is read as nothing
// would make the case prove something else than its story says.
func TestSlipsInCasesAreNamed(t *testing.T) {
	for _, c := range []struct{ reason, text, want string }{
		{"no story", "-- hỏi --\n2023 | CB01 | LDTT\n", "no story"},
		{"a part nobody reads", "Chuyện.\n-- du lieu --\n", "unknown part"},
		{"a fact nobody reads", "Chuyện.\n-- dữ liệu --\nXếp hạng | 2023 | CB01 | HTT\n", "Xếp hạng"},
		{"a year that is none", "Chuyện.\n-- dữ liệu --\nXếp loại | 20x3 | CB01 | HTT\n", "20x3"},
		{"a day the calendar lacks", "Chuyện.\n-- dữ liệu --\nKỷ luật | CB01 | cảnh cáo | 31/02/2023\n", "31/02/2023"},
		{"a tick that is neither", "Chuyện.\n-- dữ liệu --\nTiêu chí | 2023 | CB01 | LDTT | pham-chat | tốt\n", "đạt"},
		{"a closing of no book", "Chuyện.\n-- dữ liệu --\nChốt sổ | 2023 | sổ tay\n", "no book"},
		{"half a question", "Chuyện.\n-- hỏi --\n2023 | CB01\n", "a question is"},
	} {
		_, err := lawcase.Parse([]byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.reason, err, c.want)
		}
	}
}

// A moved case keeps its distances: a leap day becomes the last day of February,
// a day not entered stays so.
func TestShift(t *testing.T) {
	c, err := lawcase.Parse([]byte("Chuyện.\n-- dữ liệu --\nNhân sự | CB01 | An | P | 29/02/2024\n" +
		"Khen thưởng | CB01 | BKT | 2020-2021 | 1/QĐ | 05/05/2022\n-- hỏi --\n2024 | CB01 | LDTT | 30/11/2024\n"))
	if err != nil {
		t.Fatal(err)
	}
	m := c.Shift(2)
	p, a, q := m.Snapshot.People[0], m.Snapshot.Awards[0], m.Asks[0]
	if p.Start != tdkt.Date(2026, 2, 28) || p.End != 0 || a.From != 2022 || a.To != 2023 || a.Date != tdkt.Date(2024, 5, 5) ||
		q.Year != 2026 || q.On != tdkt.Date(2026, 11, 30) {
		t.Errorf("moved to %+v, %+v, %+v", p, a, q)
	}
	if c.Snapshot.People[0].Start != tdkt.Date(2024, 2, 29) || c.Asks[0].Year != 2024 {
		t.Error("the case itself was changed")
	}
}
