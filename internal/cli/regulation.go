package cli

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

const regulationUse = "regulation list | examples | check TỆP.toml | try TỆP.toml -year NĂM | apply TỆP.toml|SỐ-MẪU [-first NĂM] [-last NĂM] | drop -number SỐ | save TỆP.toml|TỆP.pdf -number SỐ"

// regulationCall is one call of the command.
type regulationCall struct {
	*call
	word, file        string
	number            string
	year, first, last int
}

// regulation lists, tries, applies and takes away what the province set by its own document.
func (c *call) regulation() error {
	fs := c.flags("regulation")
	r := regulationCall{call: c}
	year := yearFlag(fs)
	fs.StringVar(&r.number, "number", "", "số văn bản của quy định")
	fs.IntVar(&r.first, "first", 0, "năm xét đầu tiên")
	fs.IntVar(&r.last, "last", 0, "năm xét cuối cùng")
	words, err := c.someWords(fs, 2)
	if err != nil {
		return err
	}
	words = append(words, "", "")
	r.word, r.file, r.year = words[0], words[1], *year
	if r.word == "examples" {
		return c.examples()
	}
	needsFile := r.word != "list" && r.word != "drop"
	if !slices.Contains([]string{"list", "drop", "save", "check", "try", "apply"}, r.word) || needsFile && r.file == "" {
		return c.misuse(errors.New("thiếu list, examples, check, try, apply, drop hoặc save, hoặc thiếu tệp"))
	}
	return c.on(boot.Options{Read: r.word != "apply" && r.word != "drop"}, r.do)
}

func (r *regulationCall) do(a *app.App) error {
	switch r.word {
	case "list":
		return r.regulations(a.View())
	case "drop":
		return r.dropRegulation(a, r.number)
	case "save":
		return r.saveRegulation(a, r.number, r.file)
	}
	g, err := a.OpenRegulation(r.file)
	if err != nil {
		return err
	}
	g.FirstYear, g.LastYear = cmp.Or(r.first, g.FirstYear), cmp.Or(r.last, g.LastYear)
	switch r.word {
	case "try":
		return r.tryRegulation(a, g, cmp.Or(r.year, g.FirstYear))
	case "apply":
		if err := a.ApplyRegulation(r.ctx, g); err != nil {
			return err
		}
		r.printf("Đã áp dụng %s từ năm %d\n", g.Name(), g.FirstYear)
		return nil
	}
	if err := a.View().CheckRegulation(g); err != nil {
		return err
	}
	r.printf("%s: dùng được\n", g.Citation())
	return nil
}

// examples lists the regulations that come with the program.
func (c *call) examples() error {
	list, err := law.Examples()
	if err != nil {
		return err
	}
	for _, g := range list {
		c.printf("%s\t%s\n", g.Number, g.Citation())
	}
	return nil
}

func (c *call) regulations(v *view.View) error {
	for _, s := range v.Regulations() {
		till := ""
		if s.Row.Last != 0 {
			till = " đến năm " + strconv.Itoa(s.Row.Last)
		}
		c.printf("%s, từ năm %d%s\n", s.Row.Number, s.Row.First, till)
		if s.Problem != nil {
			c.printf("  Không dùng được: %s\n", tdkt.Sentence(s.Problem, c.log))
			continue
		}
		for _, part := range v.RegulationParts(s.Reg) {
			c.printf("  %s\n", part.Head)
			for _, l := range part.Lines {
				c.printf("    %s: %s [%s]\n", l.What, l.Value, l.Clause)
			}
		}
	}
	return nil
}

// tryRegulation prints which answers of a year would change.
func (c *call) tryRegulation(a *app.App, g *law.Regulation, year int) error {
	v := a.View()
	list, err := v.TryRegulation(c.ctx, g, year)
	if err != nil {
		return err
	}
	for _, x := range list {
		c.printf("%s %s — %s: %s → %s. %s\n", x.Code, x.Name, v.TitleName(x.Title), law.AnswerName(x.Was), law.AnswerName(x.Now), x.Why)
	}
	c.printf("Năm %d: %d câu trả lời thay đổi\n", year, len(list))
	return nil
}

func (c *call) dropRegulation(a *app.App, number string) error {
	for _, s := range a.View().Regulations() {
		if s.Row.Number == number {
			return a.DropRegulation(c.ctx, s.Row)
		}
	}
	return tdkt.Errorf(tdkt.NotFound, "Sổ không áp dụng quy định của tỉnh số “%s”. Hãy xem bằng lệnh regulation list.", number)
}

func (c *call) saveRegulation(a *app.App, number, path string) error {
	for _, s := range a.View().Regulations() {
		if s.Row.Number == number || number == "" {
			return papers.SaveRegulation(c.ctx, a, s.Reg, path)
		}
	}
	return tdkt.Errorf(tdkt.NotFound, "Sổ không áp dụng quy định của tỉnh số “%s”. Hãy xem bằng lệnh regulation list.", number)
}
