package gui

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// mostActions is how many actions may lie between eligibility and the written folder.
const mostActions = 12

// A hand acts in the window and keeps the list of what it did: one click, one key, or one
// choice in a dialog of the system is one action.
type hand struct {
	t   *testing.T
	p   *Program
	did []string
}

func (h *hand) note(what string) { h.did = append(h.did, fmt.Sprintf("%d. %s", len(h.did)+1, what)) }

func (h *hand) key(name string) {
	h.note("key " + name)
	uitest.Keys(h.p.Window.Canvas(), name)
}

func (h *hand) click(word string) {
	h.t.Helper()
	h.note("click “" + word + "”")
	uitest.Tap(h.t, h.p.Window.Canvas(), word)
}

// TestFromEligibilityToTheFolder does what the list in walk.md says, action by action, and
// finds the folder of the year written whole. A step more in the window makes it fail.
func TestFromEligibilityToTheFolder(t *testing.T) {
	p := sampled(t)
	h := &hand{t: t, p: p}
	a, parent := p.shell.desk.App, t.TempDir()
	before, err := papers.Submission(t.Context(), a, guitest.Year)
	if err != nil {
		t.Fatal(err)
	}
	h.key("Ctrl+5")
	h.click("⋯")
	h.click("Đề nghị tất cả…")
	h.click("Đề nghị")
	h.key("Ctrl+E")
	p.ui.Files.(*kit.FakeFiles).Paths = []string{parent}
	h.click("Xuất bản nháp")
	h.note("choose the folder in the dialog of the system")
	h.note("agree there")

	after, err := papers.Submission(t.Context(), a, guitest.Year)
	if err != nil {
		t.Fatal(err)
	}
	if after.Expected || len(after.Nominees) == 0 || len(after.Nominees) < len(before.Nominees) {
		t.Errorf("%d nominees, expected only: %v; before: %d", len(after.Nominees), after.Expected, len(before.Nominees))
	}
	for _, name := range []string{
		"Nội bộ/0. *.xlsx", "Nội bộ/10. *.docx", "Nội bộ/*.txt", "1. Sở quyết định/1. *.docx", "2. Trình tỉnh/1. *.docx",
		"2. Trình tỉnh/2. *.xlsx", "2. Trình tỉnh/3. *.xlsx",
	} {
		if found, err := filepath.Glob(filepath.Join(parent, "*", filepath.FromSlash(name))); err != nil || len(found) != 1 {
			t.Errorf("the folder holds %d of %q (%v):\n%s", len(found), name, err, uitest.Text(p.Window.Canvas()))
		}
	}
	if len(h.did) > mostActions {
		t.Errorf("%d actions, at most %d", len(h.did), mostActions)
	}
	page, err := os.ReadFile("walk.md")
	if err != nil {
		t.Fatalf("%v; done: %q", err, h.did)
	}
	told := regexp.MustCompile(`(?m)^\d+\. .*$`).FindAllString(string(page), -1)
	if !slices.Equal(told, h.did) {
		t.Errorf("walk.md (-told +done):\n%s", cmp.Diff(told, h.did))
	}
}

// TestWithTheVotesOfTheCouncil is the same way with a Council that agrees on everything, as
// jobs.md tells it.
func TestWithTheVotesOfTheCouncil(t *testing.T) {
	p := sampled(t)
	h := &hand{t: t, p: p}
	parent := t.TempDir()
	p.ui.Files.(*kit.FakeFiles).Paths = []string{parent}
	h.key("Ctrl+5")
	h.click("⋯")
	h.click("Đề nghị tất cả…")
	h.key("Return")
	h.click("Hội đồng")
	h.click("Điền phiếu đồng thuận")
	h.key("Return")
	h.click("Công bố kết quả")
	h.key("Return")
	h.key("Ctrl+E")
	h.key("Return")
	h.note("choose the folder in the dialog of the system")
	for _, n := range p.shell.desk.View().Nominations {
		if n.Year == guitest.Year && n.State.Waits() {
			t.Errorf("%s has no result", p.shell.desk.View().Facts.NameOf(n.Subject))
		}
	}
	if files, err := filepath.Glob(filepath.Join(parent, "*", "2. Trình tỉnh", "1. *.docx")); err != nil || len(files) != 1 {
		t.Errorf("written: %v %v\n%s", files, err, uitest.Text(p.Window.Canvas()))
	}
	if len(h.did) > mostActions {
		t.Errorf("%d actions, at most %d:\n%q", len(h.did), mostActions, h.did)
	}
}
