package tdkt

// Access is what an account may do.
type Access string

// The roles, as stored.
const (
	AccessClerk  Access = "văn thư"  // everything, accounts too
	AccessWriter Access = "thư ký"   // everything but accounts
	AccessLeader Access = "lãnh đạo" // reads, and writes opinions
	// AccessPaper is no person: it holds the code on paper by which a lost password is set anew.
	AccessPaper Access = "mã giấy"
)

// Accesses lists those of people, in the order shown.
func Accesses() []Access { return []Access{AccessClerk, AccessWriter, AccessLeader} }

// Does says what a role may do, in words.
func (r Access) Does() string {
	switch r {
	case AccessClerk:
		return "làm mọi việc và giữ danh sách tài khoản"
	case AccessWriter:
		return "làm mọi việc, trừ tài khoản"
	case AccessLeader:
		return "xem mọi số liệu và ghi ý kiến"
	default:
		return ""
	}
}

// Account (tài khoản) is somebody who may open the file in the program. A file without
// any opens for whoever has it.
type Account struct {
	ID     ID     `json:"id"`
	Login  string `json:"login"`
	Name   string `json:"name"`
	Role   Access `json:"role"`
	Secret string `json:"secret"` // what the password is checked against
}

// NounAccount is the noun of accounts.
const NounAccount Noun = "account"

// Noun is what kind of row it is.
func (r Account) Noun() Noun { return NounAccount }

// RecordID is its key.
func (r Account) RecordID() ID { return r.ID }

// Signature is how the history names who did something.
func (r Account) Signature() string { return r.Name + " (" + r.Login + ")" }
