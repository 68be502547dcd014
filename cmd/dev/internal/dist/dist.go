// Package dist makes what is handed to users of Windows: the two programs, an installer,
// a copy to carry, and the lists that say what is in them. It runs on Debian and builds
// across; two runs on the same sources give the same bytes, signatures apart.
package dist

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"tdkt/cmd/dev/internal/sh"
)

// Names of what is made, under Options.Out.
const (
	WindowExe   = "SoThiDua.exe"
	ControlExe  = "tdktctl.exe"
	SoftwareDir = "swgl" // Mesa's software drawing, for PCs without OpenGL
)

// InstallerName and PortableName carry the version, so that two of them can lie in one
// folder.
func InstallerName(version string) string { return "SoThiDua-" + version + "-cai-dat.exe" }

// PortableName is the archive of the copy to carry.
func PortableName(version string) string { return "SoThiDua-" + version + "-mang-theo.zip" }

// Options say what to build and from what.
type Options struct {
	Out   string   // folder of the results
	Cache string   // keeps Mesa, which takes minutes to build
	Flags []string // how the window is built: tags
	Sign  Signing
}

// epoch is the time stamped into everything, so that a rebuild gives the same bytes.
// It says nothing about the build; the version does.
func epoch() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }

// needs are the programs the build calls, with the Debian packages that bring them.
func needs() map[string]string {
	return map[string]string{
		"x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64", "x86_64-w64-mingw32-g++": "g++-mingw-w64-x86-64",
		"makensis": "nsis", "meson": "meson", "ninja": "ninja-build", "bison": "bison", "flex": "flex",
		"dpkg-source": "dpkg-dev", "/usr/lib/python3/dist-packages/mako": "python3-mako",
	}
}

// build is one run: what its steps share.
type build struct {
	*sh.Shell
	opts    Options
	version string
	work    string // unfinished things, under Out
}

// Run makes everything and prints what came out, with sizes and times.
func Run(ctx context.Context, s *sh.Shell, o Options) error {
	version, err := Version(s.Path("FyneApp.toml"))
	if err != nil {
		return err
	}
	if err := s.Need(ctx, sh.MyRights(ctx), needs()); err != nil {
		return err
	}
	b := &build{Shell: s, opts: o, version: version, work: filepath.Join(o.Out, "work")}
	if err := os.RemoveAll(o.Out); err != nil {
		return fmt.Errorf("dist: clear %s: %w", o.Out, err)
	}
	if err := os.MkdirAll(filepath.Join(b.work, SoftwareDir), 0o750); err != nil {
		return fmt.Errorf("dist: %w", err)
	}
	for _, step := range []struct {
		what string
		do   func(context.Context) error
	}{
		{"Mesa's software OpenGL", b.mesa},
		{ControlExe, b.control},
		{WindowExe, b.window},
		{"signatures of the programs", b.signPrograms},
		{InstallerName(version), b.installer},
		{PortableName(version), b.portable},
		{"list of modules (CycloneDX)", b.modules},
		{"SHA-256 sums", b.sums},
	} {
		began := time.Now()
		s.Say("== %s", step.what)
		if err := step.do(ctx); err != nil {
			return fmt.Errorf("dist: %s: %w", step.what, err)
		}
		s.Say("-- %.1f s", time.Since(began).Seconds())
	}
	return b.report()
}

// report prints the results, one a line.
func (b *build) report() error {
	list, err := os.ReadDir(b.opts.Out)
	if err != nil {
		return err
	}
	for _, entry := range list {
		info, err := entry.Info()
		if err != nil {
			return err
		}
		if info.Mode().IsRegular() {
			b.Say("%6.1f MB  %s", float64(info.Size())/1e6, filepath.Join(b.opts.Out, entry.Name()))
		}
	}
	b.Say("%s", b.opts.Sign.words())
	return nil
}
