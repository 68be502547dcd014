package imports

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// aliases gathers what a row may name a person by instead of a code: the full name where
// nobody else has it, and the CCCD.
func (b *importer) aliases(rows []tdkt.PersonRow) {
	b.called = map[string][]tdkt.ID{}
	add := func(id tdkt.ID, name, cccd string) {
		for _, k := range []string{tdkt.NameForm(name), cccd} {
			if k != "" && !slices.Contains(b.called[k], id) {
				b.called[k] = append(b.called[k], id)
			}
		}
	}
	for _, p := range b.v.People {
		add(p.ID, p.Name, p.CCCD)
	}
	for _, r := range rows {
		if id := b.people[view.CodeKey(r.Code)]; id != "" {
			add(id, r.Name, r.CCCD)
		}
	}
}

// byNameOrCard finds the one person a name or CCCD in place of a code means, and lets the
// rest of the import find them by it too.
func (b *importer) byNameOrCard(text string) (tdkt.ID, bool) {
	k := tdkt.NameForm(text)
	if !strings.Contains(k, " ") {
		k = strings.NewReplacer(".", "", "'", "").Replace(k)
	}
	if ids := b.called[k]; len(ids) == 1 {
		b.people[view.CodeKey(text)] = ids[0]
		return ids[0], true
	}
	return "", false
}

// unitByName finds the one unit a name in place of a code means.
func (b *importer) unitByName(text string) (tdkt.ID, bool) {
	var found []tdkt.ID
	for _, id := range b.units {
		if intake.UnitKey(b.names[id]) == intake.UnitKey(text) && !slices.Contains(found, id) {
			found = append(found, id)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	b.units[view.CodeKey(text)] = found[0]
	return found[0], true
}

// ambiguous says how many people a name means, for the sentence of a refusal.
func (b *importer) ambiguous(text string) string {
	ids := b.called[tdkt.NameForm(text)]
	if len(ids) < 2 {
		return ""
	}
	var who []string
	for _, id := range ids {
		who = append(who, b.codes[id])
	}
	return fmt.Sprintf("Có %d người tên “%s” (%s): hãy ghi mã hoặc số CCCD.", len(ids), text, strings.Join(who, ", "))
}

// levelOf fills in the level of a rating that has points alone, by the scale of the year;
// false: the row was refused.
func (b *importer) levelOf(r *tdkt.RatingRow, s tdkt.Subject) bool {
	if r.Level != "" {
		return true
	}
	p, _ := b.v.Facts.Person(s.ID)
	if scheme := b.v.PointsScheme(p, r.Year); scheme != nil {
		if l, ok := scheme.LevelFor(r.Points); ok {
			r.Level = l
			return true
		}
	}
	b.refuse(tdkt.SheetRatings, "Mức", int(r.Line), "Năm %d không có thang điểm để xếp mức từ %s điểm. Hãy ghi mức.", r.Year, view.PointsWords(r.Points))
	return false
}

// compareNames warns where the name beside a code is another's.
func (b *importer) compareNames(ex *tdkt.Exchange) {
	for sheet, rows := range ex.Names {
		codes := codesOf(ex, sheet)
		for line, name := range rows {
			id, ok := b.people[view.CodeKey(codes[line])]
			if !ok {
				id = b.units[view.CodeKey(codes[line])]
			}
			if known := b.names[id]; known != "" && tdkt.Fold(known) != tdkt.Fold(name) {
				b.warn(sheet, "Họ và tên", int(line), "Mã “%s” là của %s, nhưng cột Họ và tên ghi “%s”. Dòng vẫn được đọc theo mã; hãy xem lại.", codes[line], known, name)
			}
		}
	}
	slices.SortStableFunc(b.plan.Warnings, func(x, y tdkt.Problem) int {
		return strings.Compare(x.Sheet, y.Sheet)
	})
}

// codesOf are the codes of a sheet's rows by their lines.
func codesOf(ex *tdkt.Exchange, sheet string) map[tdkt.Line]string {
	out := map[tdkt.Line]string{}
	switch sheet {
	case tdkt.SheetRatings:
		for _, r := range ex.Ratings {
			out[r.Line] = r.Code
		}
	case tdkt.SheetAwards:
		for _, r := range ex.Awards {
			out[r.Line] = r.Code
		}
	case tdkt.SheetInitiatives:
		for _, r := range ex.Initiatives {
			out[r.Line] = r.Code
		}
	case tdkt.SheetDisciplines:
		for _, r := range ex.Disciplines {
			out[r.Line] = r.Code
		}
	case tdkt.SheetAbsences:
		for _, r := range ex.Absences {
			out[r.Line] = r.Code
		}
	case tdkt.SheetPledges:
		for _, r := range ex.Pledges {
			out[r.Line] = r.Code
		}
	case tdkt.SheetPosts:
		for _, r := range ex.Posts {
			out[r.Line] = r.Code
		}
	}
	return out
}
