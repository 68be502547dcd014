package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// OwnTitle is a title or form that the catalogue of the law does not have and the office
// keeps: a ministry's kỷ niệm chương, a giấy khen of the Party. It counts for nothing the
// law asks.
type OwnTitle struct {
	Name, Level string
	Count       int
	First, Last int // years
}

// OwnTitles lists the titles outside the catalogue, as they are written, with their levels.
func (v *View) OwnTitles() []OwnTitle {
	type key struct{ name, level string }
	at := map[key]int{}
	var out []OwnTitle
	for _, w := range v.Awards {
		if _, known := v.Rules.Code(w.Code); known {
			continue
		}
		k := key{w.Code, w.Level}
		i, ok := at[k]
		if !ok {
			i, at[k] = len(out), len(out)
			out = append(out, OwnTitle{Name: w.Code, Level: w.Level, First: w.From, Last: w.To})
		}
		out[i].Count++
		out[i].First, out[i].Last = min(out[i].First, w.From), max(out[i].Last, w.To)
	}
	slices.SortFunc(out, func(a, b OwnTitle) int {
		return cmp.Or(cmp.Compare(tdkt.Fold(a.Name), tdkt.Fold(b.Name)), cmp.Compare(a.Level, b.Level))
	})
	return out
}

// ChangeOwnTitle names a title outside the catalogue anew, or gives it another level, in
// every row that has it; the code of a title of the catalogue makes them that title.
func (a *App) ChangeOwnTitle(ctx context.Context, old OwnTitle, name, level string) error {
	v := a.View()
	name, level = tdkt.Clean(name), tdkt.Clean(level)
	if name == "" {
		return tdkt.Errorf(tdkt.Invalid, "Danh hiệu, hình thức chưa có tên. Hãy nhập tên.")
	}
	code := name
	for _, c := range v.Rules.Codes() {
		if tdkt.Fold(c.Code) == tdkt.Fold(name) || tdkt.Fold(c.Name) == tdkt.Fold(name) {
			code, level = c.Code, ""
		}
	}
	if code == name && level == "" {
		return tdkt.Errorf(tdkt.Invalid, "“%s” không có trong danh mục nên phải ghi cấp. Hãy nhập cấp: Bộ, ngành; Đảng; Công đoàn; …", name)
	}
	var recs []tdkt.Record
	for _, w := range v.Awards {
		if w.Code != old.Name || w.Level != old.Level {
			continue
		}
		if err := v.unlocked(w.To); err != nil {
			return err
		}
		w.Code, w.Level = code, level
		recs = append(recs, w)
	}
	return a.put(ctx, "change-own-title", fmt.Sprintf("Sửa danh hiệu, hình thức ngoài danh mục: %s thành %s", old.Name, v.TitleName(code)), recs...)
}
