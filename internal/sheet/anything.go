package sheet

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"tdkt/internal/intake"
	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// ReadSheets reads every sheet of a workbook as it is, for the intake to find its tables.
func ReadSheets(ctx context.Context, path string) ([]intake.Sheet, error) {
	book, err := guard.Open(ctx, path)
	if err != nil {
		return nil, refused(err)
	}
	defer book.Close() //nolint:errcheck // Only read from.
	var votes vote
	out, err := plainSheets(ctx, book, &votes, nil)
	if err != nil || !votes.old() {
		return out, err
	}
	c, ok := converterOf(votes.guess())
	if !ok {
		l := &listing{book: book, sheet: book.Sheets[0], votes: votes}
		return nil, l.legacy()
	}
	return plainSheets(ctx, book, &vote{}, &c)
}

// plainSheets reads the sheets; old puts what an old font shows into Unicode.
func plainSheets(ctx context.Context, book *guard.Book, votes *vote, old *converter) ([]intake.Sheet, error) {
	var out []intake.Sheet
	cells := 0
	for i, s := range book.Sheets {
		sheet := intake.Sheet{File: book.Name, Name: s.Name, Hidden: s.Hidden}
		give := func(row *guard.Row) error {
			for _, c := range row.Cells {
				v := value{Cell: c, Style: book.Style(&c), date1904: book.Date1904}
				if !v.filled() {
					continue
				}
				if cells++; cells > maxIntakeCells {
					return tooManyRows(book.Name, "300.000")
				}
				cell := plainCell(v, row.Number)
				if !cell.Number && cell.Day == 0 {
					votes.name(cell.Text, v.Font)
				}
				sheet.Cells = append(sheet.Cells, cell)
			}
			return nil
		}
		if old != nil {
			sheet.Font, give = old.code, old.rows(book, give)
		}
		if err := book.Rows(ctx, i, give); err != nil {
			return nil, refused(err)
		}
		for _, a := range s.Merges {
			sheet.Merges = append(sheet.Merges, intake.Area(a))
		}
		out = append(out, sheet)
	}
	return out, nil
}

// maxIntakeCells is how many cells one file may hold.
const maxIntakeCells = 3_000_000

// plainCell is a cell as the intake takes it: text as people read it, a day as a day.
func plainCell(v value, row int) intake.Cell {
	c := intake.Cell{Row: row, Col: v.Column, Text: v.text(), Number: v.Kind == guard.Number}
	switch v.Kind {
	case guard.ErrorValue:
		c.Broken = true
	case guard.Text:
		c.Text = cleanLines(v.Cell.Text)
	case guard.Number, guard.ISODate:
		if d, err := v.day(); err == nil && (v.Date || v.Kind == guard.ISODate) {
			c.Day, c.Text = d, d.String()
		}
	case guard.Bool:
	}
	if v.Formula && v.Cell.Text == "" {
		c.Broken, c.Text = true, "(công thức không có kết quả)"
	}
	return c
}

// cleanLines cleans each line of a cell and keeps them apart.
func cleanLines(text string) string {
	if !strings.ContainsAny(text, "\n\r") {
		return tdkt.Clean(text)
	}
	var out []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = tdkt.Clean(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// maxTextFile is how long a file of parted text may be.
const maxTextFile = 50 << 20

// ReadText reads a file of values parted by commas, semicolons or tabs.
func ReadText(ctx context.Context, path string) ([]intake.Sheet, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không mở được tệp “%s”. Hãy kiểm tra tệp còn ở đó và chương trình được phép đọc.", name)}
	}
	if info.Size() > maxTextFile {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” lớn hơn 50 MB. Hãy chia thành nhiều tệp nhỏ hơn.", name)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được tệp “%s”. Hãy đóng tệp ở chương trình khác rồi thử lại.", name)}
	}
	text, font := plainText(raw)
	if text == "" && len(raw) > 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải là văn bản Unicode. Hãy mở bằng Excel và lưu lại dạng .xlsx rồi nhập.", name)
	}
	s, err := PastedCells(ctx, name, text)
	if err != nil {
		return nil, err
	}
	s.Font = font
	return []intake.Sheet{s}, nil
}

// plainText reads text of UTF-8, UTF-16 and the old encodings of Windows and of fonts; font
// names an old one, whose reading is a guess. The text is empty where none of them fits.
func plainText(raw []byte) (text, font string) {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if len(raw) >= 2 && (raw[0] == 0xff && raw[1] == 0xfe || raw[0] == 0xfe && raw[1] == 0xff) {
		return wideText(raw), ""
	}
	switch {
	case bytes.ContainsRune(raw, 0):
		return "", ""
	case utf8.Valid(raw):
		return oldText(string(raw), string(raw))
	}
	return oldBytes(raw)
}

// wideText reads UTF-16 by its mark.
func wideText(raw []byte) string {
	low, high := 0, 1
	if raw[0] == 0xfe {
		low, high = 1, 0
	}
	var units []uint16
	for i := 2; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i+low])|uint16(raw[i+high])<<8)
	}
	return string(utf16.Decode(units))
}

// oldBytes reads bytes of an encoding from before Unicode, the one that makes most sense.
func oldBytes(raw []byte) (text, font string) {
	windows, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return "", ""
	}
	viet, err := charmap.Windows1258.NewDecoder().Bytes(raw)
	if err != nil {
		return "", ""
	}
	latin := make([]rune, len(raw)) // TCVN3 uses every byte as it stands
	for i, b := range raw {
		latin[i] = rune(b)
	}
	best, worst := "", 0
	for _, c := range []struct{ font, text string }{
		{"Windows-1258", norm.NFC.String(string(viet))},
		{tdkt.TCVN3, tcvn3(string(latin))},
		{tdkt.VNI, strings.NewReplacer(vniPairs...).Replace(string(windows))},
	} {
		if n := foreignLetters(c.text); best == "" || n < worst {
			best, worst, text, font = c.text, n, c.text, c.font
		}
	}
	if worst*20 > len(raw) {
		return "", ""
	}
	return text, font
}

// oldText is text of UTF-8 that an old font was saved as: its letters put right where they
// are of one.
func oldText(text, as string) (string, string) {
	var v vote
	for _, word := range strings.FieldsFunc(as[:min(len(as), 64<<10)], func(r rune) bool { return strings.ContainsRune(";,\t\r\n", r) }) {
		v.name(word, "")
	}
	if c, ok := converterOf(v.guess()); ok && v.old() {
		return c.text(text), c.code
	}
	return text, ""
}

// foreignLetters counts what stands in no Vietnamese text: letters of other alphabets, and
// capitals behind small letters.
func foreignLetters(text string) int {
	n := 0
	before := rune(' ')
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf:
		case !unicode.IsLetter(r) && !strings.ContainsRune("–—“”‘’…•°", r), looksOld(string(r)):
			n++
		case unicode.IsUpper(r) && unicode.IsLower(before):
			n++
		}
		before = r
	}
	for _, word := range strings.FieldsFunc(text[:min(len(text), 64<<10)], func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len([]rune(word)) < len(word) && !syllable.MatchString(tdkt.Fold(word)) {
			n++
		}
	}
	return n
}

// syllable is how the syllables of Vietnamese are built, accents aside.
var syllable = regexp.MustCompile(`^(?:ngh|ng|nh|ch|th|tr|kh|gh|gi|ph|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$`)

// PastedCells reads parted text, as it stands in a file or was pasted from Excel.
func PastedCells(ctx context.Context, name, text string) (intake.Sheet, error) {
	s := intake.Sheet{File: name, Name: "CSV"}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = parting(text), true, -1, true
	cells := 0
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return s, nil
		}
		if err != nil {
			line, _ := r.FieldPos(0)
			return s, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” sai dạng ở dòng %d: dấu nháy không khép. Hãy mở bằng Excel và lưu lại dạng .xlsx rồi nhập.", name, line)
		}
		if err := ctx.Err(); err != nil {
			return s, fmt.Errorf("sheet: read text: %w", err)
		}
		line, _ := r.FieldPos(0)
		for i, v := range row {
			if v = cleanLines(v); v == "" {
				continue
			}
			if cells++; cells > maxIntakeCells {
				return s, tooManyRows(name, "300.000")
			}
			s.Cells = append(s.Cells, intake.Cell{Row: line, Col: i + 1, Text: v})
		}
	}
}

// parting is the mark that parts the values: the one that stands as often in most of the
// first lines, of two such the one that stands oftener.
func parting(text string) rune {
	lines := strings.Split(text[:min(len(text), 4096)], "\n")
	best, mark := 0, ','
	for _, m := range []rune{'\t', ';', '|', ','} {
		times := map[int]int{} // how often the mark stands in a line → lines
		for _, line := range lines {
			if n := strings.Count(line, string(m)); n > 0 {
				times[n]++
			}
		}
		for n, like := range times {
			if score := like*1000 + n; score > best {
				best, mark = score, m
			}
		}
	}
	return mark
}
