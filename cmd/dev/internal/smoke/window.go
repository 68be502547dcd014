package smoke

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tdkt/cmd/dev/internal/dist"
	"tdkt/cmd/dev/internal/wine"
)

// Where things are on the tried Windows.
const (
	programs = "AppData/Local/Programs/SoThiDua"
	data     = "Sổ Thi đua/mau.sotd"
	title    = "Sổ Thi đua"
)

// windows runs a program there and waits for its end.
func (t *try) windows(ctx context.Context, d display, words ...string) (string, error) {
	return t.Capture(ctx, t.wine.Call(d.name, append([]string{"wine"}, words...)...))
}

// hands lets somebody type and click in the window.
func (t *try) hands(ctx context.Context, d display, script ...string) error {
	_, err := t.windows(ctx, d, append([]string{wine.Inside + "/hands.exe"}, script...)...)
	return err
}

// open starts the program and does not wait for its end.
func (t *try) open(ctx context.Context, d display, args ...string) error {
	exe := wine.Own(programs + "/" + dist.WindowExe)
	cmd := t.Prepare(ctx, t.wine.Call(d.name, append([]string{"wine", exe}, args...)...))
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // how it ended shows on the screen
	return nil
}

// ctl calls tdktctl.exe on the data file.
func (t *try) ctl(ctx context.Context, words ...string) (string, error) {
	return t.windows(ctx, t.good, append([]string{wine.Own(programs + "/" + dist.ControlExe), "-db", wine.Own(data)}, words...)...)
}

// install installs as an administrator's script would.
func (t *try) install(ctx context.Context) error {
	if _, err := t.windows(ctx, t.good, wine.Inside+"/cai-dat.exe", "/S"); err != nil {
		return err
	}
	return errors.Join(
		exists(t.wine.Home(programs+"/"+dist.WindowExe)),
		exists(t.wine.Home(programs+"/"+dist.SoftwareDir+"/opengl32.dll")),
		exists(t.wine.Home("Desktop/Sổ Thi đua.lnk")),
		exists(t.wine.Home("AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Sổ Thi đua.lnk")),
	)
}

// sample makes the data file in the documented folder.
func (t *try) sample(ctx context.Context) error {
	if err := os.MkdirAll(t.wine.Home(filepath.Dir(data)), 0o750); err != nil {
		return err
	}
	_, err := t.ctl(ctx, "demo")
	return errors.Join(err, exists(t.wine.Home(data)))
}

// start opens the data file as a double click does. Wine does not look where programs of
// one person say what they open, so that is read from the registry and called from here.
func (t *try) start(ctx context.Context) error {
	const kind = `HKCU\Software\Classes\`
	known, err := t.windows(ctx, t.good, "reg", "query", kind+".sotd", "/ve")
	if err != nil {
		return err
	}
	command, err := t.windows(ctx, t.good, "reg", "query", kind+`SoThiDua.So\shell\open\command`, "/ve")
	if err != nil {
		return err
	}
	if want := `"` + wine.Own(programs+"/"+dist.WindowExe) + `" "%1"`; !strings.Contains(known, "SoThiDua.So") || !strings.Contains(command, want) {
		return fmt.Errorf("data files are opened by %s %s, want %s", known, command, want)
	}
	began := time.Now()
	if err := t.open(ctx, t.good, wine.Own(data)); err != nil {
		return err
	}
	if err := t.good.painted(ctx); err != nil {
		return err
	}
	t.Say("the window painted itself %.1f s after its start", time.Since(began).Seconds())
	if err := t.hands(ctx, t.good, "wait:mau.sotd"); err != nil {
		return err
	}
	return t.see(ctx, t.good, "1-mo", "Năm Đơn vị Hoàn tác Nhập từ Excel Xuất hồ sơ trình Kế hoạch Nhân sự Đăng ký Khen thưởng")
}

// second starts the program once more: it is to end at once, with the file in the
// window that is there.
func (t *try) second(ctx context.Context) error {
	other := strings.Replace(data, "mau", "hai", 1)
	if err := copyFile(t.wine.Home(data), t.wine.Home(other)); err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	exe := wine.Own(programs + "/" + dist.WindowExe)
	for _, path := range []string{other, data} { // and back to the first
		if _, err := t.windows(ctx, t.good, exe, wine.Own(path)); err != nil {
			return fmt.Errorf("the second start did not end: %w", err)
		}
		if err := t.hands(ctx, t.good, "wait:"+filepath.Base(path)); err != nil {
			return err
		}
	}
	if n := len(t.processes(dist.WindowExe)); n != 1 {
		return fmt.Errorf("%d programs run, want 1", n)
	}
	return nil
}

// close closes the window; the copy it leaves is whole.
func (t *try) close(ctx context.Context) error {
	if err := t.shut(ctx, t.good); err != nil {
		return err
	}
	copies, err := filepath.Glob(t.wine.Home(filepath.Dir(data) + "/Sao lưu/mau*.sotd"))
	if err != nil {
		return err
	}
	if len(copies) == 0 {
		return errors.New("no copy in the folder “Sao lưu”")
	}
	for _, path := range copies {
		if _, err := t.ctl(ctx, "verify", wine.Own(filepath.Dir(data)+"/Sao lưu/"+filepath.Base(path))); err != nil {
			return err
		}
	}
	t.Say("proven copies: %d", len(copies))
	return nil
}

// shut closes the window as its cross does and waits until the program has ended.
func (t *try) shut(ctx context.Context, d display) error {
	if err := t.hands(ctx, d, "close:"+title); err != nil {
		return err
	}
	return until(ctx, "the program to end", func() (bool, error) { return len(t.processes(dist.WindowExe)) == 0, nil })
}

func copyFile(from, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, text, 0o600)
}
