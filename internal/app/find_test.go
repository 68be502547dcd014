package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/sampletest"
	"tdkt/internal/tdkt"
)

// finder is a View of a few people and things with nothing else in it.
func finder(tb testing.TB, s *tdkt.Snapshot) *view.View {
	tb.Helper()
	rules, err := law.Load()
	if err != nil {
		tb.Fatal(err)
	}
	return &view.View{Snapshot: s, Rules: rules, Facts: law.NewFacts(s, rules)}
}

// told is what a search shows, a line for each find.
func told(list []view.Found) []string {
	lines := make([]string, len(list))
	for i, f := range list {
		lines[i] = fmt.Sprintf("%s: %s (%s)", f.Kind.Words(), f.Name, f.More)
	}
	return lines
}

// TestFind: what a person calls to mind of a thing finds it, the likeliest first, and
// namesakes can be told apart before one of them is opened.
func TestFind(t *testing.T) {
	s := &tdkt.Snapshot{
		Units: []tdkt.Unit{{ID: "s", Code: "SO", Name: "Sở Thử"}, {ID: "vp", Code: "VP", Name: "Văn phòng", Parent: "s"}},
		People: []tdkt.Person{
			{ID: "1", Code: "CB001", Name: "Văn Thị Phong", Unit: "s"},
			{ID: "2", Code: "CB012", Name: "Lê Văn An", Unit: "vp", BornYear: 1980},
			{ID: "3", Code: "CB003", Name: "Lê Văn An", Unit: "s", Born: tdkt.Date(1990, 2, 3)},
			{ID: "4", Code: "CB004", Name: "An Thị Lệ", Unit: "s", End: tdkt.Date(2022, 5, 31)},
		},
		Awards: []tdkt.Award{
			{ID: "a", Subject: tdkt.PersonSubject("3"), Code: "LDTT", From: 2021, To: 2021, Decision: "12/QĐ-SNV", Date: tdkt.Date(2021, 12, 20)},
			{ID: "b", Subject: tdkt.PersonSubject("3"), Code: "CSTDCS", From: 2022, To: 2022, Decision: "40/QĐ-SNV"},
			{ID: "c", Subject: tdkt.PersonSubject("2"), Code: "LDTT", From: 2021, To: 2021, Decision: "12/QĐ-SNV", Date: tdkt.Date(2021, 12, 20)},
			{ID: "d", Subject: tdkt.PersonSubject("2"), Code: "CSTDCS", From: 2022, To: 2022, Revoked: true},
		},
		Initiatives: []tdkt.Initiative{
			{ID: "i", Year: 2022, Person: "2", Title: "Số hóa sổ văn thư", Decision: "7/QĐ-SNV"},
			{ID: "j", Year: 2022, Person: "4", Title: "Số hóa sổ văn thư"},
		},
	}
	v := finder(t, s)
	v.Plans = []tdkt.Plan{{ID: "p", Year: 2023, Title: "Kế hoạch thi đua năm 2023", Number: "05", Symbol: "KH-SNV"}}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"le van an", []string{ // both, and last what they have written
			"Cán bộ: Lê Văn An (Văn phòng · sinh 1980 · Lao động tiên tiến 2021)",
			"Cán bộ: Lê Văn An (Sở Thử · sinh 1990 · Chiến sĩ thi đua cơ sở 2022)",
			"Sáng kiến, đề tài: Số hóa sổ văn thư (năm 2022 · Lê Văn An, An Thị Lệ)",
		}},
		{"Lê Văn An 1990", []string{"Cán bộ: Lê Văn An (Sở Thử · sinh 1990 · Chiến sĩ thi đua cơ sở 2022)"}},
		{"cb001", []string{"Cán bộ: Văn Thị Phong (Sở Thử)"}},
		{"an", []string{ // the name that begins so, then given names, then titles that begin so
			"Cán bộ: An Thị Lệ (Sở Thử · thôi việc 31/05/2022)",
			"Cán bộ: Lê Văn An (Văn phòng · sinh 1980 · Lao động tiên tiến 2021)",
			"Cán bộ: Lê Văn An (Sở Thử · sinh 1990 · Chiến sĩ thi đua cơ sở 2022)",
			"Danh hiệu, hình thức: Anh hùng Lao động (cá nhân)",
			"Danh hiệu, hình thức: Anh hùng Lao động (tập thể)",
		}},
		{"12/qd", []string{"Quyết định: 12/QĐ-SNV (ngày 20/12/2021 · Lao động tiên tiến, 2 trường hợp)"}},
		{"so hoa", []string{"Sáng kiến, đề tài: Số hóa sổ văn thư (năm 2022 · Lê Văn An, An Thị Lệ)"}},
		{"05/KH", []string{"Kế hoạch: Kế hoạch thi đua năm 2023 (năm 2023 · 05/KH-SNV)"}},
		{"không có ai", nil},
		{"", nil},
	} {
		got := told(v.Find(c.text, 5))
		if d := cmp.Diff(strings.Join(c.want, "\n"), strings.Join(got, "\n")); d != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, d)
		}
	}
	for _, f := range v.Find("chien si thi dua co so", 2) {
		if f.Title != "CSTDCS" || f.Subject.Kind != tdkt.APerson {
			t.Errorf("a title leads to %+v", f)
		}
	}
}

// BenchmarkFind50k is one key in the search box over 50,000 people.
func BenchmarkFind50k(b *testing.B) {
	s := sampletest.OpenOffice(b, manyPeople, tenYears).View().Snapshot
	v := finder(b, s)
	b.Run("First", func(b *testing.B) {
		for b.Loop() {
			(&view.View{Snapshot: s, Rules: v.Rules, Facts: v.Facts}).Find("tran thi", 50)
		}
	})
	v.Find("x", 1)
	for _, text := range []string{"t", "van an", "499", "khong co ai"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				v.Find(text, 50)
			}
		})
	}
}
