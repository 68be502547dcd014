package dossier

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// Each kind of thing that must be put right before a paper leaves the house stops it: the
// sample's clean case has none of them.
func TestGate(t *testing.T) {
	clean := func(t *testing.T) Input {
		t.Helper()
		in := sample(t)
		in.Today = tdkt.Date(2024, 1, 20)
		in.Met = tdkt.Date(2023, 12, 20)
		in.Done.Given = map[tdkt.ID]GivenBy{}
		for i, n := range in.Nominations {
			v := in.Done.Votes[n.ID]
			switch {
			case n.Year != in.Year:
			case !v.Entered && v.Needed():
				in.Nominations[i].State = tdkt.Withdrawn
			case v.Answer == "no":
				in.Nominations[i].State = tdkt.Rejected
			}
			for _, a := range in.Snapshot.Awards {
				if a.Subject == n.Subject && a.Code == n.Title && a.To == n.Year {
					in.Done.Given[n.ID] = GivenBy{Decision: tdkt.Decision{ID: "d", Number: a.Decision, Date: a.Date, Signer: a.Signer}, Award: a.ID}
				}
			}
		}
		return in
	}
	if list := build(t, clean(t)).Blocked(); len(list) != 0 {
		t.Fatalf("the clean year is stopped by %v", list)
	}
	listed := func(in Input, level string) Nominee {
		for _, n := range build(t, in).Nominees {
			if n.OnList() && n.Title.Level == level && n.Subject.Kind == tdkt.APerson {
				return n
			}
		}
		t.Fatal("nobody is listed at " + level)
		return Nominee{}
	}
	for _, c := range []struct {
		why, want string
		change    func(*Input)
	}{
		{"voted down and still open", "Hội đồng không thông qua", func(in *Input) {
			for i, n := range in.Nominations {
				if n.State == tdkt.Rejected {
					in.Nominations[i].State = tdkt.Proposed
				}
			}
		}},
		{"without the ballot it needs", "chưa biểu quyết", func(in *Input) {
			delete(in.Done.Votes, listed(*in, "Tỉnh").Nomination)
		}},
		{"only needs that nobody judged", "Chưa ai xác nhận tiêu chí định tính", func(in *Input) {
			n := listed(*in, "Tỉnh")
			in.Nominations = append(in.Nominations, tdkt.Nomination{ID: "gk", Year: 2023, Subject: n.Subject, Title: "GK", State: tdkt.Proposed})
		}},
		{"on hold", "Đang tạm dừng xét", func(in *Input) {
			in.Snapshot.Holds = append(in.Snapshot.Holds, tdkt.Hold{Subject: listed(*in, "Tỉnh").Subject, From: tdkt.Date(2023, 11, 1), Reason: "x"})
		}},
		{"a meeting without a day", "chưa có ngày", func(in *Input) { in.Met = 0 }},
		{"papers before the meeting", "trước ngày họp Hội đồng", func(in *Input) { in.PaperDay = tdkt.Date(2023, 12, 1) }},
		{"no signer", "người ký", func(in *Input) { in.Snapshot.Org.Signer = "" }},
		{"no symbol", "ký hiệu văn bản", func(in *Input) { in.Snapshot.Org.Symbol = "" }},
		{"a decision without its signer", "Chưa ghi người ký", func(in *Input) {
			decide(in, func(d *tdkt.Decision) { d.Signer = "" })
		}},
		{"a decision signed before the meeting", "trước ngày họp Hội đồng", func(in *Input) {
			decide(in, func(d *tdkt.Decision) { d.Date = tdkt.Date(2023, 12, 1) })
		}},
		{"a local value without its paper", "Chưa có số hoặc ngày của văn bản", func(in *Input) {
			in.Snapshot.Locals = append(in.Snapshot.Locals, tdkt.Local{Year: 2023, Key: "cstdt-ti-le", Value: "50"})
		}},
		{"a paper that was not issued yet", "sau ngày của hồ sơ", func(in *Input) {
			in.Snapshot.Locals = append(in.Snapshot.Locals, tdkt.Local{Year: 2023, Key: "cstdt-ti-le", Value: "50", Document: "9/QĐ-SNV", Date: tdkt.Date(2024, 5, 1)})
		}},
		{"over a cap", "vượt mức tối đa", func(in *Input) {
			in.Snapshot.Locals = append(in.Snapshot.Locals, tdkt.Local{Year: 2023, Key: "cstdt-ti-le", Value: "0", Document: "9/QĐ-SNV", Date: tdkt.Date(2023, 5, 1)})
		}},
		{"ratings over their cap", "nhiều hơn mức tối đa", func(in *Input) {
			for i, r := range in.Snapshot.Ratings {
				if r.Year == 2023 && r.Subject.Kind == tdkt.APerson {
					in.Snapshot.Ratings[i].Level = tdkt.Excellent
				}
			}
		}},
		{"a person twice", "có thể là một người nhập hai lần", func(in *Input) {
			a, b := listed(*in, "Tỉnh"), Nominee{}
			for _, n := range build(t, *in).Nominees {
				if n.Subject.Kind == tdkt.APerson && n.Subject != a.Subject {
					b = n
				}
			}
			for i, p := range in.Snapshot.People {
				if p.ID == b.Subject.ID {
					in.Snapshot.People[i].Name, in.Snapshot.People[i].Born = strings.ToUpper(a.Name), a.Born
				}
			}
		}},
		{"an initiative for the province without its decision", "chưa có số hoặc ngày quyết định công nhận", func(in *Input) {
			for i, x := range in.Snapshot.Initiatives {
				if x.Year == 2023 {
					in.Snapshot.Initiatives[i].Decision = ""
				}
			}
		}},
		{"nobody listed", "Không có trường hợp nào vào danh sách", func(in *Input) { in.Nominations = nil; in.Snapshot.Pledges = nil }},
		{"a year without people", "chưa có người nào", func(in *Input) {
			in.Snapshot.People, in.Nominations, in.Snapshot.Pledges = nil, nil, nil
		}},
	} {
		t.Run(c.why, func(t *testing.T) {
			in := clean(t)
			c.change(&in)
			for _, x := range build(t, in).Blocked() {
				if strings.Contains(x.Text, c.want) {
					return
				}
			}
			t.Errorf("not stopped: %v", build(t, in).Blocked())
		})
	}
}

// decide changes the decision that gave the titles.
func decide(in *Input, change func(*tdkt.Decision)) {
	for id, g := range in.Done.Given {
		change(&g.Decision)
		in.Done.Given[id] = g
	}
}

// Each case on the lists stands in exactly one part, and the parts hold no other.
func TestParts(t *testing.T) {
	s := build(t, sample(t))
	own, up := s.For(OwnPart), s.For(UpPart)
	listed := 0
	for _, n := range s.Nominees {
		if !n.OnList() {
			continue
		}
		listed++
		if OwnPart.Holds(n) == UpPart.Holds(n) {
			t.Errorf("%s, %s stands in %v", n.Name, n.Title.Short, OwnPart.Holds(n))
		}
	}
	if len(own.Nominees)+len(up.Nominees) != listed || len(own.Nominees) == 0 || len(up.Nominees) == 0 {
		t.Errorf("%d and %d of %d", len(own.Nominees), len(up.Nominees), listed)
	}
	if own.BonusTotal()+up.BonusTotal() != s.BonusTotal() {
		t.Errorf("%d and %d đồng of %d", own.BonusTotal(), up.BonusTotal(), s.BonusTotal())
	}
	for _, n := range append(own.Nominees, up.Nominees...) {
		if n.Standing.Has(VotedDown, NoBallot) {
			t.Errorf("%s was voted down or not voted on", n.Standing.Named())
		}
	}
}
