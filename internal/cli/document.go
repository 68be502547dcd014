package cli

import (
	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// exportUse is the usage of everything that is written out.
const exportUse = "export pledges|nominations|results|summary|ballots|statistics|workbook|why -year NĂM [-subject MÃ -title MÃ] -out ĐƯỜNG-DẪN" +
	"\n  tdktctl … export submission -year NĂM [-round ĐỢT] [-date NGÀY-VĂN-BẢN] [-draft] [-zip] -out THƯ-MỤC | -compare THƯ-MỤC-ĐÃ-XUẤT" +
	" | export plan-report -year NĂM [-half] -out TỆP.docx|TỆP.xlsx | export document -kind LOẠI -year NĂM [-subject MÃ] -out TỆP.docx | export forms -kind mau-01|mau-02 -year NĂM [-period T3] [-subject MÃ] -out THƯ-MỤC | export templates -out THƯ-MỤC"

// exportDocument writes one official document as Word; a report is of the subject with
// the code.
func (c *call) exportDocument(a *app.App, year int, kind, code, out string) error {
	var subject tdkt.Subject
	if code != "" {
		var err error
		if subject, err = a.View().FindSubject(code); err != nil {
			return err
		}
	}
	d, err := a.DocumentOf(c.ctx, year, kind, subject)
	if err != nil {
		return err
	}
	return c.wrote(out, a.ExportDocument(c.ctx, year, d, out))
}

// exportTemplates writes the Word templates for the office to edit.
func (c *call) exportTemplates(a *app.App, dir string) error {
	n, err := a.WriteTemplates(dir)
	if err != nil {
		return err
	}
	c.printf("Đã ghi %d tệp mẫu vào %s; tệp đã có thì giữ nguyên.\nChương trình dùng mẫu để trong thư mục %s.\n", n, dir, a.TemplateFolder())
	return nil
}
