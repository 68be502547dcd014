package tdkt

// Officer (công chức làm công tác thi đua, khen thưởng) is one whom form 0605 counts. Of a
// person of the book the name, birth, sex and training are the book's where it has them.
type Officer struct {
	ID        ID     `json:"id"`
	Person    ID     `json:"person,omitzero"`
	Name      string `json:"name,omitzero"`
	Born      Day    `json:"born,omitzero"`
	BornYear  int    `json:"born_year,omitzero"` // set alone when only the year is known
	Sex       Sex    `json:"sex,omitzero"`
	Education string `json:"education,omitzero"`
	Since     Day    `json:"since,omitzero"`      // first day in this work, also elsewhere
	SinceYear int    `json:"since_year,omitzero"` // set alone when only the year is known
	From      Day    `json:"from,omitzero"`       // counted from this day on; zero: since the work began
	To        Day    `json:"to,omitzero"`         // last day; zero: still at it
}

// Bureau (tổ chức làm công tác thi đua, khen thưởng) is one that form 0604 counts.
type Bureau struct {
	ID    ID     `json:"id"`
	Name  string `json:"name"`
	Level string `json:"level"` // mã số of its row in form 0604: "05"
	From  Day    `json:"from,omitzero"`
	To    Day    `json:"to,omitzero"`
}

// The nouns of who does this work.
const (
	NounOfficer Noun = "officer"
	NounBureau  Noun = "bureau"
)

// Noun is the kind of record.
func (r Officer) Noun() Noun { return NounOfficer }

// RecordID is the key.
func (r Officer) RecordID() ID { return r.ID }

// Noun is the kind of record.
func (r Bureau) Noun() Noun { return NounBureau }

// RecordID is the key.
func (r Bureau) RecordID() ID { return r.ID }

// At says whether the officer is counted on a day.
func (r Officer) At(d Day) bool {
	from := r.From
	switch {
	case from != 0:
	case r.Since != 0:
		from = r.Since
	case r.SinceYear != 0:
		from = FirstDay(r.SinceYear)
	}
	return Span{From: from, To: r.To}.Covers(d)
}

// At says whether the organisation is counted on a day.
func (r Bureau) At(d Day) bool { return Span{From: r.From, To: r.To}.Covers(d) }

// FullYears are the whole years from a day to another, as an age is told: a year is whole on
// the day of the month it began; one begun on 29 February on 1 March where there is no 29th.
func FullYears(from, to Day) int {
	n := to.Year() - from.Year()
	if to%10000 < from%10000 {
		n--
	}
	return n
}

// OfficerRow is a row of the sheet Công chức làm TĐKT.
type OfficerRow struct {
	Line
	Code, Name string
	Born       Day
	BornYear   int
	Sex        Sex
	Education  string
	Since      Day
	SinceYear  int
	From, To   Day
}

// BureauRow is a row of the sheet Tổ chức làm TĐKT.
type BureauRow struct {
	Line
	Name, Level string
	From, To    Day
}

// The sheets of who does this work; written only where they have rows.
const (
	SheetOfficers = "Công chức làm TĐKT"
	SheetBureaus  = "Tổ chức làm TĐKT"
)
