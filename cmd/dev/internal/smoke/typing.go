package smoke

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tdkt/cmd/dev/internal/wine"
)

// What is typed: every tone, both hats, horn, breve and đ.
const (
	sought  = "Nguyễn Thị Minh Châu" // somebody of the sample, CB002
	renamed = "Nguyễn Thị Ánh Tuyết"
	hired   = "Đỗ Đặng Quỳnh Hương"
	judged  = "2023"   // a year of the sample with cases voted on
	yearBox = "105,45" // where the year is chosen
)

// typing writes into the three kinds of editor, with no time between the keys: the
// filter above a list, a cell of it, and a form. What arrived is read from the data.
func (t *try) typing(ctx context.Context) error {
	const soon = "pause:1500"
	err := t.hands(
		ctx, t.good, "wait:mau.sotd", "keys:ctrl+2", soon,
		"keys:ctrl+f", "unikey:"+sought, soon, "keys:enter", "keys:home", "keys:right",
		"unikey:"+renamed, "pause:300", "keys:enter", soon,
	)
	if err != nil {
		return err
	}
	if err := t.see(ctx, t.good, "2-go-o", "Mã Họ và tên Ngày sinh CB002 Ánh Tuyết Đã lưu"); err != nil {
		return err
	}
	err = t.hands(
		ctx, t.good, "wait:mau.sotd", "keys:ctrl+n", soon, "type:Tên cũ", "keys:ctrl+a", "unikey:"+hired, "pause:300",
		"keys:tab", "keys:space", "pause:500", "keys:down", "keys:enter", soon,
	)
	if err != nil {
		return err
	}
	if err := t.see(ctx, t.good, "3-go-bieu-mau", "Họ và tên Đơn vị Chức vụ Ngày sinh "+hired); err != nil {
		return err
	}
	if err := t.hands(ctx, t.good, "keys:enter", soon); err != nil {
		return err
	}
	people, err := t.ctl(ctx, "check", "-year", "2023", "-title", "LDTT")
	if err != nil {
		return err
	}
	for _, want := range []string{"CB002 " + renamed + " ", hired} {
		if !strings.Contains(people, want) {
			err = errors.Join(err, fmt.Errorf("typed %q, and the data does not have it", want))
		}
	}
	return err
}

// export writes the year's papers from the window, into a folder chosen in the dialog
// of Windows.
func (t *try) export(ctx context.Context) error {
	target := "Sổ Thi đua/Hồ sơ"
	if err := os.MkdirAll(t.wine.Home(target), 0o750); err != nil {
		return err
	}
	err := t.hands(
		ctx, t.good, "wait:mau.sotd", "click:"+yearBox, "pause:1000", "type:"+judged, "pause:500", "keys:enter", "pause:2000",
		"keys:ctrl+e", "pause:6000", "keys:enter",
		"wait:Chọn thư mục", "pause:1500", "type:"+wine.Own(target), "pause:500", "keys:enter",
	)
	if err != nil {
		return err
	}
	var written []string
	err = until(ctx, "Excel files", func() (bool, error) {
		written, err = filepath.Glob(t.wine.Home(target + "/*/*/*.xlsx"))
		return len(written) > 0, err
	})
	if err != nil {
		return err
	}
	if err := t.see(ctx, t.good, "4-da-xuat", "Đã xuất Đã ghi xong Tệp Mở thư mục Đóng xlsx"); err != nil {
		return err
	}
	return t.hands(ctx, t.good, "keys:esc")
}
