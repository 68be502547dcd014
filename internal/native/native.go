// Package native is what the window needs of the system it stands on and no toolkit
// gives: whether the PC can draw, a message before there is a window, one program for
// one person, opening files in their own programs, and the place of the window. Each
// has an answer on every system; on Windows, where most users are, all of it works.
package native

import (
	"os"
	"path/filepath"
	"strings"
)

// softwareDir is the folder beside the program with Mesa's software drawing in it.
const softwareDir = "swgl"

// GraphicsFlag is the flag that makes the program call Tell and end.
const GraphicsFlag = "opengl"

// Home is the folder the program was installed or unpacked to, also when the copy that
// draws in software runs.
func Home() (string, error) {
	exe, err := os.Executable()
	if err != nil {
		return "", err
	}
	return homeOf(exe), nil
}

func homeOf(exe string) string {
	dir := filepath.Dir(exe)
	if inSoftware(exe) {
		return filepath.Dir(dir)
	}
	return dir
}

// inSoftware says whether a program lies in the folder of software drawing.
func inSoftware(exe string) bool {
	return strings.EqualFold(filepath.Base(filepath.Dir(exe)), softwareDir)
}
