package law_test

import (
	"testing"

	"tdkt/internal/law"
)

// Trying other figures answers as the rules would with those figures, and with the
// figures in force changes nothing.
func TestWhatIf(t *testing.T) {
	q := ratedOffice(t, 2023, 24, 4)[0]
	if got := q.With(q.WhatIf(), q.Chosen); got.Cap != q.Cap || got.Base != q.Base || *got.Other != *q.Other {
		t.Errorf("the same figures give %+v, want %+v", got, q)
	}
	w := q.WhatIf()
	w.Whole, w.Rounding = true, law.Roundings()[1]
	want := ratedOffice(t, 2023, 24, 4, "Quy định riêng | 2023 | htxs-tinh-ca-htxs | có", "Quy định riêng | 2023 | htxs-lam-tron | gần nhất")[0]
	if got := q.With(w, 7); got.Cap != want.Cap || got.Base != want.Base || *got.Other != *want.Other || got.Chosen != 7 {
		t.Errorf("tried: %+v, want %+v with 7 chosen", got, want)
	}
	unknown := law.QuotaLine{Title: "CSTDCS", BaseCount: 19, Rounding: law.Roundings()[2]}
	if got := unknown.With(unknown.WhatIf(), 3); got.Known || got.Cap != 0 {
		t.Errorf("a share not entered gives %+v", got)
	}
	w = unknown.WhatIf()
	w.Percent = 20
	if got := unknown.With(w, 3); !got.Known || got.Cap != 4 {
		t.Errorf("20 per cent of 19, rounded up: %+v", got)
	}
}
