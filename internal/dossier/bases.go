package dossier

import (
	"regexp"
	"strconv"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// groupTitles is the catalogue's word for emulation titles, as against commendation forms.
const groupTitles = "danh hiệu"

// OwnLevel is the catalogue's word for what the department's own head decides.
const OwnLevel = "Sở"

// numberYear finds the year in a document's number: 91/2017/NĐ-CP.
var numberYear = regexp.MustCompile(`/(\d{4})/`)

// bases are the texts a document of a day may cite: the law, named without its number as
// Decree 30/2020 asks, and the decrees that had been issued by then.
func bases(g *law.Regime, today tdkt.Day) []string {
	list := []string{lawName(g.Name)}
	for _, s := range g.Sources {
		if !strings.HasPrefix(s.Full, "Nghị định") || s.Signed > today {
			continue
		}
		if m := numberYear.FindStringSubmatch(s.Full); m != nil {
			if year, err := strconv.Atoi(m[1]); err == nil && year > today.Year() {
				continue
			}
		}
		list = append(list, s.Full)
	}
	return list
}

// checkBases finds texts that a plan of the year stands on and that had ended by now.
func (b *builder) checkBases() {
	b.here = Spot{Page: AtPlans}
	for _, p := range b.Plans {
		if p.Year != b.Input.Year {
			continue
		}
		for _, basis := range p.Bases {
			if basis.InForce(b.Input.Today) {
				continue
			}
			words := strings.TrimSpace(basis.Note)
			if words != "" {
				words = " (" + words + ")"
			}
			b.find(LookAt, p.Title, "Căn cứ “%s” đã hết hiệu lực từ ngày %s%s. Hãy xem lại trước khi viện dẫn trong văn bản mới.",
				strings.TrimRight(basis.Text, ";. "), basis.Ended, words)
		}
	}
}

// lawName is a law's name without its number.
func lawName(name string) string {
	before, number, found := strings.Cut(name, " số ")
	if m := numberYear.FindStringSubmatch(number); found && m != nil {
		return before + " năm " + m[1]
	}
	return name
}
