package pages

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/plans"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// The outline holds every word of the plan once per level, in order.
func TestPlansOutline(t *testing.T) {
	b := guitest.Empty(t)
	_, err := b.App.SavePlan(t.Context(), tdkt.Plan{
		Year: guitest.Year, Kind: plantext.Yearly, Issuer: "SỞ NỘI VỤ",
		Title: "Công tác năm", Bases: []tdkt.Basis{{Text: "Căn cứ A"}}, Closing: "Hết.", Recipients: []string{"UBND tỉnh;"}, SignerRole: "PHÓ GIÁM ĐỐC",
		Sections: []tdkt.Section{{Mark: "I", Heading: "Mục đích", Body: []string{"Đoạn mở."}, Children: []tdkt.Section{
			{Mark: "1", Heading: "Yêu cầu", Body: []string{"Đoạn một.", "Đoạn hai."}},
			{Mark: "-", Body: []string{"Gạch đầu dòng.", "Nối tiếp."}},
		}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	b.Show(plans.New(b.Desk, func(string) {}))
	beside, ok := uitest.Find(b.Window.Canvas(), func(r *widget.RichText) bool { return r.Wrapping == fyne.TextWrapWord })
	if !ok {
		t.Fatalf("no text of the plan:\n%s", uitest.Text(b.Window.Canvas()))
	}
	outline := b.List(t, "Mục của kế hoạch")
	want := []string{
		"Căn cứ và mở đầu: KẾ HOẠCH/Công tác năm/Căn cứ A",
		"I. Mục đích: I. Mục đích/Đoạn mở./1. Yêu cầu/Đoạn một./Đoạn hai./- Gạch đầu dòng./Nối tiếp.",
		"   1. Yêu cầu: 1. Yêu cầu/Đoạn một./Đoạn hai.",
		"   - Gạch đầu dòng.: - Gạch đầu dòng./Nối tiếp.",
		"Kết thúc, nơi nhận, người ký: Hết./Nơi nhận:/- UBND tỉnh;/PHÓ GIÁM ĐỐC",
	}
	var got []string
	for i := range outline.Len() {
		outline.Go(i, "")
		got = append(got, outline.Rows()[i][0]+": "+strings.ReplaceAll(strings.TrimSpace(uitest.TextOf(beside)), "\n", "/"))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("outline (-want +got):\n%s", d)
	}
}

// A year without a plan points to the years that have one, the last first.
func TestPlansEmptyText(t *testing.T) {
	b := guitest.Empty(t)
	for _, year := range []int{2022, 2023} {
		if _, err := b.App.SavePlan(t.Context(), tdkt.Plan{Year: year, Kind: plantext.Yearly, Title: "Công tác năm", Issuer: "SỞ NỘI VỤ", Sections: []tdkt.Section{{Mark: "I", Heading: "Mục đích"}}}); err != nil {
			t.Fatal(err)
		}
	}
	b.Desk.Choose(2024, "")
	b.Show(plans.New(b.Desk, func(string) {}))
	says(t, b, "Chưa có kế hoạch thi đua năm 2024 trong sổ. Sổ đang có kế hoạch của các năm: 2023, 2022. Hãy chọn năm ở phía trên, hoặc bấm “Lập kế hoạch”.")
}

// The seed's plan opens on its bases; a click on a section shows it
// whole; a year without a plan says where there is one.
func TestPlansReadPlan(t *testing.T) {
	b := guitest.Open(t)
	tab := plans.New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	for _, want := range []string{"Chỉ thị số 01/CT-UBND", "KH-SNV", "II. Những nội dung trọng tâm trong năm 2023"} {
		if text := uitest.Text(c); !strings.Contains(text, want) {
			t.Errorf("the plan lacks %q:\n%s", want, text)
		}
	}
	uitest.Tap(t, c, "2. Yêu cầu")
	if text := uitest.Text(c); !strings.Contains(text, "thực hành tiết kiệm") {
		t.Errorf("the section does not open:\n%s", text)
	}
	b.Desk.Choose(2021, "")
	tab.Refresh()
	if text := uitest.Text(c); !strings.Contains(text, "kế hoạch của các năm: 2023") {
		t.Errorf("a year without a plan:\n%s", text)
	}
	b.Desk.Choose(guitest.Year, "")
	tab.Refresh()
	if text := uitest.Text(c); !strings.Contains(text, "thực hành tiết kiệm") {
		t.Errorf("coming back lost the place:\n%s", text)
	}
}

// One action and a look make the plan of 2024; one undo takes it back.
func TestPlansNextYear(t *testing.T) {
	b := guitest.Open(t)
	tab := plans.New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	b.Desk.Choose(2024, "")
	tab.Refresh()
	uitest.Tap(t, c, "Lập kế hoạch")
	uitest.Keys(c, "Return") // the first way: from the year before
	looks(t, b, "plans/next")
	uitest.Tap(t, c, "Ghi")
	if text := uitest.Text(c); !strings.Contains(text, "Công tác thi đua, khen thưởng năm 2024") {
		t.Fatalf("no plan of 2024:\n%s", text)
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := b.App.View().PlansOf(2024); len(got) != 0 {
		t.Errorf("after undo: %d plans", len(got))
	}
}

// A section is changed, added inside, moved and removed; each is one
// step in the history, and the words around it stay.
func TestPlansEditSections(t *testing.T) {
	b := guitest.Open(t)
	tab := plans.New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "2. Yêu cầu")
	uitest.More(t, c, "Sửa mục")
	uitest.Keys(c, "Tab", "Ctrl+A")
	uitest.Type(t, c, "Yêu cầu chung")
	uitest.Keys(c, "Return")
	uitest.More(t, c, "Chuyển lên")
	uitest.More(t, c, "Thêm mục")
	uitest.Keys(c, "Tab", "Tab")
	uitest.Type(t, c, "Phạm vi")
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, "III. Giải pháp thực hiện")
	uitest.More(t, c, "Xóa mục")
	uitest.Keys(c, "Return")
	lines := plantext.Lines(b.App.View().PlansOf(2023)[0].Sections)
	var heads []string
	for _, l := range lines {
		if len(l) < 80 {
			heads = append(heads, l)
		}
	}
	want := []string{
		"I. Mục đích, yêu cầu", "1. Yêu cầu chung", "2. Phạm vi", "3. Mục đích",
		"II. Những nội dung trọng tâm trong năm 2023", "III. Tổ chức thực hiện",
	}
	if d := cmp.Diff(want, heads); d != "" {
		t.Errorf("headings (-want +got):\n%s\n%s", d, uitest.Text(c))
	}
}

// A text without sections is refused in a sentence; a whole one is
// shown before it is written, as a plan with a theme where the year has its own.
func TestPlansPasteText(t *testing.T) {
	b := guitest.Open(t)
	tab := plans.New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	take := func(text string) {
		uitest.Tap(t, c, "Lập kế hoạch")
		uitest.Keys(c, "Down", "Return") // the second way: a text
		fyne.CurrentApp().Clipboard().SetContent(text)
		uitest.Keys(c, "Ctrl+V")
	}
	take("chỉ một dòng")
	uitest.Tap(t, c, "Xem trước")
	if text := uitest.Text(c); !strings.Contains(text, "Chưa nhận ra mục nào") {
		t.Fatalf("a text without sections:\n%s", text)
	}
	uitest.Keys(c, "Escape", "Escape")
	take("KẾ HOẠCH\nPhong trào xanh\nCăn cứ Kế hoạch năm;\nI. Mục đích\nSạch, đẹp.\nNơi nhận:\n- UBND tỉnh.")
	uitest.Tap(t, c, "Xem trước")
	looks(t, b, "plans/read")
	uitest.Tap(t, c, "Ghi")
	plans := b.App.View().PlansOf(2023)
	if len(plans) != 2 || plans[1].Kind != plantext.Themed || plans[1].Issuer != "SỞ NỘI VỤ" {
		t.Errorf("plans of 2023: %+v", plans)
	}
}

// A base that ended is told in the text of the plan.
func TestPlansBases(t *testing.T) {
	b := guitest.Open(t)
	tab := plans.New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	uitest.More(t, c, "Căn cứ…")
	uitest.Keys(c, "Right")
	uitest.Type(t, c, "31/12/2023")
	uitest.Keys(c, "Return", "Escape")
	if text := uitest.Text(c); !strings.Contains(text, "(hết hiệu lực từ 31/12/2023)") {
		t.Errorf("the plan does not say that its base ended:\n%s", text)
	}
}

// The plan shown is written as Word where the person says and opened; a
// Word file makes the plan of another year, shown before it is written.
func TestPlansExportWord(t *testing.T) {
	b := guitest.Open(t)
	opened := ""
	tab := plans.New(b.Desk, func(path string) { opened = path })
	b.Show(tab)
	c := b.Window.Canvas()
	path := filepath.Join(t.TempDir(), "kế hoạch")
	b.Files.Paths = []string{path, path + ".docx"}
	uitest.Tap(t, c, "Xuất Word")
	if opened != path+".docx" {
		t.Fatalf("opened %q:\n%s", opened, uitest.Text(c))
	}
	b.Desk.Choose(2025, "")
	tab.Refresh()
	uitest.Tap(t, c, "Lập kế hoạch")
	uitest.Keys(c, "Return") // no plan of the year before: a Word file comes first
	if text := uitest.Text(c); !strings.Contains(text, "4 mục lớn, 2 căn cứ, 5 nơi nhận") {
		t.Fatalf("the file is not shown:\n%s", text)
	}
	uitest.Tap(t, c, "Ghi")
	if got := b.App.View().PlansOf(2025); len(got) != 1 || len(got[0].Sections) != 4 {
		t.Errorf("plans of 2025: %+v", got)
	}
}
