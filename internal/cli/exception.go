package cli

import (
	"errors"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// exception records, lists and takes back what a competent person decided beside the law.
func (c *call) exception() error {
	fs := c.flags("exception")
	var e tdkt.Exception
	year := yearFlag(fs)
	code := fs.String("subject", "", "mã cán bộ hoặc đơn vị")
	fs.StringVar(&e.Title, "title", "", "mã danh hiệu")
	fs.StringVar(&e.Need, "need", "", "mã tiêu chuẩn")
	fs.StringVar(&e.By, "by", "", "họ tên, chức vụ người quyết định")
	fs.StringVar(&e.Document, "document", "", "số văn bản")
	date := fs.String("date", "", "ngày văn bản")
	fs.StringVar(&e.Reason, "reason", "", "lý do")
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	if *year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	e.Year, e.Title = *year, strings.ToUpper(e.Title)
	if e.Date, err = dayFlag(*date); err != nil {
		return err
	}
	return c.on(boot.Options{Read: words[0] == "list"}, func(a *app.App) error {
		if words[0] == "list" {
			c.exceptions(a.View(), e.Year)
			return nil
		}
		if e.Subject, err = a.View().FindSubject(*code); err != nil {
			return err
		}
		switch words[0] {
		case "add":
			return a.RecordException(c.ctx, e)
		case "remove":
			return c.removeException(a, e)
		}
		return c.misuse(errors.New("thiếu list, add hoặc remove"))
	})
}

func (c *call) removeException(a *app.App, e tdkt.Exception) error {
	for _, o := range a.View().Exceptions {
		if o.Year == e.Year && o.Subject == e.Subject && o.Title == e.Title && o.Need == e.Need {
			return a.RemoveException(c.ctx, o)
		}
	}
	return tdkt.Errorf(tdkt.NotFound, "Không có ngoại lệ nào như vậy. Hãy xem danh sách bằng lệnh exception list.")
}

// exceptions prints those of a year with what they are for.
func (c *call) exceptions(v *view.View, year int) {
	for _, e := range v.Exceptions {
		if e.Year != year {
			continue
		}
		if c.json {
			c.line(e)
			continue
		}
		r, err := v.Explain(e.Year, e.Subject, e.Title)
		if err != nil { // not judged in the year: the exception is told as it stands
			r = law.Result{}
		}
		r.Exceptions = []tdkt.Exception{e}
		c.printf("%s %s — %s: %s\n", v.Facts.CodeOf(e.Subject), v.Facts.NameOf(e.Subject), v.TitleName(e.Title), r.ExceptionWords()[0])
	}
}
