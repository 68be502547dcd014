package cli

import (
	"path/filepath"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// why asks for one page of reasons, or with no subject for those of all nominees.
type why struct{ subject, title *string }

// exportWhy writes the reasons as PDF.
func (c *call) exportWhy(a *app.App, year int, w why, out string) error {
	if strings.ToLower(filepath.Ext(out)) != ".pdf" {
		return tdkt.Errorf(tdkt.Usage, "Tệp giải trình là PDF. Hãy đặt tên nhận có đuôi .pdf, ví dụ -out giai-trinh.pdf.")
	}
	if (*w.subject == "") != (*w.title == "") {
		return tdkt.Errorf(tdkt.Usage, "Hãy nêu cả -subject MÃ và -title MÃ để giải trình một trường hợp, hoặc bỏ cả hai để in mọi trường hợp đề nghị của năm.")
	}
	if *w.subject == "" {
		n, err := papers.ExportWhyAll(c.ctx, a, year, out)
		if err == nil {
			c.printf("Đã ghi giải trình của %d trường hợp: %s\n", n, out)
		}
		return err
	}
	s, err := a.View().FindSubject(*w.subject)
	if err != nil {
		return err
	}
	return c.wrote(out, papers.ExportWhy(c.ctx, a, law.Question{Year: year, Subject: s, Title: strings.ToUpper(*w.title)}, out))
}
