package gui

import (
	"strings"
	"testing"

	"tdkt/assets"
	"tdkt/internal/uitest"
)

// TestSearchEverything: Ctrl+K finds a person, a command and a screen by words without
// accents, and Enter goes there.
func TestSearchEverything(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	uitest.Keys(c, "Ctrl+K")
	uitest.Type(t, c, "phan thi ngoc d")
	if text := uitest.Text(c); !strings.Contains(text, "Phan Thị Ngọc Diệp | Văn phòng · sinh 1978") {
		t.Fatalf("a person is not found:\n%s", text)
	}
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); p.shell.current().Name() != tabStaff || !strings.Contains(text, "===\nPhan Thị Ngọc Diệp") {
		t.Errorf("Enter did not open the person:\n%s", text)
	}
	uitest.Keys(c, "Escape", "Ctrl+K")
	uitest.Type(t, c, "xet dieu kien")
	uitest.Keys(c, "Return")
	if p.shell.current().Name() != tabAwards {
		t.Errorf("the screen did not open: %s", p.shell.current().Name())
	}
	uitest.Keys(c, "Ctrl+K")
	uitest.Type(t, c, "co gi moi")
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, "===\n"+wordNews) {
		t.Errorf("the command did not run:\n%s", text)
	}
	uitest.Keys(c, "Escape", "Ctrl+K")
	uitest.Type(t, c, "zzz")
	if text := uitest.Text(c); !strings.Contains(text, textNothingFound) {
		t.Errorf("nothing found is not said:\n%s", text)
	}
	uitest.Keys(c, "Return", "Escape")
}

// TestHelp: F1 opens the page of the screen, a word finds pages, and every page of
// every tab has one.
func TestHelp(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	for i, tab := range p.shell.tabs {
		p.shell.bar.SelectIndex(i)
		for n, page := range tab.Names() {
			tab.Turn(n)
			text, ok := assets.Help(helpName(tab.Name(), page))
			title, body, _ := strings.Cut(strings.TrimPrefix(text, "# "), "\n")
			begins := strings.Join(strings.Fields(body)[:4], " ")
			if !ok || !strings.HasPrefix(title, tab.Name()+": ") {
				t.Errorf("the page %s of %s has no help: write assets/help/%s.md, headed “# %s: …”", page, tab.Name(), helpName(tab.Name(), page), tab.Name())
				continue
			}
			uitest.Keys(c, "F1")
			if shown := uitest.Text(c); !strings.Contains(shown, strings.Trim(begins, "*")) {
				t.Errorf("F1 on %s of %s does not show its page:\n%s", page, tab.Name(), shown)
			}
			uitest.Keys(c, "Escape")
		}
	}
	uitest.Keys(c, "F1")
	uitest.Type(t, c, "cccd")
	if text := uitest.Text(c); !strings.Contains(text, "Nhân sự: danh sách") || strings.Contains(text, "Bắt đầu từ đâu") {
		t.Errorf("a search lists:\n%s", text)
	}
}
