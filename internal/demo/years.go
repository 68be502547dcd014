package demo

import (
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

const (
	firstYear = 2019
	lastYear  = 2024 // under way: its pledges are closed, the rest is half entered
)

// decisions are the numbers and dates under which a year's results were given.
type decisions struct {
	ratings              string
	base, province       ruling // initiatives
	ourTitles, provinces ruling // titles of the Sở and of the province
}

// ruling is one decision: its number and date.
type ruling struct {
	number string
	date   tdkt.Day
}

func (b *builder) decisions() {
	b.byYear = map[int]decisions{}
	for _, r := range table("decisions.txt", 10) {
		at := func(cell int) ruling { return ruling{r.cells[cell], r.day(cell + 1)} }
		b.byYear[r.number(0)] = decisions{
			ratings: r.cells[1], base: at(2), province: at(4), ourTitles: at(6), provinces: at(8),
		}
	}
}

// years reads the letters of every subject, a place for each year, and closes the books.
func (b *builder) years() {
	b.letters()
	for _, r := range table("years.txt", 4) {
		who := b.subject(r, r.cells[0])
		for cell := 1; cell <= 3; cell++ {
			if len(r.cells[cell]) != lastYear-firstYear+1 {
				r.fail("%q has not one letter a year", r.cells[cell])
			}
		}
		for i := range lastYear - firstYear + 1 {
			year := firstYear + i
			b.rating(r, who, year, r.cells[1][i])
			b.titles(r, who, year, r.cells[2][i])
			b.pledges(r, who, year, r.cells[3][i])
		}
	}
	for year := firstYear; year <= lastYear; year++ {
		y := tdkt.Year{ID: b.id(tdkt.NounYear), Year: year}
		for _, book := range tdkt.Books() {
			y.SetClosed(book, year < lastYear || book == tdkt.PledgeBook)
		}
		b.data.Snapshot.Years = append(b.data.Snapshot.Years, y)
	}
}

func (b *builder) rating(r row, who tdkt.Subject, year int, letter byte) {
	if letter == '.' {
		return
	}
	at := strings.IndexByte("XTHK", letter)
	if at < 0 {
		r.fail("unknown rating %q", letter)
	}
	b.data.Snapshot.Ratings = append(b.data.Snapshot.Ratings, tdkt.Rating{
		ID: b.id(tdkt.NounRating), Year: year, Subject: who,
		Level: tdkt.Levels()[at], Decision: b.byYear[year].ratings,
	})
}

// titlesOf are the titles behind a letter, by who decides them.
type titlesOf struct{ ours, provinces []string }

func (b *builder) letters() {
	b.byLetter = map[string]titlesOf{}
	for _, r := range table("letters.txt", 4) {
		b.byLetter[r.cells[0]+r.cells[1]] = titlesOf{strings.Fields(r.cells[2]), strings.Fields(r.cells[3])}
	}
}

// codes are the titles behind a letter; a dot stands for none.
func (b *builder) codes(r row, kind tdkt.SubjectKind, letter byte) titlesOf {
	t, ok := b.byLetter[string(kind)+string(letter)]
	if !ok && letter != '.' {
		r.fail("unknown title %q", letter)
	}
	return t
}

func (b *builder) titles(r row, who tdkt.Subject, year int, letter byte) {
	t, d := b.codes(r, who.Kind, letter), b.byYear[year]
	for _, code := range t.ours {
		b.award(who, year, code, d.ourTitles, "Giám đốc Sở Nội vụ", "Sở")
	}
	for _, code := range t.provinces {
		b.award(who, year, code, d.provinces, "Chủ tịch UBND tỉnh", "Tỉnh")
	}
}

// award gives one yearly title under the year's decision.
func (b *builder) award(who tdkt.Subject, year int, code string, by ruling, signer, level string) {
	b.data.Snapshot.Awards = append(b.data.Snapshot.Awards, tdkt.Award{
		ID: b.id(tdkt.NounAward), Subject: who, Code: code, From: year, To: year,
		Decision: by.number, Date: by.date, Signer: signer, Level: level, Manner: "công trạng",
	})
}

func (b *builder) pledges(r row, who tdkt.Subject, year int, letter byte) {
	t := b.codes(r, who.Kind, letter)
	for _, code := range slices.Concat(t.ours, t.provinces) {
		b.data.Snapshot.Pledges = append(b.data.Snapshot.Pledges, tdkt.Pledge{
			ID: b.id(tdkt.NounPledge), Year: year, Subject: who, Title: code,
		})
	}
}
