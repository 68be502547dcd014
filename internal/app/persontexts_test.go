package app_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/imports"
	"tdkt/internal/app/reports"
	"tdkt/internal/tdkt"
)

// TestPersonTexts: each field of plain text goes the whole way, whichever they are: in by
// the exchange workbook and by a list of staff under any of its headers, out by the
// workbook, onto the life sheet, into the history's words and beside its like in a join.
func TestPersonTexts(t *testing.T) {
	t.Parallel()
	for _, text := range tdkt.PersonTexts() {
		a := open(t)
		load(t, a, strings.ReplaceAll(people, "Chức vụ\nCB001|Trần Thị Thử|VP|Chuyên viên", "Chức vụ|"+text.Label+"\nCB001|Trần Thị Thử|VP|Chuyên viên|Xã Thử"))
		p := a.View().People[0]
		if got := *text.Of(&p); got != "Xã Thử" {
			t.Fatalf("%s by the workbook: %q", text.Label, got)
		}
		whole := filepath.Join(t.TempDir(), "so.xlsx")
		if err := imports.ExportWorkbook(t.Context(), a, whole); err != nil {
			t.Fatal(err)
		}
		b := open(t)
		plan, err := imports.PreviewWorkbook(t.Context(), b, whole)
		if err != nil {
			t.Fatal(err)
		}
		if err := imports.Import(t.Context(), b, plan, false); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(imports.Exchange(a.View()), imports.Exchange(b.View())); diff != "" {
			t.Errorf("%s there and back:\n%s", text.Label, diff)
		}
		for _, head := range append([]string{text.Label}, text.Heads...) {
			plan := staff(t, a, "[DS]\nMã|Họ tên|Đơn vị|"+head+"\nCB002|Lê Văn Nghiệm|Văn phòng|Phường Mới", imports.StaffImport{})
			if n := plan.Totals(); n.Changed != 1 || !strings.Contains(plan.Lines[0].Diff, text.Words+": (trống) thành Phường Mới") {
				t.Errorf("%s by a list, under “%s”: %+v %v", text.Label, head, plan.Lines, plan.Refused)
			}
		}
		if card := strings.Join(reports.CardOf(a.View(), tdkt.PersonSubject(p.ID)).Facts, "\n"); !strings.Contains(card, text.Label+": Xã Thử") {
			t.Errorf("%s is not on the life sheet:\n%s", text.Label, card)
		}
		q := a.View().People[1]
		*text.Of(&q) = " Phường  Khác "
		if err := a.SavePeople(t.Context(), []tdkt.Person{q}); err != nil {
			t.Fatal(err)
		}
		j, err := imports.PlanJoin(a.View(), p.ID, q.ID)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, c := range j.Clashes {
			found = found || c.What == text.Label && c.Kept == "Xã Thử" && c.Lost == "Phường Khác"
		}
		if !found {
			t.Errorf("%s is not beside its like in a join: %+v", text.Label, j.Clashes)
		}
	}
}
