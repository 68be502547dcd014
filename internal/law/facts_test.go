package law_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Every title of every year of the regimes and some beyond must answer, for
// somebody with facts and for somebody without, with and without what was seen.
func TestEveryYearAnswersEveryTitle(t *testing.T) {
	r := rules(t)
	f := law.NewFacts(department(100, 2013, 2027), r)
	for year := r.Regimes[0].From; year <= 2027; year++ {
		g, err := r.Criteria(year)
		if err != nil {
			t.Fatal(err)
		}
		for _, brief := range []bool{true, false} {
			all, err := r.All(context.Background(), f, year, 0, brief)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for res := range all {
				n++
				checkResult(t, g, res, brief)
			}
			want := 100*len(g.TitlesFor(tdkt.APerson)) + 3*len(g.TitlesFor(tdkt.AUnit))
			if n != want {
				t.Errorf("%d: %d answers, want %d", year, n, want)
			}
		}
	}
}

func checkResult(t *testing.T, g *law.Regime, res law.Result, brief bool) {
	t.Helper()
	open := 0
	for _, f := range res.Findings {
		if f.Answer == law.Manual {
			open++
		}
		if f.Why == "" || f.Cite == "" || f.Mark == "" || (f.Seen == "") != brief {
			t.Errorf("%d %s %s: need %s: %+v", res.Year, res.Code, res.Title, f.Need, f)
		}
	}
	if res.Regime != g.ID || open != res.ManualOpen || len(res.Findings) == 0 {
		t.Errorf("%d %s %s: %+v", res.Year, res.Code, res.Title, res)
	}
}

// Brief leaves out what was seen and nothing else: counts and pages agree.
func TestBriefAnswersAlike(t *testing.T) {
	r := rules(t)
	f := law.NewFacts(department(50, 2013, 2024), r)
	for _, s := range f.Judged(2023) {
		for _, title := range mustCriteria(t, r, 2023).TitlesFor(s.Kind) {
			q := law.Question{Year: 2023, Subject: s, Title: title.Code}
			full, err := r.Judge(f, q)
			if err != nil {
				t.Fatal(err)
			}
			for i := range full.Findings {
				f := &full.Findings[i]
				f.Seen, f.Rows, f.Missing = "", nil, nil
			}
			full.Notes = nil
			q.Brief = true
			brief, err := r.Judge(f, q)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(full, brief); diff != "" {
				t.Fatalf("%s: mismatch (-full +brief)\n%s", title.Code, diff)
			}
		}
	}
}

// A year's verdicts are the answers that All gives, in its order, in any world: to those
// judged and to nobody else, and what is pledged and lacks data is counted.
func TestVerdictsAnswerAlike(t *testing.T) {
	rules := oracleRules(t)
	eachWorld(some(200), func(seed uint64, w *world) {
		f := law.NewFacts(w.s, rules)
		for _, year := range w.years() {
			all, err := rules.All(t.Context(), f, year, 0, true)
			if err != nil {
				t.Fatal(err)
			}
			var want []law.Result
			lacking := 0
			for r := range all {
				pledged := slices.ContainsFunc(w.s.Pledges, func(p tdkt.Pledge) bool {
					return p.Year == year && p.Subject == r.Subject && p.Title == r.Title
				})
				if r.Answer == law.Unknown && pledged {
					lacking++
				}
				r.Findings = nil
				want = append(want, r)
			}
			v, err := rules.Verdicts(t.Context(), f, year, func(tdkt.Subject, string) bool { return false })
			if err != nil {
				t.Fatal(err)
			}
			got := slices.Collect(v.All())
			if diff := differ(want, got[:min(len(want), len(got))]); diff != "" {
				t.Fatalf("world %d, %d: mismatch (-all +verdicts)\n%s", seed, year, diff)
			}
			if n, _, _ := v.Lacking(); n < lacking {
				t.Fatalf("world %d, %d: %d lacking, want %d", seed, year, n, lacking)
			}
		}
	})
}

func mustCriteria(t *testing.T, r *law.Rules, year int) *law.Regime {
	t.Helper()
	g, err := r.Criteria(year)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// A stopped check stops: the window's cancel button depends on it.
func TestAllStops(t *testing.T) {
	r := rules(t)
	f := law.NewFacts(department(100, 2020, 2023), r)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	all, err := r.All(ctx, f, 2023, 0, true)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range all {
		if n++; n == 20 {
			cancel()
		}
	}
	if n > 30 {
		t.Errorf("%d answers after the stop at 20", n)
	}
	if _, err := r.All(context.Background(), f, 2013, 0, true); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("2013: %v", err)
	}
}

// The lookups other packages use: units, rolls, codes and names.
func TestFactsLookups(t *testing.T) {
	s := &tdkt.Snapshot{
		Units: []tdkt.Unit{
			{ID: "u1", Code: "SNV", Name: "Sở", Founded: tdkt.Date(2000, 1, 1)},
			{ID: "u2", Code: "PNV", Name: "Phòng", Parent: "u1"},
			{ID: "u3", Code: "TVT", Name: "Tổ", Parent: "u2", Founded: tdkt.Date(2024, 1, 1)},
			{ID: "x1", Code: "X1", Name: "Vòng", Parent: "x2"},
			{ID: "x2", Code: "X2", Name: "Vòng", Parent: "x1"},
		},
		People: []tdkt.Person{
			{ID: "b", Code: "CB02", Name: "Bình", Unit: "u3"},
			{ID: "a", Code: "CB01", Name: "An", Unit: "u2", Start: tdkt.Date(2010, 1, 1), End: tdkt.Date(2023, 6, 30)},
			{ID: "c", Code: "CB03", Name: "Cúc", Unit: "u2", Start: tdkt.Date(2010, 1, 1)},
		},
		Posts: []tdkt.Post{
			{ID: "1", Person: "c", From: tdkt.Date(2020, 1, 1), To: tdkt.Date(2022, 12, 31), Unit: "u3"},
			{ID: "2", Person: "c", From: tdkt.Date(2022, 12, 31), Unit: "u1"},
		},
		Holds: []tdkt.Hold{{Subject: tdkt.PersonSubject("a"), From: tdkt.Date(2023, 1, 1)}},
	}
	f := law.NewFacts(s, rules(t))
	for _, c := range []struct{ what, got, want string }{
		{"post ends", string(f.UnitOn("c", tdkt.Date(2022, 12, 30))), "u3"},
		{"two posts on a day: the later", string(f.UnitOn("c", tdkt.Date(2022, 12, 31))), "u1"},
		{"posts leave a gap: no unit", string(f.UnitOn("c", tdkt.Date(2015, 1, 1))), ""},
		{"no posts: the person's unit", string(f.UnitOn("a", tdkt.Date(2015, 1, 1))), "u2"},
		{"nobody", string(f.UnitOn("z", tdkt.Date(2015, 1, 1))), ""},
		{"all of the Sở", fmt.Sprint(f.Members("u1", tdkt.Date(2023, 6, 30))), "[a b c]"},
		{"who left is not counted", fmt.Sprint(f.Members("u1", tdkt.Date(2023, 12, 31))), "[b c]"},
		{"the room and those below", fmt.Sprint(f.Members("u2", tdkt.Date(2023, 12, 31))), "[b]"},
		{"no such unit", fmt.Sprint(f.Members("z", tdkt.Date(2023, 12, 31))), "[]"},
		{"judged in 2023", codesOf(f, f.Judged(2023)), "CB01 CB02 CB03 PNV SNV X1 X2"},
		{"judged in 2024", codesOf(f, f.Judged(2024)), "CB02 CB03 PNV SNV TVT X1 X2"},
		{"within", fmt.Sprint(f.Within("u3", "u1"), f.Within("u1", "u3"), f.Within("u1", "u1"), f.Within("z", "u1")), "true false true false"},
		{"a loop of units ends", fmt.Sprint(f.Within("x2", "x1"), f.Within("x1", "u1")), "true false"},
		{"hold", fmt.Sprint(f.OnHold(tdkt.PersonSubject("a"), tdkt.Date(2023, 5, 5)), f.OnHold(tdkt.PersonSubject("b"), tdkt.Date(2023, 5, 5))), "true false"},
		{"names", f.NameOf(tdkt.UnitSubject("u1")) + f.NameOf(tdkt.PersonSubject("b")) + f.NameOf(tdkt.PersonSubject("z")), "SởBình"},
		{"is judged", fmt.Sprint(f.IsJudged(tdkt.PersonSubject("a"), 2024), f.IsJudged(tdkt.PersonSubject("z"), 2024)), "false false"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if p, ok := f.Person("b"); !ok || p.Code != "CB02" {
		t.Errorf("Person(b) = %+v, %v", p, ok)
	}
	if u, ok := f.Unit("u3"); !ok || u.Code != "TVT" {
		t.Errorf("Unit(u3) = %+v, %v", u, ok)
	}
	if s, ok := f.ByCode("PNV"); !ok || s != tdkt.UnitSubject("u2") {
		t.Errorf("ByCode(PNV) = %+v, %v", s, ok)
	}
}

func codesOf(f *law.Facts, list []tdkt.Subject) string {
	var out []string
	for _, s := range list {
		out = append(out, f.CodeOf(s))
	}
	return strings.Join(out, " ")
}

// What a reader must know of the rules is said: the unchecked year, second-hand values.
func TestSoundness(t *testing.T) {
	text := strings.Join(rules(t).Soundness(), "\n")
	for _, want := range []string{"Chưa đối chiếu với Luật 06/2026/QH16", "so-thang", "Mức lương cơ sở từ ngày 01/07/2023", "Nghị định 91/2017/NĐ-CP"} {
		if !strings.Contains(text, want) {
			t.Errorf("soundness does not say %q:\n%s", want, text)
		}
	}
	// Each line names the text that would settle it, or the person who is wanting.
	list := rules(t).Soundness()
	for _, line := range list {
		if !strings.Contains(line, "[") && !strings.Contains(line, "rà soát") && !strings.Contains(line, "đối chiếu") {
			t.Errorf("nobody is told what would verify: %s", line)
		}
	}
	// It was 43 when the texts of 30/11/2026 were found, without notes, votes and papers.
	if len(list) > 40 {
		t.Errorf("%d points are not verified, more than there were:\n%s", len(list), text)
	}
}

// "law show" prints a regime found by its id, with the texts it stands on.
func TestRegimeByID(t *testing.T) {
	r := rules(t)
	g, ok := r.Regime("luat-06-2022")
	if !ok || len(g.Sources) != 2 || g.Sources[0].Key != "L22" || g.Sources[0].Signed != tdkt.Date(2022, 6, 15) {
		t.Errorf("luat-06-2022: %v, %+v", ok, g)
	}
	if _, ok := r.Regime("luat-1999"); ok {
		t.Error("a regime that is not there was found")
	}
}

// The settings screen offers the local values of a year and says what cannot be read.
func TestLocalKeys(t *testing.T) {
	keys := mustCriteria(t, rules(t), 2024).LocalKeys()
	values := map[string][2]string{ // by kind: one that can be read, one that cannot
		law.LocalNumber: {" 10 ", "mười"}, law.LocalShare: {"QUÁ NỬA", "đa số"}, law.LocalYesNo: {"Có", "tùy"},
		law.LocalPenalty: {"KHIỂN TRÁCH", "phê bình"}, law.LocalRounding: {"xuống", "chẵn"},
	}
	if len(keys) < 4 {
		t.Fatalf("keys %+v", keys)
	}
	for _, k := range keys {
		v, known := values[k.Kind]
		if !known || k.Name == "" || k.Cite == "" {
			t.Errorf("key %+v", k)
		}
		if got := k.LocalProblem(v[0]); got != "" {
			t.Errorf("%s %q: %s", k.Key, v[0], got)
		}
		if k.LocalProblem(v[1]) == "" {
			t.Errorf("%s accepts %q", k.Key, v[1])
		}
	}
}
