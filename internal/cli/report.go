package cli

import (
	"errors"
	"fmt"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

// importReports takes reports of merits that were filled in or edited in Word.
func (c *call) importReports() error {
	fs := c.flags("import report")
	dry := fs.Bool("dry-run", false, "chỉ xem trước")
	files, err := c.someWords(fs, 1000)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return c.misuse(errors.New("thiếu tên báo cáo"))
	}
	return c.on(boot.Options{Read: *dry}, func(a *app.App) error {
		list, err := imports.PreviewReports(c.ctx, a, files)
		if err != nil {
			return err
		}
		bad := &tdkt.Error{Kind: tdkt.Invalid}
		for _, r := range list {
			if r.Problem != nil {
				bad.Problems = append(bad.Problems, tdkt.Problem{Sheet: filepath.Base(r.Path), Text: tdkt.Sentence(r.Problem, nil)})
				continue
			}
			c.printf("%s (%s, năm %d): %d mục thay đổi, %d giữ nguyên\n", filepath.Base(r.Path), r.Name, r.Year, len(r.Changed), r.Same)
			for _, p := range r.Changed {
				c.printf("    %s: %s → %s\n", p.Heading, app.ShortText(p.Before), app.ShortText(p.After))
			}
			for _, n := range r.Notes {
				c.printf("    %s\n", n)
			}
		}
		if len(bad.Problems) > 0 {
			bad.Text = fmt.Sprintf("Có %d báo cáo không nhận được nên chưa ghi gì. Hãy sửa các tệp nêu dưới đây rồi nhận lại.", len(bad.Problems))
			if len(files) == 1 {
				return list[0].Problem
			}
			return bad
		}
		if *dry {
			return nil
		}
		n, err := a.TakeReports(c.ctx, list)
		if err == nil {
			c.printf("Đã nhận báo cáo: %d mục thay đổi.\n", n)
		}
		return err
	})
}
