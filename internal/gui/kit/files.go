package kit

import (
	"errors"

	"github.com/ncruces/zenity"

	"tdkt/internal/tdkt"
)

// FileKind is a kind of file a dialog shows, "Excel" with "*.xlsx".
type FileKind struct {
	Name     string
	Patterns []string
}

// FilePicker asks the user for files. Its calls block: UI makes them away from the
// screen. "" and no error is "cancelled".
type FilePicker interface {
	Open(title string, kinds []FileKind) (path string, err error)
	Save(title, name string, kinds []FileKind) (path string, err error)
	Folder(title string) (path string, err error)
}

// OpenFile asks for a file to read; done is not called when cancelled.
func (u *UI) OpenFile(title string, kinds []FileKind, done func(path string)) {
	u.pick(func() (string, error) { return u.Files.Open(title, kinds) }, done)
}

// SaveFile asks where to write; name is the suggestion.
func (u *UI) SaveFile(title, name string, kinds []FileKind, done func(path string)) {
	u.pick(func() (string, error) { return u.Files.Save(title, name, kinds) }, done)
}

// PickFolder asks for a folder.
func (u *UI) PickFolder(title string, done func(path string)) {
	u.pick(func() (string, error) { return u.Files.Folder(title) }, done)
}

// pick does not queue: an open dialog must not hold up saving.
func (u *UI) pick(ask func() (string, error), done func(string)) {
	u.Run(func() func() {
		path, err := ask()
		return func() {
			switch {
			case err != nil:
				u.ShowError(err)
			case path != "":
				done(path)
			}
		}
	})
}

// NativeFiles is the file dialogs of the system.
type NativeFiles struct{}

// Open is FilePicker.
func (NativeFiles) Open(title string, kinds []FileKind) (string, error) {
	return native(zenity.SelectFile(zenity.Title(title), filters(kinds)))
}

// Save is FilePicker.
func (NativeFiles) Save(title, name string, kinds []FileKind) (string, error) {
	return native(zenity.SelectFileSave(zenity.Title(title), zenity.Filename(name),
		zenity.ConfirmOverwrite(), filters(kinds)))
}

// Folder is FilePicker.
func (NativeFiles) Folder(title string) (string, error) {
	return native(zenity.SelectFile(zenity.Title(title), zenity.Directory()))
}

func native(path string, err error) (string, error) {
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		return "", nil
	case err != nil:
		return "", &tdkt.Error{Kind: tdkt.Environment, Text: textNoDialog, Err: err}
	}
	return path, nil
}

func filters(kinds []FileKind) zenity.FileFilters {
	out := make(zenity.FileFilters, len(kinds))
	for i, k := range kinds {
		out[i] = zenity.FileFilter{Name: k.Name, Patterns: k.Patterns, CaseFold: true}
	}
	return out
}

// FakeFiles answers file dialogs in tests: each call takes the next of Paths and
// notes what was asked.
type FakeFiles struct {
	Paths []string
	Asked []string
}

func (f *FakeFiles) next(title string) (string, error) {
	f.Asked = append(f.Asked, title)
	if len(f.Paths) == 0 {
		return "", nil
	}
	path := f.Paths[0]
	f.Paths = f.Paths[1:]
	return path, nil
}

// Open is FilePicker.
func (f *FakeFiles) Open(title string, _ []FileKind) (string, error) { return f.next(title) }

// Save is FilePicker.
func (f *FakeFiles) Save(title, _ string, _ []FileKind) (string, error) { return f.next(title) }

// Folder is FilePicker.
func (f *FakeFiles) Folder(title string) (string, error) { return f.next(title) }
