package sheet

import (
	"slices"
	"strings"
	"unicode"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// The fields a column of a staff list can be taken for, as StaffColumn.Field and
// StaffOptions.Map name them.
const (
	fieldNumber     = "stt" // the running number: recognised, not kept
	fieldCode       = "code"
	fieldName       = "name"
	fieldFamily     = "family"
	fieldGiven      = "given"
	fieldBorn       = "born"
	fieldBornMale   = "born_male"
	fieldBornFemale = "born_female"
	fieldSex        = "sex"
	fieldSexMale    = "sex_male"
	fieldSexFemale  = "sex_female"
	fieldCCCD       = "cccd"
	fieldUnit       = "unit"
	fieldPosition   = "position"
	fieldEmployment = "employment"
	fieldLeader     = "leader"
	fieldStart      = "start"
	fieldEnd        = "end"
	fieldPostUnit   = "postunit"
	fieldBornDay    = "born_day"
	fieldBornMonth  = "born_month"
)

// field is one of them: its words on screen and the headers that mean it, folded.
// A header that begins with one of starts means it too.
type field struct {
	name, label   string
	exact, starts []string
}

// fields are ordered: the first that matches wins.
func fields() []field {
	return []field{
		{fieldNumber, "Số thứ tự (bỏ qua)", []string{"stt", "tt", "so tt", "so thu tu"}, nil},
		{
			fieldCode, "Mã cán bộ",
			[]string{"ma", "ma so", "ma nv", "ma cb", "ma can bo", "ma nhan vien", "ma cong chuc", "ma vien chuc", "ma ccvc", "ma cbcc", "ma cbccvc", "ma cc", "so hieu", "so hieu cong chuc", "so hieu can bo", "ma nhan su", "ma dinh danh noi bo"},
			[]string{"ma can bo", "ma so can bo", "ma nhan vien", "so hieu can bo", "so hieu cong chuc", "ma so nhan vien", "ma so cong chuc"},
		},
		{
			fieldCCCD, "Số CCCD",
			[]string{"cccd", "cmnd", "cmt", "cmtnd", "can cuoc", "so can cuoc", "can cuoc cong dan", "so dinh danh", "ma dinh danh", "ma so dinh danh"},
			[]string{"so cccd", "so cmnd", "cccd", "cmnd", "so can cuoc", "so dinh danh", "can cuoc cong dan", "ma dinh danh", "chung minh nhan dan", "so chung minh", "so the can cuoc", "the can cuoc", "so cmt"},
		},
		{fieldFamily, "Họ và tên đệm", []string{"ho", "ho dem", "ho lot", "ho va dem", "ho va ten dem", "ho va ten lot", "ho ten dem", "ho va chu dem", "ho chu dem", "ho va chu lot", "ho, dem"}, nil},
		{fieldGiven, "Tên", []string{"ten"}, nil},
		{
			fieldName, "Họ và tên",
			[]string{"ho va ten", "ho ten", "ho ten khai sinh", "ho va ten khai sinh", "ten can bo", "ten nhan vien", "ten cong chuc", "ten vien chuc", "ho & ten", "can bo", "nguoi lao dong", "ten day du"},
			[]string{"ho va ten", "ho ten", "ten can bo", "ten cong chuc", "ten nhan vien"},
		},
		{
			fieldBorn, "Ngày sinh",
			[]string{"sinh ngay", "ntns", "ngay thang nam sinh", "ngay sinh", "nam sinh", "sinh nam"},
			[]string{"ngay sinh", "ngay thang nam sinh", "nam sinh", "ngay, thang, nam sinh", "ngay/thang/nam sinh", "ngay thang sinh"},
		},
		{fieldSex, "Giới tính", []string{"gioi tinh", "phai", "gt", "nam/nu", "nam, nu", "gioi"}, []string{"gioi tinh", "phai "}},
		{
			fieldUnit, "Đơn vị",
			[]string{"don vi", "phong", "phong ban", "bo phan", "phong/ban", "phong, ban", "don vi cong tac", "noi cong tac", "phong/don vi", "phong, don vi", "ten don vi", "ten phong", "to chuc", "phong chuyen mon", "co quan", "ma don vi"},
			[]string{"don vi", "phong ban", "phong, ban", "phong/ban", "bo phan", "phong, don vi", "phong/don vi", "phong (", "noi cong tac", "co quan, don vi"},
		},
		{
			fieldPosition, "Chức vụ",
			[]string{"chuc vu", "chuc danh", "cv", "chuc vu, chuc danh", "chuc vu/chuc danh", "vi tri viec lam", "vi tri"},
			[]string{"chuc vu", "chuc danh", "vi tri viec lam"},
		},
		{
			fieldEmployment, "Đối tượng",
			[]string{"doi tuong", "loai", "loai can bo", "dien", "loai hinh", "loai hop dong", "cc/vc", "cc/vc/nld", "hinh thuc tuyen dung", "nhom"},
			[]string{"doi tuong", "loai can bo", "loai lao dong"},
		},
		{fieldPostUnit, "Chức vụ, đơn vị", nil, nil},
		{fieldLeader, "Lãnh đạo", []string{"lanh dao", "la lanh dao"}, nil},
		{
			fieldStart, "Ngày vào làm",
			[]string{"ngay vao lam", "ngay tuyen dung", "ngay vao nganh", "ngay nhan viec", "ngay bat dau", "ngay vao co quan", "ngay ve co quan", "tu ngay", "ngay bat dau lam viec"},
			[]string{"ngay vao lam", "ngay tuyen dung", "ngay vao co quan", "ngay ve co quan", "ngay nhan viec", "ngay bat dau lam", "ngay, thang, nam tuyen dung", "ngay thang nam tuyen dung"},
		},
		{
			fieldEnd, "Ngày thôi việc",
			[]string{"ngay thoi viec", "ngay nghi viec", "nghi huu", "ngay nghi huu", "thoi viec", "den ngay", "ngay ket thuc", "ngay nghi"},
			[]string{"ngay thoi viec", "ngay nghi viec", "ngay nghi huu", "thoi diem nghi huu"},
		},
		{fieldBornDay, "Ngày sinh (cột Ngày)", nil, nil},
		{fieldBornMonth, "Ngày sinh (cột Tháng)", nil, nil},
		{fieldBornMale, "Ngày sinh (nam)", nil, nil},
		{fieldBornFemale, "Ngày sinh (nữ)", nil, nil},
		{fieldSexMale, "Giới tính (cột Nam)", nil, nil},
		{fieldSexFemale, "Giới tính (cột Nữ)", nil, nil},
	}
}

// textFields are what people are told of in plain text.
func textFields() []field {
	var out []field
	for _, t := range tdkt.PersonTexts() {
		f := field{name: t.Key, label: t.Label, exact: []string{staffKey(t.Label)}}
		for _, head := range t.Heads {
			f.exact = append(f.exact, staffKey(head))
		}
		out = append(out, f)
	}
	return out
}

// catalogue is fields with the look-ups made once.
type catalogue struct {
	all    []field
	labels map[string]string
	wanted map[string]string // header, as staffKey writes it → field the user says it is
}

func newCatalogue() *catalogue {
	c := &catalogue{all: append(fields(), textFields()...), labels: map[string]string{}}
	for _, f := range c.all {
		c.labels[f.name] = f.label
	}
	return c
}

// want lets the user's own words for headers help to find the header row.
func (c *catalogue) want(words map[string]string) {
	c.wanted = map[string]string{}
	for header, to := range words {
		if f, ok := c.named(to); ok && f != "" {
			c.wanted[staffKey(header)] = f
		}
	}
}

// staffKey folds a header and drops its stars, brackets and dots.
func staffKey(header string) string {
	s, _, _ := strings.Cut(tdkt.Fold(header), "(")
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// match finds the field a header means, "" for none.
func (c *catalogue) match(header string) string {
	key := staffKey(header)
	if key == "" || len(key) > 80 {
		return ""
	}
	if f, ok := c.wanted[key]; ok {
		return f
	}
	if intake.HeaderField(header) == "postunit" {
		return fieldPostUnit
	}
	for _, f := range c.all {
		if slices.Contains(f.exact, key) {
			return f.name
		}
	}
	for _, f := range c.all {
		for _, s := range f.starts {
			if strings.HasPrefix(key, s) {
				return f.name
			}
		}
	}
	return fromIntake(intake.HeaderField(header))
}

// fromIntake is a field by the name the table of synonyms has for it.
func fromIntake(field string) string {
	switch field {
	case "name":
		return fieldName
	case "birth":
		return fieldBorn
	case "sex":
		return fieldSex
	case "cccd":
		return fieldCCCD
	case "unit":
		return fieldUnit
	case "position":
		return fieldPosition
	case "code":
		return fieldCode
	case "number":
		return fieldNumber
	case "family":
		return fieldFamily
	}
	return ""
}

// named finds a field by its name or its Vietnamese label, as -map writes it.
func (c *catalogue) named(text string) (string, bool) {
	key := tdkt.Fold(text)
	if key == "" || key == "bo qua" || key == "-" {
		return "", true
	}
	for _, f := range c.all {
		if f.name == key || tdkt.Fold(f.label) == key {
			return f.name, true
		}
	}
	if f := c.match(text); f != "" {
		return f, true
	}
	return "", false
}

func (c *catalogue) list() string {
	var out []string
	for _, f := range c.all {
		if f.name != fieldNumber {
			out = append(out, f.name+" ("+f.label+")")
		}
	}
	return strings.Join(out, ", ")
}
