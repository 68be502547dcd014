package view

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// RegulationState is one regulation of the province that the file keeps.
type RegulationState struct {
	Row     tdkt.Regulation
	Reg     *law.Regulation // nil where it cannot be used
	Problem error           // why
}

// Regulations lists what the file keeps of the province's regulations, the newest first.
func (v *View) Regulations() []RegulationState {
	var out []RegulationState
	for _, row := range v.Snapshot.Regulations {
		s := RegulationState{Row: row, Problem: v.unread[row.ID]}
		if s.Problem == nil {
			s.Reg, s.Problem = v.Statute.ReadRegulation(row.Text)
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b RegulationState) int {
		return cmp.Or(cmp.Compare(b.Row.First, a.Row.First), cmp.Compare(b.Row.Signed, a.Row.Signed), cmp.Compare(a.Row.Number, b.Row.Number))
	})
	return out
}

// ReadRegulation reads the file of a regulation by the statute's rules; a tdkt.Error says
// what is wrong with it.
func (v *View) ReadRegulation(text string) (*law.Regulation, error) {
	return v.Statute.ReadRegulation(text)
}

// CheckRegulation says what of a regulation cannot be used, nil when all of it can.
func (v *View) CheckRegulation(g *law.Regulation) error { return v.Statute.CheckRegulation(g) }

// RegulationChange is an answer that another regulation changes.
type RegulationChange struct {
	Subject  tdkt.Subject
	Code     string // of the subject
	Name     string
	Title    string // code
	Was, Now law.Answer
	Why      string // the finding of the regulation that decides it, with its cite
}

// TryRegulation says which answers of a year applying a regulation would change, people
// first; nil takes the one of the year away.
func (v *View) TryRegulation(ctx context.Context, g *law.Regulation, year int) ([]RegulationChange, error) {
	rows := slices.Clone(v.Snapshot.Regulations)
	if g != nil {
		rows = replacedBy(rows, RowOf(g))
	} else {
		rows = slices.DeleteFunc(rows, func(r tdkt.Regulation) bool { return r.Holds(year) })
	}
	shot := *v.Snapshot
	shot.Regulations = rows
	rules, problems := v.Statute.With(rows)
	for _, problem := range problems {
		if g != nil {
			return nil, problem
		}
	}
	facts := law.NewFacts(&shot, rules)
	was, err := v.Answers(ctx, year)
	if err != nil {
		return nil, err
	}
	before := map[slot]law.Answer{}
	for r := range was.All() {
		before[slot{r.Subject, r.Title}] = r.Answer
	}
	now, err := rules.All(ctx, facts, year, 0, true)
	if err != nil {
		return nil, err
	}
	var out []RegulationChange
	for r := range now {
		old, asked := before[slot{r.Subject, r.Title}]
		if !asked || old == r.Answer {
			continue
		}
		out = append(out, RegulationChange{
			Subject: r.Subject, Code: r.Code, Name: v.Facts.NameOf(r.Subject), Title: r.Title, Was: old, Now: r.Answer,
			Why: ownFinding(r),
		})
	}
	return out, ctx.Err()
}

// ownFinding is the finding by which a regulation decides an answer, in words.
func ownFinding(r law.Result) string {
	for _, f := range r.Findings {
		if f.Province && f.Answer == r.Answer {
			return f.Why + " (" + f.Cite + ")"
		}
	}
	return ""
}

// RowOf is a regulation as the file keeps it.
func RowOf(g *law.Regulation) tdkt.Regulation {
	return tdkt.Regulation{
		ID: tdkt.NewID(), Number: tdkt.Clean(g.Number), Signed: g.Signed.Day, First: g.FirstYear, Last: g.LastYear, Text: g.Text(),
	}
}

// replacedBy is the rows with a regulation among them: in place of the one with its number,
// after those whose years it ends.
func replacedBy(rows []tdkt.Regulation, row tdkt.Regulation) []tdkt.Regulation {
	out := make([]tdkt.Regulation, 0, len(rows)+1)
	for _, r := range rows {
		if r.Number == row.Number {
			row.ID = r.ID
			continue
		}
		out = append(out, r)
	}
	return append(out, row)
}

// EndedAt is a kept regulation with its last year, in its row and in its text.
func (v *View) EndedAt(row tdkt.Regulation, last int) (tdkt.Regulation, error) {
	g, err := v.Statute.ReadRegulation(row.Text)
	if err != nil {
		return row, err
	}
	g.LastYear = last
	row.Last, row.Text = last, g.Text()
	return row, nil
}

// UnlockedYears refuses a change of what locked years are judged by.
func (v *View) UnlockedYears(rows ...tdkt.Regulation) error {
	for _, y := range v.Years {
		if y.Locked && slices.ContainsFunc(rows, func(r tdkt.Regulation) bool { return r.Holds(y.Year) }) {
			return v.Unlocked(y.Year)
		}
	}
	return nil
}

// RegulationPart is one part of a regulation in words.
type RegulationPart struct {
	Head  string
	Lines []RegulationLine
}

// RegulationLine is one line of a regulation in words.
type RegulationLine struct{ What, Value, Clause string }

// RegulationParts says a regulation in words, part by part.
func (v *View) RegulationParts(g *law.Regulation) []RegulationPart {
	values := RegulationPart{Head: "Giá trị tỉnh quy định"}
	for _, x := range g.Values {
		key, _ := v.LocalKey(g.FirstYear, x.Key)
		values.Lines = append(values.Lines, RegulationLine{cmp.Or(key.Name, x.Key), x.Value, x.Clause})
	}
	needs := RegulationPart{Head: "Yêu cầu thêm"}
	for _, n := range g.Needs {
		needs.Lines = append(needs.Lines, RegulationLine{v.TitleName(n.Title) + " (" + n.For + "): " + v.AskName(n.Ask), cmp.Or(n.Why, n.Value), n.Clause})
	}
	for _, q := range g.Quotas {
		needs.Lines = append(needs.Lines, RegulationLine{
			fmt.Sprintf("%s: tỷ lệ tối đa trên số %s", v.TitleName(q.Title), v.TitleName(q.Of)), fmt.Sprintf("%d%%", q.Percent), q.Clause,
		})
	}
	rest := RegulationPart{Head: "Hạn, giấy tờ, cấp quyết định, cách gọi"}
	for _, d := range g.Deadlines {
		when := d.Day
		if when == "" {
			when = fmt.Sprintf("trước %d ngày", d.Before)
		}
		rest.Lines = append(rest.Lines, RegulationLine{d.Name, when, d.Clause})
	}
	for _, p := range g.Papers {
		rest.Lines = append(rest.Lines, RegulationLine{p.Name, v.titleNames(p.For), p.Clause})
	}
	for _, d := range g.Decides {
		rest.Lines = append(rest.Lines, RegulationLine{v.TitleName(d.Title), "cấp quyết định: " + d.Level, d.Clause})
	}
	for _, x := range g.Addresses {
		rest.Lines = append(rest.Lines, RegulationLine{Capital(x.Of), x.Value, x.Clause})
	}
	return []RegulationPart{values, needs, rest}
}

func (v *View) titleNames(codes []string) string {
	var out []string
	for _, c := range codes {
		out = append(out, v.TitleName(c))
	}
	return strings.Join(out, ", ")
}

// AskName is what a province may ask, in words.
func (v *View) AskName(id string) string {
	if a, ok := v.Statute.Ask(id); ok {
		return a.Name
	}
	return id
}

// Ask finds one of Asks by its id.
func (v *View) Ask(id string) (law.Ask, bool) { return v.Statute.Ask(id) }

// Asks lists what a province may ask of a kind of subject beside the statute.
func (v *View) Asks(kind tdkt.SubjectKind) []law.Ask { return v.Statute.Asks(kind) }
