package sheet

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"tdkt/internal/tdkt"
)

// Excel holds the files it shows; only Windows refuses to replace them, so the
// errors it gives are tried here by their numbers.
func TestLockedByExcel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.xlsx")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	want := "Tệp “so.xlsx” đang mở trong Excel nên không ghi đè được. Hãy đóng tệp đó trong Excel rồi làm lại, hoặc chọn tên khác."
	for _, cause := range []error{sharingViolation, lockViolation, fs.ErrPermission} {
		err := cannotSave(&os.LinkError{Op: "rename", Err: cause}, path)
		var e *tdkt.Error
		if !errors.As(err, &e) || e.Text != want || e.Kind != tdkt.Environment {
			t.Errorf("%v: got %v", cause, err)
		}
	}
	missing := filepath.Join(t.TempDir(), "mới.xlsx")
	for cause, want := range map[error]string{
		fs.ErrPermission: "Không được phép ghi tệp “mới.xlsx” vào thư mục này. Hãy chọn thư mục khác, ví dụ Tài liệu (Documents).",
		syscall.ENOSPC:   "Ổ đĩa đã đầy nên không ghi được tệp “mới.xlsx”. Hãy xóa bớt tệp không cần rồi làm lại.",
	} {
		var e *tdkt.Error
		if !errors.As(cannotSave(&os.PathError{Op: "write", Err: cause}, missing), &e) || e.Text != want {
			t.Errorf("%v: got %v", cause, e)
		}
	}
}
