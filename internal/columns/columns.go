// Package columns reads which columns the lists of nominees have: a file that ships with
// the program and that an office may replace by its own, so that the list of another
// province is typed, not programmed.
package columns

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

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

	VotesFor     Field = "phieu-dong-y"
	VotesAgainst Field = "phieu-khong-dong-y"
	VoteShare    Field = "ty-le-phieu"
	Outcome      Field = "ket-qua"
	TickFor      Field = "o-dong-y"
	TickAgainst  Field = "o-khong-dong-y"

	Factor Field = "he-so"
	Salary Field = "luong-co-so"
	Amount Field = "so-tien"
	Reason Field = "ly-do"
)

// Column is one column of a list; Width is millimetres on paper.
type Column struct {
	Field Field
	Title string
	Width float64
}

// How many columns a list may have, and how wide one may be.
const (
	fewest, most = 3, 20
	widest       = 200
)

// layoutFile is the file as written.
type layoutFile struct {
	Units   string `toml:"tap-the"`
	People  string `toml:"ca-nhan"`
	Ballots string `toml:"kiem-phieu"`
	Voting  string `toml:"phieu-bau"`
	Bonus   string `toml:"kinh-phi"`
	Layout  []struct {
		Name    string
		Columns []Column
	}
}

// Standard are the columns that ship; they are everybody's to read.
func Standard() Lists { return standard() }

var standard = sync.OnceValue(func() Lists {
	lists, err := read("", carried, nil)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return lists
})

// Read reads an office's file; name is what messages call it. A table that the file does not
// name has the columns that ship. What cannot be used is refused with the layout, the column
// and what to do.
func Read(name string, text []byte) (Lists, error) {
	ships := Standard()
	return read(name, text, &ships)
}

func read(name string, text []byte, ships *Lists) (Lists, error) {
	var file layoutFile
	if err := decode(name, text, &file); err != nil {
		return Lists{}, err
	}
	var lists Lists
	for _, t := range Tables() {
		layout := *file.named(t.Key)
		if layout == "" && ships != nil && t.Key != KeyUnits && t.Key != KeyPeople {
			*lists.of(t.Key) = slices.Clone(ships.Of(t.Key))
			continue
		}
		var err error
		if *lists.of(t.Key), err = file.find(name, layout, t); err != nil {
			return Lists{}, err
		}
	}
	return lists, nil
}

// named is the name of a table's layout in the file.
func (f *layoutFile) named(key string) *string {
	switch key {
	case KeyPeople:
		return &f.People
	case KeyBallots:
		return &f.Ballots
	case KeyVoting:
		return &f.Voting
	case KeyBonus:
		return &f.Bonus
	default:
		return &f.Units
	}
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

// find is the layout of a name, held to what a table can print.
func (f layoutFile) find(name, layout string, table Table) ([]Column, error) {
	for _, l := range f.Layout {
		if l.Name == layout {
			if fault := table.Fault(l.Columns); fault != "" {
				return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s”, bố cục “%s”: %s", name, layout, fault)
			}
			return l.Columns, nil
		}
	}
	return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không có bố cục tên “%s”. Hãy sửa tên bố cục ở các dòng đầu tệp, ví dụ tap-the, ca-nhan.", name, layout)
}
