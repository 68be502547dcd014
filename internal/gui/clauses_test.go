package gui

import (
	"strings"
	"testing"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/plantext"
	"tdkt/internal/uitest"
)

// clause says where a clause of the plan is carried: a page, and words of a record that
// must stand there.
type clause struct{ tab, page, words string }

// clauses are the places that carry the department's plan of 2023, clause by clause.
func clauses() map[string][]clause {
	return map[string][]clause{
		"I.1":   {{tabPlans, "Điển hình", "Nhặt được ví tiền"}, {tabPlans, "Nhiệm vụ", "Phát động đợt cao điểm"}},
		"I.2":   {{tabPlans, "Nhiệm vụ", "Quán triệt mục đích, yêu cầu"}},
		"II.1":  {{tabPlans, "Hoạt động", "tuyên truyền"}, {tabPlans, "Nhiệm vụ", "tư tưởng Thi đua ái quốc"}},
		"II.2":  {{tabPlans, "Phong trào", "chào mừng 75 năm"}},
		"II.3":  {{tabPlans, "Phong trào", "Chương trình công tác năm 2023"}, {tabPlans, "Nhiệm vụ", "đơn giản hóa thủ tục"}},
		"II.4":  {{tabPlans, "Phong trào", "văn hóa công sở"}},
		"II.5":  {{tabPlans, "Điển hình", "điển hình tiên tiến"}},
		"III.1": {{tabPlans, "Hoạt động", "Phổ biến Luật Thi đua, khen thưởng"}},
		"III.2": {{tabPlans, "Nhiệm vụ", "Tăng khen thưởng chuyên đề, đột xuất"}},
		"III.3": {{tabPlans, "Hoạt động", "tập huấn"}},
		"III.4": {{tabPlans, "Hoạt động", "Kiểm tra công tác thi đua"}},
		"III.5": {{tabPlans, "Nhiệm vụ", "Giải quyết đơn thư"}},
		"IV.1":  {{tabPlans, "Hoạt động", "phát động"}, {tabPledges, "Phiếu và giao ước", "19/01/2023"}},
		"IV.2":  {{tabPlans, "Nhiệm vụ", "Sơ kết phong trào thi đua 6 tháng"}, {tabPlans, "Phong trào", "hoàn thành xuất sắc Chương trình công tác"}},
		"IV.3":  {{tabEvaluations, "Xếp loại, sáng kiến", "Xếp loại"}},
		"IV.4":  {{tabPledges, "Phiếu và giao ước", "Văn phòng"}},
		"IV.5":  {{tabPlans, "Nhiệm vụ", "Đào tạo, bồi dưỡng"}},
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
		for _, at := range places[name] {
			page := clause{tab: at.tab, page: at.page}
			if _, ok := seen[page]; !ok {
				seen[page] = read(b, tabs[at.tab], at.page)
			}
			if !strings.Contains(seen[page], at.words) {
				t.Errorf("clause %s: the page %s of %s does not show %q", name, at.page, at.tab, at.words)
			}
		}
	}
}

// read is what a page of the sample says.
func read(b *guitest.Bench, tab *desk.Pages, page string) string {
	b.Show(tab)
	tab.Goto(desk.Place{Page: page})
	tab.Refresh()
	return uitest.Text(b.Window.Canvas())
}
