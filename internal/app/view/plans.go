package view

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// PlansOf lists the plans of a year: the year's own first, then those with a theme.
func (v *View) PlansOf(year int) []tdkt.Plan {
	var out []tdkt.Plan
	for _, p := range v.Plans {
		if p.Year == year {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Plan) int { return cmp.Compare(planRank(a), planRank(b)) })
	return out
}

func planRank(p tdkt.Plan) int {
	if p.Kind == plantext.Yearly {
		return 0
	}
	return 1
}

// PlanReady says why a plan may not be written.
func (v *View) PlanReady(p tdkt.Plan) error {
	if err := v.Unlocked(p.Year); err != nil {
		return err
	}
	if p.Title == "" {
		return tdkt.Errorf(tdkt.Invalid, "Kế hoạch chưa có tên (trích yếu). Hãy nhập tên rồi lưu lại.")
	}
	for _, o := range v.Plans {
		if o.ID != p.ID && o.Year == p.Year && o.Kind == plantext.Yearly && p.Kind == plantext.Yearly {
			return tdkt.Errorf(tdkt.Invalid,
				"Năm %d đã có kế hoạch của năm: “%s”. Hãy sửa kế hoạch đó, hoặc ghi kế hoạch này là kế hoạch chuyên đề.", p.Year, o.Title)
		}
	}
	return nil
}

// NextYear is a year's plan and tasks made from those of the year before, to be seen
// before they are written.
type NextYear struct {
	plantext.Next
	Tasks []NextTask
}

// NextTask is a task of the old year and what becomes of it. Those done or dropped
// are left behind unless a person keeps them.
type NextTask struct {
	Old, New tdkt.Task
	Keep     bool
}

// NextPlan makes the plan of the year after p's, with its tasks a year later.
func (v *View) NextPlan(p tdkt.Plan) NextYear {
	n := NextYear{Next: plantext.Roll(p)}
	n.sign(v.Org)
	for _, t := range v.Tasks {
		if t.Plan != p.ID {
			continue
		}
		next := t
		next.ID, next.Plan, next.Year = "", "", t.Year+1
		next.State, next.Progress, next.Done, next.Evidence, next.Note = tdkt.TaskTodo, 0, 0, "", ""
		if t.Deadline != 0 {
			next.Deadline = t.Deadline.AddMonths(12)
		}
		next.Title = plantext.RollText(t.Title, p.Year)
		n.Tasks = append(n.Tasks, NextTask{Old: t, New: next, Keep: t.Open()})
	}
	return n
}

// sign puts the department's present letterhead and signer on the new plan, and names
// what that changes.
func (n *NextYear) sign(o tdkt.Org) {
	for _, f := range []struct {
		where string
		at    *string
		now   string
	}{
		{"Cơ quan cấp trên", &n.Plan.Superior, o.Superior},
		{"Tên trên văn bản", &n.Plan.Issuer, o.Issuer},
		{"Quyền hạn ký", &n.Plan.Authority, o.Authority},
		{"Chức vụ người ký", &n.Plan.SignerRole, o.SignerRole},
		{"Người ký", &n.Plan.Signer, o.Signer},
	} {
		if f.now != "" && strings.ReplaceAll(f.now, " ", "") != strings.ReplaceAll(*f.at, " ", "") {
			n.Look = append(n.Look, plantext.Change{Where: f.where, Before: *f.at, After: f.now})
			*f.at = f.now
		}
	}
}
