package cli

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/BurntSushi/toml"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/view"
	"tdkt/internal/boot"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// importOld reads any old records: import old FILE|FOLDER… [-dry-run] [-answers A.toml].
func (c *call) importOld() error {
	fs := c.flags("import old")
	dry := fs.Bool("dry-run", false, "chỉ xem trước")
	answers := fs.String("answers", "", "tệp trả lời các câu hỏi")
	rest := fs.String("rest", "", "ghi những gì chưa lấy ra tệp Excel")
	paths, err := c.someWords(fs, maxPaths)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return c.misuse(errors.New("chưa nêu tệp hay thư mục"))
	}
	list, err := readAnswers(*answers)
	if err != nil {
		return err
	}
	return c.on(boot.Options{Read: *dry}, func(a *app.App) error {
		plan, err := imports.PlanOld(c.ctx, a, paths, list, nil)
		if err != nil {
			return err
		}
		if *rest != "" {
			if err := imports.SaveOldRest(c.ctx, a, plan, *rest); err != nil {
				return err
			}
		}
		c.oldFacts(a.View(), plan)
		return c.writeOld(a, plan, *dry)
	})
}

// maxPaths bounds the files and folders of one command.
const maxPaths = 10_000

// readAnswers reads the answers of a TOML file; no file, no answers.
func readAnswers(path string) ([]intake.Answer, error) {
	if path == "" {
		return nil, nil
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf("Không đọc được tệp trả lời “%s”. Hãy kiểm tra lại tên tệp.", path)}
	}
	var in struct{ Answer []intake.Answer }
	meta, err := toml.Decode(string(raw), &in)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf(
			"Tệp trả lời “%s” sai dạng TOML. Mỗi câu trả lời là một mục [[answer]] với field, text, value.", path)}
	}
	if left := meta.Undecoded(); len(left) > 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp trả lời “%s” có khóa lạ “%s”. Các khóa: field, text, why, file, sheet, cell, value.", path, left[0])
	}
	return in.Answer, nil
}

// writeOld writes what is sure, unless dry, and says what was not taken.
func (c *call) writeOld(a *app.App, p *imports.OldPlan, dry bool) error {
	sure, held, refused := p.Count()
	if !c.json {
		c.printf("%d tệp, %d bảng: %d dữ kiện chắc chắn, %d cần xem, %d bị từ chối.\n", p.Files, len(p.Tables), sure, held, refused)
	}
	if len(p.Facts) == 0 && refused > 0 {
		return tdkt.Errorf(tdkt.Invalid, "Không đọc được dữ kiện nào từ %d tệp, nên chưa ghi gì. Hãy xem lý do ở từng dòng nêu trên.", p.Files)
	}
	if dry {
		if !c.json {
			c.printf("Xem trước, chưa ghi gì.\n")
		}
		return nil
	}
	if err := imports.WriteOld(c.ctx, a, p); err != nil {
		return err
	}
	if c.json {
		return nil
	}
	c.printf("Đã ghi %d dòng.\n", p.Writes())
	if held > 0 {
		c.printf("%d dữ kiện cần xem chưa được ghi đủ; hãy trả lời bằng -answers rồi nhập lại.\n", held)
	}
	return nil
}

// oldFact is one fact as printed.
type oldFact struct {
	Fact     string        `json:"fact"`
	File     string        `json:"file"`
	Sheet    string        `json:"sheet"`
	Cell     string        `json:"cell"`
	Name     string        `json:"name"`
	Code     string        `json:"code"`
	Unit     string        `json:"unit"`
	Year     int           `json:"year"`
	From     any           `json:"from"` // a year; of an absence, a day
	To       any           `json:"to"`
	Period   string        `json:"period,omitempty"` // T1 to T12, Q1 to Q4
	Title    string        `json:"title"`
	Level    string        `json:"level"`
	Value    string        `json:"value"`
	Decision string        `json:"decision"`
	Date     string        `json:"date"`
	Sure     bool          `json:"sure"`
	Why      string        `json:"why"`
	Born     string        `json:"born,omitempty"`
	Sex      string        `json:"sex,omitempty"`
	Position string        `json:"position,omitempty"`
	Leader   *bool         `json:"leader,omitempty"`
	Fate     string        `json:"fate"`
	Ask      []oldQuestion `json:"ask,omitempty"`
}

// oldQuestion is what an answer must name.
type oldQuestion struct {
	Field    string `json:"field"`
	Text     string `json:"text"`
	Proposal string `json:"proposal,omitempty"`
	Why      string `json:"why"`
}

// oldFacts prints every fact and every range left.
func (c *call) oldFacts(v *view.View, p *imports.OldPlan) {
	for i := range p.Facts {
		f := printedFact(&p.Facts[i])
		if info, ok := v.Rules.Code(p.Facts[i].Title); ok && f.Level == "" {
			f.Level = info.Level
		}
		f.Fate = p.Fates[i].Words()
		if c.json {
			c.line(f)
			continue
		}
		if p.Facts[i].Sure() {
			continue
		}
		c.printf("? %s!%s!%s  %s %s %s: %s\n", f.File, f.Sheet, f.Cell, f.Name, f.Title, yearText(f.Year), f.Why)
	}
	for _, l := range p.Left {
		where := strings.Trim(strings.Join([]string{l.File, l.Sheet, l.Range}, "!"), "!")
		if c.json {
			c.line(map[string]any{"left": where, "why": l.Why})
			continue
		}
		if l.Refused {
			c.errorf("✗ %s: %s\n", where, l.Why)
		}
	}
}

// yearOrNone is a year, or null.
func yearOrNone(y int) any {
	if y == 0 {
		return nil
	}
	return y
}

func yearText(y int) string {
	if y == 0 {
		return ""
	}
	return fmt.Sprint(y)
}

func printedFact(f *intake.Fact) oldFact {
	out := oldFact{
		Fact: f.Kind, File: f.File, Sheet: f.Sheet, Cell: f.Cell, Name: f.Name, Code: f.Code, Unit: f.Unit, Year: f.Year,
		Title: f.Title, Level: string(f.Level), Value: f.Value, Decision: f.Decision, Date: f.Date.String(), Sure: f.Sure(), Why: f.Why(),
		From: yearOrNone(f.From), To: yearOrNone(f.To), Sex: string(f.Sex), Position: f.Position,
	}
	if out.Level == "" {
		out.Level = f.TitleLevel
	}
	if f.Born != 0 {
		out.Born = f.Born.String()
	} else if f.BornYear != 0 {
		out.Born = fmt.Sprint(f.BornYear)
	}
	switch f.Kind {
	case intake.FactInitiative:
		out.Level = string(f.Scope)
	case intake.FactDiscipline:
		out.Value = string(f.Penalty)
	case intake.FactAbsence:
		out.From, out.To = f.FromDay.String(), f.ToDay.String()
	case intake.FactTask:
		out.From, out.To = nil, f.ToDay.String()
	case intake.FactScore:
		out.Value = fmt.Sprint(float64(f.Points) / 100)
	case intake.FactPoints:
		out.Period, out.Value = string(f.Period), fmt.Sprint(float64(f.Points)/100)
	case intake.FactRating:
		out.Value = string(f.Level)
	case intake.FactPerson:
		if f.LeaderSaid {
			out.Leader = &f.Leader
		}
	}
	for _, d := range f.Doubts {
		out.Ask = append(out.Ask, oldQuestion{d.Field, d.Text, d.Proposal, d.Why})
	}
	return out
}
