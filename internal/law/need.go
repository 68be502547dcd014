package law

import (
	"strings"

	"tdkt/internal/tdkt"
)

// need is one condition as a regime file writes it. Which of the words after
// Mark it may use is said by its verb; see verbs.
type need struct {
	ID    string
	Verb  string
	Why   string // what is required: a Vietnamese sentence
	Cite  string // [source] key and article; after loading, in words
	Mark  string // V, V2, U or C
	Local string // key of the local value that switches the need on and gives its number

	Level      string   // rating at least
	Or         []string // codes that do as well as the rating
	From, To   int      // years judged, counted from the year judged: -2 to 0
	Step       int      // every Step-th year only
	Last       int      // inside since: only the last so many years
	ExceptLast int      `toml:"except_last"` // inside since: all years but the last so many
	N          int      // how many
	Scope      string   // initiatives recognised at least so far
	Kinds      []string // kinds of initiatives that count
	OneKind    bool     `toml:"one_kind"` // all N of one kind
	Code       string
	Also       []string // codes that count as Code in a share
	Percent    int
	More       bool // strictly more than Percent
	Form       string
	Posts      []string // names of posts, or how they begin
	TopPosts   []string `toml:"top_posts"`  // whole names, in a unit with none above it
	WomenLess  int      `toml:"women_less"` // of women one part in so many is not asked
	Part       []*need  // of a since need: judged over the years since
	Option     []option // of a combination: any one will do

	verb   verb
	rank   int   // of Level
	scope  int   // rank of Scope
	weight int   // of Form
	code   int   // place of Code in the catalogue
	or     []int // places of Or
	also   []int // places of Also
	title  *Title
	nested string // the id shown inside another title: LDTT.xep-loai
}

// option is one combination of awards.
type option struct {
	Count []count
}

// count asks for N awards of a code.
type count struct {
	Code string
	N    int
	code int
}

// manual says whether the need is left to a person's judgement.
func (n *need) manual() bool { return n.Verb == "manual" }

// NeedInfo describes one need of a title without judging it.
type NeedInfo struct {
	ID, Why, Cite, Mark, Way string
	Manual                   bool
	Verb                     string
	Local                    string // key of the local value without which the need does not apply
}

// Needs lists a title's needs as its findings will show them, nested ones
// flattened. A need with a Local key shows only in years where it is set.
func (t *Title) Needs() []NeedInfo {
	out := infos(nil, t.needs, "", "")
	for _, w := range t.ways {
		out = infos(out, w.needs, "", w.name)
	}
	return out
}

func infos(out []NeedInfo, needs []*need, prefix, way string) []NeedInfo {
	for _, n := range needs {
		out = append(out, NeedInfo{
			ID: prefix + n.ID, Why: n.Why, Cite: n.Cite, Mark: n.Mark, Way: way,
			Manual: n.manual(), Verb: n.Verb, Local: n.Local,
		})
		if n.title != nil {
			out = infos(out, n.title.all(), n.title.Code+".", way)
		}
		out = infos(out, n.Part, prefix, way)
	}
	return out
}

// all is every need of the title, common ones first.
func (t *Title) all() []*need {
	out := append([]*need(nil), t.needs...)
	for _, w := range t.ways {
		out = append(out, w.needs...)
	}
	return out
}

// NeedFor says which need of a regime a tick row means. A need nested in a title
// ("LDTT.pham-chat" under CSTDCS) is the same judgement as the title's own, so the
// answer names the title and id it is kept under. ok is false when there is no such need.
func (g *Regime) NeedFor(kind tdkt.SubjectKind, title, id string) (ownTitle, ownID string, manual, ok bool) {
	t, found := g.Title(kind, title)
	if !found {
		return "", "", false, false
	}
	for _, n := range t.Needs() {
		if n.ID == id {
			ownTitle, ownID = canonical(title, id)
			return ownTitle, ownID, n.Manual, true
		}
	}
	return "", "", false, false
}

// canonical moves a nested id to the title it belongs to.
func canonical(title, id string) (string, string) {
	for {
		at := strings.IndexByte(id, '.')
		if at < 0 {
			return title, id
		}
		title, id = id[:at], id[at+1:]
	}
}
