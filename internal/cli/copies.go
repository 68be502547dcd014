package cli

import (
	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/boot"
)

// backup copies to the file named, or into the folder of copies where none is. With
// -second it first chooses the folder that copies go to as well.
func (c *call) backup() error {
	fs := c.flags("backup")
	second := fs.String("second", "", "nơi sao lưu thứ hai")
	if err := fs.Parse(c.args); err != nil || fs.NArg() > 1 {
		return c.misuse(err)
	}
	return c.with(func(a *app.App) error {
		if *second != "" {
			if err := backup.SetSecond(a.Store.Path(), *second); err != nil {
				return err
			}
		}
		to, err := fs.Arg(0), error(nil)
		if to == "" {
			to, err = boot.Keep(c.ctx, a)
		} else {
			err = a.Store.Backup(c.ctx, to)
		}
		if to != "" && (err == nil || fs.NArg() == 0) { // the first copy is there though the second failed
			c.printf("Đã sao lưu và kiểm tra: %s\n", to)
		}
		if err != nil {
			return err
		}
		if to == "" {
			c.printf("Tệp chưa thay đổi kể từ bản sao lưu gần nhất: không cần bản mới.\n")
		}
		c.printf("%s\n", boot.Notice(c.ctx, a))
		return nil
	})
}

func (c *call) restore() error {
	words, err := c.words(c.flags("restore"), 1)
	if err != nil {
		return err
	}
	if err := c.named(); err != nil {
		return err
	}
	kept, err := boot.Restore(c.ctx, boot.Options{Path: c.db}, words[0])
	if err != nil {
		return err
	}
	c.printf("Đã khôi phục %s từ %s\n", c.db, words[0])
	if kept != "" {
		c.printf("Tệp trước khi khôi phục được giữ tại: %s\n", kept)
	}
	return nil
}
