package archtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// module is the path of our own module in go.mod.
const module = "tdkt"

// readTree parses the imports of every Go file under root, whatever its build tags,
// because an arrow broken only on Windows is broken.
func readTree(root string) (map[string]imports, error) {
	packages := map[string]imports{}
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if file != root && skipped(entry.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		dir, err := filepath.Rel(root, filepath.Dir(file))
		if err != nil {
			return err
		}
		return addFile(packages, short(path.Join(module, filepath.ToSlash(dir))), file)
	})
	return packages, err
}

// skipped names folders that hold no packages of the program.
func skipped(dir string) bool {
	return strings.HasPrefix(dir, ".") || dir == "testdata" || dir == "out"
}

// addFile adds the imports of one file to its package.
func addFile(packages map[string]imports, name, file string) error {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		return err
	}
	p := packages[name]
	for _, spec := range parsed.Imports {
		to, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		own := to == module || strings.HasPrefix(to, module+"/")
		switch {
		case !own:
			p.outside = append(p.outside, to)
		case strings.HasSuffix(file, "_test.go"):
			p.tests = append(p.tests, short(to))
		default:
			p.code = append(p.code, short(to))
		}
	}
	packages[name] = p
	return nil
}

// short is the name a package has in the tables.
func short(importPath string) string {
	inside := strings.TrimPrefix(strings.TrimPrefix(importPath, module), "/")
	if inside == "internal" {
		return "."
	}
	return strings.TrimPrefix(inside, "internal/")
}
