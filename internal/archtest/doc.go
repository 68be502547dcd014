// Package archtest holds the arrows between packages as a test: who may import
// whom, and which outside module belongs to which package. It parses the imports
// itself, so it works where no linter is installed, and because "go test" follows
// the files a test opens, a broken rule is never answered from the test cache.
//
// The tables are in arch_test.go; internal/adr/0001-layout-and-arrows.md says why
// they look as they do.
package archtest
