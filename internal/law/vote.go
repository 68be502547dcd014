package law

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"tdkt/internal/tdkt"
)

// VoteRule is the least share of all members of the Council that a title asks for, or
// that a meeting needs to be held.
type VoteRule struct {
	Percent int  // of all members, those absent included
	More    bool // strictly more than Percent
	Secret  bool // by secret ballot
	Ballot  bool // by ballot, secret or not
	Known   bool // false: the province or the Sở has not set it
	Cite    string
	Mark    string
}

// Judge says whether a number of members is share enough: unknown where no share is set.
func (v VoteRule) Judge(votes, members int) Answer {
	switch {
	case !v.Known || members <= 0:
		return Unknown
	case votes*100 > v.Percent*members || !v.More && votes*100 == v.Percent*members:
		return Yes
	}
	return No
}

// Words say the share: 80%, quá nửa.
func (v VoteRule) Words() string {
	if v.More && v.Percent == half {
		return majority
	}
	return fmt.Sprintf("%d%%", v.Percent)
}

// vote is a share as a regime file writes it.
type vote struct {
	Title      string // code; "" for every title not named
	Percent    int    // 0: the local value says
	Local      string
	Secret     bool
	Ballot     bool
	Cite, Mark string
}

// council is one file of how Councils vote, by the decree of its days.
type council struct {
	file       string
	from, till tdkt.Day // till zero: in force
	votes      []vote
	quorum     *vote
}

type councilFile struct {
	ID, Name   string
	From, Till date
	Source     map[string]source
	Vote       []vote
	Quorum     *vote
}

// loadCouncils reads the book of votes.
func (r *Rules) loadCouncils(dir fs.FS) error {
	names, err := files(dir, "council")
	if err != nil {
		return err
	}
	for _, name := range names {
		var file councilFile
		if _, err := decode(dir, name, &file); err != nil {
			return err
		}
		c := council{file: name, from: file.From.Day, till: file.Till.Day}
		if err := r.addCouncil(&c, &file); err != nil {
			return fmt.Errorf("law: %s: %w", name, err)
		}
		if n := len(r.councils); n > 0 && (r.councils[n-1].till == 0 || r.councils[n-1].till.Next() != c.from) {
			return fmt.Errorf("law: %s: from %s does not follow till of %s", name, c.from, r.councils[n-1].file)
		}
		r.councils = append(r.councils, c)
	}
	return nil
}

func (r *Rules) addCouncil(c *council, file *councilFile) error {
	if c.from == 0 {
		return errors.New("from must be given")
	}
	for _, v := range file.Vote {
		checked, err := r.vote(v, file)
		if err != nil {
			return fmt.Errorf("vote %q: %w", v.Title, err)
		}
		if slices.ContainsFunc(c.votes, func(o vote) bool { return o.Title == v.Title }) {
			return fmt.Errorf("vote %q is written twice", v.Title)
		}
		c.votes = append(c.votes, checked)
	}
	if file.Quorum == nil {
		return nil
	}
	q, err := r.vote(*file.Quorum, file)
	if err != nil {
		return fmt.Errorf("quorum: %w", err)
	}
	c.quorum = &q
	return nil
}

// vote checks one share.
func (r *Rules) vote(v vote, file *councilFile) (vote, error) {
	words, err := r.clause(file.Source, v.Cite, v.Mark, file.From.Day, file.Till.Day)
	if err != nil {
		return v, err
	}
	_, known := r.Code(v.Title)
	number := func(g *Regime) bool { return g.key(v.Local).Kind == LocalShare }
	switch {
	case v.Title != "" && !known:
		return v, errors.New("title is not in the catalogue")
	case (v.Percent > 0) == (v.Local != "") || v.Percent > 100:
		return v, errors.New("exactly one of percent and local must be given")
	case v.Local != "" && !slices.ContainsFunc(r.Regimes, number):
		return v, errors.New("its local key is declared as a number nowhere")
	}
	v.Cite = words
	return v, nil
}

// council is the file of a day, nil before the first.
func (r *Rules) council(on tdkt.Day) *council {
	var out *council
	for i := range r.councils {
		if r.councils[i].from <= on {
			out = &r.councils[i]
		}
	}
	return out
}

// Vote is the share of all members that a title asks for in a year before the day of the
// meeting is known: by the decree in force at the end of the year.
func (r *Rules) Vote(f *Facts, year int, title string) (VoteRule, error) {
	return r.VoteOn(f, tdkt.LastDay(year), year, title)
}

// VoteOn is the share of all members that a title of a year asks for in a meeting on a day,
// by the decree of that day.
func (r *Rules) VoteOn(f *Facts, on tdkt.Day, year int, title string) (VoteRule, error) {
	if _, err := r.Criteria(year); err != nil {
		return VoteRule{}, err
	}
	var rest VoteRule
	c := r.council(on)
	if c == nil {
		return rest, nil
	}
	for _, v := range c.votes {
		switch v.Title {
		case title:
			return f.voteRule(on, year, v), nil
		case "":
			rest = f.voteRule(on, year, v)
		}
	}
	return rest, nil
}

// QuorumOn is the share of all members that must take part for a meeting on a day to be
// held; local values are those of the year it is about.
func (r *Rules) QuorumOn(f *Facts, on tdkt.Day, year int) (VoteRule, error) {
	if _, err := r.Criteria(year); err != nil {
		return VoteRule{}, err
	}
	c := r.council(on)
	if c == nil || c.quorum == nil {
		return VoteRule{}, nil
	}
	return f.voteRule(on, year, *c.quorum), nil
}

// voteRule puts the local value in place where the file leaves the share to it.
func (f *Facts) voteRule(on tdkt.Day, year int, v vote) VoteRule {
	rule := VoteRule{Percent: v.Percent, Secret: v.Secret, Ballot: v.Ballot || v.Secret, Known: v.Percent > 0, Cite: v.Cite, Mark: v.Mark}
	if v.Local == "" {
		return rule
	}
	l, _ := f.localOn(on, year, v.Local)
	rule.Percent, rule.More, rule.Known = localShare(l.Value)
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

// voteUses is what the Council reads a local value of a year for: in meetings of the year
// and of the next, when most of its titles are voted on.
func (r *Rules) voteUses(year int, key string) []LocalUse {
	var out []LocalUse
	add := func(use LocalUse) {
		if !slices.Contains(out, use) {
			out = append(out, use)
		}
	}
	for _, c := range r.councils {
		if c.from > tdkt.LastDay(year+1) || c.till != 0 && c.till < tdkt.FirstDay(year) {
			continue
		}
		for _, v := range c.votes {
			if v.Local != key {
				continue
			}
			use := LocalUse{Name: voteAll, Why: voteWhy, Empty: emptyPercent}
			if info, ok := r.Code(v.Title); ok {
				use.Title, use.Name = info.Code, info.Name
			}
			add(use)
		}
		if c.quorum != nil && c.quorum.Local == key {
			add(LocalUse{Name: voteOf, Why: quorumWhy, Empty: quorumFree})
		}
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
			cite, err := r.clause(file.Source, g.Cite, g.Mark, book.from, 0)
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
