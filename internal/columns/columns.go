// Package columns reads which columns the lists of nominees have: a file that ships with
// the program and that an office may replace by its own, so that the list of another
// province is typed, not programmed.
package columns

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"tdkt/internal/tdkt"
)

//go:embed columns.toml
var carried []byte

// Carried is the file that ships, for an office to edit.
func Carried() []byte { return slices.Clone(carried) }

// Field names the data of a column.
type Field string

// The fields, as the file names them.
const (
	Number     Field = "stt"
	Name       Field = "ten"
	Code       Field = "ma"
	Sex        Field = "gioi-tinh"
	Born       Field = "ngay-sinh"
	Position   Field = "chuc-vu"
	Unit       Field = "don-vi"
	Office     Field = "co-quan"
	Role       Field = "nhom"
	Title      Field = "danh-hieu"
	TitleShort Field = "danh-hieu-tat"
	TitleCode  Field = "ma-danh-hieu"
	Level      Field = "cap"
	Merit      Field = "thanh-tich"
	Note       Field = "ghi-chu"
	Blank      Field = "de-trong"
)

// Fields lists them all.
func Fields() []Field {
	return []Field{
		Number, Name, Code, Sex, Born, Position, Unit, Office, Role, Title, TitleShort, TitleCode, Level, Merit, Note, Blank,
	}
}

// Column is one column of a list; Width is millimetres on paper.
type Column struct {
	Field Field
	Title string
	Width float64
}

// Lists are the columns of the two lists of nominees.
type Lists struct{ Units, People []Column }

// Same says whether two offices have the same lists.
func (l Lists) Same(other Lists) bool {
	return slices.Equal(l.Units, other.Units) && slices.Equal(l.People, other.People)
}

// How many columns a list may have, and how wide one may be.
const (
	fewest, most = 3, 20
	widest       = 200
)

// layoutFile is the file as written.
type layoutFile struct {
	Units  string `toml:"tap-the"`
	People string `toml:"ca-nhan"`
	Layout []struct {
		Name    string
		Columns []Column
	}
}

// Standard are the columns that ship.
func Standard() Lists {
	lists, err := Read("", carried)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return lists
}

// Read reads an office's file; name is what messages call it. What cannot be used is
// refused with the layout, the column and what to do.
func Read(name string, text []byte) (Lists, error) {
	var file layoutFile
	if err := decode(name, text, &file); err != nil {
		return Lists{}, err
	}
	var lists Lists
	var err error
	if lists.Units, err = file.find(name, file.Units); err != nil {
		return Lists{}, err
	}
	lists.People, err = file.find(name, file.People)
	return lists, err
}

// decode reads an office's file and refuses what it does not know.
func decode(name string, text []byte, into any) error {
	meta, err := toml.Decode(string(text), into)
	if err != nil {
		return &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf(
			"Tệp “%s” viết chưa đúng. Hãy sửa theo tệp có sẵn, hoặc xóa tệp để dùng tệp có sẵn.", name)}
	}
	if rest := meta.Undecoded(); len(rest) > 0 {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” có mục lạ “%s”. Hãy xóa mục đó.", name, rest[0])
	}
	return nil
}

// find is the layout of a name, held to what a list can print.
func (f layoutFile) find(name, layout string) ([]Column, error) {
	for _, l := range f.Layout {
		if l.Name == layout {
			return l.Columns, check(name, layout, l.Columns)
		}
	}
	return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không có bố cục tên “%s”. Hãy sửa tên bố cục ở dòng tap-the hoặc ca-nhan.", name, layout)
}

func check(name, layout string, list []Column) error {
	refuse := func(format string, args ...any) error {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s”, bố cục “%s”: %s", name, layout, fmt.Sprintf(format, args...))
	}
	if len(list) < fewest || len(list) > most || list[0].Field != Number {
		return refuse("cần từ %d đến %d cột và cột đầu là “%s”. Hãy sửa lại danh sách cột.", fewest, most, Number)
	}
	for _, c := range list {
		switch {
		case !slices.Contains(Fields(), c.Field):
			return refuse("không có dữ liệu “%s”. Hãy dùng một trong: %s.", c.Field, fieldWords())
		case strings.TrimSpace(c.Title) == "":
			return refuse("cột “%s” chưa có tiêu đề. Hãy thêm title.", c.Field)
		case c.Width <= 0 || c.Width > widest:
			return refuse("cột “%s” cần bề rộng trên 0 đến %d mm. Hãy sửa width.", c.Title, widest)
		}
	}
	return nil
}

func fieldWords() string {
	var words []string
	for _, f := range Fields() {
		words = append(words, string(f))
	}
	return strings.Join(words, ", ")
}
