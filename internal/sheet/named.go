package sheet

import (
	"slices"
	"strings"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// colName is the name that stands beside a code: people read it, and what is read back is
// compared with the code and never refused.
const colName = "Họ và tên"

// codeColumn is where a row says by code whom it is about, -1 for nowhere.
func (t table) codeColumn() int {
	if t.name == tdkt.SheetPeople || t.name == tdkt.SheetOfficers { // the name is a fact of its own
		return -1
	}
	return slices.IndexFunc(t.columns, func(c column) bool { return c.name == colCode || c.name == colPerson })
}

// withName puts the column of names beside the codes.
func (t table) withName() table {
	i := t.codeColumn()
	if i < 0 {
		return t
	}
	t.columns = slices.Insert(slices.Clone(t.columns), i+1, column{colName, false, words})
	plain := t.rows
	t.rows = func(ex *tdkt.Exchange) [][]any {
		names := namesOf(ex)
		out := plain(ex)
		for k, row := range out {
			code, _ := row[i].(string)
			out[k] = slices.Insert(slices.Clone(row), i+1, any(names[strings.ToUpper(code)]))
		}
		return out
	}
	return t
}

// namesOf are the names of people and units by code.
func namesOf(ex *tdkt.Exchange) map[string]string {
	names := make(map[string]string, len(ex.People)+len(ex.Units))
	for _, u := range ex.Units {
		names[strings.ToUpper(u.Code)] = u.Name
	}
	for _, p := range ex.People {
		names[strings.ToUpper(p.Code)] = p.Name
	}
	return names
}

// keepName remembers the name that stands beside a code, to be compared.
func (in *importing) keepName(r *record) {
	if in.table.codeColumn() < 0 {
		return
	}
	name := r.text(colName)
	if name == "" {
		return
	}
	if in.ex.Names == nil {
		in.ex.Names = map[string]map[tdkt.Line]string{}
	}
	if in.ex.Names[in.table.name] == nil {
		in.ex.Names[in.table.name] = map[tdkt.Line]string{}
	}
	in.ex.Names[in.table.name][tdkt.Line(r.line)] = name
}

// spans reads the years of a cell: one, several ("2021, 2022"), or a run ("2019-2023").
func (r *record) spans(column string) []intake.Span {
	return read(r, column, func(v value) ([]intake.Span, error) {
		if y, err := v.year(); err == nil {
			return []intake.Span{{From: y, To: y}}, nil
		}
		text := v.text()
		spans := intake.YearsOf(text)
		rest := strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' || strings.ContainsRune(" ,;-–—.&+()", c) {
				return -1
			}
			return c
		}, strings.NewReplacer("các", "", "năm", "", "và", "", "đến", "", "từ", "").Replace(strings.ToLower(text)))
		if len(spans) == 0 || rest != "" {
			_, err := v.year()
			return nil, err
		}
		return spans, nil
	})
}

// single is every year of the spans on its own.
func single(spans []intake.Span) []int {
	var out []int
	for _, s := range spans {
		for y := s.From; y <= s.To; y++ {
			out = append(out, y)
		}
	}
	return out
}

// decision reads a decision's number and, where it stands in the same cell, its day: "QĐ
// số 12/QĐ-UBND ngày 3/2/2024".
func (r *record) decision() (number string, date tdkt.Day) {
	text := r.text(colDecision)
	low := tdkt.Fold(text)
	if !strings.HasPrefix(low, "qd") && !strings.HasPrefix(low, "quyet dinh") && !strings.Contains(low, " ngay ") {
		return text, 0
	}
	d := intake.ReadDecision(text)
	return d.Number, d.Date
}
