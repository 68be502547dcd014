package tdkt

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// Signer is the key of a PC that signs the history of a file.
type Signer struct {
	ID     string `json:"id"`
	Public string `json:"public"` // Ed25519, hex
	Host   string `json:"host"`
}

// Head is the end of a history: its number of entries and the hash of the last.
type Head struct {
	Seq  int64  `json:"seq"`
	Hash string `json:"hash"`
}

// Sum stands for all rows of a kind, in any order.
type Sum [4]uint64

// Add takes the rows of another sum in, or out where sign is -1.
func (s *Sum) Add(o Sum, sign int) {
	for i := range s {
		if sign < 0 {
			s[i] -= o[i]
		} else {
			s[i] += o[i]
		}
	}
}

// Proof is a point of a history up to which rows and history were held together, and
// what the rows summed to.
type Proof struct {
	Head Head         `json:"head"`
	Sums map[Noun]Sum `json:"sums,omitzero"`
}

// Words is the head in figures that can be printed, read aloud and typed in again: the
// number of the last entry, then sixteen digits in fours. "" while there is no entry.
func (h Head) Words() string {
	if h.Seq == 0 {
		return ""
	}
	sum := sha256.Sum256([]byte("tdkt head 1\n" + h.Hash))
	words := []string{fmt.Sprintf("%d", h.Seq)}
	for i := range 4 {
		n := 0
		for _, b := range sum[i*4 : i*4+4] {
			n = n<<8 | int(b)
		}
		words = append(words, fmt.Sprintf("%04d", n%10000)) //nolint:mnd // four digits
	}
	return strings.Join(words, " ")
}

// ReadHead reads what Words printed, however it was spaced; seq is 0 for anything else.
func ReadHead(text string) (seq int64, words string) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	joined := ""
	if len(fields) > 0 {
		joined = strings.Join(fields[1:], "")
	}
	const digits = 16
	if len(joined) != digits {
		return 0, ""
	}
	if _, err := fmt.Sscanf(fields[0], "%d", &seq); err != nil {
		return 0, ""
	}
	return seq, fmt.Sprintf("%d %s %s %s %s", seq, joined[:4], joined[4:8], joined[8:12], joined[12:])
}
