package bloc

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

func q(text string) tdkt.Quantity {
	v, err := tdkt.ParseQuantity(text)
	if err != nil {
		panic(err)
	}
	return v
}

// criterion is one of a standard of points.
func criterion(kind tdkt.CriterionKind, standard int) tdkt.BlocCriterion {
	return tdkt.BlocCriterion{ID: "c", Kind: kind, Standard: standard * 100, Text: "tiêu chí"}
}

// judge is the result of a member with one criterion.
func judge(c tdkt.BlocCriterion, m tdkt.BlocMark, extras ...tdkt.BlocExtra) Result {
	m.Criterion = c.ID
	return Standard().Judge(tdkt.BlocMember{ID: "m"}, []tdkt.BlocCriterion{c}, []tdkt.BlocMark{m}, extras)
}

// TestMeasured: a quantitative criterion at its limits, upwards and downwards.
func TestMeasured(t *testing.T) {
	for _, tc := range []struct {
		kind                        tdkt.CriterionKind
		plan, result                string
		percent, points, over, want string // over: bonus of the line; want: the total
	}{
		{tdkt.MoreBetter, "100", "99", "99", "19,8", "0", "19,8"},
		{tdkt.MoreBetter, "100", "100", "100", "20", "0", "20"},
		{tdkt.MoreBetter, "100", "101", "101", "20", "0,2", "20,2"},
		{tdkt.MoreBetter, "100", "109", "109", "20", "1,8", "21,8"},
		{tdkt.MoreBetter, "100", "110", "110", "20", "2", "22"},
		{tdkt.MoreBetter, "100", "111", "111", "20", "2", "22"},
		{tdkt.MoreBetter, "100", "500", "500", "20", "2", "22"},
		{tdkt.MoreBetter, "100", "0", "0", "0", "0", "0"},
		{tdkt.MoreBetter, "3", "1", "33,33", "6,67", "0", "6,67"},
		{tdkt.MoreBetter, "1.250.000", "1.000.000", "80", "16", "0", "16"},
		{tdkt.LessBetter, "10", "11", "90,91", "18,18", "0", "18,18"},
		{tdkt.LessBetter, "10", "10", "100", "20", "0", "20"},
		{tdkt.LessBetter, "10", "9,9", "101,01", "20", "0,2", "20,2"},
		{tdkt.LessBetter, "10", "5", "200", "20", "2", "22"},
		{tdkt.LessBetter, "0,01", "9.999.999.999", "0", "0", "0", "0"},
	} {
		r := judge(criterion(tc.kind, 20), tdkt.BlocMark{Plan: q(tc.plan), Result: q(tc.result)})
		l := r.Lines[0]
		got := []string{l.Percent.String(), l.Formula.String(), Points(l.Over), r.Total.String()}
		if diff := cmp.Diff([]string{tc.percent, tc.points, tc.over, tc.want}, got); diff != "" {
			t.Errorf("%s %s/%s (-want +got):\n%s", tc.kind, tc.result, tc.plan, diff)
		}
		if len(l.Why) == 0 || l.Gap != "" {
			t.Errorf("%s %s/%s: why %q, gap %q", tc.kind, tc.result, tc.plan, l.Why, l.Gap)
		}
	}
}

// TestMissingIsNeverNought: what was not entered leaves the criterion without a mark and the
// member without a rank, with a sentence that says what is lacking.
func TestMissingIsNeverNought(t *testing.T) {
	for _, tc := range []struct {
		kind tdkt.CriterionKind
		mark tdkt.BlocMark
		gap  string
	}{
		{tdkt.MoreBetter, tdkt.BlocMark{}, gapBoth},
		{tdkt.MoreBetter, tdkt.BlocMark{Plan: q("1")}, gapResult},
		{tdkt.MoreBetter, tdkt.BlocMark{Result: q("1")}, gapPlan},
		{tdkt.MoreBetter, tdkt.BlocMark{Plan: q("0"), Result: q("1")}, gapZeroPlan},
		{tdkt.LessBetter, tdkt.BlocMark{Plan: q("0"), Result: q("1")}, gapZeroPlan},
		{tdkt.LessBetter, tdkt.BlocMark{Plan: q("1"), Result: q("0")}, gapZeroResult},
		{tdkt.ByLevel, tdkt.BlocMark{}, gapLevel},
		{tdkt.ByLevel, tdkt.BlocMark{Level: "B"}, fmt.Sprintf(gapNoShare, "B")},
		{tdkt.ByLevel, tdkt.BlocMark{Level: "E"}, fmt.Sprintf(gapNoLevel, "E")},
		{tdkt.PlainPoints, tdkt.BlocMark{}, gapPlain},
	} {
		r := judge(criterion(tc.kind, 10), tc.mark)
		if l := r.Lines[0]; l.Gap != tc.gap || l.Final.Known || r.Total.Known || r.Missing != 1 {
			t.Errorf("%s %+v: gap %q, final %v, total %v, missing %d", tc.kind, tc.mark, l.Gap, l.Final, r.Total, r.Missing)
		}
		tc.mark.Self = q("0")
		if r := judge(criterion(tc.kind, 10), tc.mark); r.Total != tdkt.Of(0) || r.Lines[0].Gap != "" {
			t.Errorf("%s with 0 typed: total %v, gap %q", tc.kind, r.Total, r.Lines[0].Gap)
		}
	}
	if r := judge(criterion(tdkt.BlocHeading, 10), tdkt.BlocMark{}); r.Missing != 0 || r.Base != 0 {
		t.Errorf("a heading counts: %+v", r)
	}
}

// TestMarks: level A is whole; the khối's mark goes before the member's; the Council's
// criteria are no gap of the member.
func TestMarks(t *testing.T) {
	if r := judge(criterion(tdkt.ByLevel, 10), tdkt.BlocMark{Level: "A"}); r.Total != q("10") {
		t.Errorf("level A of 10: %v", r.Total)
	}
	r := judge(criterion(tdkt.PlainPoints, 10), tdkt.BlocMark{Self: q("9"), Checked: q("8,5")})
	if r.Total != q("8,5") || r.SelfTotal != q("9") || r.Unchecked != 0 || len(r.Lines[0].Why) != 1 {
		t.Errorf("checked: %+v", r)
	}
	outside := criterion(tdkt.PlainPoints, 10)
	outside.Outside = true
	r = judge(outside, tdkt.BlocMark{Self: q("10")})
	if r.Total.Known || !r.SelfTotal.Known || r.SelfTotal.N != 0 || r.Lines[0].Gap != gapOutside {
		t.Errorf("a criterion of the Council: %+v", r)
	}
	if r = judge(outside, tdkt.BlocMark{Checked: q("7")}); r.Total != q("7") {
		t.Errorf("marked by the Council: %v", r.Total)
	}
}

// TestOverOfAll: all that is above the standards brings 20 points at most.
func TestOverOfAll(t *testing.T) {
	for _, tc := range []struct{ standard, want int }{{199, 1990 + 19900}, {200, 2000 + 20000}, {201, 2000 + 20100}} {
		c := criterion(tdkt.MoreBetter, tc.standard)
		if r := judge(c, tdkt.BlocMark{Plan: q("1"), Result: q("2")}); r.Total.N != int64(tc.want) {
			t.Errorf("standard %d: %v, want %v", tc.standard, r.Total, Points(int64(tc.want)))
		}
	}
}

// TestExtras: each reason of the file brings what it says, days late at their limits, and
// a reason that bars does.
func TestExtras(t *testing.T) {
	c := criterion(tdkt.PlainPoints, 100)
	total := func(x ...tdkt.BlocExtra) Result { return judge(c, tdkt.BlocMark{Self: q("100")}, x...) }
	for _, tc := range []struct {
		extra tdkt.BlocExtra
		want  string
		bars  bool
	}{
		{tdkt.BlocExtra{Key: "sang-tao"}, "105", false},
		{tdkt.BlocExtra{Key: "lam-tot", Count: 1}, "105", false},
		{tdkt.BlocExtra{Minus: true, Key: "vang", Count: 3}, "85", false},
		{tdkt.BlocExtra{Minus: true, Key: "tra-ho-so", Count: 2}, "90", false},
		{tdkt.BlocExtra{Minus: true, Key: "phe-binh"}, "90", false},
		{tdkt.BlocExtra{Minus: true, Key: "truong-khoi"}, "90", false},
		{tdkt.BlocExtra{Minus: true, Key: "khien-trach"}, "90", false},
		{tdkt.BlocExtra{Minus: true, Key: "canh-cao"}, "80", true},
		{tdkt.BlocExtra{Minus: true, Key: "bao-cao-cham", Count: 4}, "100", false},
		{tdkt.BlocExtra{Minus: true, Key: "bao-cao-cham", Count: 5}, "95", false},
		{tdkt.BlocExtra{Minus: true, Key: "bao-cao-cham", Count: 9}, "95", false},
		{tdkt.BlocExtra{Minus: true, Key: "bao-cao-cham", Count: 10}, "90", false},
		{tdkt.BlocExtra{Minus: true, Key: "bao-cao-cham", Count: 14}, "90", false},
		{tdkt.BlocExtra{Minus: true, Key: "bao-cao-cham", Count: 15}, "80", false},
		{tdkt.BlocExtra{Minus: true, Key: "bao-cao-cham", Count: 40}, "80", false},
		{tdkt.BlocExtra{Reason: "Đăng cai hội thao", Points: 250, Count: 2}, "105", false},
		{tdkt.BlocExtra{Minus: true, Key: "không-còn"}, "", false},
	} {
		r := total(tc.extra)
		if r.Total.String() != tc.want || (len(r.Bars) > 0) != tc.bars || r.Extras[0].Why == "" {
			t.Errorf("%+v: %v, bars %v, why %q", tc.extra, r.Total, r.Bars, r.Extras[0].Why)
		}
	}
}

// ranked makes a khối whose members have these totals, "" for none yet.
func ranked(totals ...string) Ranking {
	c := criterion(tdkt.PlainPoints, 100)
	var results []Result
	for i, text := range totals {
		m := tdkt.BlocMember{ID: tdkt.ID(rune('a' + i)), Place: i, Own: i == 0, Name: string(rune('a' + i))}
		results = append(results, Standard().Judge(m, []tdkt.BlocCriterion{c}, []tdkt.BlocMark{{Criterion: "c", Self: q(text)}}, nil))
	}
	return Standard().Rank(tdkt.Bloc{Scale: 10000}, []tdkt.BlocCriterion{c}, results)
}

// said is each member with its rank and award.
func said(k Ranking) string {
	var out []string
	proposals := k.Proposals()
	for _, r := range k.Results {
		p := proposals[r.Member.ID]
		out = append(out, fmt.Sprintf("%s%d%s", r.Member.ID, r.Rank, p.Award.Key))
	}
	return strings.Join(out, " ")
}

// TestRank: equal totals share a rank, who lacks a mark has none, awards go down the ranks,
// and a shared rank on the edge is left to the ballot.
func TestRank(t *testing.T) {
	for _, tc := range []struct {
		totals []string
		want   string
	}{
		{[]string{"90", "95", "80", "70"}, "b1co a2co c3bk d4"},
		{[]string{"90", "95", "90", "70"}, "b1co a2 c2 d4bk"},
		{[]string{"90", "90", "80"}, "a1co b1co c3bk"},
		{[]string{"90", "", "80"}, "a1 c2 b0"},
		{[]string{"", ""}, "a0 b0"},
	} {
		if got := said(ranked(tc.totals...)); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.totals, got, tc.want)
		}
	}
	k := ranked("90", "95", "90", "70")
	if why := k.Proposals()["a"].Why; !strings.Contains(why, "bỏ phiếu") {
		t.Errorf("a shared rank on the edge: %q", why)
	}
	k.Results[1].Member.Proposed = "co" // a, by the ballot
	k.Results[2].Member.Proposed = tdkt.BlocNoAward
	if got := said(k); got != "b1co a2co c2 d4bk" {
		t.Errorf("after the ballot: %q", got)
	}
	k = ranked("90", "80", "70")
	k.Results[0].Bars = []string{"Lãnh đạo bị cảnh cáo trở lên"}
	if got := said(k); got != "a1 b2co c3co" {
		t.Errorf("barred: %q", got)
	}
}

// TestNotes: what does not fit is said.
func TestNotes(t *testing.T) {
	if n := ranked("90", "80").Notes; len(n) != 0 {
		t.Errorf("notes of a whole khối: %q", n)
	}
	c := criterion(tdkt.PlainPoints, 90)
	k := Standard().Rank(tdkt.Bloc{Scale: 10000}, []tdkt.BlocCriterion{c}, []Result{
		{Member: tdkt.BlocMember{Name: "a", Proposed: "bk", Votes: q("8"), Voters: 7}, Bars: []string{"cảnh cáo"}},
		{Member: tdkt.BlocMember{Name: "b", Proposed: "bk"}},
	})
	for _, want := range []string{"90, khác thang điểm 100", "không được xét", "8 phiếu trên 7", "Đề nghị 2 Bằng khen", "cơ quan mình"} {
		if !slices.ContainsFunc(k.Notes, func(n string) bool { return strings.Contains(n, want) }) {
			t.Errorf("no note says %q: %q", want, k.Notes)
		}
	}
}

// TestFile: the rules survive their own file, and a wrong file is refused in a sentence.
func TestFile(t *testing.T) {
	r := Standard()
	r.Criteria = []Criterion{{Number: "1", Text: "x", Kind: string(tdkt.MoreBetter), Points: Number{q("12,5")}}}
	again, err := Read("", r.Text())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, again); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
	for text, want := range map[string]string{
		"name = ":                              "viết chưa đúng",
		"lạ = 1":                               "viết chưa đúng",
		"odd = 1":                              "mục lạ “odd”",
		"[over]\nmost = \"x\"":                 "viết chưa đúng",
		"[over]\nmost = -1":                    "viết chưa đúng",
		"[[bonus]]\nkey = \"a\"\ntext = \"b\"": "cần key, text và points",
		"[[bonus]]\nkey = \"a\"\ntext = \"b\"\npoints = 1\nfrom = 5\nbefore = 5":                             "before không lớn hơn from",
		"[[bonus]]\nkey = \"a\"\ntext = \"b\"\npoints = 1\n[[bonus]]\nkey = \"a\"\ntext = \"c\"\npoints = 1": "cùng key",
		"[[award]]\nkey = \"không\"\nname = \"b\"\ncount = 1":                                                "khen thưởng “b”",
		"[[deadline]]\nname = \"x\"\nday = \"31/02\"":                                                        "thời hạn “x”",
		"[[criterion]]\ntext = \"x\"\nkind = \"y\"":                                                          "tiêu chí “x”",
		"[[level]]\ncode = \"A\"\n[[level]]\ncode = \"A\"":                                                   "mức “A”",
	} {
		if _, err := Read("k.toml", text); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(tdkt.Sentence(err, nil), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if d := Standard().Deadlines; d[0].On(2023) != tdkt.Date(2023, 1, 5) || d[len(d)-1].On(2023) != tdkt.Date(2024, 1, 31) {
		t.Errorf("deadlines: %v %v", d[0].On(2023), d[len(d)-1].On(2023))
	}
}
