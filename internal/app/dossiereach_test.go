package app_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// A dossier for every title of the law in a year of each decree: 91/2017, 98/2023, 152/2025.
func dossierYears() []struct {
	year int
	date tdkt.Day
} {
	return []struct {
		year int
		date tdkt.Day
	}{{2023, tdkt.Date(2023, 12, 25)}, {2024, tdkt.Date(2024, 12, 20)}, {2026, tdkt.Date(2026, 12, 18)}}
}

// outside are the papers of a dossier that others write, or that prove something the book
// cannot: they are kept as files, and the self-check names them while they are missing.
func outside() []string { return []string{"y-kien", "chung-nhan"} }

// everyTitle puts CB020 forward for every title of people, and the office for every title of
// units, as the Council passed them, and returns the subjects.
func everyTitle(t *testing.T, a *app.App, year int) (person, unit tdkt.Subject) {
	t.Helper()
	v := a.View()
	person = subjectOf(t, a, "CB020")
	unit = subjectOf(t, a, "SNV")
	g, err := v.Rules.Criteria(year)
	if err != nil {
		t.Fatal(err)
	}
	meeting := tdkt.Meeting{ID: tdkt.NewID(), Year: year, Date: tdkt.Date(year, 12, 10), Place: "Phòng họp số 1", Title: "Xét thi đua, khen thưởng", Minutes: "52/BB-HĐTĐKT", Members: 9}
	recs := []tdkt.Record{meeting}
	for _, s := range []tdkt.Subject{person, unit} {
		for _, title := range g.TitlesFor(s.Kind) {
			n := tdkt.Nomination{ID: tdkt.NewID(), Year: year, Subject: s, Title: title.Code, State: tdkt.Approved, Date: meeting.Date, Regime: g.ID}
			recs = append(recs, n, tdkt.Ballot{ID: tdkt.NewID(), Meeting: meeting.ID, Nomination: n.ID, Members: 9, For: 9, Result: tdkt.Approved})
		}
	}
	var drop []tdkt.Record
	for _, n := range v.Nominations {
		if n.Year != year {
			continue
		}
		drop = append(drop, n)
		for _, b := range v.Ballots {
			if b.Nomination == n.ID {
				drop = append(drop, b)
			}
		}
	}
	for _, m := range v.Meetings {
		if m.Year == year {
			drop = append(drop, m)
			for _, p := range v.Presences {
				if p.Meeting == m.ID {
					drop = append(drop, p)
				}
			}
		}
	}
	put(t, a, drop, recs...)
	return person, unit
}

func subjectOf(t *testing.T, a *app.App, code string) tdkt.Subject {
	t.Helper()
	s, err := a.View().FindSubject(code)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t *testing.T, a *app.App, drop []tdkt.Record, recs ...tdkt.Record) {
	t.Helper()
	if err := a.Change(t.Context(), "test", "test", func(tx app.Tx) error {
		if err := tx.Remove(t.Context(), drop...); err != nil {
			return err
		}
		return tx.Put(t.Context(), recs...)
	}); err != nil {
		t.Fatal(err)
	}
}

// everyFact enters what the sample lacks: the facts of the person and the unit, every text that
// a paper prints, an initiative and a rating of the year.
func everyFact(t *testing.T, a *app.App, year int, person, unit tdkt.Subject) {
	t.Helper()
	v := a.View()
	p, _ := v.Facts.Person(person.ID)
	for _, text := range tdkt.PersonTexts() {
		*text.Of(&p) = "Mẫu " + text.Words
	}
	u, _ := v.Facts.Unit(unit.ID)
	u.Founded = tdkt.Date(1997, 1, 1)
	org := v.Org
	org.Keeper = "TĐKT"
	var drop []tdkt.Record
	for _, r := range v.Ratings {
		if r.Year == year && (r.Subject == person || r.Subject == unit) {
			drop = append(drop, r)
		}
	}
	recs := []tdkt.Record{
		p, u, org,
		tdkt.Rating{ID: tdkt.NewID(), Year: year, Subject: person, Level: tdkt.Excellent, Decision: "700/QĐ-SNV"},
		tdkt.Rating{ID: tdkt.NewID(), Year: year, Subject: unit, Level: tdkt.Excellent, Decision: "701/QĐ-UBND"},
		tdkt.Initiative{ID: tdkt.NewID(), Year: year, Person: person.ID, Title: "Sáng kiến mẫu", Kind: tdkt.Innovation, Scope: tdkt.Base, Share: 100, Decision: "104/QĐ-SNV", Date: tdkt.Date(year, 11, 15)},
	}
	for _, i := range v.Initiatives {
		if i.Year == year {
			drop = append(drop, i)
		}
	}
	subjects := []tdkt.Subject{person}
	for _, u := range v.Units {
		subjects = append(subjects, tdkt.UnitSubject(u.ID))
		pact := v.PactOf(year, u.ID)
		pact.ID, pact.Year, pact.Unit, pact.Signed = cmp.Or(pact.ID, tdkt.NewID()), year, u.ID, tdkt.Date(year, 1, 19)
		recs = append(recs, pact)
	}
	for _, s := range subjects {
		for _, part := range v.Rules.ReportParts() {
			text := "Lời mẫu của mục " + part.Key + "."
			switch {
			case s.Kind == tdkt.APerson && part.People == "" || s.Kind == tdkt.AUnit && part.Units == "":
				continue
			case part.Form == "các ngày":
				continue
			case part.Key == "ck-den":
				text = tdkt.Date(year, 12, 18).String()
			case part.Form == "ngày":
				text = tdkt.Date(year, 12, 2).String()
			case part.Form == "số":
				text = "5"
			case part.Form == "phiếu":
				text = "5/6"
			}
			recs = append(recs, tdkt.Passage{ID: tdkt.NewID(), Year: year, Subject: s, Part: part.Key, Text: text})
		}
	}
	put(t, a, drop, recs...)
}

// blanks are the lines of a document in which something is left to be written, but for its
// number, which it is given when it is signed.
func blanks(t *testing.T, name string, file []byte) (lines int, with []string) {
	t.Helper()
	list, err := docx.ReadLines(name, file)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range list {
		for _, cell := range l.Cells {
			for line := range strings.SplitSeq(cell, "\n") {
				if strings.Contains(line, "…") && !strings.Contains(line, "Số: …") && !strings.Contains(line, "số …/") {
					with = append(with, line)
				}
			}
		}
	}
	return len(list), with
}

// enclosed are the files of a folder by where they lie.
func enclosed(t *testing.T, s *dossier.Submission) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, e := range s.Enclosures {
		body, err := e.Content(t.Context())
		if err != nil {
			t.Fatalf("%s: %v", e.Name, err)
		}
		name := filepath.Join(string(e.Part), e.Folder, e.Name)
		out[name] = body
		if dir := os.Getenv("TDKT_DOSSIERS"); dir != "" { // to be looked at as pages
			to := filepath.Join(dir, fmt.Sprint(s.Year), strings.ReplaceAll(name, string(filepath.Separator), " - "))
			if err := os.MkdirAll(filepath.Dir(to), 0o750); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(to, body, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out
}

// paperFile is where the folder holds a paper of a dossier, by words of its name.
func paperFile(r dossier.PaperRow) string {
	switch code := dossier.PaperKind(r.Paper.Code); code {
	case "de-nghi":
		if r.Title.Level == dossier.OwnLevel {
			return "Quyết định khen thưởng"
		}
		return "Tờ trình"
	case "bao-cao":
		return "Báo cáo thành tích"
	case "binh-xet", "xet-khen":
		return "biên bản họp Hội đồng"
	case "sang-kien":
		return "Xác nhận sáng kiến - " + r.Name
	case "xac-nhan-xuat-sac":
		return "Xác nhận mức độ hoàn thành nhiệm vụ - " + r.Name
	case "cong-khai":
		return "Kết quả công khai"
	case "y-kien":
		return "Công văn xin ý kiến"
	default:
		return ""
	}
}

// With every fact entered, the dossier of each title holds every paper that the law names, none
// is empty, and nothing in them is left to be written; what others write is named as missing.
func TestDossierOfEveryTitle(t *testing.T) {
	for _, c := range dossierYears() {
		t.Run(fmt.Sprint(c.year), func(t *testing.T) {
			a := sample(t)
			a.Now = c.date.Time
			person, unit := everyTitle(t, a, c.year)
			everyFact(t, a, c.year, person, unit)
			s, err := papers.Gathered(t.Context(), a, papers.Outgoing{Round: tdkt.YearEndRound(c.year), Date: c.date, Draft: true})
			if err != nil {
				t.Fatal(err)
			}
			files := enclosed(t, s)
			asked := map[string]bool{}
			for _, r := range s.Papers {
				asked[r.Paper.Code] = true
				checkPaper(t, s, r, files)
			}
			for _, code := range []string{"de-nghi", "bao-cao", "binh-xet", "xet-khen", "sang-kien", "cong-khai", "y-kien", "kiem-phieu"} {
				if !asked[code] {
					t.Errorf("no dossier of %d asks for %s", c.year, code)
				}
			}
			for name, body := range files {
				lines, left := blanks(t, name, body)
				left = slices.DeleteFunc(left, func(l string) bool {
					return l == "Tây Ninh, ngày … tháng 01 năm 2023" || strings.Contains(l, "văn bản, … tờ")
				})
				if lines < 5 || len(left) > 0 { // the plan of the sample has no day; sheets are counted by hand
					t.Errorf("%s: %d lines, left to be written: %q", name, lines, left)
				}
			}
		})
	}
}

// checkPaper finds a paper of a dossier in the folder, or in the self-check.
func checkPaper(t *testing.T, s *dossier.Submission, r dossier.PaperRow, files map[string][]byte) {
	t.Helper()
	if slices.Contains(outside(), dossier.PaperKind(r.Paper.Code)) {
		named := slices.ContainsFunc(s.Checks, func(c dossier.Check) bool { return c.About == r.Paper.Name })
		if r.State() == dossier.PaperThere || !r.Paper.Optional && !named {
			t.Errorf("%s of %s: %s, named by the self-check: %v", r.Paper.Name, r.Title.Short, r.State(), named)
		}
	}
	if r.Report != nil && !r.Report.Whole() {
		t.Errorf("%s of %s lacks %q", r.Paper.Name, r.Title.Short, r.Report.Gaps)
	}
	word := paperFile(r)
	if word == "" {
		return // ballots are a sheet
	}
	for name := range files {
		if strings.Contains(name, word) && (r.Paper.Code != "bao-cao" || strings.Contains(name, "("+r.Code+") - "+tdkt.FileWords(r.Title.Short))) {
			return
		}
	}
	t.Errorf("%s of %s is not in the folder (%q)", r.Paper.Name, r.Title.Short, word)
}

// With nothing entered but the nominations, each blank of a report is a gap that the window and
// the self-check name, one for one.
func TestBlanksAreGaps(t *testing.T) {
	for _, c := range dossierYears() {
		a := sample(t)
		everyTitle(t, a, c.year)
		list, err := papers.Documents(t.Context(), a, tdkt.YearEndRound(c.year))
		if err != nil {
			t.Fatal(err)
		}
		reports := slices.DeleteFunc(list, func(d papers.Document) bool { return d.Layout == "" })
		paths, err := papers.ExportDocuments(t.Context(), a, tdkt.YearEndRound(c.year), reports, t.TempDir(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, d := range reports {
			body, err := os.ReadFile(paths[i])
			if err != nil {
				t.Fatal(err)
			}
			_, left := blanks(t, d.Who, body)
			left = slices.DeleteFunc(left, func(l string) bool { return strings.Contains(l, ", ngày … tháng") })
			if len(left) != len(d.Gaps) || len(d.Gaps) == 0 {
				t.Errorf("%d %s: %d blanks %q, gaps %q", c.year, d.Who, len(left), left, d.Gaps)
			}
		}
		if len(reports) < 15 {
			t.Errorf("%d: %d reports", c.year, len(reports))
		}
	}
}

// On request every Word paper that leaves the house stands beside itself as PDF, with a page
// for each of its own; nothing of the house does, and equal papers are equal files.
func TestPapersAsPDF(t *testing.T) {
	a := sample(t)
	c := dossierYears()[0]
	a.Now = c.date.Time
	person, unit := everyTitle(t, a, c.year)
	everyFact(t, a, c.year, person, unit)
	s, err := papers.Gathered(t.Context(), a, papers.Outgoing{Round: tdkt.YearEndRound(c.year), Date: c.date, PDF: true, Draft: true})
	if err != nil {
		t.Fatal(err)
	}
	words, pages := 0, 0
	for i, e := range s.Enclosures {
		name, word := strings.CutSuffix(e.Name, ".docx")
		if !word {
			continue
		}
		if !e.Part.Leaves() {
			if i+1 < len(s.Enclosures) && s.Enclosures[i+1].Name == name+".pdf" {
				t.Errorf("%s of the house is a PDF too", name)
			}
			continue
		}
		words++
		pdf := s.Enclosures[i+1]
		if pdf.Name != name+".pdf" || pdf.Part != e.Part || pdf.Folder != e.Folder {
			t.Fatalf("after %s comes %s", e.Name, pdf.Name)
		}
		if words > 3 { // the others are made the same way
			continue
		}
		body, err := pdf.Content(t.Context())
		if err != nil {
			t.Fatalf("%s: %v", pdf.Name, err)
		}
		a.Now = func() time.Time { return c.date.Time().AddDate(0, 1, 0) }
		again, err := pdf.Content(t.Context())
		if err != nil || !bytes.Equal(body, again) {
			t.Errorf("%s made anew differs, %v", pdf.Name, err)
		}
		if n := bytes.Count(body, []byte("/Type /Page\n")); n < 1 || !bytes.HasPrefix(body, []byte("%PDF")) {
			t.Errorf("%s has %d pages", pdf.Name, n)
		} else {
			pages += n
		}
	}
	if words < 10 || pages < 4 {
		t.Errorf("%d papers, %d pages", words, pages)
	}
}

// One paper is written as PDF where its name says so; a template with a picture, which cannot
// be drawn, is refused with a sentence and nothing is written.
func TestOnePaperAsPDF(t *testing.T) {
	a := sample(t)
	d, err := papers.DocumentOf(t.Context(), a, tdkt.YearEndRound(2023), "to-trinh", tdkt.Subject{}, "")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "tờ trình.pdf")
	if err := papers.ExportDocument(t.Context(), a, 2023, d, path); err != nil {
		t.Fatal(err)
	}
	if body, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(body, []byte("%PDF")) {
		t.Errorf("written: %v", err)
	}
	d.PDF = true
	paths, err := papers.ExportDocuments(t.Context(), a, tdkt.YearEndRound(2023), []papers.Document{d}, t.TempDir(), nil)
	if err != nil || len(paths) != 1 || filepath.Ext(paths[0]) != ".pdf" {
		t.Errorf("%v, %v", paths, err)
	}
}

// The outcome of the ballot that a dossier asks for is a sheet of the folder, with a row and
// the votes of each case that asks for it.
func TestBallotSheetOfEveryTitle(t *testing.T) {
	a := sample(t)
	c := dossierYears()[1]
	a.Now = c.date.Time
	everyTitle(t, a, c.year)
	o := papers.Outgoing{Round: tdkt.YearEndRound(c.year), Date: c.date, Draft: true}
	s, err := papers.Gathered(t.Context(), a, o)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := papers.ExportFolder(t.Context(), a, o, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	books := map[dossier.Part]string{}
	for _, part := range []dossier.Part{dossier.OwnPart, dossier.UpPart} {
		files, err := filepath.Glob(filepath.Join(dir, string(part), "*iểm phiếu*.xlsx"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no sheet of the ballot: %v", part, err)
		}
		for _, f := range files {
			books[part] += sheettest.Read(t, f)
		}
	}
	cases := 0
	for _, r := range s.Papers {
		if r.Paper.Code != "kiem-phieu" {
			continue
		}
		cases++
		part := dossier.UpPart
		if r.Title.Level == dossier.OwnLevel {
			part = dossier.OwnPart
		}
		_, group, there := strings.Cut(books[part], strings.ToUpper(r.Title.Name)+" (")
		group, _, _ = strings.Cut(group, ". ")
		if !there || !regexp.MustCompile(`1\|`+regexp.QuoteMeta(r.Name)+`\|[^|]*\|9\|0\|100\.0%\|Thông qua`).MatchString(group) {
			t.Errorf("the ballot of %s says of %s of %s: %q", part, r.Title.Name, r.Name, group)
		}
		if b := s.Meeting.Ballots[r.Nomination]; b.Members != 9 || b.For != 9 {
			t.Errorf("%s of %s: %+v", r.Title.Short, r.Name, b)
		}
	}
	if cases < 4 {
		t.Errorf("only %d cases ask for the ballot", cases)
	}
}
