package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/columns"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// softwareHeads are the columns of the four files as the software of a province has them.
func softwareHeads() map[string]string {
	return map[string]string{
		"CANHAN":  "STT|Họ và tên|Giới tính|Ngày sinh|Chức vụ|Tên phòng ban/khối, tổ|Tên đơn vị công tác|Địa chỉ|Mã phân loại cán bộ|Mã hình thức khen thưởng|Mã danh hiệu thi đua",
		"TAPTHE":  "STT|Tên đơn vị/tập thể|Mã phân loại tập thể|Mã hình thức khen thưởng|Mã danh hiệu thi đua (nếu có)",
		"DETAI":   "STT|Tên đề tài|Ngày công nhận|Đơn vị công nhận|Tóm tắt thành tích|Tên tác giả|Phòng ban|Cơ quan",
		"MauTDKT": "STT|Tên gọi (Ông/Bà/Chức danh)|Tên tập thể/cá nhân/hộ|Chức vụ|Đơn vị công tác|Phân loại khen thưởng|Danh hiệu/Hình thức|Phân loại đối tượng|Lĩnh vực hoạt động",
	}
}

// softwareRows writes the files of 2023 and reads the first sheet of each, by rows and cells.
func softwareRows(t *testing.T, own string) (map[string][][]string, []string) {
	t.Helper()
	a := sample(t)
	if own != "" {
		if err := os.MkdirAll(papers.TemplateFolder(a), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(papers.TemplateFolder(a), "Phần mềm khác.toml"), []byte(own), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	files, err := papers.ExportSoftware(t.Context(), a, tdkt.YearEndRound(2023), dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][][]string{}
	for _, path := range files.Paths {
		name := strings.TrimSuffix(filepath.Base(path), ".xlsx")
		_, text, _ := strings.Cut(sheettest.Read(t, path), "]\n")
		text, _, _ = strings.Cut(text, "\n[")
		for line := range strings.Lines(text) {
			cells := strings.Split(strings.TrimRight(line, "\n"), "|")
			if cells[0] == "STT" || len(out[name]) > 0 { // from the header on
				out[name] = append(out[name], cells)
			}
		}
	}
	return out, files.Notes
}

// The four files: the header cell by cell, a row for each case of the lists in their
// order, and what has no code named, not guessed.
func TestSoftwareFiles(t *testing.T) {
	files, notes := softwareRows(t, "")
	for name, head := range softwareHeads() {
		if len(files[name]) < 2 || strings.Join(files[name][0], "|") != head {
			t.Errorf("%s: %d rows, head %q", name, len(files[name]), files[name])
			continue
		}
		for i, row := range files[name][1:] {
			if row[0] != fmt.Sprint(i+1) || len(row) > len(files[name][0]) || row[1] == "" && name != "MauTDKT" {
				t.Errorf("%s row %d: %q", name, i+2, row)
			}
		}
	}
	if n := len(files["CANHAN"]) + len(files["TAPTHE"]) - 1; len(files["MauTDKT"]) != n {
		t.Errorf("the mixed list has %d rows, want %d", len(files["MauTDKT"]), n)
	}
	if !strings.Contains(strings.Join(notes, "\n"), "mã của Lao động tiên tiến (LDTT)") {
		t.Errorf("what is missing: %q", notes)
	}
}

// Codes that the office pasted once stand in their columns: of a title in one, of a form in
// the other, of the kind of subject in a third.
func TestSoftwareCodes(t *testing.T) {
	own := strings.Replace(string(columns.CarriedSoftware()), "[title-codes]", "[title-codes]\nLDTT = \"DH01\"\nCSTDCS = \"DH02\"\nBKT = \"HT05\"\nTTLDXS = \"DH09\"", 1)
	own = strings.Replace(own, "[kind-codes]", "[kind-codes]\ntruc-tiep = \"NLD\"\nlanh-dao-so = \"LDS\"\nlanh-dao-phong = \"LDP\"\nhanh-chinh = \"CQ\"", 1)
	files, _ := softwareRows(t, own)
	seen := map[string]bool{}
	for _, row := range files["CANHAN"][1:] {
		for len(row) < 11 {
			row = append(row, "")
		}
		seen[row[8]], seen[row[9]], seen[row[10]] = true, true, true
		if row[9] != "" && row[9] != "HT05" || row[9] == "" && row[10] == "" && seen["HT05"] {
			t.Errorf("a row of codes: %q", row)
		}
	}
	for _, code := range []string{"DH01", "DH02", "NLD", "LDP"} {
		if !seen[code] {
			t.Errorf("no row has %s: %v", code, seen)
		}
	}
	if row := files["TAPTHE"][1]; row[2] != "CQ" {
		t.Errorf("a collective: %q", row)
	}
}

// The four files as the software of a province has them: what stands in A1, the row of the
// header, every cell of it and none behind, the first case right under it. An office that
// needs the header in row 1 says so in its file.
func TestSoftwareFilesCellByCell(t *testing.T) {
	type place struct {
		title string
		row   int
	}
	asTheirs := map[string]place{
		"CANHAN": {"DANH SÁCH ĐỐI TƯỢNG ĐỀ NGHỊ KHEN THƯỞNG", 3}, "TAPTHE": {"DANH SÁCH TẬP THỂ ĐỀ NGHỊ KHEN THƯỞNG", 3},
		"DETAI": {"DANH SÁCH ĐỀ TÀI SÁNG KIẾN", 3}, "MauTDKT": {"", 1},
	}
	atTop := map[string]place{"CANHAN": {"", 1}, "TAPTHE": {"", 1}, "DETAI": {"", 1}, "MauTDKT": {"", 1}}
	for _, c := range []struct {
		why    string
		change func(*columns.Software)
		want   map[string]place
	}{
		{"as the software has them", func(*columns.Software) {}, asTheirs},
		{"all in row 1", func(s *columns.Software) {
			for i := range s.Set {
				s.Set[i].Title, s.Set[i].HeaderRow = "", 0
			}
		}, atTop},
	} {
		a := sample(t)
		set, err := papers.Software(a)
		if err != nil {
			t.Fatal(err)
		}
		c.change(&set)
		set.TitleCodes = map[string]string{"LDTT": "DH01", "TTLDXS": "DH09"}
		if err := papers.SaveSoftware(t.Context(), a, set); err != nil {
			t.Fatal(err)
		}
		files, err := papers.ExportSoftware(t.Context(), a, tdkt.YearEndRound(2023), t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files.Paths {
			name := strings.TrimSuffix(filepath.Base(path), ".xlsx")
			checkSoftwareFile(t, c.why, path, c.want[name].title, c.want[name].row, strings.Split(softwareHeads()[name], "|"))
		}
		if len(files.Paths) != len(c.want) {
			t.Errorf("%s: %d files", c.why, len(files.Paths))
		}
	}
}

func checkSoftwareFile(t *testing.T, why, path, title string, row int, head []string) {
	t.Helper()
	name := strings.TrimSuffix(filepath.Base(path), ".xlsx")
	sheet := sheettest.Sheets(t, path)[name]
	at := sheet.Cell
	if title != "" && (at(1, 1) != title || at(2, 1) != "" || at(1, 2) != "") {
		t.Errorf("%s, %s: A1 is %q, want %q alone", why, name, at(1, 1), title)
	}
	for i, want := range append(head, "") {
		if got := at(i+1, row); got != want {
			t.Errorf("%s, %s: header cell %d of row %d is %q, want %q", why, name, i+1, row, got, want)
		}
	}
	if at(1, row+1) != "1" || at(1, row+2) != "2" {
		t.Errorf("%s, %s: the rows do not follow the header: %q, %q", why, name, at(1, row+1), at(1, row+2))
	}
	if sheet.Merged > 0 {
		t.Errorf("%s, %s: %d merged cells", why, name, sheet.Merged)
	}
	if name != "CANHAN" {
		return
	}
	codes := map[string]bool{}
	for r := row + 1; at(1, r) != ""; r++ {
		codes[at(len(head), r)] = true
	}
	if !codes["DH01"] {
		t.Errorf("%s: the code of a title does not stand in the last column: %v", why, codes)
	}
}
