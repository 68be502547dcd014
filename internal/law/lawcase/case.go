// Package lawcase reads and runs cases of the law: a story in Vietnamese, the
// facts of it, questions, and the findings that are wanted. The cases are the
// proof of package law and can be read and disputed by the people who use it.
package lawcase

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/tools/txtar"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// The parts of a case file.
const (
	FactsPart = "dữ liệu"
	AskPart   = "hỏi"
	WantPart  = "want"
)

// Case is one story with its facts and questions.
type Case struct {
	Story    string
	Snapshot *tdkt.Snapshot
	Items    []tdkt.WorkItem // work lists; the rules of titles do not ask for them
	Asks     []Ask
	Want     string
}

// Ask is one question of a case, by codes as people write them.
type Ask struct {
	Year          int
	Subject, Code string
	On            tdkt.Day // zero: 31 December
}

// Parse reads a case file.
func Parse(data []byte) (*Case, error) {
	ar := txtar.Parse(data)
	c := &Case{Story: strings.TrimSpace(string(ar.Comment))}
	if c.Story == "" {
		return nil, errors.New("lawcase: the case has no story")
	}
	r := newReader()
	c.Snapshot = r.s
	for _, f := range ar.Files {
		text := string(f.Data)
		var err error
		switch f.Name {
		case FactsPart:
			err = eachLine(text, r.fact)
		case AskPart:
			err = eachLine(text, c.ask)
		case WantPart:
			c.Want = text
		default:
			err = errors.New("unknown part")
		}
		if err != nil {
			return nil, fmt.Errorf("lawcase: %s: %w", f.Name, err)
		}
	}
	c.Items = r.items
	return c, nil
}

// eachLine hands the cells of each line, parted by "|", to do.
func eachLine(text string, do func(cells []string) error) error {
	for i, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "|")
		for k := range cells {
			cells[k] = tdkt.Clean(cells[k])
		}
		if err := do(cells); err != nil {
			return fmt.Errorf("line %d %q: %w", i+1, line, err)
		}
	}
	return nil
}

// ask reads "year | subject | title codes | day of holds".
func (c *Case) ask(cells []string) error {
	if len(cells) < 3 {
		return errors.New("a question is: năm | mã | mã danh hiệu")
	}
	years, err := list(cells[0])
	if err != nil {
		return err
	}
	on, err := day(at(cells, 3))
	if err != nil {
		return err
	}
	for _, y := range years {
		for _, code := range strings.Split(cells[2], ",") {
			c.Asks = append(c.Asks, Ask{Year: y, Subject: cells[1], Code: strings.TrimSpace(code), On: on})
		}
	}
	return nil
}

// Answer is what one question came to: a Result, or the sentence that refused it.
type Answer struct {
	Ask     Ask
	Result  law.Result
	Refused string
	Clauses []law.ClauseAnswer // of a question about a rating
	Rating  string             // what a rating, a vote or papers come to, "" for a question about a title
}

// Run asks the case's questions.
func (c *Case) Run(r *law.Rules) []Answer {
	f := law.NewFacts(c.Snapshot, r)
	var out []Answer
	for _, q := range c.Asks {
		if text := procedure(r, f, q); text != "" {
			out = append(out, Answer{Ask: q, Rating: text})
			continue
		}
		s, _ := f.ByCode(q.Subject)
		if q.Code == RatingCode || q.Code == PetitionCode {
			a := Answer{Ask: q, Rating: c.rating(r, f, q)}
			if q.Code == RatingCode {
				a.Clauses = r.ClauseAnswers(f, s, q.Year, q.On, c.Items)
			} else {
				a.Clauses = r.PetitionAnswer(f, s, q.Year, q.On)
			}
			out = append(out, a)
			continue
		}
		res, err := r.Judge(f, law.Question{Year: q.Year, On: q.On, Subject: s, Title: q.Code})
		a := Answer{Ask: q, Result: res}
		if err != nil {
			a.Refused = tdkt.Sentence(err, nil)
		}
		out = append(out, a)
	}
	return out
}

// Print writes answers as the want part holds them.
func Print(answers []Answer) string {
	var b strings.Builder
	for _, a := range answers {
		if a.Rating != "" {
			b.WriteString(a.Rating)
			continue
		}
		fmt.Fprintf(&b, "%d | %s | %s: ", a.Ask.Year, a.Ask.Subject, a.Ask.Code)
		if a.Refused != "" {
			fmt.Fprintf(&b, "không xét\n  %s\n", a.Refused)
			continue
		}
		res := a.Result
		b.WriteString(law.AnswerName(res.Answer))
		if res.Hold {
			b.WriteString(", tạm dừng xét")
		}
		if res.ManualOpen > 0 {
			fmt.Fprintf(&b, ", chờ đánh giá %d tiêu chí", res.ManualOpen)
		}
		fmt.Fprintf(&b, " (%s)\n", res.Regime)
		for _, f := range res.Findings {
			fmt.Fprintf(&b, "  %s: %s; %s [%s]\n", f.Need, law.AnswerName(f.Answer), f.Seen, f.Cite)
		}
		for _, n := range res.Notes {
			fmt.Fprintf(&b, "  lưu ý: %s\n", n)
		}
	}
	return b.String()
}
