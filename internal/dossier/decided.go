package dossier

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Decided is a recorded decision that gave titles of the department's own; the zero value:
// none was recorded yet.
type Decided struct {
	Number string // whole, as written: 231/QĐ-SNV
	Date   tdkt.Day
	Signer string
	// Authority and Role stand above the signer's name where the post is known.
	Authority, Role string
	Bases           []string // by the day of the decision
}

// Title tells the decision from others of its round: its number, “chưa ký” before one.
func (d Decided) Title() string { return cmp.Or(d.Number, "chưa ký") }

// FileWords is Title with nothing that a file name may not hold.
func (d Decided) FileWords() string { return tdkt.FileWords(d.Title()) }

// paper tells one decision from another: two of one number and day are one paper.
type paper struct {
	number string
	day    tdkt.Day
}

// paperOf is the decision that gave a nominee the title, the zero value before one.
func paperOf(n Nominee) paper {
	if g := n.Standing.Given; g != nil {
		return paper{g.Decision.Number, g.Decision.Date}
	}
	return paper{}
}

// gatherDecided gathers the decisions that gave the nominees titles of the department's own,
// by day and number. The one that gave most is the round's.
func (b *builder) gatherDecided() {
	cases := map[paper]int{}
	for _, n := range b.Nominees {
		if n.Nomination == "" || n.Title.Level != OwnLevel || n.Standing.Given == nil {
			continue
		}
		at := paperOf(n)
		if cases[at]++; cases[at] > 1 {
			continue
		}
		d := n.Standing.Given.Decision
		out := Decided{Number: d.Number, Date: d.Date, Signer: d.Signer}
		if d.Date != 0 {
			out.Bases = b.bases(d.Date)
		}
		out.Signer, out.Authority, out.Role = b.signing(d.Signer)
		b.OwnDecisions = append(b.OwnDecisions, out)
	}
	slices.SortStableFunc(b.OwnDecisions, func(x, y Decided) int {
		return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.Number, y.Number))
	})
	most := 0
	for _, d := range b.OwnDecisions {
		if n := cases[paper{d.Number, d.Date}]; n > most {
			b.Decided, most = d, n
		}
	}
}

// ByDecision takes the department's own part apart by the decisions that gave its cases, in
// the order of their days; cases not yet decided are one more, last. Each is a submission of
// exactly its cases and their money.
func (s *Submission) ByDecision() []*Submission {
	var out []*Submission
	for _, d := range append(slices.Clone(s.OwnDecisions), Decided{}) {
		if one := s.under(d); len(one.Nominees) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// under is the part of the submission that one decision gave.
func (s *Submission) under(d Decided) *Submission {
	out := s.cut(keep(s.Nominees, func(n Nominee) bool {
		return n.Title.Level == OwnLevel && n.OnList() && paperOf(n) == paper{d.Number, d.Date}
	}))
	out.Decided = d
	return out
}

// signing is how a recorded signer stands below a paper: the name, and what stands above it.
// Registers often hold the post instead of the name (“Giám đốc Sở Nội vụ”): then the name is
// that of the one person in the post, "" where it is nobody's or several people's.
func (b *builder) signing(signer string) (name, authority, role string) {
	for _, post := range []string{headPost, deputyPost} {
		if words := tdkt.Fold(signer); words != post && !strings.HasPrefix(words, post+" ") {
			continue
		}
		authority, role = signingPost(post)
		for _, p := range b.Snapshot.People {
			a, r := signingPost(b.roll.who(tdkt.PersonSubject(p.ID)).Position)
			if a != authority || r != role {
				continue
			}
			if name != "" {
				return "", authority, role
			}
			name = p.Name
		}
		return name, authority, role
	}
	authority, role = b.postOfSigner(signer)
	return signer, authority, role
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

// The posts that sign for a department, without accents.
const headPost, deputyPost = "giam doc", "pho giam doc"

// signingPost is what stands above a name by the post of its owner.
func signingPost(position string) (authority, role string) {
	switch post := tdkt.Fold(position); {
	case post == headPost || post == headPost+" so":
		return "GIÁM ĐỐC", ""
	case post == deputyPost || post == deputyPost+" so":
		return "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"
	}
	return "", ""
}
