package dist

import (
	"errors"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// versionLine is the line of FyneApp.toml that holds the version; a test of package
// boot keeps it equal to the one the program shows.
var versionLine = regexp.MustCompile(`(?m)^\s*Version = "(\d+\.\d+\.\d+)"`)

// Version reads the version of the program from FyneApp.toml.
func Version(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	found := versionLine.FindSubmatch(text)
	if found == nil {
		return "", errors.New("FyneApp.toml names no version like 1.2.3")
	}
	return string(found[1]), nil
}

// quad is a version as Windows wants it, four numbers.
func quad(version string) (out [4]uint16) {
	for i, part := range strings.SplitN(version, ".", len(out)) {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil {
			return [4]uint16{}
		}
		out[i] = uint16(n)
	}
	return out
}
