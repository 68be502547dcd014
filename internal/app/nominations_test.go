package app_test

import (
	"errors"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// nomination is the one of 2024 that stands.
func nomination(t *testing.T, a *app.App, s tdkt.Subject, title string) tdkt.Nomination {
	t.Helper()
	n, ok := a.View().NominationOf(2024, s, title)
	if !ok {
		t.Fatalf("no nomination of %v for %s", s, title)
	}
	return n
}

// proposed is an App with CB001 proposed for LDTT of 2024.
func proposed(t *testing.T) (*app.App, tdkt.Nomination) {
	t.Helper()
	a := open(t)
	a.User = "Người thử"
	load(t, a, people+"[Xếp loại]\nNăm|Mã|Mức\n=2024|CB001|HTXS\n=2024|CB002|HTT")
	s := subject(t, a, "CB001")
	if _, err := a.Nominate(t.Context(), 2024, "LDTT", []tdkt.Subject{s}); err != nil {
		t.Fatal(err)
	}
	return a, nomination(t, a, s, "LDTT")
}

// A nomination goes to the Council, is passed, sent on and returned; each step keeps
// its day, person and reason, and proposing it again takes the same row up.
func TestNominationLeavesATrail(t *testing.T) {
	a, n := proposed(t)
	for _, m := range []struct {
		to     tdkt.State
		reason string
	}{
		{tdkt.Considered, ""},
		{tdkt.Approved, "biểu quyết giơ tay, 9 trên 9"},
		{tdkt.Submitted, ""},
		{tdkt.Returned, "thiếu báo cáo thành tích"},
		{tdkt.Proposed, ""},
	} {
		if err := a.MoveNominations(t.Context(), []tdkt.Nomination{n}, m.to, m.reason); err != nil {
			t.Fatalf("to %q: %v", m.to, err)
		}
	}
	var got []string
	for _, s := range a.View().StepsOf(n.ID) {
		if s.By != "Người thử" || s.Date == 0 {
			t.Errorf("step without a person or a day: %+v", s)
		}
		got = append(got, string(s.From)+" → "+string(s.To)+" "+s.Reason)
	}
	want := []string{
		" → đề nghị ", "đề nghị → đang xét ", "đang xét → Hội đồng thông qua biểu quyết giơ tay, 9 trên 9",
		"Hội đồng thông qua → đã trình ", "đã trình → trả lại thiếu báo cáo thành tích", "trả lại → đề nghị ",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("trail:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A move that does not lead on from the state is refused by name, and nobody of the
// batch moves; one that asks for a reason does not go without.
func TestMoveRefusesTheWholeBatch(t *testing.T) {
	a, n := proposed(t)
	other := subject(t, a, "CB002")
	if _, err := a.Nominate(t.Context(), 2024, "LDTT", []tdkt.Subject{other}); err != nil {
		t.Fatal(err)
	}
	second := nomination(t, a, other, "LDTT")
	if err := a.MoveNominations(t.Context(), []tdkt.Nomination{n}, tdkt.Approved, "đã họp"); err != nil {
		t.Fatal(err)
	}
	err := a.MoveNominations(t.Context(), []tdkt.Nomination{n, second}, tdkt.Submitted, "")
	var told *tdkt.Error
	if !errors.As(err, &told) || len(told.Problems) != 1 || !strings.Contains(told.Problems[0].Text, a.View().Facts.NameOf(other)) {
		t.Fatalf("err = %v", err)
	}
	if now := nomination(t, a, n.Subject, "LDTT"); now.State != tdkt.Approved {
		t.Errorf("half a batch moved: %s", now.State)
	}
	if err := a.MoveNominations(t.Context(), []tdkt.Nomination{n}, tdkt.Returned, " "); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("returned without a reason: %v", err)
	}
}

// One step proposes all who pledged a title and meet it; a second one finds nothing left,
// and a case on hold is left out.
func TestNominateExpected(t *testing.T) {
	a := sample(t)
	before := a.View().Nominations
	if err := a.Change(t.Context(), "try", "Thử", func(tx app.Tx) error {
		for _, b := range a.View().Ballots {
			if err := tx.Remove(t.Context(), b); err != nil {
				return err
			}
		}
		for _, n := range before {
			if err := tx.Remove(t.Context(), n); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	n, err := a.NominateExpected(t.Context(), 2023)
	if err != nil || n == 0 || n != len(a.View().Nominations) {
		t.Fatalf("NominateExpected = %d of %d, %v", n, len(a.View().Nominations), err)
	}
	for _, nom := range a.View().Nominations {
		res, err := a.View().Explain(2023, nom.Subject, nom.Title)
		if err != nil || res.Answer != "yes" || res.Hold {
			t.Errorf("%s, %s: %s, hold %v, %v", a.View().Facts.NameOf(nom.Subject), nom.Title, res.Answer, res.Hold, err)
		}
	}
	if _, err := a.NominateExpected(t.Context(), 2023); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a second time: %v", err)
	}
}
