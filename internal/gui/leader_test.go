package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestLeaderSeesGreyButtons: on every page what a leader may not do is grey and says why, a
// cell is not opened, the entries of the menu are grey; what only looks, and opinions, stay. The
// same buttons are live for the clerk.
func TestLeaderSeesGreyButtons(t *testing.T) {
	p := sampled(t)
	path := p.path
	const clerk, leader = "ba con gà mái vàng", "trời xanh mây trắng"
	a := p.shell.desk.App
	if _, err := a.BeginAccounts(t.Context(), "vanthu", "Lê Thị Thử", clerk); err != nil {
		t.Fatal(err)
	}
	if err := a.SaveAccount(t.Context(), tdkt.Account{Login: "giamdoc", Name: "Trần Văn Mẫu", Role: tdkt.AccessLeader}, leader); err != nil {
		t.Fatal(err)
	}
	as := func(login, pass string) (grey, live map[string]int) {
		t.Helper()
		p.putAway()
		show, err := p.enter(path, false, LogIn{Login: login, Password: pass}, nil)
		if err != nil {
			t.Fatal(err)
		}
		show()
		grey, live = map[string]int{}, map[string]int{}
		for i, tab := range p.shell.tabs {
			p.shell.bar.SelectIndex(i)
			for n := range tab.Names() {
				tab.Turn(n)
				for _, b := range uitest.All[*kit.Button](p.Window.Canvas()) {
					if b.Disabled() && b.Reason() == p.ui.NoWriting && b.Reason() != "" {
						grey[b.Text]++
						continue
					}
					live[b.Text]++
				}
			}
		}
		return grey, live
	}
	grey, live := as("giamdoc", leader)
	if !strings.Contains(p.ui.NoWriting, "văn thư hoặc thư ký") {
		t.Fatalf("no reason: %q", p.ui.NoWriting)
	}
	for _, word := range []string{wordUndo, wordImport, "Thêm", "Nhận", "Ghi", "Đề nghị"} {
		if !slices.ContainsFunc(keys(grey), func(s string) bool { return strings.HasPrefix(s, word) }) {
			t.Errorf("%q is nowhere grey: %v", word, grey)
		}
	}
	if len(grey) < 25 {
		t.Errorf("only %d words are grey: %v", len(grey), keys(grey))
	}
	for _, word := range []string{wordSearch, wordExport} {
		if live[word] == 0 {
			t.Errorf("%q is grey, though it changes nothing", word)
		}
	}
	p.shell.bar.SelectIndex(staffTab)
	c := p.Window.Canvas()
	p.shell.shown()
	uitest.Keys(c, "F2")
	for _, m := range p.Window.MainMenu().Items {
		for _, item := range entries(m.Items) {
			wantGrey := slices.Contains([]string{wordImportOld, wordMergeFile, wordUndoLast, wordLockYear, wordRestore}, item.Label)
			if item.Disabled != wantGrey && (wantGrey || item.Label == wordAccounts || item.Label == wordExportSubmission) {
				t.Errorf("%s: grey %v", item.Label, item.Disabled)
			}
		}
	}
	grey, _ = as("vanthu", clerk)
	if len(grey) != 0 || p.ui.NoWriting != "" {
		t.Errorf("grey for the clerk: %v, %q", grey, p.ui.NoWriting)
	}
	for _, m := range p.Window.MainMenu().Items {
		if slices.ContainsFunc(entries(m.Items), func(i *fyne.MenuItem) bool { return i.Disabled }) {
			t.Errorf("%s: grey for the clerk", m.Label)
		}
	}
}

// entries are those of a menu and of its groups, the grey ones too.
func entries(items []*fyne.MenuItem) (list []*fyne.MenuItem) {
	for _, m := range items {
		list = append(list, m)
		if m.ChildMenu != nil {
			list = append(list, entries(m.ChildMenu.Items)...)
		}
	}
	return list
}

func keys(m map[string]int) (out []string) {
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
