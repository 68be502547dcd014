package cli

import (
	"errors"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/boot"
	"tdkt/internal/columns"
	"tdkt/internal/tdkt"
)

const layoutUse = "layout list | layout show [TÊN-BẢNG] | layout export lists|software -out TỆP.toml | layout import TỆP.toml | layout reset lists|software"

// layoutKinds are the two layouts by the words of the command.
func layoutKinds() map[string]string {
	return map[string]string{"lists": tdkt.LayoutLists, "software": tdkt.LayoutSoftware}
}

// layout lists, shows, shares, takes over and puts back the columns of lists and of files for
// other software.
func (c *call) layout() error {
	fs := c.flags("layout")
	out := fs.String("out", "", "tệp nhận")
	words, err := c.someWords(fs, 2)
	if err != nil {
		return err
	}
	words = append(words, "", "")
	kind, known := layoutKinds()[words[1]]
	do := map[string]func(*app.App) error{
		"list":   c.layouts,
		"show":   func(a *app.App) error { return c.showLayouts(a, words[1]) },
		"import": func(a *app.App) error { return c.takeLayout(a, words[1]) },
		"export": func(a *app.App) error { return c.wrote(*out, papers.ShareLayout(a, kind, *out)) },
		"reset":  func(a *app.App) error { return papers.ResetLayout(c.ctx, a, kind) },
	}[words[0]]
	switch {
	case do == nil:
		return c.misuse(errors.New("thiếu list, show, export, import hoặc reset"))
	case (words[0] == "export" || words[0] == "reset") && !known:
		return c.misuse(errors.New("thiếu lists hoặc software"))
	case words[0] == "export" && *out == "", words[0] == "import" && words[1] == "":
		return c.misuse(errors.New("thiếu tệp"))
	}
	return c.on(boot.Options{Read: words[0] != "import" && words[0] != "reset"}, do)
}

// laidTable is a table or a file for other software with its columns.
type laidTable struct {
	name    string
	columns []string
}

// laidTables are all of them.
func laidTables(a *app.App) ([]laidTable, error) {
	lists, err := papers.Lists(a)
	if err != nil {
		return nil, err
	}
	software, err := papers.Software(a)
	if err != nil {
		return nil, err
	}
	var out []laidTable
	for _, t := range columns.Tables() {
		one := laidTable{name: t.Name}
		for _, c := range lists.Of(t.Key) {
			one.columns = append(one.columns, c.Title+" ("+c.Field.Words()+")")
		}
		out = append(out, one)
	}
	for _, s := range software.Set {
		one := laidTable{name: s.Name}
		for _, c := range s.Columns {
			one.columns = append(one.columns, c.Title+" ("+columns.SoftwareWords(c.Field)+")")
		}
		out = append(out, one)
	}
	return out, nil
}

func (c *call) layouts(a *app.App) error {
	list, err := laidTables(a)
	if err != nil {
		return err
	}
	for _, t := range list {
		c.printf("%s: %d cột\n", t.name, len(t.columns))
	}
	for _, word := range []string{"lists", "software"} {
		if papers.HasLayout(a, layoutKinds()[word]) {
			c.printf("%s: do cơ quan đặt\n", word)
		}
	}
	return nil
}

// showLayouts prints the columns of the tables whose name begins so, of all without one.
func (c *call) showLayouts(a *app.App, name string) error {
	list, err := laidTables(a)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(t laidTable) bool { return !strings.HasPrefix(tdkt.Fold(t.name), tdkt.Fold(name)) })
	if len(list) == 0 {
		return tdkt.Errorf(tdkt.NotFound, "Không có bảng nào tên “%s”. Hãy xem tên các bảng bằng lệnh layout list.", name)
	}
	for _, t := range list {
		c.printf("%s\n", t.name)
		for i, col := range t.columns {
			c.printf("  %d. %s\n", i+1, col)
		}
	}
	return nil
}

func (c *call) takeLayout(a *app.App, path string) error {
	kind, err := papers.TakeLayout(c.ctx, a, path)
	if err != nil {
		return err
	}
	what := "danh sách và bảng"
	if kind == tdkt.LayoutSoftware {
		what = "tệp cho phần mềm khác"
	}
	c.printf("Đã dùng bố cục %s trong tệp %s\n", what, path)
	return nil
}
