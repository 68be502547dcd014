package sheet_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// A workbook that cannot be put in its place leaves what was there, no litter, and
// a sentence that says what to do.
func TestCannotSave(t *testing.T) {
	dir := t.TempDir()
	taken := filepath.Join(dir, "so.xlsx")
	if err := os.MkdirAll(filepath.Join(taken, "x"), 0o750); err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	long := &tdkt.Exchange{Holds: []tdkt.HoldRow{{Code: "a", From: tdkt.Date(2020, 1, 1), Reason: strings.Repeat("đ", 32768)}}}
	for why, tt := range map[string]struct {
		ctx  context.Context //nolint:containedctx // One of the inputs.
		path string
		ex   *tdkt.Exchange
		kind tdkt.Kind
		want string
	}{
		"no such folder":   {t.Context(), filepath.Join(dir, "a", "b.xlsx"), full(), tdkt.Environment, "Không có thư mục để ghi tệp “b.xlsx”. Hãy chọn lại nơi lưu."},
		"a folder instead": {t.Context(), taken, full(), tdkt.Environment, "Không ghi được tệp “so.xlsx” vì nơi lưu có một thư mục cùng tên. Hãy đặt tên khác hoặc chọn nơi khác."},
		"too long a text":  {t.Context(), filepath.Join(dir, "c.xlsx"), long, tdkt.Invalid, "Không ghi được cột “Lý do” của trang “Tạm dừng”: nội dung một ô dài quá 32.767 ký tự. Hãy rút ngắn nội dung đó trong chương trình rồi xuất lại."},
	} {
		err := sheet.WriteExchange(tt.ctx, tt.path, tt.ex)
		var e *tdkt.Error
		if !errors.As(err, &e) || e.Kind != tt.kind || e.Text != tt.want {
			t.Errorf("%s: got %v", why, err)
		}
	}
	if err := sheet.WriteExchange(stopped, filepath.Join(dir, "d.xlsx"), full()); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: got %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
}

// Writing over a file replaces it whole.
func TestSaveReplaces(t *testing.T) {
	path := writeFile(t, full())
	if err := sheet.WriteExchange(t.Context(), path, &tdkt.Exchange{Units: []tdkt.UnitRow{{Code: "A", Name: "B"}}}); err != nil {
		t.Fatal(err)
	}
	ex, err := sheet.ReadExchange(t.Context(), path, nil)
	if err != nil || len(ex.Units) != 1 || len(ex.People) != 0 {
		t.Errorf("got %+v, %v", ex, err)
	}
}

// Reading can be stopped, and says it was stopped, not that the file is bad.
func TestReadingStops(t *testing.T) {
	stopped, stop := context.WithCancel(t.Context())
	stop()
	path := writeFile(t, full())
	if _, err := sheet.ReadExchange(stopped, path, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("exchange: %v", err)
	}
	if _, err := sheet.ReadStaff(stopped, path, tdkt.StaffOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("staff: %v", err)
	}
}
