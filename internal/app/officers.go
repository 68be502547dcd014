package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/columns"
	"tdkt/internal/tdkt"
)

// SaveOfficers keeps rows of the table behind form 0605, as one operation.
func (a *App) SaveOfficers(ctx context.Context, list ...tdkt.Officer) error {
	v := a.View()
	recs := make([]tdkt.Record, len(list))
	for i, o := range list {
		o.Name, o.Education = tdkt.Clean(o.Name), tdkt.Clean(o.Education)
		o.ID = cmp.Or(o.ID, tdkt.NewID())
		if o.Person != "" {
			if _, ok := v.Facts.Person(o.Person); !ok {
				return errGone
			}
			o.Name = ""
		}
		if err := v.checkOfficer(o); err != nil {
			return err
		}
		recs[i] = o
	}
	words := fmt.Sprintf("Ghi %d công chức làm công tác thi đua, khen thưởng", len(list))
	if len(list) == 1 {
		words = "Ghi công chức làm công tác thi đua, khen thưởng: " + v.OfficerNow(list[0]).Name
	}
	return a.put(ctx, "save-officers", words, recs...)
}

// RemoveOfficers takes rows out of the table.
func (a *App) RemoveOfficers(ctx context.Context, list ...tdkt.Officer) error {
	v := a.View()
	names := make([]string, len(list))
	recs := make([]tdkt.Record, len(list))
	for i, o := range list {
		names[i], recs[i] = v.OfficerNow(o).Name, o
	}
	return a.drop(ctx, "remove-officers", "Xóa khỏi bảng công chức làm công tác thi đua, khen thưởng: "+strings.Join(names, ", "), recs...)
}

// checkOfficer refuses a row that nobody could count.
func (v *View) checkOfficer(o tdkt.Officer) *tdkt.Error {
	now := v.OfficerNow(o)
	born, since := firstDay(now.Born, now.BornYear), firstDay(now.Since, now.SinceYear)
	switch {
	case now.Name == "":
		return tdkt.Errorf(tdkt.Invalid, "Chưa có họ tên công chức. Hãy ghi họ tên, hoặc chọn người trong sổ.")
	case since != 0 && born > since:
		return tdkt.Errorf(tdkt.Invalid, "%s làm công tác thi đua từ %s, trước khi sinh (%s). Hãy xem lại hai ngày.",
			now.Name, tdkt.DayOrYear(now.Since, now.SinceYear), tdkt.DayOrYear(now.Born, now.BornYear))
	case o.To != 0 && since > o.To:
		return tdkt.Errorf(tdkt.Invalid, "%s thôi làm công tác thi đua ngày %s, trước khi bắt đầu (%s). Hãy sửa một trong hai ngày.", now.Name, o.To, tdkt.DayOrYear(now.Since, now.SinceYear))
	case o.From != 0 && since > o.From:
		return tdkt.Errorf(tdkt.Invalid, "%s được tính từ ngày %s, trước khi làm công tác thi đua (%s). Hãy sửa một trong hai ngày.", now.Name, o.From, tdkt.DayOrYear(now.Since, now.SinceYear))
	case o.To != 0 && o.From > o.To:
		return tdkt.Errorf(tdkt.Invalid, "%s được tính từ ngày %s, sau ngày thôi %s. Hãy sửa một trong hai ngày.", now.Name, o.From, o.To)
	}
	return nil
}

// BureauLevels are the rows of form 0604 that an organisation may stand in: mã số and words.
func BureauLevels() (codes, words []string) {
	f, _ := columns.OfficialForms().Official("0604")
	for _, r := range f.Rows {
		if strings.HasPrefix(r.Is, "to-chuc ") {
			codes, words = append(codes, r.Code), append(words, r.Text)
		}
	}
	return codes, words
}

// BureauLevel is the mã số that a mã số or the words of its row mean, "" for none.
func BureauLevel(text string) string {
	codes, words := BureauLevels()
	for i := range codes {
		if tdkt.Fold(text) == tdkt.Fold(words[i]) || strings.TrimLeft(text, "0") == strings.TrimLeft(codes[i], "0") {
			return codes[i]
		}
	}
	return ""
}

// LevelWords are the words of an organisation's row.
func LevelWords(level string) string {
	codes, words := BureauLevels()
	if i := slices.Index(codes, level); i >= 0 {
		return words[i]
	}
	return level
}

// SaveBureaus keeps rows of the table behind form 0604, as one operation.
func (a *App) SaveBureaus(ctx context.Context, list ...tdkt.Bureau) error {
	recs := make([]tdkt.Record, len(list))
	for i, b := range list {
		b.ID, b.Name = cmp.Or(b.ID, tdkt.NewID()), tdkt.Clean(b.Name)
		if err := checkBureau(b); err != nil {
			return err
		}
		recs[i] = b
	}
	words := fmt.Sprintf("Ghi %d tổ chức làm công tác thi đua, khen thưởng", len(list))
	if len(list) == 1 {
		words = "Ghi tổ chức làm công tác thi đua, khen thưởng: " + tdkt.Clean(list[0].Name)
	}
	return a.put(ctx, "save-bureaus", words, recs...)
}

// RemoveBureaus takes rows out of the table.
func (a *App) RemoveBureaus(ctx context.Context, list ...tdkt.Bureau) error {
	names := make([]string, len(list))
	recs := make([]tdkt.Record, len(list))
	for i, b := range list {
		names[i], recs[i] = b.Name, b
	}
	return a.drop(ctx, "remove-bureaus", "Xóa khỏi bảng tổ chức làm công tác thi đua, khen thưởng: "+strings.Join(names, ", "), recs...)
}

func checkBureau(b tdkt.Bureau) *tdkt.Error {
	switch {
	case b.Name == "":
		return tdkt.Errorf(tdkt.Invalid, "Chưa có tên tổ chức. Hãy ghi tên, ví dụ “Ban Thi đua - Khen thưởng”.")
	case BureauLevel(b.Level) != b.Level || b.Level == "":
		_, words := BureauLevels()
		return tdkt.Errorf(tdkt.Invalid, "Chưa rõ cấp của %s. Hãy chọn một trong: %s.", b.Name, strings.Join(words, "; "))
	case b.To != 0 && b.From > b.To:
		return tdkt.Errorf(tdkt.Invalid, "%s có từ ngày %s, sau ngày kết thúc %s. Hãy sửa một trong hai ngày.", b.Name, b.From, b.To)
	}
	return nil
}

// officerRows takes the officials of an exchange workbook: one of the book by the code, any
// other by the name.
func (b *importer) officerRows(rows []tdkt.OfficerRow) {
	matchRows(b, spec[tdkt.OfficerRow, tdkt.Officer]{
		sheet: tdkt.SheetOfficers, have: b.v.Officers, line: func(r tdkt.OfficerRow) int { return int(r.Line) },
		key: func(r tdkt.OfficerRow) (string, bool) {
			if r.Code == "" {
				return "name " + tdkt.Fold(r.Name), true
			}
			p, ok := b.person(tdkt.SheetOfficers, int(r.Line), r.Code)
			if known := b.names[p]; ok && r.Name != "" && known != "" && tdkt.Fold(known) != tdkt.Fold(r.Name) {
				b.warn(tdkt.SheetOfficers, "Họ và tên", int(r.Line), "Mã “%s” là của %s, nhưng cột Họ và tên ghi “%s”. Dòng vẫn được đọc theo mã; hãy xem lại.", r.Code, known, r.Name)
			}
			return "person " + string(p), ok
		},
		keyOf: func(e tdkt.Officer) string {
			if e.Person != "" {
				return "person " + string(e.Person)
			}
			return "name " + tdkt.Fold(e.Name)
		},
		fresh: func(r tdkt.OfficerRow) tdkt.Officer {
			if r.Code == "" {
				return tdkt.Officer{ID: tdkt.NewID(), Name: r.Name}
			}
			p, _ := b.person(tdkt.SheetOfficers, int(r.Line), r.Code)
			return tdkt.Officer{ID: tdkt.NewID(), Person: p}
		},
		fill:  fillOfficer,
		check: b.v.checkOfficerRow,
		what:  func(e tdkt.Officer) string { return cmp.Or(e.Name, b.spoken(e.Person)) },
	}, rows)
}

// checkOfficerRow leaves out the name of one who comes with the same workbook.
func (v *View) checkOfficerRow(o tdkt.Officer) *tdkt.Error {
	if _, known := v.Facts.Person(o.Person); o.Person != "" && !known {
		o.Name = cmp.Or(o.Name, string(o.Person))
	}
	return v.checkOfficer(o)
}

func fillOfficer(r tdkt.OfficerRow, e *tdkt.Officer) {
	if e.Person == "" {
		set(&e.Name, r.Name)
	}
	if r.Born != 0 || r.BornYear != 0 {
		e.Born, e.BornYear = r.Born, r.BornYear
	}
	if r.Since != 0 || r.SinceYear != 0 {
		e.Since, e.SinceYear = r.Since, r.SinceYear
	}
	set(&e.Sex, r.Sex)
	set(&e.Education, r.Education)
	set(&e.From, r.From)
	set(&e.To, r.To)
}

// bureauRows takes the organisations of an exchange workbook.
func (b *importer) bureauRows(rows []tdkt.BureauRow) {
	matchRows(b, spec[tdkt.BureauRow, tdkt.Bureau]{
		sheet: tdkt.SheetBureaus, have: b.v.Bureaus, line: func(r tdkt.BureauRow) int { return int(r.Line) },
		key:   func(r tdkt.BureauRow) (string, bool) { return tdkt.Fold(r.Name), true },
		keyOf: func(e tdkt.Bureau) string { return tdkt.Fold(e.Name) },
		fresh: func(r tdkt.BureauRow) tdkt.Bureau { return tdkt.Bureau{ID: tdkt.NewID(), Name: r.Name} },
		fill: func(r tdkt.BureauRow, e *tdkt.Bureau) {
			set(&e.Name, r.Name)
			set(&e.Level, cmp.Or(BureauLevel(r.Level), r.Level))
			set(&e.From, r.From)
			set(&e.To, r.To)
		},
		check: checkBureau,
		what:  func(e tdkt.Bureau) string { return e.Name },
	}, rows)
}

// officerRows gives officials and organisations as the sheets hold them: of a person of the
// book what the row itself holds.
func (v *View) officerRows(ex *tdkt.Exchange) {
	for _, o := range v.Officers {
		row := tdkt.OfficerRow{
			Name: v.OfficerNow(o).Name, Born: o.Born, BornYear: o.BornYear, Sex: o.Sex, Education: o.Education,
			Since: o.Since, SinceYear: o.SinceYear, From: o.From, To: o.To,
		}
		if o.Person != "" {
			row.Code = v.person(o.Person)
		}
		ex.Officers = append(ex.Officers, row)
	}
	slices.SortFunc(ex.Officers, func(a, b tdkt.OfficerRow) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Name, b.Name), cmp.Compare(a.From, b.From), cmp.Compare(a.Since, b.Since))
	})
	for _, b := range v.Bureaus {
		ex.Bureaus = append(ex.Bureaus, tdkt.BureauRow{Name: b.Name, Level: LevelWords(b.Level), From: b.From, To: b.To})
	}
	slices.SortFunc(ex.Bureaus, func(a, b tdkt.BureauRow) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.From, b.From)) })
}
