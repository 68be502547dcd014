package app_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/imports"
	"tdkt/internal/tdkt"
)

// TestImportMatches: a row that came without its decision number and comes again
// with it is the same award; two awards of one year told apart by their decisions
// stay two; an empty cell takes nothing away.
func TestImportMatches(t *testing.T) {
	a := open(t)
	load(t, a, people)
	steps := []struct {
		name, text string
		want       imports.ImportCount
		rows       int
	}{
		{"a first award without its decision", "[Khen thưởng]\nMã|Mã danh hiệu|Từ năm\nCB001|BKT|=2022", imports.ImportCount{New: 1}, 1},
		{"the decision is filled in", "[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định\nCB001|BKT|=2022|10/QĐ", imports.ImportCount{Changed: 1}, 1},
		{"another decision is another award", "[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định\nCB001|BKT|=2022|99/QĐ", imports.ImportCount{New: 1}, 2},
		{"both again, the other way round", "[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định\nCB001|BKT|=2022|99/QĐ\nCB001|BKT|=2022|10/QĐ", imports.ImportCount{Same: 2}, 2},
		{"a code in small letters is the same person", "[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị\ncb001|Trần Thị Thử|vp", imports.ImportCount{Same: 1}, 2},
	}
	for _, s := range steps {
		got := load(t, a, s.text)
		if d := cmp.Diff(s.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", s.name, d)
		}
		if len(a.View().Awards) != s.rows {
			t.Errorf("%s: %d awards, want %d", s.name, len(a.View().Awards), s.rows)
		}
	}
	p, _ := a.View().Facts.Person(subject(t, a, "CB001").ID)
	if p.Position != "Chuyên viên" {
		t.Errorf("an empty cell took the position away: %q", p.Position)
	}
}

// TestImportStale: a preview made before another change is not written.
func TestImportStale(t *testing.T) {
	a := open(t)
	plan := preview(t, a, people)
	load(t, a, "[Đơn vị]\nMã đơn vị|Tên đơn vị\nTT|Thanh tra")
	if err := imports.Import(t.Context(), a, plan, false); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("err = %v", err)
	}
	if n := len(a.View().People); n != 0 {
		t.Errorf("%d people were written", n)
	}
}

// TestImportNeverOpensBooks: an unmarked book in a file leaves a closed book closed.
func TestImportNeverOpensBooks(t *testing.T) {
	a := open(t)
	load(t, a, "[Chốt sổ]\nNăm|Đăng ký|Xếp loại\n=2023|x|x")
	load(t, a, "[Chốt sổ]\nNăm|Đăng ký|Sáng kiến\n=2023||x")
	y := a.View().YearOf(2023)
	if !y.IsClosed(tdkt.PledgeBook) || !y.IsClosed(tdkt.RatingBook) || !y.IsClosed(tdkt.InitiativeBook) || y.IsClosed(tdkt.TitleBook) {
		t.Errorf("books = %+v", y.Closed)
	}
}

// TestTickNestedNeed: a tick written under the title that shows the need counts for
// the title that owns it, and an unknown need is refused with the known ones.
func TestTickNestedNeed(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Tiêu chí định tính]\nNăm|Mã|Mã danh hiệu|Tiêu chí|Kết quả\n=2023|CB001|CSTDCS|LDTT.pham-chat|đạt")
	r, err := a.View().Explain(2023, subject(t, a, "CB001"), "LDTT")
	if err != nil {
		t.Fatal(err)
	}
	if r.ManualOpen != 0 {
		t.Errorf("the tick does not count: %+v", r)
	}
	plan := preview(t, a, "[Tiêu chí định tính]\nNăm|Mã|Mã danh hiệu|Tiêu chí|Kết quả\n=2023|CB001|LDTT|khong-co|đạt")
	if len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, "pham-chat") || plan.Refused[0].Cell != "D2" {
		t.Errorf("refused = %v", plan.Refused)
	}
}

// TestOwnExportChangesNothing: a revoked award and its second giving without a number
// come back from the program's own workbook as they were.
func TestOwnExportChangesNothing(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định|Đã hủy\nCB001|CSTDCS|=2022|01/QĐ|x\nCB001|CSTDCS|=2022||\nCB002|LDTT|=2022||x\nCB002|LDTT|=2022|7/QĐ|")
	load(t, a, "[Sáng kiến]\nNăm|Mã cán bộ|Tên|Phạm vi|Số quyết định\n=2022|CB001|Tra cứu nhanh|Cơ sở|5/QĐ\n=2022|CB001|Tra cứu nhanh|Cơ sở|")
	before := imports.Exchange(a.View())
	path := filepath.Join(t.TempDir(), "xuat.xlsx")
	if err := imports.ExportWorkbook(t.Context(), a, path); err != nil {
		t.Fatal(err)
	}
	plan, err := imports.PreviewWorkbook(t.Context(), a, path)
	if err != nil {
		t.Fatal(err)
	}
	if n := plan.Totals(); n.New+n.Changed != 0 {
		t.Errorf("the own export again: %+v %+v", n, plan.Lines)
	}
	if err := imports.Import(t.Context(), a, plan, false); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(before, imports.Exchange(a.View())); d != "" {
		t.Errorf("facts (-before +after):\n%s", d)
	}
}

// TestImportWords: the preview speaks words: books by name, points as people write
// them; a likely correction of an old row is pointed out.
func TestImportWords(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Xếp loại]\nNăm|Mã|Mức|Điểm\n=2023|CB001|HTT|=85\n[Chốt sổ]\nNăm|Đăng ký\n=2023|x\n[Sáng kiến]\nNăm|Mã cán bộ|Tên|Phạm vi\n=2023|CB001|Tra cứu nhanh|Cơ sở")
	plan := preview(t, a, "[Xếp loại]\nNăm|Mã|Mức|Điểm\n=2023|CB001|HTT|=92.5\n[Chốt sổ]\nNăm|Đăng ký|Xếp loại\n=2023|x|x\n[Sáng kiến]\nNăm|Mã cán bộ|Tên|Phạm vi\n=2023|CB001|Tra cứu nhanh|Tỉnh")
	var diffs []string
	for _, l := range plan.Lines {
		diffs = append(diffs, l.Diff)
	}
	want := []string{"điểm: 85 thành 92,5", "", "sổ đã chốt: sổ đăng ký thành sổ đăng ký, sổ xếp loại"}
	if d := cmp.Diff(want, diffs); d != "" {
		t.Errorf("differences (-want +got):\n%s", d)
	}
	if len(plan.Warnings) != 1 || !strings.Contains(plan.Warnings[0].Text, "gần giống") {
		t.Errorf("warnings = %v", plan.Warnings)
	}
}

// TestImportWholePerson: days that are wrong only together with what is known are
// refused; a shared CCCD is pointed out.
func TestImportWholePerson(t *testing.T) {
	a := open(t)
	load(t, a, "[Đơn vị]\nMã đơn vị|Tên đơn vị\nVP|Văn phòng\n[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Ngày vào làm|Số CCCD\nCB001|Trần Thị Thử|VP|01/02/2015|003180000001")
	plan := preview(t, a, "[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Ngày thôi việc\nCB001|Trần Thị Thử|VP|01/05/2010")
	if len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, "đứng trước") {
		t.Errorf("refused = %v", plan.Refused)
	}
	plan = preview(t, a, "[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Số CCCD\nCB002|Lê Văn Nghiệm|VP|003180000001")
	if len(plan.Refused) != 0 || len(plan.Warnings) != 1 || strings.Contains(plan.Warnings[0].Text, "003180000001") {
		t.Errorf("refused = %v, warnings = %v", plan.Refused, plan.Warnings)
	}
}
