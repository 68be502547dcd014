package cli

import (
	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// exportUse is the usage of everything that is written out.
const exportUse = "export pledges|nominations|results|summary|ballots|statistics|workbook|why -year NĂM [-subject MÃ -title MÃ] -out ĐƯỜNG-DẪN" +
	"\n  tdktctl … export submission -year NĂM [-round ĐỢT] [-date NGÀY-VĂN-BẢN] [-draft] [-zip] -out THƯ-MỤC | -compare THƯ-MỤC-ĐÃ-XUẤT" +
	" | export plan-report -year NĂM [-half] -out TỆP.docx|TỆP.xlsx | export document -kind LOẠI -year NĂM [-round ĐỢT] [-subject MÃ] [-title MÃ] [-number SỐ-QUYẾT-ĐỊNH] [-half | -from NGÀY -to NGÀY] -out TỆP.docx | export forms -kind mau-01|mau-02 -year NĂM [-period T3] [-subject MÃ] -out THƯ-MỤC | export room-forms -year NĂM [-round ĐỢT] -out THƯ-MỤC | export software -year NĂM [-round ĐỢT] -out THƯ-MỤC | export templates -out THƯ-MỤC"

// paperFlags say which official document is written.
type paperFlags struct {
	kind, subject, title, number, round, from, to *string
	half                                          *bool
}

// exportDocument writes one official document as Word; a report is of the subject with
// the code.
func (c *call) exportDocument(a *app.App, year int, f paperFlags, out string) error {
	var subject tdkt.Subject
	var err error
	if *f.subject != "" {
		if subject, err = a.View().FindSubject(*f.subject); err != nil {
			return err
		}
	}
	round, err := a.View().FindRound(year, *f.round)
	if err != nil {
		return err
	}
	d, err := papers.DocumentOf(c.ctx, a, round, *f.kind, subject, *f.title)
	if err != nil {
		return err
	}
	d.Decision = *f.number
	if d.Kind == letters.WorkReport {
		if err := period(&d, f); err != nil {
			return err
		}
	}
	if err := c.wrote(out, papers.ExportDocument(c.ctx, a, year, d, out)); err != nil {
		return err
	}
	n, err := papers.DraftOnly(c.ctx, a, year, d)
	if n > 0 {
		c.printf("Văn bản là bản nháp (DỰ THẢO): hồ sơ còn %d điều phải sửa. Hãy xem bằng lệnh export submission.\n", n)
	}
	return err
}

// period sets the days of a report of the work: half a year, or from a day to a day.
func period(d *papers.Document, f paperFlags) error {
	from, err := dayFlag(*f.from)
	if err != nil {
		return err
	}
	to, err := dayFlag(*f.to)
	if err != nil {
		return err
	}
	return d.SetPeriod(*f.half, from, to)
}

// exportTemplates writes the Word templates for the office to edit.
func (c *call) exportTemplates(a *app.App, dir string) error {
	n, err := papers.WriteTemplates(dir)
	if err != nil {
		return err
	}
	c.printf("Đã ghi %d tệp mẫu vào %s; tệp đã có thì giữ nguyên.\nChương trình dùng mẫu để trong thư mục %s.\n", n, dir, papers.TemplateFolder(a))
	return nil
}

// exportSoftware writes the lists of a round as files for other software.
func (c *call) exportSoftware(a *app.App, year int, word, dir string) error {
	round, err := a.View().FindRound(year, word)
	if err != nil {
		return err
	}
	files, err := papers.ExportSoftware(c.ctx, a, round, dir)
	if err != nil {
		return err
	}
	for _, p := range files.Paths {
		c.printf("Đã ghi: %s\n", p)
	}
	for _, n := range files.Notes {
		c.printf("  %s\n", n)
	}
	return nil
}

// exportRoomForms writes a sheet for each room, to be filled with what its reports and papers
// say; "import report" takes them back.
func (c *call) exportRoomForms(a *app.App, year int, word, dir string) error {
	round, err := a.View().FindRound(year, word)
	if err != nil {
		return err
	}
	paths, err := imports.WriteTextSheets(c.ctx, a, round, dir)
	for _, p := range paths {
		c.printf("Đã ghi: %s\n", p)
	}
	return err
}
