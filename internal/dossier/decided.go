package dossier

import (
	"tdkt/internal/tdkt"
)

// Decided is the recorded decision that gave the department's own titles of the year; the
// zero value: none was recorded yet.
type Decided struct {
	Number string // whole, as written: 231/QĐ-SNV
	Date   tdkt.Day
	Signer string
	// Authority and Role stand above the signer's name where the post is known.
	Authority, Role string
	Bases           []string // by the day of the decision
}

// gatherDecided finds the decision by which most of the nominees for the department's own
// titles were given them.
func (b *builder) gatherDecided() {
	own := map[tdkt.ID]bool{}
	for _, n := range b.Nominees {
		if n.Nomination != "" && n.Title.Level == OwnLevel {
			own[n.Nomination] = true
		}
	}
	lines := map[tdkt.ID]int{}
	for _, l := range b.Lines {
		if own[l.Nomination] {
			lines[l.Decision]++
		}
	}
	var found tdkt.Decision
	for _, d := range b.Decisions {
		if d.Kind == tdkt.Giving && lines[d.ID] > 0 && lines[d.ID] > lines[found.ID] {
			found = d
		}
	}
	if found.ID == "" {
		return
	}
	b.Decided = Decided{Number: found.Number, Date: found.Date, Signer: found.Signer}
	if found.Date != 0 {
		b.Decided.Bases = b.bases(found.Date)
	}
	b.Decided.Authority, b.Decided.Role = b.postOfSigner(found.Signer)
}

// postOfSigner is what stands above the name of one who signs: the head signs in the own
// name, anybody else for the head. Empty where the name is nobody's or several people's.
func (b *builder) postOfSigner(name string) (authority, role string) {
	if name == "" {
		return "", ""
	}
	if tdkt.Fold(name) == tdkt.Fold(b.Org.Signer) {
		return b.Org.Authority, b.Org.SignerRole
	}
	position := ""
	for _, p := range b.Snapshot.People {
		if tdkt.Fold(p.Name) != tdkt.Fold(name) {
			continue
		}
		if position != "" {
			return "", ""
		}
		position = b.roll.who(tdkt.Subject{Kind: tdkt.APerson, ID: p.ID}).Position
	}
	return signingPost(position)
}

// signingPost is what stands above a name by the post of its owner.
func signingPost(position string) (authority, role string) {
	const head, deputy = "giam doc", "pho giam doc"
	switch post := tdkt.Fold(position); {
	case post == head || post == head+" so":
		return "GIÁM ĐỐC", ""
	case post == deputy || post == deputy+" so":
		return "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"
	}
	return "", ""
}
