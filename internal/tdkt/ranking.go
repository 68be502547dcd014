package tdkt

// Ranking (thứ tự ưu tiên) is the place the office gives a person among those who may
// be chosen for a title in a year. Title is a title's code, or the best level for the
// order of those who may be rated so. It decides nothing by itself.
type Ranking struct {
	ID     ID     `json:"id"`
	Year   int    `json:"year"`
	Title  string `json:"title"`
	Person ID     `json:"person"`
	Place  int    `json:"place"` // from 1
}

// NounRanking is the noun of a Ranking.
const NounRanking Noun = "ranking"

// Noun is for App.Change.
func (r Ranking) Noun() Noun { return NounRanking }

// RecordID is for App.Change.
func (r Ranking) RecordID() ID { return r.ID }
