package backup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"tdkt/internal/tdkt"
)

// sealedHead is how every file sealed by age begins.
const sealedHead = "age-encryption.org/v1\n"

// IsSealed says whether a file is a copy that opens with a passphrase alone.
func IsSealed(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false // a pipe would keep us waiting for ever
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	head := make([]byte, len(sealedHead))
	_, err = io.ReadFull(f, head)
	return errors.Join(err, f.Close()) == nil && string(head) == sealedHead
}

// Seal makes a file that opens with the passphrase alone out of what write gives it. It
// bears its name only once it is whole; a file of that name is never overwritten.
func Seal(to, passphrase string, write func(io.Writer) error) error {
	if err := TooWeak(passphrase); err != nil {
		return err
	}
	lock, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return fmt.Errorf("backup: passphrase: %w", err)
	}
	lock.SetWorkFactor(sealWork)
	return throughTemp(to, func(w io.Writer) error {
		sealed, err := age.Encrypt(w, lock)
		if err != nil {
			return err
		}
		return errors.Join(write(sealed), sealed.Close())
	})
}

// workFactor is what Seal asks of the passphrase, as a power of two; a file that asks for
// more was not made by Seal and would only take the memory of the PC.
const workFactor = 18

// sealWork is workFactor, but in tests that seal many files.
var sealWork = workFactor

// QuickSeals makes Seal ask little of the passphrase, in a program that runs tests: what is
// tried there is not how long a thief would have to guess.
func QuickSeals() {
	if testing.Testing() {
		sealWork = 10
	}
}

// MostSealed is the most that is taken out of a sealed file: it goes into memory.
const MostSealed = 300 << 20

// Unseal gives what lies in a sealed file to w.
func Unseal(from, passphrase string, w io.Writer) (err error) {
	base := filepath.Base(from)
	if passphrase == "" {
		return tdkt.Errorf(tdkt.Usage, "Tệp “%s” được khóa bằng mật khẩu. Hãy nhập mật khẩu đã đặt khi sao lưu.", base)
	}
	key, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return fmt.Errorf("backup: passphrase: %w", err)
	}
	key.SetMaxWorkFactor(workFactor)
	src, err := os.Open(from)
	if err != nil {
		return unwritable(filepath.Dir(from), err)
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	plain, err := age.Decrypt(src, key)
	var n int64
	if err == nil {
		n, err = io.Copy(w, io.LimitReader(plain, MostSealed+1))
	}
	switch {
	case err == nil && n > MostSealed:
		return tdkt.Errorf(tdkt.Environment, "Tệp “%s” quá lớn so với một bản sao lưu nên không đọc; hãy kiểm tra có chọn đúng tệp không.", base)
	case err == nil:
		return nil
	case wrongPhrase(err):
		return &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf("Mật khẩu không mở được tệp “%s”. Hãy xem lại chữ hoa, chữ thường và bộ gõ rồi nhập lại.", base)}
	default:
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Bản sao lưu có mật khẩu “%s” bị hỏng; hãy dùng bản khác.", base)}
	}
}

// UnsealBytes is Unseal into memory.
func UnsealBytes(from, passphrase string) ([]byte, error) {
	var plain bytes.Buffer
	err := Unseal(from, passphrase, &plain)
	return plain.Bytes(), err
}

// wrongPhrase says whether age found the passphrase to be another.
func wrongPhrase(err error) bool {
	var none *age.NoIdentityMatchError
	return errors.As(err, &none) || strings.Contains(err.Error(), "incorrect passphrase")
}

// throughTemp makes to by way of to.tmp.
func throughTemp(to string, do func(io.Writer) error) error {
	if _, err := os.Lstat(to); err == nil {
		return tdkt.Errorf(tdkt.Environment, "Đã có tệp “%s”; hãy chọn tên khác cho bản sao lưu.", filepath.Base(to))
	}
	tmp := to + ".tmp"
	dst, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return unwritable(filepath.Dir(to), err)
	}
	err = do(dst)
	if err = errors.Join(err, dst.Sync(), dst.Close()); err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	if err := os.Rename(tmp, to); err != nil {
		return unwritable(filepath.Dir(to), err)
	}
	return nil
}
