package app_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// manyFolders is for the long run of all checks.
var manyFolders = flag.Bool("folders", false, "write the folders of a hundred random years, not of one")

// listed is one line of a list as somebody takes it from a paper who knows nothing of how
// the paper was made.
type listed struct {
	who, code    string
	votes, money int64 // -1 where the paper says none
}

// plainName is a printed name without what tells namesakes apart.
func plainName(words string) string {
	name, _, _ := strings.Cut(strings.ReplaceAll(words, "\n", " "), " (")
	return strings.ToLower(tdkt.Clean(name))
}

// paperReader takes lists out of rows of cells.
type paperReader struct {
	codes map[string]string // title codes by their printed words
	head  []string
	title string
	lines []listed
	said  []int // what the headings say stands under them
}

var (
	sheetHead = regexp.MustCompile(`^[IVXL]+\. (.+) \((\d+) (?:cá nhân|tập thể)`)
	wordHead  = regexp.MustCompile(`^(.+?)(?: \((\d+) (?:cá nhân|tập thể)\))?$`)
	roman     = regexp.MustCompile(`^[IVXL]+$`)
)

func (r *paperReader) row(cells []string) {
	cell := func(i int) string {
		if i >= 0 && i < len(cells) {
			return cells[i]
		}
		return ""
	}
	if cell(0) == "STT" {
		r.head, r.title = slices.Clone(cells), ""
		return
	}
	if m := sheetHead.FindStringSubmatch(cell(0)); m != nil {
		r.begin(m[1], m[2])
		return
	}
	if roman.MatchString(cell(0)) && len(cells) > 1 {
		m := wordHead.FindStringSubmatch(cells[1])
		r.begin(m[1], m[2])
		return
	}
	if _, err := strconv.Atoi(cell(0)); err != nil || r.head == nil {
		return
	}
	column := func(starts ...string) int {
		return slices.IndexFunc(r.head, func(h string) bool {
			return slices.ContainsFunc(starts, func(s string) bool { return strings.HasPrefix(strings.ToLower(tdkt.Clean(h)), s) })
		})
	}
	number := func(at int) int64 {
		n, err := strconv.ParseInt(strings.ReplaceAll(cell(at), ".", ""), 10, 64)
		if at < 0 || err != nil {
			return -1
		}
		return n
	}
	code := r.title
	if code == "" {
		code = r.codes[strings.ToLower(tdkt.Clean(cell(column("danh hiệu"))))]
	}
	who := column("họ tên", "họ và tên", "tên tập thể", "tập thể, cá nhân")
	if code == "" || who < 0 {
		return // a list of something else
	}
	r.lines = append(r.lines, listed{plainName(cell(who)), code, number(column("phiếu đồng ý")), number(column("số tiền", "tiền thưởng"))})
}

func (r *paperReader) begin(title, n string) {
	r.title = r.codes[strings.ToLower(tdkt.Clean(title))]
	if said, err := strconv.Atoi(n); err == nil && r.title != "" {
		r.said = append(r.said, said)
	}
}

// readPaper reads one file of a folder.
func readPaper(t *testing.T, path string, codes map[string]string) *paperReader {
	t.Helper()
	r := &paperReader{codes: codes}
	if filepath.Ext(path) == ".docx" {
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := docx.ReadLines(path, body)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			if l.Row {
				r.row(l.Cells)
			}
		}
		return r
	}
	for _, rows := range sheetRows(t, path) {
		for _, cells := range rows {
			r.row(cells)
		}
		r.head = nil
	}
	return r
}

// sheetRows reads the sheets of a workbook with nothing but the format itself.
func sheetRows(t *testing.T, path string) [][][]string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	read := func(f *zip.File, to any) {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if err := xml.NewDecoder(r).Decode(to); err != nil {
			t.Fatal(err)
		}
	}
	var shared struct {
		Items []struct {
			Text string `xml:"t"`
			Runs []struct {
				Text string `xml:"t"`
			} `xml:"r"`
		} `xml:"si"`
	}
	var sheets [][][]string
	for _, f := range z.File {
		if f.Name == "xl/sharedStrings.xml" {
			read(f, &shared)
		}
	}
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			continue
		}
		var sheet struct {
			Rows []struct {
				Cells []struct {
					At    string `xml:"r,attr"`
					Type  string `xml:"t,attr"`
					Value string `xml:"v"`
					Text  string `xml:"is>t"`
				} `xml:"c"`
			} `xml:"sheetData>row"`
		}
		read(f, &sheet)
		var rows [][]string
		for _, row := range sheet.Rows {
			var cells []string
			for _, c := range row.Cells {
				at := 0
				for _, letter := range strings.TrimRight(c.At, "0123456789") {
					at = at*26 + int(letter-'A') + 1
				}
				for len(cells) < at {
					cells = append(cells, "")
				}
				words := c.Value + c.Text
				if i, err := strconv.Atoi(c.Value); c.Type == "s" && err == nil {
					words = shared.Items[i].Text
					for _, run := range shared.Items[i].Runs {
						words += run.Text
					}
				}
				cells[at-1] = words
			}
			rows = append(rows, cells)
		}
		sheets = append(sheets, rows)
	}
	return sheets
}

// randomRound changes the sample's round of 2023 by chance: ratings, votes, who was taken
// back, what was decided and by which of two decisions.
func randomRound(t *testing.T, a *app.App, random *rand.Rand) tdkt.Round {
	t.Helper()
	year := tdkt.YearEndRound(2023)
	v := a.View()
	var put []tdkt.Record
	for _, r := range v.Ratings {
		if r.Year == year.Year && random.IntN(9) == 0 {
			r.Level = tdkt.Levels()[random.IntN(len(tdkt.Levels()))]
			put = append(put, r)
		}
	}
	ballots := slices.Clone(v.Ballots)
	for _, b := range ballots {
		if b.Meeting == v.MeetingsOf(2023)[0].ID && random.IntN(4) == 0 {
			b.For = random.IntN(b.Members + 1)
			b.Against, b.Invalid, b.Recused, b.Away = b.Members-b.For, 0, 0, 0
			put = append(put, b)
		}
	}
	for _, n := range v.Nominations {
		if n.Year == year.Year && random.IntN(15) == 0 {
			n.State = tdkt.Withdrawn
			put = append(put, n)
		}
	}
	open := v.YearOf(year.Year)
	open.Closed.Titles = false
	put = append(put, open)
	var gone []tdkt.Record // what the sample's own decision of the year gave
	for _, w := range v.Awards {
		if w.To == year.Year {
			for _, l := range v.Lines {
				if l.Award == w.ID {
					gone = append(gone, l)
				}
			}
			gone = append(gone, w)
		}
	}
	err := a.Change(t.Context(), "test", "thử", func(tx app.Tx) error {
		if err := tx.Put(t.Context(), put...); err != nil {
			return err
		}
		return tx.Remove(t.Context(), gone...)
	})
	if err != nil {
		t.Fatal(err)
	}
	list, err := a.Standings(year)
	if err != nil {
		t.Fatal(err)
	}
	given := map[string][]view.Given{}
	for _, s := range list {
		if !s.OnList || !s.Own() || s.Given != nil {
			continue
		}
		number := []string{"", "301/QĐ-SNV", "301/QĐ-SNV", "302/QĐ-SNV"}[random.IntN(4)]
		given[number] = append(given[number], view.Given{Subject: s.Subject, Code: s.Title.Code, From: 2023, To: 2023})
	}
	for _, number := range []string{"301/QĐ-SNV", "302/QĐ-SNV"} {
		if len(given[number]) == 0 {
			continue
		}
		d := tdkt.Decision{Kind: tdkt.Giving, Number: number, Date: tdkt.Date(2023, 12, 29), Signer: "Đặng Quốc Thịnh", Level: "Sở"}
		if _, err := a.Decide(t.Context(), d, given[number], app.Handling{LeaveOut: true}); err != nil {
			t.Fatal(err)
		}
	}
	return year
}

// TestEveryFileSaysTheStanding: in random years every list of the two parts that leave the
// house, in Excel and in Word, read by one who knows nothing of how it was made, holds
// exactly the cases of its level, or of its decision, with their titles, votes and the money
// that was recorded; a number made another in any file is found.
func TestEveryFileSaysTheStanding(t *testing.T) {
	t.Parallel()
	seeds := uint64(1) // more with -folders
	if *manyFolders {
		seeds = 100
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			a, random := sample(t), rand.New(rand.NewPCG(seed, 11))
			year := randomRound(t, a, random)
			o := papers.Outgoing{Round: year, Draft: true}
			dir, err := papers.ExportFolder(t.Context(), a, o, t.TempDir(), nil)
			if err != nil {
				t.Fatal(err)
			}
			compareFolder(t, a, year, dir)
			breakNumbers(t, a, o, dir, random)
		})
	}
}

// compareFolder reads each list of a folder and holds it against the standings.
func compareFolder(t *testing.T, a *app.App, r tdkt.Round, dir string) {
	t.Helper()
	list, err := a.Standings(r)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	for _, s := range list {
		codes[strings.ToLower(s.Title.Name)], codes[strings.ToLower(s.Title.Short)] = s.Title.Code, s.Title.Code
	}
	read, paid := 0, 0
	for _, part := range []dossier.Part{dossier.OwnPart, dossier.UpPart} {
		paths, err := filepath.Glob(filepath.Join(dir, string(part), "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			kinds := kindsOf(path)
			if len(kinds) == 0 {
				continue
			}
			read++
			paid += comparePaper(t, path, readPaper(t, path, codes), expected(list, part, filepath.Base(path), kinds))
		}
	}
	if read < 5 || paid == 0 {
		t.Errorf("only %d files were read, %d amounts compared", read, paid)
	}
}

// kindsOf are the kinds of subjects that a file lists; none for a file that lists no cases.
func kindsOf(path string) []tdkt.SubjectKind {
	name := strings.ToLower(filepath.Base(path))
	switch {
	case strings.Contains(name, "sáng kiến"), strings.Contains(name, "danh mục"), !strings.Contains(name, ". "):
		return nil
	case strings.Contains(name, "đề nghị tập thể"):
		return []tdkt.SubjectKind{tdkt.AUnit}
	case strings.Contains(name, "đề nghị cá nhân"):
		return []tdkt.SubjectKind{tdkt.APerson}
	}
	return []tdkt.SubjectKind{tdkt.AUnit, tdkt.APerson}
}

// expected are the standings that a file must list: those of its level, and where several
// decisions gave them those of the one in its name.
func expected(list []dossier.Standing, part dossier.Part, name string, kinds []tdkt.SubjectKind) []dossier.Standing {
	return slices.DeleteFunc(slices.Clone(list), func(s dossier.Standing) bool {
		if !s.OnList || s.Own() != (part == dossier.OwnPart) || !slices.Contains(kinds, s.Subject.Kind) {
			return true
		}
		number := "chưa ký"
		if s.Given != nil {
			number = strings.ReplaceAll(s.Given.Decision.Number, "/", "-")
		}
		return strings.Contains(name, " - ") && !strings.Contains(name, " - "+number)
	})
}

// comparePaper holds the lines read against the standings that the file must list, and says
// how many amounts of recorded decisions it compared.
func comparePaper(t *testing.T, path string, got *paperReader, want []dossier.Standing) (paid int) {
	t.Helper()
	name := filepath.Base(path)
	sum := 0
	for _, n := range got.said {
		sum += n
	}
	if len(got.said) > 0 && sum != len(want) {
		t.Errorf("%s: the headings say %d, %d stand on the list", name, sum, len(want))
	}
	if len(got.lines) != len(want) {
		t.Errorf("%s: %d lines, %d stand on the list", name, len(got.lines), len(want))
	}
	for _, s := range want {
		i := slices.IndexFunc(got.lines, func(l listed) bool {
			return l.who == plainName(s.Name) && l.code == s.Title.Code && (l.votes < 0 || !s.Vote.Entered || l.votes == int64(s.Vote.Ballot.For))
		})
		if i < 0 {
			t.Errorf("%s: %s is missing or stands with other votes than %s", name, s.Named(), s.Vote.Words())
			continue
		}
		if l := got.lines[i]; s.Given != nil && l.money >= 0 {
			if paid++; l.money != s.Given.Amount {
				t.Errorf("%s: %s is paid %d, %d was recorded", name, s.Named(), l.money, s.Given.Amount)
			}
		}
		got.lines = slices.Delete(got.lines, i, i+1)
	}
	return paid
}

// breakNumbers changes one number in each of four files of the folder, sees that the
// comparison names every one of them, and puts them back.
func breakNumbers(t *testing.T, a *app.App, o papers.Outgoing, dir string, random *rand.Rand) {
	t.Helper()
	var paths []string
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); ext == ".xlsx" || ext == ".docx" {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	head, err := a.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	random.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
	wholes, changes := map[string][]byte{}, map[string]string{}
	for _, path := range paths {
		if len(changes) == 4 {
			break
		}
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		broken, what := broken(t, path, whole, random)
		if what == "" || strings.Contains(what, head.Words()) || strings.Contains(what, "được lập ngày") {
			continue // what tells of the making, not of the cases: a folder compared later has another
		}
		wholes[path], changes[path] = whole, what
		if err := os.WriteFile(path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list, err := papers.CompareFolder(t.Context(), a, o, dir)
	if err != nil {
		t.Fatal(err)
	}
	for path, what := range changes {
		if !slices.ContainsFunc(list, func(words string) bool { return strings.Contains(words, filepath.Base(path)) }) {
			t.Errorf("%s: %s was changed and nobody saw it: %q", filepath.Base(path), what, list)
		}
		if err := os.WriteFile(path, wholes[path], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if len(changes) == 0 {
		t.Error("no number was changed")
	}
}

var (
	shownNumber  = regexp.MustCompile(`<w:t(?: [^>]*)?>[^<]*\d[^<]*</w:t>`)
	storedNumber = regexp.MustCompile(`<v>\d+(?:\.\d+)?</v>`)
	storedWords  = regexp.MustCompile(`<t(?: [^>]*)?>[^<]*\d[^<]*</t>`)
)

// broken is a file with a digit of one number in its text made another, and what it was.
func broken(t *testing.T, path string, whole []byte, random *rand.Rand) (file []byte, what string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	pattern, inside := shownNumber, "word/document.xml"
	if filepath.Ext(path) == ".xlsx" {
		var sheets []string
		for _, f := range z.File {
			if strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
				sheets = append(sheets, f.Name)
			}
		}
		pattern, inside = storedWords, "xl/sharedStrings.xml"
		if random.IntN(2) == 0 || !slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == inside }) {
			pattern, inside = storedNumber, sheets[random.IntN(len(sheets))]
		}
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == inside {
			if all := pattern.FindAllIndex(body, -1); len(all) > 0 {
				at := all[random.IntN(len(all))]
				what = string(body[at[0]:at[1]])
				body = slices.Concat(body[:at[0]], otherDigit(body[at[0]:at[1]]), body[at[1]:])
			}
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), what
}

// otherDigit changes the first digit of the text of an element.
func otherDigit(element []byte) []byte {
	out := slices.Clone(element)
	for i := bytes.IndexByte(out, '>'); i < len(out); i++ {
		if '0' <= out[i] && out[i] <= '9' {
			out[i] = '0' + (out[i]-'0'+1)%10
			return out
		}
	}
	return out
}
