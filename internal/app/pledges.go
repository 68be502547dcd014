package app

import (
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// PledgesOf lists a subject's pledges of a year, in the file's order.
func (v *View) PledgesOf(year int, s tdkt.Subject) []tdkt.Pledge {
	var out []tdkt.Pledge
	for _, p := range v.Pledges {
		if p.Year == year && p.Subject == s {
			out = append(out, p)
		}
	}
	return out
}

// PledgeAll registers a title for every subject given, in one step; those who
// have it already keep theirs. It returns how many were added.
func (a *App) PledgeAll(ctx context.Context, year int, title string, subjects []tdkt.Subject) (int, error) {
	v := a.View()
	if err := v.open(year, tdkt.PledgeBook); err != nil {
		return 0, err
	}
	have := map[tdkt.Subject]bool{}
	for _, p := range v.Pledges {
		if p.Year == year && p.Title == title {
			have[p.Subject] = true
		}
	}
	var add []tdkt.Record
	for _, s := range subjects {
		if err := v.fits(title, s); err != nil {
			return 0, err
		}
		if !have[s] {
			have[s] = true
			add = append(add, tdkt.Pledge{ID: tdkt.NewID(), Year: year, Subject: s, Title: title})
		}
	}
	words := fmt.Sprintf("Đăng ký %s năm %d cho %d đối tượng", v.TitleName(title), year, len(add))
	return len(add), a.Change(ctx, "pledge-all", words, func(tx Tx) error { return tx.Put(ctx, add...) })
}

// SetPledges makes a subject's pledges of a year exactly these titles. Pledges
// kept keep their initiative.
func (a *App) SetPledges(ctx context.Context, year int, s tdkt.Subject, titles []string) error {
	v := a.View()
	if err := v.open(year, tdkt.PledgeBook); err != nil {
		return err
	}
	want := map[string]bool{}
	for _, t := range titles {
		if err := v.fits(t, s); err != nil {
			return err
		}
		want[t] = true
	}
	var drop, add []tdkt.Record
	for _, p := range v.PledgesOf(year, s) {
		if !want[p.Title] {
			drop = append(drop, p)
		}
		delete(want, p.Title)
	}
	for _, t := range titles {
		if want[t] {
			delete(want, t)
			add = append(add, tdkt.Pledge{ID: tdkt.NewID(), Year: year, Subject: s, Title: t})
		}
	}
	words := fmt.Sprintf("Sửa đăng ký năm %d của %s", year, v.Facts.NameOf(s))
	return a.Change(ctx, "set-pledges", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, add...)
	})
}

// SetPledgeInitiative names the initiative a pledge stands on.
func (a *App) SetPledgeInitiative(ctx context.Context, p tdkt.Pledge, initiative string) error {
	v := a.View()
	if err := v.open(p.Year, tdkt.PledgeBook); err != nil {
		return err
	}
	p.Initiative = tdkt.Clean(initiative)
	words := fmt.Sprintf("Ghi sáng kiến đăng ký năm %d của %s", p.Year, v.Facts.NameOf(p.Subject))
	return a.Change(ctx, "set-pledges", words, func(tx Tx) error { return tx.Put(ctx, p) })
}

// TitleName is a code's name in words, the code itself when it is not in the catalogue.
func (v *View) TitleName(code string) string {
	if c, ok := v.Rules.Code(code); ok {
		return c.Name
	}
	return code
}

// fits refuses a title that is not given to that kind of subject.
func (v *View) fits(title string, s tdkt.Subject) error {
	c, ok := v.Rules.Code(title)
	if !ok {
		return tdkt.Errorf(tdkt.Invalid, "Không có danh hiệu hay hình thức nào mang mã “%s”. Hãy chọn trong danh mục.", title)
	}
	if v.Facts.IsHousehold(s) && !v.Rules.GivesHouseholds(title) {
		return tdkt.Errorf(tdkt.Invalid, "%s không dành cho hộ gia đình (%s). Hãy chọn Giấy khen hoặc Bằng khen.", c.Name, v.Facts.NameOf(s))
	}
	for _, k := range c.Kinds {
		if k == s.Kind {
			return nil
		}
	}
	return tdkt.Errorf(tdkt.Invalid, "%s không dành cho %s (%s). Hãy chọn danh hiệu khác.", c.Name, s.Kind.Words(), v.Facts.NameOf(s))
}
