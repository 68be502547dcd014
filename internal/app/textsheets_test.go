package app_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/boot"
	"tdkt/internal/dossier"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// roomSheet writes the sheets of the rooms of 2023 and returns the one of a room.
func roomSheet(t *testing.T, a *app.App, room string) string {
	t.Helper()
	paths, err := imports.WriteTextSheets(t.Context(), a, tdkt.YearEndRound(2023), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		if strings.Contains(p, room) {
			return p
		}
	}
	t.Fatalf("no sheet of %s: %q", room, paths)
	return ""
}

// fillTexts writes cells of the sheet: what a line of a heading of somebody says, by its column.
func fillTexts(t *testing.T, path string, set func(name, part string) (column, text string)) {
	t.Helper()
	sheettest.Edit(t, path, tdkt.SheetTexts, func(row int, cells []string) map[string]string {
		if row < 6 || len(cells) < 5 {
			return nil
		}
		column, text := set(cells[4], cells[1])
		if column == "" {
			return nil
		}
		return map[string]string{column: text}
	})
}

// What a room fills in comes back matched: texts of reports, facts of people, the room's votes
// and minutes; the report is whole then, the minutes print the votes, and the same sheet again
// changes nothing.
func TestTextSheetComesBack(t *testing.T) {
	a := sample(t)
	path := roomSheet(t, a, "Tổ chức biên chế")
	fillTexts(t, path, func(_, part string) (string, string) {
		switch {
		case part == "hp-phieu":
			return "I", "5/6"
		case part == "hp-co-mat":
			return "I", "6"
		case strings.HasPrefix(part, "person:"):
			return "I", "Mẫu " + part
		}
		return "I", "Lời của " + part + ".\nDòng hai."
	})
	list, err := imports.PreviewReports(t.Context(), a, []string{path, path})
	if err != nil || list[0].Problem != nil || list[1].Problem != nil {
		t.Fatalf("%v, %v", err, list)
	}
	if len(list[0].Changed) < 20 || len(list[1].Changed) != 0 && len(list[1].Notes) == 0 {
		t.Fatalf("%d changed, then %d with %d notes", len(list[0].Changed), len(list[1].Changed), len(list[1].Notes))
	}
	if n, err := a.TakeReports(t.Context(), list[:1]); err != nil || n < 20 {
		t.Fatalf("took %d, %v", n, err)
	}
	rows, err := papers.Papers(t.Context(), a, 2023)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(rows, func(r dossier.PaperRow) bool { return r.Code == "CB020" && r.Report != nil })
	if at < 0 || !rows[at].Report.Whole() {
		t.Errorf("the report of CB020: %+v", rows[at].Report)
	}
	p, _ := a.View().Facts.Person(subjectOf(t, a, "CB020").ID)
	if p.Home != "Mẫu person:home" {
		t.Errorf("the home town is %q", p.Home)
	}
	again, err := imports.PreviewReports(t.Context(), a, []string{path})
	if err != nil || again[0].Problem != nil || len(again[0].Changed) != 0 || again[0].Same < 20 {
		t.Errorf("the same again: %+v, %v", again[0], err)
	}
	docs, err := papers.Documents(t.Context(), a, tdkt.YearEndRound(2023))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if d.Who == "Phòng Tổ chức biên chế" && len(d.Gaps) != 0 {
			t.Errorf("the minutes of the room lack %q", d.Gaps)
		}
	}
}

// A sheet with a wrong line is refused as a whole, with the line and the reason; so is one of
// another book, and one whose hidden row is gone.
func TestTextSheetRefused(t *testing.T) {
	for _, c := range []struct {
		what, want string
		set        func(name, part string) (string, string)
	}{
		{"a name on another's line", "tên hoặc thứ tự dòng đã bị đổi", func(_, part string) (string, string) {
			if part == "ket-qua" {
				return "E", "Người Khác"
			}
			return "", ""
		}},
		{"votes that are none", "không phải là số phiếu", func(_, part string) (string, string) {
			if part == "hp-phieu" {
				return "I", "đa số"
			}
			return "", ""
		}},
		{"more votes than all", "nhiều hơn tổng số phiếu", func(_, part string) (string, string) {
			if part == "hp-phieu" {
				return "I", "7/6"
			}
			return "", ""
		}},
		{"a number that is none", "không phải là số", func(_, part string) (string, string) {
			if part == "hp-co-mat" {
				return "I", "sáu"
			}
			return "", ""
		}},
		{"a part that is none", "cột khóa đã bị sửa", func(_, part string) (string, string) {
			if part == "ket-qua" {
				return "B", "khong-co"
			}
			return "", ""
		}},
	} {
		a := sample(t)
		path := roomSheet(t, a, "Tổ chức biên chế")
		fillTexts(t, path, func(name, part string) (string, string) {
			if column, text := c.set(name, part); column == "B" {
				return column, text
			}
			return "", ""
		})
		fillTexts(t, path, func(name, part string) (string, string) {
			if column, text := c.set(name, part); column != "" && column != "B" {
				return column, text
			}
			return "I", map[bool]string{true: "5/6", false: "7"}[part == "hp-phieu"]
		})
		list, err := imports.PreviewReports(t.Context(), a, []string{path})
		if err != nil || list[0].Problem == nil || !strings.Contains(list[0].Problem.Error(), c.want) || !strings.Contains(list[0].Problem.Error(), "dòng ") {
			t.Errorf("%s: %v, %v", c.what, list[0].Problem, err)
		}
		if n, err := a.TakeReports(t.Context(), list); n != 0 || err != nil {
			t.Errorf("%s: took %d, %v", c.what, n, err)
		}
	}
	a := sample(t)
	path := roomSheet(t, a, "Tổ chức biên chế")
	gone := path
	sheettest.Edit(t, gone, tdkt.SheetTexts, func(row int, _ []string) map[string]string {
		if row == 4 {
			return map[string]string{"A": ""}
		}
		return nil
	})
	list, err := imports.PreviewReports(t.Context(), a, []string{gone})
	if err != nil || list[0].Problem == nil || !strings.Contains(list[0].Problem.Error(), "dòng ẩn") {
		t.Errorf("without its hidden row: %v, %v", list[0].Problem, err)
	}
}

// Texts typed on two PCs: other headings of one report are both kept; the same heading typed
// differently is shown, and one of the two stands.
func TestPassagesOfTwoPCs(t *testing.T) {
	folder := t.TempDir()
	ours, theirs := filepath.Join(folder, "máy này.sotd"), filepath.Join(folder, "máy kia.sotd")
	onFile(t, ours, true, func(a *app.App) {
		if err := boot.LoadSample(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	})
	copyFile(t, ours, theirs)
	save := func(path string, texts map[string]string) {
		onFile(t, path, false, func(a *app.App) {
			if err := a.SavePassages(t.Context(), 2023, subjectOf(t, a, "CB020"), texts); err != nil {
				t.Fatal(err)
			}
		})
	}
	save(ours, map[string]string{"nhiem-vu": "Của máy này.", "ket-qua": "Kết quả máy này."})
	save(theirs, map[string]string{"phong-trao": "Của máy kia.", "ket-qua": "Kết quả máy kia."})
	onFile(t, ours, false, func(a *app.App) {
		plan, err := imports.PreviewMerge(t.Context(), a, theirs)
		if err != nil {
			t.Fatal(err)
		}
		if n := plan.Count(imports.MergeConflict); n != 1 {
			t.Errorf("%d conflicts: %+v", n, plan.Lines)
		}
		if err := imports.Merge(t.Context(), a, plan); err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, p := range a.View().Passages {
			if got[p.Part] != "" {
				t.Errorf("two texts of %s", p.Part)
			}
			got[p.Part] = p.Text
		}
		if got["nhiem-vu"] != "Của máy này." || got["phong-trao"] != "Của máy kia." || !strings.HasPrefix(got["ket-qua"], "Kết quả máy") {
			t.Errorf("after the merge: %q", got)
		}
	})
}

// A movement of several years keeps a score for each year; leaving it in one year takes no
// other year's score away.
func TestScoresByYear(t *testing.T) {
	a := sample(t)
	m, err := a.SaveMovement(t.Context(), tdkt.Movement{Name: "Nhiều năm", Kind: tdkt.ThemedMovement, From: tdkt.Date(2021, 1, 1), To: tdkt.Date(2025, 12, 31), Criteria: []tdkt.Criterion{{Text: "Một"}}})
	if err != nil {
		t.Fatal(err)
	}
	room := subjectOf(t, a, "TCBC")
	if _, err := a.Join(t.Context(), m, []tdkt.Subject{room}); err != nil {
		t.Fatal(err)
	}
	for year, points := range map[int]int{2023: 5000, 2024: 7000} {
		p := a.View().ScoresOf(m, year)[0]
		p.Scores = []int{points}
		if err := a.SaveResults(t.Context(), m, []tdkt.Participant{p}); err != nil {
			t.Fatal(err)
		}
	}
	v := a.View()
	if x, y, z := v.ScoresOf(m, 2023), v.ScoresOf(m, 2024), v.ScoresOf(m, 2025); len(x) != 1 || x[0].Points() != 5000 || y[0].Points() != 7000 || z[0].Points() != 0 || z[0].ID != "" || v.JoinedBy(m) != 1 {
		t.Errorf("scores: %+v, %+v, %+v", x, y, z)
	}
	if err := a.Leave(t.Context(), m, a.View().ScoresOf(m, 2024)); err != nil {
		t.Fatal(err)
	}
	if x, y := a.View().ScoresOf(m, 2023), a.View().ScoresOf(m, 2024); x[0].Points() != 5000 || y[0].Points() != 0 {
		t.Errorf("after leaving in 2024: %+v, %+v", x, y)
	}
}
