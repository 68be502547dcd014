package app_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// fresh is a year of the sample in which nobody has registered.
const fresh = 2025

func pledges(a *app.App, s tdkt.Subject) []string {
	out := []string{}
	for _, p := range a.View().PledgesOf(fresh, s) {
		out = append(out, p.Title+" "+p.Initiative)
	}
	return out
}

// TestEditPledges: several subjects are changed in one step; what is kept keeps its
// row, and a title of the other kind refuses the whole step.
func TestEditPledges(t *testing.T) {
	a := sample(t)
	one, two := subject(t, a, "CB001"), subject(t, a, "CB002")
	want := func(codes ...string) []tdkt.Pledge {
		var out []tdkt.Pledge
		for _, c := range codes {
			out = append(out, tdkt.Pledge{Title: c})
		}
		return out
	}
	edit := func(edits ...view.PledgeEdit) error { return a.EditPledges(t.Context(), fresh, edits) }
	if err := edit(view.PledgeEdit{Subject: one, Want: want("LDTT", "CSTDCS")}, view.PledgeEdit{Subject: two, Want: want("LDTT")}); err != nil {
		t.Fatal(err)
	}
	kept := a.View().PledgesOf(fresh, one)[1].ID
	named := []tdkt.Pledge{{Title: "CSTDCS", Initiative: " Tra  cứu "}}
	if err := edit(view.PledgeEdit{Subject: one, Want: named}); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"CSTDCS Tra cứu"}, pledges(a, one)); d != "" {
		t.Errorf("pledges (-want +got):\n%s", d)
	}
	if got := a.View().PledgesOf(fresh, one)[0].ID; got != kept {
		t.Error("a title that was kept has a new row")
	}
	err := edit(view.PledgeEdit{Subject: one}, view.PledgeEdit{Subject: two, Want: want("TTLDTT")})
	if tdkt.KindOf(err) != tdkt.Invalid || len(pledges(a, one)) != 1 {
		t.Errorf("a unit's title for a person: err %v, pledges %v", err, pledges(a, one))
	}
}

// TestPledgeTitles counts what is new and is one step, for one title and for several.
func TestPledgeTitles(t *testing.T) {
	a := sample(t)
	all := []tdkt.Subject{subject(t, a, "CB001"), subject(t, a, "CB002")}
	for _, step := range []struct {
		titles []string
		want   int
	}{{[]string{"LDTT"}, 2}, {[]string{"LDTT", "CSTDCS", "CSTDT"}, 4}, {[]string{"LDTT", "CSTDT"}, 0}} {
		before := len(history(t, a))
		n, err := a.PledgeTitles(t.Context(), fresh, step.titles, all)
		if err != nil || n != step.want {
			t.Errorf("%v: %d added, err %v; want %d", step.titles, n, err, step.want)
		}
		if steps := len(history(t, a)) - before; steps > 1 || (n > 0) != (steps == 1) {
			t.Errorf("%v: %d steps in the history", step.titles, steps)
		}
	}
}

// TestSetTicks: one judgement for several people is one step, given twice changes the
// same rows, and can be taken back.
func TestSetTicks(t *testing.T) {
	a := sample(t)
	all := []tdkt.Subject{subject(t, a, "CB001"), subject(t, a, "CB002"), subject(t, a, "CB003")}
	tick := tdkt.Tick{Year: fresh, Title: "LDTT", Need: "pham-chat"}
	count := func() (rows, met int) {
		for _, k := range a.View().Ticks {
			if k.Year == fresh {
				rows++
				if k.Met && k.By == a.User && k.Date == a.Today() {
					met++
				}
			}
		}
		return rows, met
	}
	yes, no := true, false
	for _, step := range []struct {
		met       *bool
		rows, yes int
	}{{&yes, 3, 3}, {&no, 3, 0}, {nil, 0, 0}} {
		if err := a.SetTicks(t.Context(), tick, all, step.met); err != nil {
			t.Fatal(err)
		}
		if rows, met := count(); rows != step.rows || met != step.yes {
			t.Errorf("%d rows, %d met; want %d, %d", rows, met, step.rows, step.yes)
		}
	}
}
