// Package bloc is how the offices of a khối (cụm, khối thi đua) compare: points by criteria,
// bonus, deductions, ranks and who gets what. What counts how much is data, in a file that an
// office edits and passes on; here are only the verbs. It is pure.
package bloc

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"tdkt/internal/tdkt"
)

//go:embed hung-yen-2021.toml
var example string

// Rules (khung chấm điểm) say what counts how much.
type Rules struct {
	Name      string      `toml:"name"`
	Source    string      `toml:"source"`
	Mark      string      `toml:"mark"`
	Note      string      `toml:"note,omitempty"`
	Over      Over        `toml:"over"`
	Levels    []Level     `toml:"level"`
	Bonus     []Reason    `toml:"bonus"`
	Deduct    []Reason    `toml:"deduct"`
	Awards    []Award     `toml:"award"`
	Deadlines []Deadline  `toml:"deadline"`
	Criteria  []Criterion `toml:"criterion"` // of a file that an office passed on; none where it has its own
}

// Over is what becomes of points above the standard.
type Over struct {
	PerPercent Number `toml:"per_percent,omitempty"` // per cent of the standard for each per cent above it
	Most       Number `toml:"most,omitempty"`        // per cent of the standard that one criterion brings at most
	Total      Number `toml:"total,omitempty"`       // points that all criteria bring at most
}

// Level is a level of a qualitative criterion.
type Level struct {
	Code  string `toml:"code"`
	Share Number `toml:"share,omitempty"` // per cent of the standard
}

// Reason is a ground of bonus or deduction. Where From or Before is set it goes by days late.
type Reason struct {
	Key    string `toml:"key"`
	Text   string `toml:"text"`
	Points Number `toml:"points"`
	From   int    `toml:"from,omitempty"`
	Before int    `toml:"before,omitempty"`
	Bars   bool   `toml:"bars,omitempty"` // who has it gets no award of the khối
}

// ByDays says whether the reason is counted in days.
func (r Reason) ByDays() bool { return r.From > 0 || r.Before > 0 }

// Award is what the khối may propose, and for how many.
type Award struct {
	Key   string `toml:"key"`
	Name  string `toml:"name"`
	Count int    `toml:"count"`
}

// Deadline is a day of the khối's year; Next is in the year after.
type Deadline struct {
	Name string `toml:"name"`
	Day  string `toml:"day"` // dd/mm
	Next bool   `toml:"next,omitempty"`
}

// On is the day of the deadline for a year.
func (d Deadline) On(year int) tdkt.Day {
	if d.Next {
		year++
	}
	day, _ := tdkt.ParseVN(fmt.Sprintf("%s/%d", d.Day, year)) // check has read it
	return day
}

// Criterion is a row of the table of criteria as a file holds it.
type Criterion struct {
	Number  string `toml:"number,omitempty"`
	Text    string `toml:"text"`
	Kind    string `toml:"kind"`
	Points  Number `toml:"points,omitempty"`
	Measure string `toml:"measure,omitempty"`
	Outside bool   `toml:"outside,omitempty"`
}

// Number is a number of a file, which may be left out.
type Number struct{ tdkt.Quantity }

// MarshalTOML writes the number.
func (n Number) MarshalTOML() ([]byte, error) {
	return []byte(strings.ReplaceAll(n.String(), ",", ".")), nil
}

// UnmarshalTOML reads it.
func (n *Number) UnmarshalTOML(v any) error {
	var text string
	switch v := v.(type) {
	case int64:
		text = strconv.FormatInt(v, 10)
	case float64:
		text = strings.ReplaceAll(strconv.FormatFloat(v, 'f', -1, 64), ".", ",")
	default:
		return fmt.Errorf("bloc: %T is no number", v)
	}
	q, err := tdkt.ParseQuantity(text)
	n.Quantity = q
	return err
}

// Example is the file that ships.
func Example() string { return example }

// Standard are the rules that ship.
func Standard() *Rules {
	r, err := Read("", example)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return r
}

// Read reads a file of rules; name is what messages call it.
func Read(name, text string) (*Rules, error) {
	r := &Rules{}
	meta, err := toml.Decode(text, r)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf("Khung chấm điểm “%s” viết chưa đúng. Hãy sửa theo khung có sẵn rồi nạp lại.", name)}
	}
	if rest := meta.Undecoded(); len(rest) > 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Khung chấm điểm “%s” có mục lạ “%s”. Hãy xóa mục đó.", name, rest[0])
	}
	if fault := r.Fault(); fault != "" {
		return nil, tdkt.Errorf(tdkt.Invalid, "Khung chấm điểm “%s”: %s", name, fault)
	}
	return r, nil
}

// Text is the rules as the file by which they are kept and passed on.
func (r *Rules) Text() string {
	var out bytes.Buffer
	out.WriteString("# Khung chấm điểm của khối thi đua\n\n")
	if err := toml.NewEncoder(&out).Encode(r); err != nil {
		panic(fmt.Sprintf("bloc: rules cannot be written: %v", err)) // plain fields alone
	}
	return out.String()
}

// Fault says what is wrong with the rules, "" for nothing.
func (r *Rules) Fault() string {
	seen := map[string]bool{}
	for _, l := range r.Levels {
		if strings.TrimSpace(l.Code) == "" || seen[l.Code] {
			return fmt.Sprintf("mức “%s” trống hoặc ghi hai lần. Hãy sửa lại.", l.Code)
		}
		seen[l.Code] = true
	}
	for _, list := range [][]Reason{r.Bonus, r.Deduct} {
		if fault := reasonFault(list); fault != "" {
			return fault
		}
	}
	return cmp.Or(r.awardFault(), r.dayFault(), r.criteriaFault())
}

func (r *Rules) awardFault() string {
	seen := map[string]bool{}
	for _, a := range r.Awards {
		if strings.TrimSpace(a.Key) == "" || strings.TrimSpace(a.Name) == "" || a.Key == tdkt.BlocNoAward || seen[a.Key] || a.Count < 0 {
			return fmt.Sprintf("khen thưởng “%s” cần key riêng, name và count từ 0 trở lên. Hãy sửa lại.", a.Name)
		}
		seen[a.Key] = true
	}
	return ""
}

func (r *Rules) dayFault() string {
	for _, d := range r.Deadlines {
		if _, err := tdkt.ParseVN(d.Day + "/2024"); err != nil || strings.TrimSpace(d.Name) == "" {
			return fmt.Sprintf("thời hạn “%s” cần name và day dạng 15/02. Hãy sửa lại.", d.Name)
		}
	}
	return ""
}

func (r *Rules) criteriaFault() string {
	for _, c := range r.Criteria {
		if strings.TrimSpace(c.Text) == "" || !slices.Contains(tdkt.CriterionKinds(), tdkt.CriterionKind(c.Kind)) {
			return fmt.Sprintf("tiêu chí “%s” cần text và kind là một trong: %s.", c.Text, kindWords())
		}
	}
	return ""
}

func kindWords() string {
	var words []string
	for _, k := range tdkt.CriterionKinds() {
		words = append(words, string(k))
	}
	return strings.Join(words, ", ")
}

// reasonFault wants each reason whole, and one key twice only where days part them.
func reasonFault(list []Reason) string {
	seen := map[string]Reason{}
	for _, x := range list {
		old, twice := seen[x.Key]
		switch {
		case strings.TrimSpace(x.Key) == "" || strings.TrimSpace(x.Text) == "" || !x.Points.Known:
			return fmt.Sprintf("lý do “%s” cần key, text và points. Hãy sửa lại.", x.Text)
		case x.From < 0 || x.Before != 0 && x.Before <= x.From:
			return fmt.Sprintf("lý do “%s” có số ngày before không lớn hơn from. Hãy sửa lại.", x.Text)
		case twice && (!x.ByDays() || !old.ByDays()):
			return fmt.Sprintf("có hai lý do cùng key “%s”. Hãy đổi một.", x.Key)
		}
		seen[x.Key] = x
	}
	return ""
}

// Reasons are those of bonus, or of deduction.
func (r *Rules) Reasons(minus bool) []Reason {
	if minus {
		return r.Deduct
	}
	return r.Bonus
}

// Award finds an award by its key.
func (r *Rules) Award(key string) (Award, bool) {
	i := slices.IndexFunc(r.Awards, func(a Award) bool { return a.Key == key })
	if i < 0 {
		return Award{}, false
	}
	return r.Awards[i], true
}

// Share is what a level brings, in per cent of the standard; known says whether there is such
// a level at all.
func (r *Rules) Share(level string) (share tdkt.Quantity, known bool) {
	for _, l := range r.Levels {
		if l.Code == level {
			return l.Share.Quantity, true
		}
	}
	return tdkt.Quantity{}, false
}
