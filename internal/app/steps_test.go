package app_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/reports"
	"tdkt/internal/tdkt"
)

// stepWords is the way of a year as the rail shows it, with the state of each step.
func stepWords(steps []reports.YearStep) []string {
	signs := map[reports.YearStepState]string{reports.StepToCome: "○ ", reports.StepNow: "◉ ", reports.StepLate: "✗ ", reports.StepDone: "● "}
	out := make([]string, len(steps))
	for i, s := range steps {
		out[i] = signs[s.State] + s.Words()
	}
	return out
}

// TestStepsEmpty: a new file begins with its people.
func TestStepsEmpty(t *testing.T) {
	got := reports.YearSteps(t.Context(), open(t).View(), 2023, tdkt.Date(2023, 12, 18))
	if d := cmp.Diff([]string{"◉ Nhân sự: chưa có cán bộ nào"}, stepWords(got)); d != "" {
		t.Errorf("steps (-want +got):\n%s", d)
	}
}

// TestSteps: the sample's year on a day of December, and the year after it, whose book of
// pledges is open: each step says how far it is and leads to the first who lacks it.
func TestSteps(t *testing.T) {
	a := sample(t)
	v := a.View()
	on := tdkt.Date(2023, 12, 18)
	got := reports.YearSteps(t.Context(), v, 2023, on)
	want := []string{
		"✗ Kế hoạch: 3 việc trễ", "● Đăng ký 58/60", "● Đánh giá 60/60", "● Xét điều kiện",
		"● Hội đồng", "● Trình", "● Quyết định", "● Tổng kết",
	}
	if d := cmp.Diff(want, stepWords(got)); d != "" {
		t.Errorf("2023 (-want +got):\n%s", d)
	}
	for _, s := range reports.YearSteps(t.Context(), v, 2025, on) {
		if s.Missing && (s.At == reports.AtPledges || s.At == reports.AtRatings) && s.Subject.ID == "" {
			t.Errorf("%s lacks somebody and leads to nobody: %+v", s.Name, s)
		}
	}
	late := reports.YearSteps(t.Context(), v, 2025, tdkt.Date(2026, 2, 1))
	if late[0].State != reports.StepLate {
		t.Errorf("a year that is over with nothing done: %v", stepWords(late))
	}
}
