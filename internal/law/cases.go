package law

import (
	"embed"
	"io/fs"
)

//go:embed testdata/cases
var cases embed.FS

// Cases are the stories that prove the rules, for package lawcase to read: the
// program itself can show what its law was tested with.
func Cases() fs.FS {
	dir, err := fs.Sub(cases, "testdata/cases")
	if err != nil {
		return cases // fs.Sub fails on a misspelt path alone
	}
	return dir
}
