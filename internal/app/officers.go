package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
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
				return view.ErrGone
			}
			o.Name = ""
		}
		if err := v.CheckOfficer(o); err != nil {
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
	return a.Drop(ctx, "remove-officers", "Xóa khỏi bảng công chức làm công tác thi đua, khen thưởng: "+strings.Join(names, ", "), recs...)
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
		if err := CheckBureau(b); err != nil {
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
	return a.Drop(ctx, "remove-bureaus", "Xóa khỏi bảng tổ chức làm công tác thi đua, khen thưởng: "+strings.Join(names, ", "), recs...)
}

// CheckBureau says in a sentence what an organisation lacks, nil when it may be written.
func CheckBureau(b tdkt.Bureau) *tdkt.Error {
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
