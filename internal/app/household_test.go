package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

const houses = `[Đơn vị]
Mã đơn vị|Tên đơn vị|Mã cấp trên|Loại
HO1|Hộ ông Mẫu|VP|Hộ gia đình
HO2|Hộ bà Mẫu||hộ gia đình
`

// A household comes in by the workbook, is judged, nominated, given and paid; the office
// counts as many rooms and people as before.
func TestHouseholdFromWorkbookToMoney(t *testing.T) {
	a := open(t)
	load(t, a, people)
	rooms, staff := len(a.View().UnitsOf(2024, "")), len(a.View().PeopleOf(2024, ""))
	load(t, a, houses+"[Tiêu chí định tính]\nNăm|Mã|Mã danh hiệu|Tiêu chí|Kết quả\n=2024|HO1|GK|ho-gia-dinh|đạt\n=2024|HO2|GK|ho-gia-dinh|không đạt")
	v := a.View()
	if n, m := len(v.UnitsOf(2024, "")), len(v.PeopleOf(2024, "")); n != rooms || m != staff || len(v.OwnUnits()) != rooms {
		t.Errorf("%d rooms and %d people, before the households %d and %d", n, m, rooms, staff)
	}
	one, _ := v.Facts.ByCode("HO1")
	two, _ := v.Facts.ByCode("HO2")
	if n, err := a.Nominate(t.Context(), 2024, "GK", []tdkt.Subject{one}); err != nil || n != 1 {
		t.Fatalf("GK of a household: %d, %v", n, err)
	}
	if _, err := a.Nominate(t.Context(), 2024, "GK", []tdkt.Subject{two}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("GK of a household found wanting: %v", err)
	}
	if n, err := a.Decide(t.Context(), decision("301/QĐ-SNV"), []view.Given{given(one, "GK")}, onGround()); err != nil || n != 1 {
		t.Fatalf("decided %d: %v", n, err)
	}
	if got := amounts(a, one)["GK"]; got != 1_060_000 { // 0,3 × 1,5 × 2.340.000, rounded up
		t.Errorf("paid %d", got)
	}
	if _, err := a.Decide(t.Context(), decision("302/QĐ-SNV"), []view.Given{given(one, "TTLDXS")}, onGround()); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("TTLDXS given to a household: %v", err)
	}
}

// Nobody works in a household, and none stands above a unit.
func TestHouseholdIsNoRoom(t *testing.T) {
	a := open(t)
	load(t, a, people)
	load(t, a, houses)
	for _, sheet := range []string{
		"[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị\nCB009|Lê Thị Mẫu|HO1",
		"[Đơn vị]\nMã đơn vị|Tên đơn vị|Mã cấp trên\nP9|Phòng Mẫu|HO1",
		"[Khen thưởng]\nMã|Mã danh hiệu|Từ năm\nHO1|TTLDXS|=2024",
	} {
		if plan := preview(t, a, sheet); len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, "hộ gia đình") {
			t.Errorf("%s\nrefused %+v", sheet, plan.Refused)
		}
	}
	v := a.View()
	house, _ := v.Facts.ByCode("HO1")
	p := v.People[0]
	room := p.Unit
	p.Unit = house.ID
	if _, err := a.SavePerson(t.Context(), p); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a person in a household: %v", err)
	}
	u, _ := v.Facts.Unit(room)
	u.Kind = "Hộ gia đình"
	if _, err := a.SaveUnit(t.Context(), u); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a unit with people made a household: %v", err)
	}
	if _, err := a.SaveUnit(t.Context(), tdkt.Unit{Code: "HO3", Name: "Hộ ông Thử", Kind: "Hộ gia đình", Parent: room}); err != nil {
		t.Errorf("by the form: %v", err)
	}
}
