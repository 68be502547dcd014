package boot_test

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// written is the text of every file of the submission folder of the sample's 2023, by the
// name without its number and ending.
func written(t *testing.T) (map[string]string, *app.App) {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(exported(t), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name := filepath.Base(path)
		text, ending := "", filepath.Ext(name)
		switch ending {
		case ".xlsx":
			text = sheettest.Read(t, path)
		case ".docx":
			text = wordText(t, path)
		}
		if _, after, ok := strings.Cut(name, ". "); ok {
			name = after
		}
		files[strings.TrimSuffix(strings.TrimSuffix(name, ending), " (DỰ THẢO)")] = text
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, sampled(t)
}

// exported is the folder of the sample, made once.
func exported(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if submission == nil {
		a := sampled(t)
		made, err := papers.ExportFolder(t.Context(), a, draft(), dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := a.Store.History(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			submissionSaid = append(submissionSaid, e.Words)
		}
		submission = inMemory(t, made)
		return made
	}
	if err := os.CopyFS(dir, submission); err != nil {
		t.Fatal(err)
	}
	return dir
}

// submission is the folder of exported, once it was made, and submissionSaid what the
// history of the file it was made from says.
var (
	submission     fs.FS
	submissionSaid []string
)

// draft is the sample's folder, in which the self-check finds something to put right.
func draft() papers.Outgoing { return papers.Outgoing{Round: tdkt.YearEndRound(2023), Draft: true} }

func wordText(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	in, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(strings.ReplaceAll(string(raw), "</w:p>", "\n"), "")
}

// byTitle reads the headings of a list: how many subjects of each title it says it has.
func byTitle(text string) map[string]int {
	out := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^(?:[IVX]+\. )?(.+) \((\d+) (tập thể|cá nhân)(?:;.*)?\)$`).FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[2])
		out[tdkt.Fold(m[1])+", "+m[3]] = n
	}
	return out
}

func sum(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// TestTotalsOfTheSample compares the totals across all files of the folder: title by
// title in the lists, the conditions, the votes, the notice, the request and the decision;
// the rows the index promises; the money in the table and in the decision; and that one
// who is on a list is in every file that should name him, spelt the same.
func TestTotalsOfTheSample(t *testing.T) {
	files, a := written(t)
	lists := byTitle(files["Danh sách đề nghị tập thể"])
	for _, name := range []string{"Danh sách đề nghị cá nhân", "Danh sách kèm theo Quyết định"} {
		for title, n := range byTitle(files[name]) {
			lists[title] += n
		}
	}
	if len(lists) < 6 || sum(lists) < 50 {
		t.Fatalf("the lists say %v", lists)
	}
	notice, request, decision := byTitle(files["Thông báo kết quả xét"]), byTitle(files["Tờ trình"]), byTitle(files["Quyết định khen thưởng"])
	if d := cmp.Diff(lists, notice); d != "" {
		t.Errorf("lists and notice:\n%s", d)
	}
	for title, n := range decision {
		request[title] += n
	}
	if d := cmp.Diff(lists, request); d != "" {
		t.Errorf("lists, and request with decision:\n%s", d)
	}
	conditions, votes := byTitle(files["Tổng hợp điều kiện"]), byTitle(files["Kiểm phiếu toàn bộ"])
	if d := cmp.Diff(conditions, votes); d != "" {
		t.Errorf("conditions and votes:\n%s", d)
	}
	for title, n := range lists { // whom the Council turned down is in the vote alone
		if conditions[title] < n {
			t.Errorf("%s: %d on the list, %d in the vote", title, n, conditions[title])
		}
	}
	rows := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^\d+\|\d+\. (.+?)(?: \(DỰ THẢO\))?\.xlsx\|.*\|(\d+)$`).FindAllStringSubmatch(files["Mục lục và tự kiểm tra"], -1) {
		rows[m[1]], _ = strconv.Atoi(m[2])
	}
	if rows["Danh sách đề nghị tập thể"]+rows["Danh sách đề nghị cá nhân"]+rows["Danh sách kèm theo Quyết định"] != sum(lists) || rows["Tổng hợp điều kiện"] != sum(conditions) {
		t.Errorf("the index promises %v; the lists have %d rows, the conditions %d", rows, sum(lists), sum(conditions))
	}
	money(t, files)
	names(t, files, a)
	pledged(t, files, rows)
}

// pledged is the same in the table of pledges, in the pacts of all rooms and in the index;
// so are the initiatives and those who were rated.
func pledged(t *testing.T, files map[string]string, rows map[string]int) {
	t.Helper()
	table := regexp.MustCompile(`Tổng cộng: (\d+) \(.*?\) tập thể và (\d+) \(.*?\) cá nhân đăng ký`).FindStringSubmatch(files["Bảng đăng ký thi đua"])
	made := regexp.MustCompile(`Tổng cộng: (\d+) \(.*?\) sáng kiến`).FindStringSubmatch(files["Tổng hợp sáng kiến"])
	if table == nil || made == nil {
		t.Fatalf("pledges %v, initiatives %v", table, made)
	}
	pacts := 0
	for _, m := range regexp.MustCompile(`Tổng số: (\d+) cá nhân đăng ký`).FindAllStringSubmatch(files["Giao ước thi đua"], -1) {
		pacts += dong(m[1])
	}
	if units, people := dong(table[1]), dong(table[2]); pacts != people || rows["Bảng đăng ký thi đua"] != units+people || people == 0 {
		t.Errorf("%d people and %d units pledged; the pacts have %d people, the index promises %d", people, units, pacts, rows["Bảng đăng ký thi đua"])
	}
	if rows["Tổng hợp sáng kiến"] != dong(made[1]) {
		t.Errorf("%s initiatives, the index promises %d", made[1], rows["Tổng hợp sáng kiến"])
	}
	if plan := files["Kế hoạch"]; !strings.Contains(plan, "năm 2023") {
		t.Error("the plan is not of the year")
	}
}

// money is the same in the table, in its words, and in the decision for its own level.
func money(t *testing.T, files map[string]string) {
	t.Helper()
	table, paper := files["Kinh phí khen thưởng"], files["Quyết định khen thưởng"]
	own := regexp.MustCompile(`CẤP QUYẾT ĐỊNH: SỞ\n(?s:.*?)Cộng mục I\|+([\d,]+)`).FindStringSubmatch(table)
	told := regexp.MustCompile(`tổng số tiền thưởng: ([\d.]+) đồng`).FindStringSubmatch(paper)
	if own == nil || told == nil || dong(own[1]) != dong(told[1]) {
		t.Errorf("money in the table %v, in the decision %v", own, told)
	}
	levels := 0
	for _, m := range regexp.MustCompile(`Cộng mục [IVX]+\|+([\d,]+)`).FindAllStringSubmatch(table, -1) {
		levels += dong(m[1])
	}
	total := regexp.MustCompile(`Tổng số tiền: ([\d.]+) đồng`).FindStringSubmatch(table)
	if total == nil || dong(total[1]) != levels || levels == 0 {
		t.Errorf("the levels add up to %d, the total is %v", levels, total)
	}
}

func dong(text string) int {
	n, _ := strconv.Atoi(strings.NewReplacer(".", "", ",", "").Replace(text))
	return n
}

func names(t *testing.T, files map[string]string, a *app.App) {
	t.Helper()
	checked := 0
	for _, n := range a.View().Nominations {
		name := a.View().Facts.NameOf(n.Subject)
		list := files["Danh sách đề nghị cá nhân"] + files["Danh sách đề nghị tập thể"] + files["Danh sách kèm theo Quyết định"]
		if n.Year != 2023 || !strings.Contains(list, name) {
			continue
		}
		checked++
		for _, file := range []string{"Tổng hợp điều kiện", "Kiểm phiếu toàn bộ", "Biên bản họp Hội đồng", "Thông báo kết quả xét", "Kinh phí khen thưởng"} {
			if !strings.Contains(files[file], name) {
				t.Errorf("%s is on the list but not in “%s”", name, file)
			}
		}
		if !strings.Contains(files["Tờ trình"]+files["Quyết định khen thưởng"], name) {
			t.Errorf("%s is neither in the request nor in the decision", name)
		}
	}
	if checked < 50 {
		t.Errorf("only %d names were looked for", checked)
	}
}
