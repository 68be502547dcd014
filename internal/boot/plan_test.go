package boot_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/boot"
	"tdkt/internal/docx"
	"tdkt/internal/tdkt"
)

// letterhead is what Decree 30 puts over a plan and the text of the seed leaves out; the
// number and the day stay open there and here.
func letterhead() []string {
	return []string{
		"UBND TỈNH TÂY NINH", "SỞ NỘI VỤ",
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: …/KH-SNV", "Tây Ninh, ngày … tháng 01 năm 2023",
	}
}

// seedLines are the lines of the plan as it was issued, after its number and day; the
// marks of slanted and bold words are no part of them, and a base has a line of its own.
func seedLines(t *testing.T) []string {
	t.Helper()
	_, text, ok := strings.Cut(string(read(t, "../demo/data/plan-2023.txt")), "năm 2023\n")
	if !ok {
		t.Fatal("the text of the plan has no day")
	}
	text = strings.NewReplacer("*", "", "; Kế hoạch số 15", ";\nKế hoạch số 15").Replace(text)
	var lines []string
	for l := range strings.Lines(text) {
		if l = tdkt.Clean(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// TestPlanReadsLikeTheSeed: the plan of the sample, written as Word and read as a person
// reads it, is the seed line for line: every base, section, recipient and the signature,
// in order, nothing more and nothing less but the letterhead and, since the seed is not
// signed, the name of the department's signer.
func TestPlanReadsLikeTheSeed(t *testing.T) {
	a := sampled(t)
	plan := a.View().PlansOf(2023)[0]
	path := filepath.Join(t.TempDir(), "kế hoạch.docx")
	if err := papers.ExportPlan(t.Context(), a, plan, path); err != nil {
		t.Fatal(err)
	}
	got, err := docx.Paragraphs("kế hoạch.docx", read(t, path))
	if err != nil {
		t.Fatal(err)
	}
	want := append(append(letterhead(), seedLines(t)...), a.View().Org.Signer)
	if len(want) < 40 {
		t.Fatalf("the seed has %d lines", len(want))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-seed +written):\n%s", diff)
	}
	again, err := imports.ReadPlan(a, path, 2023)
	if err != nil {
		t.Fatal(err)
	}
	plan.Signer = a.View().Org.Signer
	if diff := cmp.Diff(plan, again, cmpopts.IgnoreFields(tdkt.Plan{}, "ID", "Kind")); diff != "" {
		t.Errorf("read back (-plan +again):\n%s", diff)
	}
}

// TestThemedPlanIsWritten: a year with a plan of its own and one with a theme writes each,
// under names that tell them apart.
func TestThemedPlanIsWritten(t *testing.T) {
	a, closeFile := open(t, boot.Options{Path: filepath.Join(t.TempDir(), "a.sotd"), Create: true})
	defer done(t, closeFile)
	for _, text := range []string{"KẾ HOẠCH\nCông tác thi đua\nI. Một\nVăn bản của năm", "KẾ HOẠCH\nThi đua cao điểm 100 ngày\nI. Một\nVăn bản chuyên đề"} {
		if _, err := a.SavePlan(t.Context(), imports.PlanFrom(a.View(), text, 2024)); err != nil {
			t.Fatal(err)
		}
	}
	list, err := papers.Documents(t.Context(), a, tdkt.YearEndRound(2024))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var plans []papers.Document
	for _, d := range list {
		if d.Plan != "" {
			plans = append(plans, d)
		}
	}
	paths, err := papers.ExportDocuments(t.Context(), a, tdkt.YearEndRound(2024), plans, dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) != 2 || !strings.Contains(paths[1], "Thi đua cao điểm 100 ngày") {
		t.Fatalf("written: %q", paths)
	}
	for i, want := range []string{"Văn bản của năm", "Văn bản chuyên đề"} {
		lines, err := docx.Paragraphs(paths[i], read(t, paths[i]))
		if err != nil || !strings.Contains(strings.Join(lines, "\n"), want) {
			t.Errorf("%s lacks %q (%v)", paths[i], want, err)
		}
	}
}

// TestPlanFileRefused: what cannot be read as a plan is refused in a sentence that names
// the file.
func TestPlanFileRefused(t *testing.T) {
	a, closeFile := open(t, boot.Options{Path: filepath.Join(t.TempDir(), "a.sotd"), Create: true})
	defer done(t, closeFile)
	dir := t.TempDir()
	for name, c := range map[string]struct{ text, want string }{
		"cu.doc":      {"\xd0\xcf\x11\xe0" + strings.Repeat("\x00", 600), "Word đời cũ"},
		"rong.docx":   {"", "không đúng dạng .docx"},
		"la.txt":      {"chỉ một dòng", "Chưa nhận ra mục nào"},
		"tcvn.txt":    {"K\xd5 ho\xb9ch", "Unicode"},
		"khong-co.md": {"", ""},
	} {
		path := filepath.Join(dir, name)
		if c.want != "" {
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := imports.ReadPlan(a, path, 2024)
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
