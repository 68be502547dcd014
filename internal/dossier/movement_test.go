package dossier

import (
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestMovementTerm: a room put forward for Bằng khen Thủ tướng in a movement of the province
// is looked at when the movement has not run three years to the day of its review.
func TestMovementTerm(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	review := func(d tdkt.Day) []tdkt.Review { return []tdkt.Review{{Day: d, Final: true}} }
	for _, c := range []struct {
		reason   string
		title    string
		kind     tdkt.SubjectKind
		movement tdkt.Movement
		want     string // "": nothing is said
	}{
		{"no movement", "BKTTG", tdkt.AUnit, tdkt.Movement{}, ""},
		{"three years to the day", "BKTTG", tdkt.AUnit, tdkt.Movement{ID: "m", From: tdkt.Date(2022, 1, 1), Reviews: review(tdkt.Date(2024, 12, 31))}, ""},
		{"a day less", "BKTTG", tdkt.AUnit, tdkt.Movement{ID: "m", From: tdkt.Date(2022, 1, 2), Reviews: review(tdkt.Date(2024, 12, 31))}, "chưa đủ 3 năm"},
		{"its end where nobody reviewed it", "BKTTG", tdkt.AUnit, tdkt.Movement{ID: "m", From: tdkt.Date(2022, 1, 1), To: tdkt.Date(2024, 12, 30)}, "chưa đủ 3 năm"},
		{"the day of the round where it has no end", "BKTTG", tdkt.AUnit, tdkt.Movement{ID: "m", From: tdkt.Date(2021, 6, 1)}, ""},
		{"no first day", "BKTTG", tdkt.AUnit, tdkt.Movement{ID: "m", To: tdkt.Date(2024, 12, 30)}, "Chưa nhập ngày phát động phong trào"},
		{"five years", "HCLD3", tdkt.APerson, tdkt.Movement{ID: "m", From: tdkt.Date(2021, 1, 1), To: tdkt.Date(2024, 12, 31)}, "Điều 44 khoản 1 điểm a"},
		{"the law asks no time", "BKT", tdkt.AUnit, tdkt.Movement{ID: "m", From: tdkt.Date(2024, 1, 1), To: tdkt.Date(2024, 12, 31)}, ""},
	} {
		b := &builder{
			Submission: &Submission{},
			Input:      Input{Rules: rules, Year: 2024, Done: Proceeding{Round: tdkt.Round{ID: "r", Kind: tdkt.MovementRound, Date: tdkt.Date(2024, 11, 20)}, Movement: c.movement}},
		}
		n := Nominee{}
		n.Subject.Kind, n.Title.Code = c.kind, c.title
		b.checkMovement("Phòng Một", n)
		said := ""
		for _, f := range b.Checks {
			said += f.Text
		}
		if (said == "") != (c.want == "") || !strings.Contains(said, c.want) {
			t.Errorf("%s: the self-check says %q, want %q", c.reason, said, c.want)
		}
	}
}
