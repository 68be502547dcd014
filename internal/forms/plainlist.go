package forms

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/scratch"
	"tdkt/internal/tdkt"
)

// WriteList writes a list as it stands on the screen: real numbers and days, the header
// frozen, filter buttons. The target is the old file or the whole new one.
func WriteList(ctx context.Context, path string, org tdkt.Org, today tdkt.Day, t tdkt.ListTable) error {
	return replace(path, func(built string) error {
		s := &dossier.Submission{Org: org, Today: today, Year: today.Year()}
		return writeBook(ctx, built, s, []part{func(b *book) error { return listSheet(b, t) }})
	})
}

// replace builds a workbook beside the target and renames it.
func replace(path string, build func(path string) error) error {
	temp, err := scratch.Dir(filepath.Dir(path))
	if err != nil {
		return fileError(path, err)
	}
	defer os.RemoveAll(temp) //nolint:errcheck // nothing is in it once the file was renamed
	built := filepath.Join(temp, "bieu.xlsx")
	if err := build(built); err != nil {
		return err
	}
	if err := os.Rename(built, path); err != nil {
		return fileError(path, err)
	}
	return nil
}

func listSheet(b *book, t tdkt.ListTable) error {
	columns := listColumns(t)
	return b.add(layout{name: "Danh sách", landscape: true, working: true, columns: shape(b, true, columns, sizeFine, t.Rows)}, func(s *sheet) {
		s.title(heading{title: t.Title, lines: t.Notes})
		l := startList(s, columns, sizeFine)
		l.write(rows(t.Rows))
		l.none("Danh sách không có dòng nào.")
	})
}

// listColumns shares the width of the sheet as the screen did.
func listColumns(t tdkt.ListTable) []column[[]string] {
	all := 0.0
	for _, c := range t.Columns {
		all += c.Width
	}
	columns := make([]column[[]string], len(t.Columns))
	for i, c := range t.Columns {
		columns[i] = column[[]string]{title: c.Title, width: landscape * c.Width / max(all, 1), kind: text}
		columns[i].value = func(_ int, row []string) any { return row[i] }
		switch c.Kind {
		case tdkt.ListDay:
			columns[i].kind = day
			columns[i].value = func(_ int, row []string) any { return dayOrText(row[i]) }
		case tdkt.ListNumber:
			columns[i].kind = centre
			columns[i].value = func(_ int, row []string) any { return numberOrText(row[i]) }
		case tdkt.ListText:
		}
	}
	return columns
}

// dayOrText is a real day where the text is one: a list may say only the year.
func dayOrText(s string) any {
	if d, err := tdkt.ParseVN(s); err == nil {
		return d
	}
	return s
}

// numberOrText is a real number where the text is one, as it is written in Vietnam.
func numberOrText(s string) any {
	n, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."), 64)
	if err != nil {
		return s
	}
	return n
}
