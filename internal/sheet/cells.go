package sheet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tdkt/internal/tdkt"
)

// tick is how yes and no are written; no stays an empty cell.
func tick(yes bool) string {
	if yes {
		return "x"
	}
	return ""
}

// capital writes a stored word with a capital letter: "cơ sở" as "Cơ sở".
func capital[T ~string](word T) string {
	r, n := utf8.DecodeRuneInString(string(word))
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + string(word)[n:]
}

// each writes every row of a sheet.
func each[T any](rows []T, cells func(T) []any) [][]any {
	out := make([][]any, 0, len(rows))
	for _, r := range rows {
		out = append(out, cells(r))
	}
	return out
}

func unitCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Units, func(r tdkt.UnitRow) []any {
		return []any{r.Code, r.Name, r.Parent, r.Kind, r.Founded, blankDay(r.Closed), r.Into, tick(r.Counts)}
	})
}

// blankDay is a day, or an empty text that leaves its column out.
func blankDay(d tdkt.Day) any {
	if d == 0 {
		return ""
	}
	return d
}

func personCells(ex *tdkt.Exchange) [][]any {
	return each(ex.People, func(r tdkt.PersonRow) []any {
		born := dayOrYear(r.Born, r.BornYear)
		leader := tick(r.Leader)
		if r.LeaderGiven && !r.Leader {
			leader = "không"
		}
		cells := []any{
			r.Code, r.Name, born, capital(r.Sex), r.CCCD, r.Unit, r.Position, capital(r.Employment), leader, r.Start, r.End,
		}
		return append(cells, textCells(tdkt.PersonTexts(), r.Texts)...)
	})
}

func textCells[T any](list []tdkt.TextOf[T], from T) []any {
	out := make([]any, len(list))
	for i, t := range list {
		out[i] = *t.Of(&from)
	}
	return out
}

// percentOrNone is a share as people write it, or an empty cell.
func percentOrNone(n int) any {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d%%", n)
}

func postCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Posts, func(r tdkt.PostRow) []any {
		return []any{r.Code, r.From, r.To, r.Unit, r.Position, tick(r.Leader)}
	})
}

func ratingCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Ratings, func(r tdkt.RatingRow) []any {
		var points any
		if r.Points != 0 {
			points = float64(r.Points) / 100
		}
		return append([]any{r.Year, r.Code, string(r.Level), points, r.Decision, blankDay(r.Notified)}, textCells(tdkt.RatingTexts(), r.Texts)...)
	})
}

func awardCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Awards, func(r tdkt.AwardRow) []any {
		cells := []any{r.Code, r.Title, r.From, r.To, r.Decision, r.Date, r.Level, tick(r.Revoked)}
		return append(cells, textCells(tdkt.AwardTexts(), r.Texts)...)
	})
}

func initiativeCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Initiatives, func(r tdkt.InitiativeRow) []any {
		return []any{r.Year, r.Code, r.Title, capital(r.Kind), capital(r.Scope), r.Decision, r.Date, percentOrNone(r.Share)}
	})
}

func disciplineCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Disciplines, func(r tdkt.DisciplineRow) []any {
		return []any{r.Code, capital(r.Form), r.Date, r.Decision, string(r.Kind), r.CountsIn}
	})
}

func holdCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Holds, func(r tdkt.HoldRow) []any { return []any{r.Code, r.From, r.To, r.Reason} })
}

func absenceCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Absences, func(r tdkt.AbsenceRow) []any { return []any{r.Code, r.From, r.To, r.Kind} })
}

func pledgeCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Pledges, func(r tdkt.PledgeRow) []any { return []any{r.Year, r.Code, r.Title, r.Initiative} })
}

func closingCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Closings, func(r tdkt.ClosingRow) []any {
		cells := []any{r.Year}
		for _, b := range tdkt.Books() {
			closed := false
			for _, c := range r.Closed {
				closed = closed || c == b
			}
			cells = append(cells, tick(closed))
		}
		return cells
	})
}

func tickCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Ticks, func(r tdkt.TickRow) []any {
		result := "không đạt"
		if r.Met {
			result = "đạt"
		}
		return []any{r.Year, r.Code, r.Title, r.Need, result, r.By, r.Date}
	})
}

func exceptionCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Exceptions, func(r tdkt.ExceptionRow) []any {
		return []any{r.Year, r.Code, r.Title, r.Need, r.By, r.Document, r.Date, r.Reason}
	})
}

func localCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Locals, func(r tdkt.LocalRow) []any {
		return []any{r.Year, r.Key, r.Value, strings.TrimSpace(r.Document), r.Date, r.About}
	})
}

func regulationCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Regulations, func(r tdkt.RegulationRow) []any {
		var last any
		if r.Last != 0 {
			last = r.Last
		}
		return []any{r.Number, r.Signed, r.First, last, r.Text}
	})
}
