package gui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// longestSentence is what the eye takes in at once; what needs more belongs in the help.
const longestSentence = 90

// unclear are the words and marks that a reader outside the program cannot take in, each
// with what is said instead.
var unclear = []struct {
	why string
	bad *regexp.Regexp
}{
	{"a mark of how far a text was checked: law.MarkName says it in words", regexp.MustCompile(`[Mm]ức tin cậy|\[[VSC]\]`)},
	{"the account of a machine, no person", regexp.MustCompile(`(^|[^\pL\pN])root($|[^\pL\pN])`)},
	{"the caps: “Tính trên”, “nếu tính cách khác”", regexp.MustCompile(`[Ss]ố nền|cách tính kia`)},
	{"the ballot: “Không bỏ phiếu”, “lệch phiếu”", regexp.MustCompile(`Của mình|chưa khớp`)},
	{"“sổ” alone is the file; the four books are called by their whole name", regexp.MustCompile(`[Ss]ổ dữ liệu|(Chốt|Mở lại) sổ($|[”.,…?])|Sổ (đang mở|đã chốt)`)},
	{"“thiếu” says what is lacking", regexp.MustCompile(`(^|[^\pL])[Tt]hiếu($|[.,:;!?”])`)},
	{"a percent stands at its number", regexp.MustCompile(`\d %|%[ds] %%`)},
	{"one dash, the short one", regexp.MustCompile(`—`)},
}

// files are names of files, where a hyphen is one anybody can type.
var files = regexp.MustCompile(`\.(xlsx|docx|pdf|sotd)$`)

// murky is what is wrong with a text: why, in English.
func murky(text string) (list []string) {
	if files.MatchString(text) {
		return nil
	}
	for _, u := range unclear {
		if u.bad.MatchString(text) {
			list = append(list, u.why)
		}
	}
	return list
}

// hyphen stands where a dash should; what people and circulars wrote may have it.
var hyphen = regexp.MustCompile(` - [\pL%]`)

var sentenceEnd = regexp.MustCompile(`[.?!…”]\s+|\n`)

// constants visits each word and text of the words.go files of the window.
func constants(t *testing.T, visit func(where, text string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "words.go") {
			return err
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if _, spec := n.(*ast.ImportSpec); spec {
				return false
			}
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					visit(set.Position(lit.Pos()).String(), text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWords: no page says its words in raw marks, in two kinds of dashes and percents, or in
// sentences that the eye cannot take in at once. What the walk reads is held to the same.
func TestWords(t *testing.T) {
	n := 0
	constants(t, func(where, text string) {
		n++
		for _, why := range murky(text) {
			t.Errorf("%s: %q: %s", where, text, why)
		}
		if hyphen.MatchString(text) && !files.MatchString(text) {
			t.Errorf("%s: %q: a hyphen in the place of a dash", where, text)
		}
		for _, sentence := range sentenceEnd.Split(text, -1) {
			if long := utf8.RuneCountInString(sentence); long > longestSentence {
				t.Errorf("%s: a sentence of %d letters: %q", where, long, sentence)
			}
		}
	})
	if n < 1000 {
		t.Errorf("only %d words were read", n)
	}
}

// TestUnclear: each kind of unclear word is told, and its neighbours that mean something are not.
func TestUnclear(t *testing.T) {
	for _, bad := range []string{
		"Báo cáo: theo Điều 30 (mức tin cậy V).", "root, vm", "Số nền", "Theo cách tính kia (LĐTT): tối đa 3.", "Của mình", "chưa khớp 2",
		"Nhập sổ dữ liệu", "Chốt sổ", "Hãy bấm “Mở lại sổ” trước.", "Sổ đã chốt", "Thiếu", "2 phòng thiếu.", "HTXS 1/6 (17 %)", "Sổ Thi đua — Văn phòng",
	} {
		if len(murky(bad)) == 0 {
			t.Errorf("%q is let through", bad)
		}
	}
	for _, good := range []string{"thiếu dữ liệu", "Chốt sổ đăng ký", "Tạo sổ mới…", "17%", "kinh tế - xã hội", "%d%% của %s", "2021–2025", "Bà Thử – Văn phòng", "Kế hoạch - 12.docx", "gốc root2", "a) và -."} {
		if why := murky(good); len(why) > 0 {
			t.Errorf("%q is refused: %v", good, why)
		}
	}
}
