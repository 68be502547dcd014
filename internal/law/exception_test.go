package law_test

import (
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
	"tdkt/internal/tdkt"
)

// failing is a person who in 2023 lacks an initiative for CSTĐ cơ sở and was rated too
// low for LĐTT.
const failing = `Chuyện.
-- dữ liệu --
Đơn vị | P | Phòng | | 01/01/2010
Nhân sự | CB01 | Nguyễn Văn Ân | P | 01/01/2015
Xếp loại | 2023 | CB01 | HT
Đăng ký | 2023 | CB01 | CSTDCS
Chốt sổ | 2020..2023 | tất cả
`

// An exception stands beside the answer and never changes it; it lets a không đủ through
// only when it covers all that fails.
func TestExceptions(t *testing.T) {
	rules := oracleRules(t)
	for _, c := range []struct {
		reason string
		needs  []string // excepted
		title  string
		want   bool
	}{
		{"nothing was decided", nil, "CSTDCS", false},
		{"the whole title", []string{""}, "CSTDCS", true},
		{"one need of the two that fail", []string{"sang-kien"}, "CSTDCS", false},
		{"the other, as its own title names it", []string{"LDTT.xep-loai"}, "CSTDCS", false},
		{"both", []string{"sang-kien", "LDTT.xep-loai"}, "CSTDCS", true},
		{"the need that sums the other title up", []string{"sang-kien", "ldtt"}, "CSTDCS", true},
		{"a need that is met", []string{"dang-ky"}, "LDTT", false},
		{"the one need that fails", []string{"xep-loai"}, "LDTT", true},
		{"one need of an alternative, of two that fail", []string{"sang-kien"}, "BKT", false},
		{"all of one alternative", []string{"sang-kien", "htxs"}, "BKT", true},
	} {
		story, err := lawcase.Parse([]byte(failing))
		if err != nil {
			t.Fatal(err)
		}
		s := story.Snapshot
		who := tdkt.PersonSubject("CB01")
		for _, need := range c.needs {
			s.Exceptions = append(s.Exceptions, tdkt.Exception{
				Year: 2023, Subject: who, Title: c.title, Need: need, By: "Trần Văn Bình, Chủ tịch UBND tỉnh",
				Document: "05/UBND-NC", Date: tdkt.Date(2024, 1, 5), Reason: "lập công đặc biệt",
			})
		}
		r, err := rules.Judge(law.NewFacts(s, rules), law.Question{Year: 2023, Subject: who, Title: c.title})
		if err != nil {
			t.Fatal(err)
		}
		if r.Answer != law.No || r.Excepted() != c.want || len(r.ExceptionWords()) != len(c.needs) {
			t.Errorf("%s: answer %s, let through %v, want %v: %q\n%s", c.reason, r.Answer, r.Excepted(), c.want, r.ExceptionWords(), findingsText(r))
		}
		for _, words := range r.ExceptionWords() {
			if !strings.HasSuffix(words, "do Trần Văn Bình, Chủ tịch UBND tỉnh quyết định tại văn bản số 05/UBND-NC ngày 05/01/2024: lập công đặc biệt.") {
				t.Errorf("%s: %s", c.reason, words)
			}
		}
	}
}
