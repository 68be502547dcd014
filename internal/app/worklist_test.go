package app_test

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

const workers = "[Đơn vị]\nMã đơn vị|Tên đơn vị|Mã cấp trên\nSO|Sở|\nVP|Văn phòng|SO\n\n[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Đối tượng|Ngày vào làm|Lãnh đạo\n" +
	"CB001|Trần Thị Thử|VP|công chức|01/01/2020|\nCB002|Lê Văn Trưởng|VP|công chức|01/01/2020|x\n"

func item(name string, weight, assigned, done, good, onTime, returned, late int) tdkt.WorkItem {
	return tdkt.WorkItem{
		Name: name, Weight: weight * 100, Assigned: assigned * 100, Done: done * 100, Good: good * 100, OnTime: onTime * 100, Returned: returned, Late: late,
	}
}

// TestWorkList: what somebody was given makes the shares and the result points; a leader's wait
// for d, đ and e; a list that cannot be is refused and nothing is written.
func TestWorkList(t *testing.T) {
	a := open(t)
	load(t, a, workers)
	who, head := subject(t, a, "CB001").ID, subject(t, a, "CB002").ID
	if err := a.SetWork(t.Context(), 2026, who, "T3", []tdkt.WorkItem{item("Tờ trình", 1, 10, 10, 10, 10, 1, 0), item("Đề án", 3, 1, 1, 1, 1, 0, 1)}); err != nil {
		t.Fatal(err)
	}
	m, _ := a.View().MarkOf(2026, who, "T3")
	// 13 units: quality 12.75, progress 12.25.
	if want := [6]int16{10000, 9808, 9423}; m.Shares != want || m.Self.Result != 6821 || m.State != tdkt.MarkUnsent {
		t.Errorf("%+v", m)
	}
	if err := a.SetWork(t.Context(), 2026, head, "T3", []tdkt.WorkItem{item("Tờ trình", 1, 10, 9, 9, 9, 0, 0)}); err != nil {
		t.Fatal(err)
	}
	if m, _ = a.View().MarkOf(2026, head, "T3"); m.Shares != [6]int16{9000, 9000, 9000} || m.Self.Result != 0 {
		t.Errorf("a leader without d, đ, e: %+v", m)
	}
	for want, items := range map[string][]tdkt.WorkItem{
		"không thể nhiều hơn số hoàn thành": {item("Tờ trình", 1, 10, 9, 10, 9, 0, 0)},
		"đơn vị quy đổi":                    {item("Tờ trình", 0, 10, 9, 9, 9, 0, 0)},
		"chưa có tên":                       {item(" ", 1, 10, 9, 9, 9, 0, 0)},
		"nhỏ hơn 0":                         {item("Tờ trình", 1, 10, -1, -1, -1, 0, 0)},
		"hai dòng":                          {item("Tờ trình", 1, 1, 1, 1, 1, 0, 0), item("Tờ trình", 1, 1, 1, 1, 1, 0, 0)},
		"ba lần":                            {item("Tờ trình", 1, 1, 4, 4, 4, 0, 0)},
	} {
		if err := a.SetWork(t.Context(), 2026, who, "T3", items); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(tdkt.Sentence(err, nil), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	if n := len(a.View().WorkOf(2026, who, "T3")); n != 2 {
		t.Errorf("%d pieces of work are left", n)
	}
	load(t, a, "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Tổng|Trạng thái\n=2026|CB001|T4|=90|khóa")
	if err := a.SetWork(t.Context(), 2026, who, "T4", []tdkt.WorkItem{item("Tờ trình", 1, 1, 1, 1, 1, 0, 0)}); !strings.Contains(tdkt.Sentence(err, nil), "đã khóa") {
		t.Errorf("locked: %v", err)
	}
}

// TestWorkListOfARoom: the list goes out as the second part of the room's sheet, comes back
// filled in, and makes the shares; a wrong line refuses its person alone; again nothing changes.
func TestWorkListOfARoom(t *testing.T) {
	a := open(t)
	load(t, a, workers)
	who, head := subject(t, a, "CB001").ID, subject(t, a, "CB002").ID
	if err := a.SetWork(t.Context(), 2026, who, "T3", []tdkt.WorkItem{item("Tờ trình", 1, 10, 10, 10, 10, 0, 0)}); err != nil {
		t.Fatal(err)
	}
	paths, err := papers.WritePeriodSheets(t.Context(), a, 2026, "T3", papers.Rooms(a.View(), 2026), t.TempDir())
	if err != nil || len(paths) != 1 {
		t.Fatalf("%v, %v", paths, err)
	}
	// The first six lines are Trần Thị Thử's, the next six her head's.
	work := func(row int, cells ...any) {
		typed := map[string]any{}
		for i, v := range cells {
			typed[fmt.Sprintf("%c%d", 'E'+i, row)] = v
		}
		sheettest.TypeOn(t, paths[0], 1, typed)
	}
	work(7, "Đề án", 3, 1, 1, 1, 1, 1, 0)
	work(12, "Chỉ đạo", 2, 5, 5, 5, 4, 0, 1)
	work(13, "Tờ trình", 1, 2, 3, 4, 3, 0, 0) // more good than done
	r := imports.PreviewPeriodSheets(t.Context(), a, paths)[0]
	if r.Problem != nil || len(r.Changed) != 1 || len(r.Refused) != 2 || !strings.Contains(r.Refused[0].Text, "nhiều hơn số hoàn thành") || r.Refused[0].Cell != "dòng 13" {
		t.Fatalf("%+v", r)
	}
	work(13, "Tờ trình", 1, 2, 3, 3, 3, 0, 0)
	sheettest.TypeInto(t, paths[0], map[string]any{"T7": 100, "U7": 50, "V7": 100, "F6": 5, "G6": 5, "H6": 2.5, "I6": 2.5, "J6": 2.5, "K6": 2.5, "L6": 2, "M6": 2, "N6": 2, "O6": 2, "P6": 28})
	list := imports.PreviewPeriodSheets(t.Context(), a, paths)
	if n, err := imports.TakePeriodSheets(t.Context(), a, list); err != nil || n != 2 {
		t.Fatalf("%d, %v; %+v", n, err, list[0])
	}
	m, _ := a.View().MarkOf(2026, who, "T3")
	if m.Shares != [6]int16{10000, 9423, 10000} || m.Self != (tdkt.Score{Common: 2800, Result: 6865, Total: 9665}) || m.State != tdkt.MarkSelf {
		t.Errorf("%+v", m)
	}
	if m, _ = a.View().MarkOf(2026, head, "T3"); m.Shares[3] != 10000 || m.Shares[4] != 5000 || len(a.View().WorkOf(2026, head, "T3")) != 2 {
		t.Errorf("the head: %+v", m)
	}
	again := imports.PreviewPeriodSheets(t.Context(), a, paths)[0]
	if len(again.Changed) != 0 || len(again.Refused) != 0 || again.Same != 2 {
		t.Errorf("again: %+v", again)
	}
	sheettest.TypeInto(t, paths[0], map[string]any{"Q6": 50})
	if r := imports.PreviewPeriodSheets(t.Context(), a, paths)[0]; len(r.Refused) != 1 || !strings.Contains(r.Refused[0].Text, "danh sách việc tính ra 100") {
		t.Errorf("a share beside the list: %+v", r.Refused)
	}
	sheettest.TypeInto(t, paths[0], map[string]any{"Q6": nil, "T7": 75})
	if r := imports.PreviewPeriodSheets(t.Context(), a, paths)[0]; len(r.Refused) != 1 || !strings.Contains(r.Refused[0].Text, "100% hoặc 50%") {
		t.Errorf("d of 75: %+v", r.Refused)
	}
	if _, err := a.LockPeriod(t.Context(), 2026, "", "T3"); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("own marks alone were locked: %v", err)
	}
}
