package backup

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// mapped says whether the path lies on a drive letter that stands for a folder of the
// network; Windows knows.
func mapped(path string) bool {
	abs, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(abs) + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
