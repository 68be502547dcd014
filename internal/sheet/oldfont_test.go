package sheet_test

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// TestOldFontsAreConverted: names in TCVN3 and VNI are offered with how they would be read,
// and read so when told to; headers in the old font are found, Unicode beside it is left
// alone, and the soft hyphen, TCVN3's ư, is not lost.
func TestOldFontsAreConverted(t *testing.T) {
	for _, c := range []struct {
		code, font, head string
		names, want      []string
	}{
		{tdkt.TCVN3, ".VnTime", "Hä vµ tªn", []string{"NguyÔn V¨n ¸nh", "TrÇn ThÞ B×nh", "L\u00ad\u00acng §øc Phóc"}, []string{"Nguyễn Văn Ánh", "Trần Thị Bình", "Lương Đức Phúc"}},
		{tdkt.TCVN3, ".VnTimeH", "Hä vµ tªn", []string{"NguyÔn V¨n ¸nh", "TrÇn ThÞ B×nh", "§ç ThÞ Hång"}, []string{"Nguyễn Văn Ánh", "Trần Thị Bình", "Đỗ Thị Hồng"}},
		{tdkt.VNI, "VNI-Times", "Hoï vaø teân", []string{"Nguyeãn Vaên AÙnh", "Traàn Thò Bình", "Löông Ñöùc Phuùc"}, []string{"Nguyễn Văn Ánh", "Trần Thị Bình", "Lương Đức Phúc"}},
		{tdkt.TCVN3, "", "Họ và tên", []string{"NguyÔn V¨n ¸nh", "TrÇn ThÞ B×nh", "Ph¹m Quèc C\u00adêng"}, []string{"Nguyễn Văn Ánh", "Trần Thị Bình", "Phạm Quốc Cường"}},
		{tdkt.VNI, "", "Họ và tên", []string{"Nguyeãn Vaên AÙnh", "Traàn Thò Bích", "Phaïm Quoác Cöôøng"}, []string{"Nguyễn Văn Ánh", "Trần Thị Bích", "Phạm Quốc Cường"}},
	} {
		rows := [][]any{{"STT", c.head, "Đơn vị"}}
		for i, n := range c.names {
			rows = append(rows, []any{i + 1, n, "Phòng Tổ chức"})
		}
		path := grid(t, rows, func(f *excelize.File) {
			if c.font == "" {
				return
			}
			id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: c.font}})
			if err = errors.Join(err, f.SetCellStyle("Sheet1", "B1", "B4", id)); err != nil {
				t.Fatal(err)
			}
		})
		if c.head == "Họ và tên" {
			_, err := sheet.ReadStaff(t.Context(), path, tdkt.StaffOptions{})
			var old *tdkt.OldFont
			if !errors.As(err, &old) || old.Code != c.code || old.Before != c.names[0] || old.After != c.want[0] {
				t.Errorf("%s %s: offered %+v (%v)", c.code, c.font, old, err)
			}
		}
		list, err := sheet.ReadStaff(t.Context(), path, tdkt.StaffOptions{Old: c.code})
		if err != nil {
			t.Errorf("%s %s: %v", c.code, c.font, err)
			continue
		}
		var got []string
		for _, r := range list.Rows {
			got = append(got, r.Name)
			if r.UnitName != "Phòng Tổ chức" {
				t.Errorf("%s %s: the unit became %q", c.code, c.font, r.UnitName)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s %s: read %q, want %q", c.code, c.font, got, c.want)
		}
	}
	_, err := sheet.ReadStaff(t.Context(), grid(t, [][]any{{"Họ và tên"}, {"An"}}, nil), tdkt.StaffOptions{Old: "viscii"})
	if tdkt.KindOf(err) != tdkt.Usage {
		t.Errorf("an encoding nobody knows: %v", err)
	}
}

// FuzzPledgeSheet: what comes back in a pledge sheet may be anything: lines, marks and the
// hidden keys are read or refused in a sentence.
func FuzzPledgeSheet(f *testing.F) {
	f.Add("so-thi-dua-dang-ky-1", "2024", "đơn-vị", "LDTT", "x")
	f.Add("so-thi-dua-dang-ky-1", "hai nghìn", "", "", "có lẽ")
	f.Add("", "", "", "", "")
	f.Fuzz(func(t *testing.T, magic, year, unit, code, mark string) {
		book := excelize.NewFile()
		if err := book.SetSheetName("Sheet1", "Cá nhân"); err != nil {
			t.Fatal(err)
		}
		for i, row := range [][]any{{magic, year, unit, "", "", code, code}, {}, {unit, "", 1, "Trần Thị Mẫu", "", mark, mark}} {
			cell, _ := excelize.CoordinatesToCellName(1, i+4)
			if err := book.SetSheetRow("Cá nhân", cell, &row); err != nil {
				return // a text that excelize itself will not write
			}
		}
		path := filepath.Join(t.TempDir(), "f.xlsx")
		if err := book.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		s, err := sheet.ReadPledgeSheet(t.Context(), path)
		if (s == nil) == (err == nil) {
			t.Errorf("sheet %v, error %v", s, err)
		}
	})
}
