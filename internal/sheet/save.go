package sheet

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/scratch"
	"tdkt/internal/tdkt"
)

// save writes the workbook to a temporary file in the target's folder and renames
// it, so that a reader never meets half a file.
func save(f *excelize.File, path string) error {
	tmp, err := scratch.File(filepath.Dir(path), ".xlsx")
	if err != nil {
		return cannotSave(err, path)
	}
	err = errors.Join(f.Write(tmp), tmp.Sync())
	err = errors.Join(err, tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(tmp.Name())
		return cannotSave(err, path)
	}
	return nil
}

// The Windows errors of a file that another program holds, and of a full disk.
const (
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
	diskFull         = syscall.Errno(112)
)

// cannotSave says in a sentence why the file could not be put in its place.
func cannotSave(err error, path string) error {
	name := filepath.Base(path)
	e := &tdkt.Error{Kind: tdkt.Environment, Err: fmt.Errorf("sheet: save workbook: %w", err)}
	info, statErr := os.Stat(path)
	exists := statErr == nil
	switch {
	case exists && info.IsDir(): // Windows says "access denied", as for a file that Excel holds
		e.Text = fmt.Sprintf("Không ghi được tệp “%s” vì nơi lưu có một thư mục cùng tên. Hãy đặt tên khác hoặc chọn nơi khác.", name)
	case exists && (errors.Is(err, fs.ErrPermission) || errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)):
		e.Text = fmt.Sprintf("Tệp “%s” đang mở trong Excel nên không ghi đè được. Hãy đóng tệp đó trong Excel rồi làm lại, hoặc chọn tên khác.", name)
	case errors.Is(err, fs.ErrNotExist):
		e.Text = fmt.Sprintf("Không có thư mục để ghi tệp “%s”. Hãy chọn lại nơi lưu.", name)
	case errors.Is(err, fs.ErrPermission):
		e.Text = fmt.Sprintf("Không được phép ghi tệp “%s” vào thư mục này. Hãy chọn thư mục khác, ví dụ Tài liệu (Documents).", name)
	case errors.Is(err, syscall.ENOSPC) || errors.Is(err, diskFull):
		e.Text = fmt.Sprintf("Ổ đĩa đã đầy nên không ghi được tệp “%s”. Hãy xóa bớt tệp không cần rồi làm lại.", name)
	default:
		e.Text = fmt.Sprintf("Không ghi được tệp “%s”. Hãy kiểm tra ổ đĩa, đóng tệp nếu đang mở, rồi làm lại hoặc chọn nơi khác.", name)
	}
	return e
}
