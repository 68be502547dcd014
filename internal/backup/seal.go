package backup

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"

	"tdkt/internal/tdkt"
)

// sealedHead is how every file sealed by age begins.
const sealedHead = "age-encryption.org/v1\n"

// shortest is how many characters a passphrase must have: a short one is guessed.
const shortest = 8

// IsSealed says whether a file is a copy that opens with a passphrase alone.
func IsSealed(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	head := make([]byte, len(sealedHead))
	_, err = io.ReadFull(f, head)
	return errors.Join(err, f.Close()) == nil && string(head) == sealedHead
}

// Seal writes a copy that opens with the passphrase alone. It bears its name only once
// it is whole; a file of that name is never overwritten.
func Seal(from, to, passphrase string) error {
	if len([]rune(passphrase)) < shortest {
		return tdkt.Errorf(tdkt.Invalid, "Mật khẩu cần ít nhất %d ký tự. Hãy đặt mật khẩu dài hơn và ghi lại ở nơi an toàn: quên mật khẩu thì không ai mở được bản này.", shortest)
	}
	lock, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return fmt.Errorf("backup: passphrase: %w", err)
	}
	lock.SetWorkFactor(workFactor)
	return throughTemp(from, to, func(w io.Writer, r io.Reader) error {
		sealed, err := age.Encrypt(w, lock)
		if err != nil {
			return err
		}
		_, err = io.Copy(sealed, r)
		return errors.Join(err, sealed.Close())
	})
}

// workFactor is what Seal asks of the passphrase, as a power of two; a file that asks for
// more was not made by Seal and would only take the memory of the PC.
const workFactor = 18

// Unseal opens a sealed copy into another file.
func Unseal(from, to, passphrase string) error {
	base := filepath.Base(from)
	if passphrase == "" {
		return tdkt.Errorf(tdkt.Usage, "Tệp “%s” được khóa bằng mật khẩu. Hãy nhập mật khẩu đã đặt khi sao lưu.", base)
	}
	key, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return fmt.Errorf("backup: passphrase: %w", err)
	}
	key.SetMaxWorkFactor(workFactor)
	return throughTemp(from, to, func(w io.Writer, r io.Reader) error {
		plain, err := age.Decrypt(r, key)
		if err == nil {
			_, err = io.Copy(w, plain)
		}
		var wrong *age.NoIdentityMatchError
		switch {
		case err == nil:
			return nil
		case errors.As(err, &wrong), strings.Contains(err.Error(), "incorrect passphrase"):
			return &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf("Mật khẩu không mở được tệp “%s”. Hãy xem lại chữ hoa, chữ thường và bộ gõ rồi nhập lại.", base)}
		default:
			return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Bản sao lưu có mật khẩu “%s” bị hỏng; hãy dùng bản khác.", base)}
		}
	})
}

// throughTemp makes to out of from by way of to.tmp.
func throughTemp(from, to string, do func(io.Writer, io.Reader) error) (err error) {
	if _, err := os.Lstat(to); err == nil {
		return tdkt.Errorf(tdkt.Environment, "Đã có tệp “%s”; hãy chọn tên khác cho bản sao lưu.", filepath.Base(to))
	}
	src, err := os.Open(from)
	if err != nil {
		return unwritable(filepath.Dir(from), err)
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	tmp := to + ".tmp"
	dst, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return unwritable(filepath.Dir(to), err)
	}
	err = do(dst, src)
	if err = errors.Join(err, dst.Sync(), dst.Close()); err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	if err := os.Rename(tmp, to); err != nil {
		return unwritable(filepath.Dir(to), err)
	}
	return nil
}
