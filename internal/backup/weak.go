package backup

import (
	"strings"
	"unicode"

	"tdkt/internal/tdkt"
)

// shortest is how many characters a passphrase must have: a short one is guessed.
const shortest = 8

// kinds is how many different characters it must have at least: fewer are a key held
// down, or two of them in turn.
const kinds = 4

// TooWeak refuses a passphrase that is guessed at once.
func TooWeak(passphrase string) error {
	trimmed := strings.TrimSpace(passphrase)
	switch {
	case len([]rune(trimmed)) < shortest:
		return tdkt.Errorf(tdkt.Invalid, "Mật khẩu cần ít nhất %d ký tự, không tính khoảng trắng ở đầu và cuối. Hãy đặt mật khẩu dài hơn và ghi lại ở nơi an toàn: quên mật khẩu thì không ai mở được bản này.", shortest)
	case different(trimmed) < kinds, inRow(trimmed), common(trimmed):
		return tdkt.Errorf(tdkt.Invalid, "Mật khẩu này đoán được ngay (ký tự lặp lại, dãy liền nhau hoặc từ ai cũng dùng). Hãy đặt một cụm vài từ mà chỉ mình biết, và ghi lại ở nơi an toàn.")
	}
	return nil
}

// different counts the characters, a capital letter being the small one.
func different(text string) int {
	seen := map[rune]bool{}
	for _, r := range text {
		if !unicode.IsSpace(r) {
			seen[unicode.ToLower(r)] = true
		}
	}
	return len(seen)
}

// inRow says whether every character is the one after, or before, the last: 12345678.
func inRow(text string) bool {
	runes := []rune(text)
	for _, step := range []rune{1, -1} {
		all := true
		for i := 1; i < len(runes) && all; i++ {
			all = runes[i]-runes[i-1] == step || runes[i] == '0' && runes[i-1] == '9'
		}
		if all {
			return true
		}
	}
	return false
}

// common says whether the passphrase is a word that everybody tries first, perhaps with
// digits or marks after it.
func common(text string) bool {
	word := strings.TrimFunc(tdkt.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) })
	word = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, word)
	switch word {
	case "password", "passwords", "matkhau", "matkhaumoi", "qwerty", "qwertyui", "qwertyuiop", "asdfghjk", "asdfghjkl", "admin", "administrator",
		"iloveyou", "letmein", "thidua", "sothidua", "khenthuong", "thiduakhenthuong", "sonoivu", "vietnam":
		return true
	}
	return false
}
