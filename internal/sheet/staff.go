package sheet

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// ReadStaff reads the staff list of any office: it finds the sheet, the header row
// and what the columns mean by itself, and says how it understood them. Rows it
// cannot use are in Refused; a damaged file gives an error and no list.
func ReadStaff(ctx context.Context, path string, o tdkt.StaffOptions) (*tdkt.StaffList, error) {
	book, err := guard.Open(ctx, path)
	if err != nil {
		return nil, refused(err)
	}
	defer book.Close() //nolint:errcheck // Only read from.
	list, err := readStaff(ctx, book, o)
	if err != nil {
		return nil, refused(err)
	}
	if o.Old == "" && len(o.Map) == 0 {
		if err := readAgain(ctx, path, list, o); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func readStaff(ctx context.Context, book *guard.Book, o tdkt.StaffOptions) (*tdkt.StaffList, error) {
	words := newCatalogue()
	words.want(o.Map)
	rows := func(give func(*guard.Row) error) func(*guard.Row) error { return give }
	if c, ok := converterOf(o.Old); ok {
		rows = func(give func(*guard.Row) error) func(*guard.Row) error { return c.rows(book, give) }
	} else if o.Old != "" {
		return nil, tdkt.Errorf(tdkt.Usage, "Không có bảng mã cũ “%s”. Hãy chọn %s hoặc %s.", o.Old, tdkt.TCVN3, tdkt.VNI)
	}
	tops, err := previews(ctx, book, words, rows)
	if err != nil {
		return nil, err
	}
	p, err := chooseSheet(book, tops, o.Sheet)
	if err != nil {
		return nil, err
	}
	if err := p.header.apply(words, o.Map); err != nil {
		return nil, err
	}
	if p.header.count() == 0 {
		return nil, noHeader(book, p)
	}
	l := newListing(book, p, words)
	if err := book.Rows(ctx, p.index, rows(l.row)); err != nil {
		return nil, err
	}
	if err := l.legacy(); err != nil {
		return nil, err
	}
	l.finish(tops)
	if len(l.list.Rows)+len(l.list.Refused) == 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Không thấy người nào dưới dòng tiêu đề (dòng %d) của trang “%s”, tệp “%s”. "+
			"Hãy chọn đúng trang, hoặc xem lại danh sách.", p.header.row, p.sheet.Name, book.Name)
	}
	return l.list, nil
}

func noHeader(book *guard.Book, p *preview) error {
	return tdkt.Errorf(tdkt.Invalid, "Không thấy dòng tiêu đề nào có cột “Họ và tên” trong %d dòng đầu của trang “%s”, tệp “%s”. "+
		"Hãy chọn đúng trang, hoặc thêm một dòng tiêu đề (Họ và tên, Ngày sinh, Đơn vị, Chức vụ, …) ngay trên danh sách.", maxHeaderRow, p.sheet.Name, book.Name)
}

// previews reads every sheet once, to its end, and keeps the tops.
func previews(ctx context.Context, book *guard.Book, words *catalogue, rows func(func(*guard.Row) error) func(*guard.Row) error) ([]*preview, error) {
	var tops []*preview
	for i, s := range book.Sheets {
		p := &preview{sheet: s, index: i, texts: map[place]string{}, width: map[int]int{}, shown: map[place]place{}}
		if err := book.Rows(ctx, i, rows(func(r *guard.Row) error { p.keep(r); return nil })); err != nil {
			return nil, err
		}
		p.merge(s.Merges)
		p.find(words)
		tops = append(tops, p)
	}
	return tops, nil
}

// chooseSheet picks the sheet asked for, or the one whose header says most; of equals
// one that is not hidden, then the first.
func chooseSheet(book *guard.Book, tops []*preview, name string) (*preview, error) {
	if name != "" {
		var all []string
		for _, p := range tops {
			if tdkt.Fold(p.sheet.Name) == tdkt.Fold(name) {
				return p, nil
			}
			all = append(all, p.sheet.Name)
		}
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không có trang “%s”. Các trang có trong tệp: %s.", book.Name, name, strings.Join(all, ", "))
	}
	best := tops[0]
	for _, p := range tops[1:] {
		if p.rank() > best.rank() {
			best = p
		}
	}
	return best, nil
}

func (p *preview) rank() int {
	r := 2 * p.header.score
	if !p.sheet.Hidden {
		r++
	}
	return r
}

const maxNotes = 1_000

// finish adds what is said about the whole file.
func (l *listing) finish(tops []*preview) {
	list := l.list
	for _, c := range l.columns {
		if _, ok := l.words.labels[c.field]; !ok {
			c.field = ""
		}
		label := l.words.labels[c.field]
		if c.field == "" {
			label = "Không đọc"
		}
		list.Columns = append(list.Columns, tdkt.StaffColumn{Letter: guard.Letters(c.number), Header: c.text, Field: c.field, Label: label})
	}
	for _, f := range fields() {
		list.Fields = append(list.Fields, tdkt.StaffField{Field: f.name, Label: f.label})
	}
	var hidden, likely []string
	for _, p := range tops {
		if p.sheet != l.sheet {
			list.OtherSheets = append(list.OtherSheets, p.sheet.Name)
			if p.header.score >= 2 {
				likely = append(likely, p.sheet.Name)
			}
		}
		if p.sheet.Hidden {
			hidden = append(hidden, p.sheet.Name)
		}
	}
	if l.sheet.Hidden {
		l.note("Trang “%s” đang bị ẩn trong tệp nhưng vẫn được đọc.", l.sheet.Name)
	}
	if len(hidden) > 0 {
		l.note("Tệp có trang ẩn: %s.", strings.Join(hidden, ", "))
	}
	if len(likely) > 0 {
		l.note("Các trang khác cũng có danh sách nhưng chưa được đọc: %s. Hãy nhập riêng từng trang nếu cần.", strings.Join(likely, ", "))
	}
	l.summary()
}

// note adds a sentence about the list, as long as they can still be read.
func (l *listing) note(format string, args ...any) {
	if len(l.list.Notes) >= maxNotes {
		return
	}
	l.list.Notes = append(l.list.Notes, fmt.Sprintf(format, args...))
}
