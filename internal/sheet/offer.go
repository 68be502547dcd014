package sheet

import (
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// roomBelow is how many rows under the data still offer a choice.
const roomBelow = 2000

// offers are the words a column offers in Excel, nil where anything may stand.
func offers(sheet, column string) []string {
	switch column {
	case "Mức":
		return textsOf(tdkt.Levels(), func(l tdkt.Level) string { return string(l) })
	case "Phạm vi":
		return textsOf(tdkt.Scopes(), capital)
	case "Hình thức":
		return textsOf(tdkt.Penalties(), capital)
	case "Đối tượng":
		return textsOf(tdkt.Employments(), capital)
	case "Giới tính":
		return textsOf([]tdkt.Sex{tdkt.Male, tdkt.Female}, capital)
	case colState:
		return textsOf(tdkt.MarkStates(), func(m tdkt.MarkState) string { return string(m) })
	case colPeriod:
		return textsOf(tdkt.Periods(), func(p tdkt.Period) string { return string(p) })
	case colDisciplineKind:
		return textsOf(tdkt.DisciplineKinds(), func(k tdkt.DisciplineKind) string { return string(k) })
	case "Kết quả":
		return []string{"đạt", "không đạt"}
	case "Loại":
		if sheet == tdkt.SheetInitiatives {
			return textsOf([]tdkt.InitiativeKind{tdkt.Innovation, tdkt.Study}, capital)
		}
	}
	return nil
}

func textsOf[T any](all []T, text func(T) string) []string {
	out := make([]string, 0, len(all))
	for _, v := range all {
		out = append(out, text(v))
	}
	return out
}

// offerChoices puts drop-down lists on the columns that have one. Another word only
// warns: reading accepts more ways of writing than the list shows.
func (w *writer) offerChoices(t table, rows int) error {
	var errs []error
	for i, c := range t.columns {
		if t.name != tdkt.SheetPeople || c.shape == day || c.name == colPerson {
			errs = append(errs, w.explain(t.name, i+1, c))
		}
		words := offers(t.name, c.name)
		if words == nil {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s:%s", guard.Ref(i+1, 2), guard.Ref(i+1, rows+1+roomBelow)))
		v.SetError(excelize.DataValidationErrorStyleWarning, c.name, "Giá trị này không có trong danh sách. Vẫn giữ?")
		errs = append(errs, v.SetDropList(words), w.f.AddDataValidation(t.name, v))
	}
	return errors.Join(errs...)
}

// explain puts a note on a column's header, which Excel shows when the cell is chosen.
func (w *writer) explain(sheet string, column int, c column) error {
	text := explained(c)
	if text == "" {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(guard.Ref(column, 1))
	v.SetInput(c.name, text)
	if err := w.f.AddDataValidation(sheet, v); err != nil {
		return fmt.Errorf("sheet: explain %s: %w", c.name, err)
	}
	return nil
}

// explained says what may stand in a column, "" where its name says it.
func explained(c column) string {
	switch c.name {
	case colCode, colPerson:
		return "Mã, số CCCD, hoặc họ và tên nếu không trùng ai."
	case colName:
		return "Để người điền dễ nhìn; được so với mã, khác thì nhắc."
	case colYear, "Từ năm":
		return "Một năm, nhiều năm (2021, 2022) hoặc một khoảng (2019-2023)."
	case colTitle:
		return "Mã hoặc tên danh hiệu, hình thức. Tên ngoài danh mục phải có cột Cấp."
	case "Điểm":
		return "Có điểm thì có thể để trống mức: mức theo thang điểm của năm."
	case colDecision:
		return "Có thể ghi cả ngày: QĐ số 12/QĐ-UBND ngày 3/2/2024."
	}
	if c.shape == day {
		return "Ngày dạng dd/mm/yyyy."
	}
	return ""
}
