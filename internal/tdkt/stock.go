package tdkt

// Stock (phôi bằng) is a printed form that certificates are printed onto: its size and
// where each word goes, in tenths of a millimetre from the upper left corner.
type Stock struct {
	ID     ID           `json:"id"`
	Name   string       `json:"name"`
	Width  int          `json:"width"`
	Height int          `json:"height"`
	Fields []StockField `json:"fields,omitzero"`
}

// StockField is one text on a Stock. X is where its middle, or its left side, stands;
// Y is its base line.
type StockField struct {
	What   string `json:"what"` // a word of StockWords, or a text of its own
	X      int    `json:"x"`
	Y      int    `json:"y"`
	Size   int    `json:"size"` // points
	Bold   bool   `json:"bold,omitzero"`
	Italic bool   `json:"italic,omitzero"`
	Left   bool   `json:"left,omitzero"` // begins at X instead of standing around it
}

// The words that are filled in from an award; any other text is printed as it is.
const (
	StockName     = "Họ tên"
	StockRole     = "Chức vụ, đơn vị"
	StockTitle    = "Danh hiệu"
	StockYears    = "Thời gian thành tích"
	StockDecision = "Số quyết định"
	StockDay      = "Ngày quyết định"
	StockSigner   = "Người ký"
)

// StockWords lists the words that are filled in.
func StockWords() []string {
	return []string{StockName, StockRole, StockTitle, StockYears, StockDecision, StockDay, StockSigner}
}

// Scale gives the stock another size and moves its fields along.
func (s *Stock) Scale(width, height int) {
	for i := range s.Fields {
		f := &s.Fields[i]
		f.X, f.Y = f.X*width/s.Width, f.Y*height/s.Height
	}
	s.Width, s.Height = width, height
}
