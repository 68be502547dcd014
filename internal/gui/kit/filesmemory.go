package kit

import (
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// A purpose is what a file is asked for: the title of the dialog without its numbers, so that
// the list of next year goes where that of this year went.
func purpose(title string) string {
	return strings.Join(strings.FieldsFunc(title, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsDigit(r) }), " ")
}

// lastFolder is the folder last used for a purpose, else the one last used at all; "" where
// there was none or it is gone.
func lastFolder(title string) string {
	for _, name := range []string{folderName(title), folderName("")} {
		if at := fyne.CurrentApp().Preferences().String(name); isFolder(at) {
			return at
		}
	}
	return ""
}

func keepFolder(title, folder string) {
	for _, name := range []string{folderName(title), folderName("")} {
		fyne.CurrentApp().Preferences().SetString(name, folder)
	}
}

func folderName(title string) string { return "folder." + purpose(title) }

// suggested is the whole path to offer for a name.
func suggested(title, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	if own := fyne.CurrentApp().Preferences().String(givenName(title, name)); own != "" {
		name = own
	}
	if at := lastFolder(title); at != "" {
		return filepath.Join(at, name)
	}
	return name
}

// keepName remembers a name given in the place of the one offered; the offered one again
// forgets it.
func keepName(title, offered, given string) {
	p := fyne.CurrentApp().Preferences()
	switch {
	case filepath.IsAbs(offered):
	case given != offered:
		p.SetString(givenName(title, offered), given)
	default:
		p.RemoveValue(givenName(title, offered))
	}
}

func givenName(title, offered string) string { return "file." + purpose(title) + "." + offered }

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return path != "" && err == nil && info.IsDir()
}
