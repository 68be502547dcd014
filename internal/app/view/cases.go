package view

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// AbsenceWords is an absence in words.
func (v *View) AbsenceWords(n tdkt.Absence) string {
	return fmt.Sprintf("%s nghỉ %s từ %s%s", v.PersonName(n.Person), n.Kind, n.From, Until(n.To))
}

// DisciplineWords is a discipline in words.
func (v *View) DisciplineWords(d tdkt.Discipline) string {
	kind := ""
	if d.Kind == tdkt.ByParty {
		kind = "đảng "
	}
	return fmt.Sprintf("%s bị kỷ luật %s%s ngày %s", v.PersonName(d.Person), kind, d.Form, d.Date)
}

// HoldWords is a hold in words.
func (v *View) HoldWords(h tdkt.Hold) string {
	return fmt.Sprintf("%s tạm dừng xét từ %s%s: %s", v.Facts.NameOf(h.Subject), h.From, Until(h.To), h.Reason)
}
