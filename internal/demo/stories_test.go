package demo

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// judged is every answer of a year by "CODE TITLE".
type judged map[string]law.Result

func judgeYear(t *testing.T, year int) judged {
	t.Helper()
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := Build().Snapshot
	facts := law.NewFacts(&s, rules)
	all, err := rules.All(t.Context(), facts, year, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	regime, err := rules.Criteria(year)
	if err != nil {
		t.Fatal(err)
	}
	out := judged{}
	for r := range all {
		out[r.Code+" "+r.Title] = r
	}
	for _, s := range facts.Judged(year) {
		for _, title := range regime.TitlesFor(s.Kind) {
			if _, ok := out[facts.CodeOf(s)+" "+title.Code]; !ok {
				t.Errorf("%d: no answer for %s %s", year, facts.CodeOf(s), title.Code)
			}
		}
	}
	return out
}

// who lists the codes of those with an answer for a title, in order.
func (j judged) who(kind tdkt.SubjectKind, title string, answer law.Answer) string {
	var codes []string
	for _, r := range j {
		if r.Kind == kind && r.Title == title && r.Answer == answer {
			codes = append(codes, r.Code)
		}
	}
	slices.Sort(codes)
	return strings.Join(codes, " ")
}

// refused lists the needs of a result that were answered no.
func refused(r law.Result) []string {
	var ids []string
	for _, f := range r.Findings {
		if f.Answer == law.No {
			ids = append(ids, f.Need+": "+f.Seen)
		}
	}
	return ids
}

// Every year of the sample is judged, and shows all three answers: a screen or a
// list that handles only one of them would be seen.
func TestEveryYearShowsEveryAnswer(t *testing.T) {
	for year := firstYear; year <= lastYear; year++ {
		count := map[law.Answer]int{}
		for _, r := range judgeYear(t, year) {
			count[r.Answer]++
		}
		if count[law.Yes] < 20 || count[law.No] < 100 || count[law.Unknown] < 50 {
			t.Errorf("%d: answers %v, want many of each", year, count)
		}
	}
}

// The stories the sample tells, by code. A change of the data or of the law that
// spoils one of them must be seen.
func TestStories(t *testing.T) {
	years := map[int]judged{}
	for year := firstYear; year <= lastYear; year++ {
		years[year] = judgeYear(t, year)
	}
	for _, c := range []struct {
		year  int
		what  string // code and title
		want  law.Answer
		story string
	}{
		{2019, "CB042 LDTT", law.No, "came in June"},
		{2019, "CB036 CSTDCS", law.No, "the initiative was false and is not recorded"},
		{2019, "CB002 CSTDT", law.Unknown, "the paper of 2018 was not found"},
		{2020, "CB029 LDTT", law.No, "reprimanded"},
		{2020, "LTLS TTLDTT", law.No, "the room only completed its tasks"},
		{2021, "CB032 LDTT", law.Yes, "ten months to the day"},
		{2021, "CB038 LDTT", law.No, "a day short of ten months"},
		{2021, "CB014 LDTT", law.No, "left in June"},
		{2021, "CB036 LDTT", law.No, "warned, tasks not completed"},
		{2021, "CB037 LDTT", law.No, "away studying, not rated, book closed"},
		{2021, "XDCQ TTLDTT", law.No, "a member was warned"},
		{2021, "SNV TTLDTT", law.No, "a member of a room counts for the Sở"},
		{2021, "CB026 CSTDT", law.Yes, "three years and an initiative of the province"},
		{2022, "CB025 LDTT", law.Yes, "left on the last day of the year"},
		{2022, "CB031 LDTT", law.Yes, "the complaint was settled in July"},
		{2022, "CB046 CSTDT", law.Yes, "three years again after the gap of 2019"},
		{2022, "CB049 LDTT", law.Yes, "maternity leave counts as work"},
		{2023, "CB012 LDTT", law.No, "did not register"},
		{2023, "CB016 LDTT", law.No, "reprimanded in June"},
		{2023, "CB017 LDTT", law.Yes, "meets it all, on hold"},
		{2023, "CB023 LDTT", law.Unknown, "start of service not entered"},
		{2023, "CB055 LDTT", law.No, "rated HT, whatever the start of service"},
		{2023, "CB062 LDTT", law.No, "came in September"},
		{2023, "CB033 CSTDCS", law.No, "HTXS but no initiative"},
		{2024, "CB033 CSTDCS", law.Yes, "HTXS is enough now"},
		{2023, "CB026 CSTDT", law.No, "a true gap in 2022"},
		{2023, "CB002 CSTDT", law.No, "three years, but initiatives of the Sở alone"},
		{2023, "CB046 CSTDTQ", law.No, "two CSTDT and a nationwide initiative, but 2019 is missing"},
		{2023, "CB001 HCLD2", law.No, "one year of HTT since the medal"},
		{2023, "TT TTLDTT", law.No, "exactly half is not more than half"},
		{2023, "TDKT BKTTG", law.No, "one year of HTT since the certificate"},
		{2023, "SNV HCLD3", law.No, "HTT in 2020 and 2021"},
		{2023, "CB034 GK", law.Yes, "judged worthy in August"},
		{2023, "CB043 GK", law.No, "judged not worthy"},
		{2023, "CB010 GK", law.Unknown, "nobody has judged"},
		{2024, "CB023 LDTT", law.Unknown, "the Sở asks for ten months, and the start is not entered"},
		{2024, "CB020 BKTTG", law.Yes, "three CSTDCS in five years"},
		{2024, "CB036 LDTT", law.No, "rated HT before the book is closed"},
		{2024, "CB051 LDTT", law.Unknown, "not rated yet, book open"},
		{2024, "CB001 LDTT", law.Unknown, "the province has not rated the heads yet"},
		{2024, "TDKT TTLDTT", law.Unknown, "titles of the year not given yet"},
		{2024, "CB046 CSTDTQ", law.No, "the gap of 2019 still tells"},
	} {
		r, ok := years[c.year][c.what]
		if !ok {
			t.Errorf("%d %s (%s): not judged", c.year, c.what, c.story)
			continue
		}
		if r.Answer != c.want {
			t.Errorf("%d %s (%s): %s, want %s; refused: %q", c.year, c.what, c.story, r.Answer, c.want, refused(r))
		}
	}
}

// 2023 is the year of the plan and of the submission: who may get what is known by heart.
func TestWhoMayGetWhatIn2023(t *testing.T) {
	j := judgeYear(t, 2023)
	for _, c := range []struct {
		kind  tdkt.SubjectKind
		title string
		want  string
	}{
		{tdkt.APerson, "CSTDCS", "CB002 CB008 CB010 CB020 CB026 CB034 CB039 CB040 CB045 CB052"},
		{tdkt.APerson, "CSTDT", "CB020 CB045"},
		{tdkt.APerson, "CSTDTQ", ""},
		{tdkt.APerson, "BKT", "CB002 CB008 CB020 CB039 CB045 CB052"},
		{tdkt.APerson, "BKTTG", "CB020"},
		{tdkt.AUnit, "TTLDTT", "CCHC CCVC LTLS SNV TCBC TDKT TG VP XDCQ"},
		{tdkt.AUnit, "TTLDXS", "SNV TCBC TDKT"},
		{tdkt.AUnit, "BKT", "SNV TDKT"},
	} {
		if diff := cmp.Diff(c.want, j.who(c.kind, c.title, law.Yes)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.title, diff)
		}
	}
	var held []string
	for _, r := range j {
		if r.Hold {
			held = append(held, r.Code)
		}
	}
	slices.Sort(held)
	if diff := cmp.Diff([]string{"CB017"}, slices.Compact(held)); diff != "" {
		t.Errorf("on hold (-want +got):\n%s", diff)
	}
}

// Nobody stands on the lists of the sample who may not: each nominee is eligible, or has an
// exception, and is not on hold, and the cap of the year is kept.
func TestNomineesMayBeNominated(t *testing.T) {
	d := Build()
	codes := map[tdkt.Subject]string{}
	for _, p := range d.Snapshot.People {
		codes[tdkt.PersonSubject(p.ID)] = p.Code
	}
	for _, u := range d.Snapshot.Units {
		codes[tdkt.UnitSubject(u.ID)] = u.Code
	}
	years := map[int]map[string]law.Result{2022: judgeYear(t, 2022), 2023: judgeYear(t, 2023)}
	states := map[int]tdkt.State{2022: tdkt.Recognised, 2023: tdkt.Proposed}
	chosen := map[int]map[string]int{2022: {}, 2023: {}}
	for _, n := range d.Nominations {
		r := years[n.Year][codes[n.Subject]+" "+n.Title]
		if r.Answer != law.Yes && len(r.Exceptions) == 0 || r.Hold || n.Year != r.Year || n.Regime != r.Regime {
			t.Errorf("%s %s of %d under %s: answer %q, hold %v, refused %q",
				codes[n.Subject], n.Title, n.Year, n.Regime, r.Answer, r.Hold, refused(r))
		}
		if n.State != states[n.Year] || n.Date == 0 {
			t.Errorf("%s %s: state %q on %s", codes[n.Subject], n.Title, n.State, n.Date)
		}
		chosen[n.Year][n.Title]++
	}
	for year, c := range chosen {
		if c["CSTDCS"] == 0 || c["CSTDCS"]*100 > c["LDTT"]*15 {
			t.Errorf("%d: %d CSTDCS of %d LDTT", year, c["CSTDCS"], c["LDTT"])
		}
	}
}

// What the sample says was given could be given: no yearly title contradicts the
// answer of its year, but the one revoked for that very reason.
func TestGivenTitlesWereDeserved(t *testing.T) {
	s := Build().Snapshot
	codes := map[tdkt.Subject]string{}
	for _, p := range s.People {
		codes[tdkt.PersonSubject(p.ID)] = p.Code
	}
	for _, u := range s.Units {
		codes[tdkt.UnitSubject(u.ID)] = u.Code
	}
	for year := firstYear; year < lastYear; year++ {
		j := judgeYear(t, year)
		for _, a := range s.Awards {
			r, ok := j[codes[a.Subject]+" "+a.Code]
			if ok && a.To == year && !a.Revoked && r.Answer == law.No {
				t.Errorf("%s has %s of %d: refused %q", r.Code, a.Code, year, refused(r))
			}
		}
	}
}

// The sample keeps the caps on people in every past year: CSTDCS within 15 % of LDTT,
// HTXS within 20 % of HTT.
func TestYearsAreBelievable(t *testing.T) {
	s := Build().Snapshot
	for year := firstYear; year < lastYear; year++ {
		n := map[string]int{}
		for _, a := range s.Awards {
			if a.To == year && a.Subject.Kind == tdkt.APerson && !a.Revoked {
				n[a.Code]++
			}
		}
		for _, r := range s.Ratings {
			if r.Year == year && r.Subject.Kind == tdkt.APerson {
				n[string(r.Level)]++
			}
		}
		if n["CSTDCS"]*100 > n["LDTT"]*15 || n["HTXS"]*5 > n["HTT"] || n["CSTDCS"] < 5 || n["HTXS"] < 5 {
			t.Errorf("%d: %s", year, fmt.Sprint(n))
		}
	}
}
