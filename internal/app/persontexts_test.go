package app_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
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
		if err := a.ExportWorkbook(t.Context(), whole); err != nil {
			t.Fatal(err)
		}
		b := open(t)
		plan, err := b.PreviewWorkbook(t.Context(), whole)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Import(t.Context(), plan, false); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a.View().Exchange(), b.View().Exchange()); diff != "" {
			t.Errorf("%s there and back:\n%s", text.Label, diff)
		}
		for _, head := range append([]string{text.Label}, text.Heads...) {
			plan := staff(t, a, "[DS]\nMã|Họ tên|Đơn vị|"+head+"\nCB002|Lê Văn Nghiệm|Văn phòng|Phường Mới", app.StaffImport{})
			if n := plan.Totals(); n.Changed != 1 || !strings.Contains(plan.Lines[0].Diff, text.Words+": (trống) thành Phường Mới") {
				t.Errorf("%s by a list, under “%s”: %+v %v", text.Label, head, plan.Lines, plan.Refused)
			}
		}
		if card := strings.Join(a.View().CardOf(tdkt.PersonSubject(p.ID)).Facts, "\n"); !strings.Contains(card, text.Label+": Xã Thử") {
			t.Errorf("%s is not on the life sheet:\n%s", text.Label, card)
		}
		q := a.View().People[1]
		*text.Of(&q) = " Phường  Khác "
		if err := a.SavePeople(t.Context(), []tdkt.Person{q}); err != nil {
			t.Fatal(err)
		}
		j, err := a.View().PlanJoin(p.ID, q.ID)
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
