package store

import (
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"fmt"

	"tdkt/internal/tdkt"
)

// Key is what entries are signed with: it belongs to the PC, not to the file.
type Key interface {
	Public() []byte // Ed25519
	Sign(message []byte) []byte
}

// VerbKey marks the entry that says from where on a PC signs.
const VerbKey = "key"

// signerOf is the name of a key: enough of its checksum that no other has it.
func signerOf(public []byte) string {
	sum := sha256.Sum256(public)
	return hex.EncodeToString(sum[:16]) //nolint:mnd // half of it
}

// signed is what a signature is over.
func signed(hash string) []byte { return []byte("tdkt history entry 1\n" + hash) }

// write appends an entry with the PC's signature. The first entry that a key signs is
// followed by one of its own that says so.
func (tx *Tx) write(ctx context.Context, e tdkt.Entry) error {
	if tx.key == nil {
		return tx.s.append(ctx, e, nil)
	}
	known, err := tx.introduce(ctx, e.Host)
	if err != nil {
		return err
	}
	if err := tx.s.append(ctx, e, tx.key); err != nil || known {
		return err
	}
	op := e.Operation
	op.Verb, op.Words = VerbKey, keyWords(e.Host, signerOf(tx.key.Public()))
	first := tdkt.Entry{Operation: op, Seq: e.Seq + 1, ID: tdkt.NewID(), Prev: e.Hash}
	first.Hash = hashOf(first)
	return tx.s.append(ctx, first, tx.key)
}

func keyWords(host, signer string) string {
	return fmt.Sprintf("Máy %s bắt đầu ký nhật ký bằng khóa %s", host, signer)
}

// introduce writes the public key into the file, and says whether it signed before.
func (tx *Tx) introduce(ctx context.Context, host string) (known bool, err error) {
	public := tx.key.Public()
	added, err := tx.s.exec(ctx, `INSERT INTO signer (id, public, host) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING`,
		bind(signerOf(public), hex.EncodeToString(public), host))
	if err != nil || added > 0 {
		return false, err
	}
	began, err := collect(ctx, tx.s, `SELECT count(*) FROM history WHERE verb = ? AND signer = ?`, bind(VerbKey, signerOf(public)), (*row).int)
	return err == nil && began[0] > 0, err
}

// signature is the columns of a signed entry; without a key they are empty.
func signature(key Key, e tdkt.Entry) []driver.Value {
	if key == nil {
		return []driver.Value{nil, nil}
	}
	return bind(signerOf(key.Public()), hex.EncodeToString(key.Sign(signed(e.Hash))))
}

// signatures checks who signed the entries, in their order.
type signatures struct {
	public map[string]ed25519.PublicKey
	signs  map[string]bool // PCs that signed before
}

// signatures is ready to check the entries after a number.
func (s *session) signatures(ctx context.Context, after int64) (*signatures, error) {
	c := &signatures{public: map[string]ed25519.PublicKey{}, signs: map[string]bool{}}
	err := s.query(ctx, `SELECT id, public FROM signer`, nil, func(r *row) error {
		id := r.text()
		public, err := hex.DecodeString(r.text())
		if err == nil && len(public) == ed25519.PublicKeySize && signerOf(public) == id {
			c.public[id] = public
		}
		return nil
	})
	if err != nil || after == 0 {
		return c, err
	}
	return c, s.query(ctx, `SELECT DISTINCT host FROM history WHERE seq <= ? AND signer IS NOT NULL`, bind(after), func(r *row) error {
		c.signs[r.text()] = true
		return nil
	})
}

// check refuses an entry that its PC's key did not sign, and one without a signature of
// a PC that signed before.
func (c *signatures) check(e tdkt.Entry, signer, signature string) error {
	if signer == "" && signature == "" {
		if c.signs[e.Host] {
			return refuseHistory("Nhật ký có mục số %d ghi là của máy đã ký các mục trước nhưng không có chữ ký của máy đó.", e.Seq)
		}
		return nil
	}
	public, ok := c.public[signer]
	sig, err := hex.DecodeString(signature)
	if !ok || err != nil || !ed25519.Verify(public, signed(e.Hash), sig) {
		return refuseHistory("Nhật ký có mục số %d mang chữ ký không đúng: mục này không do máy đã ghi nó để lại như vậy.", e.Seq)
	}
	c.signs[e.Host] = true
	return nil
}

// Signers are the keys that signed entries of the file, for another file that takes
// rows over from it.
func (db *DB) Signers(ctx context.Context) (list []tdkt.Signer, err error) {
	err = db.read(ctx, func(s *session) error {
		list, err = collect(ctx, s, `SELECT id, public, host FROM signer ORDER BY id`, nil, func(r *row) tdkt.Signer {
			return tdkt.Signer{ID: r.text(), Public: r.text(), Host: r.text()}
		})
		return err
	})
	return list, explain(db.path, "read the keys", err)
}

// introduceAll makes the keys of another PC's file known in this one.
func (tx *Tx) introduceAll(ctx context.Context, list []tdkt.Signer) error {
	for _, k := range list {
		if public, err := hex.DecodeString(k.Public); err != nil || len(public) != ed25519.PublicKeySize || signerOf(public) != k.ID {
			continue // no key: it could vouch for nothing
		}
		_, err := tx.s.exec(ctx, `INSERT INTO signer (id, public, host) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING`, bind(k.ID, k.Public, k.Host))
		if err != nil {
			return fmt.Errorf("store: note a key: %w", err)
		}
	}
	return nil
}
