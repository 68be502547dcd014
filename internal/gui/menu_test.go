package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/uitest"
)

// TestFileMenu: Tệp is read at one look: few entries, grouped; no entry stands twice in the
// whole menu, each is in its group, and Ctrl+K says the way to it and runs it.
func TestFileMenu(t *testing.T) {
	p := sampled(t)
	menus := p.Window.MainMenu().Items
	seen := map[string]bool{}
	for _, m := range menus {
		rows := 0
		for _, item := range m.Items {
			if !item.IsSeparator {
				rows++
			}
		}
		if rows > 9 {
			t.Errorf("%s has %d entries side by side", m.Label, rows)
		}
		for _, c := range commandsOf(m.Label, m.Items) {
			if seen[c.Label] {
				t.Errorf("%q stands twice", c.Label)
			}
			seen[c.Label] = true
		}
	}
	groups := map[string][]string{
		wordGroupIn:     {wordImportStaff, wordImportOld, wordImportWorkbook, wordMergeFile, wordTakeOpinions},
		wordGroupOut:    {wordExportSubmission, wordExportMany, wordExportDocuments, wordExportSoftware, wordExportList, wordLayouts, wordTemplates, wordExportWorkbook, wordExportBlank, wordPackage},
		wordGroupCopies: {wordSeal, wordSecondFolder, wordRestore},
		wordGroupGuard:  {wordAccounts, wordSealFile},
	}
	for _, item := range menus[0].Items {
		want := groups[item.Label]
		delete(groups, item.Label)
		if item.ChildMenu == nil {
			continue
		}
		var got []string
		for _, c := range commandsOf("", []*fyne.MenuItem{item}) {
			got = append(got, c.Label)
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s holds %q, want %q", item.Label, got, want)
		}
	}
	if len(groups) > 0 {
		t.Errorf("groups not there: %v", groups)
	}
	p.shell.search()
	c := p.Window.Canvas()
	uitest.Type(t, c, wordMergeFile)
	if text := uitest.Text(c); !strings.Contains(text, wordFile+" › "+wordGroupIn) {
		t.Errorf("the way to the entry is not told:\n%s", text)
	}
}
