package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// doubtful are the lists the second reader must not believe, a kind each: the text of a
// doubt it must have, and what the list becomes once the doubt is answered as proposed.
var doubtful = []struct {
	kind, list string
	field, why string
	want       string // a part of what is read after the proposal was taken
	gone       string // a part of what is not
}{
	{
		"người tên như danh hiệu", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Chiến sĩ thi đua|01/02/1980|VP\n=2|Lê Thị Bé|02/02/1981|VP",
		"name", "giống tên đơn vị", "person · Lê Thị Bé", "Chiến sĩ",
	},
	{
		"người tên như tiêu đề", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Chức vụ, đơn vị|01/02/1980|VP\n=2|Lê Thị Bé|02/02/1981|VP",
		"name", "giống tên đơn vị", "person · Lê Thị Bé", "Chức vụ, đơn vị",
	},
	{
		"người tên như đơn vị", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Phòng Kế hoạch|01/02/1980|VP\n=2|Lê Thị Bé|02/02/1981|VP",
		"name", "giống tên đơn vị", "person · Lê Thị Bé", "Phòng Kế hoạch",
	},
	{
		"đơn vị tên như danh hiệu", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Lê Thị Bé|02/02/1981|Lao động tiên tiến",
		"unit", "giống danh hiệu", "person · Lê Thị Bé · sinh", "tiên tiến",
	},
	{
		"đơn vị là chức vụ, hai cột đổi chỗ", "STT|Họ và tên|Chức vụ|Đơn vị\n=1|Lê Thị Bé|Phòng Kế hoạch|Trưởng phòng",
		"unit", "đổi chỗ", "đv Phòng Kế hoạch · Trưởng phòng · lãnh đạo", "",
	},
	{
		"đơn vị là tên người", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Lê Thị Bé|02/02/1981|Nguyễn Văn An",
		"unit", "giống tên người", "person · Lê Thị Bé · sinh", "Nguyễn Văn An",
	},
	{
		"đơn vị chỉ là số", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Lê Thị Bé|02/02/1981|=13",
		"unit", "chỉ là số", "person · Lê Thị Bé · sinh", "đv 13",
	},
	{
		"đơn vị sai hai chữ", "STT|Họ và tên|Đơn vị\n=1|Lê Thị Bé|Phòng Kế hoạch\n=2|Lê Thị Cam|Phòng Kế hoạch\n=3|Lê Thị Dung|Phòng Kế hoạhc",
		"unit", "gần giống", "Lê Thị Dung · đv Phòng Kế hoạch", "hoạhc",
	},
	{
		"cả danh sách một giới", "STT|Họ và tên|Giới tính\n" + strings.Repeat("=1|Lê Thị Bé %d|Nam\n", 9),
		"sex", "cùng một giới", "nam", "",
	},
	{
		"quá trẻ", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Lê Thị Bé|02/02/2010|VP",
		"born", "16 tuổi", "sinh 02/02/2010", "",
	},
	{
		"quá già", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Lê Thị Bé|02/02/1950|VP",
		"born", "76 tuổi", "sinh 02/02/1950", "",
	},
	{
		"sinh sau ngày vào làm", "STT|Họ và tên|Ngày sinh|Ngày tuyển dụng|Đơn vị\n=1|Lê Thị Bé|02/02/1980|01/03/1990|VP",
		"start", "không hợp với năm sinh", "vào 01/03/1990", "",
	},
	{
		"CCCD khác giới", "STT|Họ và tên|Giới tính|Ngày sinh|CCCD|Đơn vị\n=1|Lê Thị Bé|Nữ|02/02/1980|072080001234|VP",
		"cccd", "giới tính không khớp", "cccd 072080001234", "",
	},
	{
		"CCCD khác năm sinh", "STT|Họ và tên|Giới tính|Ngày sinh|CCCD|Đơn vị\n=1|Lê Thị Bé|Nữ|02/02/1981|072180001234|VP",
		"cccd", "năm sinh không khớp", "cccd 072180001234", "",
	},
	{
		"CCCD khác thế kỷ", "STT|Họ và tên|Giới tính|Ngày sinh|CCCD|Đơn vị\n=1|Lê Thị Bé|Nữ|02/02/1980|072380001234|VP",
		"cccd", "năm sinh không khớp", "cccd 072380001234", "",
	},
	{
		"CCCD không có tỉnh", "STT|Họ và tên|Giới tính|Ngày sinh|CCCD|Đơn vị\n=1|Lê Thị Bé|Nữ|02/02/1980|099180001234|VP",
		"cccd", "không phải mã tỉnh", "cccd 099180001234", "",
	},
	{
		"ngày tháng đổi chỗ", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Lê Thị Bé|@03/05/1980|VP\n=2|Lê Thị Cam|@01/12/1979|VP\n=3|Lê Thị Dung|@09/02/1975|VP\n=4|Lê Thị Em|25/03/1981|VP\n=5|Lê Thị Gấm|13/07/1980|VP\n=6|Lê Thị Hoa|30/07/1975|VP",
		"born", "đổi chỗ ngày và tháng", "Lê Thị Bé · đv VP · sinh 05/03/1980", "sinh 03/05/1980",
	},
	{
		"một người hai lần", "STT|Họ và tên|Ngày sinh|Đơn vị\n=1|Lê Thị Bé|02/02/1981|VP\n=2|Lê Thị Bé|02/02/1981|VP",
		"twice", "hai lần", "person · Lê Thị Bé", "",
	},
	{
		"lãnh đạo theo chức vụ lạ", "STT|Họ và tên|Chức vụ|Đơn vị\n=1|Lê Thị Bé|Tổ trưởng|VP",
		"leader", "có là lãnh đạo", "Tổ trưởng", "lãnh đạo",
	},
}

// TestSceptic: each of the lists above is doubted with a cure proposed, and one answer, that
// the proposal is right, cures it and leaves nothing of the kind to ask.
func TestSceptic(t *testing.T) {
	for _, c := range doubtful {
		list := c.list
		for i := 1; strings.Contains(list, "%d"); i++ {
			list = strings.Replace(list, "%d", []string{"", "An", "Bình", "Châu", "Dung", "Giang", "Hà", "Khanh", "Lan", "Mai"}[i], 1)
		}
		s := sheetOf("ds.xlsx", "DS", strings.TrimSpace(list))
		before := read(t, Options{}, s)
		conserved(t, c.kind, []Sheet{s}, before)
		var answers []Answer
		doubts := 0
		for i := range before.Facts {
			for _, d := range before.Facts[i].Doubts {
				if d.Field != c.field || !strings.Contains(d.Why, c.why) {
					continue
				}
				doubts++
				if d.Proposal == "" {
					t.Errorf("%s: no cure is proposed: %s", c.kind, d.Why)
				}
				a := Answer{Field: d.Field, Text: d.Text, Value: Right}
				if d.Field == "born" && doubts > 1 || c.kind == "ngày tháng đổi chỗ" {
					a = Answer{Field: d.Field, Text: "*", Why: d.Why, Value: Right}
				}
				if !slices.Contains(answers, a) {
					answers = append(answers, a)
				}
			}
		}
		if doubts == 0 || len(answers) != 1 {
			t.Errorf("%s: %d doubts, %d answers\n%s", c.kind, doubts, len(answers), dump(before))
			continue
		}
		after := read(t, Options{Answers: answers}, s)
		conserved(t, c.kind, []Sheet{s}, after)
		text := ""
		for i := range after.Facts {
			text += say(&after.Facts[i]) + "\n"
		}
		if !strings.Contains(text, c.want) || c.gone != "" && strings.Contains(text, c.gone) || strings.Contains(text, "?? "+c.field) {
			t.Errorf("%s: after %+v\n%s", c.kind, answers, fmt.Sprint(text))
		}
	}
}
