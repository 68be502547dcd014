package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app/imports"
	"tdkt/internal/tdkt"
)

const marked = "[Đơn vị]\nMã đơn vị|Tên đơn vị\nVP|Văn phòng\n\n[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Đối tượng|Ngày vào làm\n" +
	"CB001|Trần Thị Thử|VP|công chức|01/01/2020\nCB002|Lê Văn Viên|VP|viên chức|01/08/2026\n\n"

// TestImportPeriods: marks of months come in by every way they are written, and the same
// file again changes nothing.
func TestImportPeriods(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	sheet := "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Điểm chung|Điểm kết quả|Tổng|Trạng thái\n" +
		"=2026|CB001|T1|=28|=62.5||\n=2026|CB001|Tháng 2|||90,5|khóa\n=2026|CB001|3|=27.5||=90|tự chấm\n=2026|CB002|Quý III|=30|=70|=100|đã xác nhận\n=2026|CB001|T4||||chưa gửi\n" +
		"\n[Nhóm nhiệm vụ]\nMã|Nhóm|Từ năm\nCB001|tham mưu|=2026\n\n[Kỷ luật]\nMã cán bộ|Hình thức|Ngày quyết định|Loại kỷ luật\nCB001|Khai trừ|12/06/2026|đảng\n" +
		"\n[Căn cứ xếp loại]\nNăm|Mã|Khóa|Giá trị\n=2026|VP|nv-vuot|=35\n=2026|CB001|suy-thoai|có\n"
	if got := load(t, a, sheet); got.New != 9 || got.Changed != 0 {
		t.Errorf("first: %+v", got)
	}
	if got := load(t, a, sheet); got.Same != 9 {
		t.Errorf("again: %+v", got)
	}
	v := a.View()
	want := map[tdkt.Period]tdkt.Score{"T1": {Common: 2800, Result: 6250, Total: 9050}, "T2": {Total: 9050}, "Q3": {Common: 3000, Result: 7000, Total: 10000}}
	for _, m := range v.Marks {
		if s, ok := want[m.Period]; ok && (m.Head != s || !m.State.Counts()) {
			t.Errorf("%s: %+v", m.Period, m)
		}
		if m.Period == "T3" && (m.Self != tdkt.Score{Common: 2750, Result: 6250, Total: 9000} || m.State != tdkt.MarkSelf) {
			t.Errorf("own marks: %+v", m)
		}
	}
	if len(v.Marks) != 5 || v.Duties[0].Group != "tham mưu" || v.Disciplines[0].Kind != tdkt.ByParty || len(v.RatingFacts) != 2 {
		t.Errorf("%d marks, duties %+v, disciplines %+v, facts %+v", len(v.Marks), v.Duties, v.Disciplines, v.RatingFacts)
	}
	ex := imports.Exchange(v)
	if len(ex.Periods) != 5 || len(ex.Duties) != 1 || ex.Disciplines[0].Kind != tdkt.ByParty || ex.RatingFacts[1].Words != "35" {
		t.Errorf("written again: %+v %+v %+v", ex.Periods, ex.Duties, ex.RatingFacts)
	}
}

// TestImportPeriodsRefused: what cannot be a mark or a rating is refused with a sentence, at
// the number and just below it.
func TestImportPeriodsRefused(t *testing.T) {
	const head = "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Điểm chung|Điểm kết quả|Tổng|Trạng thái\n"
	const rated = "[Xếp loại]\nNăm|Mã|Mức|Điểm\n"
	for text, want := range map[string]string{
		head + "=2026|CB001|T1|=30.01|=60||":                             "vượt tối đa 30",
		head + "=2026|CB001|T1|=30|=70.01||":                             "vượt tối đa 70",
		head + "=2026|CB001|T1|||=120|":                                  "vượt tối đa 100",
		head + "=2026|CB001|T1|=28|=60|=90|":                             "không bằng",
		head + "=2026|CB001|T1|=28|||":                                   "một trong hai phần",
		head + "=2026|CB001|T1||||":                                      "không có điểm",
		head + "=2026|VP|T1|||=90|":                                      "cần mã cán bộ",
		head + "=2024|CB001|T1|||=90|":                                   "không chấm điểm theo tháng",
		head + "=2026|CB002|T7|||=90|":                                   "không công tác trong tháng 7",
		head + "=2026|CB001|T1|||=90|chưa gửi":                           "chưa gửi",
		rated + "=2026|CB001|HTXS|=75":                                   "ứng với mức hoàn thành tốt",
		rated + "=2026|CB001|HTXS|=89.99":                                "ứng với mức hoàn thành tốt",
		rated + "=2026|CB001|HTXS|=120":                                  "vượt thang 100",
		rated + "=2026|CB001|HTXS|=100.01":                               "vượt thang 100",
		rated + "=2026|VP|HTXS|=75":                                      "ứng với mức hoàn thành tốt",
		"[Căn cứ xếp loại]\nNăm|Mã|Khóa|Giá trị\n=2026|VP|nv-vuot|=101":  "từ 0 đến 100",
		"[Căn cứ xếp loại]\nNăm|Mã|Khóa|Giá trị\n=2026|VP|la|=1":         "không phải là căn cứ",
		"[Căn cứ xếp loại]\nNăm|Mã|Khóa|Giá trị\n=2026|CB001|nv-cham|=1": "không phải là căn cứ",
	} {
		a := open(t)
		load(t, a, marked)
		plan := preview(t, a, text)
		err := plan.Refusal()
		if err == nil || !strings.Contains(problems(plan), want) {
			t.Errorf("%q: %v, %s; want %q", text, err, problems(plan), want)
		}
		for _, p := range plan.Refused {
			if p.Sheet == "" || p.Cell == "" {
				t.Errorf("%q: no place: %+v", text, p)
			}
		}
	}
	for _, text := range []string{
		head + "=2026|CB001|T1|=30|=70|=100|", head + "=2026|CB001|T1|=0|=0|=0|", rated + "=2026|CB001|HTXS|=90", rated + "=2026|CB001|HTT|=89.99",
	} {
		a := open(t)
		load(t, a, marked)
		if plan := preview(t, a, text); plan.Refusal() != nil {
			t.Errorf("%q was refused: %s", text, problems(plan))
		}
	}
}

// TestImportLocked: a locked month takes the same points again and no others.
func TestImportLocked(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	const head = "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Điểm chung|Điểm kết quả|Tổng|Trạng thái\n"
	load(t, a, head+"=2026|CB001|T1|||=90|khóa")
	if plan := preview(t, a, head+"=2026|CB001|T1|||=91|"); !strings.Contains(problems(plan), "đã khóa") {
		t.Errorf("a locked month took other points: %s", problems(plan))
	}
	if got := load(t, a, head+"=2026|CB001|T1|||=90|"); got.Same != 1 {
		t.Errorf("the same points: %+v", got)
	}
}

func problems(p *imports.ImportPlan) string {
	var out []string
	for _, x := range p.Refused {
		out = append(out, x.Text)
	}
	return strings.Join(out, "\n")
}
