package app

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// votesLine is a line of votes: 11/12, or Lao động tiên tiến: 11/12.
var votesLine = regexp.MustCompile(`^(?:(.+?)\s*:\s*)?(\d{1,4})\s*/\s*(\d{1,4})$`)

// partText is a text as it is kept, or why it cannot be.
func partText(part law.ReportPart, text string) (string, error) {
	text = cleanText(text)
	if n := len([]rune(text)); n > maxPassage {
		return "", tdkt.Errorf(tdkt.Invalid, "Nội dung dài %d chữ, quá %d chữ. Hãy rút gọn rồi ghi lại.", n, maxPassage)
	}
	if text == "" {
		return "", nil
	}
	switch part.Form {
	case law.DayPart:
		day, err := tdkt.ParseVN(text)
		if err != nil {
			return "", tdkt.Errorf(tdkt.Invalid, "“%s” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/12/2023.", text)
		}
		return day.String(), nil
	case law.DaysPart:
		return daysText(text)
	case law.NumberPart:
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return "", tdkt.Errorf(tdkt.Invalid, "“%s” không phải là số. Hãy ghi một số nguyên từ 0.", text)
		}
		return strconv.Itoa(n), nil
	case law.VotesPart:
		for line := range strings.SplitSeq(text, "\n") {
			m := votesLine.FindStringSubmatch(line)
			if m == nil {
				return "", tdkt.Errorf(tdkt.Invalid, "“%s” không phải là số phiếu. Hãy ghi số đồng ý trên tổng số, ví dụ 11/12; nhiều danh hiệu thì mỗi dòng một danh hiệu, ví dụ “Lao động tiên tiến: 11/12”.", line)
			}
			if f, all := digits(m[2]), digits(m[3]); f > all {
				return "", tdkt.Errorf(tdkt.Invalid, "“%s”: số phiếu đồng ý nhiều hơn tổng số phiếu. Hãy sửa lại.", line)
			}
		}
	}
	return text, nil
}

// daysText are several days as they are kept, in their order.
func daysText(text string) (string, error) {
	var days []tdkt.Day
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(";,\n ", r) }) {
		day, err := tdkt.ParseVN(word)
		if err != nil {
			return "", tdkt.Errorf(tdkt.Invalid, "“%s” không phải là ngày. Hãy ghi các ngày cách nhau bằng dấu chấm phẩy, ví dụ 30/04/2024; 01/05/2024.", word)
		}
		days = append(days, day)
	}
	slices.Sort(days)
	words := make([]string, 0, len(days))
	for _, d := range slices.Compact(days) {
		words = append(words, d.String())
	}
	return strings.Join(words, "; "), nil
}

// digits is the number that digits alone say.
func digits(word string) int {
	n, _ := strconv.Atoi(word)
	return n
}

// roundWord is a round as a workbook names it, "" for the year's own.
func (v *View) roundWord(year int, id tdkt.ID) string {
	if id == "" {
		return ""
	}
	return v.RoundOf(year, id).Title()
}

// passageRows takes the texts of reports of an exchange workbook.
func (b *importer) passageRows(rows []tdkt.PassageRow) {
	kept := rows[:0:0]
	for _, r := range rows {
		part, ok := b.v.Rules.ReportPart(r.Part)
		if !ok {
			b.refuse(tdkt.SheetPassages, "Mục", int(r.Line), "Không có mục “%s” trong báo cáo thành tích. Hãy ghi tên mục như trong báo cáo, ví dụ “%s”.", r.Part, b.v.Rules.ReportParts()[0].Name(tdkt.AUnit))
			continue
		}
		if r.Round != "" && !part.Round {
			b.refuse(tdkt.SheetPassages, "Đợt", int(r.Line), "Mục “%s” là của cả năm, không của một đợt. Hãy để trống cột Đợt.", r.Part)
			continue
		}
		round, err := b.v.FindRound(r.Year, r.Round)
		if err != nil {
			b.refuse(tdkt.SheetPassages, "Đợt", int(r.Line), "%s", tdkt.Sentence(err, nil))
			continue
		}
		r.Part, r.Text, r.Round = part.Key, cleanText(r.Text), string(round.ID)
		kept = append(kept, r)
	}
	matchRows(b, spec[tdkt.PassageRow, tdkt.Passage]{
		sheet: tdkt.SheetPassages, have: b.v.Passages, line: func(r tdkt.PassageRow) int { return int(r.Line) },
		key: func(r tdkt.PassageRow) (string, bool) {
			s, ok := b.subject(tdkt.SheetPassages, int(r.Line), r.Code)
			return join(r.Year, r.Round, subjectKey(s), r.Part), ok
		},
		keyOf: func(e tdkt.Passage) string { return join(e.Year, e.Round, subjectKey(e.Subject), e.Part) },
		fresh: func(r tdkt.PassageRow) tdkt.Passage {
			return tdkt.Passage{ID: tdkt.NewID(), Year: r.Year, Round: tdkt.ID(r.Round), Subject: b.known(r.Code), Part: r.Part}
		},
		fill: func(r tdkt.PassageRow, e *tdkt.Passage) { set(&e.Text, r.Text) },
		check: func(e tdkt.Passage) *tdkt.Error {
			part, _ := b.v.Rules.ReportPart(e.Part)
			if _, err := partText(part, e.Text); err != nil {
				return tdkt.Errorf(tdkt.Invalid, "%s", tdkt.Sentence(err, nil))
			}
			return nil
		},
		what: func(e tdkt.Passage) string {
			return fmt.Sprintf("%s năm %d: %s", b.spoken(e.Subject.ID), e.Year, b.v.partName(e.Part, e.Subject.Kind))
		},
	}, kept)
}

// partName is a part's heading, or its key where the rules no longer know it.
func (v *View) partName(key string, kind tdkt.SubjectKind) string {
	if p, ok := v.Rules.ReportPart(key); ok {
		return p.Name(kind)
	}
	return key
}

// figureRows takes the numbers of statistical forms of an exchange workbook.
func (b *importer) figureRows(rows []tdkt.FigureRow) {
	matchRows(b, spec[tdkt.FigureRow, tdkt.Figure]{
		sheet: tdkt.SheetFigures, have: b.v.Figures, line: func(r tdkt.FigureRow) int { return int(r.Line) },
		key:   func(r tdkt.FigureRow) (string, bool) { return join(r.Year, r.Form, r.Row, r.Column), true },
		keyOf: func(e tdkt.Figure) string { return join(e.Year, e.Form, e.Row, e.Column) },
		fresh: func(r tdkt.FigureRow) tdkt.Figure {
			return tdkt.Figure{ID: tdkt.NewID(), Year: r.Year, Form: r.Form, Row: r.Row, Column: r.Column}
		},
		fill: func(r tdkt.FigureRow, e *tdkt.Figure) { e.Value = r.Value },
		what: func(e tdkt.Figure) string {
			return fmt.Sprintf("biểu %s năm %d, mã số %s, cột %s", e.Form, e.Year, e.Row, e.Column)
		},
	}, rows)
}

// passageRows gives the texts of reports and typed numbers as the sheets hold them.
func (v *View) passageRows(ex *tdkt.Exchange) {
	for _, p := range v.Passages {
		ex.Passages = append(ex.Passages, tdkt.PassageRow{
			Year: p.Year, Code: v.Facts.CodeOf(p.Subject), Part: v.partName(p.Part, p.Subject.Kind), Text: p.Text, Round: v.roundWord(p.Year, p.Round),
		})
	}
	slices.SortFunc(ex.Passages, func(a, b tdkt.PassageRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Part, b.Part))
	})
	for _, f := range v.Figures {
		ex.Figures = append(ex.Figures, tdkt.FigureRow{Year: f.Year, Form: f.Form, Row: f.Row, Column: f.Column, Value: f.Value})
	}
	slices.SortFunc(ex.Figures, func(a, b tdkt.FigureRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Form, b.Form), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
}
