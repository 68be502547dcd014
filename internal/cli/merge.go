package cli

import (
	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/boot"
)

// merge joins another PC's file into this one, or shows what that would do.
func (c *call) merge() error {
	fs := c.flags("merge")
	dry := fs.Bool("dry-run", false, "chỉ xem trước")
	pass := passphraseFlag(fs)
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	return c.on(boot.Options{Read: *dry, Passphrase: *pass}, func(a *app.App) error {
		plan, err := imports.PreviewMerge(c.ctx, a, words[0])
		if err != nil {
			return err
		}
		c.mergeLines(plan)
		if err := plan.Refusal(); err != nil {
			return err
		}
		if plan.Nothing() {
			c.printf("Không có gì mới: dữ liệu giữ nguyên.\n")
			return nil
		}
		if *dry {
			c.printf("Xem trước, chưa ghi gì.\n")
			return nil
		}
		if err := imports.Merge(c.ctx, a, plan); err != nil {
			return err
		}
		c.printf("Đã nhập tệp %s: %d dòng mới, %d dòng đổi, %d dòng xóa; %d chỗ hai máy sửa khác nhau.\n", plan.File,
			plan.Count(imports.MergeNew)+plan.Count(imports.MergeKept), plan.Count(imports.MergeChanged), plan.Count(imports.MergeRemoved), plan.Count(imports.MergeConflict))
		return nil
	})
}

// mergeLines prints what a merge brings, conflicts side by side.
func (c *call) mergeLines(p *imports.MergePlan) {
	if p.Apart && !p.Nothing() {
		c.printf("Hai tệp không có chung gốc: các dòng được ghép theo mã và nội dung.\n")
	}
	for _, l := range p.Lines {
		switch l.Fate {
		case imports.MergeConflict:
			c.printf("  ! %s %s\n      máy này: %s%s\n      máy kia: %s%s\n", l.Kind, l.What, l.Ours, counts(!l.TheirsCounts), l.Theirs, counts(l.TheirsCounts))
		case imports.MergeNew:
			c.printf("  + %s %s\n", l.Kind, l.What)
		case imports.MergeChanged:
			c.printf("  ~ %s %s (%s → %s)\n", l.Kind, l.What, l.Ours, l.Theirs)
		case imports.MergeRemoved:
			c.printf("  - %s %s\n", l.Kind, l.What)
		case imports.MergeKept:
			c.printf("  = %s %s: một máy đã xóa, giữ lại vì máy kia còn dùng\n", l.Kind, l.What)
		}
	}
}

// counts marks the side of a conflict that is written.
func counts(yes bool) string {
	if yes {
		return " [được dùng]"
	}
	return ""
}
