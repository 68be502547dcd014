package kit

import (
	"errors"
	"path/filepath"

	"github.com/ncruces/zenity"

	"tdkt/internal/tdkt"
)

// FileKind is a kind of file a dialog shows, "Excel" with "*.xlsx".
type FileKind struct {
	Name     string
	Patterns []string
}

// FilePicker asks the user for files. Its calls block: UI makes them away from the
// screen. "" and no error is "cancelled". at is the folder to begin in, "" where the system
// is to choose; name may be a whole path.
type FilePicker interface {
	Open(title, at string, kinds []FileKind) (path string, err error)
	Save(title, name string, kinds []FileKind) (path string, err error)
	Folder(title, at string) (path string, err error)
}

// OpenFile asks for a file to read, from the folder where one was found the last time it was
// asked for the same; done is not called when cancelled.
func (u *UI) OpenFile(title string, kinds []FileKind, done func(path string)) {
	u.pick(func() (string, error) { return u.Files.Open(title, lastFolder(title), kinds) }, func(path string) {
		keepFolder(title, filepath.Dir(path))
		done(path)
	})
}

// SaveFile asks where to write; name is the suggestion, put into the folder last used for the
// same, under the name last given in its place. A suggestion that is a whole path stays.
func (u *UI) SaveFile(title, name string, kinds []FileKind, done func(path string)) {
	u.pick(func() (string, error) { return u.Files.Save(title, suggested(title, name), kinds) }, func(path string) {
		keepFolder(title, filepath.Dir(path))
		keepName(title, name, filepath.Base(path))
		done(path)
	})
}

// PickFolder asks for a folder, beginning in the one last taken for the same.
func (u *UI) PickFolder(title string, done func(path string)) {
	u.pick(func() (string, error) { return u.Files.Folder(title, lastFolder(title)) }, func(path string) {
		keepFolder(title, path)
		done(path)
	})
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
func (NativeFiles) Open(title, at string, kinds []FileKind) (string, error) {
	return native(zenity.SelectFile(zenity.Title(title), inside(at), filters(kinds)))
}

// Save is FilePicker.
func (NativeFiles) Save(title, name string, kinds []FileKind) (string, error) {
	return native(zenity.SelectFileSave(zenity.Title(title), zenity.Filename(name),
		zenity.ConfirmOverwrite(), filters(kinds)))
}

// Folder is FilePicker.
func (NativeFiles) Folder(title, at string) (string, error) {
	return native(zenity.SelectFile(zenity.Title(title), inside(at), zenity.Directory()))
}

// inside begins a dialog in a folder: a path that ends in a separator is one.
func inside(at string) zenity.Option {
	if at != "" {
		at += string(filepath.Separator)
	}
	return zenity.Filename(at)
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
// notes what was asked, and where it began or what was suggested.
type FakeFiles struct {
	Paths   []string
	Asked   []string
	Offered []string
}

func (f *FakeFiles) next(title, offered string) (string, error) {
	f.Asked, f.Offered = append(f.Asked, title), append(f.Offered, offered)
	if len(f.Paths) == 0 {
		return "", nil
	}
	path := f.Paths[0]
	f.Paths = f.Paths[1:]
	return path, nil
}

// Open is FilePicker.
func (f *FakeFiles) Open(title, at string, _ []FileKind) (string, error) { return f.next(title, at) }

// Save is FilePicker.
func (f *FakeFiles) Save(title, name string, _ []FileKind) (string, error) {
	return f.next(title, name)
}

// Folder is FilePicker.
func (f *FakeFiles) Folder(title, at string) (string, error) { return f.next(title, at) }
