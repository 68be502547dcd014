package gui

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"tdkt/internal/uitest"
)

// TestSealFile: the whole file is sealed in the window, which says what that costs and shows
// the code on paper once; it then opens by its passphrase alone, by the code where that is
// lost, and is put in the clear again by who knows it.
func TestSealFile(t *testing.T) {
	p := sampled(t)
	c, path := p.Window.Canvas(), p.path
	const phrase = "chín bậc thang dẫn lên đình làng"
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
	p.sealFile()
	if text := strings.Join(strings.Fields(uitest.Text(c)), " "); !strings.Contains(text, "không ai cứu được dữ liệu") || !strings.Contains(text, "300 MB") {
		t.Fatalf("what it costs is not said:\n%s", text)
	}
	uitest.Tap(t, c, wordSealSet)
	fill(wordSealLock, "        ", "        ")
	if text := uitest.Text(c); !strings.Contains(text, "ít nhất 8 ký tự") || p.shell == nil {
		t.Fatalf("a weak passphrase:\n%s", text)
	}
	uitest.Keys(c, "Escape", "Escape")
	p.sealFile()
	uitest.Tap(t, c, wordSealSet)
	fill(wordSealLock, phrase, phrase)
	code := regexp.MustCompile(`[A-Z2-9]{5}(-[A-Z2-9]{5}){4}`).FindString(uitest.Text(c))
	if code == "" {
		t.Fatalf("no code on the screen:\n%s", uitest.Text(c))
	}
	if text, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(text), "age-encryption.org/v1\n") {
		t.Fatalf("the file is not sealed: %v", err)
	}
	uitest.Tap(t, c, wordCopied)
	if p.shell != nil {
		t.Fatal("open without its passphrase")
	}
	fill(wordLogIn, "sai mật khẩu rồi")
	if text := uitest.Text(c); !strings.Contains(text, "Mật khẩu không mở được tệp") || p.shell != nil {
		t.Fatalf("a wrong passphrase:\n%s", text)
	}
	uitest.Keys(c, "Escape", "Escape")
	p.open(path, false, nil)
	fill(wordLogIn, phrase)
	if p.shell == nil || p.path != path {
		t.Fatalf("not opened:\n%s", uitest.Text(c))
	}
	p.restore()
	if text := uitest.Text(c); strings.Contains(text, wordSealPhrase) {
		t.Errorf("asks again for what is known:\n%s", text)
	}
	uitest.Keys(c, "Escape")

	p.putAway()
	p.open(path, false, nil)
	uitest.Tap(t, c, wordForgotSeal)
	fill("Lưu", strings.ToLower(code), "mưa to gió lớn suốt đêm", "mưa to gió lớn suốt đêm")
	if next := regexp.MustCompile(`[A-Z2-9]{5}(-[A-Z2-9]{5}){4}`).FindString(uitest.Text(c)); next == "" || next == code {
		t.Fatalf("no new code:\n%s", uitest.Text(c))
	}
	uitest.Tap(t, c, wordCopied)
	fill(wordLogIn, "mưa to gió lớn suốt đêm")
	if p.shell == nil {
		t.Fatalf("the new passphrase:\n%s", uitest.Text(c))
	}
	p.sealFile()
	uitest.Tap(t, c, wordSealOff)
	uitest.Tap(t, c, "Đồng ý")
	fill(wordSealOffYes, "mưa to gió lớn suốt đêm")
	if atRest(path) || p.shell == nil || p.ui.NoticeText() != textUnsealed {
		t.Errorf("not put in the clear: %q\n%s", p.ui.NoticeText(), uitest.Text(c))
	}
}
