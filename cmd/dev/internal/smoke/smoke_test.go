package smoke

import (
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestUnread: accents, case and spaces that a reader of pictures gets wrong do not count,
// a word that is not there does.
func TestUnread(t *testing.T) {
	read := "Năm 2023\n1.Kế hoạch 2.Nhânsự\nXuất hố sơ trình"
	got := unread("Năm Kế hoạch Nhân sự Xuất hồ sơ Hoàn tác", read)
	if d := cmp.Diff([]string{"Hoàn", "tác"}, got); d != "" {
		t.Errorf("unread (-want +got)\n%s", d)
	}
}

// TestTally: tests within tests count, and what failed or was skipped keeps its reason.
func TestTally(t *testing.T) {
	const text = "=== RUN   TestA\r\n--- PASS: TestA (0.00s)\r\n" +
		"=== RUN   TestB\r\n=== RUN   TestB/x\r\n    b_test.go:7: not so\r\n--- FAIL: TestB (0.10s)\r\n    --- FAIL: TestB/x (0.00s)\r\n" +
		"=== RUN   TestC\r\n    c_test.go:9: no such right on Windows\r\n--- SKIP: TestC (0.00s)\r\n" +
		"=== RUN   TestD\r\n=== RUN   TestD/x\r\n    d_test.go:3: no such name\r\n=== RUN   TestD/y\r\n--- PASS: TestD (0.00s)\r\n" +
		"    --- SKIP: TestD/x (0.00s)\r\n    --- PASS: TestD/y (0.00s)\r\nFAIL\r\n"
	sum, notes := tally(text)
	if d := cmp.Diff(Counts{Passed: 3, Failed: 2, Skipped: 2}, sum); d != "" {
		t.Errorf("sums (-want +got)\n%s", d)
	}
	want := []string{
		"--- FAIL: TestB (0.10s)", "--- FAIL: TestB/x (0.00s)", "    b_test.go:7: not so",
		"--- SKIP: TestC (0.00s)", "    c_test.go:9: no such right on Windows",
		"--- SKIP: TestD/x (0.00s)", "    d_test.go:3: no such name",
	}
	if d := cmp.Diff(want, notes); d != "" {
		t.Errorf("notes (-want +got)\n%s", d)
	}
}

// TestParseUsage: the name of a program may hold spaces and brackets.
func TestParseUsage(t *testing.T) {
	const stat = "77 (a (b) c) S 1 77 77 0 -1 4194560 100 0 0 0 250 50 0 0 20 0 12 0 999 400000 3 1 1 1"
	got, err := parseUsage(stat)
	want := used{busy: 3 * time.Second, memory: 3 * os.Getpagesize()}
	if err != nil || got != want {
		t.Errorf("usage %+v, %v, want %+v", got, err, want)
	}
	if _, err := parseUsage("77 (a) S 1"); err == nil {
		t.Error("took a line without numbers")
	}
}
