package dossier

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Standing says what one case comes to, from the facts: what the law says of it, what the
// Council voted, what was decided by which document, and whether it stands on the list of
// its level. It is computed here and nowhere else; screens, lists, papers, figures and the
// self-check print it.
type Standing struct {
	Who
	Title      Title
	Round      tdkt.Round
	Nomination tdkt.Nomination // without a key: nobody proposed the case yet
	Law        law.Result
	Vote       Vote
	Given      *GivenBy // nil before a decision
	Faults     []Fault  // what stands against it, gravest first
	OnList     bool     // goes into the papers of the level that decides it
}

// Vote is the Council's vote on a case.
type Vote struct {
	Rule      law.VoteRule
	Ballot    tdkt.Ballot // zero before votes were typed
	Entered   bool        // votes were typed
	Published bool        // the result was made known
	// Answer is Yes or No by the least share, counted also before the result is made known;
	// Unknown while votes are missing or where no share is set.
	Answer law.Answer
}

// Needed says whether the title asks for a vote: the law or the Council's own rules set a
// least share or a ballot for it.
func (v Vote) Needed() bool { return v.Rule.Known || v.Rule.Ballot }

// Words is the vote as lists print it: “8/9 phiếu (88,9%), cần 90%”; "" before one.
func (v Vote) Words() string {
	if !v.Entered {
		return ""
	}
	words := fmt.Sprintf("%d/%d phiếu (%s)", v.Ballot.For, v.Ballot.Members, v.Ballot.Share())
	if v.Rule.Known {
		words += ", cần " + v.Rule.Words()
	}
	return words
}

// GivenBy is the decision that gave a title, and the bonus it came with in đồng.
type GivenBy struct {
	Decision tdkt.Decision
	Award    tdkt.ID
	Amount   int64
}

// Reason is why a case does not simply go on.
type Reason string

// The reasons, gravest first, as groups of cases name them.
const (
	NotMet    Reason = "không đủ điều kiện"
	VotedDown Reason = "Hội đồng không thông qua"
	NoBallot  Reason = "chưa biểu quyết"
	VoteOpen  Reason = "phiếu chưa cho kết quả"
	OnHold    Reason = "đang tạm dừng xét"
	Turned    Reason = "cấp trên không công nhận"
	TakenBack Reason = "đã rút hoặc trả lại"
	Twice     Reason = "đã được tặng theo quyết định khác"
	NotKnown  Reason = "thiếu dữ liệu"
)

// Reasons lists them, gravest first.
func Reasons() []Reason {
	return []Reason{NotMet, VotedDown, NoBallot, VoteOpen, OnHold, Turned, TakenBack, Twice, NotKnown}
}

// Need is what an exception must name to cover the reason; false for one that nobody can
// allow, since the case itself was ended.
func (r Reason) Need() (need string, may bool) {
	switch r {
	case VotedDown, NoBallot, VoteOpen:
		return tdkt.NeedVote, true
	case OnHold:
		return tdkt.NeedHold, true
	case Twice:
		return tdkt.NeedTwice, true
	case NotMet, NotKnown:
		return "", true
	case Turned, TakenBack:
	}
	return "", false
}

// Fault is one thing that stands against a case. Covered says that a competent person let
// the case go on all the same: it stays visible.
type Fault struct {
	Reason  Reason
	Text    string // a whole sentence without the name of the case
	Covered bool
}

// Open lists the faults that nobody covered.
func (s Standing) Open() []Fault {
	var out []Fault
	for _, f := range s.Faults {
		if !f.Covered {
			out = append(out, f)
		}
	}
	return out
}

// Has says whether an open fault is for one of the reasons.
func (s Standing) Has(reasons ...Reason) bool {
	return slices.ContainsFunc(s.Faults, func(f Fault) bool { return !f.Covered && slices.Contains(reasons, f.Reason) })
}

// covered says whether a fault for the reason stands and a competent person let it pass.
func (s Standing) covered(r Reason) bool {
	return slices.ContainsFunc(s.Faults, func(f Fault) bool { return f.Reason == r && f.Covered })
}

// StateWords says how far a case is in a few words, as every screen prints it: what was
// decided, else what the Council's vote came to, also before its result is made known, else
// the step it is at.
func (s Standing) StateWords() string {
	state := string(s.Nomination.State)
	switch {
	case s.Given != nil:
		return strings.TrimSpace("công nhận " + s.Given.Decision.Number)
	case s.Has(TakenBack, Turned):
		return state
	case s.Has(VotedDown):
		return withVotes(VotedDown, s.Vote)
	case s.Has(VoteOpen):
		return withVotes(VoteOpen, s.Vote)
	case s.Has(NoBallot):
		return state + ", " + string(NoBallot)
	case s.Vote.Entered && !s.Vote.Published && s.Vote.Answer == law.Yes:
		return state + ", đủ phiếu, chờ công bố"
	}
	return state
}

func withVotes(r Reason, v Vote) string {
	if !v.Entered {
		return string(r)
	}
	return string(r) + ": " + v.Words()
}

// Own says whether the office itself decides the case.
func (s Standing) Own() bool { return s.Title.Level == OwnLevel }

// Named is the case in a list of cases: who, and for what.
func (s Standing) Named() string { return s.Name + ", " + s.Title.Short }

// Proceeding is what was done in a round, as a Standing needs it.
type Proceeding struct {
	Round tdkt.Round
	Votes map[tdkt.ID]Vote    // by nomination: the last meeting's
	Given map[tdkt.ID]GivenBy // by nomination
	// Movement is the one that a round of the kind “phong trào” is of, zero for other rounds.
	Movement tdkt.Movement
}

// voteOn is the vote on a nomination; the rule stands also before a vote.
func (b *builder) voteOn(n tdkt.Nomination, title string) (Vote, error) {
	if v, ok := b.Done.Votes[n.ID]; ok && n.ID != "" {
		return v, nil
	}
	rule, err := b.Rules.Vote(b.Facts, b.Input.Year, title)
	return Vote{Rule: rule, Answer: law.Unknown}, err
}

// standing computes what a case comes to.
func (b *builder) standing(n tdkt.Nomination, result law.Result) (Standing, error) {
	s := Standing{
		Who: b.roll.who(n.Subject), Title: b.title(n.Subject.Kind, n.Title), Round: b.Done.Round, Nomination: n, Law: result,
	}
	var err error
	if s.Vote, err = b.voteOn(n, n.Title); err != nil {
		return s, fmt.Errorf("dossier: vote on %s: %w", n.Title, err)
	}
	if g, ok := b.Done.Given[n.ID]; ok && n.ID != "" {
		s.Given = &g
	}
	b.faults(&s)
	s.OnList = s.onList()
	return s, nil
}

// onList: a case that was decided stands on its level's list; another while it is before
// somebody and the Council's vote, where one is asked for, carries it.
func (s Standing) onList() bool {
	if s.Given != nil {
		return true
	}
	return !s.Has(VotedDown, NoBallot, VoteOpen, Turned, TakenBack)
}

// leftToGiver says whether nothing but a judgement is asked for a title that is asked apart:
// whoever gives it makes that judgement, and no entry is lacking.
func (b *builder) leftToGiver(s *Standing) bool {
	t, ok := b.regime.Title(s.Subject.Kind, s.Title.Code)
	return ok && t.Apart && !slices.ContainsFunc(s.Law.Findings, func(f law.Finding) bool { return f.Answer != law.Manual })
}

// faults finds what stands against a case.
func (b *builder) faults(s *Standing) {
	add := func(r Reason, covered bool, format string, args ...any) {
		s.Faults = append(s.Faults, Fault{Reason: r, Text: fmt.Sprintf(format, args...), Covered: covered})
	}
	covers := func(need string) bool {
		return slices.ContainsFunc(s.Law.Exceptions, func(e tdkt.Exception) bool { return e.Need == need })
	}
	switch s.Law.Answer {
	case law.No:
		add(NotMet, s.Law.Excepted(), "Không đủ điều kiện%s.", failing(s.Law))
	case law.Unknown:
		if !b.leftToGiver(s) {
			add(NotKnown, covers(""), "Thiếu dữ liệu để kết luận%s.", lacking(s.Law))
		}
	case law.Yes, law.Manual:
	}
	b.voteFault(s, covers(tdkt.NeedVote), add)
	if s.Law.Hold {
		add(OnHold, covers(tdkt.NeedHold), "Đang tạm dừng xét: %s.", cmp.Or(b.holdReason(s.Subject), "không ghi lý do"))
	}
	switch s.Nomination.State {
	case tdkt.Refused:
		add(Turned, false, "Cấp trên không công nhận%s.", because(s.Nomination.Reason))
	case tdkt.Withdrawn, tdkt.Returned:
		add(TakenBack, false, "Đề nghị đã %s%s.", s.Nomination.State, because(s.Nomination.Reason))
	case tdkt.Proposed, tdkt.Considered, tdkt.Approved, tdkt.Rejected, tdkt.Submitted, tdkt.Recognised:
	}
	if other := b.givenBefore(s); other != "" {
		add(Twice, covers(tdkt.NeedTwice), "Đã được tặng %s năm %d theo quyết định %s.", s.Title.Short, b.Input.Year, other)
	}
	slices.SortStableFunc(s.Faults, func(x, y Fault) int {
		return cmp.Compare(slices.Index(Reasons(), x.Reason), slices.Index(Reasons(), y.Reason))
	})
}

// voteFault finds what the Council's vote leaves open.
func (b *builder) voteFault(s *Standing, covered bool, add func(Reason, bool, string, ...any)) {
	v := s.Vote
	switch {
	case v.Entered && v.Answer == law.No:
		add(VotedDown, covered, "Hội đồng không thông qua: %s.", v.Words())
	case s.Nomination.State == tdkt.Rejected:
		add(VotedDown, covered, "Hội đồng không thông qua%s.", because(s.Nomination.Reason))
	case !v.Needed():
	case !v.Entered:
		add(NoBallot, covered, "Hội đồng chưa biểu quyết (%s).", v.Rule.Cite)
	case v.Answer != law.Yes:
		add(VoteOpen, covered, "Phiếu chưa cho kết quả: %s.", v.Words())
	}
}

// givenBefore is the number of another decision that gave the same yearly title for the
// year, "" for none. A form may be given twice in a year.
func (b *builder) givenBefore(s *Standing) string {
	if !s.Title.Yearly || s.Title.Group != groupTitles {
		return ""
	}
	for _, a := range b.past.awards[s.Subject] {
		own := s.Given != nil && s.Given.Award == a.ID
		if a.Code == s.Title.Code && a.From <= b.Input.Year && b.Input.Year <= max(a.From, a.To) && !own {
			return cmp.Or(a.Decision, "chưa ghi số")
		}
	}
	return ""
}

// failing names the first need that fails, with its article.
func failing(r law.Result) string {
	return needWords(r, law.No)
}

// lacking names the first need that lacks data.
func lacking(r law.Result) string {
	return needWords(r, law.Unknown)
}

func needWords(r law.Result, answer law.Answer) string {
	for _, f := range r.Findings {
		if f.Answer == answer {
			return fmt.Sprintf(": %s (%s)", strings.TrimRight(f.Why, "."), f.Cite)
		}
	}
	return ""
}

func because(reason string) string {
	if reason == "" {
		return ""
	}
	return ": " + strings.TrimRight(reason, ".")
}

// Standings computes every case of a round, in the order of a submission's lists; those
// taken back are there too.
func Standings(in Input) ([]Standing, error) {
	b, err := newBuilder(in)
	if err != nil {
		return nil, err
	}
	var out []Standing
	for _, n := range in.Nominations {
		if n.Year != in.Year || n.Round != in.Done.Round.ID {
			continue
		}
		s, err := b.stood(n)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(x, y Standing) int {
		return cmp.Or(cmp.Compare(b.titleRank(x.Title), b.titleRank(y.Title)), b.roll.compare(x.Who, y.Who))
	})
	return out, nil
}

// Prospect computes cases that may not have been proposed yet, in the order asked; a
// nomination without a key is one.
func Prospect(in Input, cases []tdkt.Nomination) ([]Standing, error) {
	b, err := newBuilder(in)
	if err != nil {
		return nil, err
	}
	out := make([]Standing, len(cases))
	for i, n := range cases {
		if out[i], err = b.stood(n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (b *builder) stood(n tdkt.Nomination) (Standing, error) {
	result, err := b.Rules.Judge(b.Facts, law.Question{Year: b.Input.Year, Subject: n.Subject, Title: n.Title})
	var refused *tdkt.Error
	switch {
	case errors.As(err, &refused):
		result = law.Result{Year: b.Input.Year, Subject: n.Subject, Kind: n.Subject.Kind, Title: n.Title}
	case err != nil:
		return Standing{}, fmt.Errorf("dossier: judge %s: %w", n.Title, err)
	}
	return b.standing(n, result)
}
