package tdkt

// Data is every row of the data file that screens and the law look at, read at one
// moment. It is never changed after it was made: a change makes a new one, which shares
// the lists of the nouns it did not touch. Where a noun's rows lie in it, the table of
// package store says beside the noun.
type Data struct {
	Snapshot
	Work
	Proceedings
	Blocs

	Nominations []Nomination
	Rankings    []Ranking
	Attachments []Attachment
	Passages    []Passage
	Figures     []Figure
	Officers    []Officer
	Bureaus     []Bureau
	Layouts     []Layout

	// Since says of each list that was read again how it differs from the Data before.
	Since map[Noun]Splice
}

// Splice says where a list differs from the one before: which places of the old list are
// gone, and which of the new one are fresh, both ascending; a row that changed is both.
// All else stands in its order.
type Splice struct {
	Gone, Fresh []int
	Whole       bool // not known: the list was read as a whole
}
