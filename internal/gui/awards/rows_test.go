package awards

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// some is a row of each sort, by what its name says.
func some() []row {
	result := func(a law.Answer, hold bool, open int) law.Result {
		return law.Result{Answer: a, Hold: hold, ManualOpen: open}
	}
	return []row{
		{name: "đủ", res: result(law.Yes, false, 0)},
		{name: "đủ, đề nghị", res: result(law.Yes, false, 1), named: true, nomination: tdkt.Nomination{State: tdkt.Proposed}},
		{name: "đủ, tạm dừng", res: result(law.Yes, true, 0)},
		{name: "thiếu", res: result(law.Unknown, false, 2)},
		{name: "không", res: result(law.No, false, 0), given: true},
	}
}

func names(rows []row) []string {
	out := []string{}
	for _, r := range rows {
		out = append(out, r.name)
	}
	return out
}

// TestInGroup: each choice of the filter shows the rows its word promises.
func TestInGroup(t *testing.T) {
	tests := map[string][]string{
		wordAllRows:     names(some()),
		wordOnlyYes:     {"đủ", "đủ, đề nghị", "đủ, tạm dừng"},
		wordOnlyUnknown: {"thiếu"},
		wordOnlyNo:      {"không"},
		wordOnlyHold:    {"đủ, tạm dừng"},
		wordOnlyManual:  {"đủ, đề nghị", "thiếu"},
		wordOnlyNamed:   {"đủ, đề nghị"},
		wordOnlyGiven:   {"không"},
	}
	for _, word := range groupWords() {
		t.Run(word, func(t *testing.T) {
			if d := cmp.Diff(tests[word], names(inGroup(some(), word))); d != "" {
				t.Errorf("rows (-want +got):\n%s", d)
			}
		})
	}
}

// TestAllowed: a button is there only for rows it can do something with.
func TestAllowed(t *testing.T) {
	rows := some()
	tests := []struct {
		name string
		page page
		rows []row
		want may
	}{
		{"nobody", page{}, nil, may{}},
		{"may get it", page{}, rows[:1], may{nominate: true, record: true}},
		{"proposed", page{}, rows[1:2], may{move: true, record: true}},
		{"both", page{}, rows[:2], may{nominate: true, move: true, record: true}},
		{"may not", page{}, rows[4:], may{record: true}},
		{"the book is closed", page{closed: true}, rows[:1], may{nominate: true}},
		{"the year is locked", page{locked: true}, rows[:2], may{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, allowed(&test.page, test.rows), cmp.AllowUnexported(may{})); d != "" {
				t.Errorf("buttons (-want +got):\n%s", d)
			}
		})
	}
}

// TestDoubts: what stands against a proposal is counted before it is made.
func TestDoubts(t *testing.T) {
	rows := some()
	tests := []struct {
		name string
		rows []row
		want string
	}{
		{"none", rows[:2], ""},
		{"on hold", rows[:3], "1 đang tạm dừng xét"},
		{"data missing", rows[3:4], "1 thiếu dữ liệu"},
		{"both", rows, "1 thiếu dữ liệu và 1 đang tạm dừng xét"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, doubts(test.rows)); d != "" {
				t.Errorf("doubts (-want +got):\n%s", d)
			}
		})
	}
}

// TestState: a hold is never shown as good, and never as a no; nor is what somebody is
// still to judge green.
func TestState(t *testing.T) {
	want := []kit.Tone{kit.GoodTone, kit.WarnTone, kit.WaitTone, kit.WarnTone, kit.BadTone}
	for i, r := range some() {
		if got := r.state().tone; got != want[i] {
			t.Errorf("%s: tone %v, want %v", r.name, got, want[i])
		}
	}
	if got := (row{res: law.Result{Answer: law.Yes, ManualOpen: 1}}).state(); got.tone != kit.WarnTone {
		t.Errorf("đủ with a judgement open is %+v", got)
	}
}

// TestTotals counts what is shown.
func TestTotals(t *testing.T) {
	want := "đề nghị 1 · tạm dừng 1"
	if d := cmp.Diff(want, totals(some())); d != "" {
		t.Errorf("totals (-want +got):\n%s", d)
	}
}

// TestReasons: in each alternative what stands against the title is read first, each
// with its article and whether that was checked.
func TestReasons(t *testing.T) {
	res := law.Result{Findings: []law.Finding{
		{Need: "a", Answer: law.Yes, Why: "Điều một.", Cite: "Luật Điều 1", Mark: "V", Seen: "có"},
		{Need: "b", Answer: law.Manual, Why: "Điều hai.", Cite: "Luật Điều 2", Mark: "V"},
		{Need: "c", Answer: law.No, Why: "Điều ba.", Cite: "Luật Điều 3", Mark: "V2", Seen: "năm 2023: không có"},
		{Need: "d", Answer: law.Yes, Why: "Điều bốn.", Cite: "Luật Điều 4", Mark: "V", Seen: "có", Way: "Cách 1"},
		{Need: "e", Answer: law.Unknown, Why: "Điều năm.", Cite: "Luật Điều 5", Mark: "V", Seen: "chưa nhập", Way: "Cách 2"},
	}}
	want := `Bà Thử
1. Không đủ: Điều ba.
   Thực tế: Năm 2023: không có. Căn cứ: Luật Điều 3 (chưa kiểm chứng).
2. Chờ đánh giá: Điều hai.
   Thực tế: Chưa có dữ liệu. Căn cứ: Luật Điều 2.
3. Đủ: Điều một.
   Thực tế: Có. Căn cứ: Luật Điều 1.
Cách 1
4. Đủ: Điều bốn.
   Thực tế: Có. Căn cứ: Luật Điều 4.
Cách 2
5. Thiếu dữ liệu: Điều năm.
   Thực tế: Chưa nhập. Căn cứ: Luật Điều 5.`
	if d := cmp.Diff(want, plain("Bà Thử", reasons(res))); d != "" {
		t.Errorf("reasons (-want +got):\n%s", d)
	}
}

// TestHeadline: the answer comes first, the hold and the open judgements beside it.
func TestHeadline(t *testing.T) {
	r := row{name: "Bà Thử", unit: "Văn phòng", res: law.Result{
		Answer: law.Yes, Hold: true, ManualOpen: 2, Findings: []law.Finding{
			{Need: "a", Answer: law.Yes}, {Need: "b", Answer: law.Manual}, {Need: "c", Answer: law.Manual},
		},
	}}
	want := "Đủ nếu được đánh giá đạt, đang tạm dừng xét, còn 2 tiêu chí chờ đánh giá – Bà Thử, Văn phòng – LĐTT"
	if d := cmp.Diff(want, headline(r, "LĐTT")); d != "" {
		t.Errorf("headline (-want +got):\n%s", d)
	}
}
