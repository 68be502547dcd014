package smoke

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"tdkt/cmd/dev/internal/dist"
	"tdkt/cmd/dev/internal/wine"
)

// software opens the window on a screen without OpenGL: the program is to start itself
// again from the folder where Mesa lies.
func (t *try) software(ctx context.Context) error {
	began := time.Now()
	if err := t.open(ctx, t.bare, wine.Own(data)); err != nil {
		return err
	}
	if err := t.bare.painted(ctx); err != nil {
		return err
	}
	t.Say("drawn in software %.1f s after the start", time.Since(began).Seconds())
	list := t.processes(dist.SoftwareDir + `\` + dist.WindowExe)
	if len(list) != 1 {
		return fmt.Errorf("%d programs run from %s, want 1", len(list), dist.SoftwareDir)
	}
	if err := t.hands(ctx, t.bare, "wait:mau.sotd"); err != nil {
		return err
	}
	return errors.Join(
		t.see(ctx, t.bare, "5-khong-opengl", "Năm Đơn vị Hoàn tác Nhập từ Excel Kế hoạch Nhân sự Đăng ký Khen thưởng"),
		t.shut(ctx, t.bare),
	)
}

// sentence takes Mesa away: a box of the system is to say what to do, and tdktctl.exe
// works all the same.
func (t *try) sentence(ctx context.Context) (err error) {
	mesa, away := t.wine.Home(programs+"/"+dist.SoftwareDir), t.wine.Home(programs+"/khong-co")
	if err := os.Rename(mesa, away); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.Rename(away, mesa)) }()
	if err := t.open(ctx, t.bare, wine.Own(data)); err != nil {
		return err
	}
	if err := t.hands(ctx, t.bare, "wait:"+title); err != nil {
		return err
	}
	_, failed := t.ctl(ctx, "verify")
	return errors.Join(
		t.see(ctx, t.bare, "6-khong-mesa", "chưa vẽ được cửa sổ OpenGL cài lại quản trị trình điều khiển"),
		failed, t.shut(ctx, t.bare),
	)
}

// update installs over what is there and looks whether data and settings are as before;
// the next start opens the last file and, after an older version, says what is new.
func (t *try) update(ctx context.Context) error {
	before, err := t.state()
	if err != nil {
		return err
	}
	if err := t.install(ctx); err != nil {
		return err
	}
	after, err := t.state()
	if err != nil {
		return err
	}
	if before != after {
		return errors.New("the data file or the settings changed")
	}
	if err := t.lastSeen("0.0.1"); err != nil {
		return err
	}
	if err := t.open(ctx, t.good); err != nil {
		return err
	}
	if err := t.good.painted(ctx); err != nil {
		return err
	}
	return errors.Join(t.see(ctx, t.good, "7-cap-nhat", "Có gì mới Kế hoạch Nhân sự Đăng ký"), t.shut(ctx, t.good))
}

// settings is where the program keeps its settings.
func (t *try) settings() string {
	return t.wine.Home("AppData/Roaming/fyne/vn.sothidua.app/preferences.json")
}

// lastSeen has the settings say which version was used last, so that this one is newer.
func (t *try) lastSeen(version string) error {
	text, err := os.ReadFile(t.settings())
	if err != nil {
		return err
	}
	kept := map[string]any{}
	if err := json.Unmarshal(text, &kept); err != nil {
		return fmt.Errorf("smoke: settings: %w", err)
	}
	const name = "seen-version"
	if _, ok := kept[name]; !ok {
		return fmt.Errorf("smoke: the settings do not say %s: %s", name, text)
	}
	kept[name] = version
	if text, err = json.Marshal(kept); err != nil {
		return fmt.Errorf("smoke: settings: %w", err)
	}
	return os.WriteFile(t.settings(), text, 0o600)
}

// state is the data file and the settings in one text.
func (t *try) state() (string, error) {
	var all strings.Builder
	for _, path := range []string{t.wine.Home(data), t.settings()} {
		text, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		all.Write(text)
	}
	return all.String(), nil
}

// uninstall takes the program away and leaves what people made with it.
func (t *try) uninstall(ctx context.Context) error {
	if _, err := t.windows(ctx, t.good, wine.Own(programs+"/Go-cai-dat.exe"), "/S"); err != nil {
		return err
	}
	err := until(ctx, "the program to be gone", func() (bool, error) { // the uninstaller goes on from a copy of itself
		_, err := os.Stat(t.wine.Home(programs))
		_, shown := os.Stat(t.wine.Home("Desktop/Sổ Thi đua.lnk")) // the last it takes
		return errors.Is(err, os.ErrNotExist) && errors.Is(shown, os.ErrNotExist), nil
	})
	return errors.Join(
		err,
		exists(t.wine.Home(data)),
		exists(t.wine.Home("Sổ Thi đua/Sao lưu")),
	)
}
