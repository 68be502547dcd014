package cli

import (
	"tdkt/internal/app"
	"tdkt/internal/boot"
)

// opinions takes over what a leader wrote in a package that came back, or shows what
// that would bring.
func (c *call) opinions() error {
	fs := c.flags("opinions")
	dry := fs.Bool("dry-run", false, "chỉ xem trước")
	pass := passphraseFlag(fs)
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	return c.on(boot.Options{Read: *dry}, func(a *app.App) error {
		plan, err := a.PreviewOpinions(c.ctx, words[0], *pass)
		if err != nil {
			return err
		}
		for _, o := range plan.New {
			c.printf("  + %s: %s\n", a.View().OpinionAbout(o), o.Words())
		}
		switch {
		case len(plan.New) == 0:
			c.printf("Không có ý kiến mới: dữ liệu giữ nguyên.\n")
			return nil
		case *dry:
			c.printf("Xem trước, chưa ghi gì.\n")
			return nil
		}
		if err := a.TakeOpinions(c.ctx, plan); err != nil {
			return err
		}
		c.printf("Đã nhận %d ý kiến từ gói %s.\n", len(plan.New), plan.File)
		return nil
	})
}
