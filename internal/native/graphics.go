package native

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Graphics is what OpenGL says of itself.
type Graphics struct{ Version, Renderer string }

// Enough says whether the window can be drawn with it. GDI Generic is what Windows puts
// in place of a missing driver: it draws nothing that this program asks for.
func (g Graphics) Enough() bool {
	number, _, _ := strings.Cut(g.Version, " ")
	major, rest, _ := strings.Cut(number, ".")
	minor, _, _ := strings.Cut(rest, ".")
	x, errX := strconv.Atoi(major)
	y, errY := strconv.Atoi(minor)
	return errX == nil && errY == nil && (x > 2 || x == 2 && y >= 1) && g.Renderer != "GDI Generic"
}

// NoGraphics is the error of a PC on which the window cannot be drawn.
type NoGraphics struct {
	Found Graphics
	Err   error // why software drawing could not be started, if it was tried
}

// Error is a sentence for the person at the PC.
func (e *NoGraphics) Error() string {
	found := "máy không có OpenGL"
	if e.Found.Version != "" {
		found = fmt.Sprintf("máy chỉ có OpenGL %s (%s)", e.Found.Version, e.Found.Renderer)
	}
	return "Sổ Thi đua chưa vẽ được cửa sổ: " + found + ", mà chương trình cần từ 2.1.\n\n" +
		"Hãy cài lại Sổ Thi đua bằng tệp cài đặt đầy đủ (có kèm phần vẽ bằng phần mềm trong thư mục “swgl”), " +
		"hoặc nhờ người quản trị cài trình điều khiển cho card màn hình.\n\n" +
		"Dữ liệu không bị ảnh hưởng; tdktctl.exe vẫn dùng được."
}

// Sentence is all of it: it is for the person at the PC.
func (e *NoGraphics) Sentence() string { return e.Error() }

// Unwrap is the cause.
func (e *NoGraphics) Unwrap() error { return e.Err }

// Tell writes what OpenGL says of itself on this PC. The program is to end at once: what
// was made for asking goes with it.
func Tell(w io.Writer) error {
	found := probe()
	_, err := fmt.Fprintf(w, "%q %q\n", found.Version, found.Renderer)
	return err
}

// told reads what Tell wrote; the zero value stands for anything else.
func told(text string) (g Graphics) {
	if _, err := fmt.Sscanf(text, "%q %q", &g.Version, &g.Renderer); err != nil {
		return Graphics{}
	}
	return g
}

// Draw makes sure that the window can be drawn. Where OpenGL is missing, as on remote
// desktops, it starts the program again from the folder of software drawing: elsewhere
// is then true and this process is to end.
func Draw(args []string) (elsewhere bool, err error) {
	exe, err := os.Executable()
	if err != nil {
		return false, err
	}
	found := ask(exe)
	if found.Enough() {
		return false, nil
	}
	if inSoftware(exe) { // it was Mesa that did not answer
		return false, &NoGraphics{found, nil}
	}
	twin, err := softwareTwin(exe)
	if err != nil {
		return false, &NoGraphics{found, err}
	}
	cmd := exec.Command(twin, args...) //nolint:gosec // this program itself
	if err := cmd.Start(); err != nil {
		return false, &NoGraphics{found, err}
	}
	return true, cmd.Process.Release()
}

// softwareTwin puts the program into the folder of software drawing, since Windows takes
// the OpenGL that lies beside a program before its own, and returns where it is. It is
// the same file under a second name; where the disk knows no such thing, a copy.
func softwareTwin(exe string) (string, error) {
	dir := filepath.Join(filepath.Dir(exe), softwareDir)
	if _, err := os.Stat(filepath.Join(dir, "opengl32.dll")); err != nil {
		return "", err
	}
	twin := filepath.Join(dir, filepath.Base(exe))
	if alike(exe, twin) {
		return twin, nil
	}
	if err := os.Remove(twin); err != nil && !os.IsNotExist(err) {
		return "", err
	}
	if err := os.Link(exe, twin); err == nil {
		return twin, nil
	}
	text, err := os.ReadFile(exe)
	if err != nil {
		return "", err
	}
	return twin, os.WriteFile(twin, text, 0o700) //nolint:gosec // a program has to be executable
}

// alike says whether two names are one file, or a file and its copy made after it.
func alike(exe, twin string) bool {
	a, errA := os.Stat(exe)
	b, errB := os.Stat(twin)
	if errA != nil || errB != nil {
		return false
	}
	return os.SameFile(a, b) || a.Size() == b.Size() && !b.ModTime().Before(a.ModTime())
}
