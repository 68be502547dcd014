package tdkt

import (
	"maps"
	"reflect"
	"strings"
	"sync"
)

// FieldKind says how the value of a field is told.
type FieldKind int

// The kinds that a field's Go type does not tell.
const (
	PlainField  FieldKind = iota
	TitleField            // the code of a danh hiệu, told by its name
	PointsField           // hundredths of a point
)

// Field is one field of the records of a noun: what it is called wherever a record is told
// in words, compared, joined or taken over from a file.
type Field struct {
	Key    string // its name in the history
	Words  string // in the middle of a sentence; "" where it holds nothing for people to read
	Kind   FieldKind
	Masked bool // only its last digits are shown, and that it changed
}

// Fields are the fields of a noun's records, in the order of the record.
func Fields(n Noun) []Field { return fieldTable()[n] }

// fieldTable is the one place where fields have their words. A new field is a word here,
// one more in PersonTexts, RatingTexts or AwardTexts where it is plain text of these.
var fieldTable = sync.OnceValue(func() map[Noun][]Field {
	all := maps.Clone(factFields())
	maps.Copy(all, workFields())
	all[NounPerson] = withTexts(all[NounPerson], PersonTexts())
	all[NounRating] = withTexts(all[NounRating], RatingTexts())
	all[NounAward] = withTexts(all[NounAward], AwardTexts())
	return all
})

func withTexts[T any](fields []Field, texts []TextOf[T]) []Field {
	for _, t := range texts {
		fields = append(fields, t.Field)
	}
	return fields
}

// Texts copies the texts of a record into an empty one.
func Texts[T any](list []TextOf[T], from T) (out T) {
	for _, t := range list {
		*t.Of(&out) = *t.Of(&from)
	}
	return out
}

// fieldsOf reads fields as they are written below: “key=words”, “key=words|kind”, or the
// key alone for what nobody reads.
func fieldsOf(texts ...string) []Field {
	out := make([]Field, len(texts))
	for i, text := range texts {
		key, rest, _ := strings.Cut(text, "=")
		words, kind, _ := strings.Cut(rest, "|")
		out[i] = Field{Key: key, Words: words, Masked: kind == "masked"}
		switch kind {
		case "title":
			out[i].Kind = TitleField
		case "points":
			out[i].Kind = PointsField
		}
	}
	return out
}

// FieldDiff is a field in which two records of one noun differ.
type FieldDiff struct {
	Field
	Was, Is any
}

// Diff lists the fields that people read in which two records of one noun differ.
func Diff(was, is Record) []FieldDiff {
	a, b := reflect.ValueOf(was), reflect.ValueOf(is)
	known := map[string]Field{}
	for _, f := range Fields(was.Noun()) {
		known[f.Key] = f
	}
	var out []FieldDiff
	for i := range a.NumField() {
		f := known[FieldKey(a.Type().Field(i))]
		x, y := a.Field(i).Interface(), b.Field(i).Interface()
		if f.Words != "" && !reflect.DeepEqual(x, y) {
			out = append(out, FieldDiff{f, x, y})
		}
	}
	return out
}

// FieldKey is the key of a struct's field.
func FieldKey(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}

// TextOf is a field of a noun's records that is plain text. Being in the list of its noun it
// has its words, its column in the exchange workbook, out and in, and its place where two
// records are joined or compared.
type TextOf[T any] struct {
	Field
	Label string   // of the form, the column and the sheet
	Heads []string // what else a list of staff calls its column
	Of    func(*T) *string
}

// RatingTexts are the texts of a rating, in the order of the workbook's columns.
func RatingTexts() []TextOf[Rating] {
	return []TextOf[Rating]{
		{
			Field: Field{Key: "why", Words: "lý do khác đề xuất"}, Label: "Lý do khác đề xuất",
			Of: func(r *Rating) *string { return &r.Why },
		},
	}
}

// AwardTexts are the texts of an award, in the order of the workbook's columns.
func AwardTexts() []TextOf[Award] {
	return []TextOf[Award]{
		{
			Field: Field{Key: "manner", Words: "loại hình"}, Label: "Loại hình",
			Of: func(w *Award) *string { return &w.Manner },
		},
		{
			Field: Field{Key: "signer", Words: "người ký"}, Label: "Người ký",
			Of: func(w *Award) *string { return &w.Signer },
		},
		{
			Field: Field{Key: "reason", Words: "lý do hủy"}, Label: "Lý do hủy",
			Of: func(w *Award) *string { return &w.Reason },
		},
	}
}

// PersonTexts are the texts of a person, in the order of the form. They decide no answer, and
// are in the list of staff too, in lists that are taken in and on the life sheet.
func PersonTexts() []TextOf[Person] {
	return []TextOf[Person]{
		{
			Field: Field{Key: "home", Words: "quê quán"}, Label: "Quê quán", Heads: []string{"nguyên quán", "quê"},
			Of: func(p *Person) *string { return &p.Home },
		},
		{
			Field: Field{Key: "residence", Words: "trú quán"}, Label: "Trú quán",
			Heads: []string{"nơi ở hiện nay", "nơi thường trú", "hộ khẩu thường trú", "chỗ ở hiện nay"},
			Of:    func(p *Person) *string { return &p.Residence },
		},
		{
			Field: Field{Key: "education", Words: "trình độ chuyên môn"}, Label: "Trình độ chuyên môn",
			Heads: []string{"trình độ", "trình độ chuyên môn nghiệp vụ", "chuyên môn"},
			Of:    func(p *Person) *string { return &p.Education },
		},
		{
			Field: Field{Key: "party_role", Words: "chức vụ Đảng, đoàn thể"}, Label: "Chức vụ Đảng, đoàn thể",
			Heads: []string{"chức vụ Đảng", "chức vụ đoàn thể", "chức vụ Đảng/đoàn thể"},
			Of:    func(p *Person) *string { return &p.PartyRole },
		},
		{
			Field: Field{Key: "phone", Words: "điện thoại"}, Label: "Điện thoại",
			Heads: []string{"số điện thoại", "SĐT", "di động", "điện thoại liên hệ"},
			Of:    func(p *Person) *string { return &p.Phone },
		},
		{
			Field: Field{Key: "academic", Words: "học hàm, học vị"}, Label: "Học hàm, học vị",
			Heads: []string{"học hàm", "học vị", "học hàm/học vị"},
			Of:    func(p *Person) *string { return &p.Academic },
		},
	}
}
