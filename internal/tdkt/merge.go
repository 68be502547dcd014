package tdkt

// Merge (lần nhập từ máy khác) is what the joining of another PC's file must remember,
// so that files can be joined again, in any order, and end alike. It stays with the
// file it was made in.
type Merge struct {
	ID      ID       `json:"id"`
	File    string   `json:"file"`             // name of the other file
	Head    string   `json:"head"`             // hash of its last entry
	Signers []Signer `json:"signers,omitzero"` // the keys that signed it
	Past    string   `json:"past,omitzero"`    // its history that was not known here, as package merge packs it
	Origins []Origin `json:"origins,omitzero"` // this and what follows: of merges of older programs
	Losers  []Loser  `json:"losers,omitzero"`
	United  []United `json:"united,omitzero"`
}

// Origin is a moment, in nanoseconds, at which values were given on the other PC, and
// the values: the key of a row, or the key, a space and a part of the row.
type Origin struct {
	At    int64    `json:"at"`
	Cells []string `json:"cells"`
}

// Loser is a value that did not count, kept so that nothing is dropped unseen.
type Loser struct {
	Noun  Noun   `json:"noun"`
	Key   ID     `json:"key"`
	Part  string `json:"part,omitzero"`
	At    int64  `json:"at"`
	Value string `json:"value,omitzero"`
}

// United is a row that another took the place of: both named the same thing.
type United struct {
	Noun Noun `json:"noun"`
	Drop ID   `json:"drop"`
	Keep ID   `json:"keep"`
}
