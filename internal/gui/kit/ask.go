package kit

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
)

const (
	dialogWidth = 420
	listHeight  = 260
	// problemsShown keeps a damaged file of 50,000 rows from freezing the window.
	problemsShown = 200
)

// Inform says something that needs no answer. Enter and Esc close it.
func (u *UI) Inform(title, sentence string) {
	u.Dialog(DialogSpec{Title: title, Content: sentenceLabel(GroupLines(sentence))})
}

// Confirm asks before something is done; yes names the deed ("Xóa", "Chốt sổ").
func (u *UI) Confirm(title, sentence, yes string, fn func()) {
	u.confirm(DialogSpec{Title: title, Content: sentenceLabel(GroupLines(sentence)), Yes: yes}, fn)
}

// ConfirmDanger is Confirm for what destroys: the button is red.
func (u *UI) ConfirmDanger(title, sentence, yes string, fn func()) {
	u.confirm(DialogSpec{Title: title, Content: sentenceLabel(GroupLines(sentence)), Yes: yes, Danger: true}, fn)
}

func (u *UI) confirm(s DialogSpec, fn func()) {
	var d Dialog
	s.OnYes = func() bool {
		d.Close()
		fn()
		return true
	}
	d = u.Dialog(s)
}

// Choice asks to pick one of several; fn gets its place. Enter takes the one marked.
func (u *UI) Choice(title, sentence string, options []string, fn func(i int)) {
	group := newOptionList(options)
	content := container.NewBorder(sentenceLabel(sentence), nil, nil, nil, group)
	var d Dialog
	d = u.Dialog(DialogSpec{
		Title: title, Content: content, Yes: wordYes, Focus: group,
		OnYes: func() bool {
			d.Close()
			fn(group.at)
			return true
		},
	})
}

// Input asks for one line of text, which must not be empty when must is true.
func (u *UI) Input(title, sentence, start string, must bool, fn func(text string)) {
	e := NewEntry()
	e.SetText(start)
	u.input(DialogSpec{Title: title, Yes: wordYes}, sentence, e, must, fn)
}

// InputReason asks for a reason of several words; it must not be empty.
func (u *UI) InputReason(title, sentence, yes string, fn func(reason string)) {
	e := NewEntry()
	e.SetPlaceHolder(wordReason)
	u.input(DialogSpec{Title: title, Yes: yes}, sentence, e, true, fn)
}

func (u *UI) input(s DialogSpec, sentence string, e *Entry, must bool, fn func(string)) {
	problem := widget.NewLabel("")
	problem.Importance = widget.DangerImportance
	var d Dialog
	s.Content, s.Focus = container.NewVBox(sentenceLabel(sentence), e, problem), e
	s.OnYes = func() bool {
		text := tdkt.Clean(e.Text)
		if must && text == "" {
			problem.SetText(textTextMust)
			return false
		}
		d.Close()
		fn(text)
		return true
	}
	d = u.Dialog(s)
}

// ShowError says what went wrong: the sentence of a *tdkt.Error with its list of
// problems, to scroll and copy; any other error as one sentence with the number
// under which it is in the log.
func (u *UI) ShowError(err error) {
	if err == nil {
		return
	}
	text := u.Sentence(err)
	var e *tdkt.Error
	if !errors.As(err, &e) || len(e.Problems) == 0 {
		u.Inform(wordError, text)
		return
	}
	u.problems(text, e.Problems)
}

// Sentence is what a person may read of an error.
func (u *UI) Sentence(err error) string { return tdkt.Sentence(err, u.log) }

func (u *UI) problems(text string, list []tdkt.Problem) {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = p.String()
	}
	groups := strings.Split(GroupLines(strings.Join(lines, "\n")), "\n")
	shown := groups[:min(len(groups), problemsShown)]
	if more := len(groups) - len(shown); more > 0 {
		shown = append(slices.Clone(shown), sprintf(textMore, more))
	}
	all := sentenceLabel("• " + strings.Join(shown, "\n• "))
	all.Selectable = true
	copyAll := NewButton(wordCopy, func() {
		u.Copy(text + "\n" + strings.Join(lines, "\n"))
		u.Notice(wordCopied)
	})
	u.Dialog(DialogSpec{
		Title: wordError, Content: container.NewBorder(sentenceLabel(text), nil, nil, nil, container.NewVScroll(all)),
		Extra: []fyne.CanvasObject{copyAll}, Size: fyne.NewSize(640, listHeight+120),
	})
}

// Copy puts text on the clipboard.
func (u *UI) Copy(text string) { fyne.CurrentApp().Clipboard().SetContent(text) }

func sentenceLabel(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}
