package kit

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/tdkt"
)

// NewPicker makes a list to choose a person or a unit from. However few there are, letters
// only narrow it, accents or not, and nobody is chosen before Enter.
func NewPicker(options []string, changed func(string)) *Select {
	s := NewSelect(options, changed)
	s.searches = true
	return s
}

// PickSpec is a question for several of many: people, units.
type PickSpec struct {
	Title, Yes string
	Options    []string // each under words of its own; what stands before " – " or " (" is the name
	Ticked     []string // from the beginning
	Take       func(picked []string)
}

// PickMany opens a list to tick several in. Letters narrow it, Enter ticks the marked one,
// and a list of names can be pasted: those found once are ticked, the others are named.
func (u *UI) PickMany(s PickSpec) {
	p := &manyPicker{ui: u, spec: s, ticked: map[string]bool{}, told: NewPara("", Small, Quiet, false)}
	p.match = s.Options
	for _, o := range s.Ticked {
		p.ticked[o] = true
	}
	p.entry = NewEntry()
	p.entry.SetPlaceHolder(textPickHint)
	p.entry.OnChanged = p.narrow
	p.entry.OnKey = p.key
	p.entry.OnPaste = p.paste
	p.list = newPickList(func() int { return len(p.match) }, p.row, p.toggle)
	p.tell("")
	top := container.NewVBox(p.entry, p.told)
	p.box = u.open(DialogSpec{
		Title: s.Title, Yes: s.Yes, Focus: p.entry, Size: fyne.NewSize(scaled(620), scaled(460)),
		Content: container.NewBorder(top, nil, nil, nil, p.list),
		OnYes: func() bool {
			s.Take(p.picked())
			return true
		},
	})
}

type manyPicker struct {
	ui     *UI
	spec   PickSpec
	match  []string
	ticked map[string]bool
	entry  *Entry
	told   *Para
	list   *pickList
	box    *dialogBox
}

func (p *manyPicker) row(i int) pickRow {
	mark := "☐ "
	if p.ticked[p.match[i]] {
		mark = "☑ "
	}
	return pickRow{words: mark + p.match[i]}
}

// picked are those ticked, in the order offered.
func (p *manyPicker) picked() []string {
	return slices.DeleteFunc(slices.Clone(p.spec.Options), func(o string) bool { return !p.ticked[o] })
}

func (p *manyPicker) tell(more string) {
	text := fmt.Sprintf(textPicked, len(p.picked()))
	if more != "" {
		text += " " + more
	}
	p.told.SetText(text)
}

func (p *manyPicker) narrow(text string) {
	want := tdkt.Fold(text)
	p.match = slices.DeleteFunc(slices.Clone(p.spec.Options), func(o string) bool { return !hasWords(tdkt.Fold(o), want) })
	p.list.mark(0)
}

// key ticks on Enter while something is typed, or once the mark was moved; an Enter in the
// empty field is that of the dialog.
func (p *manyPicker) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.entry.Text == "" {
			return false
		}
		p.toggle()
		p.entry.SetText("")
		return true
	default:
		return p.list.key(name)
	}
}

// toggle ticks the marked line, or takes the tick away.
func (p *manyPicker) toggle() {
	if p.list.at < 0 || p.list.at >= len(p.match) {
		return
	}
	o := p.match[p.list.at]
	p.ticked[o] = !p.ticked[o]
	p.tell("")
	p.list.Refresh()
}

// paste takes a list of names, a line each; a single word is typed as any other.
func (p *manyPicker) paste(text string) bool {
	names := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n\r\t;", r) })
	if len(names) < 2 {
		return false
	}
	var none, several []string
	for _, n := range names {
		if n = strings.TrimSpace(n); n == "" {
			continue
		}
		found := p.called(n)
		switch len(found) {
		case 0:
			none = append(none, n)
		case 1:
			p.ticked[found[0]] = true
		default:
			several = append(several, n)
		}
	}
	var more []string
	if len(none) > 0 {
		more = append(more, fmt.Sprintf(textNotThere, strings.Join(none, ", ")))
	}
	if len(several) > 0 {
		more = append(more, fmt.Sprintf(textSeveral, strings.Join(several, ", ")))
		p.entry.SetText(several[0])
	}
	p.tell(strings.Join(more, " "))
	p.list.Refresh()
	return true
}

// called are the options of a name: as pasted, else by the name alone.
func (p *manyPicker) called(name string) []string {
	want := tdkt.Fold(name)
	var out []string
	for _, o := range p.spec.Options {
		if tdkt.Fold(o) == want {
			return []string{o}
		}
		if tdkt.Fold(nameIn(o)) == want {
			out = append(out, o)
		}
	}
	return out
}

// nameIn is the name in the words of an option.
func nameIn(option string) string {
	name, _, _ := strings.Cut(option, " – ")
	name, _, _ = strings.Cut(name, " (")
	return name
}

// clipText is the text of the clipboard.
func clipText(s fyne.Shortcut) (string, bool) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && p.Clipboard != nil {
		return p.Clipboard.Content(), true
	}
	return "", false
}
