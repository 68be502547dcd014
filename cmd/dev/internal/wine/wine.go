// Package wine runs programs of Windows on Debian. Debian's own Wine may be too old for
// Go, so it lives in a Debian 13 of its own, in a folder that is made once and kept.
package wine

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/cmd/dev/internal/sh"
)

// Where the folders shared with Start appear in that Debian, whose root Windows programs
// see as drive Z.
const (
	Inside = "/t"   // can be written to
	Source = "/src" // the project, only to be read
)

// Wine is the Debian with Wine in it and, once started, one Windows of its own.
type Wine struct {
	*sh.Shell
	root string // of the Debian
}

// packages are what that Debian needs beyond the smallest: Wine, and drawing without a
// graphics card.
func packages() []string {
	return []string{"wine", "wine64", "libgl1", "libgl1-mesa-dri", "libglx-mesa0", "fonts-dejavu-core"}
}

// Setup makes the Debian in cache, or finds it there. It needs to be root.
func Setup(ctx context.Context, s *sh.Shell, cache string) (*Wine, error) {
	if os.Geteuid() != 0 {
		return nil, errors.New("wine: Wine runs in a Debian of its own, which only root can start: sudo go run ./cmd/dev smoke")
	}
	if err := s.Need(ctx, sh.MyRights(ctx), map[string]string{"debootstrap": "debootstrap"}); err != nil {
		return nil, err
	}
	w := &Wine{Shell: s, root: filepath.Join(cache, "wine-trixie")}
	if _, err := os.Stat(w.root); err == nil {
		return w, w.unmount()
	}
	return w, w.make(ctx)
}

// make fills the folder under another name, so that one half done is never taken for
// whole.
func (w *Wine) make(ctx context.Context) error {
	half := w.root + ".half"
	if err := errors.Join(os.RemoveAll(half), os.MkdirAll(half, 0o755)); err != nil { //nolint:gosec // the root of a system
		return err
	}
	w.Say("Making a Debian 13 with Wine in %s, once", w.root)
	names, err := os.ReadFile("/etc/resolv.conf")
	if err != nil {
		return err
	}
	if err := w.Stream(ctx, sh.Command{Name: "debootstrap", Args: []string{"--variant=minbase", "trixie", half}}); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(half, "etc/resolv.conf"), names, 0o644); err != nil { //nolint:gosec // as everywhere
		return err
	}
	calm := []string{"DEBIAN_FRONTEND=noninteractive"}
	install := append([]string{half, "apt-get", "install", "-q", "-y", "--no-install-recommends"}, packages()...)
	return errors.Join(
		w.Stream(ctx, sh.Command{Name: "chroot", Args: []string{half, "apt-get", "update", "-q"}, Env: calm}),
		w.Stream(ctx, sh.Command{Name: "chroot", Args: install, Env: calm}),
		os.Rename(half, w.root),
	)
}

// Start mounts what Wine needs and makes a new Windows. stop ends its programs and takes
// the mounts away again; it is to be called whatever happened.
func (w *Wine) Start(ctx context.Context, shared string) (stop func() error, err error) {
	stop = func() error {
		_, _ = w.Capture(context.WithoutCancel(ctx), w.Call("", "wineserver", "-k"))
		return w.unmount()
	}
	inside, source := filepath.Join(w.root, Inside), filepath.Join(w.root, Source)
	err = errors.Join(
		os.MkdirAll(inside, 0o755), os.MkdirAll(source, 0o755), //nolint:gosec // places to mount at
		os.RemoveAll(filepath.Join(w.root, prefix)),
	)
	if err != nil {
		return stop, err
	}
	for _, words := range [][]string{
		{"-t", "proc", "proc", filepath.Join(w.root, "proc")},
		{"--bind", "/dev", filepath.Join(w.root, "dev")},
		{"--bind", shared, inside},
		{"-o", "bind,ro", w.Root, source},
	} {
		if err := w.Stream(ctx, sh.Command{Name: "mount", Args: words}); err != nil {
			return stop, err
		}
	}
	c := w.Call("", "wineboot", "-i")
	c.Args = slices.Insert(c.Args, slices.Index(c.Args, "wineboot"), "WINEDLLOVERRIDES=mscoree,mshtml=") // else it asks to fetch them
	if _, err := w.Capture(ctx, c); err != nil {
		return stop, err
	}
	// Wine's own letters have no Vietnamese; those of Windows do.
	letters := w.Call("", "wine", "reg", "add", `HKCU\Software\Wine\Fonts\Replacements`, "/v", "Tahoma", "/d", "DejaVu Sans", "/f")
	if _, err := w.Capture(ctx, letters); err != nil {
		return stop, err
	}
	// What runs now has no display, and later programs would share its lack of one.
	_, err = w.Capture(ctx, w.Call("", "wineserver", "-k"))
	return stop, err
}

// prefix is the folder of the Windows, in the Debian.
const prefix = "/root/windows"

// user is the person who works on that Windows.
const user = "canbo"

// Call is a call of a program in that Debian, on a display of this machine.
func (w *Wine) Call(display string, words ...string) sh.Command {
	env := []string{
		"env", "HOME=/root", "USER=" + user, "XDG_RUNTIME_DIR=/tmp", "WINEPREFIX=" + prefix, "WINEDEBUG=-all",
		"WINEDLLOVERRIDES=opengl32=n,b", // as on Windows: what lies beside a program comes first
		"DISPLAY=" + display, "LIBGL_ALWAYS_SOFTWARE=1", "LANG=C.UTF-8",
	}
	return sh.Command{Name: "chroot", Args: append(append([]string{w.root}, env...), words...)}
}

// Drive is a place on drive C, given with slashes, as this machine sees it.
func (w *Wine) Drive(slashed string) string {
	return filepath.Join(w.root, prefix, "drive_c", filepath.FromSlash(slashed))
}

// Holds says whether a folder is the root of that Debian.
func (w *Wine) Holds(root string) bool { return root == w.root }

// Own is a place below the person's own folder, as Windows names it.
func Own(slashed string) string {
	return `C:\users\` + user + `\` + strings.ReplaceAll(slashed, "/", `\`)
}

// Home is a place below the person's own folder, as this machine sees it.
func (w *Wine) Home(slashed string) string { return w.Drive("users/" + user + "/" + slashed) }

// unmount takes away every mount below the Debian, the deepest first; those of a run
// that died too.
func (w *Wine) unmount() error {
	table, err := os.ReadFile("/proc/mounts")
	if err != nil {
		return err
	}
	var failed []error
	for _, at := range mountsBelow(w.root, string(table)) {
		// Lazily, because a program of Wine that is just ending may still hold it.
		if out, err := exec.Command("umount", "-l", at).CombinedOutput(); err != nil {
			failed = append(failed, fmt.Errorf("umount %s: %w: %s", at, err, out))
		}
	}
	return errors.Join(failed...)
}

// mountsBelow lists the mount points below a folder, the last mounted first.
func mountsBelow(root, table string) []string {
	var list []string
	for line := range strings.Lines(table) {
		if words := strings.Fields(line); len(words) > 1 && strings.HasPrefix(words[1], root+"/") {
			list = append(list, words[1])
		}
	}
	slices.Reverse(list)
	return list
}
