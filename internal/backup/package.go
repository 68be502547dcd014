package backup

import (
	"path/filepath"
	"strings"
)

// PackageEnd is how the name of a package ends: a file that is only read, wherever it
// is opened.
const PackageEnd = ".sotd-goi"

// IsPackage says whether a file is a package for the director, by its name.
func IsPackage(path string) bool { return strings.EqualFold(filepath.Ext(path), PackageEnd) }
