package forms

import (
	"fmt"
	"iter"
	"strings"

	"tdkt/internal/dossier"
)

// paperSheet lists, case by case, the papers that the law asks for and which of them the
// dossier holds.
func paperSheet(b *book) error {
	columns := []column[dossier.PaperRow]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ dossier.PaperRow) any { return n }},
		{title: "Giấy tờ", width: 74, kind: text, value: func(_ int, r dossier.PaperRow) any { return r.Paper.Name }},
		{title: "Căn cứ", width: 60, kind: text, value: func(_ int, r dossier.PaperRow) any { return r.Paper.Cite }},
		{title: "Trong hồ sơ", width: 30, kind: centre, value: func(_ int, r dossier.PaperRow) any { return paperWords(r) }},
		{title: "Tên tệp", width: 74, kind: text, value: func(_ int, r dossier.PaperRow) any { return fileNames(r) }},
	}
	return b.add(layout{name: papersSheet, landscape: true, columns: shape(b, true, columns, sizeSmall, b.Papers)}, func(s *sheet) {
		s.head(heading{title: "Danh mục giấy tờ của từng hồ sơ", lines: []string{s.yearLine()}, annexed: true})
		l := startList(s, columns, sizeSmall)
		l.write(byCase(s.Papers))
		l.none("Không có giấy tờ nào.")
		s.signers()
	})
}

// byCase puts a heading before each case's papers.
func byCase(list []dossier.PaperRow) iter.Seq[line[dossier.PaperRow]] {
	return func(yield func(line[dossier.PaperRow]) bool) {
		var last dossier.PaperRow
		n, group := 0, 0
		for i, r := range list {
			if i == 0 || r.Subject != last.Subject || r.Title != last.Title {
				n, group = 0, group+1
				if !yield(line[dossier.PaperRow]{head: fmt.Sprintf("%d. %s – %s", group, fullLine(r.Who), r.Title.Name)}) {
					return
				}
			}
			last, n = r, n+1
			if !yield(line[dossier.PaperRow]{n: n, row: r}) {
				return
			}
		}
	}
}

// fullLine is a name on one line, with what tells it from a namesake, and its post.
func fullLine(w dossier.Who) string {
	words := strings.ReplaceAll(fullName(w), "\n", " ")
	for _, more := range []string{w.Position, w.Unit} {
		if more != "" {
			words += ", " + more
		}
	}
	return words
}

func paperWords(r dossier.PaperRow) string {
	switch r.State() {
	case dossier.PaperThere:
		return "có"
	case dossier.PaperOptional:
		return "không bắt buộc"
	default:
		return "chưa có"
	}
}

func fileNames(r dossier.PaperRow) string {
	if len(r.Files) == 0 && r.Made {
		return "Kèm trong hồ sơ này"
	}
	names := make([]string, len(r.Files))
	for i, f := range r.Files {
		names[i] = f.Name
	}
	return strings.Join(names, "; ")
}
