package view

import (
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Barred is a title that a subject cannot get in a year, with the findings that bar it.
type Barred struct {
	Subject tdkt.Subject
	Title   string
	Short   string // of the title
	Reasons []law.Finding
}

// impossible says why a subject cannot get a title in a year whatever is entered in the
// rest of it; none when it may still come, or when the year's rules do not judge it.
func (v *View) impossible(year int, s tdkt.Subject, title string) []law.Finding {
	reasons, err := v.Rules.Impossible(v.Facts, year, s, title)
	if err != nil {
		return nil // a title or a year that nothing judges bars nobody
	}
	return reasons
}

// BarredOf lists which of the titles cannot come true for a subject.
func (v *View) BarredOf(year int, s tdkt.Subject, titles ...string) []Barred {
	var out []Barred
	for _, title := range titles {
		if reasons := v.impossible(year, s, title); len(reasons) > 0 {
			b := Barred{Subject: s, Title: title, Short: title, Reasons: reasons}
			if c, ok := v.Rules.Code(title); ok {
				b.Short = c.Short
			}
			out = append(out, b)
		}
	}
	return out
}
