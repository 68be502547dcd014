package tdkt

import "encoding/json"

// Plan (kế hoạch thi đua) of a year or of a theme.
type Plan struct {
	ID         ID        `json:"id"`
	Year       int       `json:"year"`
	Kind       string    `json:"kind"`            // năm, chuyên đề
	Number     string    `json:"number,omitzero"` // as written, "" where the number was left blank
	Symbol     string    `json:"symbol,omitzero"` // KH-SNV
	DateText   string    `json:"date_text"`       // as written: "tháng 01 năm 2023"
	Date       Day       `json:"date,omitzero"`   // zero where the day was left blank
	Place      string    `json:"place,omitzero"`  // Tây Ninh
	Superior   string    `json:"superior,omitzero"`
	Issuer     string    `json:"issuer,omitzero"`
	Title      string    `json:"title"`
	Bases      []Basis   `json:"bases,omitzero"`
	Preamble   []string  `json:"preamble,omitzero"`
	Sections   []Section `json:"sections,omitzero"`
	Closing    string    `json:"closing,omitzero"`
	Recipients []string  `json:"recipients,omitzero"`
	Authority  string    `json:"authority,omitzero"` // KT. GIÁM ĐỐC
	SignerRole string    `json:"signer_role,omitzero"`
	Signer     string    `json:"signer,omitzero"`
}

// Basis (căn cứ) is a document a plan stands on, in its own words.
type Basis struct {
	Text  string `json:"text"`
	Ended Day    `json:"ended,omitzero"` // from when it is no longer in force; zero: in force, or nobody said
	Note  string `json:"note,omitzero"`  // what took its place
}

// InForce says whether nobody said that the document had ended by a day.
func (b Basis) InForce(on Day) bool { return b.Ended == 0 || on < b.Ended }

// plainBasis is Basis without its methods.
type plainBasis Basis

// MarshalJSON writes a basis in force as its text alone, the form files had before
// the end of a basis was kept.
func (b Basis) MarshalJSON() ([]byte, error) {
	if b.Ended == 0 && b.Note == "" {
		return json.Marshal(b.Text)
	}
	return json.Marshal(plainBasis(b))
}

// UnmarshalJSON reads both forms.
func (b *Basis) UnmarshalJSON(text []byte) error {
	if len(text) > 0 && text[0] == '"' {
		*b = Basis{}
		return json.Unmarshal(text, &b.Text)
	}
	return json.Unmarshal(text, (*plainBasis)(b))
}

// Section is a node of a plan's text. Body paragraphs stand before Children.
type Section struct {
	Mark     string    `json:"mark,omitzero"` // I, 1, -
	Heading  string    `json:"heading,omitzero"`
	Body     []string  `json:"body,omitzero"`
	Children []Section `json:"children,omitzero"`
}

// Org is the department the data file belongs to, and the words its papers carry.
type Org struct {
	ID         ID     `json:"id"`
	Name       string `json:"name"`        // Sở Nội vụ tỉnh Tây Ninh
	Superior   string `json:"superior"`    // UBND TỈNH TÂY NINH
	Issuer     string `json:"issuer"`      // SỞ NỘI VỤ
	Place      string `json:"place"`       // Tây Ninh
	Symbol     string `json:"symbol"`      // SNV, in document numbers
	Authority  string `json:"authority"`   // KT. GIÁM ĐỐC
	SignerRole string `json:"signer_role"` // PHÓ GIÁM ĐỐC
	Signer     string `json:"signer,omitzero"`
	Preparer   string `json:"preparer,omitzero"` // người lập biểu
	// Mandate is the whole citation of the document that sets the office's duties: “Quyết định
	// số … ngày … của … quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của …”.
	Mandate string `json:"mandate,omitzero"`
	// Keeper is the section that keeps a copy of each paper, after “Lưu: VT, …”.
	Keeper string `json:"keeper,omitzero"`
}
