package imports

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// isProposal says whether a fact is a proposal to the Council of the year's own round.
func isProposal(f *intake.Fact) bool {
	return f.Kind == intake.FactPledge && f.Value == intake.ValueProposal
}

// proposalRows writes proposals as nominations of the year's own round. What the law says of
// them is worked out on the lists, as for every nomination; no findings stood when they were
// made on paper, and none are kept.
func (o *oldImporter) proposalRows() {
	key := func(year int, s tdkt.Subject, title string) string {
		return view.KeyOf(year, view.SubjectKey(s), title)
	}
	known := map[string]bool{}
	for _, n := range o.v.Nominations {
		if n.Round == "" {
			known[key(n.Year, n.Subject, n.Title)] = true
		}
	}
	for i := range o.Facts {
		f := &o.Facts[i]
		if !isProposal(f) || o.Fates[i] != OldSame {
			continue
		}
		s, ok := o.subjectOf(i)
		switch err := o.v.Unlocked(f.Year); {
		case !ok || f.Year == 0 || f.Title == "" || !f.Known:
			o.refuseFact(i, wordUnset)
			continue
		case err != nil:
			o.refuseFact(i, tdkt.Sentence(err, nil))
			continue
		}
		k := key(f.Year, s, f.Title)
		if known[k] {
			continue // is there
		}
		known[k] = true
		n := tdkt.Nomination{ID: tdkt.NewID(), Year: f.Year, Subject: s, Title: f.Title, State: tdkt.Proposed, Date: o.on, Reason: fmt.Sprintf("nhập từ %s", f.File)}
		o.importer.plan.records = append(o.importer.plan.records, n, tdkt.Step{ID: tdkt.NewID(), Nomination: n.ID, To: n.State, Date: n.Date, By: o.by, Reason: n.Reason})
		o.Fates[i] = OldNew
	}
}

// subjectOf is who a fact is about, known by now.
func (o *oldImporter) subjectOf(i int) (tdkt.Subject, bool) {
	f := &o.Facts[i]
	if f.OfUnit {
		id, ok := o.knownUnit(f.Name)
		return tdkt.UnitSubject(id), ok
	}
	p := o.of[i]
	if p == nil || p.held {
		return tdkt.Subject{}, false
	}
	return tdkt.PersonSubject(p.now.ID), true
}
