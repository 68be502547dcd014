package forms

import (
	"fmt"
	"path"

	"tdkt/internal/dossier"
)

// indexSheet lists the files of the folder with what they hold.
func indexSheet(b *book) error {
	columns := []column[entry]{
		{title: "STT", width: 12, kind: centre, value: func(n int, _ entry) any { return n }},
		{title: "Tên tệp", width: 47, kind: text, value: func(_ int, e entry) any { return e.name }},
		{title: "Nội dung", width: 88, kind: text, value: func(_ int, e entry) any { return e.about }},
		{title: "Số dòng", width: 18, kind: centre, value: func(_ int, e entry) any { return e.rows }},
	}
	return b.add(layout{name: "Mục lục", columns: widths(b, columns, sizeSmall)}, func(s *sheet) {
		h := heading{
			title: "Mục lục hồ sơ trình",
			lines: []string{fmt.Sprintf("Hồ sơ đề nghị danh hiệu thi đua và hình thức khen thưởng năm %d", s.Year)},
			notes: []string{"Xét theo: " + s.Regime.Name + "."},
		}
		h.notes = append(h.notes, s.listHeading("").notes...)
		s.head(h)
		l := startList(s, columns, sizeSmall)
		l.write(rows(entries(b.Submission)))
		must, look := checkCounts(s.Checks)
		s.sentence("Tự kiểm tra: %s", checkWords(must, look))
		s.remark(fmt.Sprintf("Hồ sơ được lập ngày %s từ một tệp dữ liệu; họ tên, chức vụ, đơn vị ở mọi tệp lấy từ cùng một dòng.", s.Today))
		s.signers()
	})
}

// entry is one line of the index.
type entry struct {
	name, about string
	rows        any // lines of a list, nil for other files
}

// entries are the files of the folder, the enclosures after the lists.
func entries(s *dossier.Submission) []entry {
	var list []entry
	for _, f := range folder() {
		list = append(list, entry{f.name + ".xlsx", f.about, f.rows(s)})
	}
	for _, e := range s.Enclosures {
		list = append(list, entry{path.Join(e.Folder, e.Name), e.About, nil})
	}
	return list
}

func checkCounts(list []dossier.Check) (must, look int) {
	for _, c := range list {
		switch c.Severity {
		case dossier.MustFix:
			must++
		case dossier.LookAt:
			look++
		case dossier.ForInfo:
		}
	}
	return must, look
}

func checkWords(must, look int) string {
	if must+look == 0 {
		return "không thấy điểm nào phải sửa."
	}
	return fmt.Sprintf("%02d điểm phải sửa, %02d điểm cần xem lại (trang “Tự kiểm tra”).", must, look)
}

// checkSheet prints what the self-check found, gravest first.
func checkSheet(b *book) error {
	columns := []column[dossier.Check]{
		{title: "STT", width: 12, kind: centre, value: func(n int, _ dossier.Check) any { return n }},
		{title: "Mức", width: 24, kind: centre, value: func(_ int, c dossier.Check) any { return c.Severity.String() }},
		{title: "Trường hợp", width: 50, kind: text, value: func(_ int, c dossier.Check) any { return c.About }},
		{title: "Nội dung", width: 79, kind: text, value: func(_ int, c dossier.Check) any { return c.Text }},
	}
	return b.add(layout{name: "Tự kiểm tra", columns: widths(b, columns, sizeSmall)}, func(s *sheet) {
		s.title(heading{title: "Kết quả tự kiểm tra hồ sơ", lines: []string{fmt.Sprintf("Năm %d", s.Year)}})
		l := startList(s, columns, sizeSmall)
		l.write(rows(s.Checks))
		l.none("Không thấy điểm nào phải sửa hoặc phải xem lại.")
	})
}
