package imports

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// importer compares the rows of a file with the data and gathers what an import
// would write. Rows are matched by their natural keys, so that the same file twice
// changes nothing; an empty cell never takes away what is there.
type importer struct {
	v           *view.View
	file        string
	cols        map[string]map[string]string // sheet → header → column letters
	plan        *ImportPlan
	units       map[string]tdkt.ID // by code in capitals: the data's and the file's
	houses      map[tdkt.ID]bool   // the households among them
	people      map[string]tdkt.ID
	names       map[tdkt.ID]string // of units and people, for the preview
	codes       map[tdkt.ID]string
	ratingLines map[string]int       // lines of ratings by year and subject
	called      map[string][]tdkt.ID // people by NameForm and CCCD, the data's and the file's
}

// PreviewWorkbook reads an exchange workbook and compares it with the data.
// Nothing is written. Bad cells found while reading come back as the error, bad
// references in the plan's Refused.
func PreviewWorkbook(ctx context.Context, a *app.App, path string) (*ImportPlan, error) {
	v := a.View()
	ex, err := a.Books.ReadExchange(ctx, path, app.NewResolver(v.Rules))
	if err != nil {
		return nil, err
	}
	return planExchange(v, ex), nil
}

func planExchange(v *view.View, ex *tdkt.Exchange) *ImportPlan {
	b := newImporter(v, ex.File, ex.Columns)
	b.plan.verb = "import-workbook"
	b.plan.Warnings = append(b.plan.Warnings, ex.Warnings...)
	b.nameUnits(ex.Units)
	b.namePeople(ex.People)
	b.aliases(ex.People)
	b.unitRows(ex.Units)
	b.personRows(ex.People)
	b.postRows(ex.Posts)
	b.ratingRows(ex.Ratings)
	b.awardRows(ex.Awards)
	b.initiativeRows(ex.Initiatives)
	b.disciplineRows(ex.Disciplines)
	b.holdRows(ex.Holds)
	b.absenceRows(ex.Absences)
	b.pledgeRows(ex.Pledges)
	b.closingRows(ex.Closings)
	b.tickRows(ex.Ticks)
	b.exceptionRows(ex.Exceptions)
	b.localRows(ex.Locals)
	b.regulationRows(ex.Regulations)
	b.periodRows(ex.Periods)
	b.dutyRows(ex.Duties)
	b.ratingFactRows(ex.RatingFacts)
	b.ratingDoubts()
	b.passageRows(ex.Passages)
	b.figureRows(ex.Figures)
	b.officerRows(ex.Officers)
	b.bureauRows(ex.Bureaus)
	b.compareNames(ex)
	return b.finish("Nhập tệp dữ liệu")
}

func newImporter(v *view.View, file string, cols map[string]map[string]string) *importer {
	b := &importer{
		v: v, file: file, cols: cols, plan: &ImportPlan{File: file, base: v},
		units: map[string]tdkt.ID{}, people: map[string]tdkt.ID{}, names: map[tdkt.ID]string{}, codes: map[tdkt.ID]string{},
		ratingLines: map[string]int{}, houses: map[tdkt.ID]bool{},
	}
	for _, u := range v.Units {
		b.units[view.CodeKey(u.Code)] = u.ID
		b.names[u.ID], b.codes[u.ID] = u.Name, u.Code
		b.houses[u.ID] = u.Household()
	}
	for _, p := range v.People {
		b.people[view.CodeKey(p.Code)] = p.ID
		b.names[p.ID], b.codes[p.ID] = p.Name, p.Code
	}
	return b
}

func (b *importer) finish(what string) *ImportPlan {
	t := b.plan.Totals()
	b.plan.words = fmt.Sprintf("%s từ tệp %s: %d dòng mới, %d dòng đổi", what, b.file, t.New, t.Changed)
	return b.plan
}

// refuse notes a bad cell; header is the column's name in the workbook.
func (b *importer) refuse(sheet, header string, line int, format string, args ...any) {
	b.plan.Refused = append(b.plan.Refused, b.problem(sheet, header, line, format, args...))
}

func (b *importer) warn(sheet, header string, line int, format string, args ...any) {
	b.plan.Warnings = append(b.plan.Warnings, b.problem(sheet, header, line, format, args...))
}

func (b *importer) problem(sheet, header string, line int, format string, args ...any) tdkt.Problem {
	cell := fmt.Sprintf("dòng %d", line)
	if col := b.cols[sheet][header]; col != "" {
		cell = fmt.Sprintf("%s%d", col, line)
	}
	return tdkt.Problem{Sheet: sheet, Cell: cell, Text: fmt.Sprintf(format, args...)}
}

// nameUnits gives every new unit of the file its key, so that any row may name it.
func (b *importer) nameUnits(rows []tdkt.UnitRow) {
	for _, r := range rows {
		k := view.CodeKey(r.Code)
		if id, clash := b.people[k]; clash {
			b.refuse(tdkt.SheetUnits, "Mã đơn vị", int(r.Line), "Mã “%s” đã là mã của cán bộ %s. Hãy đặt mã khác cho đơn vị.", r.Code, b.names[id])
			continue
		}
		if _, ok := b.units[k]; !ok {
			b.units[k] = tdkt.NewID()
		}
		b.names[b.units[k]], b.codes[b.units[k]] = r.Name, r.Code
		if r.Kind != "" {
			b.houses[b.units[k]] = (&tdkt.Unit{Kind: r.Kind}).Household()
		}
	}
}

func (b *importer) namePeople(rows []tdkt.PersonRow) {
	for _, r := range rows {
		k := view.CodeKey(r.Code)
		if id, clash := b.units[k]; clash {
			b.refuse(tdkt.SheetPeople, "Mã cán bộ", int(r.Line), "Mã “%s” đã là mã của đơn vị %s. Hãy đặt mã khác cho cán bộ.", r.Code, b.names[id])
			continue
		}
		if _, ok := b.people[k]; !ok {
			b.people[k] = tdkt.NewID()
		}
		b.names[b.people[k]], b.codes[b.people[k]] = r.Name, r.Code
	}
}

// unit resolves a unit's code, or refuses the cell.
func (b *importer) unit(sheet, header string, line int, code string) (tdkt.ID, bool) {
	if id, ok := b.units[view.CodeKey(code)]; ok {
		if b.houses[id] {
			b.refuse(sheet, header, line, "%s (%s) là hộ gia đình, không phải đơn vị của cơ quan. Hãy ghi mã của một đơn vị.", b.names[id], code)
		}
		return id, !b.houses[id]
	}
	b.refuse(sheet, header, line, "Không có đơn vị nào mang mã “%s”. Hãy thêm đơn vị này vào trang “%s” hoặc sửa lại mã.", code, tdkt.SheetUnits)
	return "", false
}

// person resolves a person's code, or refuses the cell.
func (b *importer) person(sheet string, line int, code string) (tdkt.ID, bool) {
	const header = "Mã cán bộ"
	if id, ok := b.people[view.CodeKey(code)]; ok {
		return id, true
	}
	if id, ok := b.byNameOrCard(code); ok {
		return id, true
	}
	if id, ok := b.units[view.CodeKey(code)]; ok {
		b.refuse(sheet, header, line, "Mã “%s” là mã của đơn vị %s; ở đây cần mã cán bộ.", code, b.names[id])
		return "", false
	}
	if many := b.ambiguous(code); many != "" {
		b.refuse(sheet, header, line, "%s", many)
		return "", false
	}
	b.refuse(sheet, header, line, "Không có cán bộ nào mang mã “%s”. Hãy thêm người này vào trang “%s” hoặc sửa lại mã.", code, tdkt.SheetPeople)
	return "", false
}

// subject resolves a person's or unit's code, or refuses the cell.
func (b *importer) subject(sheet string, line int, code string) (tdkt.Subject, bool) {
	const header = "Mã"
	k := view.CodeKey(code)
	if id, ok := b.people[k]; ok {
		return tdkt.PersonSubject(id), true
	}
	if id, ok := b.units[k]; ok {
		return tdkt.UnitSubject(id), true
	}
	if id, ok := b.byNameOrCard(code); ok {
		return tdkt.PersonSubject(id), true
	}
	if id, ok := b.unitByName(code); ok {
		return tdkt.UnitSubject(id), true
	}
	if many := b.ambiguous(code); many != "" {
		b.refuse(sheet, header, line, "%s", many)
		return tdkt.Subject{}, false
	}
	b.refuse(sheet, header, line, "Không có cán bộ hay đơn vị nào mang mã “%s”. Hãy thêm vào trang “%s” hoặc “%s”, hoặc sửa lại mã.",
		code, tdkt.SheetPeople, tdkt.SheetUnits)
	return tdkt.Subject{}, false
}

// title checks that a code is in the catalogue and fits the kind of subject.
func (b *importer) title(sheet string, line int, code string, s tdkt.Subject) bool {
	const header = "Mã danh hiệu"
	c, ok := b.v.Rules.Code(code)
	if !ok {
		b.refuse(sheet, header, line, "Không có danh hiệu hay hình thức nào mang mã “%s”. Các mã dùng được: %s.", code, app.CodeList(b.v.Rules))
		return false
	}
	house := b.houses[s.ID]
	if slices.Contains(c.Kinds, s.Kind) && (!house || b.v.Rules.GivesHouseholds(code)) {
		return true
	}
	whom := s.Kind.Words()
	if house {
		whom = "hộ gia đình"
	}
	b.refuse(sheet, header, line, "%s (%s) không dành cho %s. Hãy sửa mã danh hiệu hoặc mã đối tượng.", c.Name, code, whom)
	return false
}

// awardTitle is title for awards, which may also be named as an office defines them: a
// name, with the level it is kept at. They count for nothing the law asks.
func (b *importer) awardTitle(r tdkt.AwardRow, s tdkt.Subject) bool {
	if _, ok := b.v.Rules.Code(r.Title); !ok && r.Level != "" && strings.Contains(r.Title, " ") {
		return true
	}
	return b.title(tdkt.SheetAwards, int(r.Line), r.Title, s)
}

// spoken is a subject in words for the preview: "Nguyễn Văn Ân (CB001)".
func (b *importer) spoken(id tdkt.ID) string { return b.names[id] + " (" + b.codes[id] + ")" }
