package app

import (
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// ChangeOwnTitle names a title outside the catalogue anew, or gives it another level, in
// every row that has it; the code of a title of the catalogue makes them that title.
func (a *App) ChangeOwnTitle(ctx context.Context, old view.OwnTitle, name, level string) error {
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
		if err := v.Unlocked(w.To); err != nil {
			return err
		}
		w.Code, w.Level = code, level
		recs = append(recs, w)
	}
	return a.put(ctx, "change-own-title", fmt.Sprintf("Sửa danh hiệu, hình thức ngoài danh mục: %s thành %s", old.Name, v.TitleName(code)), recs...)
}
