package cli

import (
	"errors"
	"strconv"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

const regulationUse = "regulation list | examples | check TỆP.toml | try TỆP.toml -year NĂM | apply TỆP.toml|SỐ-MẪU [-first NĂM] [-last NĂM] | drop -number SỐ | save TỆP.toml|TỆP.pdf -number SỐ"

// regulation lists, tries, applies and takes away what the province set by its own document.
func (c *call) regulation() error {
	fs := c.flags("regulation")
	year := yearFlag(fs)
	number := fs.String("number", "", "số văn bản của quy định")
	first := fs.Int("first", 0, "năm xét đầu tiên")
	last := fs.Int("last", 0, "năm xét cuối cùng")
	words, err := c.someWords(fs, 2)
	if err != nil {
		return err
	}
	word, file := "", ""
	if len(words) > 0 {
		word = words[0]
	}
	if len(words) > 1 {
		file = words[1]
	}
	read := word != "apply" && word != "drop"
	if word == "examples" {
		return c.examples()
	}
	return c.on(boot.Options{Read: read}, func(a *app.App) error {
		switch {
		case word == "list":
			return c.regulations(a.View())
		case word == "drop":
			return c.dropRegulation(a, *number)
		case word == "save" && file != "":
			return c.saveRegulation(a, *number, file)
		case file == "" || word != "check" && word != "try" && word != "apply":
			return c.misuse(errors.New("thiếu list, examples, check, try, apply, drop hoặc save, hoặc thiếu tệp"))
		}
		g, err := a.OpenRegulation(file)
		if err != nil {
			return err
		}
		if *first != 0 {
			g.FirstYear = *first
		}
		if *last != 0 {
			g.LastYear = *last
		}
		switch word {
		case "try":
			return c.tryRegulation(a, g, *year)
		case "apply":
			if err := a.ApplyRegulation(c.ctx, g); err != nil {
				return err
			}
			c.printf("Đã áp dụng %s từ năm %d\n", g.Name(), g.FirstYear)
			return nil
		}
		if err := a.View().CheckRegulation(g); err != nil {
			return err
		}
		c.printf("%s: dùng được\n", g.Citation())
		return nil
	})
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

func (c *call) regulations(v *app.View) error {
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
	if year == 0 {
		year = g.FirstYear
	}
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
			return a.SaveRegulation(c.ctx, s.Reg, path)
		}
	}
	return tdkt.Errorf(tdkt.NotFound, "Sổ không áp dụng quy định của tỉnh số “%s”. Hãy xem bằng lệnh regulation list.", number)
}
