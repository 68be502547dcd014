package native

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// Open shows a folder or file with the system's own program and does not wait for it.
func Open(path string) error {
	err := windows.ShellExecute(0, windows.StringToUTF16Ptr("open"), windows.StringToUTF16Ptr(path), nil, nil, windows.SW_SHOWNORMAL)
	if err != nil {
		return fmt.Errorf("native: open %s: %w", path, err)
	}
	return nil
}
