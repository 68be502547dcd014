package gui

import (
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// TestTwelveActions goes from eligibility to the written folder of the sample's 2023 as
// jobs.md tells it, counting each click and each key that is pressed.
func TestTwelveActions(t *testing.T) {
	p := sampled(t)
	c, to := p.Window.Canvas(), t.TempDir()
	p.ui.Files = &kit.FakeFiles{Paths: []string{to}}
	before := len(p.shell.desk.View().Nominations)
	actions := 0
	do := func(act func()) {
		actions++
		act()
	}
	tap := func(word string) { do(func() { uitest.Tap(t, c, word) }) }
	key := func(name string) { do(func() { uitest.Keys(c, name) }) }
	key("Ctrl+5")
	tap("Đề nghị tất cả…")
	key("Return")
	tap("Hội đồng")
	tap("Điền phiếu đồng thuận")
	key("Return")
	tap("Công bố kết quả")
	key("Return")
	key("Ctrl+E")
	key("Return")
	do(func() {}) // the system's dialog of folders, answered above
	if after := len(p.shell.desk.View().Nominations); after <= before {
		t.Errorf("nobody was proposed: %d before, %d after", before, after)
	}
	left := 0
	for _, n := range p.shell.desk.View().Nominations {
		if n.Year == 2023 && n.State.Waits() {
			left++
		}
	}
	files, err := filepath.Glob(filepath.Join(to, "*", "*.xlsx"))
	if err != nil || len(files) < 9 {
		t.Errorf("written: %v %v\n%s", files, err, uitest.Text(c))
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(files[0]), "9. Tờ trình.docx")); err != nil {
		t.Error(err)
	}
	if actions > 12 || left > 0 {
		t.Errorf("%d actions, %d cases without a result", actions, left)
	}
}
