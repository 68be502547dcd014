package law

import "tdkt/internal/tdkt"

// Answer is one of đủ, không đủ, thiếu dữ liệu; for a single need also "left to a
// person who has not judged it yet".
type Answer string

// The answers, as printed by check -json.
const (
	Yes     Answer = "yes"
	No      Answer = "no"
	Unknown Answer = "unknown"
	Manual  Answer = "manual" // findings only: an unticked manual need
)

// Finding is one need with its answer, the article and what was seen.
type Finding struct {
	Need   string `json:"need"`
	Answer Answer `json:"answer"`
	Why    string `json:"why"`  // what is required, a Vietnamese sentence
	Cite   string `json:"cite"` // văn bản, điều, khoản, điểm
	Mark   string `json:"mark"` // V, V2, U or C; anything but V is shown as "chưa kiểm chứng"
	Seen   string `json:"seen"` // what the data say
	// Way names the alternative the need belongs to ("Cách 2: …"), "" for a need
	// that holds in every alternative.
	Way string `json:"-"`
	// Province says that the need is not the statute's but one of the province's regulation,
	// or rests on a value that the regulation sets.
	Province bool `json:"-"`
	// Rows are the records it rests on, Missing the entries that would settle it; both
	// stand only in answers to one question. See Row and Missing.
	Rows    []Row     `json:"-"`
	Missing []Missing `json:"-"`
}

// Result is the answer for one subject and one title in one year. Its JSON form
// is the line of check -json.
type Result struct {
	Year       int              `json:"year"`
	Code       string           `json:"subject"` // mã cán bộ or mã đơn vị
	Kind       tdkt.SubjectKind `json:"kind"`
	Title      string           `json:"title"`
	Regime     string           `json:"regime"`
	Answer     Answer           `json:"answer"`
	Hold       bool             `json:"hold"`
	ManualOpen int              `json:"manual_open"`
	Findings   []Finding        `json:"findings"`
	Notes      []Remark         `json:"notes,omitempty"` // what a reader must know; none in a brief answer
	Subject    tdkt.Subject     `json:"-"`
	// Exceptions are what competent persons decided beside the law, as a hold never part
	// of the answer; see Excepted and ExceptionWords.
	Exceptions []tdkt.Exception `json:"-"`
}

// Question asks for one Result.
type Question struct {
	Year    int
	On      tdkt.Day // the day holds are read on; zero: 31 December of Year
	Subject tdkt.Subject
	Title   string
	Brief   bool // leave Seen, Rows and Missing of the findings empty: for counting over many people
}
