package law

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"

	"tdkt/internal/tdkt"
)

// The files of what the office writes into papers: the forms of reports of merits; the other
// papers.
const (
	reportsFile = "reports.toml"
	textsFile   = "papertexts.toml"
)

// ReportPart is one thing a report of merits, or another paper, asks the office to write.
type ReportPart struct {
	Key     string
	Field   string // its name in Word templates
	Units   string // its heading for collectives, "" where it is not asked of them
	People  string // its heading for people
	Carries bool   // what an earlier year says holds until it is written again
	Round   bool   // it belongs to one round of a year
	Lines   bool   // each line is a row of its own
	Form    PartForm
	Hint    string // what to write
}

// PartForm is how the text of a part is written.
type PartForm string

// The forms that are checked: a day, some days, a number, votes for of all.
const (
	DayPart    PartForm = "ngày"
	DaysPart   PartForm = "các ngày"
	NumberPart PartForm = "số"
	VotesPart  PartForm = "phiếu"
)

// Name is the part's heading for a kind of subject.
func (p ReportPart) Name(kind tdkt.SubjectKind) string {
	if kind == tdkt.AUnit {
		return cmp.Or(p.Units, p.People)
	}
	return cmp.Or(p.People, p.Units)
}

// ReportLayout is how a report is laid out: what it asks to be written, and which plain
// facts of a person it needs.
type ReportLayout struct {
	Key, Name    string
	Parts, Free  []string // keys of parts; free ones may stay empty
	Facts        []string // keys of tdkt.PersonTexts
	Votes        string   // key of the part that each case has of its own, "" for none
	partsInOrder []ReportPart
}

// Written are the parts of the layout in order.
func (l *ReportLayout) Written() []ReportPart { return l.partsInOrder }

// MayMiss says whether a part may stay empty.
func (l *ReportLayout) MayMiss(part string) bool { return slices.Contains(l.Free, part) }

// ReportForm is the form of a report by the law of a day.
type ReportForm struct {
	Number  string // of the decree's annex, "" where it is not known
	Decree  string
	Heading string
	Note    string // for the office, never on the paper
	Mark    string
	Layout  *ReportLayout
}

// Source is where the form comes from: "Mẫu số 02, Nghị định số 91/2017/NĐ-CP"; "" where
// its number is not known.
func (f *ReportForm) Source() string {
	if f.Number == "" {
		return ""
	}
	return f.Number + ", " + f.Decree
}

// reportBook is the file of forms as it was read.
type reportBook struct {
	parts   []ReportPart
	layouts []*ReportLayout
	forms   []reportRule
	numbers []formNumber
}

// formNumber is the number that a decree's annex gives a paper while it is in force.
type formNumber struct {
	Layout, Decree, Number, Mark string
	From, Till                   date
}

// reportRule is a form and when it is taken.
type reportRule struct {
	ReportForm
	kind         tdkt.SubjectKind // "": either
	from, till   tdkt.Day
	rounds, asks []string
}

// ReportParts lists everything that a report may ask to be written.
func (r *Rules) ReportParts() []ReportPart { return r.reports.parts }

// ReportPart finds a part by its key, its field or one of its headings, as people write
// them.
func (r *Rules) ReportPart(word string) (ReportPart, bool) {
	key := tdkt.Fold(word)
	if key == "" {
		return ReportPart{}, false
	}
	for _, p := range r.reports.parts {
		for _, name := range []string{p.Key, p.Field, p.Units, p.People} {
			if name != "" && tdkt.Fold(name) == key {
				return p, true
			}
		}
	}
	return ReportPart{}, false
}

// ReportLayouts lists the layouts.
func (r *Rules) ReportLayouts() []*ReportLayout { return r.reports.layouts }

// PaperLayout is the layout of a key, nil where there is none.
func (r *Rules) PaperLayout(key string) *ReportLayout {
	for _, l := range r.reports.layouts {
		if l.Key == key && key != "" {
			return l
		}
	}
	return nil
}

// FormNumber is the number of the decree's form that a paper is on a day, with the decree;
// "" where none is known.
func (r *Rules) FormNumber(layout string, on tdkt.Day) string {
	for _, n := range r.reports.numbers {
		if n.Layout == layout && on >= n.From.Day && (n.Till.Day == 0 || on <= n.Till.Day) {
			return n.Number + " (kèm theo " + n.Decree + ")"
		}
	}
	return ""
}

// ReportForm is the form of the report by which a subject is put forward for a title in a
// kind of round, put together on a day; nil where none is known.
func (r *Rules) ReportForm(on tdkt.Day, round tdkt.RoundKind, kind tdkt.SubjectKind, title string) *ReportForm {
	code, _ := r.Code(title)
	for i := range r.reports.forms {
		f := &r.reports.forms[i]
		fits := func(list []string, words ...string) bool {
			return len(list) == 0 || slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
		}
		if (f.kind == "" || f.kind == kind) && on >= f.from && (f.till == 0 || on <= f.till) &&
			fits(f.rounds, string(round)) && fits(f.asks, title, code.Group) {
			return &f.ReportForm
		}
	}
	return nil
}

// textFile is a file of what the office writes into papers.
type textFile struct {
	Part   []ReportPart
	Layout []struct {
		Key, Name, Votes   string
		Parts, Free, Facts []string
	}
	Form []struct {
		Decree, Number, Heading, For, Layout, Mark, Note string
		From, Till                                       date
		Rounds, Titles                                   []string
	}
	Number []formNumber
}

func (r *Rules) loadReports(dir fs.FS) error {
	for _, name := range []string{reportsFile, textsFile} {
		if _, err := fs.Stat(dir, name); err != nil {
			continue // a draft of other books need not bring this one
		}
		var file textFile
		if _, err := decode(dir, name, &file); err != nil {
			return err
		}
		if err := r.addTexts(name, file); err != nil {
			return err
		}
	}
	return nil
}

// addTexts adds the parts, layouts and forms of a file.
func (r *Rules) addTexts(name string, file textFile) error {
	for _, p := range file.Part {
		if other, there := r.ReportPart(p.Key); there {
			return fmt.Errorf("law: %s: part %s is %s already", name, p.Key, other.Key)
		}
		if !slices.Contains([]PartForm{"", DayPart, DaysPart, NumberPart, VotesPart}, p.Form) {
			return fmt.Errorf("law: %s: part %s: unknown form %q", name, p.Key, p.Form)
		}
		r.reports.parts = append(r.reports.parts, p)
	}
	if err := r.addLayouts(name, file); err != nil {
		return err
	}
	for i, f := range file.Form {
		layout := r.PaperLayout(f.Layout)
		if layout == nil || f.Heading == "" || !knownMark(f.Mark) || len(f.Titles) > 0 && !r.knownAsked(f.Titles) {
			return fmt.Errorf("law: %s: form %d lacks a layout or heading, or has an unknown mark or title", name, i+1)
		}
		r.reports.forms = append(r.reports.forms, reportRule{
			ReportForm: ReportForm{Number: f.Number, Decree: f.Decree, Heading: f.Heading, Note: f.Note, Mark: f.Mark, Layout: layout},
			kind:       tdkt.SubjectKind(f.For), from: f.From.Day, till: f.Till.Day, rounds: f.Rounds, asks: f.Titles,
		})
	}
	for _, n := range file.Number {
		if n.Layout == "" || n.Number == "" || !knownMark(n.Mark) {
			return fmt.Errorf("law: %s: the number of %q is not whole", name, n.Layout)
		}
	}
	r.reports.numbers = append(r.reports.numbers, file.Number...)
	return nil
}

// addLayouts adds the layouts of a file.
func (r *Rules) addLayouts(name string, file textFile) error {
	for _, l := range file.Layout {
		layout := &ReportLayout{Key: l.Key, Name: l.Name, Parts: l.Parts, Free: l.Free, Facts: l.Facts, Votes: l.Votes}
		for _, key := range l.Parts {
			k := slices.IndexFunc(r.reports.parts, func(p ReportPart) bool { return p.Key == key })
			if k < 0 {
				return fmt.Errorf("law: %s: layout %s: no part %q", name, l.Key, key)
			}
			layout.partsInOrder = append(layout.partsInOrder, r.reports.parts[k])
		}
		r.reports.layouts = append(r.reports.layouts, layout)
	}
	return nil
}

// GroupTitles is the catalogue's word for emulation titles, as against commendation forms.
const GroupTitles = "danh hiệu"
