package imports

import (
	"fmt"
	"strings"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// OldQuestion is one thing asked of a person, for every like cell.
type OldQuestion struct {
	intake.Doubt
	Fact  int  // the first fact it is about
	Count int  // facts it is about
	Many  bool // of several source texts, for one reason: only right or left out

	better bool // Proposal is what the whole of the files and the data make likely
}

// Choices are the answers that can be picked, the likeliest first; a question that only a
// date or a name answers has none but to leave it out.
func (q OldQuestion) Choices() []intake.Choice {
	if q.Many {
		return withSkip(intake.Choice{Value: intake.Right, Label: fmt.Sprintf("Đúng cả %d", q.Count)})
	}
	var out []intake.Choice
	if q.Who != nil {
		return withSkip(q.Who...)
	}
	for _, v := range fieldAnswers(q.Field) {
		out = append(out, intake.Choice{Value: v, Label: v})
	}
	if own := q.leavingOut(); own != nil {
		return own
	}
	switch {
	case q.Field == "position":
		a, b, _ := strings.Cut(q.Text, " / ")
		out = []intake.Choice{{Value: b, Label: b}, {Value: a, Label: a}}
	case q.Field == "unit" && strings.Contains(q.Why, "gần giống"):
		out = []intake.Choice{{Value: intake.Right, Label: "Là " + q.Proposal}, {Value: q.newUnit(), Label: "Đơn vị khác: " + q.Text}}
	case q.Field == "left":
		out = []intake.Choice{{Value: "còn làm", Label: "Còn làm"}}
	case len(out) == 0 && q.Proposal != "" && q.Proposal != intake.Skip:
		out = []intake.Choice{{Value: intake.Right, Label: "Đúng: " + q.Proposal}}
	}
	return withSkip(out...)
}

// leavingOut are the answers where the proposal is to leave out, or to make one of two.
func (q OldQuestion) leavingOut() []intake.Choice {
	switch {
	case q.Field == "name" && q.Proposal == intake.Skip:
		return []intake.Choice{{Value: intake.Skip, Label: "Bỏ dòng này"}, {Value: q.Text, Label: "Là tên người: " + q.Text}}
	case q.Field == "unit" && q.Proposal == intake.Skip:
		return []intake.Choice{{Value: intake.Skip, Label: "Bỏ trống đơn vị"}, {Value: q.Text, Label: "Là đơn vị: " + q.Text}}
	case q.Field == "twice":
		return []intake.Choice{{Value: intake.Right, Label: "Gộp làm một"}, {Value: intake.Skip, Label: "Bỏ dòng sau"}}
	}
	return nil
}

// newUnit is the answer that takes a unit for one of its own.
func (q OldQuestion) newUnit() string {
	if strings.Contains(q.Why, "đã có") {
		return answerNew
	}
	return q.Text
}

func withSkip(choices ...intake.Choice) []intake.Choice {
	return append(choices, intake.Choice{Value: intake.Skip, Label: "Bỏ qua"})
}

// fieldAnswers are the answers a field knows.
func fieldAnswers(field string) (out []string) {
	switch field {
	case "proposal":
		return []string{"đăng ký", intake.ValueProposal, "khen thưởng"}
	case "level", "rating":
		for _, l := range tdkt.Levels() {
			out = append(out, string(l))
		}
	case "scope":
		return []string{"cơ sở", "tỉnh", "toàn quốc"}
	case "leader":
		return []string{"có", "không"}
	case "penalty":
		for _, p := range tdkt.Penalties() {
			out = append(out, string(p))
		}
	case "employment":
		for _, e := range tdkt.Employments() {
			out = append(out, string(e))
		}
	case "hidden", "font", "office":
		return []string{"lấy"}
	}
	return out
}

// Unread is what is wrong with an answer that was typed, as a sentence; nil for an answer that
// can be taken.
func (q OldQuestion) Unread(text string) error {
	for _, c := range q.Choices() {
		if tdkt.Fold(text) == tdkt.Fold(c.Value) {
			return nil
		}
	}
	days := len(intake.DaysOf(text))
	const first, last = 1945, 2100
	switch q.Field {
	case "moved":
		if days == 0 || days < 2 && strings.Contains(q.Why, "chưa có ngày vào làm") {
			return tdkt.Errorf(tdkt.Invalid, "Chưa đọc được ngày trong “%s”. Hãy gõ ngày chuyển, nếu được hỏi thì cả ngày vào làm: 01/07/2025, 01/03/2010.", text)
		}
	case "left", "end", "date", "deadline", "start":
		if intake.ReadDate(text, first, last).Day == 0 {
			return tdkt.Errorf(tdkt.Invalid, "“%s” không phải là một ngày. Hãy gõ như 01/07/2025.", text)
		}
	case "absence":
		if days != 2 {
			return tdkt.Errorf(tdkt.Invalid, "“%s” không có đủ hai ngày. Hãy gõ từ ngày đến ngày: 01/03/2024 - 31/08/2024.", text)
		}
	case "decision":
		if !strings.ContainsAny(text, "0123456789") {
			return tdkt.Errorf(tdkt.Invalid, "“%s” không có số quyết định. Hãy gõ như 12/QĐ-SNV ngày 05/01/2023, hoặc bấm Bỏ qua.", text)
		}
	case "year":
		if len(intake.YearsOf(text)) == 0 {
			return tdkt.Errorf(tdkt.Invalid, "“%s” không có năm nào. Hãy gõ như 2021, 2022 hoặc 2019-2023.", text)
		}
	}
	return nil
}

// Answer is what to keep when the question is answered.
func (q OldQuestion) Answer(value string) intake.Answer {
	a := intake.Answer{Field: q.Field, Text: q.Text, Value: value}
	if q.better && tdkt.Fold(value) == tdkt.Fold(intake.Right) {
		a.Value = q.Proposal
	}
	if q.Many {
		a.Text, a.Why = "*", q.Why
	}
	return a
}

// Questions are what a plan asks, each once: like cells together, and guesses of one kind
// together.
func (p *OldPlan) Questions() []OldQuestion {
	type key struct{ field, text, why string }
	at := map[key]int{}
	var out []OldQuestion
	rooms := p.rooms()
	for i := range p.Facts {
		for _, d := range p.Facts[i].Doubts {
			if d.Field == "subject" || d.Field == "row" {
				continue // waits for another answer, or was refused
			}
			k := key{d.Field, tdkt.Fold(d.Text), ""}
			if (d.Field == "born" || d.Field == "initiative") && d.Proposal != "" {
				k = key{d.Field, "", d.Why}
			}
			n, ok := at[k]
			if !ok {
				at[k] = len(out)
				q := OldQuestion{Doubt: d, Fact: i, Count: 1}
				if full := rooms[bareRoom(d.Text)]; d.Field == "unit" && d.Proposal == d.Text && full != "" && full != d.Text {
					q.Proposal, q.better = full, true // Tổ chức is Phòng Tổ chức
				}
				out = append(out, q)
				continue
			}
			out[n].Count++
			out[n].Many = out[n].Many || tdkt.Fold(out[n].Text) != tdkt.Fold(d.Text)
		}
	}
	return out
}

// rooms are the units that the data and the files name in full, by their names without
// Phòng; "" where two would fit.
func (p *OldPlan) rooms() map[string]string {
	out := map[string]string{}
	keep := func(name string) {
		k := bareRoom(name)
		if k == intake.UnitKey(name) {
			return
		}
		if other, ok := out[k]; ok && intake.UnitKey(other) != intake.UnitKey(name) {
			name = ""
		}
		out[k] = name
	}
	for _, u := range p.plan.base.Units {
		keep(u.Name)
	}
	for i := range p.Facts {
		if f := &p.Facts[i]; f.Kind == intake.FactPerson {
			keep(f.Unit)
		}
	}
	return out
}

// bareRoom is the key of a unit's name without the word for what it is.
func bareRoom(name string) string {
	k := intake.UnitKey(name)
	if strings.HasPrefix(k, "to chuc ") {
		return k
	}
	for _, begin := range []string{"phong ", "ban ", "chi cuc ", "trung tam ", "to ", "khoa "} {
		if rest := strings.TrimPrefix(k, begin); rest != k && len(rest) > 1 {
			return rest
		}
	}
	return k
}

// GivenQuestion is the question that an answer settled, to be answered another way.
func GivenQuestion(g intake.Given) OldQuestion {
	q := OldQuestion{Doubt: g.Doubt, Count: 1, Fact: -1}
	if q.Many = g.Answer.Text == "*"; !q.Many {
		q.Text = g.Answer.Text
	}
	return q
}
