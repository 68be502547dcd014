package app_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// twice is a department where Lê Văn Hai was entered as CB001 and again as CB002.
const twice = `[Đơn vị]
Mã đơn vị|Tên đơn vị|Mã cấp trên
SO|Sở Thử nghiệm|
VP|Văn phòng|SO
TTR|Thanh tra|SO
[Nhân sự]
Mã cán bộ|Họ và tên|Ngày sinh|Mã đơn vị|Chức vụ|Ngày vào làm
CB001|Lê Văn Hai|05/03/1980|VP|Chuyên viên|
CB002|Lê Văn Hai|1980|TTR|Thanh tra viên|01/02/2010
[Xếp loại]
Năm|Mã|Mức
2021|CB001|HTT
2022|CB001|HTT
2022|CB002|HTXS
2023|CB002|HTT
[Khen thưởng]
Mã|Mã danh hiệu|Từ năm|Số quyết định
CB001|LDTT|2021|12/QĐ
CB002|LDTT|2021|12/QĐ
CB002|LDTT|2022|34/QĐ
CB001|BKT|2022|7/QĐ
CB002|BKT|2022|8/QĐ
[Kỷ luật]
Mã cán bộ|Hình thức|Ngày quyết định
CB002|Khiển trách|04/05/2019
[Tạm dừng]
Mã|Từ ngày|Lý do
CB002|01/06/2023|khiếu nại
[Nghỉ]
Mã cán bộ|Từ ngày|Đến ngày|Lý do
CB002|01/06/2020|01/12/2020|ốm
[Sáng kiến]
Năm|Mã cán bộ|Tên|Phạm vi
2022|CB002|Số hóa sổ sách|Cơ sở
[Đăng ký]
Năm|Mã|Mã danh hiệu
2023|CB001|LDTT
2023|CB002|CSTDCS
[Công tác]
Mã cán bộ|Từ ngày|Mã đơn vị|Chức vụ
CB002|01/02/2010|TTR|Thanh tra viên
`

func planned(t *testing.T, a *app.App) *imports.Join {
	t.Helper()
	v := a.View()
	likely := imports.Likely(v)
	if len(likely) != 1 {
		t.Fatalf("likely pairs: %v", likely)
	}
	j, err := imports.PlanJoin(v, likely[0][0].ID, likely[0][1].ID)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// TestJoinShowsBothSides: what the two records say differently stands side by side;
// what only one says is moved and counted, what both say counts once.
func TestJoinShowsBothSides(t *testing.T) {
	a := open(t)
	load(t, a, twice)
	j := planned(t, a)
	var got []string
	for _, c := range j.Clashes {
		got = append(got, c.What+": "+c.Kept+" | "+c.Lost)
	}
	want := []string{
		"Ngày sinh: 05/03/1980 | 1980",
		"Đơn vị hiện nay: Văn phòng | Thanh tra",
		"Chức vụ: Chuyên viên | Thanh tra viên",
		"Quá trình công tác: Văn phòng trong suốt thời gian công tác | Thanh tra từ 01/02/2010",
		"Xếp loại năm 2022: Hoàn thành tốt nhiệm vụ | Hoàn thành xuất sắc nhiệm vụ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("clashes (-want +got):\n%s", d)
	}
	moves := []string{
		"1 kỷ luật", "1 đợt nghỉ", "1 đợt tạm dừng xét", "1 kết quả xếp loại", "1 sáng kiến", "2 danh hiệu, hình thức", "1 đăng ký",
	}
	slices.Sort(moves)
	slices.Sort(j.Moves)
	if d := cmp.Diff(moves, j.Moves); d != "" {
		t.Errorf("moves (-want +got):\n%s", d)
	}
}

// TestJoinKeepsBothHistories: after joining nothing speaks of the record taken away,
// the choices hold, and one undo brings everything back.
func TestJoinKeepsBothHistories(t *testing.T) {
	a := open(t)
	load(t, a, twice)
	before := imports.Exchange(a.View())
	j := planned(t, a)
	for i, c := range j.Clashes {
		j.Clashes[i].TakeLost = c.What == "Quá trình công tác" || strings.HasPrefix(c.What, "Xếp loại")
	}
	if err := imports.JoinPeople(t.Context(), a, j); err != nil {
		t.Fatal(err)
	}
	v := a.View()
	raw, err := json.Marshal(v.Snapshot)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(raw), string(j.Drop.ID)) {
		t.Errorf("something still speaks of the record taken away:\n%s", raw)
	}
	p, _ := v.Facts.Person(j.Keep.ID)
	if len(v.People) != 1 || p.Born != tdkt.Date(1980, 3, 5) || p.Start != tdkt.Date(2010, 2, 1) || v.UnitName(p.Unit) != "Thanh tra" {
		t.Errorf("person = %+v", p)
	}
	if r, _ := v.RatingOf(2022, tdkt.PersonSubject(p.ID)); r.Level != tdkt.Excellent || len(v.Ratings) != 3 || len(v.Awards) != 4 {
		t.Errorf("rating of 2022 = %s; %d ratings, %d awards", r.Level, len(v.Ratings), len(v.Awards))
	}
	if _, err := a.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(before, imports.Exchange(a.View())); d != "" {
		t.Errorf("undo did not bring everything back (-before +after):\n%s", d)
	}
}

// TestJoinOfOldPlan: a plan made before another change writes nothing.
func TestJoinOfOldPlan(t *testing.T) {
	a := open(t)
	load(t, a, twice)
	j := planned(t, a)
	load(t, a, "[Xếp loại]\nNăm|Mã|Mức\n2020|CB001|HT")
	if err := imports.JoinPeople(t.Context(), a, j); tdkt.KindOf(err) != tdkt.Invalid || len(a.View().People) != 2 {
		t.Errorf("err = %v, %d people", err, len(a.View().People))
	}
	if _, err := imports.PlanJoin(a.View(), j.Keep.ID, j.Keep.ID); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a record joined with itself: %v", err)
	}
}

// TestJoinKnowsEveryKind: every kind of row that names a person or subject is among
// those the walk finds, so that one added later is moved too.
func TestJoinKnowsEveryKind(t *testing.T) {
	record := reflect.TypeFor[tdkt.Record]()
	walk := func(typ reflect.Type) int {
		n := 0
		for i := range typ.NumField() {
			f := typ.Field(i)
			if f.Type.Kind() == reflect.Map || !f.IsExported() {
				continue
			}
			if f.Type.Kind() == reflect.Slice && !f.Type.Elem().Implements(record) && f.Type.Elem().PkgPath() == record.PkgPath() {
				t.Errorf("%s.%s is no slice of records: a join would miss what it names", typ.Name(), f.Name)
			}
			if f.Type.Kind() == reflect.Slice {
				n++
			}
		}
		return n
	}
	if n := walk(reflect.TypeFor[tdkt.Snapshot]()) + walk(reflect.TypeFor[tdkt.Work]()) + walk(reflect.TypeFor[view.View]()); n < 20 {
		t.Errorf("only %d kinds of rows were looked at", n)
	}
}
