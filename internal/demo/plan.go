package demo

import (
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// plan reads the department's own plan of 2023, word for word and with its slips.
func (b *builder) plan() {
	p := plantext.Read(text("plan-2023.txt"))
	p.ID = b.id(tdkt.NounPlan)
	p.Superior, p.Issuer = b.data.Org.Superior, b.data.Org.Issuer
	b.data.Plans = append(b.data.Plans, p)
}
