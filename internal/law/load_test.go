package law_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// bookFiles copies the rule files into memory, for spoiling.
func bookFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	dir := os.DirFS("regimes")
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		out[name] = &fstest.MapFile{Data: data, ModTime: time.Time{}}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const (
	fileA     = "criteria/2014_luat-2003-2013.toml"
	fileB     = "criteria/2024_luat-06-2022.toml"
	council24 = "council/2024_nd-98-2023.toml"
	council25 = "council/2025_nd-152-2025.toml"
	catalogue = "catalogue.toml"
	money23   = "money/2023_nd-98-2023.toml"
	salaries  = "money/luong-co-so.toml"
)

// A slip in a rule file must be found when the program starts, with file and place,
// never when a person is judged.
func TestSpoiltRuleFilesAreRefused(t *testing.T) {
	for _, c := range []struct{ reason, file, old, new, want string }{
		{"a misspelt key would be read by nobody", fileA, `why   = "Được xếp loại`, `whi = "x"` + "\n  why = \"Được xếp loại", "whi"},
		{"a verb nobody knows", fileA, `verb  = "rating"`, `verb = "ratings"`, `need "xep-loai": verb "ratings"`},
		{"a need without a reason to show", fileA, `why   = "Được xếp loại hoàn thành tốt nhiệm vụ trở lên trong năm xét."`, ``, `why must be given`},
		{"a need without an article", fileA, `cite  = "L13 Điều 24 khoản 1 điểm a"`, ``, `names no [source]`},
		{"a cite of an unknown text", fileA, `cite  = "L13 Điều 24 khoản 1 điểm a"`, `cite = "L99 Điều 24"`, `"L99 Điều 24"`},
		{"a cite without an article", fileA, `cite  = "L13 Điều 24 khoản 1 điểm a"`, `cite = "L13 khoản 1"`, `names no Điều`},
		{"a need that hides how sure it is", fileA, "mark  = \"V\"\n", "", `mark ""`},
		{"a level that does not exist", fileA, `level = "HTT"`, `level = "HTTT"`, `level "HTTT"`},
		{"a scope that does not exist", fileA, `scope = "cơ sở"`, `scope = "xã"`, `scope "xã"`},
		{"a form that does not exist", fileA, `form = "khiển trách"`, `form = "phê bình"`, `form "phê bình"`},
		{"a kind of initiative that does not exist", fileA, `kinds = ["sáng kiến", "đề tài"]`, `kinds = ["đề án"]`, `kind "đề án"`},
		{"a word the verb does not use", fileA, `n    = 10`, "n = 10\n  percent = 5", `does not use percent`},
		{"a word the verb needs", fileA, `  n    = 10`, ``, `asks for n`},
		{"years the wrong way round", fileA, "from = -2\n  to   = 0", "from = 2\n  to = 0", `out of range`},
		{"a need id written twice", fileA, `id   = "dang-ky"`, `id = "xep-loai"`, `need "xep-loai"`},
		{"an id that looks nested", fileA, `id   = "dang-ky"`, `id = "dang.ky"`, `dot`},
		{"an award code outside the catalogue", fileA, `code = "CSTDCS"` + "\n" + `kind = "person"`, `code = "CSTDXX"` + "\n" + `kind = "person"`, `title CSTDXX`},
		{"a title of the wrong kind", fileA, `code = "LDTT"` + "\n" + `kind = "person"`, `code = "LDTT"` + "\n" + `kind = "unit"`, `title LDTT (unit)`},
		{"a title written twice", fileA, `code = "CSTDCS"` + "\n" + `kind = "person"`, `code = "LDTT"` + "\n" + `kind = "person"`, `written twice`},
		{"a nested title that is not there", fileA, `verb = "meets"` + "\n  code = \"LDTT\"", `verb = "meets"` + "\n  code = \"TTLDTT\"", `can be nested`},
		{"a verb for units asked of a person", fileA, `verb = "registered"`, `verb = "unit-age"` + "\n  n = 1", `not for this kind`},
		{"a verb that counts from an award, outside one", fileA, `verb = "registered"`, `verb = "combination"`, `asks for option`},
		{"a local value nobody declared", fileB, `local = "ldtt-dang-ky"`, `local = "ldtt-dangky"`, `ldtt-dangky`},
		{"a local key written twice", fileB, `key  = "ldtt-dang-ky"`, `key = "ldtt-so-thang"`, `local "ldtt-so-thang"`},
		{"a quota of nothing", fileA, "percent        = 15\n", "", `quota CSTDCS`},
		{"a rule of one achievement that looks at nothing", fileB, `group  = "hình thức"`, ``, `once "mot-thanh-tich"`},
		{"a rule of one achievement without an article", fileB, `cite   = "L22 Điều 5 khoản 2 điểm c"`, `cite = "L22"`, `names no Điều`},
		{"awards set aside by a loại hình nobody knows", fileB, `manners = ["đột xuất", "chuyên đề"]`, `manners = ["đột ngột"]`, `"đột ngột"`},
		{"awards set aside without a loại hình", fileB, `manners = ["đột xuất", "chuyên đề"]`, ``, `manners must be given`},
		{"a clause of a decree that is not in force yet", fileB, `later = [{from = 2025-07-01,`, `later = [{from = 2025-06-30,`, `Nghị định 152/2025/NĐ-CP is not in force on 30/06/2025`},
		{"a clause of a decree that has ended", fileA, `  until  = 2016`, `  until  = 2017`, `Nghị định 65/2014/NĐ-CP is not in force on 31/12/2017`},
		{"a mark V whose words nobody read", fileA, `cite = "N91 Điều 9", mark = "V2"`, `cite = "N91 Điều 9", mark = "V"`, `mark V, but Điều 9 of Nghị định 91/2017/NĐ-CP was not read`},
		{"a share cited to a clause without it", fileA, `quote          = "nhưng không quá 15%`, `quote          = "nhưng không quá mức`, `quote does not hold the share of 15%`},
		{"a share of the office's own that cites the law", fileB, `mark           = "C"`, "mark = \"C\"\n  cite = \"L22 Điều 23\"", `cited to no clause`},
		{"a clause of a decree that had ended before a law without end", "criteria/2026_luat-06-2026.toml", `document = "N152"`, `document = "N98"`, `title BKTTG (person): need "bang-khen-tinh"`},
		{"a vote by a decree not in force yet", council25, `from = 2025-07-01`, `from = 2025-07-02`, `does not follow`},
		{"a vote that hides how sure it is", council25, `mark    = "V"`, `mark = "X"`, `mark "X"`},
		{"a day of meeting in no file", council24, `till = 2025-06-30`, `till = 2025-05-31`, `does not follow`},
		{"a year in no regime", fileA, `till = 2023`, `till = 2022`, `does not follow`},
		{"a year in two regimes", fileA, `till = 2023`, `till = 2024`, `is not in force on 31/12/2024`},
		{"two regimes of one name", fileB, `id   = "luat-06-2022"`, `id = "luat-2003-2013"`, `is taken by`},
		{"a day the calendar lacks", fileB, `signed = 2022-06-15`, `signed = 2022-02-30`, `2022-02-30`},
		{"a day written as text", fileB, `signed = 2022-06-15`, `signed = "15/6/2022"`, `not a date`},
		{"text that is no TOML", fileB, `[source.L22]`, `[source.L22`, fileB},
		{"an award code written twice", catalogue, `code   = "CSTDCS"`, `code = "LDTT"`, `"LDTT"`},
		{"an award without a known level", catalogue, `level  = "Sở"`, `level = "Huyện"`, `"Huyện"`},
		{"an award without a known group", catalogue, `group  = "danh hiệu"`, `group = "khác"`, `"khác"`},
		{"an award of an unknown kind", catalogue, `kinds  = ["person"]`, `kinds = ["hộ"]`, `"hộ"`},
		{"days without a tariff", money23, `till     = 2025-06-30`, `till = 2025-06-29`, `does not follow`},
		{"a bonus for an unknown code", money23, `code   = "BKT"`, `code = "BKTX"`, `BKTX`},
		{"a bonus written twice", money23, `code   = "BKT"`, `code = "GK"`, `bonus GK`},
		{"a salary of an unknown decree", salaries, `cite   = "N38"`, `cite = "N39"`, `salary from`},
		{"salaries out of order", salaries, `from   = 2023-07-01`, `from = 2019-06-30`, `is not in force`},
	} {
		t.Run(c.reason, func(t *testing.T) {
			dir := bookFiles(t)
			text := string(dir[c.file].Data)
			if !strings.Contains(text, c.old) {
				t.Fatalf("%s does not hold %q", c.file, c.old)
			}
			dir[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, c.old, c.new, 1))}
			_, err := law.LoadFrom(dir)
			if err == nil {
				t.Fatal("the file was accepted")
			}
			name := strings.TrimPrefix(c.file, "criteria/")
			if !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), name) && c.file != salaries {
				t.Errorf("error %q names neither %q nor %q", err, name, c.want)
			}
		})
	}
}

// An empty folder is an error, not a program without law.
func TestNoRuleFilesAtAll(t *testing.T) {
	if _, err := law.LoadFrom(fstest.MapFS{}); err == nil {
		t.Error("an empty folder was accepted")
	}
	dir := bookFiles(t)
	for name := range dir {
		if strings.HasPrefix(name, "criteria/") {
			delete(dir, name)
		}
	}
	if _, err := law.LoadFrom(dir); err == nil || !strings.Contains(err.Error(), "criteria") {
		t.Errorf("no criteria: %v", err)
	}
}

// A title must not vanish or be renamed in a rewrite of the files.
func TestCodesAndTitles(t *testing.T) {
	r := rules(t)
	var b strings.Builder
	for _, c := range r.Codes() {
		b.WriteString(strings.Join([]string{c.Code, c.Name, c.Short, c.Group, c.Level}, " | "))
		for _, k := range c.Kinds {
			b.WriteString(" | " + string(k))
		}
		if c.Yearly {
			b.WriteString(" | hằng năm")
		}
		b.WriteString("\n")
	}
	for _, g := range r.Regimes {
		b.WriteString("\n" + g.ID + " | " + g.Name + "\n")
		for _, title := range g.Titles {
			b.WriteString("  " + title.Code + " | " + string(title.Kind) + " | " + title.Name + "\n")
			for _, n := range title.Needs() {
				b.WriteString("    " + n.ID + " | " + n.Verb + " | " + n.Mark + " | " + n.Cite + "\n")
			}
		}
	}
	const golden = "testdata/codes.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s: mismatch (-want +got); run with -update and read the difference\n%s", golden, diff)
	}
}

// The last regime is a copy until the amending law is read: what differs from the
// one before is its name, its years and the warning.
func TestUncheckedRegimeRepeatsAndWarns(t *testing.T) {
	r := rules(t)
	b, c := r.Regimes[len(r.Regimes)-2], r.Regimes[len(r.Regimes)-1]
	if b.Note != "" || c.Note != "Chưa đối chiếu với Luật 06/2026/QH16" {
		t.Fatalf("notes %q, %q", b.Note, c.Note)
	}
	if c.Till != 0 || c.From != b.Till+1 {
		t.Errorf("%s: from %d till %d, after %d", c.ID, c.From, c.Till, b.Till)
	}
	for i, title := range b.Titles {
		want := title.Needs()
		for k := range want {
			want[k].Cite += " (" + c.Note + ")"
			want[k].Earlier = nil // the last regime begins after the decree before
		}
		if diff := cmp.Diff(want, c.Titles[i].Needs()); diff != "" {
			t.Errorf("%s: mismatch (-want +got)\n%s", title.Code, diff)
		}
	}
}

// Every title shows the statute's own wording, composed letters, and names its article.
func TestTitlesHoldTheStatute(t *testing.T) {
	for _, g := range rules(t).Regimes {
		for _, title := range g.Titles {
			if !strings.HasPrefix(title.Text, "Điều ") || !norm.NFC.IsNormalString(title.Text) {
				t.Errorf("%s %s (%s): text begins %.40q", g.ID, title.Code, title.Kind, title.Text)
			}
			for _, n := range title.Needs() {
				if !norm.NFC.IsNormalString(n.Why+n.Cite) || !strings.HasSuffix(n.Why, ".") {
					t.Errorf("%s %s: need %s: why %q", g.ID, title.Code, n.ID, n.Why)
				}
			}
		}
		if len(g.SHA256) != 64 {
			t.Errorf("%s: checksum %q", g.ID, g.SHA256)
		}
	}
}

// Names, numbers and years of the law stand in the rule files: no award code may
// be written in the engine.
func TestEngineKnowsNoTitle(t *testing.T) {
	names, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range rules(t).Codes() {
			if strings.Contains(string(data), `"`+c.Code+`"`) {
				t.Errorf("%s names the award %s", name, c.Code)
			}
		}
	}
}

// A tick in an import names a need; the engine says under which title it is kept.
func TestNeedFor(t *testing.T) {
	g, err := rules(t).Criteria(2023)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		kind                    tdkt.SubjectKind
		title, need, ownT, ownN string
		manual, ok              bool
	}{
		{tdkt.APerson, "LDTT", "pham-chat", "LDTT", "pham-chat", true, true},
		{tdkt.APerson, "CSTDCS", "LDTT.pham-chat", "LDTT", "pham-chat", true, true},
		{tdkt.APerson, "CSTDCS", "sang-kien", "CSTDCS", "sang-kien", false, true},
		{tdkt.APerson, "CSTDCS", "pham-chat", "", "", false, false},
		{tdkt.AUnit, "LDTT", "pham-chat", "", "", false, false},
		{tdkt.AUnit, "COTINH", "dan-dau", "COTINH", "dan-dau", true, true},
	} {
		title, need, manual, ok := g.NeedFor(c.kind, c.title, c.need)
		if title != c.ownT || need != c.ownN || manual != c.manual || ok != c.ok {
			t.Errorf("NeedFor(%s, %s, %s) = %q, %q, %v, %v", c.kind, c.title, c.need, title, need, manual, ok)
		}
	}
}
