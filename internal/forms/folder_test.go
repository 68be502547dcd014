package forms

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tdkt/assets"
	"tdkt/internal/columns"
	"tdkt/internal/dossier"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// withDocuments adds the documents of the year to the sample's submission.
func withDocuments(tb testing.TB) *dossier.Submission {
	tb.Helper()
	s := demoSubmission(tb, 2023)
	for kind, part := range map[letters.Kind]dossier.Part{
		letters.Proposal: dossier.UpPart, letters.Decision: dossier.OwnPart, letters.Notice: dossier.HousePart, letters.Minutes: dossier.HousePart,
	} {
		file, err := assets.Templates.ReadFile("templates/" + string(kind) + ".docx")
		if err != nil {
			tb.Fatal(err)
		}
		s.Enclosures = append(s.Enclosures, dossier.Enclosure{Part: part, Name: string(kind) + ".docx", Content: func(context.Context) ([]byte, error) {
			var buf bytes.Buffer
			err := letters.Write(&buf, kind, letters.Template{Name: string(kind), File: file}, letters.Input{Submission: s.For(part)})
			return buf.Bytes(), err
		}})
	}
	return s
}

// keptPaper is an enclosure with bytes that must be those of its checksum.
func keptPaper() dossier.Enclosure {
	const content = "nội dung"
	sum := sha256.Sum256([]byte(content))
	return dossier.Enclosure{
		Part: dossier.UpPart, Folder: "Giấy tờ kèm theo", Name: "báo cáo.pdf", SHA256: hex.EncodeToString(sum[:]),
		Content: func(context.Context) ([]byte, error) { return []byte(content), nil },
	}
}

// words is the text of a Word document, or of every cell of a workbook.
func words(tb testing.TB, path string) string {
	tb.Helper()
	if filepath.Ext(path) == ".xlsx" {
		return dump(tb, path)
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer z.Close()
	in := must(z.Open("word/document.xml"))
	var buf bytes.Buffer
	must(buf.ReadFrom(in))
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(strings.ReplaceAll(buf.String(), "</w:p>", "\n"), "")
}

// numbers finds the numbers that a text states in a way.
func numbers(tb testing.TB, text, pattern string) []int {
	tb.Helper()
	found := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if found == nil {
		tb.Fatalf("nothing like %q in:\n%.2000s", pattern, text)
	}
	var list []int
	for _, digits := range found[1:] {
		list = append(list, must(strconv.Atoi(strings.ReplaceAll(digits, ".", ""))))
	}
	return list
}

// The totals that different files of one folder state are the same totals: those of the
// lists, those the higher level decides and those the department decides add up, and the
// money in the decision is that of its lines.
func TestTotalsOfTheFolder(t *testing.T) {
	dir, s := sampleFolder(t)
	read := func(name string) string { return words(t, filepath.Join(dir, name)) }
	const listed = `Danh sách có (\d+) .*?lượt, (\d+) `
	units, people := numbers(t, read("2. Trình tỉnh/2. Danh sách đề nghị tập thể.xlsx"), listed), numbers(t, read("2. Trình tỉnh/3. Danh sách đề nghị cá nhân.xlsx"), listed)
	const counted = `cho (\d+) tập thể \(.*?\) và (\d+) cá nhân.*?gồm (\d+) lượt`
	up, own := numbers(t, read("2. Trình tỉnh/to-trinh.docx"), counted), numbers(t, read("1. Sở quyết định/quyet-dinh.docx"), counted)
	told := numbers(t, read("Nội bộ/thong-bao.docx"), `Tổng số: (\d+) tập thể \(.*?\) và (\d+) cá nhân \(.*?\), (\d+) lượt`)
	if lines := units[0] + people[0]; up[2] != lines || up[0] != units[1] || up[1] != people[1] {
		t.Errorf("the lists have %d lines for %d and %d; the tờ trình has %v", lines, units[1], people[1], up)
	}
	if told[2] != up[2]+own[2] {
		t.Errorf("tờ trình %d, quyết định %d, thông báo %d", up[2], own[2], told[2])
	}
	decision := read("1. Sở quyết định/quyet-dinh.docx")
	sum := 0
	for _, m := range regexp.MustCompile(`(?m)^(\d+(?:\.\d{3})+)$`).FindAllStringSubmatch(decision, -1) {
		sum += must(strconv.Atoi(strings.ReplaceAll(m[1], ".", "")))
	}
	if total := numbers(t, decision, `tổng số tiền thưởng là ([\d.]+) đồng`)[0]; total != sum || sum == 0 {
		t.Errorf("the decision pays %d, its lines %d", total, sum)
	}
	minutes := read("Nội bộ/bien-ban.docx")
	for _, n := range s.Nominees {
		if !strings.Contains(minutes, n.Name) {
			t.Errorf("the minutes do not name %s", n.Name)
		}
	}
}

// The manifest lists every file but itself with its checksum; the zip holds the same files.
func TestManifestAndZip(t *testing.T) {
	s := fixture()
	s.Enclosures = []dossier.Enclosure{keptPaper()}
	dir, err := WriteSubmission(t.Context(), t.TempDir(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(must(os.ReadFile(filepath.Join(dir, filepath.FromSlash(manifestPath(s))))))), "\n")
	if len(lines) != len(plan(s)) {
		t.Errorf("%d lines:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	for _, line := range lines {
		sum, name, _ := strings.Cut(line, "  ")
		got := sha256.Sum256(must(os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))))
		if hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s is not %s", name, sum)
		}
	}
	for _, want := range []string{".zip", "-2.zip"} {
		packed, err := Zip(t.Context(), dir)
		if err != nil || packed != dir+want {
			t.Fatalf("%s, %v", packed, err)
		}
		z := must(zip.OpenReader(packed))
		if len(z.File) != len(lines)+1 {
			t.Errorf("%d files in the zip, %d in the manifest", len(z.File), len(lines))
		}
		if err := z.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A paper that is not what was kept, a document that cannot be filled, and a place that
// cannot be written leave nothing behind.
func TestNothingHalf(t *testing.T) {
	changed := keptPaper()
	changed.Content = func(context.Context) ([]byte, error) { return []byte("nội dung khác"), nil }
	gone := keptPaper()
	gone.Content = func(context.Context) ([]byte, error) {
		return nil, tdkt.Errorf(tdkt.Invalid, "Nội dung của tệp đính kèm “báo cáo.pdf” không còn trong sổ.")
	}
	for why, e := range map[string]dossier.Enclosure{"không giống": changed, "không còn trong sổ": gone} {
		parent := t.TempDir()
		s := fixture()
		s.Enclosures = []dossier.Enclosure{e}
		if _, err := WriteSubmission(t.Context(), parent, s, nil); err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%s: %v", why, err)
		}
		if left := must(os.ReadDir(parent)); len(left) > 0 {
			t.Errorf("%s: left %v", why, left)
		}
	}
	parent := filepath.Join(t.TempDir(), "tệp")
	if err := os.WriteFile(parent, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteSubmission(t.Context(), parent, fixture(), nil); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("a file for a folder: %v", err)
	}
}

// A layout that ships for another province's lists prints every field, and its formulas hold.
func TestOtherColumns(t *testing.T) {
	s := demoSubmission(t, 2023)
	carried := strings.NewReplacer(`tap-the = "chuẩn, tập thể"`, `tap-the = "phần mềm, tập thể"`, `ca-nhan = "chuẩn, cá nhân"`, `ca-nhan = "phần mềm, cá nhân"`)
	var err error
	if s.Columns, err = columns.Read("thử.toml", []byte(carried.Replace(string(columns.Carried())))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	if err := Write(t.Context(), path, Nominations, s); err != nil {
		t.Fatal(err)
	}
	checkFormulas(t, path)
	text := dump(t, path)
	for _, want := range []string{"| Mã phân loại tập thể", "| Giới tính", "| Nữ\n", "| Sở Nội vụ tỉnh Tây Ninh"} {
		if !strings.Contains(text, want) {
			t.Errorf("the lists lack %q", want)
		}
	}
	if !regexp.MustCompile(`\| \d\d/\d\d/19\d\d`).MatchString(text) {
		t.Error("no date of birth is printed")
	}
}

// Progress is told to the end, and never backwards.
func TestProgressCoversTheEnclosures(t *testing.T) {
	s := fixture()
	s.Enclosures = []dossier.Enclosure{keptPaper()}
	var told []string
	last := -1
	_, err := WriteSubmission(t.Context(), t.TempDir(), s, func(done, total int, what string) {
		if done < last {
			t.Errorf("%d after %d", done, last)
		}
		last = done
		told = append(told, fmt.Sprintf("%d/%d %s", done, total, what))
	})
	if err != nil || len(told) == 0 || told[len(told)-1] != fmt.Sprintf("%[1]d/%[1]d ", len(plan(s))+1) {
		t.Errorf("%v, %v", told, err)
	}
}
