package cli

import (
	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/boot"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// importYearPlan reads a plan from a Word file, shows its parts and, unless dry, writes it.
func (c *call) importYearPlan() error {
	fs := c.flags("import plan")
	year := yearFlag(fs)
	dry := fs.Bool("dry-run", false, "chỉ xem trước")
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	if *year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	return c.on(boot.Options{Read: *dry}, func(a *app.App) error {
		p, err := imports.ReadPlan(a, words[0], *year)
		if err != nil {
			return err
		}
		c.printf("Kế hoạch %s: %s (%d mục lớn, %d căn cứ, %d nơi nhận)\n", p.Kind, p.Title, len(p.Sections), len(p.Bases), len(p.Recipients))
		for _, s := range p.Sections {
			c.printf("  %s\n", plantext.Marked(s.Mark, s.Heading))
		}
		if *dry {
			c.printf("Xem trước, chưa ghi gì.\n")
			return nil
		}
		if _, err := a.SavePlan(c.ctx, p); err != nil {
			return err
		}
		c.printf("Đã ghi kế hoạch vào sổ.\n")
		return nil
	})
}
