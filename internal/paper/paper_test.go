package paper_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"tdkt/internal/demo"
	"tdkt/internal/dossier"
	"tdkt/internal/golden"
	"tdkt/internal/law"
	"tdkt/internal/paper"
	"tdkt/internal/tdkt"
)

var checksum = regexp.MustCompile(`, mã kiểm [0-9a-f]{12}`)

// sample is the sample department ready to be judged.
type sample struct {
	tdkt.Snapshot
	rules *law.Rules
	facts *law.Facts
}

func open(tb testing.TB) *sample {
	tb.Helper()
	rules, err := law.Load()
	if err != nil {
		tb.Fatal(err)
	}
	s := &sample{Snapshot: demo.Build().Snapshot, rules: rules}
	s.facts = law.NewFacts(&s.Snapshot, rules)
	return s
}

func (s *sample) page(tb testing.TB, year int, code, title string) paper.Page {
	tb.Helper()
	return s.pageOf(tb, s.answer(tb, year, code, title))
}

func (s *sample) answer(tb testing.TB, year int, code, title string) law.Result {
	tb.Helper()
	who, ok := s.facts.ByCode(code)
	if !ok {
		tb.Fatalf("the sample has no %s", code)
	}
	r, err := s.rules.Judge(s.facts, law.Question{Year: year, Subject: who, Title: title})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func (s *sample) pageOf(tb testing.TB, r law.Result) paper.Page {
	tb.Helper()
	g, err := s.rules.Criteria(r.Year)
	if err != nil {
		tb.Fatal(err)
	}
	t, ok := g.Title(r.Kind, r.Title)
	if !ok {
		tb.Fatalf("no title %s", r.Title)
	}
	in := dossier.Input{Snapshot: &s.Snapshot, Rules: s.rules, Facts: s.facts, Year: r.Year}
	return paper.New(paper.Input{
		Org: s.Org, Who: dossier.WhoOf(in, r.Subject), Result: r, Regime: g, Open: dossier.OpenNeeds(r),
		Title: dossier.Title{Kind: r.Kind, Code: t.Code, Name: t.Name, Short: t.Short, Level: t.Level},
		Unset: t.NotApplied(s.facts, r.Year),
		Hold:  dossier.HoldReason(in, r.Subject), AsOf: "In lúc 09:00 ngày 18/12/2023.", Text: true,
	})
}

// text is a page as it is read from top to bottom. The checksum is left out: it
// changes with each word of the rules.
func text(p paper.Page) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("%s | %s\n%s\n%s", p.Superior, p.Issuer, p.Heading, p.About)
	for _, f := range p.Facts {
		line("%s: %s", f.Name, checksum.ReplaceAllString(f.Value, ""))
	}
	line("%s[%s]", p.Warning, p.Answer)
	for _, n := range p.Notes {
		line("  %s", n)
	}
	for _, g := range p.Groups {
		line("== %s", g.Head)
		for _, r := range g.Rows {
			line("%s | %s\n  | %s\n  | %s | %s | %s", r.Number, r.Why, r.Seen, r.Answer, r.Cite, r.Mark)
		}
	}
	for i, s := range p.Settle {
		line("Cần nhập %d: %s", i+1, s)
	}
	for _, s := range p.Statute {
		line("> %s", s)
	}
	line("%s\n%s", p.Footer, p.AsOf)
	return b.String()
}

// TestPages: a plain title, alternatives, a unit, and a year whose data are missing,
// as a person reads them who never saw the program.
func TestPages(t *testing.T) {
	tests := []struct {
		name, code, title string
		year              int
	}{
		{"ldtt-2023", "CB001", "LDTT", 2023},
		{"cstdcs-2023", "CB002", "CSTDCS", 2023},
		{"bkttg-2024", "CB001", "BKTTG", 2024},
		{"ldtt-2024", "CB001", "LDTT", 2024},
		{"hcld3-2023", "CB003", "HCLD3", 2023},
		{"ttldxs-2024", "TG", "TTLDXS", 2024},
		{"bkt-2023-unit", "TG", "BKT", 2023},
		{"ldtt-2023-waiting", "CB017", "LDTT", 2023},
	}
	s := open(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			golden.Compare(t, "testdata/"+test.name+".txt", text(s.page(t, test.year, test.code, test.title)))
		})
	}
}

// TestSettle: whatever the sample lacks, the page says which entry would settle it
// in a sentence of its own.
func TestSettle(t *testing.T) {
	s := open(t)
	for year := 2019; year <= 2024; year++ {
		all, err := s.rules.All(t.Context(), s.facts, year, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		for r := range all {
			if r.Answer == law.Unknown {
				r = s.answer(t, year, r.Code, r.Title)
			}
			p := s.pageOf(t, r)
			if (r.Answer == law.Unknown) != (len(p.Settle) > 0) {
				t.Fatalf("%d %s %s is %s, and the page asks for %d entries", year, r.Code, r.Title, r.Answer, len(p.Settle))
			}
			for _, ask := range p.Settle {
				if !strings.HasSuffix(ask, ".") || !norm.NFC.IsNormalString(ask) {
					t.Errorf("%d %s %s: %s", year, r.Code, r.Title, ask)
				}
			}
		}
	}
}

// TestHold: a hold is said beside the answer with its reason, and does not change it.
func TestHold(t *testing.T) {
	s := open(t)
	who, _ := s.facts.ByCode("CB001")
	s.Holds = append(s.Holds, tdkt.Hold{Subject: who, From: tdkt.FirstDay(2023), Reason: "đang xác minh đơn thư"})
	s.facts = law.NewFacts(&s.Snapshot, s.rules)
	p := s.page(t, 2023, "CB001", "LDTT")
	if p.Kind != law.Yes || len(p.Notes) == 0 || p.Notes[0] != "Đang tạm dừng xét: đang xác minh đơn thư." {
		t.Errorf("answer %s, notes %q", p.Kind, p.Notes)
	}
}

var (
	sheets = regexp.MustCompile(`/Type /Page\b[^s]`)
	count  = regexp.MustCompile(`/Count (\d+)`)
)

// TestWrite: the file is a whole PDF with as many sheets as it says, the same each
// time, and a row higher than a sheet is cut instead of running off it.
func TestWrite(t *testing.T) {
	s := open(t)
	page := s.page(t, 2024, "SNV", "TTLDXS")
	long := page
	long.Groups = []paper.Group{{Rows: []paper.Row{{Number: "1", Seen: strings.Repeat("Trần Thị Thử (CB001), ", 600)}}}}
	var files [2]bytes.Buffer
	for i := range files {
		if err := paper.Write(&files[i], time.Date(2023, 12, 18, 9, 0, 0, 0, time.UTC), []paper.Page{page, long}); err != nil {
			t.Fatal(err)
		}
	}
	got := files[0].Bytes()
	if !bytes.Equal(got, files[1].Bytes()) {
		t.Error("the same pages gave two different files")
	}
	if !bytes.HasPrefix(got, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(got), []byte("%%EOF")) {
		t.Fatal("the file is not a whole PDF")
	}
	n := len(sheets.FindAll(got, -1))
	if m := count.FindSubmatch(got); m == nil || string(m[1]) != fmt.Sprint(n) || n < 5 {
		t.Errorf("%d sheets, the file says %s; want at least five", n, m)
	}
}
