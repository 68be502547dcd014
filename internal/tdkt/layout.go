package tdkt

// Layout (bố cục) is how the office lays out some of its lists or files, made in the window:
// the text of the file by which it is shared. It decides no answer.
type Layout struct {
	ID   ID     `json:"id"`
	Kind string `json:"kind"` // which: LayoutLists, LayoutSoftware
	Text string `json:"text"`
}

// The kinds of layouts.
const (
	LayoutLists    = "danh-sach" // columns of lists and tables
	LayoutSoftware = "phan-mem"  // files for other software, and its codes
)

// NounLayout is the noun of layouts.
const NounLayout Noun = "layout"

// Noun is the kind of record.
func (r Layout) Noun() Noun { return NounLayout }

// RecordID is the key.
func (r Layout) RecordID() ID { return r.ID }
