package dossier

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/columns"
	"tdkt/internal/demo"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// sample is the sample department, ready to be changed by a test.
func sample(tb testing.TB) Input {
	tb.Helper()
	rules, err := law.Load()
	if err != nil {
		tb.Fatalf("load the law: %v", err)
	}
	d := demo.Build()
	in := Input{Snapshot: &d.Snapshot, Rules: rules, Year: 2023, Nominations: d.Nominations, Today: tdkt.Date(2024, 1, 5)}
	in.Done = voted(tb, in, d.Proceedings.Ballots)
	return in
}

// voted is the proceeding of the year's own round with the ballots typed.
func voted(tb testing.TB, in Input, ballots []tdkt.Ballot) Proceeding {
	tb.Helper()
	facts := law.NewFacts(in.Snapshot, in.Rules)
	p := Proceeding{Round: tdkt.YearEndRound(in.Year), Votes: map[tdkt.ID]Vote{}}
	for _, n := range in.Nominations {
		rule, err := in.Rules.Vote(facts, n.Year, n.Title)
		if err != nil {
			tb.Fatal(err)
		}
		v := Vote{Rule: rule, Answer: law.Unknown}
		for _, b := range ballots {
			if b.Nomination == n.ID {
				v.Ballot, v.Entered, v.Answer = b, true, rule.Judge(b.For, b.Members)
			}
		}
		p.Votes[n.ID] = v
	}
	return p
}

// build makes the submission after the test has changed the input.
func build(tb testing.TB, in Input) *Submission {
	tb.Helper()
	in.Facts = law.NewFacts(in.Snapshot, in.Rules)
	s, err := Build(tb.Context(), in)
	if err != nil {
		tb.Fatalf("build: %v", err)
	}
	return s
}

// found lists the checks whose text holds the words.
func found(s *Submission, words string) []string {
	var list []string
	for _, c := range s.Checks {
		if strings.Contains(c.Text, words) {
			list = append(list, c.Severity.String()+" | "+c.About)
		}
	}
	return list
}

// The counts printed for the province must be those of check -json, for every
// title and year, or two papers of one department disagree.
func TestCountsEqualCheck(t *testing.T) {
	for year := 2019; year <= 2024; year++ {
		in := sample(t)
		in.Year, in.Today = year, tdkt.Date(year+1, 1, 5)
		s := build(t, in)
		want := map[string]int{}
		all, err := in.Rules.All(t.Context(), law.NewFacts(in.Snapshot, in.Rules), year, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		for r := range all {
			want[fmt.Sprint(r.Kind, r.Title, r.Answer)]++
			if r.Hold {
				want[fmt.Sprint(r.Kind, r.Title, "hold")]++
			}
		}
		got := map[string]int{}
		for _, c := range s.Counts {
			for word, n := range map[string]int{"yes": c.Yes, "no": c.No, "unknown": c.Unknown, "hold": c.Hold} {
				if n > 0 {
					got[fmt.Sprint(c.Title.Kind, c.Title.Code, word)] = n
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d: counts (-check +submission):\n%s", year, diff)
		}
	}
}

// A title asked apart is judged for its nominees alone, and counted with its answer.
func TestNomineesAskedApartAreCounted(t *testing.T) {
	in := sample(t)
	in.Year, in.Today = 2024, tdkt.Date(2025, 1, 5)
	who, _ := law.NewFacts(in.Snapshot, in.Rules).ByCode("CB001")
	in.Nominations = append(in.Nominations, tdkt.Nomination{ID: tdkt.NewID(), Year: 2024, Subject: who, Title: "HCLD-CH", State: tdkt.Proposed})
	for _, c := range build(t, in).Counts {
		if c.Title.Code == "HCLD-CH" {
			if c.Unknown != 1 || c.Yes+c.No != 0 {
				t.Errorf("counted: %+v, want one thiếu dữ liệu", c)
			}
			return
		}
	}
	t.Error("the title is not among those counted")
}

// With nominations they are the list; withdrawn ones are nowhere, those the
// Council voted down only in the minutes: one by hand, one of the sample by eight votes of
// nine; two of the sample wait for their vote.
func TestNominationsAreTheList(t *testing.T) {
	in := sample(t)
	total := 0
	for i := range in.Nominations {
		if in.Nominations[i].Year == in.Year && in.Nominations[i].State != tdkt.Withdrawn {
			total++
		}
	}
	in.Nominations[firstOf(in)].State = tdkt.Withdrawn
	in.Nominations[firstOf(in)].State = tdkt.Rejected
	s := build(t, in)
	listed := len(s.ListOf(tdkt.APerson)) + len(s.ListOf(tdkt.AUnit))
	if s.Expected || len(s.Nominees) != total-1 || listed != total-5 {
		t.Errorf("expected %v, %d nominees, %d on the lists; want false, %d, %d", s.Expected, len(s.Nominees), listed, total-1, total-5)
	}
	counted := 0
	for _, c := range s.Counts {
		counted += c.Nominated
	}
	if counted != listed {
		t.Errorf("%d nominations counted, %d listed", counted, listed)
	}
	if got := found(s, "chỉ có trong biên bản"); len(got) != 1 || !strings.HasPrefix(got[0], "Để biết") {
		t.Errorf("the rejected nomination is told %d times: %q", len(got), got)
	}
}

// firstOf is the place of the first nomination of the year that still stands.
func firstOf(in Input) int {
	for i, n := range in.Nominations {
		if n.Year == in.Year && n.State != tdkt.Withdrawn && n.State != tdkt.Rejected {
			return i
		}
	}
	return -1
}

// Without nominations the list is expected: who pledged the title, meets it and
// is not on hold.
func TestExpectedList(t *testing.T) {
	in := sample(t)
	in.Nominations = nil
	s := build(t, in)
	if !s.Expected || len(found(s, "danh sách gồm các trường hợp đã đăng ký")) != 1 {
		t.Fatalf("the list does not say that it is expected: %v", s.Checks)
	}
	want := map[string]bool{}
	for _, v := range s.Verdicts {
		if v.Pledged && v.Answer == law.Yes && !v.Hold {
			want[v.Code+v.Title.Code] = true
		}
	}
	got := map[string]bool{}
	for _, n := range s.Nominees {
		got[n.Code+n.Title.Code] = true
	}
	if diff := cmp.Diff(want, got); diff != "" || len(want) == 0 {
		t.Errorf("expected nominees (-want +got):\n%s", diff)
	}
}

// A hold, a need not met, a title above its cap, a pair of nominations for one
// thing: what must not go to the province unseen.
func TestSelfCheckFindsWhatMustNotGoOut(t *testing.T) {
	for _, c := range []struct {
		why, words, want string
		change           func(*Input)
	}{
		{
			"an open case stops a nominee", "Đang tạm dừng xét: thanh tra đột xuất", "Phải sửa | Lê Hoàng Phúc, LĐTT",
			func(in *Input) {
				in.Snapshot.Holds = append(in.Snapshot.Holds, tdkt.Hold{
					Subject: phuc(t, *in), From: tdkt.Date(2023, 11, 1), Reason: "thanh tra đột xuất",
				})
			},
		},
		{
			"a discipline of the year ends it", "Không đủ điều kiện: ", "Phải sửa | Lê Hoàng Phúc, LĐTT",
			func(in *Input) {
				in.Snapshot.Disciplines = append(in.Snapshot.Disciplines, tdkt.Discipline{
					Person: phuc(t, *in).ID, Form: tdkt.Reprimand, Date: tdkt.Date(2023, 6, 1),
				})
			},
		},
		{
			"two nominations for one title", "Có hai đề nghị cho", "Phải sửa | Lê Hoàng Phúc, LĐTT",
			func(in *Input) {
				for _, n := range in.Nominations {
					if n.Year == in.Year && n.Subject == phuc(t, *in) {
						n.ID = "twice"
						in.Nominations = append(in.Nominations, n)
						return
					}
				}
			},
		},
		{
			"one more than the cap", "vượt mức tối đa", "Phải sửa | Chiến sĩ thi đua cơ sở",
			func(in *Input) {
				in.Nominations = append(in.Nominations, tdkt.Nomination{
					ID: "over", Year: 2023, Subject: phuc(t, *in), Title: "CSTDCS", State: tdkt.Proposed,
				})
			},
		},
		{
			"data changed since the nomination", "Kết luận đã khác", "Cần xem lại | Lê Hoàng Phúc, LĐTT",
			func(in *Input) {
				for i, n := range in.Nominations {
					if n.Year == in.Year && n.Subject == phuc(t, *in) {
						in.Nominations[i].Findings = `{"answer":"no"}`
					}
				}
			},
		},
		{
			"a heading without its place", "Chưa nhập địa danh;", "Phải sửa | Thông tin cơ quan",
			func(in *Input) { in.Snapshot.Org.Place = "" },
		},
		{
			"two people with one CCCD", "Trùng số CCCD", "Phải sửa | Trương Công Thành",
			func(in *Input) {
				for i, p := range in.Snapshot.People {
					if p.Name == "Lê Hoàng Phúc" || p.Name == "Trương Công Thành" {
						in.Snapshot.People[i].CCCD = "072099999999"
					}
				}
			},
		},
		{
			"an initiative decided before its year", "Ngày quyết định công nhận 01/02/2021", "Cần xem lại | Ý tưởng cũ",
			func(in *Input) {
				in.Snapshot.Initiatives = append(in.Snapshot.Initiatives, tdkt.Initiative{
					Year: 2023, Person: in.Snapshot.People[0].ID, Title: "Ý tưởng cũ", Kind: tdkt.Innovation, Scope: tdkt.Base, Date: tdkt.Date(2021, 2, 1),
				})
			},
		},
	} {
		t.Run(c.why, func(t *testing.T) {
			in := sample(t)
			if got := found(build(t, in), c.words); len(got) != 0 {
				t.Fatalf("the sample has it already: %q", got)
			}
			c.change(&in)
			got := found(build(t, in), c.words)
			if len(got) != 1 || got[0] != c.want {
				t.Errorf("found %q, want only %q", got, c.want)
			}
		})
	}
}

// phuc is a nominee of the sample in good standing.
func phuc(tb testing.TB, in Input) tdkt.Subject {
	tb.Helper()
	for _, p := range in.Snapshot.People {
		if p.Name == "Lê Hoàng Phúc" {
			return tdkt.PersonSubject(p.ID)
		}
	}
	tb.Fatal("the sample has no Lê Hoàng Phúc")
	return tdkt.Subject{}
}

// Needs of an alternative that is not the one met must not be asked for.
func TestOpenNeeds(t *testing.T) {
	f := func(way string, a law.Answer) law.Finding { return law.Finding{Way: way, Answer: a} }
	for _, c := range []struct {
		why  string
		in   []law.Finding
		want int
	}{
		{"nothing to judge", []law.Finding{f("", law.Yes)}, 0},
		{"a need of every alternative", []law.Finding{f("", law.Manual), f("1", law.Yes), f("2", law.Manual)}, 1},
		{"another alternative is met", []law.Finding{f("1", law.Yes), f("2", law.Manual), f("3", law.Manual)}, 0},
		{"the met one asks for one more", []law.Finding{f("1", law.Yes), f("1", law.Manual), f("2", law.Manual), f("2", law.Manual)}, 1},
		{"a failed alternative is no way", []law.Finding{f("1", law.No), f("1", law.Manual), f("2", law.Manual), f("2", law.Manual)}, 2},
		{"all failed", []law.Finding{f("1", law.No), f("2", law.Unknown)}, 0},
	} {
		if got := openNeeds(law.Result{Findings: c.in}); got != c.want {
			t.Errorf("%s: %d, want %d", c.why, got, c.want)
		}
	}
}

// Of several titles for the year only the highest is paid; a form and a title for
// a longer span are paid beside it (law page § 3).
func TestBonusPaysTheHighestOfTheYear(t *testing.T) {
	s := build(t, sample(t))
	paid := map[string]string{}
	for _, r := range s.Bonuses {
		if r.Name == "Nguyễn Thị Minh Châu" || r.Name == "Lâm Quang Huy" {
			paid[r.Name] += fmt.Sprintf("%s %d %v; ", r.Title.Code, r.Paid, r.Why != "")
		}
	}
	want := map[string]string{
		"Nguyễn Thị Minh Châu": "LDTT 0 true; CSTDCS 1800000 false; ", // BKT waits for its vote
		"Lâm Quang Huy":        "LDTT 0 true; CSTDCS 1800000 false; CSTDT 5400000 false; ",
	}
	if diff := cmp.Diff(want, paid); diff != "" {
		t.Errorf("paid (-want +got):\n%s", diff)
	}
	var sum int64
	for _, r := range s.Bonuses {
		sum += r.Paid
	}
	if sum != s.BonusTotal() || sum == 0 {
		t.Errorf("total is %d, rows sum to %d", s.BonusTotal(), sum)
	}
}

// Two people of one name must be told apart in the same words everywhere; names
// that differ in their marks alone are other names, and are pointed out.
func TestNamesakesAreToldApart(t *testing.T) {
	s := build(t, sample(t))
	apart := map[string]map[string]bool{}
	b := builder{Submission: s}
	b.eachWho(func(w *Who) {
		if w.Name == "Nguyễn Thị Lan" || w.Name == "Lê Thị Hạ" {
			key := w.Name + " " + w.Code
			if apart[key] == nil {
				apart[key] = map[string]bool{}
			}
			apart[key][w.Apart] = true
		}
	})
	lan := 0
	for key, words := range apart {
		if len(words) != 1 {
			t.Errorf("%s is told apart in %d ways: %v", key, len(words), words)
		}
		if strings.HasPrefix(key, "Nguyễn Thị Lan") {
			lan++
			if words[""] {
				t.Errorf("%s is not told apart", key)
			}
		}
	}
	if lan != 2 {
		t.Errorf("the sample has %d people named Nguyễn Thị Lan, want 2", lan)
	}
	if got := found(s, "chỉ khác dấu"); len(got) == 0 {
		t.Error("Lê Thị Hà and Lê Thị Hạ are not pointed out")
	}
}

// Units of one name under two parents would make the counts by unit run together.
func TestUnitsOfOneNameAreToldApart(t *testing.T) {
	in := Input{Snapshot: &tdkt.Snapshot{Units: []tdkt.Unit{
		{ID: "c", Code: "B1", Name: "Phòng Tổng hợp", Parent: "b"},
		{ID: "d", Code: "C1", Name: "Phòng Tổng hợp", Parent: "e"},
		{ID: "b", Code: "B", Name: "Chi cục Một", Parent: "a"},
		{ID: "e", Code: "C", Name: "Chi cục Hai", Parent: "a"},
		{ID: "a", Code: "A", Name: "Sở"},
		{ID: "x", Code: "X", Name: "Vòng", Parent: "y"},
		{ID: "y", Code: "Y", Name: "Tròn", Parent: "x"},
	}}}
	var got []string
	for _, u := range newRoll(in.Snapshot, nil, 2023, in.Posts).units {
		got = append(got, fmt.Sprintf("%d %s", u.Depth, u.Name))
	}
	want := []string{
		"0 Sở", "1 Chi cục Một", "2 Phòng Tổng hợp (Chi cục Một)", "1 Chi cục Hai", "2 Phòng Tổng hợp (Chi cục Hai)", "0 Vòng", "1 Tròn",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("units in tree order (-want +got):\n%s", diff)
	}
}

// Somebody who left before the year may still have a pledge in it: the pledge is
// counted, the person has no answer.
func TestPledgeOfSomebodyNotJudged(t *testing.T) {
	in := sample(t)
	in.Snapshot.People = append(in.Snapshot.People, tdkt.Person{
		ID: "gone", Code: "CB999", Name: "Hồ Đã Nghỉ", Unit: in.Snapshot.Units[0].ID, Start: tdkt.Date(2000, 1, 1), End: tdkt.Date(2022, 6, 30),
	})
	before := pledged(build(t, in), "LDTT")
	in.Snapshot.Pledges = append(in.Snapshot.Pledges, tdkt.Pledge{Year: 2023, Subject: tdkt.PersonSubject("gone"), Title: "LDTT"})
	s := build(t, in)
	if got := pledged(s, "LDTT"); got != before+1 {
		t.Errorf("%d pledges counted, want %d", got, before+1)
	}
	for _, v := range s.Verdicts {
		if v.Code == "CB999" && v.Answer != "" {
			t.Errorf("somebody who left in 2022 is judged for 2023: %+v", v)
		}
	}
}

func pledged(s *Submission, code string) int {
	for _, c := range s.Counts {
		if c.Title.Kind == tdkt.APerson && c.Title.Code == code {
			return c.Pledged
		}
	}
	return -1
}

// The order of every list is the units' tree, then given name: what readers look
// people up by.
func TestOrderOfPeople(t *testing.T) {
	s := build(t, sample(t))
	o := tdkt.NewCollation()
	posts := columns.StandardPosts()
	rank := func(w Who) int { return posts.Rank(w.Position, w.Leader) }
	for i := 1; i < len(s.Pledges); i++ {
		a, b := s.Pledges[i-1].Who, s.Pledges[i].Who
		sameUnit := a.Subject.Kind == b.Subject.Kind && a.UnitRank == b.UnitRank && a.Subject.Kind == tdkt.APerson
		if a.Subject.Kind == tdkt.APerson && b.Subject.Kind == tdkt.AUnit || a.Subject.Kind == b.Subject.Kind && a.UnitRank > b.UnitRank ||
			sameUnit && (rank(a) > rank(b) || rank(a) == rank(b) && o.NameKey(a.Name) > o.NameKey(b.Name)) {
			t.Errorf("%s stands before %s", a.Name, b.Name)
		}
	}
}
