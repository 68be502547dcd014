package sheet

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"tdkt/internal/intake"
	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// person reads a row as a person, or notes why it cannot be.
func (l *listing) person(r *staffRow) {
	p, err := l.parse(r)
	if err == nil {
		err = l.unique(r, p)
	}
	if err != nil {
		var b *badCell
		at := fmt.Sprintf("dòng %d", r.line)
		if errors.As(err, &b) && l.at[b.field] != 0 {
			at = guard.Ref(l.at[b.field], r.line)
		}
		if len(l.list.Refused) >= maxProblems {
			return
		}
		l.list.Refused = append(l.list.Refused, tdkt.Problem{Sheet: l.sheet.Name, Cell: at, Text: tdkt.Sentence(err, nil)})
		return
	}
	if p != nil {
		l.list.Rows = append(l.list.Rows, *p)
	}
}

// badCell is a sentence about the cell of a field.
type badCell struct {
	field string
	text  string
}

func (b *badCell) Error() string { return b.text }

// Sentence is all of it: it is for people.
func (b *badCell) Sentence() string { return b.text }

func bad(field, format string, args ...any) error {
	return &badCell{field, fmt.Sprintf(format, args...)}
}

func (l *listing) parse(r *staffRow) (*tdkt.PersonRow, error) {
	p := &tdkt.PersonRow{Line: tdkt.Line(r.line), Name: l.name(r)}
	for field, column := range l.at {
		if v, ok := r.values[column]; ok {
			if err := v.trouble(); err != nil {
				return nil, bad(field, "%s", tdkt.Sentence(err, nil))
			}
		}
	}
	if err := l.checkName(r, p.Name); err != nil {
		return nil, err
	}
	l.votes.name(p.Name, l.font(r))
	beside := intake.ReadName(l.rawName(r))
	if beside.Name != "" {
		p.Name, p.Sex = beside.Name, beside.Sex
	}
	p.Code, p.Position = r.texts[l.column(fieldCode)], r.texts[l.column(fieldPosition)]
	if p.UnitName = r.texts[l.column(fieldUnit)]; l.at[fieldUnit] == 0 {
		p.UnitName = l.unit
	}
	if text := r.texts[l.column(fieldPostUnit)]; text != "" {
		post, unit, _ := intake.SplitPost(text)
		p.Position, p.UnitName = post, cmp.Or(unit, p.UnitName)
	}
	if p.Position == "" {
		p.Position = beside.Post
	}
	if post := intake.ReadPost(p.Position); post.Sure && post.Text != "" && l.at[fieldLeader] == 0 {
		p.Leader, p.LeaderGiven = post.Leader, true
	}
	for _, t := range tdkt.PersonTexts() {
		*t.Of(&p.Texts) = r.texts[l.column(t.Key)]
	}
	for _, step := range []func(*staffRow, *tdkt.PersonRow) error{l.birth, l.kinds, l.identity, l.service} {
		if err := step(r, p); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// rawName is the name with the lines its cell holds.
func (l *listing) rawName(r *staffRow) string {
	if c := l.at[fieldName]; c != 0 {
		return cleanLines(r.values[c].Cell.Text)
	}
	return l.name(r)
}

// column is the column of a field, -1 when the list has none.
func (l *listing) column(field string) int {
	if c, ok := l.at[field]; ok {
		return c
	}
	return -1
}

// font is the font the name is written in.
func (l *listing) font(r *staffRow) string {
	for _, f := range []string{fieldName, fieldFamily, fieldGiven} {
		if v, ok := r.values[l.column(f)]; ok {
			return v.Font
		}
	}
	return ""
}

func (l *listing) checkName(r *staffRow, name string) error {
	field := fieldName
	if l.at[fieldName] == 0 {
		field = fieldGiven
	}
	letters := false
	for _, c := range name {
		if unicode.IsDigit(c) {
			return bad(field, "Họ và tên “%s” có chữ số. Hãy sửa lại ô này.", name)
		}
		letters = letters || unicode.IsLetter(c)
	}
	switch {
	case !letters:
		return bad(field, "Dòng này không có họ và tên nên không đọc được. Hãy điền họ và tên hoặc xóa dòng.")
	case !r.numbered && len(r.texts) == 1 && len(l.at) > 2:
		return bad(field, "Dòng này chỉ có “%s”, không rõ là tên người hay tên nhóm. Nếu là người, hãy điền thêm số thứ tự hoặc ngày sinh.", name)
	}
	return nil
}

// birth reads the birth date from one column, or from those of men and women.
func (l *listing) birth(r *staffRow, p *tdkt.PersonRow) error {
	male, female := r.texts[l.column(fieldBornMale)] != "", r.texts[l.column(fieldBornFemale)] != ""
	field := fieldBorn
	switch {
	case male && female:
		return bad(fieldBornFemale, "Ngày sinh được ghi ở cả cột Nam và cột Nữ. Hãy xóa một ô.")
	case male:
		field, p.Sex = fieldBornMale, tdkt.Male
	case female:
		field, p.Sex = fieldBornFemale, tdkt.Female
	}
	v, ok := r.values[l.column(field)]
	if !ok || !v.filled() {
		return nil
	}
	if day, month := r.texts[l.column(fieldBornDay)], r.texts[l.column(fieldBornMonth)]; day != "" && month != "" {
		v = value{Cell: guard.Cell{Column: v.Column, Text: day + "/" + month + "/" + v.text()}}
	}
	b, err := v.birth()
	if err != nil {
		return bad(field, "%s", tdkt.Sentence(err, nil))
	}
	if b.halved {
		l.note("Ô %s ghi “%s”, không đủ ngày, tháng, năm nên chỉ giữ năm sinh %d.", guard.Ref(l.at[field], r.line), v.text(), b.year)
	}
	p.Born, p.BornYear = b.day, b.year
	return nil
}

// kinds reads sex, kind of employment and the leader's mark. A word it does not
// know leaves the field empty, with a note: the person is still the person.
func (l *listing) kinds(r *staffRow, p *tdkt.PersonRow) error {
	if text := r.texts[l.column(fieldSex)]; text != "" {
		s, err := sex(text)
		if err != nil {
			l.note("Ô %s: %s Giới tính được để trống.", guard.Ref(l.at[fieldSex], r.line), tdkt.Sentence(err, nil))
		}
		p.Sex = s
	}
	male, female := r.values[l.column(fieldSexMale)], r.values[l.column(fieldSexFemale)]
	if yes, err := male.ticked(); err == nil && yes {
		p.Sex = tdkt.Male
	} else if yes, err := female.ticked(); err == nil && yes {
		p.Sex = tdkt.Female
	}
	if text := r.texts[l.column(fieldEmployment)]; text != "" {
		e, err := employment(text)
		if err != nil {
			l.note("Ô %s: %s Đối tượng được để trống.", guard.Ref(l.at[fieldEmployment], r.line), tdkt.Sentence(err, nil))
		}
		p.Employment = e
	}
	if v, ok := r.values[l.column(fieldLeader)]; ok {
		yes, err := v.ticked()
		if err != nil {
			return bad(fieldLeader, "%s", tdkt.Sentence(err, nil))
		}
		p.Leader, p.LeaderGiven = yes, true
	}
	return nil
}

func (l *listing) identity(r *staffRow, p *tdkt.PersonRow) error {
	v, ok := r.values[l.column(fieldCCCD)]
	if !ok || strings.Trim(v.text(), "-–. ") == "" {
		return nil
	}
	digits, repaired, err := v.cccd()
	if err != nil {
		return bad(fieldCCCD, "%s", tdkt.Sentence(err, nil))
	}
	if repaired {
		l.note("Ô %s: số CCCD được lưu thành số nên mất số 0 ở đầu; chương trình đã thêm lại. Hãy kiểm tra lại số này.", guard.Ref(l.at[fieldCCCD], r.line))
	}
	p.CCCD = digits
	return nil
}

func (l *listing) service(r *staffRow, p *tdkt.PersonRow) error {
	for _, f := range []struct {
		field string
		into  *tdkt.Day
	}{{fieldStart, &p.Start}, {fieldEnd, &p.End}} {
		v, ok := r.values[l.column(f.field)]
		if !ok || strings.Trim(v.text(), "-–. ") == "" {
			continue
		}
		d, err := v.day()
		if err != nil {
			return bad(f.field, "%s", tdkt.Sentence(err, nil))
		}
		*f.into = d
	}
	if p.Start != 0 && p.End != 0 && p.End < p.Start {
		return bad(fieldEnd, "Ngày thôi việc %s đứng trước ngày vào làm %s. Hãy sửa một trong hai ngày.", p.End, p.Start)
	}
	if p.Born != 0 && p.Start != 0 && p.Start < p.Born {
		return bad(fieldStart, "Ngày vào làm %s đứng trước ngày sinh %s. Hãy sửa một trong hai ngày.", p.Start, p.Born)
	}
	return nil
}

// unique refuses a code or identity number that an earlier row has, and drops a
// row that repeats an earlier person whole.
func (l *listing) unique(r *staffRow, p *tdkt.PersonRow) error {
	key := *p
	key.Line = 0
	if first, ok := l.whole[key]; ok {
		return bad(fieldNumber, "Dòng %d giống hệt dòng %d nên chỉ đọc dòng %d.", r.line, first, first)
	}
	l.whole[key] = r.line
	for _, k := range []struct{ field, value, text string }{
		{fieldCode, strings.ToUpper(p.Code), "Mã cán bộ ở dòng %d giống mã ở dòng %d. Hãy sửa lại một dòng."},
		{fieldCCCD, p.CCCD, "Số CCCD ở dòng %d giống số ở dòng %d. Hai người không thể có cùng một số; hãy sửa lại."},
	} {
		if k.value == "" {
			continue
		}
		if first, ok := l.seen[k.field+"\x00"+k.value]; ok {
			return bad(k.field, k.text, r.line, first)
		}
		l.seen[k.field+"\x00"+k.value] = r.line
	}
	return nil
}
