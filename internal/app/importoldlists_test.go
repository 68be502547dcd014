package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/imports"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// TestOldProposals: a list of proposals becomes pledges, nominations of the year's own round
// or awards, as is answered; written twice it is there once, and one undo takes it back.
func TestOldProposals(t *testing.T) {
	const list = "[ĐN]\nDANH SÁCH ĐỀ NGHỊ DANH HIỆU THI ĐUA NĂM 2023\nSTT|Họ và tên|Đơn vị|LĐTT|CSTĐCS\n=1|Lý Thanh Bình|Văn phòng|x|x\n=2|Lê Thị Bé|Văn phòng|x|\n"
	for value, want := range map[string][3]int{"đăng ký": {3, 0, 0}, "đề nghị": {0, 3, 0}, "khen thưởng": {0, 0, 3}} {
		a := open(t)
		answer := intake.Answer{Field: "proposal", Text: "kho.xlsx!ĐN!A2", Value: value}
		for range 2 {
			writeOld(t, a, list, answer)
			v := a.View()
			if got := [3]int{len(v.Pledges), len(v.Nominations), len(v.Awards)}; got != want {
				t.Errorf("%s: pledges, nominations, awards = %v, want %v", value, got, want)
			}
		}
		for _, n := range a.View().Nominations {
			if n.State != tdkt.Proposed || n.Year != 2023 || len(a.View().StepsOf(n.ID)) != 1 {
				t.Errorf("nomination = %+v", n)
			}
		}
		if _, err := a.UndoLast(t.Context()); err != nil {
			t.Fatal(err)
		}
		if v := a.View(); len(v.Pledges)+len(v.Nominations)+len(v.Awards)+len(v.People) != 0 {
			t.Errorf("%s: after one undo %d, %d, %d", value, len(v.Pledges), len(v.Nominations), len(v.Awards))
		}
	}
}

// TestOldShares: the shares of co-authors, behind their names or a line each, are written.
func TestOldShares(t *testing.T) {
	a := open(t)
	writeOld(t, a, "[DS]\nHọ và tên|Ngày sinh|Đơn vị\nNguyễn Văn An|01/02/1980|VP\nLê Thị Bé|01/02/1981|VP\n[SK]\nTên sáng kiến|Tác giả/đồng tác giả|Năm|Cấp công nhận\nSố hóa|Nguyễn Văn An (60%), Lê Thị Bé (40%)|=2022|Cơ sở\n")
	got := map[string]int{}
	for _, i := range a.View().Initiatives {
		got[a.View().Facts.NameOf(tdkt.PersonSubject(i.Person))] = i.Share
	}
	if d := cmp.Diff(map[string]int{"Nguyễn Văn An": 60, "Lê Thị Bé": 40}, got); d != "" {
		t.Errorf("shares (-want +got):\n%s", d)
	}
}

// TestOldEmpty: a file with nothing in it is named with its reason.
func TestOldEmpty(t *testing.T) {
	path := filepath.Join(t.TempDir(), "trống.csv")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := imports.PlanOld(t.Context(), open(t), []string{path}, nil, nil)
	if err != nil || len(p.Left) != 1 || !p.Left[0].Refused || p.Left[0].Why != "tệp trống, không có ô nào để đọc" {
		t.Errorf("%v, %+v", err, p)
	}
}

// TestOldUnread: an answer that says no day, year or stretch where one is asked for is met
// with a sentence; what can be taken is.
func TestOldUnread(t *testing.T) {
	for _, c := range []struct {
		q    imports.OldQuestion
		text string
		ok   bool
	}{
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "moved", Why: "từ ngày nào? (chưa có ngày vào làm: …)"}}, "01/07/2025", false},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "moved", Why: "từ ngày nào? (chưa có ngày vào làm: …)"}}, "01/07/2025, vao lam 01/03/2010", true},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "moved", Why: "từ ngày nào?"}}, "mới", false},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "left"}}, "còn làm", true},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "left"}}, "hôm qua", false},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "year"}}, "2019-2023", true},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "year"}}, "nhiều năm", false},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "absence"}}, "01/03/2024 - 31/08/2024", true},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "absence"}}, "3/2024", false},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "year"}}, "bỏ qua", true},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "decision"}}, "mới", false},
		{imports.OldQuestion{Doubt: intake.Doubt{Field: "decision"}}, "12/QĐ-SNV ngày 05/01/2023", true},
	} {
		if err := c.q.Unread(c.text); (err == nil) != c.ok {
			t.Errorf("%s %q: %v", c.q.Field, c.text, err)
		}
	}
}

// TestOldAwardedAgain: an award named with and without its decision is one, kept with the
// decision; by another decision it is asked for, in the files and beside the data.
func TestOldAwardedAgain(t *testing.T) {
	const text = "[A]\nSTT|Họ và tên|Ngày sinh|Đơn vị|Khen thưởng\n=1|Trần Thị Thử|01/03/1980|Văn phòng|LĐTT 2021; CSTĐCS 2022\n=2|Lê Văn Nghiệm|01/03/1981|Văn phòng|LĐTT 2021 (QĐ số 7/QĐ-SNV ngày 5/1/2022)\n" +
		"[B]\nSTT|Họ và tên|Đơn vị|Danh hiệu|Năm|Số quyết định|Ngày ký\n=1|Trần Thị Thử|Văn phòng|LĐTT|2021|7/QĐ-SNV|05/01/2022\n=2|Trần Thị Thử|Văn phòng|LĐTT|2021|7/QĐ-SNV|05/01/2022\n=3|Lê Văn Nghiệm|Văn phòng|LĐTT|2021|9/QĐ-SNV|06/01/2022\n"
	a := open(t)
	awards := func() []string {
		var out []string
		for _, w := range a.View().Awards {
			out = append(out, fmt.Sprintf("%s %d %s", w.Code, w.From, w.Decision))
		}
		slices.Sort(out)
		return out
	}
	why := "again “Lê Văn Nghiệm: LDTT năm 2021, 9/QĐ-SNV”: Lê Văn Nghiệm đã có Lao động tiên tiến năm 2021 theo quyết định 7/QĐ-SNV (%s), ở đây là 9/QĐ-SNV: hai lần khen, hay ghi nhầm số?"
	for n, place := range []string{"ô E3 của kho.xlsx", "sổ"} {
		p := writeOld(t, a, text)
		if d := cmp.Diff([]string{fmt.Sprintf(why, place)}, asked(p)); d != "" {
			t.Errorf("asked at %d (-want +got):\n%s", n, d)
		}
		if d := cmp.Diff([]string{"CSTDCS 2022 ", "LDTT 2021 7/QĐ-SNV", "LDTT 2021 7/QĐ-SNV"}, awards()); d != "" {
			t.Errorf("awards at %d (-want +got):\n%s", n, d)
		}
	}
	for _, tt := range []struct {
		value string
		want  int
	}{{intake.Skip, 3}, {"hai lần khen", 4}} {
		p := writeOld(t, a, text, intake.Answer{Field: "again", Text: "*", Why: fmt.Sprintf(why[len("again “Lê Văn Nghiệm: LDTT năm 2021, 9/QĐ-SNV”: "):], "sổ"), Value: tt.value})
		if n := len(awards()); n != tt.want || len(asked(p)) != 0 {
			t.Errorf("answered %q: %d awards, still asked: %v", tt.value, n, asked(p))
		}
	}
}
