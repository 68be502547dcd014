package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tdkt/internal/accounts"
	"tdkt/internal/app/view"
	"tdkt/internal/backup"
	"tdkt/internal/tdkt"
)

// ErrLogIn is in the error of a file that has accounts and was opened without one.
var ErrLogIn = errors.New("app: the file has accounts")

// ErrWrongPassword is in the error of a name or password that does not open the file.
var ErrWrongPassword = errors.New("app: wrong name or password")

const verbAccount = "account"

// paperLogin is the name of the row that holds the code on paper: no person can have it.
const paperLogin = "(mã giấy)"

// Actor is who logged in, nil where the file has no accounts or nobody did.
func (a *App) Actor() *tdkt.Account {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.actor
}

func (a *App) setActor(x *tdkt.Account) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.actor = x
	if x != nil {
		a.User = x.Signature()
	}
}

// LogIn begins to work under an account. Which of name and password is wrong is not told.
func (a *App) LogIn(login, password string) error {
	list := a.View().Logins()
	if len(list) == 0 {
		return nil
	}
	if login == "" {
		return &tdkt.Error{Kind: tdkt.Usage, Err: ErrLogIn, Text: "Tệp này có tài khoản. Hãy nhập tên đăng nhập và mật khẩu để mở."}
	}
	for _, x := range list {
		if sameLogin(x.Login, login) && accounts.Check(x.Secret, password) {
			a.setActor(&x)
			return nil
		}
	}
	return &tdkt.Error{Kind: tdkt.Invalid, Err: ErrWrongPassword, Text: "Tên đăng nhập hoặc mật khẩu không đúng. Hãy xem lại chữ hoa, chữ thường và bộ gõ rồi nhập lại."}
}

func sameLogin(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// BeginAccounts makes the first account, of the clerk who sits there, and the code on
// paper. The code is shown once and kept nowhere but on that paper.
func (a *App) BeginAccounts(ctx context.Context, login, name, password string) (code string, err error) {
	if len(a.View().Accounts) > 0 {
		return "", tdkt.Errorf(tdkt.Invalid, "Tệp đã có tài khoản. Hãy thêm tài khoản thay vì đặt lại từ đầu.")
	}
	first, err := a.newAccount(tdkt.Account{Login: login, Name: name, Role: tdkt.AccessClerk}, password)
	if err != nil {
		return "", err
	}
	paper, code, err := newPaper("")
	if err != nil {
		return "", err
	}
	err = a.changeAccounts(ctx, "Đặt tài khoản cho sổ, người giữ: "+first.Signature(), func(tx Tx) error { return tx.Put(ctx, first, paper) })
	if err == nil {
		a.setActor(&first)
	}
	return code, err
}

// SaveAccount adds an account, or changes one; a password that is not given stays. Only a
// clerk may.
func (a *App) SaveAccount(ctx context.Context, x tdkt.Account, password string) error {
	if err := a.mustKeepAccounts(); err != nil {
		return err
	}
	if x.ID == "" || password != "" {
		made, err := a.newAccount(x, password)
		if err != nil {
			return err
		}
		x = made
	} else if err := a.allowsAccount(x); err != nil {
		return err
	}
	if x.Role != tdkt.AccessClerk && !a.otherClerk(x.ID) {
		return errLastClerk()
	}
	return a.changeAccounts(ctx, fmt.Sprintf("Ghi tài khoản %s, vai trò %s", x.Signature(), x.Role), func(tx Tx) error { return tx.Put(ctx, x) })
}

// RemoveAccount takes an account out. The last clerk's stays while there are others.
func (a *App) RemoveAccount(ctx context.Context, x tdkt.Account) error {
	if err := a.mustKeepAccounts(); err != nil {
		return err
	}
	if !a.otherClerk(x.ID) {
		return errLastClerk()
	}
	return a.changeAccounts(ctx, "Bỏ tài khoản "+x.Signature(), func(tx Tx) error { return tx.Remove(ctx, x) })
}

func errLastClerk() error {
	return tdkt.Errorf(tdkt.Invalid, "Đây là tài khoản văn thư cuối cùng nên không bỏ hay đổi vai trò được. Hãy đặt một văn thư khác trước, hoặc tắt tài khoản.")
}

// EndAccounts takes all accounts out: the file opens for whoever has it again.
func (a *App) EndAccounts(ctx context.Context) error {
	if err := a.mustKeepAccounts(); err != nil {
		return err
	}
	var all []tdkt.Record
	for _, x := range a.View().Accounts {
		all = append(all, x)
	}
	err := a.changeAccounts(ctx, "Tắt tài khoản: tệp mở không cần đăng nhập", func(tx Tx) error { return tx.Remove(ctx, all...) })
	if err == nil {
		a.setActor(nil)
	}
	return err
}

// ChangePassword gives who is logged in another password.
func (a *App) ChangePassword(ctx context.Context, old, password string) error {
	me := a.Actor()
	if me == nil {
		return tdkt.Errorf(tdkt.Invalid, "Chưa đăng nhập nên không có mật khẩu để đổi.")
	}
	now, ok := a.accountOf(me.ID)
	if !ok || !accounts.Check(now.Secret, old) {
		return &tdkt.Error{Kind: tdkt.Invalid, Err: ErrWrongPassword, Text: "Mật khẩu đang dùng không đúng. Hãy nhập lại."}
	}
	made, err := a.newAccount(now, password)
	if err != nil {
		return err
	}
	return a.changeAccounts(ctx, "Đổi mật khẩu của "+made.Signature(), func(tx Tx) error { return tx.Put(ctx, made) })
}

// ResetPassword gives an account another password upon the code on paper, and makes a new
// code: the old paper is of no use any more.
func (a *App) ResetPassword(ctx context.Context, code, login, password string) (newCode string, err error) {
	var paper tdkt.Account
	for _, x := range a.View().Accounts {
		if x.Role == tdkt.AccessPaper {
			paper = x
		}
	}
	if !accounts.Check(paper.Secret, accounts.TidyCode(code)) {
		return "", &tdkt.Error{Kind: tdkt.Invalid, Err: ErrWrongPassword, Text: "Mã giấy không đúng. Hãy gõ lại đủ 25 chữ và số ghi trên giấy lúc đặt tài khoản."}
	}
	for _, x := range a.View().Logins() {
		if !sameLogin(x.Login, login) {
			continue
		}
		made, err := a.newAccount(x, password)
		if err != nil {
			return "", err
		}
		paper, newCode, err := newPaper(paper.ID)
		if err != nil {
			return "", err
		}
		a.setActor(&made)
		return newCode, a.changeAccounts(ctx, "Đặt lại mật khẩu của "+made.Signature()+" bằng mã giấy", func(tx Tx) error { return tx.Put(ctx, made, paper) })
	}
	return "", tdkt.Errorf(tdkt.Invalid, "Không có tài khoản “%s” trong tệp. Hãy xem lại tên đăng nhập.", login)
}

func newPaper(id tdkt.ID) (paper tdkt.Account, code string, err error) {
	if code, err = accounts.NewCode(); err != nil {
		return paper, "", err
	}
	secret, err := accounts.Hash(accounts.TidyCode(code))
	return tdkt.Account{ID: cmp.Or(id, tdkt.NewID()), Login: paperLogin, Name: "Mã giấy", Role: tdkt.AccessPaper, Secret: secret}, code, err
}

// newAccount is an account with a password.
func (a *App) newAccount(x tdkt.Account, password string) (tdkt.Account, error) {
	x.ID, x.Login, x.Name = cmp.Or(x.ID, tdkt.NewID()), tdkt.Clean(x.Login), tdkt.Clean(x.Name)
	if err := a.allowsAccount(x); err != nil {
		return x, err
	}
	if backup.TooWeak(password) != nil {
		return x, tdkt.Errorf(tdkt.Invalid, "Mật khẩu cần ít nhất 8 ký tự và không đoán được ngay (ký tự lặp lại, dãy liền nhau, từ ai cũng dùng). Hãy đặt một cụm vài từ mà chỉ mình biết.")
	}
	if strings.EqualFold(strings.TrimSpace(password), x.Login) {
		return x, tdkt.Errorf(tdkt.Invalid, "Mật khẩu không được trùng tên đăng nhập. Hãy đặt mật khẩu khác.")
	}
	secret, err := accounts.Hash(password)
	x.Secret = secret
	return x, err
}

// allowsAccount refuses an account that could not be told from another.
func (a *App) allowsAccount(x tdkt.Account) error {
	plain := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-", r) }
	switch {
	case x.Login == "" || strings.ContainsFunc(x.Login, func(r rune) bool { return !plain(r) }):
		return tdkt.Errorf(tdkt.Invalid, "Tên đăng nhập chỉ gồm chữ, số và dấu . _ -, không có khoảng trắng. Ví dụ: vanthu.")
	case x.Name == "":
		return tdkt.Errorf(tdkt.Invalid, "Chưa có họ tên của người dùng tài khoản; nhật ký sẽ ghi tên này.")
	case !slices.Contains(tdkt.Accesses(), x.Role):
		return tdkt.Errorf(tdkt.Invalid, "Chưa chọn vai trò. Hãy chọn văn thư, thư ký hoặc lãnh đạo.")
	}
	for _, o := range a.View().Accounts {
		if o.ID != x.ID && sameLogin(o.Login, x.Login) {
			return tdkt.Errorf(tdkt.Invalid, "Tên đăng nhập “%s” đã có người dùng. Hãy đặt tên khác.", x.Login)
		}
	}
	return nil
}

func (a *App) accountOf(id tdkt.ID) (tdkt.Account, bool) {
	for _, x := range a.View().Accounts {
		if x.ID == id {
			return x, true
		}
	}
	return tdkt.Account{}, false
}

// otherClerk says whether a clerk is left beside an account.
func (a *App) otherClerk(id tdkt.ID) bool {
	return slices.ContainsFunc(a.View().Accounts, func(x tdkt.Account) bool { return x.ID != id && x.Role == tdkt.AccessClerk })
}

// WhyNotWrite says why who sits there changes nothing but his own opinions, "" where he
// may.
func (a *App) WhyNotWrite() string {
	switch {
	case a.Reading.Package:
		return "Gói cho lãnh đạo chỉ để đọc và ghi ý kiến; việc này làm trong tệp của cơ quan."
	case a.Reading.Only:
		return "Tệp đang mở chỉ để đọc; muốn sửa, hãy mở lại tệp để ghi."
	}
	if access, err := a.access(); err != nil || access != tdkt.AccessLeader {
		return ""
	}
	return "Tài khoản lãnh đạo xem mọi số liệu và ghi ý kiến của mình; việc này do văn thư hoặc thư ký làm."
}

// MaySeal refuses who may not seal the whole file or put it in the clear: where there are
// accounts, that is the clerk's.
func (a *App) MaySeal() error {
	access, err := a.access()
	if err == nil && access != "" && access != tdkt.AccessClerk {
		err = tdkt.Errorf(tdkt.Invalid, "Chỉ văn thư được khóa hoặc bỏ khóa cả tệp.")
	}
	return err
}

// mustKeepAccounts refuses who may not change accounts.
func (a *App) mustKeepAccounts() error {
	access, err := a.access()
	if err == nil && access != tdkt.AccessClerk {
		err = tdkt.Errorf(tdkt.Invalid, "Chỉ văn thư được đổi tài khoản.")
	}
	return err
}

// access is what who sits there may do now, "" where the file has no accounts.
func (a *App) access() (tdkt.Access, error) {
	if len(a.View().Accounts) == 0 {
		return "", nil
	}
	me := a.Actor()
	if me == nil {
		return "", &tdkt.Error{Kind: tdkt.Usage, Err: ErrLogIn, Text: "Tệp này có tài khoản mà chưa ai đăng nhập nên không ghi được. Hãy mở lại tệp và đăng nhập."}
	}
	now, ok := a.accountOf(me.ID)
	if !ok {
		return "", tdkt.Errorf(tdkt.Invalid, "Tài khoản %s không còn trong tệp. Hãy mở lại tệp bằng tài khoản khác.", me.Signature())
	}
	return now.Role, nil
}

// changeAccounts writes accounts by the same door as everything, once the right to was looked at.
func (a *App) changeAccounts(ctx context.Context, words string, do func(Tx) error) error {
	return a.write(ctx, words, func() (tdkt.Entry, error) {
		return a.Store.InTx(ctx, a.operation(verbAccount, words), do)
	})
}

// guarded is a transaction of somebody who may not write everything.
type guarded struct {
	Tx
	access tdkt.Access
	view   *view.View
	user   string
}

func (g guarded) Put(ctx context.Context, recs ...tdkt.Record) error {
	for _, rec := range recs {
		if err := g.refuse(rec); err != nil {
			return err
		}
	}
	return g.Tx.Put(ctx, recs...)
}

func (g guarded) Remove(ctx context.Context, recs ...tdkt.Record) error {
	for _, rec := range recs {
		if err := g.refuse(rec); err != nil {
			return err
		}
	}
	return g.Tx.Remove(ctx, recs...)
}

func (g guarded) Keep(ctx context.Context, content []byte) (string, error) {
	if g.access == tdkt.AccessLeader {
		return "", errLeader()
	}
	return g.Tx.Keep(ctx, content)
}

// refuse says why a row is not written. A leader writes opinions under his own name that
// nobody answered, and touches nobody else's.
func (g guarded) refuse(rec tdkt.Record) error {
	switch r := rec.(type) {
	case tdkt.Account:
		if g.access != "" && g.access != tdkt.AccessClerk {
			return tdkt.Errorf(tdkt.Invalid, "Thao tác này đổi cả tài khoản, mà chỉ văn thư được đổi tài khoản. Hãy nhờ văn thư làm.")
		}
		return nil
	case tdkt.Opinion:
		if g.access != tdkt.AccessLeader {
			return nil
		}
		for _, o := range g.view.Opinions {
			if o.ID == r.ID && (o.By != g.user || o.Done != 0) {
				return errLeader()
			}
		}
		if r.By != g.user || r.Done != 0 || r.Answer != "" {
			return errLeader()
		}
		return nil
	default:
		if g.access == tdkt.AccessLeader {
			return errLeader()
		}
		return nil
	}
}

func errLeader() error {
	return tdkt.Errorf(tdkt.Invalid, "Tài khoản lãnh đạo xem mọi số liệu và ghi ý kiến của mình; việc này do văn thư hoặc thư ký làm. Chưa ghi gì.")
}

// mayUndo refuses to take back what one may not write, and changes of accounts at all.
func (a *App) mayUndo(e tdkt.Entry) error {
	access, err := a.access()
	switch {
	case err != nil:
		return err
	case slices.ContainsFunc(e.Rows, func(r tdkt.RowChange) bool { return r.Noun == tdkt.NounAccount }):
		return tdkt.Errorf(tdkt.Invalid, "Thay đổi tài khoản không hoàn tác được, kẻo mật khẩu cũ sống lại. Hãy sửa trong “Tài khoản”.")
	case access == tdkt.AccessLeader:
		return errLeader()
	}
	return nil
}
