package boot

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"time"

	"tdkt/internal/accounts"
	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/tdkt"
)

// enter logs in where the file has accounts. Wrong passwords have the next try wait, on
// this PC, longer each time; the waiting outlives the program.
func (o Options) enter(ctx context.Context, a *app.App) error {
	if len(a.View().Accounts) == 0 || backup.IsSealed(o.Path) && !atRestFile(o.Path) { // a sealed copy has its own password, and is only read
		return nil
	}
	if o.Login == "" {
		return a.LogIn("", "")
	}
	name := strings.ToLower(strings.TrimSpace(o.Login))
	if o.Code != "" {
		name = "(mã giấy)" // guesses of the code wait together, whatever the name
	}
	return o.patiently(name, func(err error) bool { return errors.Is(err, app.ErrWrongPassword) }, func() error { return o.prove(ctx, a) })
}

// patiently has a secret tried, unless it was guessed wrong too often just now under that
// name.
func (o Options) patiently(name string, wrong func(error) bool, try func() error) error {
	now := o.clock()()
	seen, _ := o.Home.Recall(o.Path)
	if wait := o.tried(seen.Tries, name).Wait(now); wait > 0 {
		return tdkt.Errorf(tdkt.Invalid, "Đã nhập sai nhiều lần. Hãy đợi %s rồi thử lại.", waitWords(wait))
	}
	err := try()
	if err != nil && !wrong(err) {
		return err
	}
	if seen.Tries == nil {
		seen.Tries = map[string]tries{}
	}
	if err != nil {
		seen.Tries[name] = o.tried(seen.Tries, name).Wrong(now)
	} else {
		delete(seen.Tries, name)
	}
	o.keepTries(name, seen.Tries)
	if o.Home != "" {
		// A PC that cannot keep it still waits while the program runs.
		_ = o.Home.Remember(o.Path, seen)
	}
	return err
}

// atRestFile says whether a file is a data file that is sealed at rest.
func atRestFile(path string) bool {
	_, _, is := backup.IsVault(path)
	return is
}

// prove holds what was typed against the file.
func (o Options) prove(ctx context.Context, a *app.App) error {
	if o.Code == "" {
		return a.LogIn(o.Login, o.Password)
	}
	code, err := a.ResetPassword(ctx, o.Code, o.Login, o.Password)
	if err == nil && o.NewCode != nil {
		*o.NewCode = code
	}
	return err
}

// inMemory keeps the wrong tries of this run, where the PC keeps nothing.
var inMemory = struct {
	sync.Mutex
	tries map[string]tries
}{tries: map[string]tries{}}

func (o Options) tried(kept map[string]tries, name string) tries {
	inMemory.Lock()
	defer inMemory.Unlock()
	now, was := kept[name], inMemory.tries[o.Path+"\n"+name]
	if was.Count > now.Count {
		return was
	}
	return now
}

func (o Options) keepTries(name string, kept map[string]tries) {
	inMemory.Lock()
	defer inMemory.Unlock()
	inMemory.tries[o.Path+"\n"+name] = kept[name]
}

type tries = accounts.Tries

func waitWords(wait time.Duration) string {
	if wait > time.Minute {
		return fmt.Sprintf("%.0f phút", math.Ceil(wait.Minutes()))
	}
	return fmt.Sprintf("%.0f giây", math.Ceil(wait.Seconds()))
}
