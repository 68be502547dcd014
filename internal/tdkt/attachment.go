package tdkt

// Attachment (tệp đính kèm) is a file kept in the data file as a paper of a dossier. Its
// bytes lie beside it, under their checksum.
type Attachment struct {
	ID         ID     `json:"id"`
	Year       int    `json:"year"`
	Nomination ID     `json:"nomination,omitzero"` // "" for a paper that all of the round share
	Decision   ID     `json:"decision,omitzero"`   // whose scan it is, "" for a paper of a dossier
	Paper      string `json:"paper"`               // code of the law's list of papers, or DecisionScan
	Name       string `json:"name"`                // file name
	Origin     string `json:"origin,omitzero"`     // where it was taken from
	Date       Day    `json:"date,omitzero"`       // of the paper
	Size       int64  `json:"size"`
	Pages      int    `json:"pages,omitzero"` // 0: not known
	SHA256     string `json:"sha256"`         // of the bytes, hex
	Round      ID     `json:"round,omitzero"` // of a shared paper; "" for the year's own
}

// DecisionScan is the Paper of an Attachment that is the scan of a decision.
const DecisionScan = "ban-chup-quyet-dinh"

// NounAttachment is the noun of an Attachment.
const NounAttachment Noun = "attachment"

// Noun is the kind of record.
func (r Attachment) Noun() Noun { return NounAttachment }

// RecordID is the key.
func (r Attachment) RecordID() ID { return r.ID }
