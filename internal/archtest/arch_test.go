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
		"tdkt golden benchpair quicktest assets letters/draft native scratch accounts launch",
		"plantext",
		"law demo anchor backup merge docx columns intake bloc",
		"law/lawcase dossier",
		"dossier/dossiertest",
		"paper letters",
		"app/view",
		"app store sheet/guard sheet forms",
		"app/reports",
		"app/papers",
		"app/imports",
		"sheet/sheettest uitest gui/kit",
		"gui/desk",
		"gui/past",
		"gui/plans gui/pacts gui/blocs gui/tasks gui/movements gui/examples gui/events gui/locals gui/quotas gui/outlook gui/staff gui/pledges gui/evaluations gui/awards gui/dossiers gui/council gui/decisions gui/complaints gui/opinions gui/statistics gui/finds gui/exchange gui/layouts gui/intake gui/initiatives gui/start gui/leader",
		"gui/documents",
		"gui gui/pages",
		"boot",
		"sampletest",
		"cli gui/guitest",
		"cmd/dev/internal/sh cmd/dev/internal/screen",
		"cmd/dev/internal/dist cmd/dev/internal/wine cmd/dev/internal/hands",
		"cmd/dev/internal/smoke",
		"cmd/tdkt cmd/tdktctl cmd/dev archtest .",
	}
}

// siblings are the arrows allowed along one line: the owner of the guard uses it.
func siblings() map[string]string {
	return map[string]string{"sheet": "sheet/guard"}
}

// never are arrows that point inwards and are broken all the same: what makes an App, and
// what runs it without a window, knows no screen.
func never() map[string]string { return map[string]string{"boot": "gui", "cli": "gui"} }

// helpers exist for tests: no package but another helper imports them, and a test
// imports them whatever its own line.
func helpers() []string {
	return []string{"golden", "benchpair", "quicktest", "sheet/sheettest", "dossier/dossiertest", "uitest", "gui/guitest", "sampletest"}
}

// anywhere is what a test may import beside the helpers whatever its own line: the
// sample department, the law it is judged by with its cases, and the program as it is
// joined.
func anywhere() []string {
	return []string{"demo", "law", "law/lawcase", "boot", "app/reports", "app/papers", "app/imports"}
}

// only says which packages may import an outside package, or anything below it.
// "x/..." means x and everything under it; no packages means nobody.
func only() map[string][]string {
	return map[string][]string{
		"fyne.io/fyne/v2":                  {"gui/...", "uitest"},
		"fyne.io/fyne/v2/app":              {"cmd/tdkt"},
		"github.com/go-gl/glfw/v3.4/glfw":  {"cmd/tdkt"},
		"database/sql":                     {"store", "sampletest"},
		"modernc.org/sqlite":               {"store", "sampletest"},
		"github.com/xuri/excelize/v2":      {"sheet/...", "forms"},
		"github.com/BurntSushi/toml":       {"law", "columns", "intake", "bloc", "cli"},
		"codeberg.org/go-pdf/fpdf":         {"paper"},
		"filippo.io/age":                   {"backup"},
		"golang.org/x/crypto":              {"accounts"},
		"gopkg.in/natefinch/lumberjack.v2": {"boot"},
		"github.com/ncruces/zenity":        {"gui/..."},
		"github.com/rogpeppe/go-internal":  {"cli"},
		"net/http":                         nil,
		"github.com/stretchr/testify":      nil,
		"github.com/pkg/errors":            nil,
	}
}

func TestArrows(t *testing.T) {
	packages, err := readTree("../..")
	if err != nil {
		t.Fatal(err)
	}
	rules := rules{layers: layers(), siblings: siblings(), helpers: helpers(), anywhere: anywhere(), only: only(), never: never()}
	if faults := rules.check(packages); len(faults) > 0 {
		t.Errorf("the architecture is broken in %d places:\n  %s", len(faults), strings.Join(faults, "\n  "))
	}
}
