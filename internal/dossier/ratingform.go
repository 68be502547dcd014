package dossier

import (
	"strconv"

	"tdkt/internal/tdkt"
)

// RatingForm is what the sheets of one person's rating hold: Mẫu số 01 of a period, Mẫu số 02
// of a year, and the notice of its result.
type RatingForm struct {
	Org                        tdkt.Org
	Today                      tdkt.Day
	Year                       int
	Name, Code, Position, Unit string

	Period tdkt.Period // of Mẫu số 01
	Lines  []RatingLine
	Own    bool // the person's own marks are there
	Self   tdkt.Score
	Head   tdkt.Score
	Done   bool // the head has confirmed
	Note   string

	Quarters bool // of Mẫu số 02
	Months   []RatingMonth
	Mean     int // hundredths
	Count    int
	MeanNote string
	// Of the two parts, where every period counted has them.
	HasParts               bool
	MeanCommon, MeanResult int
	MostCommon, MostResult int // whole points
	Proposed               tdkt.Level
	Rating                 tdkt.Rating
	Rules                  string // the decree's name
	Petition               int    // working days
	Cite                   string // of the petition
}

// RatingLine is a line of the common criteria; a group where Name is "".
type RatingLine struct {
	Group, Name string
	Most, Mark  int // hundredths
}

// RatingMonth is a line of the year.
type RatingMonth struct {
	Label, Note string
	Points      int // hundredths
	Counted     bool
}

// Points writes hundredths with the comma of Vietnamese numbers.
func Points(hundredths int) string {
	whole, rest := hundredths/100, hundredths%100
	switch {
	case rest == 0:
		return digits(whole)
	case rest%10 == 0:
		return digits(whole) + "," + digits(rest/10)
	case rest < 10:
		return digits(whole) + ",0" + digits(rest)
	}
	return digits(whole) + "," + digits(rest)
}

func digits(n int) string { return strconv.Itoa(n) }
