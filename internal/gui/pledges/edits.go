package pledges

import (
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// edited joins the edits of each subject into what it shall have registered.
func edited(v *view.View, edits []kit.Edit[row]) ([]view.PledgeEdit, error) {
	at := map[tdkt.Subject]int{}
	var out []view.PledgeEdit
	for _, e := range edits {
		p := e.Row.page
		i, ok := at[e.Row.subject]
		if !ok {
			i = len(out)
			at[e.Row.subject] = i
			out = append(out, view.PledgeEdit{Subject: e.Row.subject, Want: v.PledgesOf(p.year, e.Row.subject)})
		}
		want := out[i].Want
		if c, initiative := columnOf(p, e.Column); !initiative {
			out[i].Want = ticked(want, c.code, e.Text != "")
			continue
		}
		if len(want) == 0 && e.Text != "" {
			return nil, tdkt.Errorf(tdkt.Invalid, textTitleFirst, e.Row.name)
		}
		out[i].Want = named(want, p.titles, e.Text)
	}
	return out, nil
}

// at is the place of a title in a list, -1 when it is not there.
func at(list []tdkt.Pledge, code string) int {
	return slices.IndexFunc(list, func(p tdkt.Pledge) bool { return p.Title == code })
}

// ticked is the list with a title set or taken away.
func ticked(list []tdkt.Pledge, code string, on bool) []tdkt.Pledge {
	i := at(list, code)
	switch {
	case on && i < 0:
		return append(slices.Clone(list), tdkt.Pledge{Title: code})
	case !on && i >= 0:
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return list
}

// named is the list with the initiative written at the pledges that named one, else
// at the highest title. order lists the titles from the lowest up.
func named(list []tdkt.Pledge, order []title, text string) []tdkt.Pledge {
	out := slices.Clone(list)
	highest, rank := -1, -1
	written := false
	for i, p := range out {
		if p.Initiative != "" && !written {
			out[i].Initiative, written = text, true
			continue
		}
		if p.Initiative != "" {
			out[i].Initiative = ""
		}
		if r := slices.IndexFunc(order, func(t title) bool { return t.code == p.Title }); r >= rank {
			highest, rank = i, r
		}
	}
	if !written && highest >= 0 {
		out[highest].Initiative = text
	}
	return out
}
