package backup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"

	"tdkt/internal/tdkt"
)

// A data file that is sealed at rest is an age file too. Its head holds, beside the key it
// is sealed to, that key's other half behind the office's passphrase and behind the code
// on paper, each as a small age file of its own: what is asked of the passphrase is asked
// once, when the file is opened, and not at each change.
const (
	slotPhrase = "so-thi-dua-mat-khau"
	slotCode   = "so-thi-dua-ma-giay"
	slotOlder  = "so-thi-dua-khoa-cu" // keys of before the passphrase was changed, for copies of then
	accountsOn = "tai-khoan"          // the file asks who opens it, too
)

// Vault seals a data file at rest.
type Vault struct {
	// Accounts says that the file has accounts. It is told to who has the file.
	Accounts bool

	key          *age.X25519Identity
	older        []*age.X25519Identity
	phrase, code []byte // key behind each
}

// NewVault is a vault with a new key; of old, where there is one, it opens what was
// sealed before.
func NewVault(passphrase, code string, old *Vault) (*Vault, error) {
	if err := TooWeak(passphrase); err != nil {
		return nil, err
	}
	key, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("backup: make a key: %w", err)
	}
	v := &Vault{key: key}
	if old != nil {
		v.Accounts, v.older = old.Accounts, append(slices.Clone(old.older), old.key)
	}
	if v.phrase, err = behind(passphrase, key.String()); err != nil {
		return nil, err
	}
	v.code, err = behind(code, key.String())
	return v, err
}

// behind puts a text behind a passphrase.
func behind(passphrase, text string) ([]byte, error) {
	lock, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("backup: passphrase: %w", err)
	}
	lock.SetWorkFactor(sealWork)
	return encrypted(text, lock)
}

func encrypted(text string, to age.Recipient) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err == nil {
		_, err = io.WriteString(w, text)
		err = errors.Join(err, w.Close())
	}
	return out.Bytes(), err
}

func decrypted(body []byte, with age.Identity) ([]*age.X25519Identity, error) {
	r, err := age.Decrypt(bytes.NewReader(body), with)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(r, maxHead))
	if err != nil {
		return nil, err
	}
	var keys []*age.X25519Identity
	for line := range strings.Lines(string(text)) {
		key, err := age.ParseX25519Identity(strings.TrimSpace(line))
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	if len(keys) == 0 {
		return nil, errors.New("backup: no key behind the passphrase")
	}
	return keys, nil
}

// Wrap is age's: it makes the head of the file.
func (v *Vault) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	stanzas, err := v.key.Recipient().Wrap(fileKey)
	if err != nil {
		return nil, err
	}
	args := []string{v.Name()}
	if v.Accounts {
		args = append(args, accountsOn)
	}
	stanzas = append(stanzas, &age.Stanza{Type: slotPhrase, Args: args, Body: v.phrase}, &age.Stanza{Type: slotCode, Body: v.code})
	if len(v.older) == 0 {
		return stanzas, nil
	}
	var text strings.Builder
	for _, k := range v.older {
		fmt.Fprintln(&text, k)
	}
	body, err := encrypted(text.String(), v.key.Recipient())
	return append(stanzas, &age.Stanza{Type: slotOlder, Body: body}), err
}

// Name tells one vault from another; anyone may know it.
func (v *Vault) Name() string { return v.key.Recipient().String() }

// Names are the names of all vaults whose files this one opens.
func (v *Vault) Names() []string {
	names := []string{v.Name()}
	for _, k := range v.older {
		names = append(names, k.Recipient().String())
	}
	return names
}

// Seal makes a file that the vault opens, whole before it has its name. A file of that
// name is never overwritten.
func (v *Vault) Seal(to string, text []byte) error {
	return throughTemp(to, func(w io.Writer) error { return v.SealTo(w, text) })
}

// SealTo seals what the caller keeps safe by itself.
func (v *Vault) SealTo(w io.Writer, text []byte) error {
	sealed, err := age.Encrypt(w, v)
	if err != nil {
		return err
	}
	_, err = sealed.Write(text)
	return errors.Join(err, sealed.Close())
}

// Open gives what lies in a file that this vault, or the one it came after, sealed.
func (v *Vault) Open(path string) ([]byte, error) {
	keys := []age.Identity{v.key}
	for _, k := range v.older {
		keys = append(keys, k)
	}
	return opened(path, keys...)
}

// slots are what is behind passphrases in the head of a file.
type slots struct {
	stanzas []*age.Stanza
}

// Unwrap is age's: it only looks at the head.
func (s *slots) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	s.stanzas = stanzas
	return nil, age.ErrIncorrectIdentity
}

func (s *slots) of(kind string) *age.Stanza {
	i := slices.IndexFunc(s.stanzas, func(x *age.Stanza) bool { return x.Type == kind })
	if i < 0 {
		return nil
	}
	return s.stanzas[i]
}

// maxHead is far more than the head of a sealed file takes.
const maxHead = 64 << 10

// headOf reads the head of a sealed file.
func headOf(path string) (s slots, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	_, err = age.Decrypt(io.LimitReader(f, maxHead), &s)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		err = nil
	}
	return s, errors.Join(err, f.Close())
}

// IsVault says whether a file is a data file, or a copy of one, that is sealed at rest;
// name is its vault's and accounts whether the file has accounts.
func IsVault(path string) (name string, accounts, is bool) {
	if !IsSealed(path) {
		return "", false, false
	}
	s, err := headOf(path)
	if err != nil {
		return "", false, false
	}
	x := s.of(slotPhrase)
	if x == nil || len(x.Args) == 0 {
		return "", false, false
	}
	return x.Args[0], slices.Contains(x.Args[1:], accountsOn), true
}

// OpenVault opens the vault of a file by the passphrase or, where code is not "", by the
// code on paper.
func OpenVault(path, passphrase, code string) (*Vault, error) {
	s, err := headOf(path)
	phrase, paper := s.of(slotPhrase), s.of(slotCode)
	if err != nil || phrase == nil || paper == nil {
		return nil, spoiled(path, err)
	}
	base, given, body := filepath.Base(path), passphrase, phrase.Body
	said := fmt.Sprintf("Mật khẩu không mở được tệp “%s”. Hãy xem lại chữ hoa, chữ thường và bộ gõ rồi nhập lại.", base)
	if code != "" {
		given, body = code, paper.Body
		said = fmt.Sprintf("Mã giấy không mở được tệp “%s”. Hãy gõ lại đủ 25 chữ và số ghi trên giấy lúc khóa tệp.", base)
	}
	if given == "" {
		return nil, &tdkt.Error{Kind: tdkt.Usage, Err: ErrLocked, Text: fmt.Sprintf("Tệp “%s” được khóa bằng mật khẩu của cơ quan. Hãy nhập mật khẩu để mở.", base)}
	}
	lock, err := age.NewScryptIdentity(given)
	if err != nil {
		return nil, fmt.Errorf("backup: passphrase: %w", err)
	}
	lock.SetMaxWorkFactor(workFactor)
	keys, err := decrypted(body, lock)
	if err != nil {
		if wrongPhrase(err) {
			return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: fmt.Errorf("%w: %w", ErrWrongPhrase, err), Text: said}
		}
		return nil, spoiled(path, err)
	}
	v := &Vault{key: keys[0], phrase: phrase.Body, code: paper.Body, Accounts: slices.Contains(phrase.Args[1:], accountsOn)}
	if x := s.of(slotOlder); x != nil {
		if v.older, err = decrypted(x.Body, v.key); err != nil {
			return nil, spoiled(path, err)
		}
	}
	return v, nil
}

// ErrLocked is in the error of a sealed data file that was opened without its passphrase,
// ErrWrongPhrase of one opened with another.
var (
	ErrLocked      = errors.New("backup: the file is sealed")
	ErrWrongPhrase = errors.New("backup: wrong passphrase")
)

// opened reads a whole sealed file.
func opened(path string, keys ...age.Identity) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r, err := age.Decrypt(f, keys...)
	var out bytes.Buffer
	if err == nil {
		_, err = io.Copy(&out, io.LimitReader(r, MostSealed+1))
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, spoiled(path, err)
	}
	if out.Len() > MostSealed {
		return nil, TooLargeToSeal(path)
	}
	return out.Bytes(), nil
}

// TooLargeToSeal refuses a file that does not go into memory.
func TooLargeToSeal(path string) error {
	return tdkt.Errorf(tdkt.Environment, "Tệp “%s” lớn hơn %d MB nên không khóa cả tệp được: tệp khóa được giữ trong bộ nhớ khi mở. Hãy để tệp không khóa và cất ở nơi chỉ mình vào được.", filepath.Base(path), MostSealed>>20)
}

func spoiled(path string, err error) error {
	return &tdkt.Error{Kind: tdkt.Environment, Err: fmt.Errorf("%w: %w", ErrSpoiled, err), Text: fmt.Sprintf(
		"Tệp có khóa “%s” bị hỏng, bị cắt hoặc được khóa bằng mật khẩu khác. Hãy giữ lại tệp và khôi phục từ bản sao lưu gần nhất.", filepath.Base(path))}
}

// ErrSpoiled is in the error of a sealed file that is not whole.
var ErrSpoiled = errors.New("backup: the sealed file is not whole")
