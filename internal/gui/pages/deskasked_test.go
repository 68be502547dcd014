package pages

import (
	"slices"
	"testing"

	"tdkt/internal/demo"
	"tdkt/internal/gui/desk"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestDeskWhatIsAskedForHasAPlace: every entry that answers of the sample's 2023 ask for opens
// where it is typed: at its subject, in its first year, under its title.
func TestDeskWhatIsAskedForHasAPlace(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := demo.Build().Snapshot
	f := law.NewFacts(&s, rules)
	all, err := rules.All(t.Context(), f, 2023, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	tabs := map[tdkt.Noun]string{
		tdkt.NounRating: "Đánh giá", tdkt.NounInitiative: "Đánh giá", tdkt.NounPledge: "Đăng ký", tdkt.NounAward: "Khen thưởng",
		tdkt.NounTick: "Khen thưởng", tdkt.NounPerson: "Nhân sự", tdkt.NounUnit: "Nhân sự", tdkt.NounPost: "Nhân sự",
	}
	lacking, asked := 0, 0
	for r := range all {
		if r.Answer != law.Unknown {
			continue
		}
		full, err := rules.Judge(f, law.Question{Year: 2023, Subject: r.Subject, Title: r.Title})
		if err != nil {
			t.Fatal(err)
		}
		lacking++
		for _, m := range full.Settle() {
			asked++
			p := desk.PlaceOfMissing(m)
			switch {
			case p.Tab == "" || p.Tab != tabs[m.Noun] || p.Noun != m.Noun:
				t.Errorf("%s %s: %q opens %+v", r.Code, r.Title, m.Text, p)
			case !slices.Contains(m.Subjects, p.Subject) || len(m.Years) > 0 && p.Year != m.Years[0]:
				t.Errorf("%s %s: %q opens another subject or year: %+v", r.Code, r.Title, m.Text, p)
			case m.Noun == tdkt.NounAward && !slices.Contains(m.Codes, p.Title):
				t.Errorf("%s %s: %q opens another title: %+v", r.Code, r.Title, m.Text, p)
			}
		}
	}
	if lacking == 0 || asked < lacking {
		t.Errorf("%d answers lack data, %d entries are asked for", lacking, asked)
	}
}
