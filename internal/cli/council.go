package cli

import (
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// council prints the votes of a year's meetings and what they come to.
func (c *call) council() error {
	fs := c.flags("council")
	year, round := yearFlag(fs), roundFlag(fs)
	if err := c.yearWords(fs, year); err != nil {
		return err
	}
	return c.with(func(a *app.App) error {
		v := a.View()
		rounds := v.RoundsOf(*year)
		if *round != "" {
			r, err := v.FindRound(*year, *round)
			if err != nil {
				return err
			}
			rounds = []tdkt.Round{r}
		}
		held := 0
		for _, r := range rounds {
			for _, m := range v.MeetingsIn(r) {
				held++
				if err := c.meeting(v, r, m); err != nil {
					return err
				}
			}
		}
		if held == 0 {
			return tdkt.Errorf(tdkt.NotFound, "Năm %d chưa có phiên họp Hội đồng nào.", *year)
		}
		return nil
	})
}

// tallied is one vote as -json prints it.
type tallied struct {
	Meeting string     `json:"meeting"`
	Round   string     `json:"round"`
	Subject string     `json:"subject"`
	Title   string     `json:"title"`
	Members int        `json:"members"`
	For     int        `json:"for"`
	Against int        `json:"against"`
	Invalid int        `json:"invalid"`
	Away    int        `json:"away"`
	Recused int        `json:"recused"`
	Need    int        `json:"need,omitzero"` // per cent of all members; 0: not set
	Secret  bool       `json:"secret,omitzero"`
	Answer  law.Answer `json:"answer"`
	Cite    string     `json:"cite"`
	Mark    string     `json:"mark"`
}

// meeting prints the votes that were typed.
func (c *call) meeting(v *view.View, r tdkt.Round, m tdkt.Meeting) error {
	list, err := v.Tallies(m)
	if err != nil {
		return err
	}
	if !c.json {
		c.printf("%s, phiên họp ngày %s: %d thành viên có quyền biểu quyết\n", r.Title(), m.Date, m.Members)
	}
	for _, t := range list {
		if !t.Entered {
			continue
		}
		b := t.Ballot
		if c.json {
			c.line(tallied{
				m.Date.ISO(), r.Title(), v.Facts.CodeOf(t.Nomination.Subject), t.Nomination.Title, b.Members, b.For, b.Against, b.Invalid,
				b.Away, b.Recused, t.Rule.Percent, t.Rule.Secret, t.Result, t.Rule.Cite, t.Rule.Mark,
			})
			continue
		}
		c.printf("  %s %s — %s: %d/%d phiếu đồng ý (%s): %s [%s]%s\n", v.Facts.CodeOf(t.Nomination.Subject), v.Facts.NameOf(t.Nomination.Subject),
			v.TitleName(t.Nomination.Title), b.For, b.Members, b.Share(), voteWords(t), t.Rule.Cite, law.MarkName(t.Rule.Mark))
	}
	return nil
}

// voteWords is what a vote comes to.
func voteWords(t view.Tally) string {
	switch {
	case t.Ballot.Missing() != 0:
		return "số phiếu thừa hoặc thiếu"
	case t.Result == law.Yes:
		return "thông qua"
	case t.Result == law.No:
		return "không thông qua"
	}
	return "chưa có tỷ lệ do cơ quan quy định"
}

// revoke takes an award back and prints what stood on it.
func (c *call) revoke() error {
	fs := c.flags("revoke")
	year := yearFlag(fs)
	subject, title := fs.String("subject", "", "mã cán bộ hoặc đơn vị"), fs.String("title", "", "mã danh hiệu, hình thức")
	ground := fs.Int("ground", 1, "thứ tự căn cứ theo luật của ngày quyết định")
	in := app.Revocation{}
	fs.StringVar(&in.Decision.Number, "number", "", "số quyết định hủy bỏ")
	fs.StringVar(&in.Decision.Signer, "signer", "", "người ký")
	fs.StringVar(&in.Note, "note", "", "kết luận")
	date := fs.String("date", "", "ngày quyết định hủy bỏ")
	if _, err := c.words(fs, 0); err != nil {
		return err
	}
	var err error
	if in.Decision.Date, err = dayFlag(*date); err != nil {
		return err
	}
	return c.change(func(a *app.App) error {
		v := a.View()
		s, err := v.FindSubject(*subject)
		if err != nil {
			return err
		}
		code := strings.ToUpper(*title)
		at := slices.IndexFunc(v.Awards, func(w tdkt.Award) bool {
			return w.Subject == s && w.Code == code && w.To == *year && !w.Revoked
		})
		if at < 0 {
			return tdkt.Errorf(tdkt.NotFound, "%s không có %s năm %d đang còn hiệu lực.", v.Facts.NameOf(s), v.TitleName(code), *year)
		}
		in.Award, in.Decision.Level = v.Awards[at].ID, v.Awards[at].Level
		grounds := a.Rules.Grounds(in.Decision.Date)
		if *ground < 1 || *ground > len(grounds) {
			return tdkt.Errorf(tdkt.Usage, "Luật của ngày %s có %d căn cứ hủy bỏ. Hãy chọn -ground từ 1 đến %d.", in.Decision.Date, len(grounds), len(grounds))
		}
		in.Ground = grounds[*ground-1]
		out, err := a.Revoke(c.ctx, in)
		if err != nil {
			return err
		}
		c.printf("Đã hủy bỏ %s năm %d của %s: %s (%s).\n", v.TitleName(code), *year, v.Facts.NameOf(s), in.Ground.Text, in.Ground.Cite)
		for _, t := range out.Stood {
			c.printf("  %s\n", v.Words(t))
		}
		return nil
	})
}
