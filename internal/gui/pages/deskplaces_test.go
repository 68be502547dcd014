package pages

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/gui/desk"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Every record behind a finding opens where a person would look for it, and everything
// that is missing where it is typed.
func TestDeskPlaces(t *testing.T) {
	p, u := tdkt.PersonSubject("p"), tdkt.UnitSubject("u")
	for _, c := range []struct {
		reason string
		got    desk.Place
		want   desk.Place
	}{
		{"a rating", desk.PlaceOfRow(law.Row{Noun: tdkt.NounRating, ID: "r", Subject: p, Year: 2022}), desk.Place{Tab: "Đánh giá", Year: 2022, Subject: p, Key: "r", Noun: tdkt.NounRating}},
		{"an award is on the life sheet", desk.PlaceOfRow(law.Row{Noun: tdkt.NounAward, ID: "w", Subject: u, Year: 2021}), desk.Place{Tab: "Nhân sự", Year: 2021, Subject: u, Key: "w", Noun: tdkt.NounAward}},
		{"a discipline", desk.PlaceOfRow(law.Row{Noun: tdkt.NounDiscipline, ID: "d", Subject: p, Year: 2020}), desk.Place{Tab: "Nhân sự", Year: 2020, Subject: p, Key: "d", Noun: tdkt.NounDiscipline}},
		{"an initiative", desk.PlaceOfRow(law.Row{Noun: tdkt.NounInitiative, ID: "i", Subject: p, Year: 2020}), desk.Place{Tab: "Đánh giá", Page: "Sáng kiến", Year: 2020, Subject: p, Key: "i", Noun: tdkt.NounInitiative}},
		{"a pledge", desk.PlaceOfRow(law.Row{Noun: tdkt.NounPledge, ID: "g", Subject: p, Year: 2020}), desk.Place{Tab: "Đăng ký", Year: 2020, Subject: p, Key: "g", Noun: tdkt.NounPledge}},
		{"a local value", desk.PlaceOfRow(law.Row{Noun: tdkt.NounLocal, ID: "l", Year: 2024}), desk.Place{Tab: "Kế hoạch", Page: "Quy định riêng", Year: 2024, Key: "l", Noun: tdkt.NounLocal}},
		{
			"an award is entered under its title", desk.PlaceOfMissing(law.Missing{Noun: tdkt.NounAward, Subjects: []tdkt.Subject{p}, Years: []int{2022, 2023}, Codes: []string{"CSTDCS"}}),
			desk.Place{Tab: "Khen thưởng", Year: 2022, Subject: p, Title: "CSTDCS", Noun: tdkt.NounAward},
		},
		{
			"a book of ratings to close", desk.PlaceOfMissing(law.Missing{Noun: tdkt.NounYear, Years: []int{2022}, Book: tdkt.RatingBook}),
			desk.Place{Tab: "Đánh giá", Year: 2022, Noun: tdkt.NounRating},
		},
		{
			"a book of pledges to close", desk.PlaceOfMissing(law.Missing{Noun: tdkt.NounYear, Years: []int{2022}, Book: tdkt.PledgeBook}),
			desk.Place{Tab: "Đăng ký", Year: 2022, Noun: tdkt.NounPledge},
		},
		{
			"a book of titles to close", desk.PlaceOfMissing(law.Missing{Noun: tdkt.NounYear, Years: []int{2022}, Book: tdkt.TitleBook}),
			desk.Place{Tab: "Khen thưởng", Year: 2022, Noun: tdkt.NounAward},
		},
		{"a first day", desk.PlaceOfMissing(law.Missing{Noun: tdkt.NounPerson, Subjects: []tdkt.Subject{p}}), desk.Place{Tab: "Nhân sự", Subject: p, Noun: tdkt.NounPerson, Missing: true}},
		{
			"a value that cannot be read", desk.PlaceOfMissing(law.Missing{Noun: tdkt.NounLocal, Years: []int{2024}, Need: "ldtt-so-thang"}),
			desk.Place{Tab: "Kế hoạch", Page: "Quy định riêng", Year: 2024, Title: "ldtt-so-thang", Noun: tdkt.NounLocal},
		},
	} {
		if d := cmp.Diff(c.want, c.got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, d)
		}
	}
}
