package forms

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/dossier"
	"tdkt/internal/dossier/dossiertest"
	"tdkt/internal/tdkt"
)

// randomYear changes the sample's year by chance: who was nominated, how the Council voted,
// what was decided, and facts that the law asks for.
func randomYear(tb testing.TB, random *rand.Rand) dossier.Input {
	tb.Helper()
	in := dossiertest.Input(tb, 2023)
	in.Met = tdkt.Date(2023, 12, 18)
	in.Done.Given = map[tdkt.ID]dossier.GivenBy{}
	states := []tdkt.State{tdkt.Proposed, tdkt.Considered, tdkt.Approved, tdkt.Rejected, tdkt.Submitted, tdkt.Withdrawn}
	for i, n := range in.Nominations {
		if n.Year != in.Year {
			continue
		}
		in.Nominations[i].State = states[random.IntN(len(states))]
		v := in.Done.Votes[n.ID]
		v.Ballot.Members = 9
		v.Ballot.For = random.IntN(10)
		v.Ballot.Against = 9 - v.Ballot.For
		v.Entered = random.IntN(5) > 0
		v.Answer = v.Rule.Judge(v.Ballot.For, v.Ballot.Members)
		in.Done.Votes[n.ID] = v
		if in.Nominations[i].State.PutForward() && random.IntN(6) == 0 {
			in.Done.Given[n.ID] = dossier.GivenBy{Decision: tdkt.Decision{ID: "d", Number: "9/QĐ-SNV", Date: tdkt.Date(2024, 1, 2), Signer: "A"}}
		}
	}
	for i := range in.Snapshot.Ratings {
		if r := &in.Snapshot.Ratings[i]; r.Year == in.Year && random.IntN(8) == 0 {
			r.Level = tdkt.Levels()[random.IntN(len(tdkt.Levels()))]
		}
	}
	return in
}

// In random years every list of the folder says exactly the cases that stand on it: read
// back by one who knows only the standings, at each level, with the votes.
func TestFolderOfRandomYears(t *testing.T) {
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 7))
		in := randomYear(t, random)
		s, err := dossier.Build(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		s.Meeting.Ballots = map[tdkt.ID]dossier.Ballot{}
		for id, v := range in.Done.Votes {
			if v.Entered {
				s.Meeting.Ballots[id] = dossier.Ballot{Members: v.Ballot.Members, For: v.Ballot.For, Against: v.Ballot.Against}
			}
		}
		dir := t.TempDir()
		if seed == 0 { // the whole folder; app's TestEveryFileSaysTheStanding writes many
			dir, err = WriteSubmission(t.Context(), dir, s, nil)
		} else {
			err = writeLists(t, dir, s)
		}
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		standings, err := dossier.Standings(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range []dossier.Part{dossier.OwnPart, dossier.UpPart} {
			want := 0
			for _, x := range standings {
				if x.OnList && (x.Own() == (part == dossier.OwnPart)) {
					want++
				}
			}
			if !s.Written(part) {
				if want != 0 {
					t.Errorf("seed %d: %s was not written for %d cases", seed, part, want)
				}
				continue
			}
			if got := casesIn(t, dir, part); got != want {
				t.Errorf("seed %d: %s lists %d cases, %d stand on it", seed, part, got, want)
			}
		}
	}
}

// writeLists writes the lists of a folder alone.
func writeLists(tb testing.TB, dir string, s *dossier.Submission) error {
	tb.Helper()
	for _, f := range plan(s) {
		if !f.sub.Part.Leaves() || !strings.Contains(f.path, "Danh sách") {
			continue
		}
		if _, err := f.write(tb.Context(), dir); err != nil {
			return err
		}
	}
	return nil
}

// casesIn counts the lines of the lists of a part.
func casesIn(t *testing.T, dir string, part dossier.Part) int {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, string(part), "*Danh sách*.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, path := range paths {
		f := must(excelize.OpenFile(path))
		for _, sheet := range f.GetSheetList() {
			for _, row := range must(f.GetRows(sheet)) {
				if len(row) > 1 && row[0] != "" && strings.Trim(row[0], "0123456789") == "" {
					n++
				}
			}
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return n
}
