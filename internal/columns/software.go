package columns

import (
	_ "embed"
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
	Columns  []SoftwareColumn
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
