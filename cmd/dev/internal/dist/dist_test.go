package dist

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/google/go-cmp/cmp"
	"github.com/tc-hib/winres"
)

// TestVersion reads the project's own version and refuses a file without one.
func TestVersion(t *testing.T) {
	got, err := Version("../../../../FyneApp.toml")
	if err != nil || strings.Count(got, ".") != 2 {
		t.Errorf("version %q, %v", got, err)
	}
	if want := [4]uint16{1, 20, 3, 0}; quad("1.20.3") != want {
		t.Errorf("quad %v", quad("1.20.3"))
	}
	path := filepath.Join(t.TempDir(), "FyneApp.toml")
	if err := os.WriteFile(path, []byte("[Details]\nName = \"x\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if v, err := Version(path); err == nil {
		t.Errorf("took %q", v)
	}
}

// TestPack: the archive has one folder, and the same files give the same bytes whatever
// their times and order.
func TestPack(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "swgl"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.exe", "swgl/gl.dll"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var first, second bytes.Buffer
	if err := pack(&first, dir, "SoThiDua", []string{"swgl/gl.dll", "a.exe"}); err != nil {
		t.Fatal(err)
	}
	if err := stamp(dir); err != nil {
		t.Fatal(err)
	}
	if err := pack(&second, dir, "SoThiDua", []string{"a.exe", "swgl/gl.dll"}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two archives of the same files differ")
	}
	r, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
	}
	if d := cmp.Diff([]string{"SoThiDua/a.exe", "SoThiDua/swgl/gl.dll"}, names); d != "" {
		t.Errorf("names (-want +got)\n%s", d)
	}
}

// TestBom: a module in both programs is listed once, beside Go and Mesa.
func TestBom(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Deps: []*debug.Module{{Path: "modernc.org/sqlite", Version: "v1.62.0"}}}
	var text bytes.Buffer
	if err := cdx.NewBOMEncoder(&text, cdx.BOMFileFormatJSON).Encode(bom("0.1.0", []*debug.BuildInfo{info, info})); err != nil {
		t.Fatal(err)
	}
	back := new(cdx.BOM)
	if err := cdx.NewBOMDecoder(&text, cdx.BOMFileFormatJSON).Decode(back); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range *back.Components {
		names = append(names, c.Name+" "+c.Version)
	}
	if d := cmp.Diff([]string{"go go1.26.8", "mesa ", "modernc.org/sqlite v1.62.0"}, names); d != "" {
		t.Errorf("components (-want +got)\n%s", d)
	}
}

// TestSigning: the password is in a file, never on the command line, and results
// without a certificate are said to be unsigned.
func TestSigning(t *testing.T) {
	s := Signing{Certificate: "so.pfx", Password: "mat-khau.txt"}
	want := []string{"sign", "-pkcs12", "so.pfx", "-h", "sha256", "-n", "Sổ Thi đua", "-readpass", "mat-khau.txt", "-in", "a.exe", "-out", "b.exe"}
	if d := cmp.Diff(want, s.args("a.exe", "b.exe")); d != "" {
		t.Errorf("call (-want +got)\n%s", d)
	}
	if !strings.HasPrefix(Signing{}.words(), "Not signed") || !strings.HasPrefix(s.words(), "Signed") {
		t.Errorf("words: %s / %s", Signing{}.words(), s.words())
	}
}

// TestResources: what Windows reads of a program is all there.
func TestResources(t *testing.T) {
	set, err := resourcesOf("Sổ Thi đua", "SoThiDua.exe", "0.1.0")
	if err != nil {
		t.Fatal(err)
	}
	manifest := string(set.Get(winres.RT_MANIFEST, winres.ID(1), winres.LCIDDefault))
	for _, want := range []string{"permonitorv2", "longPathAware", "asInvoker"} {
		if !strings.Contains(manifest, want) {
			t.Errorf("the manifest lacks %s:\n%s", want, manifest)
		}
	}
	if set.Get(winres.RT_VERSION, winres.ID(1), vietnamese) == nil {
		t.Error("no version")
	}
	icon, err := set.GetIcon(winres.Name("APP"))
	if err != nil {
		t.Fatal(err)
	}
	if err := icon.SaveICO(io.Discard); err != nil {
		t.Error(err)
	}
}

// TestScriptNamesAllFiles: the uninstaller takes away what the installer brings, file
// by file, so that nothing of the person's goes with it.
func TestScriptNamesAllFiles(t *testing.T) {
	script := string(setupScript)
	for name := range mesaFiles() {
		if !strings.Contains(script, `Delete "$INSTDIR\swgl\`+name+`"`) {
			t.Errorf("the uninstaller leaves swgl\\%s", name)
		}
	}
	if strings.Contains(script, "RMDir /r") {
		t.Error("the uninstaller removes a folder with all that is in it")
	}
}
