package law

import (
	"iter"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// need is one condition as a regime file writes it. Which of the words after
// Mark it may use is said by its verb; see verbs.
type need struct {
	ID    string
	Verb  string
	Why   string  // what is required: a Vietnamese sentence
	Cite  string  // [source] key and article; after loading, in words
	Mark  string  // V, V2, U or C
	Local string  // key of the local value that switches the need on and gives its number
	Since int     // first year it is asked of, 0: the file's first
	Until int     // last year it is asked of, 0: the file's last
	Later []later // cites from other days on, oldest first: a decree took the place of another

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
	TopPosts   []string `toml:"top_posts"` // whole names, in a unit with none above it
	Groups     []string // groups of posts of the file, whose names are added to Posts and TopPosts

	posts, topPosts []string // Posts and TopPosts as search keys
	WomenLess       int      `toml:"women_less"`  // of women one part in so many is not asked
	WomenYears      int      `toml:"women_years"` // of women so many years are not asked
	Reduced         string   // of a manual need: asked only where the need of this id is met by what women are spared alone
	Except          []string // kinds of leave that count as work
	Whom            []string // asked only of people employed so, none for all
	Place           string   // of a unit: placeOffice or placePart
	Part            []*need  // of a since need: judged over the years since
	Option          []option // of a combination: any one will do

	verb   verb
	rank   int   // of Level
	scope  int   // rank of Scope
	weight int   // of Form
	code   int   // place of Code in the catalogue
	or     []int // places of Or
	also   []int // places of Also
	title  *Title
	nested string   // the id shown inside another title: LDTT.xep-loai
	less   *need    // behind Reduced
	shared bool     // the same clause as a need before it
	kin    []string // ids of the title's needs that ask for reduced time: one judgement serves them all

	province *Regulation // whose need it is, nil: the statute's
}

// later is how a need is cited from a day on.
type later struct {
	From       date
	Cite, Mark string
}

// under is how the need is cited on a day.
func (n *need) under(on tdkt.Day) (cite, mark string) {
	cite, mark = n.Cite, n.Mark
	for _, l := range n.Later {
		if l.From.Day <= on {
			cite, mark = l.Cite, l.Mark
		}
	}
	return cite, mark
}

// asked says whether the need is asked of a year.
func (n *need) asked(year int) bool {
	return (n.Since == 0 || n.Since <= year) && (n.Until == 0 || year <= n.Until)
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
	Shared                   bool // the same clause as a need before it
	Household                bool // asked of a household in place of the others
	Verb                     string
	Local                    string     // key of the local value without which the need does not apply
	Since, Until             int        // first and last year it is asked of, 0: as the regime
	Earlier                  []NeedCite // how it was cited before
}

// NeedCite is how a need was cited until a day.
type NeedCite struct {
	Cite, Mark string
	Until      tdkt.Day
}

// info describes the need as it is cited today.
func (n *need) info(prefix, way string) NeedInfo {
	i := NeedInfo{
		ID: prefix + n.ID, Why: n.Why, Cite: n.Cite, Mark: n.Mark, Way: way,
		Manual: n.manual(), Shared: n.shared, Verb: n.Verb, Local: n.Local, Since: n.Since, Until: n.Until,
	}
	for _, l := range n.Later {
		i.Earlier = append(i.Earlier, NeedCite{i.Cite, i.Mark, l.From.Prev()})
		i.Cite, i.Mark = l.Cite, l.Mark
	}
	return i
}

// Needs lists a title's needs as its findings will show them, nested ones
// flattened. A need with a Local key shows only in years where it is set.
func (t *Title) Needs() []NeedInfo {
	out := infos(nil, t.needs, "", "")
	for _, w := range t.ways {
		out = infos(out, w.needs, "", w.name)
	}
	before := len(out)
	out = infos(out, t.house, "", "Hộ gia đình")
	for i := range out[before:] {
		out[before+i].Household = true
	}
	return out
}

func infos(out []NeedInfo, needs []*need, prefix, way string) []NeedInfo {
	for _, n := range needs {
		out = append(out, n.info(prefix, way))
		if n.title != nil {
			out = infos(out, n.title.all(), n.title.Code+".", way)
		}
		out = infos(out, n.Part, prefix, way)
	}
	return out
}

// all is every need of the title, common ones first.
func (t *Title) all() []*need { return slices.Collect(t.each()) }

// each gives the needs as all does, without a list of them.
func (t *Title) each() iter.Seq[*need] {
	return func(yield func(*need) bool) {
		for _, n := range t.needs {
			if !yield(n) {
				return
			}
		}
		for _, w := range t.ways {
			for _, n := range w.needs {
				if !yield(n) {
					return
				}
			}
		}
		for _, n := range t.house {
			if !yield(n) {
				return
			}
		}
	}
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
