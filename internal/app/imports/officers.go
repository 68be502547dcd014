package imports

import (
	"cmp"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// officerRows takes the officials of an exchange workbook: one of the book by the code, any
// other by the name.
func (b *importer) officerRows(rows []tdkt.OfficerRow) {
	matchRows(b, spec[tdkt.OfficerRow, tdkt.Officer]{
		sheet: tdkt.SheetOfficers, have: b.v.Officers, line: func(r tdkt.OfficerRow) int { return int(r.Line) },
		key: func(r tdkt.OfficerRow) (string, bool) {
			if r.Code == "" {
				return "name " + tdkt.Fold(r.Name), true
			}
			p, ok := b.person(tdkt.SheetOfficers, int(r.Line), r.Code)
			if known := b.names[p]; ok && r.Name != "" && known != "" && tdkt.Fold(known) != tdkt.Fold(r.Name) {
				b.warn(tdkt.SheetOfficers, "Họ và tên", int(r.Line), "Mã “%s” là của %s, nhưng cột Họ và tên ghi “%s”. Dòng vẫn được đọc theo mã; hãy xem lại.", r.Code, known, r.Name)
			}
			return "person " + string(p), ok
		},
		keyOf: func(e tdkt.Officer) string {
			if e.Person != "" {
				return "person " + string(e.Person)
			}
			return "name " + tdkt.Fold(e.Name)
		},
		fresh: func(r tdkt.OfficerRow) tdkt.Officer {
			if r.Code == "" {
				return tdkt.Officer{ID: tdkt.NewID(), Name: r.Name}
			}
			p, _ := b.person(tdkt.SheetOfficers, int(r.Line), r.Code)
			return tdkt.Officer{ID: tdkt.NewID(), Person: p}
		},
		fill:  fillOfficer,
		check: b.v.CheckOfficerRow,
		what:  func(e tdkt.Officer) string { return cmp.Or(e.Name, b.spoken(e.Person)) },
	}, rows)
}

func fillOfficer(r tdkt.OfficerRow, e *tdkt.Officer) {
	if e.Person == "" {
		set(&e.Name, r.Name)
	}
	if r.Born != 0 || r.BornYear != 0 {
		e.Born, e.BornYear = r.Born, r.BornYear
	}
	if r.Since != 0 || r.SinceYear != 0 {
		e.Since, e.SinceYear = r.Since, r.SinceYear
	}
	set(&e.Sex, r.Sex)
	set(&e.Education, r.Education)
	set(&e.From, r.From)
	set(&e.To, r.To)
}

// bureauRows takes the organisations of an exchange workbook.
func (b *importer) bureauRows(rows []tdkt.BureauRow) {
	matchRows(b, spec[tdkt.BureauRow, tdkt.Bureau]{
		sheet: tdkt.SheetBureaus, have: b.v.Bureaus, line: func(r tdkt.BureauRow) int { return int(r.Line) },
		key:   func(r tdkt.BureauRow) (string, bool) { return tdkt.Fold(r.Name), true },
		keyOf: func(e tdkt.Bureau) string { return tdkt.Fold(e.Name) },
		fresh: func(r tdkt.BureauRow) tdkt.Bureau { return tdkt.Bureau{ID: tdkt.NewID(), Name: r.Name} },
		fill: func(r tdkt.BureauRow, e *tdkt.Bureau) {
			set(&e.Name, r.Name)
			set(&e.Level, cmp.Or(app.BureauLevel(r.Level), r.Level))
			set(&e.From, r.From)
			set(&e.To, r.To)
		},
		check: app.CheckBureau,
		what:  func(e tdkt.Bureau) string { return e.Name },
	}, rows)
}

// officerRows gives officials and organisations as the sheets hold them: of a person of the
// book what the row itself holds.
func officerRows(v *view.View, ex *tdkt.Exchange) {
	for _, o := range v.Officers {
		row := tdkt.OfficerRow{
			Name: v.OfficerNow(o).Name, Born: o.Born, BornYear: o.BornYear, Sex: o.Sex, Education: o.Education,
			Since: o.Since, SinceYear: o.SinceYear, From: o.From, To: o.To,
		}
		if o.Person != "" {
			row.Code = person(v, o.Person)
		}
		ex.Officers = append(ex.Officers, row)
	}
	slices.SortFunc(ex.Officers, func(a, b tdkt.OfficerRow) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Name, b.Name), cmp.Compare(a.From, b.From), cmp.Compare(a.Since, b.Since))
	})
	for _, b := range v.Bureaus {
		ex.Bureaus = append(ex.Bureaus, tdkt.BureauRow{Name: b.Name, Level: app.LevelWords(b.Level), From: b.From, To: b.To})
	}
	slices.SortFunc(ex.Bureaus, func(a, b tdkt.BureauRow) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.From, b.From)) })
}
