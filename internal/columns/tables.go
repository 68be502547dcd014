package columns

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Lists are the columns of the tables that an office may lay out.
type Lists struct{ Units, People, Ballots, Voting, Bonus []Column }

// The keys of the tables, as the file names them.
const (
	KeyUnits   = "tap-the"
	KeyPeople  = "ca-nhan"
	KeyBallots = "kiem-phieu"
	KeyVoting  = "phieu-bau"
	KeyBonus   = "kinh-phi"
)

// Table is a table that an office may lay out: its columns may hold Fields, and must hold
// Needs.
type Table struct {
	Key, Name string
	Fields    []Field
	Needs     []Field
}

// Tables lists them.
func Tables() []Table {
	who := []Field{Number, Name, Code, Sex, Born, Position, Unit, Office, Role, Title, TitleShort, TitleCode, Level, Merit, Note, Blank}
	with := func(more ...Field) []Field { return append(slices.Clone(who), more...) }
	return []Table{
		{KeyUnits, "Danh sách tập thể", who, []Field{Number, Name}},
		{KeyPeople, "Danh sách cá nhân", who, []Field{Number, Name}},
		{KeyBallots, "Biên bản kiểm phiếu", with(VotesFor, VotesAgainst, VoteShare, Outcome), []Field{Number, Name, VotesFor}},
		{KeyVoting, "Phiếu biểu quyết", with(TickFor, TickAgainst), []Field{Number, Name, TickFor, TickAgainst}},
		{
			KeyBonus, "Kinh phí khen thưởng",
			[]Field{Number, Name, Code, Position, Unit, Office, Role, Title, TitleShort, TitleCode, Level, Factor, Salary, Amount, Reason, Blank},
			[]Field{Number, Name, Amount},
		},
	}
}

// TableOf finds a table by its key.
func TableOf(key string) (Table, bool) {
	i := slices.IndexFunc(Tables(), func(t Table) bool { return t.Key == key })
	if i < 0 {
		return Table{}, false
	}
	return Tables()[i], true
}

// TableName is a table's name, "" for an unknown key.
func TableName(key string) string {
	t, _ := TableOf(key)
	return t.Name
}

// Words is what a field holds, as the editor says it.
func (f Field) Words() string {
	return map[Field]string{
		Number: "Số thứ tự", Name: "Tên", Code: "Mã trong sổ", Sex: "Giới tính", Born: "Ngày sinh", Position: "Chức vụ", Unit: "Đơn vị",
		Office: "Tên cơ quan", Role: "Lãnh đạo hay không", Title: "Tên danh hiệu, hình thức", TitleShort: "Tên tắt danh hiệu, hình thức",
		TitleCode: "Mã danh hiệu, hình thức", Level: "Cấp quyết định", Merit: "Thành tích tóm tắt", Note: "Ghi chú của danh sách", Blank: "Để trống",
		VotesFor: "Phiếu đồng ý", VotesAgainst: "Phiếu không đồng ý", VoteShare: "Tỷ lệ phiếu", Outcome: "Kết quả bỏ phiếu",
		TickFor: "Ô đồng ý", TickAgainst: "Ô không đồng ý",
		Factor: "Hệ số", Salary: "Lương cơ sở", Amount: "Số tiền", Reason: "Lý do",
	}[f]
}

// Of is the columns of a table.
func (l Lists) Of(key string) []Column { return *l.of(key) }

// With is the lists with other columns for a table.
func (l Lists) With(key string, list []Column) Lists {
	*l.of(key) = slices.Clone(list)
	return l
}

func (l *Lists) of(key string) *[]Column {
	switch key {
	case KeyPeople:
		return &l.People
	case KeyBallots:
		return &l.Ballots
	case KeyVoting:
		return &l.Voting
	case KeyBonus:
		return &l.Bonus
	default:
		return &l.Units
	}
}

// Fault says what is wrong with the columns of the table, "" for nothing.
func (t Table) Fault(list []Column) string {
	if len(list) < fewest || len(list) > most || list[0].Field != Number {
		return fmt.Sprintf("cần từ %d đến %d cột và cột đầu là “%s”. Hãy sửa lại danh sách cột.", fewest, most, Number)
	}
	for _, c := range list {
		switch {
		case !slices.Contains(t.Fields, c.Field):
			return fmt.Sprintf("không có dữ liệu “%s”. Hãy dùng một trong: %s.", c.Field, fieldWords(t.Fields))
		case strings.TrimSpace(c.Title) == "":
			return fmt.Sprintf("cột “%s” chưa có tiêu đề. Hãy thêm title.", c.Field)
		case c.Width <= 0 || c.Width > widest:
			return fmt.Sprintf("cột “%s” cần bề rộng trên 0 đến %d mm. Hãy sửa width.", c.Title, widest)
		}
	}
	for _, f := range t.Needs {
		if !slices.ContainsFunc(list, func(c Column) bool { return c.Field == f }) {
			return fmt.Sprintf("%s cần cột “%s”. Hãy thêm cột đó.", strings.ToLower(t.Name[:1])+t.Name[1:], f.Words())
		}
	}
	return ""
}

func fieldWords(list []Field) string {
	words := make([]string, len(list))
	for i, f := range list {
		words[i] = string(f)
	}
	return strings.Join(words, ", ")
}

// Text is the lists as a file that Read reads.
func (l Lists) Text() []byte {
	var b bytes.Buffer
	b.WriteString("# Cột của các danh sách, bảng, ghi từ Sổ Thi đua. Nạp lại ở Tệp › Xuất › Bố cục danh sách.\n\n")
	for _, t := range Tables() {
		fmt.Fprintf(&b, "%s = %s\n", t.Key, quoted(t.Name))
	}
	for _, t := range Tables() {
		fmt.Fprintf(&b, "\n[[layout]]\nname = %s\ncolumns = [\n", quoted(t.Name))
		for _, c := range l.Of(t.Key) {
			fmt.Fprintf(&b, "  { field = %s, title = %s, width = %g },\n", quoted(string(c.Field)), quoted(c.Title), c.Width)
		}
		b.WriteString("]\n")
	}
	return b.Bytes()
}

// quoted is a text as TOML writes it.
func quoted(s string) string {
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(map[string]string{"x": s}); err != nil {
		return `""`
	}
	return strings.TrimSpace(strings.TrimPrefix(b.String(), "x = "))
}
