package tdkt

// Book is one of the four yearly registers that are open or closed (chốt). A
// closed book turns "no row" into "no"; an open one leaves it unknown.
type Book string

// The four books, as stored.
const (
	PledgeBook     Book = "dang-ky"
	RatingBook     Book = "xep-loai"
	InitiativeBook Book = "sang-kien"
	TitleBook      Book = "danh-hieu"
)

// Books lists the four in the order shown.
func Books() []Book { return []Book{PledgeBook, RatingBook, InitiativeBook, TitleBook} }

// Words is the book's name as people say it.
func (b Book) Words() string {
	switch b {
	case PledgeBook:
		return "sổ đăng ký"
	case RatingBook:
		return "sổ xếp loại"
	case InitiativeBook:
		return "sổ sáng kiến"
	default:
		return "sổ danh hiệu"
	}
}

// Year (năm thi đua) says which books are closed. A year without a row has all open.
type Year struct {
	ID     ID          `json:"id"`
	Year   int         `json:"year"`
	Closed ClosedBooks `json:"closed"`
	Locked bool        `json:"locked,omitzero"` // the whole year refuses changes
}

// ClosedBooks says for each book of a year whether it is closed.
type ClosedBooks struct {
	Pledges     bool `json:"pledges,omitzero"`
	Ratings     bool `json:"ratings,omitzero"`
	Initiatives bool `json:"initiatives,omitzero"`
	Titles      bool `json:"titles,omitzero"`
}

// IsClosed says whether a book is closed.
func (y Year) IsClosed(b Book) bool {
	switch b {
	case PledgeBook:
		return y.Closed.Pledges
	case RatingBook:
		return y.Closed.Ratings
	case InitiativeBook:
		return y.Closed.Initiatives
	default:
		return y.Closed.Titles
	}
}

// SetClosed closes or opens a book.
func (y *Year) SetClosed(b Book, closed bool) {
	switch b {
	case PledgeBook:
		y.Closed.Pledges = closed
	case RatingBook:
		y.Closed.Ratings = closed
	case InitiativeBook:
		y.Closed.Initiatives = closed
	case TitleBook:
		y.Closed.Titles = closed
	}
}

// Local (quy định riêng) is a value the province or the Sở sets for a year where
// the statute leaves it to them (mark C of the law page).
type Local struct {
	ID       ID     `json:"id"`
	Year     int    `json:"year"`
	Key      string `json:"key"`
	Value    string `json:"value"`
	Document string `json:"document,omitzero"`
	Date     Day    `json:"date,omitzero"`
	About    string `json:"about,omitzero"` // the document's title (trích yếu)
}

// Regulation (quy định của tỉnh) is a document by which a province sets its own rules, with
// the text of its file, which package law reads. Years are those judged by it.
type Regulation struct {
	ID     ID     `json:"id"`
	Number string `json:"number"`
	Signed Day    `json:"signed"`
	First  int    `json:"first"`
	Last   int    `json:"last,omitzero"` // 0: until another takes its place
	Text   string `json:"text"`
}

// Holds says whether a year is judged by the regulation.
func (r Regulation) Holds(year int) bool { return r.First <= year && (r.Last == 0 || year <= r.Last) }

// Tick (tiêu chí định tính) is a person's judgement of a manual need.
type Tick struct {
	ID      ID      `json:"id"`
	Year    int     `json:"year"`
	Subject Subject `json:"subject"`
	Title   string  `json:"title"` // title code
	Need    string  `json:"need"`  // the need's id
	Met     bool    `json:"met"`
	By      string  `json:"by,omitzero"`
	Date    Day     `json:"date,omitzero"`
}

// Exception (ngoại lệ) is what a competent person decided for one subject beside the
// law. It stands beside the law's answer and never changes it.
type Exception struct {
	ID       ID      `json:"id"`
	Year     int     `json:"year"`
	Subject  Subject `json:"subject"`
	Title    string  `json:"title"`         // title code
	Need     string  `json:"need,omitzero"` // the need's id; "" for the whole title
	By       string  `json:"by"`            // who decided: name and office
	Document string  `json:"document"`
	Date     Day     `json:"date"`
	Reason   string  `json:"reason"`
}
