package tdkt

// Data is every row of the data file that screens and the law look at, read at one
// moment. It is never changed after it was made: a change makes a new one, which shares
// the lists of the nouns it did not touch. Where a noun's rows lie in it, the table of
// package store says beside the noun.
type Data struct {
	Snapshot
	Work
	Proceedings

	Nominations []Nomination
	Rankings    []Ranking
	Attachments []Attachment
}
