package forms

import (
	"fmt"
	"iter"
	"strings"

	"tdkt/internal/dossier"
)

// indexSheet lists the files of the folder with what they hold.
func indexSheet(b *book) error {
	columns := []column[entry]{
		{title: "STT", width: 12, kind: centre, value: func(n int, _ entry) any { return n }},
		{title: "Tên tệp", width: 47, kind: text, value: func(_ int, e entry) any { return e.name }},
		{title: "Nội dung", width: 70, kind: text, value: func(_ int, e entry) any { return e.about }},
		{title: "Phụ lục", width: 20, kind: centre, value: func(_ int, e entry) any { return e.annex }},
		{title: "Số dòng", width: 18, kind: centre, value: func(_ int, e entry) any { return e.rows }},
	}
	return b.add(layout{name: "Mục lục", columns: shape(b, false, columns, sizeSmall, entries(b.whole))}, func(s *sheet) {
		s.head(heading{
			title: "Mục lục hồ sơ khen thưởng",
			lines: []string{"Danh hiệu thi đua và hình thức khen thưởng năm " + s.YearWords()},
			notes: []string{"Xét theo: " + s.Regime.Name + "."},
		})
		l := startList(s, columns, sizeSmall)
		l.write(byPart(b.whole))
		must, look := checkCounts(s.Checks)
		s.sentence("Tự kiểm tra: %s", checkWords(must, look))
		for _, words := range missingParts(s.Submission) {
			s.remark(words)
		}
		s.remark(fmt.Sprintf(madeWords+"%s từ một tệp dữ liệu; họ tên, chức vụ, đơn vị ở mọi tệp lấy từ cùng một dòng.", s.Today))
		if b.Head != "" {
			s.remark(headWords + b.Head)
		}
		s.signers()
	})
}

// headWords stand before the end of the history on the index. Who holds the paper can tell
// later whether the file is still the one it was made from; the figures of a folder
// written earlier are others than today's.
const (
	headWords = "Mã nhật ký lúc lập: "
	madeWords = "Hồ sơ được lập ngày "
)

// entry is one line of the index.
type entry struct {
	name, about string
	annex       string // its numbers as an annex, "" where it is none
	rows        any    // lines of a list, nil for other files
}

// entry is the line of the index about a file.
func (f written) entry() entry {
	_, name, _ := strings.Cut(f.path, "/")
	return entry{name: name, about: f.about, annex: annexesOf(f), rows: f.rows}
}

func entries(files []written) []entry {
	out := make([]entry, len(files))
	for i, f := range files {
		out[i] = f.entry()
	}
	return out
}

// byPart puts a heading before the files of each part.
func byPart(files []written) iter.Seq[line[entry]] {
	return func(yield func(line[entry]) bool) {
		part, n := "", 0
		for _, f := range files {
			folder, _, _ := strings.Cut(f.path, "/")
			if folder != part {
				part, n = folder, 0
				if !yield(line[entry]{head: folder}) {
					return
				}
			}
			n++
			if !yield(line[entry]{n: n, row: f.entry()}) {
				return
			}
		}
	}
}

// missingParts says which part was not written, since it has nothing to propose.
func missingParts(s *dossier.Submission) []string {
	var words []string
	for _, p := range dossier.Parts() {
		if !s.Written(p) {
			words = append(words, fmt.Sprintf("Không lập thư mục “%s”: không có trường hợp nào ở cấp này.", p))
		}
	}
	return words
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
	return b.add(layout{name: "Tự kiểm tra", columns: shape(b, false, columns, sizeSmall, b.Checks)}, func(s *sheet) {
		s.title(heading{title: "Kết quả tự kiểm tra hồ sơ", lines: []string{fmt.Sprintf("Năm %d", s.Year)}})
		l := startList(s, columns, sizeSmall)
		l.write(rows(s.Checks))
		l.none("Không thấy điểm nào phải sửa hoặc phải xem lại.")
	})
}
