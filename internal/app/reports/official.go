package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/columns"
	"tdkt/internal/tdkt"
)

// OfficialForms are the statistical forms of the ministry for a year, with what the book
// counts and what the office typed.
func OfficialForms(v *view.View, year int) []tdkt.OfficialForm {
	set := columns.OfficialForms()
	out := make([]tdkt.OfficialForm, len(set.Form))
	for i, f := range set.Form {
		out[i] = officialForm(v, set, f, year)
	}
	return out
}

// officialForm fills one form.
func officialForm(v *view.View, set columns.Official, f columns.OfficialForm, year int) tdkt.OfficialForm {
	out := tdkt.OfficialForm{
		Code: f.Code, Circular: set.Circular, Received: set.Received, Title: f.Title, Unit: f.Unit, Year: year, Day: set.DayOf(year), Counts: f.Counts,
	}
	for _, c := range f.Columns {
		col := tdkt.OfficialColumn{Key: c.Key, N: c.N, Group: c.Group, Head: c.Head, Sub: c.Sub}
		for _, key := range c.Sum {
			col.Sum = append(col.Sum, slices.IndexFunc(f.Columns, func(o columns.OfficialColumn) bool { return o.Key == key }))
		}
		out.Columns = append(out.Columns, col)
	}
	count := officialCounter(v, f, year)
	for _, r := range f.Rows {
		line := tdkt.OfficialLine{Code: r.Code, Text: r.Text, Unit: r.Unit, Cells: make([]tdkt.OfficialCell, len(f.Columns))}
		for _, code := range r.Sum {
			line.Sum = append(line.Sum, slices.IndexFunc(f.Rows, func(o columns.OfficialRow) bool { return o.Code == code }))
		}
		for k, c := range f.Columns {
			cell := tdkt.OfficialCell{Has: r.Has(c.Key), Sum: len(r.Sum)+len(c.Sum) > 0}
			if cell.Has {
				cell.Value, cell.Empty = count(r, c)
			}
			if cell.Has && !cell.Sum {
				typedFigure(v, &cell, f, r.Code, c.Key, year)
			}
			line.Cells[k] = cell
		}
		out.Rows = append(out.Rows, line)
	}
	addUp(&out)
	out.Notes = officialNotes(v, f, out, year)
	return out
}

// addUp fills the cells that are sums: columns within their row, rows within their column.
func addUp(f *tdkt.OfficialForm) {
	known := map[[2]int]tdkt.OfficialCell{}
	for range 2 { // a sum of sums needs the inner ones first
		for i := range slices.Backward(f.Rows) {
			r := &f.Rows[i]
			for k, c := range f.Columns {
				cell := &r.Cells[k]
				if !cell.Has || !cell.Sum {
					continue
				}
				if _, seen := known[[2]int{i, k}]; !seen {
					known[[2]int{i, k}] = *cell
				}
				var parts []tdkt.OfficialCell
				for _, from := range c.Sum {
					parts = append(parts, r.Cells[from])
				}
				if len(c.Sum) == 0 {
					for _, from := range r.Sum {
						parts = append(parts, f.Rows[from].Cells[k])
					}
				}
				*cell = summed(known[[2]int{i, k}], parts)
			}
		}
	}
}

// summed is a sum of cells. Where some are empty the sum is what is counted of it by itself,
// and of what is not counted either the sum of those that are known.
func summed(counted tdkt.OfficialCell, parts []tdkt.OfficialCell) tdkt.OfficialCell {
	out, known := tdkt.OfficialCell{Has: true, Sum: true}, 0
	for _, p := range parts {
		if !p.Empty {
			out.Value += p.Value
			known++
		}
	}
	switch {
	case known == len(parts):
	case !counted.Empty:
		out.Value, out.Apart = counted.Value, true
	default:
		out.Empty = known == 0
	}
	return out
}

// typedFigure lays a number that the office typed over what the book counts; one typed in an
// earlier year only over nothing.
func typedFigure(v *view.View, cell *tdkt.OfficialCell, f columns.OfficialForm, row, column string, year int) {
	unknown := cell.Empty
	for _, g := range v.Figures {
		if g.Form == f.Code && g.Row == row && g.Column == column && g.Year <= year && g.Year >= cell.From && (g.Year == year || f.Carries && unknown) {
			cell.Value, cell.Typed, cell.From, cell.Empty = g.Value, true, g.Year, false
		}
	}
}

// officialCounter counts what the book holds for a cell; empty where it cannot say.
func officialCounter(v *view.View, f columns.OfficialForm, year int) func(columns.OfficialRow, columns.OfficialColumn) (n int, empty bool) {
	if f.Carries {
		return v.StaffCounter(f, year)
	}
	awards := statAwards(v, f.Levels, year)
	return func(r columns.OfficialRow, c columns.OfficialColumn) (n int, empty bool) {
		if len(r.Sum)+len(c.Sum) > 0 {
			return 0, true
		}
		if len(c.Scopes) > 0 {
			for _, m := range v.Movements {
				n += view.CountIf(runsIn(m, year) && slices.Contains(c.Scopes, scopeOf(m)) && movementIs(m, r.Is))
			}
			return n, false
		}
		for _, w := range awards {
			n += view.CountIf(inColumn(f, c, w) && awardIs(v, w, r.Is))
		}
		return n, false
	}
}

// inColumn says whether a column counts an award.
func inColumn(f columns.OfficialForm, c columns.OfficialColumn, w tdkt.Award) bool {
	if c.Kind != "" && c.Kind != string(w.Subject.Kind) {
		return false
	}
	if !c.Rest {
		return slices.Contains(c.Codes, w.Code)
	}
	return !slices.ContainsFunc(f.Columns, func(o columns.OfficialColumn) bool {
		return slices.Contains(o.Codes, w.Code) && (o.Kind == "" || o.Kind == c.Kind)
	})
}

// scopeOf is the level that launched a movement, by the words of its scope.
func scopeOf(m tdkt.Movement) string {
	scope := tdkt.Fold(m.Scope)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(scope, w) })
	}
	switch {
	case has("toan quoc", "ca nuoc", "trung uong"):
		return "toan-quoc"
	case has("khoi", "cum"):
		return "khoi"
	case has("toan tinh", "cap tinh", "thanh pho", "bo, ban", "nganh", "dia phuong") && !has("so"):
		return "tinh"
	}
	return "co-quan"
}

// movementIs says whether a movement belongs in a row.
func movementIs(m tdkt.Movement, is string) bool {
	verb, what, _ := strings.Cut(is, " ")
	switch verb {
	case "pham-vi":
		return scopeOf(m) == what
	case "loai":
		return tdkt.Fold(string(m.Kind)) == tdkt.Fold(what)
	case "thoi-han":
		least, most, _ := strings.Cut(what, " ")
		return lasts(m, least, most)
	}
	return false
}

// lasts says whether a movement runs for least to under most years; the same number twice is
// exactly so many. One of every year without an end runs for one.
func lasts(m tdkt.Movement, least, most string) bool {
	from, _ := strconv.Atoi(least)
	to, _ := strconv.Atoi(most)
	end := m.To
	if end == 0 {
		if m.Kind != tdkt.StandingMovement {
			return false
		}
		end = m.From.AddMonths(12).Prev()
	}
	least1, whole := m.From.AddMonths(12*from), m.From.AddMonths(12)
	after := end.Next()
	exactly := after == whole || m.From.Year() == end.Year() && m.From.AddMonths(11) <= after // from January to December of one year
	switch {
	case from == to:
		return exactly
	case exactly:
		return false
	case to == 0:
		return after >= least1
	}
	return after >= least1 && after < m.From.AddMonths(12*to)
}

// awardIs says whether an award belongs in a row.
func awardIs(v *view.View, w tdkt.Award, is string) bool {
	verb, what, _ := strings.Cut(is, " ")
	unit := w.Subject.Kind == tdkt.AUnit
	kind := ""
	if unit {
		u, _ := v.Facts.Unit(w.Subject.ID)
		kind = tdkt.Fold(u.Kind)
	}
	household := strings.Contains(kind, "ho gia dinh")
	switch verb {
	case "tat-ca":
		return true
	case "loai-hinh":
		return tdkt.Fold(w.Manner) == tdkt.Fold(what)
	case "tap-the":
		return unit && !household
	case "doanh-nghiep":
		return unit && strings.Contains(kind, "doanh nghiep")
	case "ho-gia-dinh":
		return household
	case "lanh-dao-so", "lanh-dao-phong", "truc-tiep":
		return !unit && StandsAs(v, w) == verb
	}
	return false
}

// StandsAs is which kind of post the person of an award held in its last year: a leader of
// the office itself, of a room, or none.
func StandsAs(v *view.View, w tdkt.Award) string {
	p, ok := v.Facts.Person(w.Subject.ID)
	if !ok || !LeaderIn(v, p, w.To) {
		return "truc-tiep"
	}
	if u, ok := v.Facts.Unit(v.UnitIn(p, w.To)); ok && u.Parent == "" {
		return "lanh-dao-so"
	}
	return "lanh-dao-phong"
}

// officialNotes are what the office must look at before the form goes out.
func officialNotes(v *view.View, f columns.OfficialForm, out tdkt.OfficialForm, year int) []string {
	notes := append(awardNotes(v, f, year), movementNotes(v, f, year)...)
	carried, typed := 0, 0
	for _, r := range out.Rows {
		for _, c := range r.Cells {
			typed += view.CountIf(c.Typed)
			carried = max(carried, view.CountIf(c.Typed && c.From < year)*c.From)
		}
	}
	if carried > 0 {
		notes = append(notes, fmt.Sprintf("Có số liệu gõ từ năm %d còn dùng lại; hãy sửa nếu đã thay đổi.", carried))
	}
	if f.Carries {
		notes = append(notes, v.StaffNotes(f, year, typed)...)
	}
	return append(notes, "Mẫu biểu theo "+columns.OfficialForms().Circular+", đọc qua phần mềm khác; hãy đối chiếu với thông tư trước khi nộp.")
}

// Counted are the words for how many, none for nought.
func Counted(n int, format string) []string {
	if n == 0 {
		return nil
	}
	return []string{fmt.Sprintf(format, n)}
}

func awardNotes(v *view.View, f columns.OfficialForm, year int) []string {
	undated, unmannered, outside := 0, 0, 0
	for _, w := range statAwards(v, f.Levels, year) {
		undated += view.CountIf(w.Date == 0)
		unmannered += view.CountIf(w.Manner == "")
		outside += view.CountIf(!slices.ContainsFunc(f.Columns, func(c columns.OfficialColumn) bool { return len(c.Sum) == 0 && inColumn(f, c, w) }))
	}
	return slices.Concat(
		Counted(undated, "%d khen thưởng chưa ghi ngày quyết định, tính theo năm thành tích."),
		Counted(unmannered, "%d khen thưởng chưa ghi loại hình nên không có ở phần chia theo phương thức."),
		Counted(outside, "%d khen thưởng không có cột trong biểu này (ví dụ Tập thể lao động xuất sắc) nên không được đếm."),
	)
}

func movementNotes(v *view.View, f columns.OfficialForm, year int) []string {
	if !slices.ContainsFunc(f.Columns, func(c columns.OfficialColumn) bool { return len(c.Scopes) > 0 }) {
		return nil
	}
	open, placeless := 0, 0
	for _, m := range v.Movements {
		open += view.CountIf(runsIn(m, year) && m.To == 0 && m.Kind != tdkt.StandingMovement)
		placeless += view.CountIf(runsIn(m, year) && m.Scope == "")
	}
	return slices.Concat(
		Counted(open, "%d phong trào chưa ghi ngày kết thúc nên không có ở phần chia theo thời hạn."),
		Counted(placeless, "%d phong trào chưa ghi phạm vi, tính là của cơ quan, đơn vị."),
	)
}

// SetFigure keeps a number that the office types into a cell of a statistical form; an empty
// text takes it away, so that the book's own count stands again.
func SetFigure(ctx context.Context, a *app.App, year int, form, row, column, text string) error {
	v := a.View()
	if err := v.Unlocked(year); err != nil {
		return err
	}
	code, words, err := typable(form, row, column)
	if err != nil {
		return err
	}
	words = fmt.Sprintf("Gõ số liệu biểu %s năm %d, mã số %s, cột %s", code, year, row, words)
	old := tdkt.Figure{ID: tdkt.NewID(), Year: year, Form: code, Row: row, Column: column, Value: -1}
	for _, g := range v.Figures {
		if g.Year == year && g.Form == code && g.Row == row && g.Column == column {
			old = g
		}
	}
	if text = tdkt.Clean(text); text == "" {
		if old.Value < 0 {
			return nil
		}
		return a.Drop(ctx, "set-figure", words, old)
	}
	n, err := strconv.Atoi(strings.ReplaceAll(text, ".", ""))
	if err != nil || n < 0 || n > 1_000_000_000 {
		return tdkt.Errorf(tdkt.Invalid, "“%s” không phải là số lượng. Hãy ghi một số nguyên từ 0, hoặc để trống.", text)
	}
	if old.Value == n {
		return nil
	}
	old.Value = n
	return a.Change(ctx, "set-figure", words, func(tx app.Tx) error { return tx.Put(ctx, old) })
}

// typable finds a cell that a number may be typed into: its form's code and its column's
// number.
func typable(form, row, column string) (code, number string, err error) {
	f, ok := columns.OfficialForms().Official(form)
	r := slices.IndexFunc(f.Rows, func(r columns.OfficialRow) bool { return r.Code == row && row != "" })
	c := slices.IndexFunc(f.Columns, func(c columns.OfficialColumn) bool { return c.Key == column })
	if !ok || r < 0 || c < 0 || !f.Rows[r].Has(column) {
		return "", "", tdkt.Errorf(tdkt.Usage, "Biểu %s không có ô ở mã số %s, cột %s.", form, row, column)
	}
	if len(f.Rows[r].Sum)+len(f.Columns[c].Sum) > 0 {
		return "", "", tdkt.Errorf(tdkt.Invalid, "Ô này là tổng của các ô khác nên không gõ được. Hãy gõ vào các ô thành phần.")
	}
	return f.Code, cmp.Or(f.Columns[c].N, column), nil
}
