package dossier

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// paperFor keeps a file of the year for a paper; nomination "" for one that all share.
func paperFor(in *Input, nomination tdkt.ID, paper, sum string) {
	in.Attachments = append(in.Attachments, tdkt.Attachment{
		ID: tdkt.NewID(), Year: in.Year, Nomination: nomination, Paper: paper, Name: paper + ".pdf",
		SHA256: strings.Repeat(sum, 64), Date: tdkt.Date(in.Year, 12, 1),
	})
}

// Every nominee's dossier asks for what the law lists; a shared file stands in all of them,
// a file of one's own in one, and what is missing is told once for each paper.
func TestPapersOfTheDossiers(t *testing.T) {
	in := sample(t)
	bare := build(t, in)
	if len(bare.Papers) == 0 || len(found(bare, "Còn thiếu ở")) == 0 || len(found(bare, "Chưa đính kèm")) == 0 {
		t.Fatalf("%d papers, checks %+v", len(bare.Papers), bare.Checks)
	}
	first := bare.Papers[0].Nomination
	paperFor(&in, "", "de-nghi", "a")
	paperFor(&in, first, "bao-cao", "b")
	s := build(t, in)
	shared, own := 0, 0
	for _, p := range s.Papers {
		switch {
		case p.Paper.Code == "de-nghi":
			if p.State() != PaperThere {
				t.Errorf("%s lacks the shared paper", p.Name)
			}
			shared++
		case p.Paper.Code == "bao-cao" && p.State() == PaperThere:
			own++
		}
	}
	if shared != len(s.ListOf(tdkt.AUnit))+len(s.ListOf(tdkt.APerson)) || own != 1 {
		t.Errorf("%d shared, %d own", shared, own)
	}
	if got := found(s, "Chưa đính kèm"); len(got) != len(found(bare, "Chưa đính kèm"))-1 {
		t.Errorf("still missing: %v", got)
	}
}

// One file kept for two papers, one of tomorrow, and a plan's basis that had ended are told,
// each with the page where it is put right.
func TestPaperFindings(t *testing.T) {
	in := sample(t)
	paperFor(&in, "", "de-nghi", "a")
	paperFor(&in, "", "binh-xet", "a")
	in.Attachments[1].Date = in.Today.Next()
	in.Plans = []tdkt.Plan{{Year: in.Year, Title: "Kế hoạch năm", Bases: []tdkt.Basis{
		{Text: "Chỉ thị số 01;"}, {Text: "Nghị định số 91;", Ended: in.Today, Note: "thay bằng Nghị định số 98"},
	}}}
	s := build(t, in)
	for words, page := range map[string]Page{"Cùng một nội dung": AtPapers, "sau hôm nay": AtPapers, "đã hết hiệu lực": AtPlans} {
		n := 0
		for _, c := range s.Checks {
			if strings.Contains(c.Text, words) {
				n++
				if c.Page != page {
					t.Errorf("%q is put right on page %d", c.Text, c.Page)
				}
			}
		}
		if n != 1 {
			t.Errorf("%q is told %d times", words, n)
		}
	}
}

// TestPapersOfAnotherYear: the same file kept in two years is no slip, and one of another year
// dated tomorrow is that year's matter.
func TestPapersOfAnotherYear(t *testing.T) {
	in := sample(t)
	paperFor(&in, "", "de-nghi", "a")
	paperFor(&in, "", "binh-xet", "a")
	in.Attachments[1].Year--
	in.Attachments[1].Date = in.Today.Next()
	s := build(t, in)
	for _, words := range []string{"Cùng một nội dung", "sau hôm nay"} {
		if list := found(s, words); len(list) != 0 {
			t.Errorf("%q is told of a paper of another year: %q", words, list)
		}
	}
}

// TestDecisionBeforeItsTime: a decision signed before the time of merit began is told, one
// signed on its first day is not.
func TestDecisionBeforeItsTime(t *testing.T) {
	for back, want := range []int{0, 1} {
		in := sample(t)
		given := build(t, in).Given
		if len(given) == 0 {
			t.Fatal("the sample has no award")
		}
		mine := given[0].Award
		for i := range in.Snapshot.Awards {
			if in.Snapshot.Awards[i].ID == mine.ID {
				in.Snapshot.Awards[i].Date = tdkt.FirstDay(mine.From)
				if back == 1 {
					in.Snapshot.Awards[i].Date = tdkt.LastDay(mine.From - 1)
				}
			}
		}
		if list := found(build(t, in), "trước thời gian lập thành tích"); len(list) != want {
			t.Errorf("%d days before: told %q", back, list)
		}
	}
}

// TestUnitOfWhoLeft: who left before the year ended stands under the unit of the last day, not
// where a later row of posts would put a person.
func TestUnitOfWhoLeft(t *testing.T) {
	in := sample(t)
	s := build(t, in)
	who := s.ListOf(tdkt.APerson)[0].Who
	other := tdkt.ID("")
	for _, u := range in.Snapshot.Units {
		if u.Name != who.Unit && u.Name != "" {
			other = u.ID
		}
	}
	last := tdkt.Date(in.Year, 11, 30)
	for i := range in.Snapshot.People {
		if in.Snapshot.People[i].ID == who.Subject.ID {
			in.Snapshot.People[i].End = last
		}
	}
	in.Snapshot.Posts = append(in.Snapshot.Posts, tdkt.Post{ID: tdkt.NewID(), Person: who.Subject.ID, Unit: other, From: last.Next()})
	for _, n := range build(t, in).ListOf(tdkt.APerson) {
		if n.Who.Subject == who.Subject && n.Who.Unit != who.Unit {
			t.Errorf("%s stands under %q, left from %q", n.Who.Name, n.Who.Unit, who.Unit)
		}
	}
}
