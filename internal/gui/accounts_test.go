package gui

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestAccounts: accounts are set up in the window, whose code on paper is shown once; the
// file then asks who opens it, refuses a wrong password, lets a leader in who may not
// change anything, and the code sets a lost password anew.
func TestAccounts(t *testing.T) {
	p := start(t, filepath.Join(t.TempDir(), "mau.sotd"))
	c := p.Window.Canvas()
	fill := func(button string, texts ...string) {
		t.Helper()
		for i, text := range texts {
			if i > 0 {
				uitest.Keys(c, "Tab")
			}
			uitest.Type(t, c, text)
		}
		uitest.Tap(t, c, button)
	}
	uitest.Tap(t, c, wordSample)
	path := p.path

	p.accounts()
	if text := uitest.Text(c); !strings.Contains(text, "Mật khẩu không mã hóa tệp") {
		t.Fatalf("what a password does not protect is not said:\n%s", text)
	}
	uitest.Tap(t, c, wordBegin)
	const clerk = "ba con gà mái vàng"
	fill("Lưu", "vanthu", "Lê Thị Thử", clerk, clerk)
	code := regexp.MustCompile(`[A-Z2-9]{5}(-[A-Z2-9]{5}){4}`).FindString(uitest.Text(c))
	if code == "" {
		t.Fatalf("no code on the screen:\n%s", uitest.Text(c))
	}
	uitest.Tap(t, c, wordCopied)
	if err := p.shell.desk.App.SaveAccount(t.Context(), tdkt.Account{Login: "giamdoc", Name: "Trần Văn Mẫu", Role: tdkt.AccessLeader}, "trời xanh mây trắng"); err != nil {
		t.Fatal(err)
	}
	p.accounts()
	text := uitest.Text(c)
	for _, want := range []string{"vanthu", "giamdoc", wordAddAccount, wordEndAccounts} {
		if !strings.Contains(text, want) {
			t.Errorf("the list lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "argon2") {
		t.Error("the list shows what passwords are checked against")
	}
	uitest.Keys(c, "Escape")

	again := func() {
		t.Helper()
		p.closeFile()
		p.close, p.path = nil, ""
		p.open(path, false, nil)
	}
	again()
	fill(wordLogIn, "giamdoc", "không phải")
	if text := uitest.Text(c); !strings.Contains(text, "Tên đăng nhập hoặc mật khẩu không đúng") {
		t.Fatalf("a wrong password:\n%s", text)
	}
	uitest.Keys(c, "Escape", "Escape")
	again()
	fill(wordLogIn, "giamdoc", "trời xanh mây trắng")
	if got := p.ui.NoticeText(); !strings.Contains(got, "Trần Văn Mẫu, vai trò lãnh đạo") {
		t.Errorf("who is in is not said: %q", got)
	}
	person := p.shell.desk.View().People[0]
	person.Name = "Tên Khác"
	if _, err := p.shell.desk.App.SavePerson(t.Context(), person); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("the leader changed a person: %v", err)
	}
	p.accounts()
	if text := uitest.Text(c); strings.Contains(text, wordAddAccount) || !strings.Contains(text, wordSignMine) {
		t.Errorf("what a leader sees of accounts:\n%s", text)
	}
	uitest.Keys(c, "Escape")

	again()
	uitest.Tap(t, c, wordForgot)
	fill("Lưu", strings.ToLower(code), "vanthu", "mưa to gió lớn suốt đêm", "mưa to gió lớn suốt đêm")
	if text := uitest.Text(c); !regexp.MustCompile(`[A-Z2-9]{5}(-[A-Z2-9]{5}){4}`).MatchString(text) || strings.Contains(text, code) {
		t.Errorf("no new code:\n%s", text)
	}
	uitest.Tap(t, c, wordCopied)
	if me := p.shell.desk.App.Actor(); me == nil || me.Login != "vanthu" {
		t.Errorf("in the file is %+v", me)
	}
}

// TestUndoAsksAtTheFirstLoad: one Ctrl+Z too many does not empty the file; what would be
// taken back is named, and only a yes takes it.
func TestUndoAsksAtTheFirstLoad(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	people := len(p.shell.desk.View().People)
	p.shell.undo()
	if text := uitest.Text(c); !strings.Contains(text, "lần nạp đầu tiên") || len(p.shell.desk.View().People) != people {
		t.Fatalf("not asked:\n%s", text)
	}
	uitest.Keys(c, "Escape")
	if len(p.shell.desk.View().People) != people {
		t.Fatal("taken back without a yes")
	}
	p.shell.undo()
	uitest.Tap(t, c, wordUndoFirst)
	if got := len(p.shell.desk.View().People); got != 0 || !strings.Contains(p.ui.NoticeText(), wordUndone) {
		t.Errorf("after the yes: %d people, %q", got, p.ui.NoticeText())
	}
}
