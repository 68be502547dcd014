package cli

import (
	"errors"
	"flag"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

func roundFlag(fs *flag.FlagSet) *string {
	return fs.String("round", "", "đợt xét: mã, tên hoặc loại")
}

// yearWords parses a command that takes a year and no words.
func (c *call) yearWords(fs *flag.FlagSet, year *int) error {
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	if *year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	return nil
}

// roundLine is a round as -json prints it; the year's own has no id.
type roundLine struct {
	ID          string `json:"id,omitzero"`
	Name        string `json:"name"`
	Kind        string `json:"kind"`
	Year        int    `json:"year"`
	Date        string `json:"date,omitzero"`
	Nominations int    `json:"nominations"`
}

// round lists the rounds of a year or adds one.
func (c *call) round() error {
	fs := c.flags("round")
	var r tdkt.Round
	year := yearFlag(fs)
	kind := fs.String("kind", string(tdkt.DeedRound), "loại đợt")
	fs.StringVar(&r.Name, "name", "", "tên đợt")
	date := fs.String("date", "", "ngày")
	movement := fs.String("movement", "", "tên phong trào")
	words, err := c.words(fs, 1)
	if err != nil {
		return err
	}
	if *year == 0 {
		return tdkt.Errorf(tdkt.Usage, "Chưa nêu năm. Hãy thêm -year NĂM.")
	}
	if r.Date, err = dayFlag(*date); err != nil {
		return err
	}
	r.Year, r.Kind = *year, roundKind(*kind)
	return c.on(boot.Options{Read: words[0] == "list"}, func(a *app.App) error {
		switch words[0] {
		case "list":
			c.rounds(a.View(), *year)
			return nil
		case "add":
			return c.addRound(a, r, *movement)
		}
		return c.misuse(errors.New("thiếu list hoặc add"))
	})
}

// roundKind finds a kind however its letters are typed; an unknown one is left as it is and
// refused when it is saved.
func roundKind(word string) tdkt.RoundKind {
	for _, k := range tdkt.RoundKinds() {
		if tdkt.Fold(string(k)) == tdkt.Fold(word) {
			return k
		}
	}
	return tdkt.RoundKind(word)
}

func (c *call) addRound(a *app.App, r tdkt.Round, movement string) error {
	if movement != "" {
		at := slices.IndexFunc(a.View().Movements, func(m tdkt.Movement) bool { return tdkt.Fold(m.Name) == tdkt.Fold(movement) })
		if at < 0 {
			return tdkt.Errorf(tdkt.NotFound, "Không có phong trào nào tên “%s”. Hãy xem lại tên.", movement)
		}
		r.Movement = a.View().Movements[at].ID
	}
	r, err := a.SaveRound(c.ctx, r)
	if err != nil {
		return err
	}
	if c.json {
		c.line(roundLine{ID: string(r.ID), Name: r.Title(), Kind: string(r.Kind), Year: r.Year, Date: r.Date.ISO()})
		return nil
	}
	c.printf("Đã thêm đợt “%s” (%s) năm %d.\n", r.Name, r.Kind, r.Year)
	return nil
}

func (c *call) rounds(v *view.View, year int) {
	for _, r := range v.RoundsOf(year) {
		n := 0
		for _, x := range v.Nominations {
			if x.Year == year && x.Round == r.ID {
				n++
			}
		}
		if c.json {
			line := roundLine{ID: string(r.ID), Name: r.Title(), Kind: string(r.Kind), Year: r.Year, Nominations: n}
			if r.Date != 0 {
				line.Date = r.Date.ISO()
			}
			c.line(line)
			continue
		}
		c.printf("%s (%s): %d đề nghị\n", r.Title(), r.Kind, n)
	}
}

// handling are the flags that say what to do with cases that something stands against.
type handling struct {
	leaveOut bool
	ground   tdkt.Ground
	date     string
}

func (h *handling) flags(fs *flag.FlagSet) {
	fs.BoolVar(&h.leaveOut, "leave-out", false, "bỏ các trường hợp chưa đạt, làm với các trường hợp còn lại")
	fs.StringVar(&h.ground.By, "ground-by", "", "người cho phép (họ tên, chức vụ)")
	fs.StringVar(&h.ground.Document, "ground-document", "", "số văn bản cho phép")
	fs.StringVar(&h.date, "ground-date", "", "ngày văn bản cho phép")
	fs.StringVar(&h.ground.Reason, "ground-reason", "", "lý do")
}

// how is the Handling that the flags ask for; by itself an act is refused.
func (h *handling) how() (app.Handling, error) {
	if h.leaveOut {
		return app.Handling{LeaveOut: true}, nil
	}
	if h.ground.By+h.ground.Document+h.ground.Reason+h.date == "" {
		return app.Handling{}, nil
	}
	day, err := dayFlag(h.date)
	h.ground.Date = day
	return app.Handling{Ground: &h.ground}, err
}

// told says on the error stream whom an act left out, group by group.
func (c *call) told(t app.Vetted) {
	for _, g := range t.Groups {
		c.errorf("Đã bỏ ra %d trường hợp %s:\n", len(g.Cases), g.Reason)
		for _, s := range g.Cases {
			for _, f := range s.Open() {
				c.errorf("  %s %s: %s\n", s.Code, s.Named(), f.Text)
			}
		}
	}
}

// subjectsOf finds the subjects of a list of codes.
func subjectsOf(v *view.View, codes string) ([]tdkt.Subject, error) {
	var out []tdkt.Subject
	for code := range strings.FieldsFuncSeq(codes, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		s, err := v.FindSubject(code)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return nil, tdkt.Errorf(tdkt.Usage, "Chưa nêu đối tượng. Hãy thêm -subject MÃ,MÃ.")
	}
	return out, nil
}

// nominate proposes subjects for a title in a round.
func (c *call) nominate() error {
	fs := c.flags("nominate")
	year, round := yearFlag(fs), roundFlag(fs)
	title, codes := fs.String("title", "", "mã danh hiệu, hình thức"), fs.String("subject", "", "các mã")
	var h handling
	h.flags(fs)
	if err := c.yearWords(fs, year); err != nil {
		return err
	}
	how, err := h.how()
	if err != nil {
		return err
	}
	return c.change(func(a *app.App) error {
		v := a.View()
		r, err := v.FindRound(*year, *round)
		if err != nil {
			return err
		}
		subjects, err := subjectsOf(v, *codes)
		if err != nil {
			return err
		}
		code := strings.ToUpper(*title)
		vetted, err := a.VetNominees(r, code, subjects)
		if err != nil {
			return err
		}
		n, err := a.NominateIn(c.ctx, r, code, subjects, how)
		if err != nil {
			return err
		}
		c.printf("Đã đề nghị %s, %s: %d đối tượng.\n", v.TitleName(code), r.Title(), n)
		if how.LeaveOut {
			c.told(vetted)
		}
		return nil
	})
}
