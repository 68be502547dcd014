package imports

import (
	"context"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/tdkt"
)

// ExportWorkbook writes every fact as the exchange workbook.
func ExportWorkbook(ctx context.Context, a *app.App, path string) error {
	if err := papers.MayWrite(a, path, ".xlsx"); err != nil {
		return err
	}
	return a.Books.WriteExchange(ctx, path, Exchange(a.View()))
}

// ExportBlankWorkbook writes the exchange workbook to be filled in: the units and people
// that are known, and every other sheet empty with its drop-downs and notes.
func ExportBlankWorkbook(ctx context.Context, a *app.App, path string) error {
	if err := papers.MayWrite(a, path, ".xlsx"); err != nil {
		return err
	}
	all := Exchange(a.View())
	return a.Books.WriteExchange(ctx, path, &tdkt.Exchange{Units: all.Units, People: all.People})
}
