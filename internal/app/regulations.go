package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"tdkt/internal/law"
	"tdkt/internal/paper"
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
			s.Reg, s.Problem = v.statute.ReadRegulation(row.Text)
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
	return v.statute.ReadRegulation(text)
}

// CheckRegulation says what of a regulation cannot be used, nil when all of it can.
func (v *View) CheckRegulation(g *law.Regulation) error { return v.statute.CheckRegulation(g) }

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
		rows = replacedBy(rows, rowOf(g))
	} else {
		rows = slices.DeleteFunc(rows, func(r tdkt.Regulation) bool { return r.Holds(year) })
	}
	shot := *v.Snapshot
	shot.Regulations = rows
	rules, problems := v.statute.With(rows)
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

// rowOf is a regulation as the file keeps it.
func rowOf(g *law.Regulation) tdkt.Regulation {
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

// ApplyRegulation takes a regulation of the province into the file, or a changed one in
// place of the one with its number: from then on every answer of its years rests on it too.
// It ends an older one that had no end where the years of the new one begin. A tdkt.Error
// says what of it cannot be used, or which of its years is locked.
func (a *App) ApplyRegulation(ctx context.Context, g *law.Regulation) error {
	v := a.View()
	if err := v.CheckRegulation(g); err != nil {
		return err
	}
	row := rowOf(g)
	changed := []tdkt.Regulation{}
	put := []tdkt.Record{}
	for _, r := range v.Snapshot.Regulations {
		switch {
		case r.Number == row.Number:
			row.ID, changed = r.ID, append(changed, r)
		case r.Last == 0 && r.First < row.First:
			ended, err := v.endedAt(r, row.First-1)
			if err != nil {
				return err
			}
			put = append(put, ended)
		case r.First == row.First:
			return tdkt.Errorf(tdkt.Invalid,
				"Từ năm %d đã áp dụng quy định số %s. Hãy bỏ quy định đó trước, hoặc ghi năm xét đầu tiên khác.", row.First, r.Number)
		}
	}
	if err := v.unlockedYears(append(changed, row)...); err != nil {
		return err
	}
	words := fmt.Sprintf("Áp dụng quy định của tỉnh số %s từ năm %d", row.Number, row.First)
	return a.Change(ctx, "apply-regulation", words, func(tx Tx) error { return tx.Put(ctx, append(put, row)...) })
}

// endedAt is a kept regulation with its last year, in its row and in its text.
func (v *View) endedAt(row tdkt.Regulation, last int) (tdkt.Regulation, error) {
	g, err := v.statute.ReadRegulation(row.Text)
	if err != nil {
		return row, err
	}
	g.LastYear = last
	row.Last, row.Text = last, g.Text()
	return row, nil
}

// unlockedYears refuses a change of what locked years are judged by.
func (v *View) unlockedYears(rows ...tdkt.Regulation) error {
	for _, y := range v.Years {
		if y.Locked && slices.ContainsFunc(rows, func(r tdkt.Regulation) bool { return r.Holds(y.Year) }) {
			return v.unlocked(y.Year)
		}
	}
	return nil
}

// DropRegulation takes a regulation of the province out of the file.
func (a *App) DropRegulation(ctx context.Context, row tdkt.Regulation) error {
	if err := a.View().unlockedYears(row); err != nil {
		return err
	}
	words := fmt.Sprintf("Bỏ quy định của tỉnh số %s", row.Number)
	return a.Change(ctx, "drop-regulation", words, func(tx Tx) error { return tx.Remove(ctx, row) })
}

// regulationRows takes in the regulations of an exchange workbook.
func (b *importer) regulationRows(rows []tdkt.RegulationRow) {
	kept := rows[:0:0]
	for _, r := range rows {
		g, err := b.v.ReadRegulation(r.Text)
		switch {
		case err != nil:
			b.refuse(tdkt.SheetRegulations, "Nội dung", int(r.Line), "%s", tdkt.Sentence(err, nil))
		case tdkt.Clean(g.Number) != r.Number || g.Signed.Day != r.Signed || g.FirstYear != r.First || g.LastYear != r.Last:
			b.refuse(tdkt.SheetRegulations, "Nội dung", int(r.Line),
				"Số, ngày hoặc năm trong ô này khác các ô bên cạnh. Hãy sửa cho khớp.")
		default:
			kept = append(kept, r)
		}
	}
	matchRows(b, spec[tdkt.RegulationRow, tdkt.Regulation]{
		sheet: tdkt.SheetRegulations, have: b.v.Snapshot.Regulations, line: func(r tdkt.RegulationRow) int { return int(r.Line) },
		key:   func(r tdkt.RegulationRow) (string, bool) { return r.Number, true },
		keyOf: func(e tdkt.Regulation) string { return e.Number },
		fresh: func(r tdkt.RegulationRow) tdkt.Regulation { return tdkt.Regulation{ID: tdkt.NewID(), Number: r.Number} },
		fill: func(r tdkt.RegulationRow, e *tdkt.Regulation) {
			e.Signed, e.First, e.Last, e.Text = r.Signed, r.First, r.Last, r.Text
		},
		what: func(e tdkt.Regulation) string { return fmt.Sprintf("quy định của tỉnh số %s", e.Number) },
	}, kept)
}

// PrintRegulation writes a regulation as PDF: what it sets, each with its clause and, where
// the statute leaves it to the province, the statute's own.
func (a *App) PrintRegulation(ctx context.Context, g *law.Regulation, path string) error {
	v := a.View()
	if g == nil {
		return errors.New("app: no regulation to print")
	}
	r := paper.NewReport(v.Org, "QUY ĐỊNH CỦA TỈNH TRONG CHƯƠNG TRÌNH", g.Citation())
	r.Footer = g.Name()
	for _, part := range v.RegulationParts(g) {
		p := paper.Part{Head: part.Head, Empty: "Không có.", Columns: []paper.Column{
			{Head: "Nội dung", Share: 6}, {Head: "Giá trị", Share: 3}, {Head: "Điều khoản", Share: 3},
		}}
		for _, l := range part.Lines {
			p.Rows = append(p.Rows, []string{l.What, l.Value, l.Clause})
		}
		r.Parts = append(r.Parts, p)
	}
	return a.printReport(ctx, path, r)
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
		key, _ := v.localKey(g.FirstYear, x.Key)
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
		rest.Lines = append(rest.Lines, RegulationLine{capital(x.Of), x.Value, x.Clause})
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
	if a, ok := v.statute.Ask(id); ok {
		return a.Name
	}
	return id
}

// Ask finds one of Asks by its id.
func (v *View) Ask(id string) (law.Ask, bool) { return v.statute.Ask(id) }

// Asks lists what a province may ask of a kind of subject beside the statute.
func (v *View) Asks(kind tdkt.SubjectKind) []law.Ask { return v.statute.Asks(kind) }

// OpenRegulation reads a regulation from a file, or by its number one of the examples that
// come with the program.
func (a *App) OpenRegulation(path string) (*law.Regulation, error) {
	list, err := law.Examples()
	if err != nil {
		return nil, fmt.Errorf("app: examples: %w", err)
	}
	for _, g := range list {
		if g.Number == path {
			return g, nil
		}
	}
	in, err := os.Open(path)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.NotFound, Err: err, Text: fmt.Sprintf("Không mở được tệp %s. Hãy xem lại tên tệp và thư mục.", path)}
	}
	text, err := io.ReadAll(io.LimitReader(in, mostRegulationFile))
	if err = errors.Join(err, in.Close()); err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được tệp %s. Hãy chép tệp vào máy rồi thử lại.", path)}
	}
	if !utf8.Valid(text) {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp %s không phải tệp quy định của tỉnh (tệp chữ UTF-8). Hãy chọn tệp .toml đã lưu từ chương trình.", filepath.Base(path))
	}
	g, err := a.View().ReadRegulation(string(text))
	if err != nil {
		return nil, tdkt.Errorf(tdkt.Invalid, "%s: %s", filepath.Base(path), tdkt.Sentence(err, nil))
	}
	return g, nil
}

// mostRegulationFile is how much of a file is read at all, in bytes.
const mostRegulationFile = 1 << 20

// SaveRegulation writes a regulation as a file of its own: .pdf to read, anything else as
// the text that OpenRegulation reads.
func (a *App) SaveRegulation(ctx context.Context, g *law.Regulation, path string) error {
	if g == nil {
		return tdkt.Errorf(tdkt.Invalid, "Quy định này không dùng được nên không lưu được. Hãy bỏ rồi áp dụng lại.")
	}
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return a.PrintRegulation(ctx, g, path)
	}
	return writeWhole(path, []byte(g.Text()))
}
