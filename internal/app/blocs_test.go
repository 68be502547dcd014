package app_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/letters"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// khoi is the khối of the sample's year 2023.
func khoi(t *testing.T, a *app.App) tdkt.Bloc {
	t.Helper()
	b, err := a.View().FindBloc(2023, "")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestBlocSheetsNameWhatIsWrong: of a score sheet that came back the right lines are taken, and
// each wrong cell is named with its sheet; of a foreign file, a year or a member that is not
// there, the whole is refused.
func TestBlocSheetsNameWhatIsWrong(t *testing.T) {
	a := sample(t)
	b := khoi(t, a)
	m, err := a.View().FindBlocMember(b, "Sở Tư pháp")
	if err != nil {
		t.Fatal(err)
	}
	paths, err := imports.WriteBlocSheets(t.Context(), a, b, []tdkt.BlocMember{m}, true, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	again := imports.PreviewBlocSheets(t.Context(), a, b, true, paths)
	if r := again[0]; r.Problem != nil || len(r.Changed) != 0 || len(r.Refused) != 0 {
		t.Fatalf("what went out comes back changed: %+v", r)
	}
	sheettest.Change(t, paths[0], "01 Sở Tư pháp", map[string]string{"H7": "nhiều", "J11": "E", "K12": "11", "K14": "8,5", "P14": "Có báo cáo", "C8": "Tiêu chí khác"})
	r := imports.PreviewBlocSheets(t.Context(), a, b, true, paths)[0]
	var cells []string
	for _, p := range r.Refused {
		cells = append(cells, p.Cell)
	}
	if want := []string{"H7", "C8", "J11", "K12"}; r.Problem != nil || !slices.Equal(cells, want) {
		t.Errorf("refused: %v (%v), want %v", r.Refused, r.Problem, want)
	}
	if n, err := imports.TakeBlocSheets(t.Context(), a, b, []*imports.BlocReturn{r}); err != nil || n == 0 {
		t.Errorf("taken: %d, %v", n, err)
	}
	other := b
	other.Name, other.ID = "Khối khác", "x"
	if r := imports.PreviewBlocSheets(t.Context(), a, other, true, paths)[0]; r.Problem == nil || !strings.Contains(tdkt.Sentence(r.Problem, nil), "Hãy chọn đúng khối") {
		t.Errorf("a sheet of another khối: %v", r.Problem)
	}
	twice := imports.PreviewBlocSheets(t.Context(), a, b, true, []string{paths[0], paths[0]})
	if twice[1].Problem == nil {
		t.Error("one member twice was taken")
	}
	list := filepath.Join(t.TempDir(), "x.xlsx")
	if err := imports.ExportBlocRanking(t.Context(), a, b, list); err != nil {
		t.Fatal(err)
	}
	if r := imports.PreviewBlocSheets(t.Context(), a, b, true, []string{list})[0]; r.Problem == nil {
		t.Error("a list that is no score sheet was taken")
	}
}

// TestBlocOwnAndHead: one member is the office itself and one the head; naming another takes
// it from who was. Members, criteria and marks that cannot be are refused and leave the book
// as it was; all is undone.
func TestBlocOwnAndHead(t *testing.T) {
	a := sample(t)
	b := khoi(t, a)
	ctx := t.Context()
	m, _ := a.View().FindBlocMember(b, "Thanh tra tỉnh")
	m.Own, m.Role = true, tdkt.BlocHead
	if err := a.SaveBlocMembers(ctx, b, m); err != nil {
		t.Fatal(err)
	}
	heads, owns := 0, 0
	for _, x := range a.View().BlocMembersOf(b) {
		heads += map[bool]int{true: 1}[x.Role == tdkt.BlocHead]
		owns += map[bool]int{true: 1}[x.Own]
	}
	if heads != 1 || owns != 1 {
		t.Errorf("%d heads, %d own", heads, owns)
	}
	if _, err := a.UndoLast(ctx); err != nil {
		t.Fatal(err)
	}
	if own, err := a.View().FindBlocMember(b, ""); err != nil || own.Name != "Sở Nội vụ" {
		t.Errorf("after undo the office is %q: %v", own.Name, err)
	}
	criteria := a.View().BlocCriteriaOf(b)
	low := criteria[1]
	low.Standard = 100
	for what, err := range map[string]error{
		"a member without a name": a.SaveBlocMembers(ctx, b, tdkt.BlocMember{}),
		"a member twice":          a.SaveBlocMembers(ctx, b, tdkt.BlocMember{Name: "SỞ TÀI CHÍNH"}),
		"a criterion of no words": a.SaveBlocCriteria(ctx, b, tdkt.BlocCriterion{}),
		"a standard below marks":  a.SaveBlocCriteria(ctx, b, low),
		"a mark of a heading":     a.SaveBlocMarks(ctx, b, m, tdkt.BlocMark{Criterion: criteria[0].ID, Self: tdkt.Of(100)}),
		"a mark too high":         a.SaveBlocMarks(ctx, b, m, tdkt.BlocMark{Criterion: criteria[1].ID, Checked: tdkt.Of(3001)}),
		"a level of a number":     a.SaveBlocMarks(ctx, b, m, tdkt.BlocMark{Criterion: criteria[1].ID, Level: "A"}),
		"a reason not known":      a.SaveBlocExtras(ctx, b, m, tdkt.BlocExtra{Key: "x"}),
		"own reason, no points":   a.SaveBlocExtras(ctx, b, m, tdkt.BlocExtra{Reason: "x"}),
		"a khối of the same name": func() error { _, err := a.CopyBloc(ctx, b, 2023); return err }(),
	} {
		if tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := a.RemoveBloc(ctx, b); err != nil || len(a.View().BlocMarks)+len(a.View().BlocMembers)+len(a.View().BlocCriteria) != 0 {
		t.Errorf("removed: %v, %d marks are left", err, len(a.View().BlocMarks))
	}
	if _, err := a.UndoLast(ctx); err != nil || len(a.View().BlocMarksOf(m)) == 0 {
		t.Errorf("undone: %v", err)
	}
}

// TestBlocPapersNameTheirGaps: a new khối's papers say what is lacking; the sample's lack
// nothing; nobody to put forward is no tờ trình.
func TestBlocPapersNameTheirGaps(t *testing.T) {
	a := sample(t)
	gaps := func(year int) map[letters.Kind]int {
		list, err := papers.Documents(t.Context(), a, tdkt.YearEndRound(year))
		if err != nil {
			t.Fatal(err)
		}
		out := map[letters.Kind]int{}
		for _, d := range list {
			if d.Kind.OfBloc() {
				out[d.Kind] = len(d.Gaps) + 1
			}
		}
		return out
	}
	if got := gaps(2023); len(got) != 4 || got[letters.BlocPact] != 1 || got[letters.BlocReport] != 1 || got[letters.BlocProposal] != 1 || got[letters.BlocMinutes] != 1 {
		t.Errorf("gaps of the sample, one more each: %v", got)
	}
	b, err := a.SaveBloc(t.Context(), tdkt.Bloc{Year: 2024, Name: "Khối mới"})
	if err != nil {
		t.Fatal(err)
	}
	for kind, n := range gaps(2024) {
		if n < 3 {
			t.Errorf("%s of a new khối lacks %d", kind, n-1)
		}
	}
	err = papers.ExportBlocPaper(t.Context(), a, b, letters.BlocProposal, filepath.Join(t.TempDir(), "x.docx"))
	if tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a tờ trình for nobody: %v", err)
	}
	if err := papers.ExportBlocPaper(t.Context(), a, b, letters.BlocPact, filepath.Join(t.TempDir(), "x.docx")); err != nil {
		t.Errorf("a giao ước without data: %v", err)
	}
}
