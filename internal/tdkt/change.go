package tdkt

import "encoding/json"

// Operation is one whole step a person took, as the history tells it.
type Operation struct {
	Verb  string // short ASCII name of the step: "import-workbook", "pledge-all"
	Words string // the step in Vietnamese, whole: "Nhập 62 cán bộ từ tệp nhan-su.xlsx"
	By    string // who was at the program
	Host  string // which PC
	At    string // RFC 3339 with zone, from the caller's clock
}

// Entry is an Operation in the history: its place in the chain and the rows it changed.
type Entry struct {
	Operation
	Seq    int64 // 1, 2, 3, … without a gap
	ID     ID
	Undoes int64  // Seq of the entry this one took back, 0 for none
	Prev   string // Hash of the entry before, "" for the first
	Hash   string // SHA-256 over Prev and everything in this entry, hex
	Rows   []RowChange
}

// RowChange is one row before and after; nil Before means it was added, nil
// After that it was removed.
type RowChange struct {
	Noun   Noun            `json:"noun"`
	Key    ID              `json:"key"`
	Before json.RawMessage `json:"before,omitempty"`
	After  json.RawMessage `json:"after,omitempty"`
}
