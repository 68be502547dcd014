package tdkt

// DecisionKind is what a Decision does.
type DecisionKind string

// The kinds, as stored.
const (
	Giving   DecisionKind = "khen thưởng"
	Revoking DecisionKind = "hủy bỏ"
)

// The ways of commendation that answer a movement with a theme, a single deed and long
// service.
const (
	MannerTheme   = "chuyên đề"
	MannerDeed    = "đột xuất"
	MannerService = "quá trình cống hiến"
)

// Manners lists the ways of commendation (loại hình) in the order shown, as awards and
// decisions write them.
func Manners() []string {
	return []string{"công trạng", MannerTheme, MannerDeed, MannerService, "niên hạn", "đối ngoại"}
}

// Decision (quyết định) gives titles and forms, or revokes them. Number is whole, as
// written: 231/QĐ-SNV.
type Decision struct {
	ID          ID           `json:"id"`
	Kind        DecisionKind `json:"kind"`
	Number      string       `json:"number"`
	Date        Day          `json:"date"`
	Issuer      string       `json:"issuer,omitzero"`
	Signer      string       `json:"signer,omitzero"`
	Level       string       `json:"level,omitzero"`  // cấp: Sở, Tỉnh, Nhà nước
	Manner      string       `json:"manner,omitzero"` // loại hình
	Movement    ID           `json:"movement,omitzero"`
	Round       ID           `json:"round,omitzero"`  // "" for the year's own
	Title       string       `json:"title,omitzero"`  // trích yếu
	Ground      string       `json:"ground,omitzero"` // of a revocation, with its article
	Corrections []Correction `json:"corrections,omitzero"`
}

// Correction (đính chính) of a decision keeps what stood before, and why it changed.
type Correction struct {
	Date   Day    `json:"date"`
	By     string `json:"by,omitzero"`
	Reason string `json:"reason"`
	Was    string `json:"was"` // the fields that changed, as they stood
}

// DecisionLine is one subject on a decision's list: the title it was given, or which
// award was revoked. Amount is the bonus in đồng as it was worked out that day.
type DecisionLine struct {
	ID         ID      `json:"id"`
	Decision   ID      `json:"decision"`
	Place      int     `json:"place"` // on the list, from 1
	Subject    Subject `json:"subject"`
	Code       string  `json:"code"`
	Nomination ID      `json:"nomination,omitzero"`
	Award      ID      `json:"award,omitzero"`
	Amount     int64   `json:"amount,omitzero"`
}

// FundKind is whether money came into the fund or went out.
type FundKind string

// The kinds, as stored.
const (
	Income  FundKind = "thu"
	Expense FundKind = "chi"
)

// FundEntry (thu, chi quỹ thi đua, khen thưởng) of a year.
type FundEntry struct {
	ID       ID       `json:"id"`
	Year     int      `json:"year"`
	Date     Day      `json:"date,omitzero"`
	Kind     FundKind `json:"kind"`
	Content  string   `json:"content"`
	Amount   int64    `json:"amount"` // đồng
	Decision ID       `json:"decision,omitzero"`
	Document string   `json:"document,omitzero"` // chứng từ
}
