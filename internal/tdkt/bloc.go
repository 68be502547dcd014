package tdkt

import (
	"strconv"
	"strings"
)

// BlocRole is what an office is in a khối.
type BlocRole string

// The roles, as stored.
const (
	BlocHead   BlocRole = "trưởng khối"
	BlocDeputy BlocRole = "phó trưởng khối"
	BlocMate   BlocRole = "thành viên"
)

// BlocRoles lists the roles from the head down.
func BlocRoles() []BlocRole { return []BlocRole{BlocHead, BlocDeputy, BlocMate} }

// Bloc (cụm, khối thi đua) is several offices that compete with each other in a year, by
// criteria of their own.
type Bloc struct {
	ID    ID     `json:"id"`
	Year  int    `json:"year"`
	Name  string `json:"name"`
	Scale int    `json:"scale,omitzero"` // what the standard points add up to, in hundredths; 0: not set
	Rules string `json:"rules,omitzero"` // how points are counted: a file of package bloc; "": as it ships

	Signed      Day    `json:"signed,omitzero"` // giao ước
	SignedPlace string `json:"signed_place,omitzero"`
	Targets     string `json:"targets,omitzero"` // of the giao ước: a line each, what | how much

	Met       Day    `json:"met,omitzero"` // the meeting that sums the year up
	MetPlace  string `json:"met_place,omitzero"`
	Chair     string `json:"chair,omitzero"`
	Secretary string `json:"secretary,omitzero"`
	Present   string `json:"present,omitzero"` // who was there, a line each
	Remarks   string `json:"remarks,omitzero"` // what the khối did
	Hardship  string `json:"hardship,omitzero"`
	Ahead     string `json:"ahead,omitzero"`   // what comes next
	Next      string `json:"next,omitzero"`    // head and deputy of the next year
	SentTo    string `json:"sent_to,omitzero"` // whom the head reports to
}

// Named is the khối as sentences call it, with the word khối or cụm before its name.
func (b Bloc) Named() string {
	first, _, _ := strings.Cut(Fold(b.Name), " ")
	if b.Name == "" || first == "khoi" || first == "cum" {
		return b.Name
	}
	return "Khối thi đua " + b.Name
}

// BlocMember is one office of a khối: a name, no unit of the book.
type BlocMember struct {
	ID       ID       `json:"id"`
	Year     int      `json:"year"`
	Bloc     ID       `json:"bloc"`
	Place    int      `json:"place"` // order in lists
	Name     string   `json:"name"`
	Role     BlocRole `json:"role"`
	Own      bool     `json:"own,omitzero"`      // it is the office whose book this is
	Leader   string   `json:"leader,omitzero"`   // who signs for it: name
	Position string   `json:"position,omitzero"` // of who signs
	Votes    Quantity `json:"votes,omitzero"`    // for it in the ballot
	Voters   int      `json:"voters,omitzero"`   // of how many
	Proposed string   `json:"proposed,omitzero"` // award, by its key in the rules; BlocNoAward: none
	Note     string   `json:"note,omitzero"`
}

// BlocNoAward is a member of which the khối decided that it is put forward for nothing; ""
// is not decided yet.
const BlocNoAward = "không"

// CriterionKind is how a criterion is marked.
type CriterionKind string

// The kinds, as stored.
const (
	BlocHeading CriterionKind = "mục"               // a heading without points
	MoreBetter  CriterionKind = "càng cao càng tốt" // result / plan × standard
	LessBetter  CriterionKind = "càng thấp càng tốt"
	ByLevel     CriterionKind = "mức A–D"
	PlainPoints CriterionKind = "chấm điểm"
)

// CriterionKinds lists the kinds in the order shown.
func CriterionKinds() []CriterionKind {
	return []CriterionKind{BlocHeading, MoreBetter, LessBetter, ByLevel, PlainPoints}
}

// BlocCriterion is one row of the table of criteria.
type BlocCriterion struct {
	ID       ID            `json:"id"`
	Year     int           `json:"year"`
	Bloc     ID            `json:"bloc"`
	Place    int           `json:"place"`
	Number   string        `json:"number,omitzero"` // I, 1, 1.1
	Text     string        `json:"text"`
	Kind     CriterionKind `json:"kind"`
	Standard int           `json:"standard,omitzero"` // điểm chuẩn, hundredths
	Measure  string        `json:"measure,omitzero"`  // unit of the plan and the result: %, hồ sơ
	Outside  bool          `json:"outside,omitzero"`  // marked by the Council's standing body, not by the member
}

// BlocMark is what one member reached in one criterion.
type BlocMark struct {
	ID        ID       `json:"id"`
	Year      int      `json:"year"`
	Member    ID       `json:"member"`
	Criterion ID       `json:"criterion"`
	Plan      Quantity `json:"plan,omitzero"` // chỉ tiêu giao
	Result    Quantity `json:"result,omitzero"`
	Level     string   `json:"level,omitzero"`   // A, B, C, D
	Self      Quantity `json:"self,omitzero"`    // the member's own mark, where it does not follow from the rest
	Checked   Quantity `json:"checked,omitzero"` // the khối's mark
	Evidence  string   `json:"evidence,omitzero"`
}

// Empty says whether nothing was entered.
func (m BlocMark) Empty() bool {
	return !m.Plan.Known && !m.Result.Known && m.Level == "" && !m.Self.Known && !m.Checked.Known && m.Evidence == ""
}

// BlocExtra is points beside the criteria: thưởng or trừ.
type BlocExtra struct {
	ID     ID     `json:"id"`
	Year   int    `json:"year"`
	Member ID     `json:"member"`
	Minus  bool   `json:"minus,omitzero"`
	Key    string `json:"key,omitzero"`    // which reason of the rules; "": one of the office's own
	Reason string `json:"reason,omitzero"` // of the office's own, or more about it
	Count  int    `json:"count,omitzero"`  // how many times, or days late
	Points int    `json:"points,omitzero"` // of one time, of a reason of the office's own; hundredths
}

// Blocs are the khối of the book with all that is theirs.
type Blocs struct {
	Blocs        []Bloc
	BlocMembers  []BlocMember
	BlocCriteria []BlocCriterion
	BlocMarks    []BlocMark
	BlocExtras   []BlocExtra
}

// Quantity is a number that may not be known: hundredths.
type Quantity struct {
	Known bool  `json:"known,omitzero"`
	N     int64 `json:"n,omitzero"`
}

// Of is a known quantity.
func Of(hundredths int64) Quantity { return Quantity{Known: true, N: hundredths} }

// String is the number as people write it, "" where it is not known.
func (q Quantity) String() string {
	if !q.Known {
		return ""
	}
	return strings.ReplaceAll(strconv.FormatFloat(float64(q.N)/100, 'f', -1, 64), ".", ",")
}

// mostDigits bounds what is typed, so that products of two numbers fit.
const mostDigits = 10

// ParseQuantity reads a number as people write it, with at most two digits after the comma; ""
// is not known.
func ParseQuantity(text string) (Quantity, error) {
	text = strings.TrimSuffix(strings.TrimSpace(text), "%")
	text = strings.ReplaceAll(strings.ReplaceAll(text, " ", ""), "\u00a0", "")
	if text == "" {
		return Quantity{}, nil
	}
	whole, part, has := strings.Cut(text, ",")
	switch {
	case has, strings.Count(text, ".") > 1:
		whole = strings.ReplaceAll(whole, ".", "") // thousands
	default:
		whole, part, has = strings.Cut(text, ".")
		if len(part) == 3 && len(whole) <= 3 && whole != "0" { // 1.200
			whole, part, has = whole+part, "", false
		}
	}
	n, err := strconv.ParseInt(whole+(part + "00")[:2], 10, 64)
	if err != nil || n < 0 || has && part == "" || len(part) > 2 || len(whole) > mostDigits || strings.HasPrefix(whole, "+") {
		return Quantity{}, Errorf(Invalid, "“%s” không phải là số từ 0 trở lên có tối đa hai chữ số lẻ, ví dụ 98,5. Hãy nhập lại.", text)
	}
	return Of(n), nil
}

// The nouns of khối.
const (
	NounBloc          Noun = "bloc"
	NounBlocMember    Noun = "bloc_member"
	NounBlocCriterion Noun = "bloc_criterion"
	NounBlocMark      Noun = "bloc_mark"
	NounBlocExtra     Noun = "bloc_extra"
)

// Noun is the kind of record.
func (b Bloc) Noun() Noun { return NounBloc }

// RecordID is the key.
func (b Bloc) RecordID() ID { return b.ID }

// Noun is the kind of record.
func (r BlocMember) Noun() Noun { return NounBlocMember }

// RecordID is the key.
func (r BlocMember) RecordID() ID { return r.ID }

// Noun is the kind of record.
func (r BlocCriterion) Noun() Noun { return NounBlocCriterion }

// RecordID is the key.
func (r BlocCriterion) RecordID() ID { return r.ID }

// Noun is the kind of record.
func (m BlocMark) Noun() Noun { return NounBlocMark }

// RecordID is the key.
func (m BlocMark) RecordID() ID { return m.ID }

// Noun is the kind of record.
func (r BlocExtra) Noun() Noun { return NounBlocExtra }

// RecordID is the key.
func (r BlocExtra) RecordID() ID { return r.ID }
