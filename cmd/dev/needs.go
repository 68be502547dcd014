package main

import (
	"context"
	"os/exec"
	"runtime"
	"strings"

	"tdkt/cmd/dev/internal/sh"
)

// machine is what dev found out about the computer; the decisions are made from it alone.
type machine struct {
	sh.Rights
	goos     string
	compiler bool // a C compiler is there
	headers  bool // and finds the headers of GL and X
	xvfb     bool // a display without a screen can be started
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
	m := machine{goos: runtime.GOOS, Rights: sh.MyRights(ctx)}
	compiler, found := findCompiler(ctx)
	m.compiler = found
	if m.goos == "linux" {
		m.headers = found && sh.OnPath("pkg-config") && compiles(ctx, compiler)
		m.xvfb = sh.OnPath("Xvfb")
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
	return words[0], sh.OnPath(words[0])
}

// compiles asks the compiler itself whether it finds the headers.
func compiles(ctx context.Context, compiler string) bool {
	cmd := exec.CommandContext(ctx, compiler, "-E", "-x", "c", "-")
	cmd.Stdin = strings.NewReader(headerProbe)
	return cmd.Run() == nil
}

// remedyFor decides how this machine comes to build the window.
func remedyFor(m machine) sh.Remedy {
	switch {
	case m.goos == "windows" && !m.compiler:
		return sh.Remedy{Tell: "winget install --exact --id BrechtSanders.WinLibs.POSIX.UCRT"}
	case m.goos == "linux" && !(m.compiler && m.headers):
		if !m.Apt {
			return sh.Remedy{Tell: "sudo dnf install gcc pkgconf mesa-libGL-devel libX11-devel libXcursor-devel " +
				"libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel"}
		}
		return m.Install(windowPackages())
	case !m.compiler:
		return sh.Remedy{Tell: "xcode-select --install"}
	default:
		return sh.Remedy{}
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
