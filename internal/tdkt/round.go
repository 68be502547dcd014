package tdkt

import (
	"cmp"
	"fmt"
)

// RoundKind (loại đợt) says what a Round is held for.
type RoundKind string

// The kinds, as stored.
const (
	YearEnd       RoundKind = "cuối năm"
	ThemeRound    RoundKind = "chuyên đề"
	DeedRound     RoundKind = "đột xuất"
	ServiceRound  RoundKind = "cống hiến"
	MovementRound RoundKind = "phong trào"
	OtherRound    RoundKind = "khác"
)

// RoundKinds lists the kinds in the order shown.
func RoundKinds() []RoundKind {
	return []RoundKind{YearEnd, ThemeRound, DeedRound, ServiceRound, MovementRound, OtherRound}
}

// Manner is the loại hình that a decision of such a round has, "" where the kind does
// not say.
func (k RoundKind) Manner() string {
	switch k {
	case YearEnd:
		return Manners()[0]
	case ThemeRound, MovementRound:
		return MannerTheme
	case DeedRound:
		return MannerDeed
	case ServiceRound:
		return MannerService
	case OtherRound:
	}
	return ""
}

// Round (đợt xét) is one occasion on which subjects are put forward: it has its own
// nominations, meetings, papers and decisions. Each year has one of the kind “cuối năm” by
// itself, which has no row: its ID is "", and what names no round belongs to it.
type Round struct {
	ID       ID        `json:"id"`
	Kind     RoundKind `json:"kind"`
	Year     int       `json:"year"`
	Name     string    `json:"name"`
	Date     Day       `json:"date,omitzero"`
	Movement ID        `json:"movement,omitzero"` // of the kind “phong trào”
}

// YearEndRound is the round that each year has by itself.
func YearEndRound(year int) Round { return Round{Kind: YearEnd, Year: year} }

// Title is the round as lists and files name it.
func (r Round) Title() string {
	return cmp.Or(r.Name, fmt.Sprintf("Cuối năm %d", r.Year))
}
