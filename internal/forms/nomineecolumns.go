package forms

import (
	"fmt"
	"slices"

	"tdkt/internal/columns"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// lists are the columns of the lists: the office's, or those that ship.
func (b *book) lists() columns.Lists { return listsOf(b.Submission) }

// listsOf are the same for a submission.
func listsOf(s *dossier.Submission) columns.Lists {
	if len(s.Columns.Units) == 0 {
		return columns.Standard()
	}
	return s.Columns
}

// widthsOf are the widths of a table: as the office asks, or by what the rows hold.
func widthsOf[T any](b *book, key string, wide bool, cols []column[T], size float64, list []T) []width {
	if !slices.Equal(b.lists().Of(key), columns.Standard().Of(key)) {
		return asked(b, wide, cols, size, list)
	}
	return shape(b, wide, cols, size, list)
}

// nomineeColumns are the columns that a layout asks for.
func nomineeColumns(b *book, list []columns.Column) []column[nominee] {
	out := make([]column[nominee], len(list))
	for i, c := range list {
		k, value := nomineeField(b.Submission, c.Field)
		out[i] = column[nominee]{title: c.Title, width: c.Width, kind: k, value: value}
	}
	return out
}

// ballotColumns are the columns of the minutes of a vote; members tells the cell that holds
// the number of members, once the sheet is there.
func ballotColumns(b *book, list []columns.Column, members func() string) []column[nominee] {
	out := nomineeColumns(b, list)
	votes := at(slices.IndexFunc(list, func(c columns.Column) bool { return c.Field == columns.VotesFor }), 1)
	votes = votes[:len(votes)-1] // the letters of the column
	for i, c := range list {
		col := &out[i]
		switch c.Field {
		case columns.VotesFor:
			col.kind, col.value = blank, b.votes(func(x dossier.Ballot) any { return x.For })
		case columns.VotesAgainst:
			col.kind, col.value = blank, b.votes(func(x dossier.Ballot) any { return x.Against })
		case columns.VoteShare:
			col.kind, col.value = vote, b.voted
			col.formula = func(row int) string { return fmt.Sprintf("IFERROR(%s%d/%s,0)", votes, row, members()) }
		case columns.Outcome:
			col.kind, col.value = blank, b.votes(func(x dossier.Ballot) any { return x.Outcome })
		case columns.TickFor, columns.TickAgainst:
			col.kind, col.value = centre, nothing
		default:
		}
	}
	return out
}

// bonusColumns are the columns of the money.
func bonusColumns(b *book, list []columns.Column) []column[bonus] {
	letters := func(f columns.Field) string {
		i := slices.IndexFunc(list, func(c columns.Column) bool { return c.Field == f })
		if i < 0 {
			return ""
		}
		name := at(i, 1)
		return name[:len(name)-1]
	}
	factors, salaries := letters(columns.Factor), letters(columns.Salary)
	out := make([]column[bonus], len(list))
	for i, c := range list {
		col := column[bonus]{title: c.Title, width: c.Width}
		switch c.Field {
		case columns.Factor:
			col.kind, col.value = factor, func(_ int, r bonus) any { return tenths(r) }
		case columns.Salary:
			col.kind, col.value = rate, func(_ int, r bonus) any { return salary(r) }
		case columns.Amount:
			col.kind, col.value = money, func(_ int, r bonus) any { return r.Paid }
			if factors != "" && salaries != "" {
				col.worked = func(row int, r bonus) string { return bonusFormula(row, r, factors, salaries) }
			}
		case columns.Reason:
			col.kind, col.value = text, func(_ int, r bonus) any { return r.Why }
		default: // as a list of nominees says it
			k, value := nomineeField(b.Submission, c.Field)
			col.kind, col.value = k, func(n int, r bonus) any { return value(n, nominee{Who: r.Who, Title: r.Title}) }
		}
		out[i] = col
	}
	return out
}

// nomineeField is what a column of a field holds.
func nomineeField(s *dossier.Submission, f columns.Field) (kind, func(int, nominee) any) {
	words := func(of func(nominee) string) (kind, func(int, nominee) any) {
		return text, func(_ int, r nominee) any { return of(r) }
	}
	switch f {
	case columns.Number:
		return centre, func(n int, _ nominee) any { return n }
	case columns.Name:
		return words(func(r nominee) string { return fullName(r.Who) })
	case columns.Code:
		return words(func(r nominee) string { return r.Code })
	case columns.Sex:
		return words(func(r nominee) string { return dossier.Sentence(string(r.Sex)) })
	case columns.Born:
		return day, func(_ int, r nominee) any { return r.Born }
	case columns.Position:
		return words(func(r nominee) string { return r.Position })
	case columns.Unit:
		return words(func(r nominee) string { return r.Unit })
	case columns.Office:
		return words(func(nominee) string { return s.Org.Name })
	default:
		return words(titleField(f))
	}
}

// titleField is a field of what the nominee is put forward for.
func titleField(f columns.Field) func(nominee) string {
	switch f {
	case columns.Role:
		return func(r nominee) string {
			if r.Subject.Kind == tdkt.AUnit {
				return ""
			}
			return leaderWords(r.Leader)
		}
	case columns.Title:
		return func(r nominee) string { return r.Title.Name }
	case columns.TitleShort:
		return func(r nominee) string { return r.Title.Short }
	case columns.TitleCode:
		return func(r nominee) string { return r.Title.Code }
	case columns.Level:
		return func(r nominee) string { return r.Title.Level }
	case columns.Merit:
		return func(r nominee) string { return r.Merit }
	case columns.Note:
		return func(r nominee) string { return r.Remark }
	default: // a cell left blank
		return func(nominee) string { return "" }
	}
}
