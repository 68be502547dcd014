package law

import (
	"errors"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// bacNinh is the worked example.
func bacNinh(t *testing.T) *Regulation {
	t.Helper()
	list, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range list {
		if g.Number == "86/2025/QĐ-UBND" {
			return g
		}
	}
	t.Fatal("the example of Bắc Ninh is not there")
	return nil
}

// applied is rules and facts of an office with two rooms, with regulations applied.
func applied(t *testing.T, list ...*Regulation) (*Rules, *Facts) {
	t.Helper()
	base, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	s := &tdkt.Snapshot{
		Units: []tdkt.Unit{{ID: "so", Code: "SO", Name: "Sở Nội vụ"}, {ID: "vp", Code: "VP", Name: "Văn phòng", Parent: "so"}},
		People: []tdkt.Person{
			{ID: "a", Code: "CB1", Name: "Lê Văn A", Unit: "vp", Employment: tdkt.CivilServant, Start: tdkt.FirstDay(2015)},
			{ID: "b", Code: "CB2", Name: "Lê Thị B", Unit: "vp", Employment: tdkt.CivilServant, Start: tdkt.FirstDay(2015)},
		},
	}
	for _, who := range []tdkt.Subject{tdkt.PersonSubject("a"), tdkt.PersonSubject("b"), tdkt.UnitSubject("so"), tdkt.UnitSubject("vp")} {
		s.Ratings = append(s.Ratings, tdkt.Rating{ID: tdkt.ID("r" + string(who.ID)), Year: 2025, Subject: who, Level: tdkt.Good})
	}
	for _, p := range s.People {
		s.Awards = append(s.Awards, tdkt.Award{ID: "w" + p.ID, Subject: tdkt.PersonSubject(p.ID), Code: "LDTT", From: 2025, To: 2025})
	}
	for i, g := range list {
		s.Regulations = append(s.Regulations, tdkt.Regulation{ID: tdkt.ID(rune('0' + i)), Number: g.Number, Text: g.Text()})
	}
	r, problems := base.With(s.Regulations)
	for _, p := range problems {
		t.Fatal(p)
	}
	return r, NewFacts(s, r)
}

func ask(t *testing.T, r *Rules, f *Facts, who tdkt.Subject, title string) Result {
	t.Helper()
	res, err := r.Judge(f, Question{Year: 2025, Subject: who, Title: title})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// TestBacNinh: three stories of Decision 86/2025: who may be given the flag and the title
// of a collective, and how many votes are enough; each says the document and its clause.
func TestBacNinh(t *testing.T) {
	t.Run("the office itself is no TTLĐTT", func(t *testing.T) {
		office, room := tdkt.UnitSubject("so"), tdkt.UnitSubject("vp")
		r, f := applied(t)
		if got := ask(t, r, f, office, "TTLDTT"); got.Answer != Yes {
			t.Fatalf("without the regulation: %v", got.Answer)
		}
		r, f = applied(t, bacNinh(t))
		got := ask(t, r, f, office, "TTLDTT")
		if got.Answer != No {
			t.Fatalf("with the regulation: %v", got.Answer)
		}
		told := false
		for _, n := range got.Findings {
			if n.Province {
				told = n.Answer == No && strings.Contains(n.Cite, "86/2025/QĐ-UBND") && strings.Contains(n.Cite, "Điều 4 khoản 2 điểm a")
			}
		}
		if !told {
			t.Errorf("no finding names the regulation: %+v", got.Findings)
		}
		if got := ask(t, r, f, room, "TTLDTT"); got.Answer != Yes {
			t.Errorf("a room: %v", got.Answer)
		}
	})
	t.Run("a room has no flag of the province", func(t *testing.T) {
		room, office := tdkt.UnitSubject("vp"), tdkt.UnitSubject("so")
		r, f := applied(t)
		if got := ask(t, r, f, room, "COTINH"); got.Answer != Unknown {
			t.Fatalf("without the regulation: %v", got.Answer)
		}
		r, f = applied(t, bacNinh(t))
		if got := ask(t, r, f, room, "COTINH"); got.Answer != No {
			t.Errorf("with the regulation: %v", got.Answer)
		}
		if got := ask(t, r, f, office, "COTINH"); got.Answer != Unknown { // nobody ticked what the statute asks
			t.Errorf("the office: %v", got.Answer)
		}
	})
	t.Run("more than half of the votes", func(t *testing.T) {
		day, _ := tdkt.MakeDay(2025, 12, 20)
		r, f := applied(t)
		if v, _ := r.VoteOn(f, day, 2025, "CSTDCS"); v.Known {
			t.Fatalf("without the regulation: %+v", v)
		}
		r, f = applied(t, bacNinh(t))
		v, err := r.VoteOn(f, day, 2025, "CSTDCS")
		if err != nil || !v.Known || v.Words() != "quá nửa" || !strings.Contains(v.Cite, "Điều 9 khoản 4") {
			t.Fatalf("%+v, %v", v, err)
		}
		if v.Judge(4, 8) != No || v.Judge(5, 8) != Yes || v.Judge(26, 51) != Yes || v.Judge(25, 51) != No {
			t.Error("half is taken for more than half, or the other way round")
		}
		before, _ := tdkt.MakeDay(2025, 12, 14) // not yet in force
		if v, _ := r.VoteOn(f, before, 2025, "CSTDCS"); v.Known {
			t.Errorf("a meeting before the regulation was in force: %+v", v)
		}
	})
}

// TestRegulationYears: a regulation says nothing for years before its first, and an office's
// own value for a year goes before it.
func TestRegulationYears(t *testing.T) {
	g := bacNinh(t)
	g.Values = append(g.Values, RegValue{Key: "ldtt-so-thang", Value: "10", Clause: "Điều 4 khoản 1"})
	r, f := applied(t, g)
	if r.Regulation(2024) != nil || r.Regulation(2031) == nil {
		t.Error("years of the regulation")
	}
	if _, set := f.local(2024, "ldtt-so-thang"); set {
		t.Error("2024 is judged by a regulation of 2025")
	}
	l, set := f.local(2026, "ldtt-so-thang")
	if !set || l.Value != "10" {
		t.Errorf("2026: %+v", l)
	}
	f.locals[localKey{2026, "ldtt-so-thang"}] = tdkt.Local{Year: 2026, Key: "ldtt-so-thang", Value: "6", Document: "1/QĐ-SNV"}
	if l, _ := f.local(2026, "ldtt-so-thang"); l.Value != "6" || l.by != nil {
		t.Errorf("the office's own value: %+v", l)
	}
}

// TestRegulationText: a regulation written to its file and read again is the same, and asks
// under the same ids, so that ticks stay.
func TestRegulationText(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	g := bacNinh(t)
	again, err := r.ReadRegulation(g.Text())
	if err != nil {
		t.Fatal(err)
	}
	if again.Text() != g.Text() {
		t.Errorf("another text:\n%s", again.Text())
	}
	for i, n := range g.Needs {
		if n.id(g, 0) != again.Needs[i].id(again, 0) {
			t.Errorf("need %d has another id", i)
		}
	}
}

// TestEveryAsk: each thing a province may ask can be asked of a title, and stands among its
// findings with the clause.
func TestEveryAsk(t *testing.T) {
	base, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []tdkt.SubjectKind{tdkt.APerson, tdkt.AUnit} {
		title, who := "LDTT", tdkt.PersonSubject("a")
		if kind == tdkt.AUnit {
			title, who = "TTLDTT", tdkt.UnitSubject("vp")
		}
		for _, a := range base.Asks(kind) {
			g := bacNinh(t)
			value := "1"
			if c := a.Choices(); len(c) > 0 {
				value = c[0]
			} else if a.Kind == "" {
				value = ""
			}
			g.Needs = []RegNeed{{Title: title, For: KindWord(kind), Ask: a.ID, Value: value, Clause: "Điều 99"}}
			r, f := applied(t, g)
			found := false
			for _, n := range ask(t, r, f, who, title).Findings {
				found = found || n.Province && strings.HasSuffix(n.Cite, "Điều 99") && !strings.Contains(n.Why, "%")
			}
			if !found && a.ID != "ti-le-ldtt" {
				t.Errorf("%s: no finding", a.ID)
			}
		}
	}
}

// TestBadRegulations: each fault of a file is one sentence that says what is wrong.
func TestBadRegulations(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	good := bacNinh(t).Text()
	for _, c := range []struct{ name, from, to, want string }{
		{"no number", `number = "86/2025/QĐ-UBND"`, `number = ""`, "số văn bản"},
		{"no such day", `signed = "03/12/2025"`, `signed = "31/02/2025"`, "Dòng 8"},
		{"in force before it was signed", `in_force = "15/12/2025"`, `in_force = "01/12/2025"`, "trước ngày ký"},
		{"a year without law", `first_year = 2025`, `first_year = 1990`, "1990"},
		{"an unknown key", `key = "phieu-khac"`, `key = "phieu-la"`, "phieu-la"},
		{"a value that cannot be read", `value = "quá nửa"`, `value = "đa số"`, "đa số"},
		{"an unknown title", `title = "COTINH"`, `title = "COXA"`, "COXA"},
		{"an unknown ask", `ask = "doi-tuong"`, `ask = "la"`, "“la”"},
		{"a clause that is none", `clause = "Điều 3 khoản 1 điểm a"`, `clause = "trang 3"`, "trang 3"},
		{"a day that is none", `day = "10/12"`, `day = "31/02"`, "Gửi hồ sơ"},
		{"a level that is none", `level = "Tỉnh"`, `level = "Xã"`, "“Xã”"},
		{"an entry nobody reads", "[[paper]]", "[[papper]]", "papper"},
		{"no TOML", `title = "ban`, `title = ban`, "Dòng"},
	} {
		bad := strings.Replace(good, c.from, c.to, 1)
		if bad == good {
			t.Fatalf("%s: the text has no %s:\n%s", c.name, c.from, good)
		}
		_, err := r.ReadRegulation(bad)
		var e *tdkt.Error
		if err == nil || !errors.As(err, &e) || !strings.Contains(e.Text, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
