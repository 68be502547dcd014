package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestWhyPrints: every year of the sample prints, one subject prints, and nothing is
// left beside the file.
func TestWhyPrints(t *testing.T) {
	a := sample(t)
	dir := t.TempDir()
	for year := 2019; year <= 2024; year++ {
		n, err := papers.ExportWhyAll(t.Context(), a, year, filepath.Join(dir, fmt.Sprintf("%d.pdf", year)))
		if err != nil || n == 0 {
			t.Fatalf("%d: %d pages, %v", year, n, err)
		}
	}
	q := law.Question{Year: 2023, Subject: subject(t, a, "CB001"), Title: "LDTT"}
	one := filepath.Join(dir, "một.pdf")
	for range 2 { // the second time over the first
		if err := papers.ExportWhy(t.Context(), a, q, one); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(one)
	if err != nil || !strings.HasPrefix(string(got), "%PDF-") {
		t.Errorf("the file begins with %.8q, %v", got, err)
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 7 {
		t.Errorf("%d files in the folder, %v; want 7", len(files), err)
	}
}

// TestWhyRefused: a folder that is not there and a year nobody stands for are told in
// a sentence.
func TestWhyRefused(t *testing.T) {
	a := sample(t)
	q := law.Question{Year: 2023, Subject: subject(t, a, "CB001"), Title: "LDTT"}
	err := papers.ExportWhy(t.Context(), a, q, filepath.Join(t.TempDir(), "không có", "a.pdf"))
	if err == nil || !strings.Contains(err.Error(), "Không ghi được") {
		t.Errorf("a missing folder: %v", err)
	}
	empty := open(t)
	if _, err := papers.ExportWhyAll(t.Context(), empty, 2023, filepath.Join(t.TempDir(), "a.pdf")); err == nil || !strings.Contains(err.Error(), "chưa có ai được đề nghị") {
		t.Errorf("an empty year: %v", err)
	}
}

// TestSince: a nomination as it stands has nothing to tell; a rating taken for another,
// a hold and other rules are told, and so is a nomination that kept nothing.
func TestSince(t *testing.T) {
	a := open(t)
	load(t, a, people+`[Xếp loại]
Năm|Mã|Mức
2024|CB001|HTT
`)
	s := subject(t, a, "CB001")
	if _, err := a.Nominate(t.Context(), 2024, "LDTT", []tdkt.Subject{s}); err != nil {
		t.Fatal(err)
	}
	n, ok := a.View().NominationOf(2024, s, "LDTT")
	if !ok {
		t.Fatal("nobody was nominated")
	}
	since := func(n tdkt.Nomination) string {
		t.Helper()
		list, err := a.View().Since(n)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(list, "\n")
	}
	if got := since(n); got != "" {
		t.Errorf("at once: %s", got)
	}
	load(t, a, `[Xếp loại]
Năm|Mã|Mức
2024|CB001|HT
[Tạm dừng]
Mã|Từ ngày|Lý do
CB001|01/10/2024|Thanh tra
`)
	n.Checksum = "0000000000000000"
	got := since(n)
	for _, want := range []string{
		"Bộ quy tắc luat-06-2022 đã được sửa",
		"Kết luận: khi đề nghị là đủ, nay là không đủ.",
		"nay đang tạm dừng xét",
		"khi đề nghị đạt, nay không đạt. Khi đề nghị: năm 2024: hoàn thành tốt nhiệm vụ. Nay: năm 2024: hoàn thành nhiệm vụ.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("not told: %s\ngot:\n%s", want, got)
		}
	}
	n.Findings = ""
	if got := since(n); !strings.Contains(got, "không lưu kết quả xét") {
		t.Errorf("kept nothing: %s", got)
	}
	n.Findings = "{"
	if _, err := a.View().Since(n); err == nil {
		t.Error("damaged findings were read as if whole")
	}
}
