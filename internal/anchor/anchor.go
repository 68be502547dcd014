// Package anchor is what a PC keeps of data files outside of them: the key it signs
// histories with, and how far the history of each file was when it last closed it. Who
// changes a file, and every hash in it, does not change what the PC remembers.
package anchor

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"tdkt/internal/accounts"
	"tdkt/internal/tdkt"
)

// Home is the folder a PC keeps them in; "" keeps nothing.
type Home string

// keyName is the file of the key: whoever can read it can sign in this PC's name.
const keyName = "khoa-may.bin"

// Key is a PC's key.
type Key struct{ private ed25519.PrivateKey }

// Public is the part that may be known.
func (k *Key) Public() []byte { return k.private.Public().(ed25519.PublicKey) }

// Sign signs a message.
func (k *Key) Sign(message []byte) []byte { return ed25519.Sign(k.private, message) }

// Key reads the PC's key, and makes it the first time. Where none can be kept it is one
// for this time alone.
func (h Home) Key() (*Key, error) {
	if h == "" {
		return fresh()
	}
	path := filepath.Join(string(h), keyName)
	if key, err := readKey(path); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return fresh()
		}
		return key, nil
	}
	key, err := fresh()
	if err != nil {
		return nil, err
	}
	if err := keepKey(path, key); err != nil {
		if again, failed := readKey(path); failed == nil { // another program was quicker
			return again, nil
		}
	}
	return key, nil
}

func fresh() (*Key, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("anchor: make a key: %w", err)
	}
	return &Key{private}, nil
}

func readKey(path string) (*Key, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	seed, err := unwrap(text)
	if err != nil {
		return nil, err
	}
	if len(seed) != ed25519.SeedSize {
		return nil, errors.New("anchor: no key in the key's file")
	}
	return &Key{ed25519.NewKeyFromSeed(seed)}, nil
}

// keepKey writes the file whole and gives it the name only where there is none.
func keepKey(path string, key *Key) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	text, err := wrap(key.private.Seed())
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Sync(), f.Close())
}

// Seen is what the PC knows of a file it closed.
type Seen struct {
	Path   string     `json:"path"`
	Size   int64      `json:"size"`
	Time   int64      `json:"time"` // of the file's last change, nanoseconds
	Heads  []Head     `json:"heads"`
	Proven tdkt.Proof `json:"proven"`
	// Tries are the wrong passwords in a row, by the name that was typed.
	Tries map[string]accounts.Tries `json:"tries,omitempty"`
}

// Head is the end of a history as the PC saw it.
type Head struct {
	tdkt.Head
	At time.Time `json:"at"`
}

// keptHeads is how many ends of a file's history are remembered.
const keptHeads = 200

// Saw adds the end of the history, and forgets ends that a restore went back behind.
func (s *Seen) Saw(head tdkt.Head, at time.Time) {
	s.Heads = slices.DeleteFunc(s.Heads, func(h Head) bool { return h.Seq >= head.Seq })
	s.Heads = append(s.Heads, Head{head, at})
	if extra := len(s.Heads) - keptHeads; extra > 0 {
		s.Heads = slices.Delete(s.Heads, 1, 1+extra)
	}
}

// Last is the newest end that was seen.
func (s Seen) Last() Head {
	if len(s.Heads) == 0 {
		return Head{}
	}
	return s.Heads[len(s.Heads)-1]
}

// Same says whether the file still is as it was left, as far as the system tells.
func (s Seen) Same(info os.FileInfo) bool {
	return s.Size == info.Size() && s.Time == info.ModTime().UnixNano()
}

// At is the state of the file on the disk.
func (s *Seen) At(info os.FileInfo) { s.Size, s.Time = info.Size(), info.ModTime().UnixNano() }

// Recall is what is known of the file of a path; false where it is nothing.
func (h Home) Recall(path string) (s Seen, ok bool) {
	if h == "" {
		return s, false
	}
	text, err := os.ReadFile(h.file(path))
	if err != nil || json.Unmarshal(text, &s) != nil {
		return Seen{}, false
	}
	return s, s.Path == Resolve(path)
}

// Remember keeps what is known of a file.
func (h Home) Remember(path string, s Seen) error {
	if h == "" {
		return nil
	}
	s.Path = Resolve(path)
	text, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("anchor: as JSON: %w", err)
	}
	name := h.file(path)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("anchor: folder: %w", err)
	}
	tmp := fmt.Sprintf("%s.%d.tmp", name, os.Getpid())
	if err := os.WriteFile(tmp, text, 0o600); err != nil {
		return fmt.Errorf("anchor: write: %w", err)
	}
	if err := os.Rename(tmp, name); err != nil {
		return fmt.Errorf("anchor: rename: %w", errors.Join(err, os.Remove(tmp)))
	}
	return nil
}

func (h Home) file(path string) string {
	sum := sha256.Sum256([]byte(Resolve(path)))
	return filepath.Join(string(h), "tep", hex.EncodeToString(sum[:12])+".json") //nolint:mnd // enough of it
}

// Resolve is the one path of a file, however it is written.
func Resolve(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}
