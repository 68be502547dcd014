package forms

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"tdkt/internal/tdkt"
)

// publish gives the finished folder its name, the first that is free.
func publish(temp, parent, name string) (string, error) {
	for n := 1; n < 1000; n++ {
		dir := filepath.Join(parent, name)
		if n > 1 {
			dir = filepath.Join(parent, fmt.Sprintf("%s-%d", name, n))
		}
		_, err := os.Lstat(dir)
		if err == nil {
			continue
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fileError(dir, err)
		}
		// MkdirTemp made it for this user alone; the folder is to be read by others too.
		if err := os.Chmod(temp, 0o755); err != nil { //nolint:gosec // as any folder of documents
			return "", fileError(dir, err)
		}
		if err := os.Rename(temp, dir); err != nil {
			return "", fileError(dir, err)
		}
		return dir, nil
	}
	return "", tdkt.Errorf(tdkt.Environment, "Thư mục %s đã có quá nhiều hồ sơ trong ngày. Hãy xóa bớt rồi xuất lại.", parent)
}

// Windows error numbers: a file another program holds open.
const (
	winSharingViolation syscall.Errno = 32
	winLockViolation    syscall.Errno = 33
	winDiskFull         syscall.Errno = 112
)

// fileError says in a sentence why a file or folder could not be written.
func fileError(path string, err error) error {
	var number syscall.Errno
	errors.As(err, &number)
	text := "Không ghi được %s. Hãy chọn một thư mục khác rồi xuất lại."
	switch {
	case number == winSharingViolation || number == winLockViolation || openInExcel(path):
		text = "Không ghi được %s vì tệp đang mở trong Excel hoặc một chương trình khác. Hãy đóng tệp đó rồi xuất lại."
	case errors.Is(err, syscall.ENOSPC) || number == winDiskFull:
		text = "Không ghi được %s vì ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi xuất lại."
	case errors.Is(err, fs.ErrPermission):
		text = "Không ghi được %s vì không có quyền ghi hoặc tệp đang mở. Hãy đóng tệp đang mở hoặc chọn một thư mục khác rồi xuất lại."
	case errors.Is(err, fs.ErrNotExist):
		text = "Không ghi được %s vì thư mục không có. Hãy chọn một thư mục có thật rồi xuất lại."
	}
	out := tdkt.Errorf(tdkt.Environment, text, path)
	out.Err = err
	return out
}

// openInExcel looks for the owner file that Excel or LibreOffice keeps beside a
// workbook it has open. It is asked only once the writing has failed.
func openInExcel(path string) bool {
	dir, name := filepath.Split(path)
	for _, owner := range []string{"~$" + name, ".~lock." + name + "#"} {
		if _, err := os.Lstat(filepath.Join(dir, owner)); err == nil {
			return true
		}
	}
	return false
}
