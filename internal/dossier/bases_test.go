package dossier

import (
	"slices"
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Papers cite what was in force on their own date, whatever the clock says: the date that
// was given, else the day of the meeting.
func TestBasesByThePapersDate(t *testing.T) {
	for _, c := range []struct {
		year                int
		paper, met, today   tdkt.Day
		law, decree, lacked string
	}{
		{2023, tdkt.Date(2023, 12, 20), 0, tdkt.Date(2026, 11, 30), "ngày 26 tháng 11 năm 2003", "91/2017/NĐ-CP", "98/2023"},
		{2023, tdkt.Date(2024, 1, 5), 0, tdkt.Date(2026, 11, 30), "ngày 15 tháng 6 năm 2022", "98/2023/NĐ-CP", "91/2017"},
		{2024, tdkt.Date(2025, 1, 10), 0, tdkt.Date(2026, 11, 30), "ngày 15 tháng 6 năm 2022", "98/2023/NĐ-CP", "152/2025"},
		{2024, 0, tdkt.Date(2024, 12, 25), tdkt.Date(2026, 11, 30), "ngày 15 tháng 6 năm 2022", "98/2023/NĐ-CP", "152/2025"},
		{2025, 0, tdkt.Date(2025, 12, 25), tdkt.Date(2026, 1, 5), "ngày 15 tháng 6 năm 2022", "152/2025/NĐ-CP", "98/2023"},
		{2024, 0, 0, tdkt.Date(2024, 6, 1), "ngày 15 tháng 6 năm 2022", "98/2023/NĐ-CP", "152/2025"},
	} {
		in := sample(t)
		in.Year, in.PaperDay, in.Met, in.Today = c.year, c.paper, c.met, c.today
		bases := strings.Join(build(t, in).Regime.Bases, "\n")
		if !strings.Contains(bases, c.law) || !strings.Contains(bases, c.decree) || strings.Contains(bases, c.lacked) {
			t.Errorf("year %d, paper %s, met %s: %s", c.year, c.paper, c.met, bases)
		}
	}
}

// A value that the office set is cited by its own paper: type, number, day and issuer.
func TestLocalBases(t *testing.T) {
	in := sample(t)
	in.PaperDay = tdkt.Date(2023, 12, 20)
	in.Snapshot.Locals = []tdkt.Local{
		{Year: 2023, Key: "cstdt-ti-le", Value: "10", Document: "15/QĐ-SNV", Date: tdkt.Date(2023, 2, 1)},
		{Year: 2023, Key: "phieu-cstdcs", Value: "70", Document: "07/2022/QĐ-UBND", Date: tdkt.Date(2022, 3, 25)},
		{Year: 2023, Key: "phieu-khac", Value: "60", Document: "15/QĐ-SNV", Date: tdkt.Date(2023, 2, 1)},
		{Year: 2023, Key: "x", Value: "1", Document: "Công văn của Sở Tài chính ngày 03/4/2023"},
		{Year: 2023, Key: "y", Value: "1", Document: "90/HD-SNV", Date: tdkt.Date(2024, 2, 1)},
		{Year: 2022, Key: "y", Value: "1", Document: "1/HD-SNV", Date: tdkt.Date(2022, 2, 1)},
	}
	s := build(t, in)
	got := s.Regime.Bases[len(s.Regime.Bases)-3:]
	want := []string{
		"Công văn của Sở Tài chính ngày 03/4/2023",
		"Quyết định số 07/2022/QĐ-UBND ngày 25 tháng 3 năm 2022 của Ủy ban nhân dân tỉnh Tây Ninh",
		"Quyết định số 15/QĐ-SNV ngày 01 tháng 02 năm 2023 của Sở Nội vụ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", s.Regime.Bases)
	}
	if len(found(s, "sau ngày của hồ sơ")) != 1 {
		t.Errorf("nobody says that 90/HD-SNV was signed after the papers: %v", s.Checks)
	}
	for _, q := range s.Quotas {
		if q.Title == "CSTDT" && (q.Cite != "15/QĐ-SNV ngày 01/02/2023" || q.Mark != "V") {
			t.Errorf("the cap is cited by %q, %s", q.Cite, q.Mark)
		}
	}
}

// A plan that cites a decree on a day when it did not hold is pointed out.
func TestPlanBases(t *testing.T) {
	in := sample(t)
	in.Plans = []tdkt.Plan{{Year: 2023, Title: "Kế hoạch", Date: tdkt.Date(2023, 1, 30), Bases: []tdkt.Basis{
		{Text: "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017;"},
		{Text: "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023;"},
		{Text: "Căn cứ Nghị định số 65/2014/NĐ-CP ngày 01 tháng 7 năm 2014."},
	}}}
	s := build(t, in)
	if late, over := found(s, "mới có hiệu lực"), found(s, "đã hết hiệu lực từ ngày 01/10/2017"); len(late) != 1 || len(over) != 1 || len(found(s, "viện dẫn")) != 2 {
		t.Errorf("%v %v", late, over)
	}
}

// Official lists stand in the order of posts, then of given names; units keep the tree's order.
func TestProtocolOrder(t *testing.T) {
	in := sample(t)
	s := build(t, in)
	r := newRoll(in.Snapshot, law.NewFacts(in.Snapshot, in.Rules), in.Year, in.Posts)
	o := tdkt.NewCollation()
	seen := 0
	for i := 1; i < len(s.Nominees); i++ {
		a, b := s.Nominees[i-1], s.Nominees[i]
		if a.Title != b.Title || a.Subject.Kind != tdkt.APerson {
			continue
		}
		seen++
		if pa, pb := r.place(a.Who), r.place(b.Who); pa > pb || pa == pb && o.NameKey(a.Name) > o.NameKey(b.Name) {
			t.Errorf("%s (%s) stands before %s (%s)", a.Name, a.Position, b.Name, b.Position)
		}
	}
	if seen < 40 {
		t.Errorf("only %d pairs were compared", seen)
	}
}

// The recorded decision stands in its paper: number, day, signer, and the law of its day.
func TestRecordedDecision(t *testing.T) {
	in := sample(t)
	in.PaperDay = tdkt.Date(2023, 12, 20)
	nom := own(t, in)
	signer := in.Snapshot.People[1]
	in.Decisions = []tdkt.Decision{
		{ID: "d1", Kind: tdkt.Giving, Number: "5/QĐ-SNV", Date: tdkt.Date(2022, 1, 5)},
		{ID: "d2", Kind: tdkt.Giving, Number: "231/QĐ-SNV", Date: tdkt.Date(2024, 1, 8), Signer: signer.Name},
	}
	in.Done.Given = map[tdkt.ID]GivenBy{nom: {Decision: in.Decisions[1]}}
	d := build(t, in).Decided
	if d.Number != "231/QĐ-SNV" || d.Date != tdkt.Date(2024, 1, 8) || d.Signer != signer.Name || len(d.Bases) == 0 || !strings.Contains(d.Bases[1], "98/2023") {
		t.Errorf("%+v", d)
	}
	in.Snapshot.Org.Signer = "Người khác"
	if d := build(t, in).Decided; d.Authority != "KT. GIÁM ĐỐC" || d.Role != "PHÓ GIÁM ĐỐC" {
		t.Errorf("%s signs as %q %q", signer.Position, d.Authority, d.Role)
	}
}

// A register that holds the signer's post gives the paper the name of the one in the post;
// where nobody or several hold it the name is missing, which must be put right.
func TestSignerByPost(t *testing.T) {
	in := sample(t)
	nom := own(t, in)
	d := tdkt.Decision{ID: "d2", Kind: tdkt.Giving, Number: "231/QĐ-SNV", Date: tdkt.Date(2024, 1, 8), Signer: "Giám đốc Sở Nội vụ"}
	in.Done.Given = map[tdkt.ID]GivenBy{nom: {Decision: d}}
	head := ""
	for _, p := range in.Snapshot.People {
		if p.Position == "Giám đốc" {
			head = p.Name
		}
	}
	s := build(t, in)
	if d := s.Decided; head == "" || d.Signer != head || d.Authority != "GIÁM ĐỐC" || d.Role != "" {
		t.Errorf("signed by %q %q %q, the head is %q", d.Signer, d.Authority, d.Role, head)
	}
	d.Signer = "Phó Giám đốc"
	in.Done.Given = map[tdkt.ID]GivenBy{nom: {Decision: d}}
	s = build(t, in)
	if got := found(s, "Chưa ghi họ tên người ký"); s.Decided.Signer != "" || s.Decided.Authority != "KT. GIÁM ĐỐC" || len(got) != 1 {
		t.Errorf("one of several deputies: %+v, told %q", s.Decided, got)
	}
}

// own is a nomination of the sample for a title of the department's own.
func own(tb testing.TB, in Input) tdkt.ID {
	tb.Helper()
	for _, n := range build(tb, in).Nominees {
		if n.Title.Level == OwnLevel && n.Nomination != "" {
			return n.Nomination
		}
	}
	tb.Fatal("the sample has no nomination of the department's own")
	return ""
}
