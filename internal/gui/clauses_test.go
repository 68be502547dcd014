package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/plantext"
	"tdkt/internal/uitest"
)

// clause says where a clause of the plan is carried: a page, and words of a record that
// must stand there.
type clause struct{ tab, page, words string }

// clauses are the places that carry the department's plan of 2023, clause by clause. The
// plan counts five duties with dashes under IV; the second sentence of the fourth, which
// gives Party, directors and union their parts, stands here as IV.6.
func clauses() map[string][]clause {
	tasks := func(words string) clause { return clause{tabPlans, "Nhiệm vụ", words} }
	return map[string][]clause{
		"I.1":   {{tabPlans, "Điển hình", "Nhặt được ví tiền"}, tasks("Phát động đợt cao điểm thi đua")},
		"I.2":   {tasks("Quán triệt mục đích, yêu cầu thi đua")},
		"II.1":  {{tabPlans, "Hoạt động", "Thi đua ái quốc"}, tasks("Tuyên truyền tư tưởng Thi đua ái quốc")},
		"II.2":  {{tabPlans, "Phong trào", "Lập thành tích chào mừng 75 năm Ngày Chủ tịch Hồ Chí Minh"}, tasks("Hưởng ứng phong trào chào mừng 75 năm")},
		"II.3":  {{tabPlans, "Phong trào", "Thi đua hoàn thành xuất sắc Chương trình công tác năm 2023"}, tasks("Rà soát, đơn giản hóa thủ tục hành chính")},
		"II.4":  {{tabPlans, "Phong trào", "thi đua thực hiện văn hóa công sở"}, tasks("Chấm điểm phong trào văn hóa công sở")},
		"II.5":  {{tabPlans, "Điển hình", "Ba năm liền có sáng kiến"}, tasks("Phát hiện, bồi dưỡng gương điển hình")},
		"III.1": {{tabPlans, "Hoạt động", "Phổ biến Luật Thi đua, khen thưởng"}, tasks("Phổ biến văn bản pháp luật")},
		"III.2": {tasks("Tăng khen thưởng chuyên đề, đột xuất"), {tabPlans, "Điển hình", "đột xuất"}},
		"III.3": {{tabPlans, "Hoạt động", "Tập huấn nghiệp vụ"}, tasks("Cử công chức dự lớp tập huấn nghiệp vụ")},
		"III.4": {{tabPlans, "Hoạt động", "Kiểm tra công tác thi đua"}, tasks("Kiểm tra công tác thi đua, khen thưởng giữa năm")},
		"III.5": {{tabReports, "Khiếu nại", "Nội dung liên quan đến hồ sơ"}, tasks("Giải quyết đơn thư về thi đua")},
		"IV.1":  {{tabPlans, "Hoạt động", "phát động"}, {tabPledges, "Phiếu và giao ước", "19/01/2023"}, tasks("Tổ chức phát động đăng ký thi đua")},
		"IV.2":  {tasks("Sơ kết phong trào thi đua 6 tháng"), {tabPledges, "Danh hiệu đăng ký", "Đã đăng ký 58/60"}},
		"IV.3":  {{tabEvaluations, "Xếp loại, sáng kiến", "Hoàn thành tốt nhiệm vụ"}},
		"IV.4":  {{tabPledges, "Phiếu và giao ước", "đã ký giao ước 9/9"}},
		"IV.5":  {tasks("Đào tạo, bồi dưỡng nghiệp vụ chuyên môn")},
		"IV.6":  {{tabAwards, "Hội đồng", "Tổng số thành viên có quyền biểu quyết: 9"}, tasks("Họp Hội đồng Thi đua – Khen thưởng Sở")},
	}
}

// clausesOf names the innermost clauses of a plan: I.1 … III.5, and IV.1 … for dashes.
func clausesOf(b *guitest.Bench) []string {
	var out []string
	dashes := map[string]int{}
	for _, l := range plantext.Leaves(b.App.View().PlansOf(guitest.Year)[0].Sections) {
		path := l.Path
		if !strings.Contains(path, ".") {
			dashes[path]++
			path = path + "." + string(rune('0'+dashes[path]))
		}
		out = append(out, path)
	}
	return out
}

// TestEveryClauseHasItsPlace: whoever opens the sample finds every clause of the plan
// carried by a record on a page. A clause without a place, or a place whose record is
// gone, is a promise of the plan that the program does not keep.
func TestEveryClauseHasItsPlace(t *testing.T) {
	b := guitest.Open(t)
	places := clauses()
	names := clausesOf(b)
	names = append(names, "IV.6")
	if len(names) != len(places) {
		t.Errorf("the plan has %d clauses, %d have places", len(names), len(places))
	}
	p := &Program{ctx: b.Desk.Ctx, ui: b.UI, Window: b.Window}
	s := &shell{p: p, desk: b.Desk}
	tabs := map[string]*desk.Pages{}
	for _, tab := range s.makeTabs() {
		tab.OnTurn(nil)
		tabs[tab.Name()] = tab
	}
	seen := map[clause]string{}
	for _, name := range names {
		if len(places[name]) == 0 {
			t.Errorf("clause %s has no place", name)
		}
		for _, at := range places[name] {
			page := clause{tab: at.tab, page: at.page}
			if _, ok := seen[page]; !ok {
				seen[page] = read(b, tabs[at.tab], at.page)
			}
			if !strings.Contains(seen[page], at.words) {
				t.Errorf("clause %s: the page %s of %s does not show %q:\n%s", name, at.page, at.tab, at.words, seen[page])
			}
		}
	}
}

// read is what a page of the sample says.
func read(b *guitest.Bench, tab *desk.Pages, page string) string {
	b.Show(tab)
	b.Window.Resize(fyne.NewSize(1366, 1600)) // every row is on the screen
	tab.Goto(desk.Place{Page: page})
	tab.Refresh()
	return uitest.Text(b.Window.Canvas())
}
