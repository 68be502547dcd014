package cli

import (
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// meetingOf is the last meeting of a round.
func meetingOf(v *view.View, r tdkt.Round) (tdkt.Meeting, error) {
	list := v.MeetingsIn(r)
	if len(list) == 0 {
		return tdkt.Meeting{}, tdkt.Errorf(tdkt.NotFound, "Đợt “%s” chưa có phiên họp Hội đồng nào. Hãy thêm phiên họp: vote -meeting NGÀY.", r.Title())
	}
	return list[len(list)-1], nil
}

// vote enters a meeting of a round, or the votes on a case in its last one.
func (c *call) vote() error {
	fs := c.flags("vote")
	year, round := yearFlag(fs), roundFlag(fs)
	title, code := fs.String("title", "", "mã danh hiệu, hình thức"), fs.String("subject", "", "mã")
	day := fs.String("meeting", "", "ngày họp")
	var n app.Count
	fs.IntVar(&n.For, "for", 0, "số phiếu đồng ý")
	fs.IntVar(&n.Against, "against", 0, "số phiếu không đồng ý")
	fs.IntVar(&n.Invalid, "invalid", 0, "số phiếu không hợp lệ")
	unanimous := fs.Bool("unanimous", false, "điền phiếu đồng thuận cho các trường hợp chưa có phiếu")
	if err := c.yearWords(fs, year); err != nil {
		return err
	}
	held, err := dayFlag(*day)
	if err != nil {
		return err
	}
	return c.change(func(a *app.App) error {
		r, err := a.View().FindRound(*year, *round)
		if err != nil {
			return err
		}
		if held != 0 {
			m, err := a.SaveMeeting(c.ctx, tdkt.Meeting{Year: r.Year, Round: r.ID, Date: held})
			if err == nil {
				c.printf("Đã ghi phiên họp ngày %s, %s: %d thành viên có quyền biểu quyết.\n", m.Date, r.Title(), m.Members)
			}
			return err
		}
		if *unanimous {
			return c.unanimous(a, r)
		}
		return c.count(a, r, *code, strings.ToUpper(*title), n)
	})
}

func (c *call) unanimous(a *app.App, r tdkt.Round) error {
	m, err := meetingOf(a.View(), r)
	if err != nil {
		return err
	}
	done, err := a.FillUnanimous(c.ctx, m)
	if err != nil {
		return err
	}
	c.printf("Đã điền phiếu đồng thuận cho %d trường hợp.\n", done.Count)
	c.told(done.Left)
	return nil
}

func (c *call) count(a *app.App, r tdkt.Round, code, title string, n app.Count) error {
	v := a.View()
	m, err := meetingOf(v, r)
	if err != nil {
		return err
	}
	s, err := v.FindSubject(code)
	if err != nil {
		return err
	}
	nom, ok := v.NominationIn(r, s, title)
	if !ok {
		return tdkt.Errorf(tdkt.NotFound, "%s chưa có đề nghị %s trong đợt “%s”.", v.Facts.NameOf(s), v.TitleName(title), r.Title())
	}
	n.Nomination = nom.ID
	if err := a.SetCounts(c.ctx, m, []app.Count{n}); err != nil {
		return err
	}
	c.printf("Đã ghi phiếu của %s, %s.\n", v.Facts.NameOf(s), v.TitleName(title))
	return nil
}

// publish makes the results of a round's last meeting known.
func (c *call) publish() error {
	fs := c.flags("publish")
	year, round := yearFlag(fs), roundFlag(fs)
	if err := c.yearWords(fs, year); err != nil {
		return err
	}
	return c.change(func(a *app.App) error {
		r, err := a.View().FindRound(*year, *round)
		if err != nil {
			return err
		}
		m, err := meetingOf(a.View(), r)
		if err != nil {
			return err
		}
		done, err := a.Conclude(c.ctx, m)
		if err != nil {
			return err
		}
		c.printf("Đã công bố kết quả phiên họp ngày %s: %d thông qua, %d không thông qua.\n", m.Date, done.Approved, done.Rejected)
		for _, w := range done.Waiting {
			c.errorf("  còn chờ: %s\n", w)
		}
		return nil
	})
}

// reopen takes published results of a round's last meeting back.
func (c *call) reopen() error {
	fs := c.flags("reopen")
	year, round := yearFlag(fs), roundFlag(fs)
	codes, reason := fs.String("subject", "", "các mã; bỏ trống là tất cả"), fs.String("reason", "", "lý do")
	if err := c.yearWords(fs, year); err != nil {
		return err
	}
	return c.change(func(a *app.App) error {
		v := a.View()
		r, err := v.FindRound(*year, *round)
		if err != nil {
			return err
		}
		m, err := meetingOf(v, r)
		if err != nil {
			return err
		}
		wanted := map[tdkt.Subject]bool{}
		if *codes != "" {
			subjects, err := subjectsOf(v, *codes)
			if err != nil {
				return err
			}
			for _, s := range subjects {
				wanted[s] = true
			}
		}
		var ids []tdkt.ID
		for _, n := range v.Nominations {
			if n.Year == r.Year && n.Round == r.ID && (len(wanted) == 0 || wanted[n.Subject]) {
				ids = append(ids, n.ID)
			}
		}
		n, err := papers.Reopen(c.ctx, a, m, ids, *reason)
		if err == nil {
			c.printf("Đã mở lại kết quả của %d trường hợp.\n", n)
		}
		return err
	})
}
