package gui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestFirstHourIsLeftAndResumed: the four steps show how far they are by what the file holds
// and by what was put off, also after the file was closed; hidden they stay away, and a file
// in use, as the sample, never shows them.
func TestFirstHourIsLeftAndResumed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mới.sotd")
	p := start(t, path)
	p.Window.Resize(fyne.NewSize(1366, 740))
	c := p.Window.Canvas()
	uitest.Tap(t, c, wordNewFile)
	uitest.TypeComposed(t, c, "Sở Thử nghiệm")
	uitest.Keys(c, "Return")
	says := func(want ...string) {
		t.Helper()
		text := uitest.Text(c)
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Fatalf("%q is not there:\n%s", w, text)
			}
		}
	}
	says("xong 1/4 bước", "Trên văn bản còn thiếu: cấp trên, địa danh,", wordStepExcel, wordStepTake, wordRulesWrite)
	if dir := os.Getenv("TDKT_LOOK"); dir != "" {
		uitest.Shot(t, c, filepath.Join(dir, "first-1366-13-light.png"))
	}
	uitest.Tap(t, c, wordStepNone)
	says("xong 2/4 bước", textOldNone)
	again := func() {
		t.Helper()
		p.putAway()
		p.open(path, false, nil)
	}
	again()
	says("xong 2/4 bước", textOldNone)
	d := p.shell.desk
	unit := tdkt.Unit{Code: "VP", Name: "Văn phòng"}
	if _, err := d.App.SaveUnit(t.Context(), unit); err != nil {
		t.Fatal(err)
	}
	person := tdkt.Person{Code: "1", Name: "Trần Thị Thử", Unit: d.View().Units[0].ID, Start: tdkt.Date(2015, 1, 1)}
	if _, err := d.App.SavePerson(t.Context(), person); err != nil {
		t.Fatal(err)
	}
	says("xong 3/4 bước", "1 người, 1 đơn vị.")
	uitest.Tap(t, c, wordStepLaw)
	says("xong 4/4 bước", "Xét điều kiện năm 2023")
	uitest.Tap(t, c, "Xét điều kiện năm 2023")
	if p.shell.current().Name() != tabAwards {
		t.Errorf("the end leads to %s", p.shell.current().Name())
	}
	again()
	if text := uitest.Text(c); strings.Contains(text, wordStepRules) {
		t.Errorf("what is over came back:\n%s", text)
	}
	q := sampled(t)
	if text := uitest.Text(q.Window.Canvas()); strings.Contains(text, wordStepRules) {
		t.Errorf("a file in use begins anew:\n%s", text)
	}
}

// TestSampleIsOneClickAway: with a folder for data files the sample is made there and opens by
// one click, without a dialog of files; the second time the same file opens.
func TestSampleIsOneClickAway(t *testing.T) {
	dir := t.TempDir()
	p := start(t)
	p.opts.Manners.Folder = dir
	made := 0
	sample := p.opts.Sample
	p.opts.Sample = func(ctx context.Context, a *app.App) error { made++; return sample(ctx, a) }
	for range 2 {
		uitest.Tap(t, p.Window.Canvas(), wordSample)
		if p.shell == nil || p.path != filepath.Join(dir, sampleName) {
			t.Fatalf("the sample did not open:\n%s", uitest.Text(p.Window.Canvas()))
		}
		p.putAway()
	}
	if asked := p.ui.Files.(*kit.FakeFiles).Asked; made != 1 || len(asked) != 0 {
		t.Errorf("made %d times, asked %q", made, asked)
	}
}
