package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/cmd/dev/internal/sh"
)

// TestRemedyFor goes through the machines we may meet: each must build, be put right
// without a question, or get one line to type.
func TestRemedyFor(t *testing.T) {
	const packages = "gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libxkbcommon-dev"
	install := []string{
		"apt-get", "install", "-y", "--no-install-recommends",
		"gcc", "libc6-dev", "pkg-config", "libgl1-mesa-dev", "xorg-dev", "libxkbcommon-dev",
	}
	tests := []struct {
		name string
		m    machine
		want sh.Remedy
	}{
		{"linux, all there", machine{goos: "linux", compiler: true, headers: true}, sh.Remedy{}},
		{
			"bare debian as root",
			machine{goos: "linux", Rights: sh.Rights{Apt: true, Root: true}},
			sh.Remedy{Run: [][]string{{"apt-get", "update"}, install}},
		},
		{
			"headers missing, sudo without a password",
			machine{goos: "linux", compiler: true, Rights: sh.Rights{Apt: true, Sudo: true}},
			sh.Remedy{Run: [][]string{{"sudo", "-n", "apt-get", "update"}, append([]string{"sudo", "-n"}, install...)}},
		},
		{
			"no rights",
			machine{goos: "linux", Rights: sh.Rights{Apt: true}},
			sh.Remedy{Tell: "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + packages},
		},
		{
			"not a debian",
			machine{goos: "linux", Rights: sh.Rights{Root: true}},
			sh.Remedy{Tell: "sudo dnf install gcc pkgconf mesa-libGL-devel libX11-devel libXcursor-devel " +
				"libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel"},
		},
		{"windows with gcc", machine{goos: "windows", compiler: true}, sh.Remedy{}},
		{
			"windows without",
			machine{goos: "windows"},
			sh.Remedy{Tell: "winget install --exact --id BrechtSanders.WinLibs.POSIX.UCRT"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := remedyFor(test.m)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("remedy (-want +got):\n%s", diff)
			}
		})
	}
}

// TestMayInstall keeps the gate's hands off a developer's own machine.
func TestMayInstall(t *testing.T) {
	ci := func(string) string { return "true" }
	home := func(string) string { return "" }
	if !mayInstall(machine{Rights: sh.Rights{Apt: true, Root: true}}, ci) {
		t.Error("CI as root with apt may not install")
	}
	if mayInstall(machine{Rights: sh.Rights{Apt: true, Root: true}}, home) || mayInstall(machine{Rights: sh.Rights{Apt: true}}, ci) {
		t.Error("packages would be installed outside CI, or without being root")
	}
}

// TestDisplay makes sure that a machine without a screen gets a sentence, not a crash of GL.
func TestDisplay(t *testing.T) {
	tests := []struct {
		name, goos string
		env        map[string]string
		want       bool
	}{
		{"x", "linux", map[string]string{"DISPLAY": ":0"}, true},
		{"wayland with xwayland", "linux", map[string]string{"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, true},
		{"wayland alone", "linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, false},
		{"server", "linux", nil, false},
		{"windows", "windows", nil, true},
	}
	for _, test := range tests {
		ok, why := display(test.goos, func(key string) string { return test.env[key] })
		if ok != test.want || ok == (why != "") {
			t.Errorf("%s: display = %v %q, want %v and a sentence only when there is none", test.name, ok, why, test.want)
		}
	}
}

// TestWindowFlags pins the tags: without x11 the build asks for headers of Wayland, and
// Windows has no X.
func TestWindowFlags(t *testing.T) {
	tests := map[string][]string{
		"linux":   {"-tags", "x11,migrated_fynedo,no_animations,no_emoji"},
		"windows": {"-tags", "migrated_fynedo,no_animations,no_emoji", "-ldflags", "-H=windowsgui"},
		"darwin":  {"-tags", "migrated_fynedo,no_animations,no_emoji"},
	}
	for goos, want := range tests {
		if diff := cmp.Diff(want, windowFlags(goos)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", goos, diff)
		}
	}
}

// TestSampleCommand guards what a person has typed into the sample: a file that is there
// is never made anew.
func TestSampleCommand(t *testing.T) {
	if got := sampleCommand(true)[2]; got != "export" {
		t.Errorf("with a file there, tdktctl would %s", got)
	}
	if got := sampleCommand(false)[2]; got != "demo" {
		t.Errorf("without a file, tdktctl would %s", got)
	}
}

// TestWithoutWindow keeps the one cgo package out of the checks without cgo, and only it.
func TestWithoutWindow(t *testing.T) {
	got := withoutWindow("/p", "/p/assets\n/p/cmd/tdkt\n/p/cmd/tdktctl\n/p/internal\n")
	if diff := cmp.Diff([]string{"./assets", "./cmd/tdktctl", "./internal"}, got); diff != "" {
		t.Errorf("packages (-want +got):\n%s", diff)
	}
	got = withoutWindow(`C:\p`, "C:\\p\\cmd\\tdkt\r\nC:\\p\\internal\\law\r\n")
	if diff := cmp.Diff([]string{"./internal/law"}, got); diff != "" {
		t.Errorf("packages on Windows (-want +got):\n%s", diff)
	}
}
