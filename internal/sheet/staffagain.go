package sheet

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/intake"
	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// again reads a staff list a second time as the intake does and lays what it finds over
// the first reading: other tables of the sheet and like sheets, births in the future,
// rooms that are not clear, rows that are no people.
type again struct {
	list    *tdkt.StaffList
	facts   map[int][]*intake.Fact // people of the list's sheet by row
	left    map[int]string         // rows that hold no person, and why
	units   map[int]bool           // rows that are units
	unclear map[int]bool           // rows that may be
	taken   map[*intake.Fact]bool
}

func readAgain(ctx context.Context, path string, list *tdkt.StaffList, o tdkt.StaffOptions) error {
	sheets, err := ReadSheets(ctx, path)
	if err != nil {
		var told *tdkt.Error
		if errors.As(err, &told) {
			return nil // what the first reading took stands
		}
		return err
	}
	sheets = sheetsLike(list, sheets, o.Sheet)
	for i := range sheets { // which sheet is read, and its font, was chosen with the list
		sheets[i].Hidden, sheets[i].Font = false, ""
	}
	r, unknown, err := readKnown(ctx, sheets, list, o)
	if err != nil {
		return fmt.Errorf("sheet: read a staff list: %w", err)
	}
	a := &again{list: list, facts: map[int][]*intake.Fact{}, left: map[int]string{}, units: map[int]bool{}, unclear: map[int]bool{}, taken: map[*intake.Fact]bool{}}
	a.index(r)
	if len(a.facts) == 0 {
		return nil
	}
	a.rows()
	a.others(r)
	a.notRead(r)
	for _, d := range unknown {
		a.note("Chưa lấy cột “%s” (ô %s) vì không rõ là cột gì; các ô trong cột giống %s. Nếu đúng vậy, hãy chọn cột này là %s rồi đọc lại.", d.Text, d.Cell, d.Proposal, d.Proposal)
	}
	return nil
}

// readKnown reads the sheets without the columns whose header nobody knows, and gives
// these: what such a column may hold is told and no reason to refuse its rows. A column the
// first reading knows is what it took it for.
func readKnown(ctx context.Context, sheets []intake.Sheet, list *tdkt.StaffList, o tdkt.StaffOptions) (*intake.Reading, []intake.Doubt, error) {
	opt := intake.Options{Today: o.Today}
	var unknown []intake.Doubt
	r, err := intake.Read(ctx, sheets, opt)
	if err != nil {
		return nil, nil, err //nolint:wrapcheck // Wrapped by the caller.
	}
	for i := range r.Facts {
		for _, d := range r.Facts[i].Doubts {
			if d.Field != intake.DoubtColumn || slices.ContainsFunc(opt.Answers, func(a intake.Answer) bool { return a.Text == d.Text }) {
				continue
			}
			value := intake.Skip
			for _, c := range list.Columns {
				if c.Field != "" && d.Cell == fmt.Sprintf("%s%d", c.Letter, list.HeaderRow) {
					value = c.Label
				}
			}
			if value == intake.Skip {
				unknown = append(unknown, d)
			}
			opt.Answers = append(opt.Answers, intake.Answer{Field: d.Field, Text: d.Text, Value: value})
		}
	}
	if len(opt.Answers) == 0 {
		return r, nil, nil
	}
	r, err = intake.Read(ctx, sheets, opt)
	return r, unknown, err //nolint:wrapcheck // Wrapped by the caller.
}

// sheetsLike keeps the list's sheet and, where none was asked for, those that are not
// hidden and have its very header and no unit column.
func sheetsLike(list *tdkt.StaffList, all []intake.Sheet, asked string) []intake.Sheet {
	header := func(s intake.Sheet) string {
		var words []string
		for _, c := range s.Cells {
			if c.Row >= list.HeaderRow && c.Row <= list.HeaderLast {
				words = append(words, tdkt.Fold(c.Text))
			}
		}
		return strings.Join(words, "|")
	}
	own, unit := "", false
	for _, s := range all {
		if s.Name == list.Sheet {
			own = header(s)
		}
	}
	for _, c := range list.Columns {
		unit = unit || c.Field == fieldUnit || c.Field == fieldPostUnit
	}
	return slices.DeleteFunc(all, func(s intake.Sheet) bool {
		if s.Name == list.Sheet {
			return false
		}
		return asked != "" || unit || s.Hidden || header(s) != own
	})
}

func (a *again) index(r *intake.Reading) {
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Sheet != a.list.Sheet {
			continue
		}
		row, _ := f.At()
		switch f.Kind {
		case intake.FactPerson:
			a.facts[row] = append(a.facts[row], f)
		case intake.FactUnit:
			a.units[row], a.unclear[row] = f.Sure(), !f.Sure()
		}
	}
	for _, l := range r.Left {
		if l.Sheet != a.list.Sheet {
			continue
		}
		for _, row := range l.Rows() {
			if a.left[row] == "" || l.Refused {
				a.left[row] = l.Why + map[bool]string{true: " (!)"}[l.Refused]
			}
		}
	}
}

// rows lays the second reading over the rows of the first.
func (a *again) rows() {
	var rows []tdkt.PersonRow
	refused := a.refusals()
	for _, row := range a.list.Rows {
		line := int(row.Line)
		f := a.of(line, row.Name)
		switch {
		case f != nil:
			a.taken[f] = true
			if again, ok := a.lay(f, row); ok {
				rows = append(rows, again)
			}
		case a.units[line]:
			a.note("Dòng %d là tập thể, đơn vị, không phải người (%s).", line, row.Name)
		case a.left[line] != "" && len(a.facts[line]) == 0:
			a.note("Dòng %d không phải người: %s.", line, strings.TrimSuffix(a.left[line], " (!)"))
		default:
			rows = append(rows, row)
		}
	}
	for line, facts := range a.facts {
		for _, f := range facts {
			if a.taken[f] || refused[line] && len(facts) == 1 {
				continue
			}
			a.unskip(line)
			if row, ok := a.lay(f, tdkt.PersonRow{Line: tdkt.Line(line)}); ok {
				rows = append(rows, row)
			}
		}
	}
	slices.SortStableFunc(rows, func(x, y tdkt.PersonRow) int { return int(x.Line) - int(y.Line) })
	a.list.Rows = rows
}

// unskip takes a row out of the notes of what was skipped: it is read after all.
func (a *again) unskip(line int) {
	word := fmt.Sprintf("dòng %d", line)
	for i, n := range a.list.Notes {
		head, lines, ok := strings.Cut(n, ": ")
		if !ok || !strings.HasPrefix(n, "Bỏ qua") {
			continue
		}
		all := strings.Split(strings.TrimSuffix(lines, "."), ", ")
		left := slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == word })
		if len(left) == len(all) {
			continue
		}
		a.list.Notes[i] = head + ": " + strings.Join(left, ", ") + "."
		if len(left) == 0 {
			a.list.Notes = slices.Delete(a.list.Notes, i, i+1)
		}
		return
	}
}

// refusals are the rows the first reading refused, but for those it refused in error: a
// date it could not read, a heading it took for a person.
func (a *again) refusals() map[int]bool {
	out := map[int]bool{}
	a.list.Refused = slices.DeleteFunc(a.list.Refused, func(p tdkt.Problem) bool {
		cell := strings.TrimPrefix(p.Cell, "dòng ")
		column := strings.TrimRight(cell, "0123456789")
		line, err := strconv.Atoi(strings.TrimPrefix(cell, column))
		if err != nil {
			return false
		}
		facts := a.facts[line]
		born := slices.ContainsFunc(a.list.Columns, func(c tdkt.StaffColumn) bool { return c.Letter == column && c.Field == fieldBorn })
		switch {
		case len(facts) == 0 && (a.units[line] || a.left[line] != "" && !a.unclear[line] && !strings.Contains(a.left[line], "(!)")):
			return true
		case len(facts) == 1 && born && facts[0].Sure() && facts[0].Born != 0:
			return true
		}
		out[line] = true
		return false
	})
	return out
}

// of is the fact of a row that names the same person.
func (a *again) of(line int, name string) *intake.Fact {
	for _, f := range a.facts[line] {
		if !a.taken[f] && tdkt.NameForm(f.Name) == tdkt.NameForm(name) {
			return f
		}
	}
	if len(a.facts[line]) == 1 && !a.taken[a.facts[line][0]] {
		return a.facts[line][0]
	}
	return nil
}

// lay is a row as the second reading has it; false when it must be put right first.
func (a *again) lay(f *intake.Fact, row tdkt.PersonRow) (tdkt.PersonRow, bool) {
	line, col := f.At()
	if why := f.Holding(); why != "" {
		a.list.Refused = append(a.list.Refused, tdkt.Problem{
			Sheet: f.Sheet, Cell: guard.Ref(col, line),
			Text: fmt.Sprintf("%s: %s. Hãy sửa trong tệp, hoặc dùng Nhập kho cũ để trả lời.", f.Name, why),
		})
		return row, false
	}
	row.Name, row.UnitName = f.Name, f.Unit
	if f.Code != "" {
		row.Code = f.Code
	}
	row.Born, row.BornYear, row.Sex, row.CCCD = f.Born, f.BornYear, f.Sex, f.CCCD
	row.Position = f.Position
	row.Leader, row.LeaderGiven = f.Leader, f.LeaderSaid
	if f.Employment != "" {
		row.Employment = f.Employment
	}
	if f.Start != 0 {
		row.Start = f.Start
	}
	if f.End != 0 {
		row.End = f.End
	}
	for _, d := range f.Doubts {
		a.doubted(f, &row, d)
	}
	return row, true
}

// doubted leaves a field empty that is not surely read, and says so.
func (a *again) doubted(f *intake.Fact, row *tdkt.PersonRow, d intake.Doubt) {
	what := ""
	switch d.Field {
	case "born":
		row.Born, row.BornYear, what = 0, 0, "ngày sinh"
	case "sex":
		row.Sex, what = "", "giới tính"
	case "cccd":
		if row.CCCD != "" { // read, but at odds with the person
			a.note("%s, %s: %s; hãy xem lại.", fmt.Sprintf("Dòng %d", row.Line), f.Name, d.Why)
			return
		}
		what = "số CCCD"
	case "leader":
		row.Leader, row.LeaderGiven, what = false, false, "lãnh đạo"
	case "position":
		row.Position, what = "", "chức vụ"
	case "start":
		row.Start, what = 0, "ngày vào làm"
	case "end":
		row.End, what = 0, "ngày thôi việc"
	case "employment":
		return // said by the first reading
	default:
		return
	}
	line, _ := f.At()
	text := fmt.Sprintf("Dòng %d, %s: %s", line, f.Name, d.Why)
	if d.Proposal != "" {
		text += " (có lẽ là " + d.Proposal + ")"
	}
	a.note("%s; %s được để trống, hãy xem lại.", text, what)
}

func (a *again) note(format string, args ...any) {
	if len(a.list.Notes) < maxNotes {
		a.list.Notes = append(a.list.Notes, fmt.Sprintf(format, args...))
	}
}

// others adds the people of sheets with the same header.
func (a *again) others(r *intake.Reading) {
	read := map[string]bool{}
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind != intake.FactPerson || f.Sheet == a.list.Sheet {
			continue
		}
		line, _ := f.At()
		read[f.Sheet] = true
		if row, ok := a.lay(f, tdkt.PersonRow{Line: tdkt.Line(line), Sheet: f.Sheet}); ok {
			a.list.Rows = append(a.list.Rows, row)
		}
	}
	if len(read) == 0 {
		return
	}
	a.list.OtherSheets = slices.DeleteFunc(a.list.OtherSheets, func(s string) bool { return read[s] })
	a.list.Notes = slices.DeleteFunc(a.list.Notes, func(n string) bool { return strings.HasPrefix(n, "Các trang khác cũng có danh sách") })
	a.note("Đã đọc cả các trang cùng mẫu, tên trang là tên đơn vị: %s.", strings.Join(sortedKeys(read), ", "))
}

func sortedKeys(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// notRead names what else the list holds, which a staff list does not take in.
func (a *again) notRead(r *intake.Reading) {
	n := map[string]int{}
	for i := range r.Facts {
		n[r.Facts[i].Kind]++
	}
	var what []string
	for _, k := range []struct{ kind, words string }{
		{intake.FactRating, "xếp loại"},
		{intake.FactAward, "khen thưởng"},
		{intake.FactPledge, "đăng ký, đề nghị"},
		{intake.FactInitiative, "sáng kiến"},
		{intake.FactDiscipline, "kỷ luật"},
		{intake.FactAbsence, "nghỉ"},
		{intake.FactPoints, "điểm theo kỳ"},
	} {
		if n[k.kind] > 0 {
			what = append(what, fmt.Sprintf("%d %s", n[k.kind], k.words))
		}
	}
	if len(what) > 0 {
		a.note("Tệp còn có %s, không nhập ở đây. Hãy dùng Nhập kho cũ (import old) để lấy cả những dữ kiện này.", strings.Join(what, ", "))
	}
}
