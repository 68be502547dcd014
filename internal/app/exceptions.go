package app

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// RecordException writes down what a competent person decided beside the law. The
// law's answer stays; a second exception for the same need takes the place of the first.
func (a *App) RecordException(ctx context.Context, e tdkt.Exception) error {
	v := a.View()
	e = cleanException(e)
	if err := v.allows(e); err != nil {
		return err
	}
	e.ID = tdkt.NewID()
	for _, o := range v.Exceptions {
		if o.Year == e.Year && o.Subject == e.Subject && o.Title == e.Title && o.Need == e.Need {
			e.ID = o.ID
		}
	}
	words := fmt.Sprintf("Ghi ngoại lệ %s năm %d cho %s: %s", v.TitleName(e.Title), e.Year, v.Facts.NameOf(e.Subject), e.Reason)
	return a.Change(ctx, "record-exception", words, func(tx Tx) error { return tx.Put(ctx, e) })
}

func cleanException(e tdkt.Exception) tdkt.Exception {
	e.By, e.Document, e.Reason = tdkt.Clean(e.By), tdkt.Clean(e.Document), tdkt.Clean(e.Reason)
	return e
}

// RemoveException takes an exception back.
func (a *App) RemoveException(ctx context.Context, e tdkt.Exception) error {
	v := a.View()
	if err := v.unlocked(e.Year); err != nil {
		return err
	}
	words := fmt.Sprintf("Bỏ ngoại lệ %s năm %d của %s", v.TitleName(e.Title), e.Year, v.Facts.NameOf(e.Subject))
	return a.Change(ctx, "remove-exception", words, func(tx Tx) error { return tx.Remove(ctx, e) })
}

// allows says what is wrong with an exception: it must name a need of the year's rules
// and the paper that a person answers for.
func (v *View) allows(e tdkt.Exception) error {
	if err := v.unlocked(e.Year); err != nil {
		return err
	}
	if err := v.fits(e.Title, e.Subject); err != nil {
		return err
	}
	if wrong := v.needOf(e); wrong != nil {
		return wrong
	}
	var missing []string
	for _, part := range []struct {
		name  string
		given bool
	}{
		{"người quyết định (họ tên, chức vụ)", e.By != ""},
		{"số văn bản", e.Document != ""},
		{"ngày văn bản", e.Date != 0},
		{"lý do", e.Reason != ""},
	} {
		if !part.given {
			missing = append(missing, part.name)
		}
	}
	if len(missing) > 0 {
		return tdkt.Errorf(tdkt.Invalid, "Ngoại lệ phải có căn cứ; còn thiếu %s. Hãy nhập đủ rồi làm lại.", strings.Join(missing, ", "))
	}
	return nil
}

// needOf refuses an exception for a need that the year's rules do not have.
func (v *View) needOf(e tdkt.Exception) *tdkt.Error {
	regime, err := v.Rules.Criteria(e.Year)
	if err != nil {
		return tdkt.Errorf(tdkt.Invalid, "Chương trình không có quy định của năm %d. Hãy xem lại năm.", e.Year)
	}
	if e.Need == "" {
		return nil
	}
	if _, known := tdkt.ActNeedWords(e.Need); known {
		return nil
	}
	if _, _, _, known := regime.NeedFor(e.Subject.Kind, e.Title, e.Need); known {
		return nil
	}
	return tdkt.Errorf(tdkt.Invalid, "“%s” không phải là tiêu chuẩn của %s năm %d. Hãy chọn trong các tiêu chuẩn của danh hiệu, hoặc bỏ trống để ghi ngoại lệ cho cả danh hiệu.",
		e.Need, v.TitleName(e.Title), e.Year)
}
