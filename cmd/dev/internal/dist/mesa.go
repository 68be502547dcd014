package dist

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tdkt/cmd/dev/internal/sh"
)

// mesaSource is where Debian's Mesa comes from. Suites after bookworm carry a Mesa with
// other build options.
const mesaSource = `Types: deb-src
URIs: http://deb.debian.org/debian
Suites: bookworm
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`

// crossFile tells meson how to build for Windows.
//
//go:embed cross.txt
var crossFile []byte

// mesaOptions leave nothing of Mesa but drawing without a graphics card. LLVM would draw
// five times faster, but Debian has none for Windows and building it takes hours.
func mesaOptions() []string {
	return []string{
		"--buildtype", "release", "--wrap-mode=nofallback", "-Dplatforms=windows", "-Dgallium-drivers=swrast",
		"-Dvulkan-drivers=", "-Dllvm=disabled", "-Dopengl=true", "-Dgles1=disabled", "-Dgles2=disabled", "-Degl=disabled",
		"-Dosmesa=false", "-Dzlib=disabled", "-Dshared-glapi=disabled", "-Dmin-windows-version=8",
	}
}

// mesaFiles are what lies in the folder of software drawing, and where Mesa's build has it.
func mesaFiles() map[string]string {
	return map[string]string{
		"opengl32.dll":       "build/src/gallium/targets/libgl-gdi/opengl32.dll",
		"libgallium_wgl.dll": "build/src/gallium/targets/wgl/libgallium_wgl.dll",
		"giay-phep-mesa.txt": "src/debian/copyright",
	}
}

// mesa puts Mesa's files into the work folder, from the cache when it was built before.
func (b *build) mesa(ctx context.Context) error {
	key := sha256.Sum256(append([]byte(mesaSource+strings.Join(mesaOptions(), " ")), crossFile...))
	home := filepath.Join(b.opts.Cache, fmt.Sprintf("mesa-%x", key[:4]))
	if _, err := os.Stat(filepath.Join(home, "ready")); err != nil {
		if err := b.makeMesa(ctx, home); err != nil {
			return err
		}
	}
	for name, from := range mesaFiles() {
		text, err := os.ReadFile(filepath.Join(home, filepath.FromSlash(from)))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(b.work, SoftwareDir, name), text, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// makeMesa fetches Debian's source with lists of packages of its own, so that the
// machine's sources stay as they are, and builds it.
func (b *build) makeMesa(ctx context.Context, home string) error {
	if err := os.RemoveAll(home); err != nil {
		return err
	}
	for _, dir := range []string{"parts", "lists/partial", "archives/partial"} {
		if err := os.MkdirAll(filepath.Join(home, dir), 0o755); err != nil { //nolint:gosec // apt reads it as another user
			return err
		}
	}
	err := errors.Join(
		os.WriteFile(filepath.Join(home, "parts", "mesa.sources"), []byte(mesaSource), 0o644), //nolint:gosec // as above
		os.WriteFile(filepath.Join(home, "cross.txt"), crossFile, 0o600),
	)
	if err != nil {
		return err
	}
	apt := []string{
		"-q", "-o", "Dir::Etc::SourceList=/dev/null", "-o", "Dir::Etc::SourceParts=" + filepath.Join(home, "parts"),
		"-o", "Dir::State::Lists=" + filepath.Join(home, "lists"), "-o", "Dir::Cache=" + home,
	}
	const calm = "nice" // the build takes minutes, and a person may be working
	// Meson needs Debian's own Python, which has mako; another one may come first on the path.
	path := []string{"PATH=/usr/sbin:/usr/bin:/sbin:/bin"}
	for _, c := range []sh.Command{
		{Name: "apt-get", Args: append(apt, "update")},
		{Name: "apt-get", Args: append(apt, "source", "--download-only", "mesa")},
		{Name: "sh", Args: []string{"-c", "dpkg-source -x mesa_*.dsc src"}},
		{Name: calm, Args: append([]string{"meson", "setup", "../build", "--cross-file", "../cross.txt"}, mesaOptions()...), Env: path, Dir: filepath.Join(home, "src")},
		{Name: calm, Args: []string{"ninja", "-C", "build"}, Env: path},
	} {
		if c.Dir == "" {
			c.Dir = home
		}
		if err := b.Stream(ctx, c); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(home, "ready"), nil, 0o600)
}
