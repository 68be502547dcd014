package papers

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/columns"
	"tdkt/internal/tdkt"
)

// layout finds what the office laid out in the window.
func layout(v *view.View, kind string) (tdkt.Layout, bool) {
	i := slices.IndexFunc(v.Layouts, func(l tdkt.Layout) bool { return l.Kind == kind })
	if i < 0 {
		return tdkt.Layout{}, false
	}
	return v.Layouts[i], true
}

// inBook is what messages call a layout that lies in the data file.
const inBook = "bố cục trong sổ"

// layoutOr reads what the office made in the window, else its file beside the data file,
// else takes what ships.
func layoutOr[T any](a *app.App, kind, file string, ships func() T, read func(name string, text []byte) (T, error)) (T, error) {
	if own, ok := layout(a.View(), kind); ok {
		return read(inBook, []byte(own.Text))
	}
	return ownOr(a, file, ships, read)
}

// listColumns are the columns of the lists of nominees and the other tables.
func listColumns(a *app.App) (columns.Lists, error) {
	return layoutOr(a, tdkt.LayoutLists, columnsFile, columns.Standard, columns.Read)
}

// Lists are the columns of the tables as they are written now.
func Lists(a *app.App) (columns.Lists, error) { return listColumns(a) }

// SaveLists keeps the columns of the tables in the data file.
func SaveLists(ctx context.Context, a *app.App, lists columns.Lists) error {
	text := lists.Text()
	if _, err := columns.Read(inBook, text); err != nil {
		return err
	}
	return saveLayout(ctx, a, tdkt.LayoutLists, "Đổi bố cục danh sách", string(text))
}

// Software are the files for other software and its codes as they are written now.
func Software(a *app.App) (columns.Software, error) {
	return layoutOr(a, tdkt.LayoutSoftware, softwareFile, columns.StandardSoftware, columns.ReadSoftware)
}

// SaveSoftware keeps the files for other software and its codes in the data file.
func SaveSoftware(ctx context.Context, a *app.App, s columns.Software) error {
	text := s.Text()
	if _, err := columns.ReadSoftware(inBook, text); err != nil {
		return err
	}
	return saveLayout(ctx, a, tdkt.LayoutSoftware, "Đổi tệp cho phần mềm khác", string(text))
}

func saveLayout(ctx context.Context, a *app.App, kind, words, text string) error {
	l, ok := layout(a.View(), kind)
	if ok && l.Text == text {
		return nil
	}
	if !ok {
		l = tdkt.Layout{ID: tdkt.NewID(), Kind: kind}
	}
	l.Text = text
	return a.Change(ctx, "set-layout", words, func(tx app.Tx) error { return tx.Put(ctx, l) })
}

// ResetLayout goes back to the office's file beside the data file, or to what ships.
func ResetLayout(ctx context.Context, a *app.App, kind string) error {
	l, ok := layout(a.View(), kind)
	if !ok {
		return nil
	}
	return a.Drop(ctx, "drop-layout", "Dùng lại bố cục có sẵn", l)
}

// HasLayout says whether the office made a layout of a kind in the window.
func HasLayout(a *app.App, kind string) bool {
	_, ok := layout(a.View(), kind)
	return ok
}

// ShareLayout writes a layout as a file that another office reads with TakeLayout.
func ShareLayout(a *app.App, kind, path string) error {
	text, err := layoutText(a, kind)
	if err != nil {
		return err
	}
	return ShareText(a, path, text)
}

// ShareText writes a layout that is not kept yet as such a file.
func ShareText(a *app.App, path string, text []byte) error {
	if err := MayWrite(a, path, ".toml"); err != nil {
		return err
	}
	return writeWhole(path, text)
}

func layoutText(a *app.App, kind string) ([]byte, error) {
	if kind == tdkt.LayoutSoftware {
		s, err := Software(a)
		return s.Text(), err
	}
	lists, err := Lists(a)
	return lists.Text(), err
}

// TakeLayout reads a file that ShareLayout wrote, or one of the office's own, keeps it in the
// data file and says which kind it is.
func TakeLayout(ctx context.Context, a *app.App, path string) (kind string, err error) {
	name := filepath.Base(path)
	text, err := app.ReadLimited(path)
	if err != nil {
		return "", &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được tệp “%s”. Hãy kiểm tra tệp rồi chọn lại.", name)}
	}
	if strings.Contains(string(text), "[[set]]") {
		s, err := columns.ReadSoftware(name, text)
		if err != nil {
			return "", err
		}
		return tdkt.LayoutSoftware, SaveSoftware(ctx, a, s)
	}
	lists, err := columns.Read(name, text)
	if err != nil {
		return "", err
	}
	return tdkt.LayoutLists, SaveLists(ctx, a, lists)
}

// PreviewTable is how a table with some columns looks with the first real rows of a round,
// and the size its letters are printed in.
func PreviewTable(ctx context.Context, a *app.App, r tdkt.Round, key string, list []columns.Column) (tdkt.ListTable, float64, error) {
	table, ok := columns.TableOf(key)
	if !ok {
		return tdkt.ListTable{}, 0, tdkt.Errorf(tdkt.Usage, "Không có bảng “%s”.", key)
	}
	if fault := table.Fault(list); fault != "" {
		return tdkt.ListTable{}, 0, tdkt.Errorf(tdkt.Invalid, "%s: %s", table.Name, fault)
	}
	s, err := SubmissionOf(ctx, a, r)
	if err != nil {
		return tdkt.ListTable{}, 0, err
	}
	t, letters := a.Forms.Preview(s, key, list)
	return t, letters, nil
}

// PreviewSet is a file for other software with its first real rows of a round.
func PreviewSet(ctx context.Context, a *app.App, r tdkt.Round, set columns.Software, at int) (tdkt.ListTable, error) {
	if at < 0 || at >= len(set.Set) {
		return tdkt.ListTable{}, nil
	}
	s, err := SubmissionOf(ctx, a, r)
	if err != nil {
		return tdkt.ListTable{}, err
	}
	w := &softwareWriter{v: a.View(), s: s, set: set, lack: map[string]int{}}
	t := w.table(set.Set[at])
	t.Rows = t.Rows[:min(len(t.Rows), 12)]
	return t, nil
}

// CodeRow is a line of the table of codes: a title or a kind of subject of the book, and the
// other software's code for it.
type CodeRow struct {
	Kind       bool // of subject, else of title
	Key, Words string
	Code       string
}

// CodeRows is the table of codes to fill in: every title of the law and the office's own,
// then the kinds of subjects.
func CodeRows(a *app.App, set columns.Software) []CodeRow {
	v := a.View()
	var out []CodeRow
	for _, c := range v.Rules.Codes() {
		out = append(out, CodeRow{Key: c.Code, Words: c.Name, Code: set.TitleCodes[c.Code]})
	}
	for _, key := range slices.Sorted(maps.Keys(set.Kinds)) {
		out = append(out, CodeRow{Kind: true, Key: key, Words: set.Kinds[key], Code: set.KindCodes[key]})
	}
	return out
}

// PasteCodes fills the codes from rows that the office pasted, as the other software lists
// them: a name and a code in either order, matched by the title's name, short name or code,
// or by the kind's name. It returns the lines it could not place.
func PasteCodes(a *app.App, set *columns.Software, rows [][]string) (placed int, left []string) {
	titles := app.NewResolver(a.View().Rules)
	for _, row := range rows {
		var cells []string
		for _, c := range row {
			if c = tdkt.Clean(c); c != "" {
				cells = append(cells, c)
			}
		}
		if len(cells) == 0 {
			continue
		}
		if placeCode(titles, set, cells) {
			placed++
		} else {
			left = append(left, strings.Join(cells, " | "))
		}
	}
	return placed, left
}

// placeCode finds which cell of a line names something of the book; the code is the first
// other cell that is no plain number of a row.
func placeCode(titles app.Resolver, set *columns.Software, cells []string) bool {
	for i, name := range cells {
		key, kind := "", false
		for k, words := range set.Kinds {
			if tdkt.Fold(words) == tdkt.Fold(name) {
				key, kind = k, true
			}
		}
		if code, ok := titles.Resolve(name); ok && key == "" {
			key = code
		}
		if key == "" {
			continue
		}
		code := ""
		for k, c := range cells {
			if k != i && (code == "" || k > i) {
				code = c
				if k > i {
					break
				}
			}
		}
		if code == "" {
			continue
		}
		if kind {
			set.KindCodes = with(set.KindCodes, key, code)
		} else {
			set.TitleCodes = with(set.TitleCodes, key, code)
		}
		return true
	}
	return false
}

// with is a map with one more entry.
func with(m map[string]string, key, value string) map[string]string {
	out := maps.Clone(m)
	if out == nil {
		out = map[string]string{}
	}
	out[key] = value
	return out
}

// SetCode is the software with another code for a line of the table.
func SetCode(set columns.Software, row CodeRow, code string) columns.Software {
	if row.Kind {
		set.KindCodes = with(set.KindCodes, row.Key, code)
	} else {
		set.TitleCodes = with(set.TitleCodes, row.Key, code)
	}
	return set
}
