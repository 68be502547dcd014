// Package letters fills the official documents of a year (tờ trình, minutes, decisions,
// reports, plans) into Word templates. What the data do not hold stays a dotted blank; no
// word is invented. It is pure: templates come in as bytes, documents go out to a writer.
package letters

import (
	"bytes"
	"io"
	"slices"
	"sync/atomic"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Kind names one kind of document, as on the command line.
type Kind string

// The kinds, in the order a year needs them.
const (
	Plan              Kind = "ke-hoach"
	PlanReport        Kind = "bao-cao-ke-hoach"
	WorkReport        Kind = "bao-cao-cong-tac"
	Pledge            Kind = "giao-uoc"
	BlocPact          Kind = "giao-uoc-khoi"
	BlocMinutes       Kind = "bien-ban-khoi"
	BlocReport        Kind = "bao-cao-khoi"
	BlocProposal      Kind = "to-trinh-khoi"
	InitiativeMinutes Kind = "bien-ban-sang-kien"
	InitiativeGiven   Kind = "quyet-dinh-sang-kien"
	RoomMinutes       Kind = "bien-ban-phong"
	Invitation        Kind = "giay-moi"
	Minutes           Kind = "bien-ban"
	Proposal          Kind = "to-trinh"
	Consultation      Kind = "xin-y-kien"
	Posting           Kind = "cong-khai"
	Notice            Kind = "thong-bao"
	Decision          Kind = "quyet-dinh"
	Receipt           Kind = "ky-nhan"
	Ceremony          Kind = "trao-thuong"
	Archive           Kind = "luu-tru"
	InitiativeProof   Kind = "xac-nhan-sang-kien"
	RatingProof       Kind = "xac-nhan-muc-do"
	UnitReport        Kind = "bao-cao-tap-the"
	PersonReport      Kind = "bao-cao-ca-nhan"
	ServedReport      Kind = "bao-cao-cong-hien"
	DeedReport        Kind = "bao-cao-dot-xuat"
	ThemeReport       Kind = "bao-cao-chuyen-de"
)

// Info is what a person is told of a kind.
type Info struct {
	Kind  Kind
	Name  string           // also the name of the office's own template
	About string           // one line
	Of    tdkt.SubjectKind // whom it is about, "" when about the whole year or either kind

	Layout string // of a report of merits: its layout in the law's list of forms; else ""
	use
}

// use is what papers of a kind are for.
type use struct {
	fills   []string // the papers of a dossier, by the codes of the law's list, that it is
	leaves  bool     // it is sent to those outside the house, as proof of what was decided or proposed
	ofRound bool     // it is about one round of a year
}

// Fills are the papers of a dossier, by the codes of the law's list, that a kind of document
// is.
func (k Kind) Fills() []string { return k.use().fills }

// Leaves says whether papers of the kind are sent to those outside the house, as proof of
// what was decided or proposed.
func (k Kind) Leaves() bool { return k.use().leaves }

func (k Kind) use() use {
	i, _ := InfoOf(string(k))
	return i.use
}

// NeedsSubject says whether a document can only be written of somebody, beside reports of
// merits.
func (i Info) NeedsSubject() bool { return i.Kind == InitiativeProof || i.Kind == RatingProof }

// Always says whether the kind stands in the list of documents of every round, also of one
// that has no case for it yet.
func (i Info) Always() bool { return i.Kind == Proposal || i.Kind == Decision }

// Kinds lists the documents that can be written.
func Kinds() []Info {
	report := use{fills: []string{"bao-cao"}, leaves: true}
	round, sent := use{ofRound: true}, use{ofRound: true, leaves: true}
	proof := func(leaves bool, paper ...string) use { return use{fills: paper, leaves: leaves, ofRound: true} }
	return []Info{
		{Plan, "Kế hoạch", "Kế hoạch công tác thi đua, khen thưởng của năm", "", "", use{}},
		{PlanReport, "Báo cáo thực hiện kế hoạch", "Nhiệm vụ đã xong, đang làm, quá hạn theo từng mục của kế hoạch", "", "", use{}},
		{WorkReport, "Báo cáo công tác thi đua, khen thưởng", "6 tháng, năm hoặc kỳ tự chọn: phong trào, khen thưởng, sáng kiến, điển hình, khiếu nại, nhiệm vụ", "", "", use{}},
		{Pledge, "Giao ước thi đua", "Bản giao ước của từng phòng, đơn vị, theo chỉ tiêu và đăng ký đã nhập", "", "", use{}},
		{BlocPact, "Giao ước thi đua của khối", "Chỉ tiêu, bảng tiêu chí, khen thưởng và chỗ ký của các đơn vị trong khối thi đua", "", "", use{}},
		{BlocMinutes, "Biên bản họp tổng kết khối", "Kết quả chấm điểm, xếp hạng, bỏ phiếu của khối thi đua", "", "", use{}},
		{BlocReport, "Báo cáo tổng kết khối", "Kết quả hoạt động, xếp hạng, đề nghị khen thưởng của khối thi đua", "", "", use{}},
		{BlocProposal, "Tờ trình khen thưởng của khối", "Đơn vị khối đề nghị tặng Cờ thi đua, Bằng khen", "", "", use{}},
		{InitiativeMinutes, "Biên bản họp Hội đồng sáng kiến", "Sáng kiến, đề tài của năm với tác giả và kết quả", "", "", use{}},
		{InitiativeGiven, "Quyết định công nhận sáng kiến", "Sáng kiến, đề tài do cơ quan công nhận trong năm", "", "", use{}},
		{RoomMinutes, "Biên bản họp bình xét của phòng", "Của một phòng, đơn vị: trường hợp đề nghị và phiếu bình xét", tdkt.AUnit, "", round},
		{Invitation, "Giấy mời họp Hội đồng", "Thời gian, địa điểm, thành phần cuộc họp", "", "", round},
		{Minutes, "Biên bản họp Hội đồng", "Thành phần, kết quả kiểm phiếu, tỷ lệ trên tổng số thành viên", "", "", use{fills: []string{"binh-xet", "xet-khen"}, ofRound: true}},
		{Proposal, "Tờ trình", "Đề nghị cấp trên tặng, kèm danh sách trích ngang", "", "", proof(true, "de-nghi", "to-trinh")},
		{Consultation, "Công văn xin ý kiến", "Gửi cơ quan phải có ý kiến trước khi trình", "", "", sent},
		{Posting, "Kết quả công khai", "Thời gian, nơi công khai danh sách và kết quả", "", "", proof(true, "cong-khai")},
		{Notice, "Thông báo kết quả xét", "Kết quả xét, để niêm yết công khai", "", "", round},
		{Decision, "Quyết định khen thưởng", "Danh hiệu, hình thức do Giám đốc quyết định, kèm danh sách", "", "", sent},
		{Receipt, "Danh sách ký nhận", "Người nhận bằng, hiện vật và tiền thưởng ký nhận", "", "", round},
		{Ceremony, "Thứ tự trao thưởng", "Các lượt trao tại lễ, từ cấp cao xuống", "", "", round},
		{Archive, "Mục lục hồ sơ nộp lưu trữ", "Văn bản của đợt, số tờ, thời hạn bảo quản", "", "", round},
		{InitiativeProof, "Xác nhận sáng kiến", "Của một cá nhân: sáng kiến, đề tài đã được công nhận", tdkt.APerson, "", proof(false, "sang-kien")},
		{RatingProof, "Xác nhận mức độ hoàn thành nhiệm vụ", "Của một cá nhân hoặc tập thể", "", "", proof(false, "xac-nhan-xuat-sac")},
		{UnitReport, "Báo cáo thành tích tập thể", "Của một tập thể, hai bảng khen thưởng đã điền", tdkt.AUnit, "tap-the", report},
		{PersonReport, "Báo cáo thành tích cá nhân", "Của một cá nhân, hai bảng khen thưởng đã điền", tdkt.APerson, "ca-nhan", report},
		{ServedReport, "Báo cáo quá trình cống hiến", "Của một cá nhân, bảng quá trình công tác và thời gian giữ chức vụ đã điền", tdkt.APerson, "cong-hien", report},
		{DeedReport, "Báo cáo thành tích đột xuất", "Của một cá nhân hoặc tập thể, cho đợt đột xuất", "", "dot-xuat", report},
		{ThemeReport, "Báo cáo thành tích theo chuyên đề", "Của một cá nhân hoặc tập thể, cho đợt chuyên đề, phong trào", "", "chuyen-de", report},
	}
}

// OfBloc says whether a paper is of a khối thi đua.
func (k Kind) OfBloc() bool {
	return k == BlocPact || k == BlocMinutes || k == BlocReport || k == BlocProposal
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
	Tasks   Progress       // of the report of the plan
	Texts   dossier.Texts  // what the office wrote into the paper
	Rooms   []dossier.Room // of papers of rooms
	Number  string         // of the decree's form that it is, "" where none is known
	Files   []ArchiveFile  // of the index of what goes into the archive
	Work    Work           // of the report of the work
	Bloc    Bloc           // of the papers of a khối
	Marks   docx.Marks     // what it carries beyond its words
}

// Write fills the template of a kind.
func Write(w io.Writer, kind Kind, t Template, in Input) error {
	open, err := t.open()
	if err != nil {
		return err
	}
	return open.Fill(w, Values(kind, in), in.Marks)
}

// opened is the template that was opened last: the reports of a folder are filled one after
// another.
var opened atomic.Pointer[openedTemplate]

type openedTemplate struct {
	Template
	open *docx.Template
}

// open reads the template.
func (t Template) open() (*docx.Template, error) {
	if last := opened.Load(); last != nil && last.Name == t.Name && bytes.Equal(last.File, t.File) {
		return last.open, nil
	}
	open, err := docx.Open(t.Name, t.File)
	if err == nil {
		opened.Store(&openedTemplate{t, open})
	}
	return open, err
}

// Values are the fields a document of a kind may name.
func Values(kind Kind, in Input) docx.Values {
	v := common(in.Submission)
	if kind.use().ofRound {
		v["năm"] = docx.Text(in.YearWords())
	}
	if fill, ok := fillers()[kind]; ok {
		fill(v, in)
	}
	return v
}

// fillers put the fields of each kind beside those that all have.
func fillers() map[Kind]func(docx.Values, Input) {
	return map[Kind]func(docx.Values, Input){
		Plan:              func(v docx.Values, in Input) { planValues(v, in.Plan) },
		PlanReport:        func(v docx.Values, in Input) { progressValues(v, in.Plan, in.Tasks) },
		WorkReport:        workValues,
		Pledge:            pactValues,
		BlocPact:          blocValues,
		BlocMinutes:       blocValues,
		BlocReport:        blocValues,
		BlocProposal:      blocValues,
		InitiativeMinutes: initiativeMinutes,
		InitiativeGiven:   initiativeDecision,
		RoomMinutes:       roomMinutes,
		Invitation:        meetingList,
		Minutes:           meetingList,
		Proposal:          proposalValues,
		Consultation:      consultationValues,
		Posting:           postingValues,
		Notice:            noticeValues,
		Decision:          decisionOf,
		Receipt:           receiptValues,
		Ceremony:          ceremonyValues,
		Archive:           archiveValues,
		InitiativeProof:   initiativeProof,
		RatingProof:       ratingProof,
		UnitReport:        reportValues,
		PersonReport:      reportValues,
		ServedReport:      reportValues,
		DeedReport:        reportValues,
		ThemeReport:       reportValues,
	}
}

func meetingList(v docx.Values, in Input) {
	meetingValues(v, in.Submission)
	said := in.Texts.Of("kết quả công khai")
	v["có kết quả công khai"], v["kết quả công khai"] = docx.Text(said), orBlank(said)
	listValues(v, in.Submission, all)
}

func decisionOf(v docx.Values, in Input) {
	decisionValues(v, in.Decided)
	listValues(v, in.Submission, own)
	moneyValues(v, in.Submission)
}
