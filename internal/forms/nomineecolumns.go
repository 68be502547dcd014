package forms

import (
	"tdkt/internal/columns"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// lists are the columns of the lists of nominees: the office's, or those that ship.
func (b *book) lists() columns.Lists {
	return listsOf(b.Submission)
}

// listsOf are the same for a submission.
func listsOf(s *dossier.Submission) columns.Lists {
	if len(s.Columns.Units) == 0 {
		return columns.Standard()
	}
	return s.Columns
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
