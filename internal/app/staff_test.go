package app_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

func staff(t *testing.T, a *app.App, text string, o imports.StaffImport) *imports.ImportPlan {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	sheettest.Write(t, path, text)
	plan, err := imports.PreviewStaff(t.Context(), a, path, o)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

const staffList = `[DS]
SỞ THỬ NGHIỆM
DANH SÁCH CÁN BỘ, CÔNG CHỨC
STT|Họ và tên|Ngày sinh|Phòng|Chức vụ
=1|Nguyễn Thị Lan|05/03/1980|Văn phòng|Chánh Văn phòng
=2|Nguyễn Thị Lan|07/08/1990|Thanh tra|Thanh tra viên
=3|Đỗ Văn Ổn|1975|Văn phòng|Văn thư
Tổng cộng|3
`

// TestStaffOnEmptyFile: a list of an office is taken into an empty file with its
// rooms, codes are given out, namesakes stay two, and again it changes nothing.
func TestStaffOnEmptyFile(t *testing.T) {
	a := open(t)
	refused := staff(t, a, staffList, imports.StaffImport{})
	if len(refused.Refused) != 3 || !strings.Contains(refused.Refused[0].Text, "Văn phòng") {
		t.Fatalf("rows of unknown rooms: %v", refused.Refused)
	}
	if err := imports.Import(t.Context(), a, refused, false); tdkt.KindOf(err) != tdkt.Invalid {
		t.Fatalf("err = %v", err)
	}
	plan := staff(t, a, staffList, imports.StaffImport{NewUnits: true})
	if err := imports.Import(t.Context(), a, plan, false); err != nil {
		t.Fatal(err)
	}
	v := a.View()
	if len(v.People) != 3 || len(v.Units) != 2 {
		t.Fatalf("%d people, %d units", len(v.People), len(v.Units))
	}
	again := staff(t, a, staffList, imports.StaffImport{NewUnits: true})
	if n := again.Totals(); n.New+n.Changed != 0 || n.Same != 3 {
		t.Errorf("the same list again: %+v %v", n, again.Lines)
	}
}

// TestStaffUpdates: a later list changes what it says and nothing else.
func TestStaffUpdates(t *testing.T) {
	a := open(t)
	if err := imports.Import(t.Context(), a, staff(t, a, staffList, imports.StaffImport{NewUnits: true}), false); err != nil {
		t.Fatal(err)
	}
	plan := staff(t, a, "[DS]\nHọ tên|Năm sinh|Đơn vị|Chức danh\nĐỗ Văn Ổn|1975|VP|Kế toán", imports.StaffImport{})
	if n := plan.Totals(); n.New != 0 || n.Changed != 1 {
		t.Fatalf("plan = %+v %v", n, plan.Refused)
	}
	if d := plan.Lines[0].Diff; !strings.Contains(d, "Văn thư thành Kế toán") || strings.Contains(d, "đơn vị") {
		t.Errorf("diff = %q", d)
	}
}

// TestStaffYearLater: a list of the next year rewrites nobody's past. A changed room is
// refused with what to do, a birth date that differs makes no second person, who is
// missing is named, and 7 is the code 007.
func TestStaffYearLater(t *testing.T) {
	a := open(t)
	const first = "[DS]\nMã|Họ và tên|Ngày sinh|Đơn vị\n007|Nguyễn Văn Ất|01/03/1980|VP\n008|Trần Thị Bính|01/03/1981|VP\n009|Lê Văn Đinh|01/03/1982|TTra\n010|Vũ Văn Tỵ|01/03/1983|TTra"
	if err := imports.Import(t.Context(), a, staff(t, a, first, imports.StaffImport{NewUnits: true}), false); err != nil {
		t.Fatal(err)
	}
	plan := staff(t, a, "[DS]\nHọ và tên|Ngày sinh|Đơn vị\nNguyễn Văn Ất|01/03/1980|TTra\nTrần Thị Bính|11/03/1981|VP\nVũ Văn Tỵ|01/03/1983|TTra", imports.StaffImport{NewUnits: true})
	if len(plan.Refused) != 2 || !strings.Contains(plan.Refused[0].Text, "ghi ngày chuyển") || !strings.Contains(plan.Refused[1].Text, "ngày sinh 01/03/1981, danh sách ghi 11/03/1981") {
		t.Errorf("refused = %v", plan.Refused)
	}
	if len(plan.Warnings) != 1 || !strings.Contains(plan.Warnings[0].Text, "Lê Văn Đinh") {
		t.Errorf("warnings = %v", plan.Warnings)
	}
	plan = staff(t, a, "[DS]\nMã|Họ và tên|Đơn vị\n=7|Nguyễn Văn Ất|VP", imports.StaffImport{})
	if n := plan.Totals(); n.Same != 1 || n.New != 0 {
		t.Errorf("007 and 7: %+v %v", n, plan.Refused)
	}
}

// TestStaffAmbiguous: a namesake without a birth date is refused, never guessed.
func TestStaffAmbiguous(t *testing.T) {
	a := open(t)
	if err := imports.Import(t.Context(), a, staff(t, a, staffList, imports.StaffImport{NewUnits: true}), false); err != nil {
		t.Fatal(err)
	}
	plan := staff(t, a, "[DS]\nHọ tên|Đơn vị|Chức vụ\nNguyễn Thị Lan|Văn phòng|Phó phòng\nĐỗ Văn Ổn|Văn phòng|Phó phòng", imports.StaffImport{})
	if len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, "Có 2 người tên Nguyễn Thị Lan") {
		t.Fatalf("refused = %v", plan.Refused)
	}
	if err := imports.Import(t.Context(), a, plan, true); err != nil {
		t.Fatalf("the other row was not written: %v", err)
	}
}

// TestStaffSamePeople: how a list writes a name or numbers its people does not make
// another person of someone known; what is uncertain is refused.
func TestStaffSamePeople(t *testing.T) {
	a := open(t)
	first := "[DS]\nHọ tên|Ngày sinh|Số CCCD|Đơn vị\nNguyễn Văn Hòa|01/01/1980|003080000001|Văn phòng\nLê Thị Thủy|02/02/1990||Văn phòng\n"
	if err := imports.Import(t.Context(), a, staff(t, a, first, imports.StaffImport{NewUnits: true}), false); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, row string
		want      imports.ImportCount // New, Changed, Same; zero when refused
		refused   string
	}{
		{"capitals and the other place of the tone", "|NGUYỄN VĂN HOÀ|01/01/1980||Văn phòng", imports.ImportCount{Same: 1}, ""},
		{"another tone is another person", "|Lê Thị Thúy|02/02/1990||Văn phòng", imports.ImportCount{New: 1}, ""},
		{"a foreign code with a known CCCD", "NV77|Nguyễn Văn Hòa||003080000001|Văn phòng", imports.ImportCount{Same: 1}, ""},
		{"a foreign code with a known name and birth date", "NV78|Lê Thị Thủy|02/02/1990||Văn phòng", imports.ImportCount{}, "CB002"},
		{"a new person with somebody's CCCD", "|Trần Văn Mới|03/03/1993|003080000001|Văn phòng", imports.ImportCount{}, "tên khác"},
		{"left before birth", "|Lê Thị Thủy|02/02/1990||Văn phòng|01/01/1980", imports.ImportCount{}, "đứng trước"},
	}
	for _, tt := range tests {
		plan := staff(t, a, "[DS]\nMã|Họ tên|Ngày sinh|Số CCCD|Đơn vị|Ngày vào làm\n"+tt.row, imports.StaffImport{})
		if got := plan.Totals(); got != tt.want {
			t.Errorf("%s: %+v, refused %v", tt.name, got, plan.Refused)
		}
		if tt.refused != "" && (len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, tt.refused)) {
			t.Errorf("%s: refused = %v", tt.name, plan.Refused)
		}
	}
}

// TestStaffTwoRooms: a name that two rooms share is refused, not guessed.
func TestStaffTwoRooms(t *testing.T) {
	a := open(t)
	load(t, a, "[Đơn vị]\nMã đơn vị|Tên đơn vị\nC1H|Phòng Hành chính\nC2H|Phòng Hành chính")
	plan := staff(t, a, "[DS]\nHọ tên|Đơn vị\nTrần Thị Thử|Phòng Hành chính\nLê Văn Nghiệm|C2H", imports.StaffImport{})
	if len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, "Có 2 đơn vị") || plan.Totals().New != 1 {
		t.Errorf("plan = %+v, refused = %v", plan.Totals(), plan.Refused)
	}
}

// TestSavePeopleChecksTheBatch: two people of one step are checked against each other,
// and may take over from each other what is theirs alone.
func TestSavePeopleChecksTheBatch(t *testing.T) {
	t.Parallel()
	a := open(t)
	load(t, a, people)
	save := func(numbers, codes [2]string) error {
		list := slices.Clone(a.View().People)
		for i := range list {
			list[i].CCCD, list[i].Code = numbers[i], codes[i]
		}
		return a.SavePeople(t.Context(), list)
	}
	own := [2]string{"CB001", "CB002"}
	for name, c := range map[string]struct{ numbers, codes [2]string }{
		"one CCCD":                 {[2]string{"003080000001", "003080000001"}, own},
		"one CCCD, a space beside": {[2]string{"003080000001", " 003080000001"}, own},
		"one code":                 {[2]string{}, [2]string{"CB009", "CB009"}},
	} {
		if err := save(c.numbers, c.codes); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := save([2]string{"003080000001", "003080000002"}, own); err != nil {
		t.Fatal(err)
	}
	if err := save([2]string{"003080000002", "003080000001"}, own); err != nil {
		t.Errorf("two numbers that changed places: %v", err)
	}
}
