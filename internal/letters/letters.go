// Package letters fills the official documents of a year (tờ trình, minutes, decisions,
// reports, plans) into Word templates. What the data do not hold stays a dotted blank; no
// word is invented. It is pure: templates come in as bytes, documents go out to a writer.
package letters

import (
	"io"
	"slices"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Kind names one kind of document, as on the command line.
type Kind string

// The kinds, in the order a year needs them.
const (
	Plan         Kind = "ke-hoach"
	PlanReport   Kind = "bao-cao-ke-hoach"
	Pledge       Kind = "giao-uoc"
	Invitation   Kind = "giay-moi"
	Minutes      Kind = "bien-ban"
	Proposal     Kind = "to-trinh"
	Notice       Kind = "thong-bao"
	Decision     Kind = "quyet-dinh"
	UnitReport   Kind = "bao-cao-tap-the"
	PersonReport Kind = "bao-cao-ca-nhan"
	ServedReport Kind = "bao-cao-cong-hien"
	DeedReport   Kind = "bao-cao-dot-xuat"
	ThemeReport  Kind = "bao-cao-chuyen-de"
)

// Info is what a person is told of a kind.
type Info struct {
	Kind  Kind
	Name  string           // also the name of the office's own template
	About string           // one line
	Of    tdkt.SubjectKind // whom it is about, "" when about the whole year or either kind

	Layout string // of a report of merits: its layout in the law's list of forms; else ""
}

// Fills are the papers of a dossier, by the codes of the law's list, that a kind of document
// is.
func (k Kind) Fills() []string {
	switch k {
	case Proposal:
		return []string{"de-nghi", "to-trinh"}
	case Minutes:
		return []string{"binh-xet", "xet-khen"}
	case UnitReport, PersonReport, ServedReport, DeedReport, ThemeReport:
		return []string{"bao-cao"}
	case Plan, PlanReport, Pledge, Invitation, Notice, Decision, MarkForm, YearForm, StaffForm, RatingNotice, RatingDebate:
	}
	return nil
}

// Leaves says whether papers of the kind are sent to those outside the house, as proof of
// what was decided or proposed.
func (k Kind) Leaves() bool {
	switch k {
	case Proposal, Decision, UnitReport, PersonReport, ServedReport, DeedReport, ThemeReport:
		return true
	case Plan, PlanReport, Pledge, Invitation, Minutes, Notice, MarkForm, YearForm, StaffForm, RatingNotice, RatingDebate:
	}
	return false
}

// ofRound says whether papers of the kind are about one round of a year.
func (k Kind) ofRound() bool {
	switch k {
	case Invitation, Minutes, Proposal, Notice, Decision:
		return true
	case Plan, PlanReport, Pledge, UnitReport, PersonReport, ServedReport, DeedReport, ThemeReport, MarkForm, YearForm, StaffForm, RatingNotice, RatingDebate:
	}
	return false
}

// Kinds lists the documents that can be written.
func Kinds() []Info {
	return []Info{
		{Plan, "Kế hoạch", "Kế hoạch công tác thi đua, khen thưởng của năm", "", ""},
		{PlanReport, "Báo cáo thực hiện kế hoạch", "Nhiệm vụ đã xong, đang làm, quá hạn theo từng mục của kế hoạch", "", ""},
		{Pledge, "Giao ước thi đua", "Bản giao ước của từng phòng, đơn vị, theo đăng ký đã nhập", "", ""},
		{Invitation, "Giấy mời họp Hội đồng", "Thời gian, địa điểm, thành phần cuộc họp", "", ""},
		{Minutes, "Biên bản họp Hội đồng", "Thành phần, kết quả kiểm phiếu, tỷ lệ trên tổng số thành viên", "", ""},
		{Proposal, "Tờ trình", "Đề nghị cấp trên tặng, kèm danh sách trích ngang", "", ""},
		{Notice, "Thông báo kết quả xét", "Kết quả xét, để niêm yết công khai", "", ""},
		{Decision, "Quyết định khen thưởng", "Danh hiệu, hình thức do Giám đốc quyết định, kèm danh sách", "", ""},
		{UnitReport, "Báo cáo thành tích tập thể", "Của một tập thể, hai bảng khen thưởng đã điền", tdkt.AUnit, "tap-the"},
		{PersonReport, "Báo cáo thành tích cá nhân", "Của một cá nhân, hai bảng khen thưởng đã điền", tdkt.APerson, "ca-nhan"},
		{ServedReport, "Báo cáo quá trình cống hiến", "Của một cá nhân, bảng quá trình công tác và thời gian giữ chức vụ đã điền", tdkt.APerson, "cong-hien"},
		{DeedReport, "Báo cáo thành tích đột xuất", "Của một cá nhân hoặc tập thể, cho đợt đột xuất", "", "dot-xuat"},
		{ThemeReport, "Báo cáo thành tích theo chuyên đề", "Của một cá nhân hoặc tập thể, cho đợt chuyên đề, phong trào", "", "chuyen-de"},
	}
}

// InfoOf finds a kind by its word on the command line.
func InfoOf(word string) (Info, bool) {
	i := slices.IndexFunc(Kinds(), func(i Info) bool { return string(i.Kind) == word })
	if i < 0 {
		return Info{}, false
	}
	return Kinds()[i], true
}

// ReportKind is the kind of document that a report of a layout is.
func ReportKind(layout string) (Info, bool) {
	i := slices.IndexFunc(Kinds(), func(i Info) bool { return layout != "" && i.Layout == layout })
	if i < 0 {
		return Info{}, false
	}
	return Kinds()[i], true
}

// Template is a template's name for messages, and its bytes.
type Template struct {
	Name string
	File []byte
}

// Input is what the documents are made of. History and Title are of a report's subject,
// Plan is the year's.
type Input struct {
	*dossier.Submission
	History dossier.History  // with its Report
	Parts   []law.ReportPart // everything a report may ask to be written
	Title   string           // the name of what a report is written for, "" when not yet known
	Plan    tdkt.Plan
	Tasks   Progress // of the report of the plan
}

// Write fills the template of a kind.
func Write(w io.Writer, kind Kind, t Template, in Input) error {
	open, err := docx.Open(t.Name, t.File)
	if err != nil {
		return err
	}
	return open.Fill(w, Values(kind, in))
}

// Values are the fields a document of a kind may name.
func Values(kind Kind, in Input) docx.Values {
	v := common(in.Submission)
	if kind.ofRound() {
		v["năm"] = docx.Text(in.YearWords())
	}
	switch kind {
	case Plan:
		planValues(v, in.Plan)
	case PlanReport:
		progressValues(v, in.Plan, in.Tasks)
	case Pledge:
		pledgeValues(v, in.Submission)
	case Invitation, Minutes:
		meetingValues(v, in.Submission)
		listValues(v, in.Submission, all)
	case Proposal:
		listValues(v, in.Submission, above)
	case Notice:
		listValues(v, in.Submission, listed)
	case Decision:
		decisionValues(v, in.Decided)
		listValues(v, in.Submission, own)
		moneyValues(v, in.Submission)
	case UnitReport, PersonReport, ServedReport, DeedReport, ThemeReport:
		reportValues(v, in)
	case MarkForm, YearForm, StaffForm, RatingNotice, RatingDebate: // filled from their own values
	}
	return v
}
