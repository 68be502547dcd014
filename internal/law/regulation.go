package law

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"tdkt/internal/tdkt"
)

// Regulation (quy định của tỉnh) is what a province sets on its own in one document: values
// where the statute leaves them to it, needs beyond the statute's, and what follows for
// papers, days and who decides. Its file is TOML that an office may write, load and pass on.
type Regulation struct {
	Province string  `toml:"province"`
	Type     string  `toml:"type"`   // Quyết định
	Number   string  `toml:"number"` // 86/2025/QĐ-UBND
	Issuer   string  `toml:"issuer"`
	Title    string  `toml:"title"` // trích yếu
	Signed   FileDay `toml:"signed"`
	InForce  FileDay `toml:"in_force"`

	FirstYear int `toml:"first_year"`          // first year judged by it
	LastYear  int `toml:"last_year,omitempty"` // last one, 0: until another takes its place

	Values    []RegValue    `toml:"value"`
	Needs     []RegNeed     `toml:"need"`
	Quotas    []RegQuota    `toml:"quota"`
	Deadlines []RegDeadline `toml:"deadline"`
	Papers    []RegPaper    `toml:"paper"`
	Decides   []RegDecides  `toml:"decides"`
	Addresses []RegAddress  `toml:"address"`

	id tdkt.ID // of the row that keeps it
}

// RegValue is a local value; see LocalKey.
type RegValue struct {
	Key    string `toml:"key"`
	Value  string `toml:"value"`
	Clause string `toml:"clause,omitempty"`
}

// RegNeed is a need beside those of the statute, as an Ask with its value.
type RegNeed struct {
	Title  string `toml:"title"` // code
	For    string `toml:"for"`   // cá nhân, tập thể
	Ask    string `toml:"ask"`
	Value  string `toml:"value,omitempty"`
	Why    string `toml:"why,omitempty"` // in the regulation's own words
	Clause string `toml:"clause,omitempty"`
}

// RegQuota is a cap on a title where the statute and the local values have none.
type RegQuota struct {
	Title    string `toml:"title"`
	Of       string `toml:"of"`
	Percent  int    `toml:"percent"`
	Rounding string `toml:"rounding"`
	Clause   string `toml:"clause,omitempty"`
}

// RegDeadline is a day of each year, dd/mm, or so many days before a round's own day.
type RegDeadline struct {
	Name   string   `toml:"name"`
	Day    string   `toml:"day,omitempty"`
	Before int      `toml:"before,omitempty"`
	Rounds []string `toml:"rounds,omitempty"` // kinds of rounds
	Clause string   `toml:"clause,omitempty"`
}

// RegPaper is a paper that dossiers for titles need beside those of the law.
type RegPaper struct {
	Name   string   `toml:"name"`
	For    []string `toml:"for"` // codes, or groups of the catalogue
	Clause string   `toml:"clause,omitempty"`
}

// RegDecides says at which level a title is decided.
type RegDecides struct {
	Title  string `toml:"title"`
	Level  string `toml:"level"`
	Clause string `toml:"clause,omitempty"`
}

// RegAddress is how papers call somebody.
type RegAddress struct {
	Of     string `toml:"of"` // AddressOfDossiers
	Value  string `toml:"value"`
	Clause string `toml:"clause,omitempty"`
}

// AddressOfDossiers is what a RegAddress may be of: whom the proposals are sent to.
const AddressOfDossiers = "nơi nhận hồ sơ"

// FileDay is a day as an office writes it: 03/12/2025.
type FileDay struct{ tdkt.Day }

// MarshalText writes the day as people do.
func (d FileDay) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a day as people write it.
func (d *FileDay) UnmarshalText(text []byte) (err error) {
	d.Day, err = tdkt.ParseVN(strings.TrimSpace(string(text)))
	return err
}

// Name is the regulation as findings cite it: Quyết định 86/2025/QĐ-UBND.
func (g *Regulation) Name() string { return g.Type + " " + g.Number }

// Citation names the regulation as a base of a paper, after Decree 30/2020.
func (g *Regulation) Citation() string {
	return fmt.Sprintf("%s số %s %s của %s %s", g.Type, g.Number, g.Signed.Long(), g.Issuer, g.Title)
}

// Holds says whether a year is judged by the regulation.
func (g *Regulation) Holds(year int) bool {
	return g.FirstYear <= year && (g.LastYear == 0 || year <= g.LastYear)
}

// cite names a clause of the regulation, or the whole where none is given.
func (g *Regulation) cite(clause string) string {
	words := g.Name() + dated(g.Signed.Day)
	if clause != "" {
		words += ", " + clause
	}
	return words
}

// Text is the regulation's file.
func (g *Regulation) Text() string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "# %s\n\n", g.Name())
	if err := toml.NewEncoder(&out).Encode(g); err != nil {
		panic(fmt.Sprintf("law: a regulation cannot be written: %v", err)) // plain fields alone
	}
	return out.String()
}

// provinceBook is the folder of what provinces may ask, and of examples.
const (
	provinceBook = "province"
	asksFile     = provinceBook + "/asks.toml"
)

// Ask is a need that a province may add to a title, with one word left open.
type Ask struct {
	ID, Name string
	For      tdkt.SubjectKind // "" for both
	Kind     string           // of the value, "" where none is asked for

	ask askFile
}

type askFile struct {
	ID, Name, For, Verb, Word, Kind, Why string
	Most                                 int
	With                                 need // the words that are not left open
}

// The kinds of an Ask's value beside those of local values.
const (
	askLevel = "mức xếp loại"
	askPlace = "tập thể được xét"
	askWords = "lời của tiêu chí"
)

// loadAsks reads what a province may ask; a draft of other books need not bring it.
func (r *Rules) loadAsks(dir fs.FS) error {
	if _, err := fs.Stat(dir, asksFile); err != nil {
		return nil //nolint:nilerr // see above
	}
	var file struct{ Ask []askFile }
	if _, err := decode(dir, asksFile, &file); err != nil {
		return err
	}
	for _, a := range file.Ask {
		v, known := verbs()[a.Verb]
		switch {
		case a.ID == "" || a.Name == "" || a.Why == "":
			return fmt.Errorf("law: %s: ask %q: id, name and why must be given", asksFile, a.ID)
		case !known || v.kind != "" && string(v.kind) != a.For:
			return fmt.Errorf("law: %s: ask %q: verb %q is unknown or for others", asksFile, a.ID, a.Verb)
		}
		r.asks = append(r.asks, Ask{ID: a.ID, Name: a.Name, For: tdkt.SubjectKind(a.For), Kind: a.Kind, ask: a})
	}
	return nil
}

// Asks lists what a province may ask of a kind of subject beyond the statute.
func (r *Rules) Asks(kind tdkt.SubjectKind) []Ask {
	var out []Ask
	for _, a := range r.asks {
		if a.For == "" || a.For == kind {
			out = append(out, a)
		}
	}
	return out
}

// Ask finds one of Asks by its id.
func (r *Rules) Ask(id string) (Ask, bool) { return r.ask(id) }

func (r *Rules) ask(id string) (Ask, bool) {
	i := slices.IndexFunc(r.asks, func(a Ask) bool { return a.ID == id })
	if i < 0 {
		return Ask{}, false
	}
	return r.asks[i], true
}

// Choices lists the values to choose from, nil where one is typed.
func (a Ask) Choices() []string {
	switch a.Kind {
	case LocalPenalty:
		return LocalKey{Kind: LocalPenalty}.Choices()
	case askLevel:
		var out []string
		for _, l := range tdkt.Levels() {
			out = append(out, string(l))
		}
		return out
	case askPlace:
		return []string{placeOffice, placePart}
	}
	return nil
}

// Problem says in a sentence what is wrong with a value, "" when it can be used.
func (a Ask) Problem(value string) string {
	value = tdkt.Clean(value)
	switch a.Kind {
	case "":
		if value != "" {
			return fmt.Sprintf("yêu cầu “%s” không có giá trị; hãy để trống", a.Name)
		}
		return ""
	case LocalNumber:
		if n, ok := localNumber(value); ok && n > 0 && n <= cmp.Or(a.ask.Most, 100) {
			return ""
		}
		return fmt.Sprintf("giá trị “%s” của yêu cầu “%s” phải là số nguyên từ 1 đến %d", value, a.Name, cmp.Or(a.ask.Most, 100))
	case askWords:
		if value != "" {
			return ""
		}
		return fmt.Sprintf("hãy viết lời của yêu cầu “%s”", a.Name)
	}
	if a.choice(value) != "" {
		return ""
	}
	return fmt.Sprintf("giá trị “%s” của yêu cầu “%s” phải là một trong: %s", value, a.Name, strings.Join(a.Choices(), ", "))
}

// choice is the value to choose from that is meant, "" for none.
func (a Ask) choice(value string) string {
	for _, c := range a.Choices() {
		if tdkt.Fold(c) == tdkt.Fold(value) {
			return c
		}
	}
	return ""
}

// need is the ask as a need of a title.
func (r *Rules) askNeed(n RegNeed) (*need, error) {
	a, ok := r.ask(n.Ask)
	if !ok {
		return nil, fmt.Errorf("ask %q is unknown", n.Ask)
	}
	out := a.ask.With
	out.Verb = a.ask.Verb
	value := tdkt.Clean(n.Value)
	if c := a.choice(value); c != "" {
		value = c
	}
	number, _ := localNumber(value)
	switch a.ask.Word {
	case "n":
		out.N = number
	case "percent":
		out.Percent = number
	case "level":
		out.Level = value
	case "form":
		out.Form = value
	case "place":
		out.Place = value
	}
	if out.Why = tdkt.Clean(n.Why); out.Why == "" {
		out.Why = a.ask.Why
		if a.ask.Word != "" {
			out.Why = fmt.Sprintf(a.ask.Why, value)
		}
	}
	return &out, nil
}

// kindOf is the kind of subject a regulation's word means.
func kindOf(word string) (tdkt.SubjectKind, bool) {
	switch tdkt.Fold(word) {
	case "ca nhan":
		return tdkt.APerson, true
	case "tap the":
		return tdkt.AUnit, true
	}
	return "", false
}

// KindWord is how a regulation's file calls a kind of subject.
func KindWord(kind tdkt.SubjectKind) string {
	if kind == tdkt.AUnit {
		return "tập thể"
	}
	return "cá nhân"
}

// Examples are the regulations of real provinces that come with the program, none of them
// applied to anybody; an error names the file.
func Examples() ([]*Regulation, error) {
	names, err := fs.Glob(embedded, "regimes/"+provinceBook+"/*.toml")
	if err != nil {
		return nil, fmt.Errorf("law: list examples: %w", err)
	}
	rules, err := Load()
	if err != nil {
		return nil, err
	}
	var out []*Regulation
	for _, name := range names {
		if path.Base(name) == path.Base(asksFile) {
			continue
		}
		text, err := fs.ReadFile(embedded, name)
		if err != nil {
			return nil, fmt.Errorf("law: read %s: %w", name, err)
		}
		g, err := rules.ReadRegulation(string(text))
		if err != nil {
			return nil, errors.Join(fmt.Errorf("law: %s", name), err)
		}
		out = append(out, g)
	}
	return out, nil
}
