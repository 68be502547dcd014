// Package forms lays a dossier out as the Excel files that the Council receives:
// page setup and heading after Decree 30/2020, streamed rows, formulas with their
// cached values. It decides nothing; every figure comes from the dossier.
package forms

import (
	"context"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// Form names one workbook that can be written alone.
type Form string

// The forms, by their names on the command line.
const (
	Pledges     Form = "pledges"
	Nominations Form = "nominations"
	Results     Form = "results"
	Summary     Form = "summary"
	Ballots     Form = "ballots"
)

// part adds one sheet to a workbook.
type part func(*book) error

// formParts gives the sheets of a workbook that is written alone.
func formParts(form Form) ([]part, error) {
	switch form {
	case Pledges:
		return []part{pledgeSheet, pledgeSource}, nil
	case Nominations:
		return []part{unitList, personList}, nil
	case Results:
		return []part{ratingSheet, titleSheet, unitTitleSheet, trendSheet, chartSheet, resultSource, titleSource, trendSource}, nil
	case Summary:
		return []part{countSheet, quotaSheet, conditionSheet, initiativeSheet, bonusSheet, verdictSource}, nil
	case Ballots:
		return []part{ballotPaper, ballotSheet}, nil
	}
	return nil, tdkt.Errorf(tdkt.Usage, "Không có biểu mẫu “%s”. Hãy chọn một trong các biểu: pledges, nominations, results, summary, ballots.", form)
}

// Write writes one workbook. It is built beside the target and renamed, so the
// target is the old file or the whole new one.
func Write(ctx context.Context, path string, form Form, s *dossier.Submission) error {
	parts, err := formParts(form)
	if err != nil {
		return err
	}
	return replace(path, func(built string) error { return writeBook(ctx, built, s, parts) })
}
