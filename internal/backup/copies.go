package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// folderName is the folder of the copies, beside the data file.
const folderName = "Sao lưu"

// toMinute is how the moment of a copy stands in its name.
const toMinute = "2006-01-02 1504"

// layouts are toMinute and what is used when that name is taken.
func layouts() []string { return []string{toMinute, "2006-01-02 150405", "2006-01-02 150405.000"} }

// Folder is where the copies of a data file lie.
func Folder(path string) string { return filepath.Join(filepath.Dir(path), folderName) }

// stem is the file's name without its ending, and the ending.
func stem(path string) (name, ext string) {
	base := filepath.Base(path)
	ext = filepath.Ext(base)
	return strings.TrimSuffix(base, ext), ext
}

// momentOf reads when a file of the folder was copied; false for a file that is no
// copy of path, which is nobody's business here.
func momentOf(path, entry string) (time.Time, bool) {
	name, ext := stem(path)
	rest, ok := strings.CutPrefix(entry, name+" ")
	if !ok {
		return time.Time{}, false
	}
	rest, ok = strings.CutSuffix(rest, ext)
	if !ok {
		return time.Time{}, false
	}
	for _, layout := range layouts() {
		if at, err := time.ParseInLocation(layout, rest, time.Local); err == nil && at.Format(layout) == rest {
			return at, true
		}
	}
	return time.Time{}, false
}

// List is the copies of a data file, newest first; none when there is no folder.
func List(path string) ([]Copy, error) { return listIn(Folder(path), path) }

// listIn is List for the copies that lie in another folder.
func listIn(folder, path string) ([]Copy, error) {
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("backup: list the copies: %w", err)
	}
	var copies []Copy
	for _, e := range entries {
		if at, ok := momentOf(path, e.Name()); ok && e.Type().IsRegular() {
			copies = append(copies, Copy{Name: e.Name(), At: at})
		}
	}
	fates := Rotate(copies, "")
	for i, f := range fates {
		copies[i] = f.Copy
	}
	return copies, nil
}

// Place makes the folder and returns the path of a copy made now. A note makes it a
// copy that is never thinned out: "trước khi khôi phục".
func Place(path string, now time.Time, note string) (string, error) {
	if err := os.MkdirAll(Folder(path), 0o700); err != nil {
		return "", unwritable(Folder(path), err)
	}
	return placeIn(Folder(path), path, now, note)
}

// placeIn is Place in a folder that is there.
func placeIn(folder, path string, now time.Time, note string) (string, error) {
	name, ext := stem(path)
	if note != "" {
		note = " " + note
	}
	for _, layout := range layouts() {
		full := filepath.Join(folder, name+" "+now.Format(layout)+note+ext)
		if _, err := os.Lstat(full); errors.Is(err, os.ErrNotExist) {
			return full, nil
		}
	}
	return "", unwritable(folder, errors.New("every name is taken"))
}

// Everything is every copy of a data file that the program ever made: those of List, those
// that bear a note, what lay beside a damaged file, and those from before it was brought up
// to date, beside the file and in the second folder.
func Everything(path string) ([]string, error) {
	second, err := Second(path)
	if err != nil {
		return nil, err
	}
	all, err := filepath.Glob(escaped(path) + ".v*.bak*")
	if err != nil {
		return nil, fmt.Errorf("backup: list the copies: %w", err)
	}
	for _, folder := range []string{Folder(path), second} {
		if folder == "" {
			continue
		}
		entries, err := os.ReadDir(folder)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("backup: list the copies: %w", err)
		}
		for _, e := range entries {
			if e.Type().IsRegular() && belongs(path, e.Name()) {
				all = append(all, filepath.Join(folder, e.Name()))
			}
		}
	}
	return all, nil
}

// belongs says whether a name is that of a copy of the file, with a note or without.
func belongs(path, entry string) bool {
	name, ext := stem(path)
	rest, ok := strings.CutPrefix(entry, name+" ")
	if !ok || !strings.Contains(rest, ext) || len(rest) < len(time.DateOnly) {
		return false
	}
	_, err := time.Parse(time.DateOnly, rest[:len(time.DateOnly)])
	return err == nil
}
