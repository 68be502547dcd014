// Package accounts knows passwords: how they are kept, how long somebody waits who typed
// wrong ones, and the code on paper that sets a lost one anew. It knows no file.
package accounts

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base32"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"
)

// What Argon2id is asked: 64 MB and a few passes take a guesser a good part of a second
// for each try.
const (
	memory  = 64 << 10 // KB
	passes  = 3
	threads = 2
	length  = 32
)

// What a file may ask at most: one that asks for more was not made by this program and
// would only take the memory of the PC.
const (
	maxMemory = 256 << 10
	maxPasses = 10
)

// memoryNow is what Hash asks.
var memoryNow uint32 = memory

// QuickHashes makes Hash ask little, in a program that runs tests: what is kept tells how
// much was asked, so Check is the same. Elsewhere it does nothing.
func QuickHashes() {
	if testing.Testing() {
		memoryNow = 64
	}
}

// Hash is what is kept of a password.
func Hash(password string) (string, error) {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("accounts: salt: %w", err)
	}
	sum := argon2.IDKey([]byte(password), salt, passes, memoryNow, threads, length)
	enc := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memoryNow, passes, threads, enc.EncodeToString(salt), enc.EncodeToString(sum)), nil
}

// Check says whether a password is the one that was kept. What is not of this program's
// making is nobody's password.
func Check(kept, password string) bool {
	fields := strings.Split(kept, "$")
	if len(fields) != 6 || fields[1] != "argon2id" || fields[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return false
	}
	var m, t uint32
	var p uint8
	if _, err := fmt.Sscanf(fields[3], "m=%d,t=%d,p=%d", &m, &t, &p); err != nil || m == 0 || m > maxMemory || t == 0 || t > maxPasses || p == 0 {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(fields[4])
	if err != nil {
		return false
	}
	sum, err := base64.RawStdEncoding.DecodeString(fields[5])
	if err != nil || len(sum) != length {
		return false
	}
	return subtle.ConstantTimeCompare(argon2.IDKey([]byte(password), salt, t, m, p, length), sum) == 1
}

// codeLetters are those of a code on paper: none is taken for another.
var codeLetters = base32.NewEncoding("ABCDEFGHJKLMNPQRSTUVWXYZ23456789").WithPadding(base32.NoPadding)

// NewCode is a code for paper: 25 letters and figures in groups of five.
func NewCode() (string, error) {
	raw := make([]byte, 16)
	if _, err := rand.Read(raw); err != nil {
		return "", fmt.Errorf("accounts: code: %w", err)
	}
	text := codeLetters.EncodeToString(raw)[:25]
	var groups []string
	for len(text) > 0 {
		groups, text = append(groups, text[:5]), text[5:]
	}
	return strings.Join(groups, "-"), nil
}

// TidyCode is a code as it is kept, however it was typed.
func TidyCode(code string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", r) {
			return r
		}
		return -1
	}, strings.ToUpper(code))
}

// Tries are wrong passwords in a row.
type Tries struct {
	Count int       `json:"count"`
	Last  time.Time `json:"last"`
}

// free is how many may be wrong before one has to wait.
const free = 3

// longest is the longest wait: who holds the file has other ways, who forgot his
// password must not be kept out for a day.
const longest = 15 * time.Minute

// Wait is how long the next try has to wait at a moment: twice as long each time.
func (t Tries) Wait(now time.Time) time.Duration {
	if t.Count < free {
		return 0
	}
	pause := longest
	if n := t.Count - free; n < 9 {
		pause = min(longest, 5*time.Second<<n)
	}
	since := now.Sub(t.Last)
	if since < 0 { // the clock was set back
		since = 0
	}
	return max(0, pause-since)
}

// Wrong is the tries with one more.
func (t Tries) Wrong(now time.Time) Tries { return Tries{t.Count + 1, now} }
