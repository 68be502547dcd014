package main

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// machine is what dev found out about the computer; the decisions are made from it alone.
type machine struct {
	goos     string
	compiler bool // a C compiler is there
	headers  bool // and finds the headers of GL and X
	xvfb     bool // a display without a screen can be started
	apt      bool
	root     bool
	sudo     bool // sudo works without asking for a password
}

// windowPackages are the Debian packages that building the window needs. libc6-dev is
// named because gcc only recommends it.
func windowPackages() []string {
	return []string{"gcc", "libc6-dev", "pkg-config", "libgl1-mesa-dev", "xorg-dev", "libxkbcommon-dev"}
}

// displayPackages are those that a window without a screen needs in addition.
func displayPackages() []string { return []string{"xvfb", "libgl1-mesa-dri"} }

// headerProbe names one header of each library that the window is linked with.
const headerProbe = `#include <stdlib.h>
#include <GL/gl.h>
#include <X11/Xcursor/Xcursor.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/Xinerama.h>
#include <X11/extensions/Xrandr.h>
#include <X11/extensions/xf86vmode.h>
#include <xkbcommon/xkbcommon.h>
`

// look finds out about this computer.
func look(ctx context.Context) machine {
	m := machine{goos: runtime.GOOS, root: os.Geteuid() == 0}
	compiler, found := findCompiler(ctx)
	m.compiler = found
	if m.goos == "linux" {
		m.headers = found && onPath("pkg-config") && compiles(ctx, compiler)
		m.xvfb = onPath("Xvfb")
		m.apt = onPath("apt-get")
		m.sudo = !m.root && onPath("sudo") && exec.CommandContext(ctx, "sudo", "-n", "true").Run() == nil
	}
	return m
}

// findCompiler asks Go which C compiler it would call and whether that is there.
func findCompiler(ctx context.Context) (string, bool) {
	text, err := exec.CommandContext(ctx, "go", "env", "CC").Output()
	words := strings.Fields(string(text))
	if err != nil || len(words) == 0 {
		return "", false
	}
	return words[0], onPath(words[0])
}

// onPath says whether a program can be called by name.
func onPath(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

// compiles asks the compiler itself whether it finds the headers.
func compiles(ctx context.Context, compiler string) bool {
	cmd := exec.CommandContext(ctx, compiler, "-E", "-x", "c", "-")
	cmd.Stdin = strings.NewReader(headerProbe)
	return cmd.Run() == nil
}

// remedy is what to do about a machine that cannot build yet: commands to run now, or
// a line for the person at the keyboard. Both empty means that nothing is missing.
type remedy struct {
	run  [][]string
	tell string
}

// ready says that nothing is missing.
func (r remedy) ready() bool { return len(r.run) == 0 && r.tell == "" }

// remedyFor decides how this machine comes to build the window.
func remedyFor(m machine) remedy {
	switch {
	case m.goos == "windows" && !m.compiler:
		return remedy{tell: "winget install --exact --id BrechtSanders.WinLibs.POSIX.UCRT"}
	case m.goos == "linux" && !(m.compiler && m.headers):
		return aptRemedy(m, windowPackages())
	case !m.compiler:
		return remedy{tell: "xcode-select --install"}
	default:
		return remedy{}
	}
}

// aptRemedy installs Debian packages where that needs no password, or says how.
func aptRemedy(m machine, packages []string) remedy {
	install := append([]string{"apt-get", "install", "-y", "--no-install-recommends"}, packages...)
	update := []string{"apt-get", "update"}
	switch {
	case !m.apt:
		return remedy{tell: "sudo dnf install gcc pkgconf mesa-libGL-devel libX11-devel libXcursor-devel " +
			"libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel"}
	case m.root:
		return remedy{run: [][]string{update, install}}
	case m.sudo:
		return remedy{run: [][]string{append([]string{"sudo", "-n"}, update...), append([]string{"sudo", "-n"}, install...)}}
	default:
		return remedy{tell: "sudo apt-get update && sudo " + strings.Join(install, " ")}
	}
}

// display says whether a window can be shown, and if not why, in one sentence.
func display(goos string, getenv func(string) string) (ok bool, why string) {
	switch {
	case goos != "linux" || getenv("DISPLAY") != "":
		return true, ""
	case getenv("WAYLAND_DISPLAY") != "":
		return false, "Màn hình này chạy Wayland mà không có XWayland (biến DISPLAY để trống), nên chưa mở được cửa sổ: " +
			"hãy cài XWayland rồi chạy lại lệnh này."
	default:
		return false, "Máy này không có màn hình đồ họa (các biến DISPLAY và WAYLAND_DISPLAY để trống), " +
			"nên chương trình dừng ở đây, không mở cửa sổ."
	}
}
