package app_test

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/intake"
	"tdkt/internal/sheet/sheettest"
)

// word writes a decision as Word keeps it: paragraphs, then a table.
func word(t *testing.T, path string, lines []string, rows [][]string) {
	t.Helper()
	var b strings.Builder
	p := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, l := range lines {
		b.WriteString(p(l))
	}
	b.WriteString("<w:tbl>")
	for _, r := range rows {
		b.WriteString("<w:tr>")
		for _, c := range r {
			b.WriteString("<w:tc>" + p(c) + "</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl></w:body></w:document>")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml":   b.String(),
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

// sixty are sixty invented people in six rooms.
func sixty() (names, rooms []string) {
	family := strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng")
	given := strings.Fields("An Bình Châu Dũng Giang Hải")
	room := []string{"Văn phòng", "Thanh tra", "Phòng Tổ chức bộ máy", "Phòng Kế hoạch - Tài chính", "Phòng Nghiệp vụ", "Phòng Cải cách hành chính"}
	for i := range 60 {
		names = append(names, fmt.Sprintf("%s Văn %s", family[i%10], given[i/10]))
		rooms = append(rooms, room[i/10])
	}
	return names, rooms
}

// TestOldTenYears: ten years of sixty people from six mixed files go in with at most 25
// answers; then every title is answered for everybody still there.
func TestOldTenYears(t *testing.T) {
	a := open(t)
	dir := t.TempDir()
	names, rooms := sixty()
	const noWord = "Phòng " // the headings leave it out
	staff := func(year int, moved map[int]string) string {
		var b strings.Builder
		fmt.Fprintf(&b, "[DS]\nDANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM %d\nTT|Họ và tên|Sinh ngày|Chức vụ\n", year)
		for i, n := range names {
			if i%10 == 0 {
				b.WriteString("|" + strings.TrimPrefix(rooms[i], noWord) + "||\n")
			}
			if moved[i] != "" || year == 2022 && i == 59 {
				continue // moved, or gone
			}
			note := ""
			if year == 2022 && i == 5 {
				note = " (nghỉ thai sản)"
			}
			born := fmt.Sprintf("%02d/%02d/%d", i%28+1, i%12+1, 1970+i%25)
			if i%20 == 7 {
				born = fmt.Sprintf("%d/%d/%02d", i%28+1, i%12+1, 70+i%25)
			}
			fmt.Fprintf(&b, "=%d|%s|%s|%s\n", i+1, []string{"Ông ", "", "Đ/c "}[i%3]+n+note, born, []string{"Trưởng phòng", "Chuyên viên"}[min(i%10, 1)])
		}
		for i, to := range moved {
			fmt.Fprintf(&b, "|%s||\n=%d|%s|%02d/%02d/%d|Chuyên viên\n", to, i+1, names[i], i%28+1, i%12+1, 1970+i%25)
		}
		return b.String()
	}
	sheettest.Write(t, filepath.Join(dir, "1 DS 2013.xlsx"), staff(2013, nil))
	sheettest.Write(t, filepath.Join(dir, "2 DS 2022.xlsx"), staff(2022, map[int]string{12: "Phòng Nghiệp vụ", 33: "Văn phòng"}))
	var ratings, awards strings.Builder
	ratings.WriteString("[XL]\nSTT|Họ và tên|Phòng")
	for y := 2013; y <= 2022; y++ {
		fmt.Fprintf(&ratings, "|=%d", y)
	}
	awards.WriteString("\n[KT]\nSTT|Họ và tên|Đơn vị|Danh hiệu thi đua|Hình thức khen thưởng\n")
	for i, n := range names {
		fmt.Fprintf(&ratings, "\n=%d|%s|%s", i+1, n, rooms[i])
		for y := range 10 {
			ratings.WriteString("|" + []string{"HTTNV", "HTXSNV", "Hoàn thành tốt nhiệm vụ", "HTNV"}[(i+y)%4])
		}
		titles := fmt.Sprintf("LĐTT 2013-2020; CSTĐCS năm %d, %d", 2014+i%3, 2018+i%2)
		if i == 11 {
			titles = "LĐTT 5 năm liền"
		}
		if i == 22 {
			titles += "; Bằng khen 2019"
		}
		fmt.Fprintf(&awards, "=%d|%s|%s|%s|%s\n", i+1, n, rooms[i], titles, []string{"BK UBND tỉnh 2016 (QĐ số 12/QĐ-UBND ngày 3/2/2017)", "", "Kỷ niệm chương Vì sự nghiệp ngành Nội vụ 2015"}[i%3])
	}
	sheettest.Write(t, filepath.Join(dir, "3 xep loai.xlsx"), ratings.String())
	sheettest.Write(t, filepath.Join(dir, "4 khen thuong.xlsx"), awards.String())
	for k, year := range []int{2021, 2022} {
		rows := [][]string{{"STT", "Họ và tên", "Chức vụ, đơn vị"}, {"I", "CHIẾN SĨ THI ĐUA CƠ SỞ", ""}}
		for i := range 20 {
			rows = append(rows, []string{fmt.Sprint(i + 1), "Ông " + names[i*3], "Chuyên viên, " + rooms[i*3]})
		}
		rows = append(rows, []string{"II", "LAO ĐỘNG TIÊN TIẾN", ""})
		for i := range 60 {
			rows = append(rows, []string{fmt.Sprint(i + 1), "Ông " + names[i], "Chuyên viên, " + rooms[i]})
		}
		word(t, filepath.Join(dir, fmt.Sprintf("%d QD %d.docx", 5+k, year)), []string{
			"SỞ THỬ NGHIỆM", fmt.Sprintf("Số: 12%d/QĐ-STN", k), fmt.Sprintf("Tây Ninh, ngày 20 tháng 12 năm %d", year), "QUYẾT ĐỊNH",
			fmt.Sprintf("Về việc tặng danh hiệu thi đua năm %d", year), "Điều 1. Tặng danh hiệu thi đua cho các cá nhân có tên trong danh sách kèm theo.",
		}, rows)
	}
	p, err := imports.PlanOld(t.Context(), a, []string{dir}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	answered := 0
	for range 4 {
		var answers []intake.Answer
		for _, q := range p.Questions() {
			value := map[string]string{
				"moved": "01/07/2022, vào làm 01/01/2010", "left": "31/12/2022", "absence": "01/03/2022 - 31/08/2022", "year": "2013-2017", "title": "Bằng khen UBND tỉnh",
			}[q.Field]
			if value == "" {
				value = intake.Right
			}
			t.Logf("%s “%s” (%d): %s → %s", q.Field, q.Text, q.Count, q.Why, value)
			answers = append(answers, q.Answer(value))
		}
		if len(answers) == 0 {
			break
		}
		answered += len(answers)
		if p, err = imports.AnswerOld(t.Context(), a, p, answers...); err != nil {
			t.Fatal(err)
		}
	}
	if err := imports.WriteOld(t.Context(), a, p); err != nil {
		t.Fatal(err)
	}
	checkTenYears(t, a, answered)
}

func checkTenYears(t *testing.T, a *app.App, answered int) {
	t.Helper()
	v := a.View()
	t.Logf("%d answers: %d people, %d units, %d ratings, %d awards, %d posts", answered, len(v.People), len(v.Units), len(v.Ratings), len(v.Awards), len(v.Posts))
	if answered > 25 || len(v.People) != 60 || len(v.Units) != 6 || len(v.Ratings) != 600 || len(v.Posts) != 4 {
		t.Errorf("%d answers, %d people, %d units, %d ratings", answered, len(v.People), len(v.Units), len(v.Ratings))
	}
	results, err := v.Answers(t.Context(), 2023)
	if err != nil {
		t.Fatal(err)
	}
	judged := map[string]int{}
	for r := range results.All() {
		judged[r.Title]++
	}
	if judged["CSTDT"] != 59 {
		t.Errorf("judged = %v", judged)
	}
}
