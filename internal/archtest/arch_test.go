package archtest

import (
	"strings"
	"testing"
)

// layers is the program from the inside out. A package may import only packages on
// a line above its own; packages on one line never import each other. Names are
// relative to internal, but for cmd and assets; "." is internal itself.
func layers() []string {
	return []string{
		"tdkt golden assets",
		"law demo",
		"dossier",
		"app store sheet/guard sheet forms backup",
		"uitest gui/kit",
		"gui/plans gui/staff gui/pledges gui/evaluations gui/awards gui/start gui/exchange",
		"gui",
		"boot",
		"cli",
		"cmd/tdkt cmd/tdktctl cmd/dev archtest .",
	}
}

// siblings are the arrows allowed along one line: the owner of the guard uses it.
func siblings() map[string]string {
	return map[string]string{"sheet": "sheet/guard"}
}

// helpers are what a test file may import whatever its own line: the golden compare,
// the sample department and the law it is judged by.
func helpers() []string { return []string{"golden", "demo", "law"} }

// only says which packages may import an outside package, or anything below it.
// "x/..." means x and everything under it; no packages means nobody.
func only() map[string][]string {
	return map[string][]string{
		"fyne.io/fyne/v2":                 {"gui/...", "uitest", "cmd/tdkt"},
		"fyne.io/fyne/v2/app":             {"cmd/tdkt"},
		"database/sql":                    {"store"},
		"modernc.org/sqlite":              {"store"},
		"github.com/xuri/excelize/v2":     {"sheet", "forms"},
		"github.com/BurntSushi/toml":      {"law"},
		"github.com/ncruces/zenity":       {"gui/..."},
		"net/http":                        nil,
		"github.com/stretchr/testify":     nil,
		"github.com/pkg/errors":           nil,
		"github.com/rogpeppe/go-internal": {"cli"},
	}
}

func TestArrows(t *testing.T) {
	packages, err := readTree("../..")
	if err != nil {
		t.Fatal(err)
	}
	rules := rules{layers: layers(), siblings: siblings(), helpers: helpers(), only: only()}
	if faults := rules.check(packages); len(faults) > 0 {
		t.Errorf("the architecture is broken in %d places:\n  %s", len(faults), strings.Join(faults, "\n  "))
	}
}
