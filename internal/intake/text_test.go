package intake

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/tdkt"
)

// TestReadName: honorifics, bullets, posts, notes and capitals are no part of a name.
func TestReadName(t *testing.T) {
	for raw, want := range map[string]string{
		"Ông Nguyễn Văn Bốn":               "Nguyễn Văn Bốn|nam||",
		"Bà Trần Thị Năm":                  "Trần Thị Năm|nữ||",
		"Đ/c Lê Văn Sáu":                   "Lê Văn Sáu|||",
		"ThS. Phạm Văn Bảy":                "Phạm Văn Bảy|||",
		"Nguyễn Thị Tám\nPhó Giám đốc":     "Nguyễn Thị Tám||Phó Giám đốc|",
		"Võ Văn Chín (nghỉ thai sản)":      "Võ Văn Chín|||nghỉ thai sản",
		"TRẦN VĂN MƯỜI":                    "Trần Văn Mười|||",
		"  nguyễn   thị  mười một  ":       "Nguyễn Thị Mười Một|||",
		"Hoàng Văn A*":                     "Hoàng Văn A|||",
		"- Đỗ Thị Bông":                    "Đỗ Thị Bông|||",
		"1. Lê Thị Bông":                   "Lê Thị Bông|||",
		"Ông Ích Khiêm":                    "Ông Ích Khiêm|||",
		"PGS.TS. Đặng Văn Ngữ":             "Đặng Văn Ngữ|||",
		"Đ/c: Vũ Thị Xuân, Chuyên viên":    "Vũ Thị Xuân||Chuyên viên|",
		"Bùi Văn Cảnh - Trưởng phòng":      "Bùi Văn Cảnh||Trưởng phòng|",
		"Lý Thị Hoa (nữ)":                  "Lý Thị Hoa|nữ||",
		"BS.CKII Ngô Văn Tài":              "Ngô Văn Tài|||",
		"Ðặng Văn Thuỷ":                    "Đặng Văn Thuỷ|||",
		"Tô Ngọc Vân":                      "Tô Ngọc Vân|||",
		"Chị Hà Thị Thu (đi học)":          "Hà Thị Thu|nữ||đi học",
		"Nguyễn Văn Tốt (PGĐ)":             "Nguyễn Văn Tốt||PGĐ|",
		"Đồng chí Mai Văn Trưởng":          "Mai Văn Trưởng|||",
		"NGUYỄN VĂN ĐÔ – PHÓ TRƯỞNG PHÒNG": "Nguyễn Văn Đô||PHÓ TRƯỞNG PHÒNG|",
	} {
		n := ReadName(raw)
		if got := fmt.Sprintf("%s|%s|%s|%s", n.Name, n.Sex, n.Post, n.Note); got != want {
			t.Errorf("%q\n  got  %s\n  want %s", raw, got, want)
		}
	}
}

// TestReadBirth: the ways people write a birth date, and what cannot be one.
func TestReadBirth(t *testing.T) {
	today := tdkt.Date(2026, 11, 30)
	for raw, want := range map[string]string{
		"01/03/1980": "01/03/1980", "1/3/1980": "01/03/1980", "1-3-1980": "01/03/1980", "01.03.1980": "01/03/1980",
		"1975-11-20": "20/11/1975", "1975/11/20": "20/11/1975", "20 - 11 - 1975": "20/11/1975", "20\\11\\1975": "20/11/1975",
		"ngày 3 tháng 2 năm 1980": "03/02/1980", "3 tháng 2, 1980": "03/02/1980", "20111975": "20/11/1975", "19751120": "20/11/1975",
		"20-Nov-1975": "20/11/1975", "Nov 20, 1975": "20/11/1975", "1980": "1980", "Năm 1980": "1980", "sinh năm 1980": "1980",
		"03/1980": "1980", "tháng 3/1980": "1980", "00/00/1980": "1980", "00/03/1980": "1980",
		"3/2/80": "03/02/1980 đoán thế kỷ", "3/2/02": "03/02/2002 đoán thế kỷ", "12/03/2068": "12/03/1968 đoán thế kỷ",
		"11/20/1975": "20/11/1975 đổi chỗ ngày và tháng", "20/11/1975 00:00:00": "20/11/1975", "O1/03/198O": "01/03/1980",
		"20, 11, 1975": "20/11/1975", "20/11/1975 (âm lịch)": "20/11/1975", "'01/03/1980": "01/03/1980", "80": "1980 đoán thế kỷ",
		"31/02/1980": "!", "12/03/2024": "!", "12/3": "!", "abc": "!", "20/11": "!",
	} {
		d := ReadBirth(Cell{Text: raw}, today)
		got := d.Day.String()
		if d.Day == 0 && d.Year != 0 {
			got = fmt.Sprint(d.Year)
		}
		if d.Guessed != "" {
			got += " " + d.Guessed
		}
		if d.Missing != "" {
			got = "!"
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", raw, got, want)
		}
	}
	if d := ReadBirth(Cell{Day: tdkt.Date(2058, 3, 12)}, today); d.Day != tdkt.Date(1958, 3, 12) || d.Guessed == "" {
		t.Errorf("2058: %+v", d)
	}
	if d := ReadBirth(Cell{Day: tdkt.Date(2024, 3, 12)}, today); d.Known() {
		t.Errorf("2024: %+v", d)
	}
}

// TestReadAwards: free text into titles with years, level and decision.
func TestReadAwards(t *testing.T) {
	for raw, want := range map[string]string{
		"CSTĐCS năm 2021, 2022; BK UBND tỉnh 2023 (QĐ số 12/QĐ-UBND ngày 3/2/2024)": "CSTDCS 2021; CSTDCS 2022; BKT 2023 12/QĐ-UBND 03/02/2024",
		"CSTĐCS năm 2021, 2022":                                           "CSTDCS 2021; CSTDCS 2022",
		"BK UBND tỉnh 2023 (QĐ số 12/QĐ-UBND ngày 3/2/2024)":              "BKT 2023 12/QĐ-UBND 03/02/2024",
		"LĐTT 2019-2023":                                                  "LDTT 2019; LDTT 2020; LDTT 2021; LDTT 2022; LDTT 2023",
		"Bằng khen Thủ tướng Chính phủ năm 2022":                          "BKTTG 2022",
		"CSTĐ cơ sở các năm: 2018, 2019, 2020; CSTĐ cấp tỉnh năm 2020":    "CSTDCS 2018; CSTDCS 2019; CSTDCS 2020; CSTDT 2020",
		"Huân chương Lao động hạng Ba (2019)":                             "HCLD3 2019",
		"LĐTT 5 năm liền":                                                 "LDTT 0 ?",
		"GK Giám đốc Sở":                                                  "GK 0 ?",
		"HCLĐ hạng Ba 2020":                                               "HCLD3 2020",
		"Chiến sỹ thi đua cơ sở 2020":                                     "CSTDCS 2020",
		"lao dong tien tien nam 2020":                                     "LDTT 2020",
		"2021: LĐTT; 2022: CSTĐCS":                                        "LDTT 2021; CSTDCS 2022",
		"Năm 2021 LĐTT, năm 2022 CSTĐ cơ sở":                              "LDTT 2021; CSTDCS 2022",
		"Kỷ niệm chương Vì sự nghiệp ngành Nội vụ năm 2018":               "(Kỷ niệm chương Vì sự nghiệp ngành Nội vụ/Bộ, ngành) 2018",
		"Bằng khen Bộ Nội vụ năm 2021":                                    "(Bằng khen Bộ Nội vụ/Bộ, ngành) 2021",
		"Giấy khen của Đảng ủy khối 2022":                                 "(Giấy khen của Đảng ủy khối/Đảng) 2022",
		"Bằng khen của Tỉnh đoàn 2019":                                    "(Bằng khen của Tỉnh đoàn/Đoàn thanh niên) 2019",
		"BK LĐLĐ tỉnh năm 2020":                                           "(BK LĐLĐ tỉnh/Công đoàn) 2020",
		"Bằng khen của Chủ tịch UBND tỉnh năm 2020 theo QĐ số 45/QĐ-UBND": "BKT 2020 45/QĐ-UBND",
		"Bằng khen 2020":                                                  "(Bằng khen/) 2020 ?",
		"CSTĐ 2021":                                                       "(Chiến sĩ thi đua/) 2021 ?",
		"LĐTT, CSTĐCS năm 2021":                                           "LDTT 2021 ?; CSTDCS 2021",
		"Bằng khen của Thủ tướng Chính phủ giai đoạn 2015-2019":           "BKTTG 2015-2019",
		"Tập thể LĐXS":                                                    "TTLDXS 0 ?",
		"Cờ thi đua của Chính phủ năm 2019":                               "COCP 2019",
		"LĐTT 2021 và 2022":                                               "LDTT 2021; LDTT 2022",
		"LĐTT từ năm 2019 đến năm 2021":                                   "LDTT 2019; LDTT 2020; LDTT 2021",
		"LĐTT năm 2021 (Quyết định số 15/QĐ-SNV ngày 05/01/2022 của Giám đốc Sở)": "LDTT 2021 15/QĐ-SNV 05/01/2022",
		"CSTĐT (2018-2020)": "CSTDT 2018-2020",
	} {
		list, _ := ReadAwards(raw)
		var parts []string
		for _, a := range list {
			s := a.Code
			if s == "" {
				s = "(" + a.Title + "/" + a.Level + ")"
			}
			s += fmt.Sprintf(" %d", a.From)
			if a.To != a.From {
				s += fmt.Sprintf("-%d", a.To)
			}
			for _, x := range []string{a.Decision.Number, a.Decision.Date.String()} {
				if x != "" {
					s += " " + x
				}
			}
			if a.Doubt != "" {
				s += " ?"
			}
			parts = append(parts, s)
		}
		if got := strings.Join(parts, "; "); got != want {
			t.Errorf("%q\n  got  %s\n  want %s", raw, got, want)
		}
	}
	for _, raw := range []string{"Chuyên viên", "có", "không", "Nguyễn Văn Ất", "x"} {
		if _, ok := ReadAwards(raw); ok {
			t.Errorf("%q names a title", raw)
		}
	}
}

// TestReadRating: seventeen ways to write a level; letters of the office's own are asked for.
func TestReadRating(t *testing.T) {
	for raw, want := range map[string]string{
		"HTXSNV": "HTXS", "HTXS NV": "HTXS", "XS": "HTXS", "Xuất sắc": "HTXS", "hoàn thành xuất sắc nhiệm vụ": "HTXS", "HT xuất sắc": "HTXS",
		"HTTNV": "HTT", "Tốt": "HTT", "T": "HTT", "Hoàn thành tốt nhiệm vụ": "HTT", "H.T.T.N.V": "HTT", "hoan thanh tot": "HTT",
		"HTNV": "HT", "HT": "HT", "Hoàn thành": "HT", "Hoàn thành nhiệm vụ": "HT", "KHTNV": "KHT", "Không HTNV": "KHT", "Chưa hoàn thành nhiệm vụ": "KHT",
		"A": "HTXS?", "Loại B": "HTT?", "XS (95,5)": "HTXS 9550", "95": " 9500", "-": "none", "Không xếp loại": "none", "Xếp loại: HTXS": "HTXS",
	} {
		r, ok := ReadRating(raw)
		got := string(r.Level)
		if r.Points > 0 {
			got += fmt.Sprintf(" %d", r.Points)
		}
		if r.Doubt != "" {
			got += "?"
		}
		if r.None {
			got = "none"
		}
		if !ok {
			got = "!"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", raw, got, want)
		}
	}
	for _, raw := range []string{"LĐTT", "abc", "12/QĐ"} {
		if _, ok := ReadRating(raw); ok {
			t.Errorf("%q is a rating", raw)
		}
	}
}

// TestPosts: leaders by post, unusual posts asked for, unit behind the post.
func TestPosts(t *testing.T) {
	for raw, want := range map[string]string{
		"Giám đốc": "lead", "Phó Giám đốc": "lead", "Trưởng phòng": "lead", "+ Trưởng phòng; Bí thư chi bộ": "lead", "• Phó Trưởng phòng": "lead",
		"Chánh Văn phòng": "lead", "Phó Chánh Thanh tra": "lead", "PGĐ Sở": "lead", "Bí thư chi bộ, Trưởng phòng": "lead", "Q. Trưởng phòng": "lead",
		"Chuyên viên": "no", "- Chuyên viên": "no", "CV": "no", "Thanh tra viên": "no", "nguyên Trưởng phòng": "no", "": "no", "Thư ký Giám đốc": "no",
		"Tổ trưởng": "ask", "Kế toán trưởng": "ask", "Phụ trách kế toán": "ask", "Trưởng nhóm": "ask",
	} {
		p := ReadPost(raw)
		got := map[bool]string{true: "lead", false: "no"}[p.Leader]
		if !p.Sure {
			got = "ask"
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", raw, got, want)
		}
	}
	for raw, want := range map[string]string{
		"Phó Trưởng phòng, Phòng Nghiệp vụ": "Phó Trưởng phòng|Phòng Nghiệp vụ", "Trưởng phòng, Phòng KHTC": "Trưởng phòng|Phòng KHTC",
		"Chuyên viên, Văn phòng": "Chuyên viên|Văn phòng", "Chuyên viên Văn phòng": "Chuyên viên|Văn phòng",
		"Trưởng phòng Kế hoạch - Tài chính": "Trưởng phòng|Phòng Kế hoạch - Tài chính?", "Giám đốc": "Giám đốc|",
		"Văn phòng - Chuyên viên": "Chuyên viên|Văn phòng", "Chuyên viên - Phòng Tổ chức": "Chuyên viên|Phòng Tổ chức",
		"Chuyên viên\nThanh tra": "Chuyên viên|Thanh tra", "Phòng Tổ chức": "|Phòng Tổ chức", "Chuyên viên, VP": "Chuyên viên|VP",
	} {
		post, unit, guessed := SplitPost(raw)
		got := post + "|" + unit + map[bool]string{true: "?"}[guessed]
		if got != want {
			t.Errorf("%q: got %s, want %s", raw, got, want)
		}
	}
}

// TestHeaders: what columns are called; accents decide between Năm and Nam.
func TestHeaders(t *testing.T) {
	for text, want := range map[string]string{
		"Họ và tên": "name", "HỌ VÀ TÊN": "name", "Họ, tên": "name", "Họ, chữ đệm và tên": "name", "Ho va ten": "name", "Họ tên CBCC": "name", "Tên": "name",
		"Ngày, tháng năm sinh": "birth", "NTN sinh": "birth", "Năm sinh": "birth", "Sinh ngày": "birth", "NTNS": "birth", "Ngày/tháng/năm sinh": "birth", "Ngày sinh (dd/mm/yyyy)": "birth",
		"Năm": "year", "Nam": "sexmale", "Nữ": "sexfemale", "Giới tính": "sex", "nam": "sexmale", "STT": "number", "Số TT": "number",
		"Chức vụ, đơn vị công tác": "postunit", "Chức vụ": "position", "Đơn vị": "unit", "Phòng": "unit", "Xếp loại": "rating", "Danh hiệu đề nghị": "proposal",
		"Hình thức khen thưởng": "award", "Danh hiệu thi đua": "award", "Số QĐ sáng kiến": "initiativedecision", "Tên sáng kiến": "initiative",
		"Số QĐ": "decision", "Số, ngày quyết định": "decision", "Ghi chú": "note", "Trình độ": "known", "Mã danh hiệu*": "award", "Mã*": "code", "Từ năm*": "fromyear",
		"Hình thức kỷ luật": "penalty", "Từ ngày": "fromday", "Lý do nghỉ": "absence", "Số CCCD": "cccd", "xyz": "",
	} {
		if got := headerField(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestAwardTexts reads cells of awards as people write them: what a clause says of another
// thing is no year of a title, and what was not given is asked for. A person has read
// testdata/awardfacts.txt.
func TestAwardTexts(t *testing.T) {
	raw, err := os.ReadFile("testdata/awards.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSuffix(line, "\n")
		fmt.Fprintln(&out, line)
		for _, a := range readMerits(strings.ReplaceAll(line, `\n`, "\n")) {
			parts := []string{" "}
			for _, p := range []string{a.Code, a.Title, a.Level, string(a.Rated), a.Decision.Number, a.Decision.Date.String()} {
				if p != "" {
					parts = append(parts, p)
				}
			}
			if a.From != 0 {
				parts = append(parts, yearsText(a.From, a.To))
			}
			if a.Doubt != "" {
				parts = append(parts, "?? "+a.Doubt)
			}
			fmt.Fprintln(&out, strings.Join(parts, " · "))
		}
	}
	golden.Compare(t, "testdata/awardfacts.txt", out.String())
}
