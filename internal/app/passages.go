package app

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SavePassages writes what a subject's report says in a year, by the keys of its parts. An
// empty text takes the part's away.
func (a *App) SavePassages(ctx context.Context, year int, s tdkt.Subject, texts map[string]string) error {
	v := a.View()
	if err := v.Unlocked(year); err != nil {
		return err
	}
	put, drop, err := v.PassageChanges(tdkt.YearEndRound(year), s, texts)
	if err != nil || len(put)+len(drop) == 0 {
		return err
	}
	words := fmt.Sprintf("Soạn báo cáo thành tích năm %d của %s: %d mục", year, v.Facts.NameOf(s), len(put)+len(drop))
	return a.Change(ctx, "save-passages", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// OnlyDots says whether a text is what stands where nothing was written.
func OnlyDots(s string) bool { return strings.Trim(s, ".… \n\t-_") == "" }

// TakeReports writes what reports that came back change, in one step, and returns how many
// parts changed.
func (a *App) TakeReports(ctx context.Context, list []*view.ReportReturn) (int, error) {
	var put []tdkt.Record
	files := 0
	for _, r := range list {
		if r.Problem == nil && len(r.Put) > 0 {
			put = append(put, r.Put...)
			files++
		}
	}
	if len(put) == 0 {
		return 0, nil
	}
	words := fmt.Sprintf("Nhận %d báo cáo thành tích đã sửa: %d mục thay đổi", files, len(put))
	return len(put), a.Change(ctx, "take-reports", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// ShortText is the beginning of a text on one line, “(trống)” for none.
func ShortText(s string) string {
	const most = 60
	s = tdkt.Clean(strings.ReplaceAll(s, "\n", " "))
	if s == "" {
		return "(trống)"
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
