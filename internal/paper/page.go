// Package paper lays out what is printed for people to read: the page that tells why
// a subject may or may not get a title, need by need. A Page is all words, so that
// what is said is tested without a PDF; Write draws it on A4.
package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Input is what one page tells of.
type Input struct {
	Org    tdkt.Org
	Who    dossier.Who
	Title  dossier.Title
	Result law.Result // with what was seen
	Regime *law.Regime
	Open   int            // manual needs still to be judged
	Unset  []law.NeedInfo // needs that do not apply without a local value
	Hold   string         // why it is on hold, "" when it is not
	State  string         // of the nomination, in words
	Since  []string       // what changed since the nomination was made
	AsOf   string         // what the data were when it was printed
	Text   bool           // print the statute's own wording
}

// Page is one subject and one title in words.
type Page struct {
	Superior, Issuer string
	Heading, About   string
	Facts            []Pair // who, what, by which law
	Warning          string // that the rules were not checked
	Answer           string // in words, to be read first
	Kind             law.Answer
	Notes            []string // beside the answer: hold, needs left open, why not
	Groups           []Group
	Settle           []string // what to enter for an answer
	Since            []string
	Statute          []string // the statute's own wording, by paragraph
	Footer, AsOf     string
}

// Pair is a word and what stands beside it.
type Pair struct{ Name, Value string }

// Group is the needs of one alternative.
type Group struct {
	Head string
	Rows []Row
}

// Row is one need.
type Row struct {
	Number, Why, Seen, Answer, Cite, Mark string
	Kind                                  law.Answer
}

// New says in words what the input holds.
func New(in Input) Page {
	r := in.Result
	p := Page{
		Superior: in.Org.Superior, Issuer: cmp.Or(in.Org.Issuer, in.Org.Name),
		Heading: "GIẢI TRÌNH ĐIỀU KIỆN",
		About:   fmt.Sprintf("%s năm %d", in.Title.Name, r.Year),
		Facts:   facts(in),
		Answer:  strings.ToUpper(answerWords(r)), Kind: r.Answer,
		Groups: groups(r), Since: in.Since, AsOf: in.AsOf,
		Footer: fmt.Sprintf("%s (%s) – %s năm %d", in.Who.Name, in.Who.Code, in.Title.Short, r.Year),
	}
	if in.Regime != nil && in.Regime.Note != "" {
		p.Warning = dossier.Sentence(in.Regime.Note)
	}
	p.Notes = notes(in)
	p.Settle = settle(r)
	if in.Text {
		p.Statute = statute(in)
	}
	return p
}

func facts(in Input) []Pair {
	who := Pair{"Cá nhân", fmt.Sprintf("%s (mã %s)", in.Who.Name, in.Who.Code)}
	unit := Pair{"Đơn vị", in.Who.Unit}
	if in.Who.Subject.Kind == tdkt.AUnit {
		who.Name, unit.Name = "Tập thể", "Trực thuộc"
	}
	title := in.Title.Name
	if in.Title.Level != "" {
		title += " (cấp " + in.Title.Level + ")"
	}
	list := []Pair{
		who,
		{"Chức vụ", in.Who.Position},
		unit,
		{"Đề nghị", title},
		{"Năm xét", fmt.Sprint(in.Result.Year)},
		{"Bước xét", in.State},
	}
	if g := in.Regime; g != nil {
		list = append(list, Pair{"Xét theo", g.Name},
			Pair{"Tệp quy tắc", fmt.Sprintf("%s, mã kiểm %.12s", g.ID, g.SHA256)})
	}
	return slices.DeleteFunc(list, func(p Pair) bool { return p.Value == "" })
}

func answerWords(r law.Result) string {
	switch r.Answer {
	case law.Yes:
		if r.Waiting() > 0 {
			return "đủ điều kiện nếu được đánh giá đạt"
		}
		return "đủ điều kiện"
	case law.No:
		return "không đủ điều kiện"
	case law.Unknown:
		return "thiếu dữ liệu, chưa kết luận được"
	case law.Manual:
	}
	return "không thuộc diện xét"
}

// notes says beside the answer what a reader must not miss.
func notes(in Input) []string {
	var out []string
	r := in.Result
	if r.Hold {
		out = append(out, "Đang tạm dừng xét: "+strings.TrimRight(cmp.Or(in.Hold, "không ghi lý do"), ".")+".")
	}
	out = append(out, r.ExceptionWords()...)
	for _, n := range r.Notes {
		out = append(out, "Lưu ý: "+n.String())
	}
	switch r.Answer {
	case law.Yes:
		if way := met(r); way != "" {
			out = append(out, "Đạt theo "+lower(way)+".")
		}
	case law.No:
		if list := failed(r); len(list) > 0 {
			out = append(out, "Điều kiện không đạt: số "+strings.Join(list, ", ")+" trong bảng dưới đây.")
		}
	case law.Unknown, law.Manual:
	}
	if len(in.Unset) > 0 {
		out = append(out, "Không áp dụng vì chưa có quy định riêng của địa phương: "+unset(in.Unset)+".")
	}
	if list := unjudged(r); r.Answer != law.Yes && len(list) > 0 {
		return append(out, fmt.Sprintf("Chưa tính “%s”: tiêu chí này chưa có người đánh giá.", strings.Join(list, "”, “")))
	}
	if in.Open > 0 {
		out = append(out, fmt.Sprintf("Còn %d tiêu chí do người có trách nhiệm đánh giá chưa có kết quả.", in.Open))
	}
	return out
}

// unset quotes the needs that do not apply.
func unset(needs []law.NeedInfo) string {
	var out []string
	for _, n := range needs {
		out = append(out, fmt.Sprintf("“%s” [%s]", strings.TrimRight(n.Why, "."), n.Cite))
	}
	return strings.Join(out, "; ")
}

// unjudged lists the alternatives that wait for a person's judgement alone.
func unjudged(r law.Result) []string {
	var out []string
	for _, way := range r.Ways() {
		if way != "" && r.Verdict(way) == law.Manual {
			out = append(out, way)
		}
	}
	return out
}

// lower begins a name in the middle of a sentence.
func lower(s string) string { return strings.Replace(s, "Cách ", "cách ", 1) }

// met is the first alternative that is met.
func met(r law.Result) string {
	for _, way := range r.Ways() {
		if way != "" && r.Verdict(way) == law.Yes {
			return way
		}
	}
	return ""
}

// failed lists the numbers of the needs that are not met.
func failed(r law.Result) []string {
	var out []string
	for _, g := range groups(r) {
		for _, row := range g.Rows {
			if row.Kind == law.No {
				out = append(out, row.Number)
			}
		}
	}
	return out
}

func groups(r law.Result) []Group {
	var out []Group
	list := r.Ways()
	n, sub := 0, 0
	for _, way := range list {
		g := Group{Head: groupHead(r, way, len(list) > 1)}
		for _, f := range r.Findings {
			if f.Way != way {
				continue
			}
			number := ""
			if f.Nested() {
				sub++
				number = fmt.Sprintf("%d.%d", n, sub)
			} else {
				n, sub = n+1, 0
				number = fmt.Sprint(n)
			}
			g.Rows = append(g.Rows, rowOf(f, number))
		}
		out = append(out, g)
	}
	return out
}

func groupHead(r law.Result, way string, several bool) string {
	switch {
	case way == "" && several:
		return "Điều kiện chung, cần có trong mọi cách"
	case way == "":
		return ""
	}
	return way + " – " + rowAnswer(r.Verdict(way))
}

func rowOf(f law.Finding, number string) Row {
	return Row{
		Number: number, Why: f.Why, Seen: dossier.Sentence(cmp.Or(f.Seen, "chưa có dữ liệu")),
		Answer: dossier.Sentence(rowAnswer(f.Answer)), Kind: f.Answer, Cite: f.Cite, Mark: markWords(f.Mark),
	}
}

func rowAnswer(a law.Answer) string {
	switch a {
	case law.Yes:
		return "đạt"
	case law.No:
		return "không đạt"
	case law.Unknown:
		return "thiếu dữ liệu"
	case law.Manual:
	}
	return "chờ đánh giá"
}

func markWords(mark string) string {
	if mark == "V" {
		return "Đã đối chiếu"
	}
	return "Chưa kiểm chứng"
}

// statute is the wording of the law for the title, by paragraph.
func statute(in Input) []string {
	if in.Regime == nil {
		return nil
	}
	t, ok := in.Regime.Title(in.Who.Subject.Kind, in.Title.Code)
	if !ok {
		return nil
	}
	var out []string
	for line := range strings.Lines(t.Text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
