package law

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// criteriaFile is one file of regimes/criteria.
type criteriaFile struct {
	ID, Name, Note string
	From, Till     int
	Review         struct {
		By string
		On date
	}
	Source   map[string]source
	Local    []localFile
	Quota    []quota
	Once     []once
	Aside    []aside
	Remark   []remark
	Movement []movement
	Posts    map[string]postGroup
	Title    []titleFile
}

// postGroup is posts that the law ranks alike.
type postGroup struct {
	Names []string // whole names, or how they begin
	Top   []string // whole names, in a unit with none above it
}

type titleFile struct {
	Code, Name, Kind, Text string
	Apart                  bool
	Need                   []*need
	Household              []*need // asked of a household in their place
	Way                    []struct {
		Name string
		Need []*need
	}
}

func (r *Rules) loadCriteria(dir fs.FS) error {
	names, err := files(dir, "criteria")
	if err != nil {
		return err
	}
	for _, name := range names {
		g, err := r.loadRegime(dir, name)
		if err != nil {
			return err
		}
		r.Regimes = append(r.Regimes, g)
	}
	return r.checkTiles()
}

// checkTiles refuses gaps and overlaps between the years of the regimes.
func (r *Rules) checkTiles() error {
	for i, g := range r.Regimes {
		last := i == len(r.Regimes)-1
		if g.Till != 0 && g.Till < g.From {
			return fmt.Errorf("law: criteria/%s: till %d lies before from %d", g.File, g.Till, g.From)
		}
		if !last && r.Regimes[i+1].From != g.Till+1 {
			return fmt.Errorf("law: criteria/%s: from %d does not follow till %d of %s",
				r.Regimes[i+1].File, r.Regimes[i+1].From, g.Till, g.File)
		}
		for _, h := range r.Regimes[:i] {
			if h.ID == g.ID {
				return fmt.Errorf("law: criteria/%s: id %s is taken by %s", g.File, g.ID, h.File)
			}
		}
	}
	return nil
}

func (r *Rules) loadRegime(dir fs.FS, name string) (*Regime, error) {
	var file criteriaFile
	sum, err := decode(dir, name, &file)
	if err != nil {
		return nil, err
	}
	if file.ID == "" || file.Name == "" || file.From == 0 {
		return nil, fmt.Errorf("law: %s: id, name and from must be given", name)
	}
	g := &Regime{
		ID: file.ID, Name: file.Name, File: base(name), From: file.From, Till: file.Till,
		Note: file.Note, SHA256: sum, ReviewedBy: file.Review.By, ReviewedOn: file.Review.On.Day,
	}
	for _, key := range slices.Sorted(maps.Keys(file.Source)) {
		s := file.Source[key]
		g.Sources = append(g.Sources, Source{Key: key, Name: s.Name, Full: s.Full, Link: s.Link, Note: s.Note, Signed: s.Signed.Day})
	}
	b := builder{r: r, g: g, sources: file.Source, posts: file.Posts}
	if err := b.build(&file); err != nil {
		return nil, fmt.Errorf("law: %s: %w", name, err)
	}
	return g, nil
}

// builder turns a decoded file into a Regime, checking as it goes.
type builder struct {
	r       *Rules
	g       *Regime
	sources map[string]source
	posts   map[string]postGroup
	kind    tdkt.SubjectKind
	ids     map[string]bool // needs of the title at hand
}

func (b *builder) build(file *criteriaFile) error {
	for _, l := range file.Local {
		if err := b.local(l); err != nil {
			return fmt.Errorf("local %q: %w", l.Key, err)
		}
	}
	for i := range file.Title {
		t := &file.Title[i]
		if err := b.provincial(t); err != nil {
			return fmt.Errorf("title %s (%s): %w", t.Code, t.Kind, err)
		}
		if err := b.title(t); err != nil {
			return fmt.Errorf("title %s (%s): %w", t.Code, t.Kind, err)
		}
	}
	for _, q := range file.Quota {
		if err := b.quota(q); err != nil {
			return fmt.Errorf("quota %s: %w", q.Title, err)
		}
	}
	b.provincialQuotas()
	if err := b.besides(file); err != nil {
		return err
	}
	return b.nest()
}

func (b *builder) title(t *titleFile) error {
	info, ok := b.r.Code(t.Code)
	b.kind = tdkt.SubjectKind(t.Kind)
	switch {
	case !ok:
		return errors.New("code is not in the catalogue")
	case !slices.Contains(info.Kinds, b.kind):
		return errors.New("the catalogue does not give the code to this kind")
	case t.Name == "":
		return errors.New("name must be given")
	case len(t.Need) == 0 && len(t.Way) == 0:
		return errors.New("title has no need")
	}
	if _, twice := b.g.Title(b.kind, t.Code); twice {
		return errors.New("title is written twice")
	}
	out := &Title{
		Code: t.Code, Name: t.Name, Short: info.Short, Kind: b.kind,
		Group: info.Group, Level: info.Level, Text: strings.TrimSpace(t.Text), Apart: t.Apart, needs: t.Need,
	}
	b.ids = map[string]bool{}
	t.spread()
	out.needs = t.Need
	if err := b.needs(t.Need, false); err != nil {
		return err
	}
	for i, w := range t.Way {
		if w.Name == "" || len(w.Need) == 0 {
			return fmt.Errorf("way %d has no name or no need", i+1)
		}
		if err := b.needs(w.Need, false); err != nil {
			return err
		}
		out.ways = append(out.ways, way{name: fmt.Sprintf("Cách %d: %s", i+1, w.Name), needs: w.Need})
	}
	if err := b.household(out, t.Household); err != nil {
		return err
	}
	b.g.Titles = append(b.g.Titles, out)
	return nil
}

// household takes the needs that are asked of a household in place of a collective's.
func (b *builder) household(t *Title, needs []*need) error {
	if len(needs) > 0 && t.Kind != tdkt.AUnit {
		return errors.New("a household's needs stand in a title of a person")
	}
	t.house = needs
	return b.needs(needs, false)
}

// everyWay in a manual need's Reduced: it is asked in each way that women are spared time in.
const everyWay = "*"

// spread puts a need of every way into each of them: one clause, judged way by way.
func (t *titleFile) spread() {
	i := slices.IndexFunc(t.Need, func(n *need) bool { return n.Reduced == everyWay })
	if i < 0 {
		return
	}
	whole, told := t.Need[i], false
	t.Need = slices.Delete(t.Need, i, i+1)
	for w := range t.Way {
		for _, n := range slices.Clone(t.Way[w].Need) {
			if n.womenMonths() < 12*n.N {
				own := *whole
				own.ID, own.Reduced, own.shared = whole.ID+"-"+n.ID, n.ID, told
				own.Later = slices.Clone(whole.Later)
				t.Way[w].Need = append(t.Way[w].Need, &own)
				told = true
			}
		}
	}
}

func (b *builder) needs(list []*need, inside bool) error {
	for _, n := range list {
		if err := b.need(n, inside); err != nil {
			return fmt.Errorf("need %q: %w", n.ID, err)
		}
	}
	return nil
}

// need checks one need and finds what its words stand for.
func (b *builder) need(n *need, inside bool) error {
	if n.ID == "" || strings.ContainsAny(n.ID, ". ") || b.ids[n.ID] {
		return errors.New("id is empty, written twice or holds a dot or a space")
	}
	b.ids[n.ID] = true
	v, ok := verbs()[n.Verb]
	switch {
	case !ok:
		return fmt.Errorf("verb %q is unknown", n.Verb)
	case inside && !v.inSince:
		return fmt.Errorf("verb %q cannot stand inside a since need", n.Verb)
	case v.kind != "" && v.kind != b.kind:
		return fmt.Errorf("verb %q is not for this kind of subject", n.Verb)
	case n.Why == "":
		return errors.New("why must be given")
	}
	n.verb = v
	if n.province == nil { // the province's own are cited by its document
		if err := b.dated(n); err != nil {
			return err
		}
	}
	if err := b.people(n); err != nil {
		return err
	}
	if err := n.checkWords(inside); err != nil {
		return err
	}
	if err := b.resolve(n); err != nil {
		return err
	}
	return b.inner(n)
}

// people finds the posts of the need's groups, and checks whom it is asked of.
func (b *builder) people(n *need) error {
	for _, name := range n.Groups {
		g, ok := b.posts[name]
		if !ok {
			return fmt.Errorf("group %q is not in [posts] of the file", name)
		}
		n.Posts, n.TopPosts = append(n.Posts, g.Names...), append(n.TopPosts, g.Top...)
	}
	for _, way := range n.Whom {
		if b.kind != tdkt.APerson || !slices.Contains(tdkt.Employments(), tdkt.Employment(way)) {
			return fmt.Errorf("whom %q is no kind of people", way)
		}
	}
	n.posts, n.topPosts = folded(n.Posts), folded(n.TopPosts)
	return nil
}

// dated checks how the need is cited, each cite over the days it is used: from the end of
// the first year the need is asked of to the end of the last.
func (b *builder) dated(n *need) error {
	first, last := max(b.g.From, n.Since), b.g.Till
	if n.Until != 0 && (last == 0 || n.Until < last) {
		last = n.Until
	}
	if last != 0 && last < first {
		return errors.New("since and until leave no year")
	}
	from, end := tdkt.LastDay(first), tdkt.Day(0)
	if last != 0 {
		end = tdkt.LastDay(last)
	}
	all := append([]later{{Cite: n.Cite, Mark: n.Mark}}, n.Later...)
	for i := range all {
		l := &all[i]
		if i > 0 {
			from = max(from, l.From.Day)
		}
		till := end
		if i+1 < len(all) {
			till = all[i+1].From.Prev()
			if all[i+1].From.Day <= l.From.Day {
				return errors.New("later cites are out of order")
			}
		}
		used, unused := from, till
		if till != 0 && till < from {
			used, unused = 0, 0 // no day of these years is before the later cite
		}
		words, err := b.r.clause(b.sources, l.Cite, l.Mark, used, unused)
		if err != nil {
			return err
		}
		if l.Cite = words; b.g.Note != "" {
			l.Cite += " (" + b.g.Note + ")"
		}
	}
	n.Cite, n.Later = all[0].Cite, all[1:]
	return nil
}

// inner checks the parts of a since need and the options of a combination.
func (b *builder) inner(n *need) error {
	if err := b.needs(n.Part, true); err != nil {
		return err
	}
	for i := range n.Option {
		o := &n.Option[i]
		for j := range o.Count {
			place, ok := b.r.place[o.Count[j].Code]
			if !ok || o.Count[j].N < 1 {
				return fmt.Errorf("option %d: count of %q is not right", i+1, o.Count[j].Code)
			}
			o.Count[j].code = place
		}
	}
	return nil
}

// resolve finds the ranks and catalogue places behind a need's words.
func (b *builder) resolve(n *need) error {
	n.rank = levelRank(tdkt.Level(n.Level))
	n.scope = scopeRank(tdkt.Scope(n.Scope))
	n.weight = penaltyRank(tdkt.Penalty(n.Form))
	for _, w := range []struct {
		name, word string
		rank       int
	}{{"level", n.Level, n.rank}, {"scope", n.Scope, n.scope}, {"form", n.Form, n.weight}} {
		if w.word != "" && w.rank == 0 {
			return fmt.Errorf("%s %q is unknown", w.name, w.word)
		}
	}
	for _, k := range n.Kinds {
		if k != string(tdkt.Innovation) && k != string(tdkt.Study) {
			return fmt.Errorf("kind %q is unknown", k)
		}
	}
	if n.Local != "" && b.g.key(n.Local).Kind == "" {
		return fmt.Errorf("local %q is not declared in the file", n.Local)
	}
	return b.codes(n)
}

// codes finds the catalogue places of the codes a need names.
func (b *builder) codes(n *need) (err error) {
	if n.or, err = b.places(n.Or); err != nil {
		return err
	}
	if n.also, err = b.places(n.Also); err != nil || n.Code == "" {
		return err
	}
	one, err := b.places([]string{n.Code})
	if err == nil {
		n.code = one[0]
	}
	return err
}

func (b *builder) places(codes []string) ([]int, error) {
	var out []int
	for _, c := range codes {
		p, ok := b.r.place[c]
		if !ok {
			return nil, fmt.Errorf("code %q is not in the catalogue", c)
		}
		out = append(out, p)
	}
	return out, nil
}

// nest ties each meets need to its title. Nesting is one deep, so that ids stay
// readable: LDTT.xep-loai.
func (b *builder) nest() error {
	for _, t := range b.g.Titles {
		for _, n := range t.all() {
			n.own(t.Code)
			if n.Verb != "meets" {
				continue
			}
			inner, ok := b.g.Title(t.Kind, n.Code)
			if !ok || slices.ContainsFunc(inner.all(), func(m *need) bool { return m.Verb == "meets" || m.Verb == "since" }) {
				return fmt.Errorf("title %s: need %q: %s is no title that can be nested", t.Code, n.ID, n.Code)
			}
			n.title = inner
		}
		if err := t.reduced(); err != nil {
			return err
		}
	}
	for _, t := range b.g.Titles {
		t.size = len(t.Needs())
	}
	return nil
}

// reduced ties each need that is asked only where time was reduced to the need that was.
func (t *Title) reduced() error {
	var kin []string
	for _, n := range t.all() {
		if n.Reduced != "" {
			kin = append(kin, n.ID)
		}
	}
	for _, n := range t.all() {
		if n.Reduced == "" {
			continue
		}
		n.kin = kin
		i := slices.IndexFunc(t.all(), func(m *need) bool { return m.ID == n.Reduced && m.womenMonths() < 12*m.N })
		if i < 0 {
			return fmt.Errorf("title %s: need %q: no need %q reduces time", t.Code, n.ID, n.Reduced)
		}
		n.less = t.all()[i]
	}
	return nil
}

// own gives a need and its parts their title's ids.
func (n *need) own(title string) {
	n.nested = title + "." + n.ID
	for _, p := range n.Part {
		p.own(title)
	}
}
