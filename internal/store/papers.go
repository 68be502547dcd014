package store

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"fmt"

	"tdkt/internal/tdkt"
)

func attachments() table[tdkt.Attachment] {
	return table[tdkt.Attachment]{
		columns: "id, year, nomination, paper, name, origin, day, size, pages, sha256, decision, round",
		order:   "year, id",
		values: func(a tdkt.Attachment) []driver.Value {
			return bind(a.ID, a.Year, a.Nomination, a.Paper, a.Name, a.Origin, a.Date, a.Size, a.Pages, a.SHA256, a.Decision, a.Round)
		},
		scan: func(r *row) tdkt.Attachment {
			return tdkt.Attachment{
				ID: r.id(), Year: r.int(), Nomination: r.ref(), Paper: r.word(), Name: r.text(), Origin: r.text(),
				Date: r.day(), Size: r.long(), Pages: r.int(), SHA256: r.text(), Decision: r.ref(), Round: r.ref(),
			}
		},
	}
}

// Keep stores the bytes of an attachment in the transaction and returns their checksum.
// Equal bytes are kept once. They are no row of the history: their checksum is, in the
// attachment.
func (tx *Tx) Keep(ctx context.Context, content []byte) (string, error) {
	sum := sha256.Sum256(content)
	key := hex.EncodeToString(sum[:])
	_, err := tx.s.exec(ctx, `INSERT INTO attachment_content (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING`,
		[]driver.Value{key, content})
	if err != nil {
		return "", fmt.Errorf("store: keep the bytes of an attachment: %w", err)
	}
	return key, nil
}

// Content reads the bytes of an attachment. Bytes that are gone, or are no longer those
// that were kept, are refused by the attachment's name.
func (db *DB) Content(ctx context.Context, a tdkt.Attachment) ([]byte, error) {
	var found [][]byte
	err := db.read(ctx, func(s *session) (err error) {
		found, err = collect(ctx, s, `SELECT content FROM attachment_content WHERE sha256 = ?`, []driver.Value{a.SHA256}, (*row).bytes)
		return err
	})
	if err != nil {
		return nil, explain(db.path, "read an attachment", err)
	}
	if len(found) == 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Nội dung của tệp đính kèm “%s” không còn trong sổ. Hãy đính kèm lại tệp đó.", a.Name)
	}
	if sum := sha256.Sum256(found[0]); hex.EncodeToString(sum[:]) != a.SHA256 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Nội dung của tệp đính kèm “%s” đã bị thay đổi ngoài chương trình. Hãy đính kèm lại tệp đó.", a.Name)
	}
	return found[0], nil
}
