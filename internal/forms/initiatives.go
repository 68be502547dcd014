package forms

import (
	"fmt"
	"iter"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

type initiative = dossier.InitiativeRow

// initiativeSheet lists the year's initiatives by scope, one row each with all
// their authors.
func initiativeSheet(b *book) error {
	columns := []column[initiative]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ initiative) any { return n }},
		{title: "Tên sáng kiến, đề tài", width: 76, kind: text, value: func(_ int, r initiative) any { return r.Title }},
		{title: "Loại", width: 20, kind: centre, value: func(_ int, r initiative) any { return dossier.Sentence(string(r.Kind)) }},
		{title: "Tác giả, đồng tác giả", width: 56, kind: text, value: func(_ int, r initiative) any { return authors(r) }},
		{title: "Số quyết định", width: 30, kind: centre, value: func(_ int, r initiative) any { return r.Decision }},
		{title: "Ngày quyết định", width: 26, kind: day, value: func(_ int, r initiative) any { return r.Date }},
		{title: "Dùng để xét", width: 36, kind: text, value: func(_ int, r initiative) any { return r.UsedFor }},
	}
	return b.add(layout{name: "Sáng kiến", landscape: true, columns: shape(b, true, columns, sizeSmall, b.Initiatives)}, func(s *sheet) {
		s.head(heading{
			title: "Tổng hợp sáng kiến, đề tài được công nhận", lines: []string{s.yearLine()},
		})
		l := startList(s, columns, sizeSmall)
		l.write(byScope(s.Initiatives))
		l.none("Chưa có sáng kiến, đề tài nào được công nhận trong năm.")
		l.countRow("Tổng số", 2)
		s.sentence("Tổng cộng: %s sáng kiến, đề tài; trong đó %s./.", counting(len(s.Initiatives)), scopeCounts(s.Initiatives))
		s.signers()
	})
}

func authors(r initiative) string {
	var names []string
	for _, a := range r.Authors {
		name := a.Name
		if a.Apart != "" {
			name += " (" + a.Apart + ")"
		}
		if a.Share > 0 {
			name += fmt.Sprintf(" (%d%%)", a.Share)
		}
		if a.Unit != "" {
			name += ", " + a.Unit
		}
		names = append(names, name)
	}
	return strings.Join(names, ";\n")
}

func scopeWords(s tdkt.Scope) string { return dossier.Sentence(string(s)) }

// byScope puts a heading before each scope; rows come widest scope first.
func byScope(list []initiative) iter.Seq[line[initiative]] {
	return func(yield func(line[initiative]) bool) {
		var scope tdkt.Scope
		group := 0
		for i, r := range list {
			if r.Scope != scope {
				scope = r.Scope
				group++
				if !yield(line[initiative]{head: fmt.Sprintf("%s. PHẠM VI %s", dossier.Roman(group), upper(string(scope)))}) {
					return
				}
			}
			if !yield(line[initiative]{n: i + 1, row: r}) {
				return
			}
		}
	}
}

// scopeCounts says how many there are of each scope.
func scopeCounts(list []initiative) string {
	counts := map[tdkt.Scope]int{}
	for _, r := range list {
		counts[r.Scope]++
	}
	var words []string
	for _, s := range tdkt.Scopes() {
		words = append(words, fmt.Sprintf("phạm vi %s %02d", s, counts[s]))
	}
	return strings.Join(words, ", ")
}

// initiativeSource lists every author's part.
func initiativeSource(b *book) error {
	type row struct {
		initiative
		dossier.Author
	}
	var list []row
	for _, r := range b.Initiatives {
		for _, a := range r.Authors {
			list = append(list, row{r, a})
		}
	}
	columns := []column[row]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ row) any { return n }},
		{title: "Mã", width: 20, kind: centre, value: func(_ int, r row) any { return r.Code }},
		{title: "Tác giả", width: 44, kind: text, value: func(_ int, r row) any { return r.Name }},
		{title: "Đơn vị", width: 44, kind: text, value: func(_ int, r row) any { return r.Unit }},
		{title: "Tên sáng kiến, đề tài", width: 80, kind: text, value: func(_ int, r row) any { return r.Title }},
		{title: "Loại", width: 20, kind: centre, value: func(_ int, r row) any { return dossier.Sentence(string(r.Kind)) }},
		{title: "Phạm vi", width: 22, kind: centre, value: func(_ int, r row) any { return scopeWords(r.Scope) }},
		{title: "Đóng góp (%)", width: 18, kind: centre, value: func(_ int, r row) any {
			if r.Share == 0 {
				return nil
			}
			return r.Share
		}},
		{title: "Số quyết định", width: 30, kind: centre, value: func(_ int, r row) any { return r.Decision }},
		{title: "Ngày quyết định", width: 26, kind: day, value: func(_ int, r row) any { return r.Date }},
	}
	return b.add(layout{name: sourceName, landscape: true, working: true, columns: shape(b, true, columns, sizeFine, list)}, func(s *sheet) {
		s.sourceTitle("Từng tác giả của từng sáng kiến, đề tài")
		l := startList(s, columns, sizeFine)
		l.write(rows(list))
		l.none("Không có dòng nào.")
	})
}
