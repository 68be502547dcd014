package columns

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

//go:embed software.toml
var software []byte

// CarriedSoftware is the file of the sets for other software that ships, for an office to
// paste its codes into.
func CarriedSoftware() []byte { return slices.Clone(software) }

// Software are the files that other software reads.
type Software struct {
	FieldOfWork string `toml:"field-of-work"`
	Set         []SoftwareSet
	Kinds       map[string]string // names of kinds of subjects
	KindCodes   map[string]string `toml:"kind-codes"`
	TitleCodes  map[string]string `toml:"title-codes"`
}

// SoftwareSet is one file: what its rows are and its columns.
type SoftwareSet struct {
	Name, Of string
	// Title stands in A1 of a file whose header is not in row 1, as the other software's own
	// files have it; HeaderRow is the row of its header, 0 and 1 for the first.
	Title     string
	HeaderRow int `toml:"header-row"`
	Columns   []SoftwareColumn
}

// SoftwareColumn is one column.
type SoftwareColumn struct{ Field, Title string }

// What the rows of a set are.
const (
	OfPeople      = "ca-nhan"
	OfUnits       = "tap-the"
	OfBoth        = "ca-hai"
	OfInitiatives = "sang-kien"
)

// SoftwareFields lists what a column may hold.
func SoftwareFields() []string {
	return []string{
		"stt", "ten", "ten-goi", "gioi-tinh", "ngay-sinh", "chuc-vu", "phong-ban", "co-quan", "dia-chi", "danh-hieu-hinh-thuc", "loai-khen",
		"phan-loai", "ma-phan-loai", "ma-hinh-thuc", "ma-danh-hieu", "linh-vuc", "ten-de-tai", "ngay-cong-nhan", "noi-cong-nhan", "tom-tat",
		"tac-gia", "de-trong",
	}
}

// SoftwareWords says what a column of a set holds, as the editor says it.
func SoftwareWords(field string) string {
	return map[string]string{
		"stt": "Số thứ tự", "ten": "Tên", "ten-goi": "Ông/Bà", "gioi-tinh": "Giới tính", "ngay-sinh": "Ngày sinh", "chuc-vu": "Chức vụ",
		"phong-ban": "Phòng, đơn vị", "co-quan": "Tên cơ quan", "dia-chi": "Địa chỉ", "danh-hieu-hinh-thuc": "Tên danh hiệu, hình thức",
		"loai-khen": "Cá nhân hay tập thể", "phan-loai": "Loại đối tượng", "ma-phan-loai": "Mã loại đối tượng",
		"ma-hinh-thuc": "Mã hình thức", "ma-danh-hieu": "Mã danh hiệu", "linh-vuc": "Lĩnh vực hoạt động", "ten-de-tai": "Tên đề tài",
		"ngay-cong-nhan": "Ngày công nhận", "noi-cong-nhan": "Nơi công nhận", "tom-tat": "Tóm tắt", "tac-gia": "Tác giả", "de-trong": "Để trống",
	}[field]
}

// StandardSoftware are the sets that ship.
func StandardSoftware() Software {
	s, err := ReadSoftware("", software)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return s
}

// ReadSoftware reads an office's file; name is what messages call it.
func ReadSoftware(name string, text []byte) (Software, error) {
	var s Software
	if err := decode(name, text, &s); err != nil {
		return Software{}, err
	}
	for _, set := range s.Set {
		if fault := set.fault(); fault != "" {
			return Software{}, tdkt.Errorf(tdkt.Invalid, "Tệp “%s”, bố cục “%s”: %s", name, set.Name, fault)
		}
	}
	return s, nil
}

// fault says what is wrong with a set, "" for nothing.
func (s SoftwareSet) fault() string {
	if strings.TrimSpace(s.Name) == "" || strings.ContainsAny(s.Name, `[]:*?/\'"<>|`) || len([]rune(s.Name)) > widestCode {
		return "cần name ngắn, không có ký tự đặc biệt, để đặt tên tệp. Hãy sửa lại."
	}
	if !slices.Contains([]string{OfPeople, OfUnits, OfBoth, OfInitiatives}, s.Of) {
		return "of phải là ca-nhan, tap-the, ca-hai hoặc sang-kien. Hãy sửa lại."
	}
	if len(s.Columns) == 0 {
		return "chưa có cột nào. Hãy thêm columns."
	}
	if s.HeaderRow < 0 || s.HeaderRow > 20 {
		return "header-row phải từ 1 đến 20. Hãy sửa lại."
	}
	for _, c := range s.Columns {
		switch {
		case !slices.Contains(SoftwareFields(), c.Field):
			return "không có dữ liệu “" + c.Field + "”. Hãy dùng một trong: " + strings.Join(SoftwareFields(), ", ") + "."
		case strings.TrimSpace(c.Title) == "":
			return "cột “" + c.Field + "” chưa có tiêu đề. Hãy thêm title."
		}
	}
	return ""
}

// Text is the sets and codes as a file that ReadSoftware reads.
func (s Software) Text() []byte {
	var b bytes.Buffer
	b.WriteString("# Tệp cho phần mềm khác và mã của phần mềm, ghi từ Sổ Thi đua. Nạp lại ở Tệp › Xuất › Bố cục danh sách.\n\n")
	fmt.Fprintf(&b, "field-of-work = %s\n", quoted(s.FieldOfWork))
	for _, set := range s.Set {
		fmt.Fprintf(&b, "\n[[set]]\nname = %s\nof = %s\n", quoted(set.Name), quoted(set.Of))
		if set.Title != "" {
			fmt.Fprintf(&b, "title = %s\n", quoted(set.Title))
		}
		if set.HeaderRow > 1 {
			fmt.Fprintf(&b, "header-row = %d\n", set.HeaderRow)
		}
		b.WriteString("columns = [\n")
		for _, c := range set.Columns {
			fmt.Fprintf(&b, "  { field = %s, title = %s },\n", quoted(c.Field), quoted(c.Title))
		}
		b.WriteString("]\n")
	}
	for _, m := range []struct {
		name string
		of   map[string]string
	}{{"kinds", s.Kinds}, {"kind-codes", s.KindCodes}, {"title-codes", s.TitleCodes}} {
		fmt.Fprintf(&b, "\n[%s]\n", m.name)
		for _, key := range slices.Sorted(maps.Keys(m.of)) {
			if m.of[key] != "" {
				fmt.Fprintf(&b, "%s = %s\n", quoted(key), quoted(m.of[key]))
			}
		}
	}
	return b.Bytes()
}
