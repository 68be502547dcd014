package law

import (
	"errors"
	"fmt"
	"io/fs"

	"tdkt/internal/tdkt"
)

// VoteRule is the least share of all members of the Council that a title asks for, or
// that a meeting needs to be held.
type VoteRule struct {
	Percent int  // of all members, those absent included
	Secret  bool // by secret ballot
	Known   bool // false: the province or the Sở has not set it
	Cite    string
	Mark    string
}

// Judge says whether a number of members is share enough: unknown where no share is set.
func (v VoteRule) Judge(votes, members int) Answer {
	switch {
	case !v.Known || members <= 0:
		return Unknown
	case votes*100 >= v.Percent*members:
		return Yes
	}
	return No
}

// vote is a share as a regime file writes it.
type vote struct {
	Title      string // code; "" for every title not named
	Percent    int    // 0: the local value says
	Local      string
	Secret     bool
	Cite, Mark string
}

func (b *builder) vote(v vote) (vote, error) {
	cite, err := cites(b.sources, v.Cite)
	if err != nil {
		return v, err
	}
	_, known := b.r.Code(v.Title)
	switch {
	case v.Title != "" && !known:
		return v, errors.New("title is not in the catalogue")
	case !knownMark(v.Mark):
		return v, errors.New("mark is unknown")
	case (v.Percent > 0) == (v.Local != "") || v.Percent > 100:
		return v, errors.New("exactly one of percent and local must be given")
	case v.Local != "" && b.g.key(v.Local).Kind != LocalNumber:
		return v, errors.New("its local key is not declared as a number")
	}
	v.Cite = cite
	if b.g.Note != "" {
		v.Cite += " (" + b.g.Note + ")"
	}
	return v, nil
}

// votes checks the shares of a file and keeps them.
func (b *builder) votes(file *criteriaFile) error {
	for _, v := range file.Vote {
		checked, err := b.vote(v)
		if err != nil {
			return fmt.Errorf("vote %q: %w", v.Title, err)
		}
		for _, o := range b.g.votes {
			if o.Title == v.Title {
				return fmt.Errorf("vote %q is written twice", v.Title)
			}
		}
		b.g.votes = append(b.g.votes, checked)
	}
	if file.Quorum == nil {
		return nil
	}
	q, err := b.vote(*file.Quorum)
	if err != nil {
		return fmt.Errorf("quorum: %w", err)
	}
	b.g.quorum = &q
	return nil
}

// Vote is the share of all members that a title asks for in a year.
func (r *Rules) Vote(f *Facts, year int, title string) (VoteRule, error) {
	g, err := r.Criteria(year)
	if err != nil {
		return VoteRule{}, err
	}
	var rest VoteRule
	for _, v := range g.votes {
		switch v.Title {
		case title:
			return f.voteRule(year, v), nil
		case "":
			rest = f.voteRule(year, v)
		}
	}
	return rest, nil
}

// Quorum is the share of all members that must take part for a meeting of a year to be
// held.
func (r *Rules) Quorum(f *Facts, year int) (VoteRule, error) {
	g, err := r.Criteria(year)
	if err != nil || g.quorum == nil {
		return VoteRule{}, err
	}
	return f.voteRule(year, *g.quorum), nil
}

// voteRule puts the local value in place where the file leaves the share to it.
func (f *Facts) voteRule(year int, v vote) VoteRule {
	rule := VoteRule{Percent: v.Percent, Secret: v.Secret, Known: v.Percent > 0, Cite: v.Cite, Mark: v.Mark}
	if v.Local == "" {
		return rule
	}
	l := f.locals[localKey{year, v.Local}]
	rule.Percent, rule.Known = localNumber(l.Value)
	if rule.Known {
		rule.Cite, rule.Mark = localCite(l), localMark(l)
	}
	return rule
}

// The words of a LocalUse in the Council.
const (
	voteAll    = "Các danh hiệu, hình thức khác"
	voteOf     = "Biểu quyết của Hội đồng"
	voteWhy    = "Tỷ lệ phiếu đồng ý tối thiểu, tính trên tổng số thành viên Hội đồng."
	quorumWhy  = "Tỷ lệ thành viên tối thiểu để Hội đồng họp."
	quorumFree = "không kiểm tra"
)

// voteUses is what the Council reads a local value for.
func (r *Rules) voteUses(g *Regime, key string) []LocalUse {
	var out []LocalUse
	for _, v := range g.votes {
		if v.Local != key {
			continue
		}
		use := LocalUse{Name: voteAll, Why: voteWhy, Empty: emptyPercent}
		if c, ok := r.Code(v.Title); ok {
			use.Title, use.Name = c.Code, c.Name
		}
		out = append(out, use)
	}
	if g.quorum != nil && g.quorum.Local == key {
		out = append(out, LocalUse{Name: voteOf, Why: quorumWhy, Empty: quorumFree})
	}
	return out
}

// Ground is a case in which a decision is revoked, with its article.
type Ground struct{ Text, Cite, Mark string }

// grounds is the cases one law names, for revocations decided from a day on.
type grounds struct {
	from tdkt.Day
	list []Ground
}

type groundFile struct {
	From   date
	Source map[string]source
	Ground []Ground
}

// loadGrounds reads the book of revocations, oldest first.
func (r *Rules) loadGrounds(dir fs.FS) error {
	names, err := files(dir, "revocation")
	if err != nil {
		return err
	}
	for _, name := range names {
		var file groundFile
		if _, err := decode(dir, name, &file); err != nil {
			return err
		}
		book := grounds{from: file.From.Day}
		if book.from == 0 || len(file.Ground) == 0 {
			return fmt.Errorf("law: %s: from and ground must be given", name)
		}
		for _, g := range file.Ground {
			cite, err := cites(file.Source, g.Cite)
			if err != nil || g.Text == "" || !knownMark(g.Mark) {
				return fmt.Errorf("law: %s: ground %q: text, cite or mark is not right: %w", name, g.Text, err)
			}
			g.Cite = cite
			book.list = append(book.list, g)
		}
		r.grounds = append(r.grounds, book)
	}
	return nil
}

// Grounds lists the cases in which a decision is revoked, by the law in force on a day.
func (r *Rules) Grounds(on tdkt.Day) []Ground {
	var out []Ground
	for _, g := range r.grounds {
		if g.from <= on {
			out = g.list
		}
	}
	return append([]Ground(nil), out...)
}
