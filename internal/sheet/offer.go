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
