package cli

import (
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// decide writes a decision for the cases of a round and level that wait for it, or for the
// subjects named. Cases that something stands against are left out and named, unless a
// ground lets them go on; with nobody left it is refused.
func (c *call) decide() error {
	fs := c.flags("decide")
	year, round := yearFlag(fs), roundFlag(fs)
	var d tdkt.Decision
	fs.StringVar(&d.Level, "level", "Sở", "cấp quyết định")
	fs.StringVar(&d.Number, "number", "", "số quyết định")
	fs.StringVar(&d.Signer, "signer", "", "người ký")
	fs.StringVar(&d.Manner, "manner", "", "loại hình")
	date := fs.String("date", "", "ngày quyết định")
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
	if how.Ground == nil {
		how.LeaveOut = true
	}
	if d.Date, err = dayFlag(*date); err != nil {
		return err
	}
	return c.change(func(a *app.App) error {
		r, err := a.View().FindRound(*year, *round)
		if err != nil {
			return err
		}
		d.Round = r.ID
		list, err := linesOf(a.View(), r, d.Level, strings.ToUpper(*title), *codes)
		if err != nil {
			return err
		}
		vetted, err := a.VetLines(d, list)
		if err != nil {
			return err
		}
		n, err := a.Decide(c.ctx, d, list, how)
		if err != nil {
			return err
		}
		c.printf("Đã ghi quyết định %s ngày %s cho %d trường hợp.\n", d.Number, d.Date, n)
		if how.LeaveOut {
			c.told(vetted)
		}
		return nil
	})
}

// linesOf are the lines of a decision: those that wait in the round, or the title for the
// subjects named.
func linesOf(v *view.View, r tdkt.Round, level, title, codes string) ([]view.Given, error) {
	if codes != "" {
		subjects, err := subjectsOf(v, codes)
		return app.AwardInput{Title: title, From: r.Year, Subjects: subjects}.Lines(), err
	}
	list := v.Approved(r, level)
	if title != "" {
		list = onlyTitle(list, title)
	}
	if len(list) == 0 {
		return nil, tdkt.Errorf(tdkt.NotFound, "Đợt “%s” không có đề nghị nào cấp %s đã được Hội đồng thông qua hoặc đã trình.", r.Title(), level)
	}
	return list, nil
}

func onlyTitle(list []view.Given, title string) []view.Given {
	var out []view.Given
	for _, g := range list {
		if g.Code == title {
			out = append(out, g)
		}
	}
	return out
}
