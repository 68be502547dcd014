package sheet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

const plainList = "STT;Họ và tên;Ngày sinh;Đơn vị\n1;Nguyễn Thị Mỹ Hưởng;01/02/1980;Phòng Kế hoạch - Tài chính\n2;Đặng Văn Thủy;03/04/1979;Văn phòng\n3;Lưu Đình Chất;05/06/1981;Thanh tra\n"

// windows1258 writes text as Windows 1258 does: the tone behind its letter.
func windows1258(text string) []byte {
	var out []byte
	put := func(r rune) bool {
		b, ok := charmap.Windows1258.EncodeRune(r)
		if ok {
			out = append(out, b)
		}
		return ok
	}
	for _, r := range norm.NFC.String(text) {
		if put(r) {
			continue
		}
		base, tone := []rune{}, rune(0)
		for _, m := range norm.NFD.String(string(r)) {
			if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", m) {
				tone = m
				continue
			}
			base = append(base, m)
		}
		put([]rune(norm.NFC.String(string(base)))[0])
		put(tone)
	}
	return out
}

// fontTCVN3 writes text as the .Vn fonts show it.
func fontTCVN3(text string) string {
	codes := []rune(tcvn3Codes)
	return strings.Map(func(r rune) rune {
		for i, l := range []rune(tcvn3Letters) {
			if l == r {
				return codes[i]
			}
		}
		return r
	}, text)
}

// fontVNI writes text as the VNI fonts show it.
func fontVNI(text string) string {
	var back []string
	for i := 0; i+1 < len(vniPairs); i += 2 {
		back = append(back, vniPairs[i+1], vniPairs[i])
	}
	return strings.NewReplacer(back...).Replace(text)
}

func latin1(text string) []byte {
	var out []byte
	for _, r := range text {
		out = append(out, byte(r))
	}
	return out
}

// TestReadTextEncodings: text files of every encoding offices have are read; of the old
// ones it is told which, for a person to look.
func TestReadTextEncodings(t *testing.T) {
	wide := utf16.Encode([]rune("\ufeff" + plainList))
	little, big := []byte{}, []byte{}
	for _, u := range wide {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	for name, c := range map[string]struct {
		raw  []byte
		font string
	}{
		"utf-8": {[]byte(plainList), ""}, "utf-8 có dấu đầu": {[]byte("\ufeff" + plainList), ""}, "utf-16": {little, ""}, "utf-16 ngược": {big, ""},
		"dựng sẵn": {[]byte(norm.NFD.String(plainList)), ""}, "windows-1258": {windows1258(plainList), "Windows-1258"}, "tcvn3": {latin1(fontTCVN3(plainList)), tdkt.TCVN3},
		"tcvn3 trong utf-8": {[]byte(fontTCVN3(plainList)), tdkt.TCVN3}, "vni": {latin1(fontVNI(plainList)), tdkt.VNI}, "vni trong utf-8": {[]byte(fontVNI(plainList)), tdkt.VNI},
		"dấu phẩy": {[]byte(strings.ReplaceAll(plainList, ";", ",")), ""}, "gạch đứng": {[]byte(strings.ReplaceAll(plainList, ";", "|")), ""},
		"tab": {[]byte(strings.ReplaceAll(plainList, ";", "\t")), ""},
	} {
		path := filepath.Join(t.TempDir(), "ds.csv")
		if err := os.WriteFile(path, c.raw, 0o600); err != nil {
			t.Fatal(err)
		}
		list, err := ReadText(t.Context(), path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		text := ""
		for _, cell := range list[0].Cells {
			text += norm.NFC.String(cell.Text) + "|"
		}
		if !strings.Contains(text, "Nguyễn Thị Mỹ Hưởng|01/02/1980|Phòng Kế hoạch - Tài chính|2|Đặng Văn Thủy|") || !strings.Contains(text, "Lưu Đình Chất") || list[0].Font != c.font {
			t.Errorf("%s: font %q, %s", name, list[0].Font, text)
		}
	}
	for name, raw := range map[string][]byte{"ảnh": {0xff, 0xd8, 0xff, 0xe0, 0, 1}, "mã": []byte("\x80\x81\xfe\xfd\xf1\xa7\xb1\xf7\xf8\xaf\xae\xd8\x9d\x90\x8f")} {
		path := filepath.Join(t.TempDir(), "x.csv")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadText(t.Context(), path); err == nil {
			t.Errorf("%s was read as text", name)
		}
	}
}

// TestReadSheetsOldFonts: a workbook typed in an old font is put into Unicode, and says so.
func TestReadSheetsOldFonts(t *testing.T) {
	for code, font := range map[string]func(string) string{tdkt.TCVN3: fontTCVN3, tdkt.VNI: fontVNI} {
		path := filepath.Join(t.TempDir(), "cũ.xlsx")
		sheettest.Write(t, path, "[DS]\n"+font("STT|Họ và tên|Đơn vị\n=1|Nguyễn Thị Mỹ Hưởng|Phòng Tổ chức\n=2|Đặng Văn Thủy|Văn phòng\n=3|Lưu Đình Chất|Thanh tra\n"))
		list, err := ReadSheets(t.Context(), path)
		if err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		text := ""
		for _, cell := range list[0].Cells {
			text += cell.Text + "|"
		}
		if list[0].Font != code || !strings.Contains(text, "Nguyễn Thị Mỹ Hưởng|Phòng Tổ chức|2|Đặng Văn Thủy|Văn phòng|3|Lưu Đình Chất|") {
			t.Errorf("%s: %q, %s", code, list[0].Font, text)
		}
	}
}
