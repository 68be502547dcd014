package dossier

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// gatherPledges makes one row for each subject that pledged.
func (b *builder) gatherPledges() {
	rows := map[tdkt.Subject]*PledgeRow{}
	for _, p := range b.Snapshot.Pledges {
		if p.Year != b.Input.Year || b.pledged[aim{p.Subject, p.Title}] {
			continue
		}
		b.pledged[aim{p.Subject, p.Title}] = true
		row, ok := rows[p.Subject]
		if !ok {
			row = &PledgeRow{Who: b.roll.who(p.Subject)}
			rows[p.Subject] = row
		}
		row.Titles = append(row.Titles, p.Title)
		if p.Initiative != "" && !slices.Contains(row.Initiatives, p.Initiative) {
			row.Initiatives = append(row.Initiatives, p.Initiative)
		}
	}
	for _, row := range rows {
		kind := row.Subject.Kind
		slices.SortFunc(row.Titles, func(x, y string) int {
			return cmp.Or(cmp.Compare(b.titleRank(b.title(kind, x)), b.titleRank(b.title(kind, y))), cmp.Compare(x, y))
		})
		slices.Sort(row.Initiatives)
		b.Pledges = append(b.Pledges, *row)
	}
	slices.SortFunc(b.Pledges, func(x, y PledgeRow) int { return b.roll.compare(x.Who, y.Who) })
}

// gatherNominees takes the year's nominations; with none, the pledges whose
// titles are fully met and not on hold.
func (b *builder) gatherNominees(ctx context.Context) error {
	add := b.nominated
	if len(b.live()) == 0 && b.yearEnd() { // the pledges of a year are for its own round
		b.Expected, add = true, b.expected
	}
	if err := add(ctx); err != nil {
		return err
	}
	slices.SortStableFunc(b.Nominees, func(x, y Nominee) int {
		return cmp.Or(cmp.Compare(b.titleRank(x.Title), b.titleRank(y.Title)), b.roll.protocol(x.Who, y.Who))
	})
	for i := range b.Nominees {
		n := &b.Nominees[i]
		b.put[aim{n.Subject, n.Title.Code}] = b.put[aim{n.Subject, n.Title.Code}] || n.OnList()
		n.Open = openNeeds(n.Result)
		if p, ok := b.Facts.Person(n.Subject.ID); ok && n.Subject.Kind == tdkt.APerson {
			n.Born, n.Sex = p.Born, p.Sex
		}
		n.Reason = b.holdReason(n.Subject)
		n.Merit = b.merit(*n)
	}
	return nil
}

func (b *builder) nominated(ctx context.Context) error {
	for _, n := range b.live() {
		result, err := b.judge(ctx, n.Subject, n.Title)
		if err != nil {
			return err
		}
		standing, err := b.standing(n, result)
		if err != nil {
			return err
		}
		b.Nominees = append(b.Nominees, Nominee{
			Who: standing.Who, Title: standing.Title, Nomination: n.ID, State: n.State, Result: result, Standing: standing,
		})
	}
	return nil
}

func (b *builder) expected(ctx context.Context) error {
	for _, p := range b.Pledges {
		for _, code := range p.Titles {
			if _, ok := b.regime.Title(p.Subject.Kind, code); !ok || !b.Facts.IsJudged(p.Subject, b.Input.Year) {
				continue
			}
			result, err := b.judge(ctx, p.Subject, code)
			if err != nil {
				return err
			}
			if result.Answer == law.Yes && !result.Hold {
				b.Nominees = append(b.Nominees, Nominee{Who: p.Who, Title: b.title(p.Subject.Kind, code), Result: result})
			}
		}
	}
	return nil
}

// judge answers for one subject and title. What the law cannot judge (a code the
// regime does not have, a subject not judged in the year) has no answer; the
// self-check says so.
func (b *builder) judge(ctx context.Context, s tdkt.Subject, code string) (law.Result, error) {
	if err := ctx.Err(); err != nil {
		return law.Result{}, err
	}
	result, err := b.Rules.Judge(b.Facts, law.Question{Year: b.Input.Year, Subject: s, Title: code})
	var refused *tdkt.Error
	switch {
	case errors.As(err, &refused):
		return law.Result{Year: b.Input.Year, Subject: s, Kind: s.Kind, Title: code}, nil
	case err != nil:
		return law.Result{}, fmt.Errorf("dossier: judge %s: %w", code, err)
	}
	return result, nil
}

// openNeeds counts the manual needs that a person must still judge: those that
// hold in every alternative, and those of the alternative that lacks the fewest.
// Those of another alternative do not matter once one is met.
func openNeeds(r law.Result) int {
	common, open, failed := 0, map[string]int{}, map[string]bool{}
	for _, f := range r.Findings {
		switch {
		case f.Way == "" && f.Answer == law.Manual:
			common++
		case f.Way != "" && f.Answer == law.Manual:
			open[f.Way]++
		case f.Way != "":
			open[f.Way] += 0
			failed[f.Way] = failed[f.Way] || f.Answer != law.Yes
		}
	}
	fewest := -1
	for way, n := range open {
		if !failed[way] && (fewest < 0 || n < fewest) {
			fewest = n
		}
	}
	return common + max(fewest, 0)
}

// holdReason is why the subject is on hold on the last day of the year.
func (b *builder) holdReason(s tdkt.Subject) string {
	for _, h := range b.Snapshot.Holds {
		if h.Subject == s && (tdkt.Span{From: h.From, To: h.To}).Covers(tdkt.LastDay(b.Input.Year)) {
			return cmp.Or(h.Reason, "không ghi lý do")
		}
	}
	return ""
}

// addNotes says beside each nominee what stands in the way, once the quotas are known.
func (b *builder) addNotes(context.Context) error {
	over := map[string]law.QuotaLine{}
	for _, q := range b.Quotas {
		if q.Known && q.Chosen > q.Cap {
			over[q.Title] = q
		}
	}
	for i := range b.Nominees {
		n := &b.Nominees[i]
		n.Note, n.Remark = note(*n), strings.Join(n.Result.ExceptionWords(), " ")
		if q, ok := over[n.Title.Code]; ok && n.Subject.Kind == tdkt.APerson && n.OnList() {
			n.Note = strings.TrimSpace(fmt.Sprintf("%s Danh hiệu vượt tỷ lệ: %d/%d.", n.Note, q.Chosen, q.Cap))
		}
	}
	return nil
}

// note says what stands in a nominee's way.
func note(n Nominee) string {
	var words []string
	if n.Result.Hold {
		words = append(words, "Đang tạm dừng xét: "+n.Reason+".")
	}
	words = append(words, n.Result.ExceptionWords()...)
	switch n.Result.Answer {
	case law.No:
		words = append(words, "Không đủ điều kiện.")
	case law.Unknown:
		words = append(words, "Thiếu dữ liệu để kết luận.")
	case law.Yes, law.Manual:
	}
	if n.Open > 0 {
		words = append(words, fmt.Sprintf("Còn %d tiêu chí chờ xác nhận.", n.Open))
	}
	switch n.State {
	case tdkt.Rejected:
		words = append(words, "Hội đồng không thông qua.")
	case tdkt.Refused:
		words = append(words, "Cấp trên không công nhận.")
	case tdkt.Proposed, tdkt.Considered, tdkt.Approved, tdkt.Submitted, tdkt.Recognised, tdkt.Returned, tdkt.Withdrawn:
	}
	return strings.Join(words, " ")
}
