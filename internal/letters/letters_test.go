package letters

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/assets"
	"tdkt/internal/bloc"
	"tdkt/internal/demo"
	"tdkt/internal/dossier"
	"tdkt/internal/dossier/dossiertest"
	"tdkt/internal/golden"
	"tdkt/internal/letters/draft"
	"tdkt/internal/tdkt"
)

// sample is the sample department's year 2023; its reports are those of one kind of subject.
func sample(tb testing.TB, kind tdkt.SubjectKind) Input {
	tb.Helper()
	in, made := samples[kind]
	if !made {
		in = makeSample(tb, kind)
		samples[kind] = in
	}
	own := *in.Submission // fields of it are the test's own to set
	in.Submission = &own
	return in
}

// samples are the inputs made so far: filling a template changes nothing of them.
var samples = map[tdkt.SubjectKind]Input{}

func makeSample(tb testing.TB, kind tdkt.SubjectKind) Input {
	tb.Helper()
	d, in := demo.Build(), dossiertest.Input(tb, 2023)
	s, err := dossier.Build(tb.Context(), in)
	if err != nil {
		tb.Fatal(err)
	}
	list := s.ListOf(kind)
	last := list[len(list)-1]
	h := dossier.HistoryOf(in, last.Subject)
	h.Report = dossier.ReportOf(in, tdkt.Date(2023, 12, 20), tdkt.YearEnd, last.Subject, last.Title.Code)
	return Input{Submission: s, Bloc: sampleBloc(d), Plan: d.Plans[0], Title: last.Title.Name, History: h, Parts: in.Rules.ReportParts(), Rooms: dossier.RoomsOf(in, s, d.Work)}
}

// sampleBloc is the khối of the sample.
func sampleBloc(d demo.Data) Bloc {
	b, rules := d.Blocs.Blocs[0], bloc.Standard()
	var results []bloc.Result
	for _, m := range d.Blocs.BlocMembers {
		var marks []tdkt.BlocMark
		for _, x := range d.Blocs.BlocMarks {
			if x.Member == m.ID {
				marks = append(marks, x)
			}
		}
		var extras []tdkt.BlocExtra
		for _, x := range d.Blocs.BlocExtras {
			if x.Member == m.ID {
				extras = append(extras, x)
			}
		}
		results = append(results, rules.Judge(m, d.Blocs.BlocCriteria, marks, extras))
	}
	b.SentTo = "Hội đồng Thi đua - Khen thưởng tỉnh Tây Ninh"
	return Bloc{Bloc: b, Members: d.Blocs.BlocMembers, Criteria: d.Blocs.BlocCriteria, Ranking: rules.Rank(b, d.Blocs.BlocCriteria, results)}
}

// carried is the template that the program carries for a kind.
func carried(tb testing.TB, k Kind) Template {
	tb.Helper()
	file, err := assets.Templates.ReadFile("templates/" + string(k) + ".docx")
	if err != nil {
		tb.Fatal(err)
	}
	return Template{Name: string(k), File: file}
}

// write writes a document and reads it as text.
func write(tb testing.TB, k Kind, in Input) string {
	tb.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, k, carried(tb, k), in); err != nil {
		tb.Fatalf("%s: %v", k, err)
	}
	if dir := os.Getenv("TDKT_LETTERS"); dir != "" { // to be looked at as pictures
		if err := os.WriteFile(filepath.Join(dir, string(k)+".docx"), buf.Bytes(), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return dump(tb, buf.Bytes())
}

// dump is the text of a document: a line for each paragraph, " | " between cells.
func dump(tb testing.TB, docx []byte) string {
	tb.Helper()
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(parts(tb, docx)["word/document.xml"]))
	cells := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			tb.Fatal(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "tc":
				cells++
			case "br":
				b.WriteString(" ⏎ ")
			}
		case xml.CharData:
			b.Write(t)
		case xml.EndElement:
			switch {
			case t.Name.Local == "tc":
				cells--
				b.WriteString("| ")
			case t.Name.Local == "tr", t.Name.Local == "p" && cells == 0:
				b.WriteString("\n")
			case t.Name.Local == "p":
				b.WriteString(" ")
			}
		}
	}
}

// parts are the parts of a Word file.
func parts(tb testing.TB, docx []byte) map[string]string {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		tb.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		body, err := io.ReadAll(in)
		if err != nil {
			tb.Fatal(err)
		}
		all[f.Name] = string(body)
	}
	return all
}

// The documents of the sample year, word for word.
func TestDocuments(t *testing.T) {
	for _, i := range Kinds() {
		kind := tdkt.APerson
		if i.Of != "" {
			kind = i.Of
		}
		in := sample(t, kind)
		in.Tasks = Progress{Period: "năm 2023", On: tdkt.Date(2023, 12, 31), Counts: ProgressCounts{All: 2, Done: 1, Late: 1}, Parts: []ProgressPart{
			{Head: "I. Mục đích", Tasks: []ProgressTask{
				{Title: "Quán triệt", Owner: "Văn phòng", Deadline: tdkt.Date(2023, 2, 28), State: "đã xong ngày 24/02/2023", Evidence: "Biên bản"},
				{Title: "Biểu dương", State: "quá hạn 16 ngày", Late: 16},
			}},
		}}
		golden.Compare(t, filepath.Join("testdata", string(i.Kind)+".golden"), write(t, i.Kind, in))
	}
}

// The members the minutes count are those whose votes the shares are taken of, and the
// documents that rest on the meeting name its day.
func TestMeeting(t *testing.T) {
	in := sample(t, tdkt.APerson)
	first := in.Nominees[0]
	in.Meeting = dossier.Meeting{
		Day: tdkt.Date(2023, 12, 18), Base: 2, Chair: "Lê Văn Mẫu",
		Members: []dossier.Attendee{
			{Name: "Lê Văn Mẫu", Role: "chủ tịch", Voting: true, State: dossier.Present},
			{Name: "Trần Thị Thử", Role: "ủy viên", Voting: true, State: dossier.Written, Reason: "đi công tác"},
			{Name: "Phạm Văn Ghi", Role: "thư ký", State: dossier.Present},
		},
		Ballots: map[tdkt.ID]dossier.Ballot{first.Nomination: {Members: 2, For: 1, Against: 1, Outcome: "Không thông qua"}},
	}
	minutes := write(t, Minutes, in)
	for _, want := range []string{
		"có quyền biểu quyết: 02; có mặt: 01; gửi phiếu bằng văn bản: 01; vắng mặt: 00",
		"Phạm Văn Ghi | Thư ký | có mặt | không biểu quyết",
		"1 | " + first.Name + " | 01 | 01 | 50% | Không thông qua",
	} {
		if !strings.Contains(minutes, want) {
			t.Errorf("the minutes lack %q:\n%.1500s", want, minutes)
		}
	}
	for _, kind := range []Kind{Proposal, Decision, Notice, Minutes, Invitation} {
		if !strings.Contains(write(t, kind, in), "ngày 18 tháng 12 năm 2023") {
			t.Errorf("%s does not name the day of the meeting", kind)
		}
	}
}

// A file in which nothing was entered still gives every document, blanks and all, and no
// template names a field that it lacks.
func TestNothingEntered(t *testing.T) {
	rules := dossiertest.Input(t, 2023).Rules
	for _, i := range Kinds() {
		text := write(t, i.Kind, Input{Submission: &dossier.Submission{Year: 2023}, Parts: rules.ReportParts()})
		if strings.Contains(text, "{{") || (i.Kind != Pledge && !strings.Contains(text, "…")) {
			t.Errorf("%s:\n%s", i.Kind, text)
		}
	}
}

// The templates in assets are those of the descriptions: after a change of one, run
// "go run ./cmd/dev templates".
func TestTemplatesAreMade(t *testing.T) {
	made, err := draft.All()
	if err != nil {
		t.Fatal(err)
	}
	all := append(Kinds(), RatingKinds()...)
	if len(made) != len(all) {
		t.Errorf("%d descriptions for %d kinds", len(made), len(all))
	}
	for _, i := range all {
		if diff := cmp.Diff(parts(t, made[string(i.Kind)+".docx"]), parts(t, carried(t, i.Kind).File)); diff != "" {
			t.Errorf("%s (-description +assets):\n%.600s", i.Kind, diff)
		}
	}
}

// A name in an office's own template that no document has is refused, with both names.
func TestUnknownField(t *testing.T) {
	file, err := draft.Make("Kính gửi {{bộ trưởng}}")
	if err != nil {
		t.Fatal(err)
	}
	err = Write(io.Discard, Proposal, Template{"Tờ trình của Sở.docx", file}, sample(t, tdkt.APerson))
	if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "Tờ trình của Sở.docx") || !strings.Contains(err.Error(), "bộ trưởng") {
		t.Errorf("got %v", err)
	}
}

// Days, numbers and shares are written as Decree 30/2020 and the Council want them.
func TestWriting(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{string(longDay(tdkt.Date(2024, 2, 5))), "ngày 05 tháng 02 năm 2024"},
		{string(longDay(tdkt.Date(2024, 3, 15))), "ngày 15 tháng 3 năm 2024"},
		{string(longDay(0)), "ngày … tháng … năm …"},
		{string(count(7)), "07"},
		{string(count(12)), "12"},
		{string(money(47880000)), "47.880.000"},
		{string(money(0)), "0"},
		{dossier.Roman(19), "XIX"},
		{dossier.Ballot{Members: 9, For: 8}.Share(), "88,9%"},
		{dossier.Ballot{Members: 9, For: 9}.Share(), "100%"},
		{dossier.Ballot{}.Share(), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
