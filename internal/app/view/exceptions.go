package view

import (
	"strings"

	"tdkt/internal/tdkt"
)

// CleanException is an exception without needless spaces.
func CleanException(e tdkt.Exception) tdkt.Exception {
	e.By, e.Document, e.Reason = tdkt.Clean(e.By), tdkt.Clean(e.Document), tdkt.Clean(e.Reason)
	return e
}

// Allows says what is wrong with an exception: it must name a need of the year's rules
// and the paper that a person answers for.
func (v *View) Allows(e tdkt.Exception) error {
	if err := v.Unlocked(e.Year); err != nil {
		return err
	}
	if err := v.Fits(e.Title, e.Subject); err != nil {
		return err
	}
	if wrong := v.NeedOf(e); wrong != nil {
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

// NeedOf refuses an exception for a need that the year's rules do not have.
func (v *View) NeedOf(e tdkt.Exception) *tdkt.Error {
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
