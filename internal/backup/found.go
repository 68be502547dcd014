package backup

import (
	"os"
	"path/filepath"
)

// Found is a copy of a data file where it lies.
type Found struct {
	Copy
	Folder string
	Second bool  // in the second folder
	Fault  error // why it cannot be used, nil for a whole one
}

// Path is the whole path of the copy.
func (f Found) Path() string { return filepath.Join(f.Folder, f.Name) }

// Everywhere lists the copies of a data file beside it and in the second folder, each
// folder's newest first. A second folder that is away has none.
func Everywhere(path string) ([]Found, error) {
	second, err := Second(path)
	if err != nil {
		return nil, err
	}
	var all []Found
	for _, folder := range []string{Folder(path), second} {
		if _, err := os.Stat(folder); folder == "" || err != nil {
			continue
		}
		list, err := listIn(folder, path)
		if err != nil {
			return nil, err
		}
		for _, c := range list {
			all = append(all, Found{Copy: c, Folder: folder, Second: folder == second})
		}
	}
	return all, nil
}
