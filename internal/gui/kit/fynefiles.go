package kit

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// BestFiles is the system's own dialogs, or Fyne's where the system has none (a
// Linux without zenity).
func BestFiles(w fyne.Window) FilePicker {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return NativeFiles{}
	}
	for _, program := range []string{"zenity", "matedialog", "qarma"} {
		if _, err := exec.LookPath(program); err == nil {
			return NativeFiles{}
		}
	}
	return FyneFiles{w}
}

// FyneFiles is Fyne's own file dialogs. Its calls must come from off the screen.
type FyneFiles struct{ Window fyne.Window }

// answer is what a dialog gave back.
type answer struct {
	path string
	err  error
}

// ask shows a dialog on the screen and waits for its answer.
func ask(show func(reply func(path string, err error))) (string, error) {
	got := make(chan answer, 1)
	OnScreen(func() { show(func(path string, err error) { got <- answer{path, err} }) })
	a := <-got
	return a.path, a.err
}

// Open is FilePicker.
func (f FyneFiles) Open(_, at string, kinds []FileKind) (string, error) {
	return ask(func(reply func(string, error)) {
		d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			if r == nil {
				reply("", err)
				return
			}
			_ = r.Close()
			reply(r.URI().Path(), err)
		}, f.Window)
		f.show(d, at, kinds)
	})
}

// Save is FilePicker. Fyne's own save dialog empties an existing file before anyone
// can refuse, so this asks for a folder and takes the first free name in it.
func (f FyneFiles) Save(title, name string, _ []FileKind) (string, error) {
	at := ""
	if filepath.IsAbs(name) {
		at, name = filepath.Dir(name), filepath.Base(name)
	}
	folder, err := f.Folder(title, at)
	if folder == "" || err != nil {
		return "", err
	}
	ext := filepath.Ext(name)
	path := filepath.Join(folder, name)
	for n := 2; exists(path); n++ {
		path = filepath.Join(folder, fmt.Sprintf("%s-%d%s", strings.TrimSuffix(name, ext), n, ext))
	}
	return path, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Folder is FilePicker.
func (f FyneFiles) Folder(_, at string) (string, error) {
	return ask(func(reply func(string, error)) {
		d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if u == nil {
				reply("", err)
				return
			}
			reply(u.Path(), err)
		}, f.Window)
		f.show(d, at, nil)
	})
}

func (f FyneFiles) show(d *dialog.FileDialog, at string, kinds []FileKind) {
	var ends []string
	for _, k := range kinds {
		for _, p := range k.Patterns {
			ends = append(ends, strings.ToLower(filepath.Ext(p)))
		}
	}
	if len(ends) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(ends))
	}
	if at != "" {
		if u, err := storage.ListerForURI(storage.NewFileURI(at)); err == nil {
			d.SetLocation(u)
		}
	}
	d.Show() // before Resize, which fails on a dialog never shown
	d.Resize(fyne.NewSize(900, 560))
}
