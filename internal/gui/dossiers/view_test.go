package dossiers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// pdf makes a file of two pages.
func pdf(t *testing.T, dir, name string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte("%PDF-1.4\n<< /Type /Page >> << /Type /Page >> "+name), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAttach: a file is kept for the row at the cursor, shown with its pages, opened as a
// copy, and taken out again; what became of its original is told.
func TestAttach(t *testing.T) {
	b := guitest.Open(t)
	dir := t.TempDir()
	path := pdf(t, dir, "quyet dinh.pdf")
	b.Files.Paths = []string{path}
	var shown string
	tab := New(b.Desk, func(p string) { shown = p })
	b.Show(tab)
	c := b.Window.Canvas()
	if text := uitest.Text(c); !strings.Contains(text, "chưa có") || !strings.Contains(text, "Báo cáo thành tích") {
		t.Fatalf("the page:\n%s", text)
	}
	r := reportRow(t, tab)
	tab.grid.SelectKey(r.key())
	tab.attach()
	if got := b.App.View().Attachments; len(got) != 1 || got[0].Pages != 2 || got[0].Nomination != r.Nomination {
		t.Fatalf("kept %+v", got)
	}
	tab.grid.SelectKey(r.key())
	tab.view()
	if text, err := os.ReadFile(shown); err != nil || !strings.HasPrefix(string(text), "%PDF") {
		t.Errorf("the copy %q: %v", shown, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	tab.chosen(reportRow(t, tab), true)
	if !strings.Contains(tab.about.Text(), "không còn ở") {
		t.Errorf("about the original: %s", tab.about.Text())
	}
	tab.remove()
	uitest.Keys(c, "Return")
	if got := b.App.View().Attachments; len(got) != 0 {
		t.Errorf("left %+v", got)
	}
}

// reportRow is the first row of a paper that each nominee has of its own.
func reportRow(t *testing.T, tab *Tab) row {
	t.Helper()
	for _, r := range tab.grid.Rows() {
		if !r.Paper.Shared {
			return r
		}
	}
	t.Fatal("no paper of its own")
	return row{}
}

// TestFolder: the files of a folder find their places by their names; what is not
// recognised is told and not kept.
func TestFolder(t *testing.T) {
	b := guitest.Open(t)
	dir := t.TempDir()
	tab := New(b.Desk, nil)
	b.Show(tab)
	pdf(t, dir, reportRow(t, tab).Code+" báo cáo thành tích.pdf")
	pdf(t, dir, "Biên bản bình xét.pdf")
	pdf(t, dir, "ảnh tập thể.pdf")
	b.Files.Paths = []string{dir}
	tab.takeFolder()
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Không nhận ra 1 tệp") || !strings.Contains(text, "ảnh tập thể.pdf") {
		t.Fatalf("what was found:\n%s", text)
	}
	uitest.Keys(b.Window.Canvas(), "Return")
	shared, own := 0, 0
	for _, a := range b.App.View().Attachments {
		if a.Nomination == "" {
			shared++
		} else {
			own++
		}
	}
	if shared != 1 || own == 0 {
		t.Errorf("%d shared, %d of one person", shared, own)
	}
}

// One row is one case, which counts the papers it must have; Enter opens its papers, and
// no other's.
func TestCases(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, nil)
	b.Show(tab)
	seen := map[string]bool{}
	for _, c := range tab.cases.Rows() {
		if seen[c.key()] {
			t.Fatalf("%s stands twice", c.who().Name)
		}
		seen[c.key()] = true
		tab.cases.SelectKey(c.key())
		for _, r := range tab.grid.Rows() {
			if string(r.Nomination) != c.key() {
				t.Fatalf("a paper of %s stands under %s", r.Name, c.who().Name)
			}
		}
		if there, of := c.count(); of == 0 || there > of || len(tab.grid.Rows()) < of {
			t.Errorf("%s: %d of %d papers, %d rows", c.who().Name, there, of, len(tab.grid.Rows()))
		}
	}
	if len(seen) < 50 {
		t.Errorf("only %d cases", len(seen))
	}
	tab.cases.Focus()
	uitest.Keys(b.Window.Canvas(), "Return")
	if got := b.Window.Canvas().Focused(); got == nil || !strings.Contains(uitest.Text(b.Window.Canvas()), "/3 giấy tờ") {
		t.Errorf("Enter on a case: %v\n%s", got, uitest.Text(b.Window.Canvas()))
	}
}
