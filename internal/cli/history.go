package cli

import (
	"context"
	"fmt"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

func (c *call) undo() error {
	fs := c.flags("undo")
	seq := fs.Int64("seq", 0, "số của mục trong nhật ký")
	first := fs.Bool("first", false, "hoàn tác cả lần nạp đầu tiên")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	return c.change(func(a *app.App) error {
		undo := a.UndoLast
		if *seq == 0 && !*first {
			if err := notTheFirst(c.ctx, a); err != nil {
				return err
			}
		}
		if *seq != 0 {
			undo = func(ctx context.Context) (string, error) { return a.UndoEntry(ctx, *seq) }
		}
		what, err := undo(c.ctx)
		if err != nil {
			return err
		}
		c.printf("Đã hoàn tác: %s\n", what)
		return nil
	})
}

// notTheFirst refuses to empty a file by one undo too many: the first load is taken back
// only where that is said.
func notTheFirst(ctx context.Context, a *app.App) error {
	next, err := a.NextUndo(ctx)
	if err != nil || next.Seq > 1 {
		return err
	}
	return tdkt.Errorf(tdkt.Invalid, "Chưa hoàn tác gì: thao tác kế tiếp là lần nạp đầu tiên, “%s” (%d dòng); hoàn tác thì sổ không còn dữ liệu. Nếu đúng ý muốn, hãy thêm -first.",
		next.Words, len(next.Rows))
}

func (c *call) history() error {
	fs := c.flags("history")
	n := fs.Int("n", 50, "số dòng")
	verify := fs.Bool("verify", false, "kiểm tra chuỗi nhật ký")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	return c.with(func(a *app.App) error {
		if *verify {
			if err := a.Store.VerifyHistory(c.ctx); err != nil {
				return err
			}
			c.printf("Nhật ký nguyên vẹn.\n")
			return nil
		}
		list, err := a.Steps(c.ctx, *n)
		if err != nil {
			return err
		}
		for _, e := range list {
			undone := ""
			if e.UndoneBy != 0 {
				undone = fmt.Sprintf(" — đã hoàn tác ở mục %d", e.UndoneBy)
			}
			c.printf("%d  %s  %s (%s): %s [%d dòng]%s\n", e.Seq, e.At, e.By, e.Host, e.Words, len(e.Rows), undone)
		}
		return nil
	})
}

func (c *call) lockYear() error { return c.setLock("lock", true) }

func (c *call) unlockYear() error { return c.setLock("unlock", false) }

// setLock locks a year or opens it again.
func (c *call) setLock(name string, locked bool) error {
	fs := c.flags(name)
	year := yearFlag(fs)
	reason := fs.String("reason", "", "lý do")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	if *year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	return c.change(func(a *app.App) error {
		if err := a.LockYear(c.ctx, *year, locked, *reason); err != nil {
			return err
		}
		if locked {
			c.printf("Năm %d đã khóa: mọi thay đổi của năm này bị từ chối.\n", *year)
		} else {
			c.printf("Năm %d đã mở khóa.\n", *year)
		}
		return nil
	})
}
