package boot_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tdkt/internal/anchor"
	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

const (
	clerkPassword  = "ba con gà mái vàng"
	leaderPassword = "trời xanh mây trắng"
)

// guardedFile is an office with a clerk, a secretary and a leader, and its code on paper.
func guardedFile(t *testing.T) (path, code string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "so.sotd")
	a, closeFile := open(t, boot.Options{Path: path, Create: true})
	loadOffice(t, a)
	code, err := a.BeginAccounts(t.Context(), "vanthu", "Lê Thị Thử", clerkPassword)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []tdkt.Account{{Login: "thuky", Name: "Phạm Văn Ghi", Role: tdkt.AccessWriter}, {Login: "giamdoc", Name: "Trần Văn Mẫu", Role: tdkt.AccessLeader}} {
		if err := a.SaveAccount(t.Context(), x, leaderPassword); err != nil {
			t.Fatal(err)
		}
	}
	done(t, closeFile)
	return path, code
}

// A leader reads everything and writes his own opinions, whatever way he tries another thing.
func TestLeaderWritesOpinionsOnly(t *testing.T) {
	path, _ := guardedFile(t)
	a, closeFile := open(t, boot.Options{Path: path, Login: "GiamDoc", Password: leaderPassword})
	defer func() { done(t, closeFile) }()
	ctx, v := t.Context(), a.View()
	if len(v.People) == 0 || len(v.Ratings) == 0 {
		t.Fatal("the leader sees nothing")
	}
	put := func(recs ...tdkt.Record) error {
		return a.Change(ctx, "test", "Thử ghi", func(tx app.Tx) error { return tx.Put(ctx, recs...) })
	}
	p := v.People[0]
	p.Name = "Tên Khác"
	stranger := tdkt.Opinion{ID: tdkt.NewID(), Year: 2023, Verdict: tdkt.Agreed, By: "Người Khác", Date: a.Today()}
	mine := a.View().Accounts[0]
	mine.Role = tdkt.AccessClerk
	for name, try := range map[string]func() error{
		"a person": func() error { return put(p) },
		"a rating gone": func() error {
			return a.Change(ctx, "test", "Bỏ", func(tx app.Tx) error { return tx.Remove(ctx, v.Ratings[0]) })
		},
		"a paper": func() error {
			return a.Change(ctx, "test", "Giữ", func(tx app.Tx) error { _, err := tx.Keep(ctx, []byte("x")); return err })
		},
		"another's words": func() error { return put(stranger) },
		"an account":      func() error { return put(mine) },
		"undo":            func() error { _, err := a.UndoLast(ctx); return err },
		"undo by number":  func() error { _, err := a.UndoEntry(ctx, 1); return err },
		"accounts off":    func() error { return a.EndAccounts(ctx) },
	} {
		if err := try(); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := a.SaveOpinion(ctx, tdkt.Opinion{Year: 2023, Verdict: tdkt.LookAt, Text: "Xem lại chỉ tiêu"}); err != nil {
		t.Fatal(err)
	}
	o := a.View().Opinions[len(a.View().Opinions)-1]
	if o.By != "Trần Văn Mẫu (giamdoc)" {
		t.Errorf("the opinion is by %q", o.By)
	}
	answered := o
	answered.Answer, answered.Done = "Đã xem", a.Today()
	if err := put(answered); err == nil {
		t.Error("the leader answered himself")
	}
	if err := a.RemoveOpinion(ctx, o); err != nil {
		t.Errorf("his own opinion back: %v", err)
	}
	steps, err := a.Steps(ctx, 1)
	if err != nil || steps[0].By != "Trần Văn Mẫu (giamdoc)" {
		t.Errorf("the history says %q, %v", steps[0].By, err)
	}
}

// The secretary does all but accounts; the last clerk stays.
func TestSecretaryAndLastClerk(t *testing.T) {
	path, _ := guardedFile(t)
	a, closeFile := open(t, boot.Options{Path: path, Login: "thuky", Password: leaderPassword})
	p := a.View().People[0]
	p.Position = "Chuyên viên"
	if _, err := a.SavePerson(t.Context(), p); err != nil {
		t.Error(err)
	}
	if err := a.SaveAccount(t.Context(), tdkt.Account{Login: "x", Name: "X", Role: tdkt.AccessClerk}, clerkPassword); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("the secretary made a clerk: %v", err)
	}
	if err := a.ChangePassword(t.Context(), leaderPassword, "sông dài cá lội biệt tăm"); err != nil {
		t.Error(err)
	}
	done(t, closeFile)
	a, closeFile = open(t, boot.Options{Path: path, Login: "vanthu", Password: clerkPassword})
	for _, x := range a.View().Logins() {
		if err := a.RemoveAccount(t.Context(), x); (err != nil) != (x.Role == tdkt.AccessClerk) {
			t.Errorf("%s out: %v", x.Login, err)
		}
	}
	if err := a.EndAccounts(t.Context()); err != nil {
		t.Error(err)
	}
	done(t, closeFile)
	_, closeFile = open(t, boot.Options{Path: path})
	done(t, closeFile)
}

// Nothing opens without the password, reading neither; wrong ones wait, in the next run
// too; the code on paper sets a new one, once.
func TestLogIn(t *testing.T) {
	path, code := guardedFile(t)
	now := clock()
	o := boot.Options{Path: path, Home: anchor.Home(t.TempDir()), Now: func() time.Time { return now }}
	try := func(change func(*boot.Options)) error {
		with := o
		change(&with)
		_, closeFile, err := boot.Open(t.Context(), with)
		if err == nil {
			done(t, closeFile)
		}
		return err
	}
	for _, read := range []bool{false, true} {
		if err := try(func(o *boot.Options) { o.Read = read }); !errors.Is(err, app.ErrLogIn) {
			t.Errorf("read %v: %v", read, err)
		}
	}
	wrong := func(o *boot.Options) { o.Login, o.Password = "vanthu", "sai" }
	right := func(o *boot.Options) { o.Login, o.Password = "vanthu", clerkPassword }
	for range 3 {
		if err := try(wrong); !errors.Is(err, app.ErrWrongPassword) {
			t.Errorf("wrong: %v", err)
		}
	}
	if err := try(right); err == nil || !strings.Contains(err.Error(), "Hãy đợi 5 giây") {
		t.Errorf("after three wrong ones: %v", err)
	}
	now = now.Add(6 * time.Second)
	if err := try(wrong); !errors.Is(err, app.ErrWrongPassword) {
		t.Errorf("wrong again: %v", err)
	}
	now = now.Add(6 * time.Second)
	if err := try(right); err == nil || !strings.Contains(err.Error(), "Hãy đợi 4 giây") {
		t.Errorf("it does not grow: %v", err)
	}
	now = now.Add(6 * time.Second)
	if err := try(right); err != nil {
		t.Error(err)
	}
	fresh := ""
	reset := func(code string) func(*boot.Options) {
		return func(o *boot.Options) {
			o.Login, o.Code, o.Password, o.NewCode = "vanthu", code, "mưa to gió lớn suốt đêm", &fresh
		}
	}
	if err := try(reset("AAAAA-AAAAA-AAAAA-AAAAA-AAAAA")); !errors.Is(err, app.ErrWrongPassword) {
		t.Errorf("a code that is none: %v", err)
	}
	if err := try(reset(strings.ToLower(code))); err != nil || len(fresh) != len(code) || fresh == code {
		t.Errorf("the code: %q, %v", fresh, err)
	}
	if err := try(reset(code)); !errors.Is(err, app.ErrWrongPassword) {
		t.Errorf("the old code again: %v", err)
	}
	if err := try(right); !errors.Is(err, app.ErrWrongPassword) {
		t.Errorf("the lost password: %v", err)
	}
	if err := try(func(o *boot.Options) { o.Login, o.Password = "vanthu", "mưa to gió lớn suốt đêm" }); err != nil {
		t.Error(err)
	}
}
