package app_test

import (
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/imports"
	"tdkt/internal/tdkt"
)

// TestWorkbookNames: a row may name a person or a unit by name or CCCD; several years may
// stand in one cell; a decision with its day too; the name beside a code is compared.
func TestWorkbookNames(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Xếp loại]\nNăm*|Mã*|Mức*\n=2024|Trần Thị Thử|HTT\n2021, 2022|CB002|HTXS\n[Khen thưởng]\nMã*|Mã danh hiệu*|Từ năm*|Số quyết định|Ngày quyết định\nTrần Thị Thử|CSTDCS|2021, 2022|12/QĐ|3/2/2024\nCB002|LDTT|2019-2023||\nCB001|BKT|=2023|QĐ số 12/QĐ-UBND ngày 3/2/2024|ngày 3/2/2024\nVăn phòng|TTLDTT|=2023||")
	v := a.View()
	if len(v.Ratings) != 3 || len(v.Awards) != 5 {
		t.Fatalf("%d ratings, %d awards", len(v.Ratings), len(v.Awards))
	}
	for _, w := range v.Awards {
		switch {
		case w.Code == "BKT" && (w.Decision != "12/QĐ-UBND" || w.Date != tdkt.Date(2024, 2, 3)):
			t.Errorf("decision = %+v", w)
		case w.Code == "LDTT" && (w.From != 2019 || w.To != 2023):
			t.Errorf("years = %+v", w)
		}
	}
	path := filepath.Join(t.TempDir(), "chép.xlsx")
	if err := imports.ExportWorkbook(t.Context(), a, path); err != nil {
		t.Fatal(err)
	}
	plan, err := imports.PreviewWorkbook(t.Context(), a, path)
	if err != nil || plan.Totals().New+plan.Totals().Changed != 0 || len(plan.Warnings) != 0 {
		t.Errorf("the own export again: %v %+v", err, plan)
	}
	plan = preview(t, a, "[Xếp loại]\nNăm|Mã|Họ và tên|Mức\n=2020|CB001|Lê Văn Nghiệm|HTT\n=2020|Người Không Có|x|HTT")
	if len(plan.Refused) != 1 || len(plan.Warnings) != 1 || !strings.Contains(plan.Warnings[0].Text, "là của Trần Thị Thử") {
		t.Errorf("refused %v, warnings %v", plan.Refused, plan.Warnings)
	}
}

// TestWorkbookPoints: a level that contradicts its points is refused; points alone follow
// the scale of the year.
func TestWorkbookPoints(t *testing.T) {
	a := open(t)
	plan := preview(t, a, people+"[Xếp loại]\nNăm|Mã|Mức|Điểm\n=2026|CB001|HTT|=45\n=2026|CB002||=92")
	if len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, "45") {
		t.Errorf("refused = %v", plan.Refused)
	}
	found := false
	for _, l := range plan.Lines {
		found = found || l.Sheet == tdkt.SheetRatings && strings.Contains(l.What, "2026: HTXS")
	}
	if !found {
		t.Errorf("lines = %+v", plan.Lines)
	}
	if plan := preview(t, a, people+"[Xếp loại]\nNăm|Mã|Mức|Điểm\n=2019|CB001||=92"); len(plan.Refused) != 1 {
		t.Errorf("a year without a scale: %v", plan.Refused)
	}
}
