package tdkt

import (
	"cmp"
	"strings"
)

// Unit (đơn vị: phòng, trung tâm, chi cục) is a node of a tree whose root is the Sở.
type Unit struct {
	ID      ID     `json:"id"`
	Code    string `json:"code"`
	Name    string `json:"name"`
	Parent  ID     `json:"parent,omitzero"` // "" for the root
	Kind    string `json:"kind,omitzero"`   // free text: phòng, trung tâm, sở
	Founded Day    `json:"founded,omitzero"`
	Closed  Day    `json:"closed,omitzero"`
	// Into is the unit it became part of, "" for none; Counts says that the office takes
	// its awards and ratings for that unit's own, of which the law says nothing.
	Into   ID   `json:"into,omitzero"`
	Counts bool `json:"counts,omitzero"`
}

// Household says whether the row is a hộ gia đình that the office rewards and no part of the
// office: nobody works in it, it is neither rated nor counted, and only the forms the law
// gives households are asked of it.
func (u *Unit) Household() bool { return strings.HasPrefix(Fold(u.Kind), "ho gia dinh") }

// Sex is "" when not entered.
type Sex string

// The two values of Sex, as stored.
const (
	Male   Sex = "nam"
	Female Sex = "nữ"
)

// Employment (đối tượng) is the kind of contract that decides the rating scheme.
type Employment string

// The kinds of Employment, as stored.
const (
	Cadre        Employment = "cán bộ"
	CivilServant Employment = "công chức"
	PublicStaff  Employment = "viên chức"
	Worker       Employment = "người lao động"
)

// Employments lists the kinds in the order shown.
func Employments() []Employment { return []Employment{Cadre, CivilServant, PublicStaff, Worker} }

// Person is someone on the roll. Unit, Position and Leader are those of the
// present post; where Posts exist they say which unit held when.
type Person struct {
	ID         ID         `json:"id"`
	Code       string     `json:"code"` // mã cán bộ
	Name       string     `json:"name"` // NFC
	Born       Day        `json:"born,omitzero"`
	BornYear   int        `json:"born_year,omitzero"` // set alone when only the year is known
	Sex        Sex        `json:"sex,omitzero"`
	CCCD       string     `json:"cccd,omitzero"` // text with its zeros; masked on screen
	Unit       ID         `json:"unit"`
	Position   string     `json:"position,omitzero"`
	Employment Employment `json:"employment,omitzero"`
	Leader     bool       `json:"leader,omitzero"`
	Start      Day        `json:"start,omitzero"` // first day of service; zero: not entered
	End        Day        `json:"end,omitzero"`   // last day of service; zero: still serving

	// Plain text that decides no answer; see PersonTexts.
	Home      string `json:"home,omitzero"`       // quê quán
	Residence string `json:"residence,omitzero"`  // trú quán
	Education string `json:"education,omitzero"`  // trình độ chuyên môn
	PartyRole string `json:"party_role,omitzero"` // chức vụ Đảng, đoàn thể
	Phone     string `json:"phone,omitzero"`      // điện thoại
	Academic  string `json:"academic,omitzero"`   // học hàm, học vị
}

// Service is the span the person is on the roll; a start not entered is open.
func (p Person) Service() Span { return Span{From: p.Start, To: p.End} }

// Post (quá trình công tác) is one stretch in a unit. A person without any Post
// held Person.Unit for the whole service.
type Post struct {
	ID       ID     `json:"id"`
	Person   ID     `json:"person"`
	From     Day    `json:"from"`
	To       Day    `json:"to,omitzero"`
	Unit     ID     `json:"unit"`
	Position string `json:"position,omitzero"`
	Leader   bool   `json:"leader,omitzero"`
}

// Penalty is a form of discipline (hình thức kỷ luật), by its stored code.
type Penalty string

// The forms of discipline, mildest first.
const (
	Reprimand Penalty = "khiển trách"
	Warning   Penalty = "cảnh cáo"
	PayCut    Penalty = "hạ bậc lương"
	Demotion  Penalty = "giáng chức"
	Removal   Penalty = "cách chức"
	Dismissal Penalty = "buộc thôi việc"
	Expulsion Penalty = "khai trừ" // of the Party alone
)

// Penalties lists the forms, mildest first; a form's place is its weight.
func Penalties() []Penalty {
	return []Penalty{Reprimand, Warning, PayCut, Demotion, Removal, Dismissal, Expulsion}
}

// Discipline (kỷ luật) is a decision against a person. No row means none. Where two
// decisions are about one act, or a rating was made before the decision, CountsIn is the
// year of rating it counts in.
type Discipline struct {
	ID       ID      `json:"id"`
	Person   ID      `json:"person"`
	Form     Penalty `json:"form"`
	Date     Day     `json:"date"`
	Decision string  `json:"decision,omitzero"`

	Kind     DisciplineKind `json:"kind,omitzero"`
	CountsIn int            `json:"counts_in,omitzero"` // 0: the year of Date
}

// RatingYear is the year of rating the discipline counts in.
func (d Discipline) RatingYear() int { return cmp.Or(d.CountsIn, d.Date.Year()) }

// Absence (nghỉ) is a stretch away from work: thai sản, ốm, học tập and others.
type Absence struct {
	ID     ID     `json:"id"`
	Person ID     `json:"person"`
	From   Day    `json:"from"`
	To     Day    `json:"to"`
	Kind   string `json:"kind"`
}

// Hold (tạm dừng xét) is an open case: điều tra, thanh tra, khiếu nại. It never
// turns an answer into no.
type Hold struct {
	ID      ID      `json:"id"`
	Subject Subject `json:"subject"`
	From    Day     `json:"from"`
	To      Day     `json:"to,omitzero"`
	Reason  string  `json:"reason,omitzero"`
}

// SubjectKind says whether a row is about a person or a unit.
type SubjectKind string

// The two kinds of subject, as stored and as printed by check -json.
const (
	APerson SubjectKind = "person"
	AUnit   SubjectKind = "unit"
)

// Words is the kind as lists head it: cá nhân, tập thể.
func (k SubjectKind) Words() string {
	if k == AUnit {
		return "tập thể"
	}
	return "cá nhân"
}

// Subject is a person or a unit.
type Subject struct {
	Kind SubjectKind `json:"kind"`
	ID   ID          `json:"id"`
}

// PersonSubject and UnitSubject name a subject by its key.
func PersonSubject(id ID) Subject { return Subject{APerson, id} }

// UnitSubject names a unit as subject.
func UnitSubject(id ID) Subject { return Subject{AUnit, id} }
