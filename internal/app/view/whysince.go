package view

import (
	"encoding/json"
	"errors"
	"fmt"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Since says in sentences what today's data or rules change about a nomination since
// its findings were kept; nothing when all stands as it stood.
func (v *View) Since(n tdkt.Nomination) ([]string, error) {
	if n.Findings == "" {
		return []string{"Đề nghị này không lưu kết quả xét khi lập, nên không so sánh được với hôm nay."}, nil
	}
	var old law.Result
	if err := json.Unmarshal([]byte(n.Findings), &old); err != nil {
		return nil, fmt.Errorf("app: read the findings of nomination %s: %w", n.ID, err)
	}
	now, err := v.Explain(n.Year, n.Subject, n.Title)
	var refused *tdkt.Error
	if errors.As(err, &refused) {
		return []string{"Khi đề nghị xét được, theo dữ liệu hôm nay thì không: " + refused.Text}, nil
	}
	if err != nil {
		return nil, err
	}
	out := v.rulesSince(n)
	if old.Answer != now.Answer {
		out = append(out, fmt.Sprintf("Kết luận: khi đề nghị là %s, nay là %s.", law.AnswerName(old.Answer), law.AnswerName(now.Answer)))
	}
	if old.Hold != now.Hold {
		out = append(out, holdSince(now.Hold))
	}
	return append(out, findingsSince(old.Findings, now.Findings)...), nil
}

// rulesSince tells of rules that are others now.
func (v *View) rulesSince(n tdkt.Nomination) []string {
	g, err := v.Rules.Criteria(n.Year)
	switch {
	case err != nil || n.Checksum == "" || g.SHA256 == n.Checksum:
		return nil
	case g.ID != n.Regime:
		return []string{fmt.Sprintf("Khi đề nghị xét theo bộ quy tắc %s, nay xét theo %s.", n.Regime, g.ID)}
	}
	return []string{fmt.Sprintf("Bộ quy tắc %s đã được sửa từ khi đề nghị: mã kiểm %.12s, nay là %.12s.", g.ID, n.Checksum, g.SHA256)}
}

func holdSince(hold bool) string {
	if hold {
		return "Khi đề nghị không bị tạm dừng xét, nay đang tạm dừng xét."
	}
	return "Khi đề nghị đang tạm dừng xét, nay không còn."
}

// findingsSince compares need by need. A need that stands in several alternatives is
// compared in order: alternatives are not kept by name.
func findingsSince(old, now []law.Finding) []string {
	was := map[string][]law.Finding{}
	for _, f := range old {
		was[f.Need] = append(was[f.Need], f)
	}
	var out []string
	add := func(text string) {
		for _, have := range out {
			if have == text {
				return
			}
		}
		out = append(out, text)
	}
	for _, f := range now {
		if len(was[f.Need]) == 0 {
			add(fmt.Sprintf("Điều kiện mới so với khi đề nghị: “%s” – nay %s.", Bare(f.Why), answered(f.Answer)))
			continue
		}
		before := was[f.Need][0]
		was[f.Need] = was[f.Need][1:]
		if text := findingSince(before, f); text != "" {
			add(text)
		}
	}
	for _, f := range old {
		if left := was[f.Need]; len(left) > 0 {
			was[f.Need] = nil
			add(fmt.Sprintf("Điều kiện nay không còn: “%s”.", Bare(left[0].Why)))
		}
	}
	return out
}

func findingSince(before, now law.Finding) string {
	if before.Answer == now.Answer && before.Seen == now.Seen {
		return ""
	}
	data := fmt.Sprintf(" Khi đề nghị: %s. Nay: %s.", seenOr(before.Seen), seenOr(now.Seen))
	if before.Answer == now.Answer {
		return fmt.Sprintf("“%s”: vẫn %s, dữ liệu đã khác.%s", Bare(now.Why), answered(now.Answer), data)
	}
	return fmt.Sprintf("“%s”: khi đề nghị %s, nay %s.%s", Bare(now.Why), answered(before.Answer), answered(now.Answer), data)
}

func seenOr(seen string) string {
	if seen == "" {
		return "chưa có dữ liệu"
	}
	return Bare(seen)
}

// answered is the answer to a single need in words.
func answered(a law.Answer) string {
	switch a {
	case law.Yes:
		return "đạt"
	case law.No:
		return "không đạt"
	case law.Unknown, law.Manual:
	}
	return law.AnswerName(a)
}
