package law_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/demo"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

const bacNinhNumber = "86/2025/QĐ-UBND"

// regulated is the sample with Bắc Ninh's decision in force for its years, as it stands or
// with everything a province may ask added to it.
func regulated(t *testing.T, everything bool) (*law.Rules, *tdkt.Snapshot) {
	t.Helper()
	base := rules(t)
	list, err := law.Examples()
	if err != nil || len(list) == 0 || list[0].Number != bacNinhNumber {
		t.Fatalf("examples: %v", err)
	}
	g := list[0]
	g.FirstYear = 2019
	if everything {
		for _, kind := range []tdkt.SubjectKind{tdkt.APerson, tdkt.AUnit} {
			g.Needs = append(g.Needs, everyAsk(t, base, kind)...)
		}
		regime, err := base.Criteria(2024)
		if err != nil {
			t.Fatal(err)
		}
		values := map[string]string{law.LocalNumber: "12", law.LocalShare: "75", law.LocalYesNo: "có", law.LocalPenalty: "khiển trách", law.LocalRounding: "lên"}
		for _, k := range regime.LocalKeys() {
			if !slices.ContainsFunc(g.Values, func(v law.RegValue) bool { return v.Key == k.Key }) {
				g.Values = append(g.Values, law.RegValue{Key: k.Key, Value: values[k.Kind], Clause: "Điều 98"})
			}
		}
	}
	s := demo.Build().Snapshot
	s.Regulations = []tdkt.Regulation{{ID: "0190a000-0000-7000-8000-00000000aaaa", Number: g.Number, Text: g.Text()}}
	with, problems := base.With(s.Regulations)
	for _, p := range problems {
		t.Fatal(p)
	}
	return with, &s
}

// everyAsk is each thing that may be asked, of every title of a kind.
func everyAsk(t *testing.T, base *law.Rules, kind tdkt.SubjectKind) []law.RegNeed {
	t.Helper()
	var out []law.RegNeed
	regime, err := base.Criteria(2024)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range base.Asks(kind) {
		value := "12"
		if c := a.Choices(); len(c) > 0 {
			value = c[0]
		} else if a.Kind == "" {
			value = ""
		}
		for _, title := range regime.TitlesFor(kind) {
			n := law.RegNeed{Title: title.Code, For: law.KindWord(kind), Ask: a.ID, Value: value, Clause: "Điều 99"}
			if a.ID == "tieu-chi" {
				n.Value = "Gương mẫu ở nơi cư trú."
			}
			out = append(out, n)
		}
	}
	return out
}

// TestRegulationIsNamedInWhatItTouches: whatever comes out otherwise with the province's
// regulation says its number: every finding of every title of the sample, every vote, quota,
// paper and deadline.
func TestRegulationIsNamedInWhatItTouches(t *testing.T) {
	base := rules(t)
	for _, everything := range []bool{false, true} {
		with, s := regulated(t, everything)
		plain := *s
		plain.Regulations = nil
		touched, same := 0, 0
		for _, year := range []int{2023, 2024} {
			before, after := findings(t, base, &plain, year), findings(t, with, s, year)
			for key, f := range after {
				was, had := before[key]
				if had && was.Answer == f.Answer && was.Seen == f.Seen && was.Cite == f.Cite && was.Why == f.Why {
					same++
					continue
				}
				touched++
				if !strings.Contains(f.Cite, bacNinhNumber) {
					t.Errorf("%s was %s, is %s; %s [%s] does not name the regulation", key, was.Answer, f.Answer, f.Seen, f.Cite)
				}
			}
			for key := range before {
				if _, there := after[key]; !there {
					t.Errorf("%s is gone", key)
				}
			}
		}
		if touched < 20 || same < 1000 {
			t.Errorf("everything %v: %d findings touched, %d not", everything, touched, same)
		}
	}
}

// TestRegulationIsNamedInTheProceeding: the same of votes, quorum, quotas, papers and days.
func TestRegulationIsNamedInTheProceeding(t *testing.T) {
	base := rules(t)
	with, s := regulated(t, true)
	plain := *s
	plain.Regulations = nil
	on := tdkt.Date(2025, 12, 20)
	lines := func(r *law.Rules, s *tdkt.Snapshot) []string {
		f := law.NewFacts(s, r)
		var out []string
		for _, c := range r.Codes() {
			v, err := r.VoteOn(f, on, 2024, c.Code)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, fmt.Sprintf("phiếu %s %+v", c.Code, v))
			for _, p := range r.Papers(on, c.Code) {
				out = append(out, fmt.Sprintf("giấy tờ %s %+v", c.Code, p))
			}
		}
		quorum, err := r.QuorumOn(f, on, 2024)
		quotas, err2 := r.Quotas(f, 2024, nil)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		out = append(out, fmt.Sprintf("dự họp %+v", quorum))
		for _, q := range quotas {
			q.BaseCount, q.Cap, q.Counted = 0, 0, nil // who has LĐTT is another question, asked above
			out = append(out, fmt.Sprintf("tỷ lệ %+v", q))
		}
		for _, d := range r.Deadlines(2024, nil) {
			out = append(out, fmt.Sprintf("hạn %+v", d))
		}
		return out
	}
	before, touched := lines(base, &plain), map[string]int{}
	for _, line := range lines(with, s) {
		if slices.Contains(before, line) {
			continue
		}
		what, _, _ := strings.Cut(line, " ")
		touched[what]++
		if !strings.Contains(line, bacNinhNumber) {
			t.Errorf("%s does not name the regulation", line)
		}
	}
	for _, what := range []string{"phiếu", "giấy", "dự", "tỷ", "hạn"} {
		if touched[what] == 0 {
			t.Errorf("nothing of %q is touched: %v", what, touched)
		}
	}
}

// findings are all findings of a year by subject, title and need.
func findings(t *testing.T, r *law.Rules, s *tdkt.Snapshot, year int) map[string]law.Finding {
	t.Helper()
	out := map[string]law.Finding{}
	facts := law.NewFacts(s, r)
	all, err := r.All(t.Context(), facts, year, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	for x := range all {
		for _, f := range ask(t, r, facts, x).Findings {
			out[fmt.Sprintf("%d %s %s %s %s", year, x.Code, x.Title, f.Way, f.Need)] = f
		}
	}
	return out
}
