package boot

import (
	"os"
	"path/filepath"
)

// portableMark lies beside a copy of the program that is carried about.
const portableMark = "mang-theo.txt"

// Portable says whether the program in this folder is a copy that is carried about.
func Portable(home string) bool {
	_, err := os.Stat(filepath.Join(home, portableMark))
	return err == nil
}

// Folder is where new data files are offered: beside a copy that is carried about,
// else in the person's own folder. Not in “Documents”, which OneDrive may keep in step
// with the network, and not where programs hide their files.
func Folder(home string) string {
	if Portable(home) {
		return filepath.Join(home, "Dữ liệu")
	}
	own, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(own, "Sổ Thi đua")
}
