package tdkt

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// TestFold: what a clerk types without accents must find the name, however the file
// wrote it.
func TestFold(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Nguyễn Văn Á", "nguyen van a"},
		{"ĐẶNG  THỊ\u00a0ỔN", "dang thi on"},
		{norm.NFD.String("Trần Thị Hoà"), "tran thi hoa"},
		{"hòa", "hoa"},
		{"Chiến sỹ thi đua", "chien si thi dua"},
		{"Sỹ quan", "si quan"},
		{"hệ sylow", "he sylow"}, // sy inside a word stays
		{"\ufeffVăn\u200b phòng ", "van phong"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := Fold(tt.text); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestNameOrder is the order of an office list: given name first, then family name,
// letters before tones, ă and â after a, đ after d.
func TestNameOrder(t *testing.T) {
	want := []string{
		"Hà An", "Hạ An", "Lê Văn An", "Trần Ân", "Hà Bình", "Hạ Bình", "Võ Dũng", "Bùi Đạt", "Lê Thị Hà", "Lê Thị Hạ", "Ông",
	}
	got := append([]string(nil), want...)
	for i := range got { // any other order to begin with, half of it in NFD
		j := (i * 7) % len(got)
		got[i], got[j] = got[j], got[i]
	}
	for i := range got {
		if i%2 == 0 {
			got[i] = norm.NFD.String(got[i])
		}
	}
	SortByName(got, func(s string) string { return s }, func(string) string { return "" })
	for i := range got {
		got[i] = norm.NFC.String(got[i])
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("order (-want +got):\n%s", d)
	}
}

// FuzzFold: folding twice changes nothing, NFC and NFD fold alike, no accent or capital
// is left, and the quick way gives what the slow one gives.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"Nguyễn Thị Ánh", "ĐỨC", "hoà hòa", "a\u0323\u0302", "İ", "\u00ad", "sỹ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if again := Fold(once); again != once {
			t.Errorf("Fold(Fold(%q)) = %q, want %q", s, again, once)
		}
		if quick, ok := foldPlain(s); ok && quick != foldAny(s) {
			t.Errorf("%q folds quickly to %q, slowly to %q", s, quick, foldAny(s))
		}
		if !strings.ContainsRune(s, '\ufffd') && Fold(norm.NFD.String(s)) != Fold(norm.NFC.String(s)) {
			t.Errorf("NFD and NFC of %q fold to %q and %q", s, Fold(norm.NFD.String(s)), Fold(norm.NFC.String(s)))
		}
	})
}

// TestLevels: a level is at least itself and every worse one, and an unknown word is
// never at least anything.
func TestLevels(t *testing.T) {
	for i, a := range Levels() {
		for j, b := range Levels() {
			if got := a.AtLeast(b); got != (i <= j) {
				t.Errorf("%s at least %s = %v", a, b, got)
			}
		}
	}
	if Level("XYZ").AtLeast(NotDone) || Scope("xã").AtLeast(Base) {
		t.Error("an unknown word counts")
	}
}

// TestNameForm: how a name is typed does not make another person; another tone does.
func TestNameForm(t *testing.T) {
	same := [][2]string{{"NGUYỄN VĂN HOÀ", "Nguyễn  Văn Hòa"}, {"Thuý", "Thúy"}, {norm.NFD.String("Đỗ Thị Ổn"), "ĐỖ THỊ ỔN"}, {"Khoẻ", "Khỏe"}}
	for _, p := range same {
		if NameForm(p[0]) != NameForm(p[1]) {
			t.Errorf("%q and %q: %q, %q", p[0], p[1], NameForm(p[0]), NameForm(p[1]))
		}
	}
	for _, p := range [][2]string{{"Thúy", "Thủy"}, {"Hà", "Hạ"}, {"Đức", "Dức"}, {"Ân", "Ăn"}} {
		if NameForm(p[0]) == NameForm(p[1]) {
			t.Errorf("%q and %q are one: %q", p[0], p[1], NameForm(p[0]))
		}
	}
}
