package sheet

import (
	"math"
	"strconv"
	"strings"

	"tdkt/internal/intake"
	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// sentence is an error that people read as it is.
type sentence string

func (s sentence) Error() string { return string(s) }

// Sentence is all of it: it is for people.
func (s sentence) Sentence() string { return string(s) }

// value is a cell with what its format says.
type value struct {
	guard.Cell
	guard.Style
	date1904 bool
}

// filled says whether the cell holds more than spaces.
func (v value) filled() bool {
	for i := range len(v.Cell.Text) {
		if c := v.Cell.Text[i]; c > ' ' && c < 0x7F {
			return true // The usual case, without the cost of Clean.
		}
	}
	return tdkt.Clean(v.Cell.Text) != "" || v.Formula && v.Cell.Text == ""
}

// trouble is what is wrong with a cell that no value can be read from: a formula
// without a result, or an error shown in place of one.
func (v value) trouble() error {
	switch {
	case v.Kind == guard.ErrorValue:
		return sentence("Ô báo lỗi " + v.Cell.Text + " của Excel. Hãy sửa công thức hoặc gõ thẳng giá trị vào ô.")
	case v.Formula && v.Cell.Text == "":
		return sentence("Ô có công thức nhưng tệp không lưu kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.")
	}
	return nil
}

// text is what the cell says, as a person would read it: a code stored as the
// number 2023.0 is "2023", and 7 shown as 007 is "007".
func (v value) text() string {
	switch v.Kind {
	case guard.Number:
		if whole, ok := wholeNumber(v.Cell.Text); ok {
			return strings.Repeat("0", max(0, v.Zeros-len(whole))) + whole
		}
		return decimal(v.Cell.Text)
	case guard.Bool:
		return map[bool]string{true: "x", false: "không"}[v.Cell.Text == "1" || v.Cell.Text == "true"]
	case guard.Text, guard.ErrorValue, guard.ISODate:
	}
	return tdkt.Clean(v.Cell.Text)
}

// wholeNumber writes "2023.0" and "1.20456789E11" as digits alone; false when the
// number has a fraction or is beyond what Excel keeps exactly.
func wholeNumber(raw string) (string, bool) {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || f != math.Trunc(f) || math.Abs(f) >= 1e15 {
		return "", false
	}
	return strconv.FormatFloat(f, 'f', 0, 64), true
}

// decimal writes a number with the fifteen digits Excel shows, and the comma of
// Vietnamese numbers left to the reader: the point is kept.
func decimal(raw string) string {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return tdkt.Clean(raw)
	}
	f, _ = strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// day reads a real Excel day, or dd/mm/yyyy text.
func (v value) day() (tdkt.Day, error) {
	switch v.Kind {
	case guard.Number:
		return v.serialDay()
	case guard.ISODate:
		date, _, _ := strings.Cut(v.Cell.Text, "T")
		if d, err := tdkt.ParseISO(date); err == nil && d != 0 {
			return d, nil
		}
	case guard.Text, guard.Bool, guard.ErrorValue:
		if d, err := tdkt.ParseVN(spaceless(v.Cell.Text)); err == nil {
			return d, nil
		}
		if d := intake.ReadDate(v.Cell.Text, 0, 0); d.Day != 0 && d.Guessed == "" {
			return d.Day, nil // "ngày 3/2/2024", "2024-02-03", "3 tháng 2 năm 2024"
		}
	}
	return 0, sentence("“" + v.text() + "” không phải là một ngày có thật. Hãy ghi ngày dạng dd/mm/yyyy, ví dụ 05/03/1980.")
}

// spaceless takes out the spaces people leave around the slashes of a day.
func spaceless(s string) string { return strings.ReplaceAll(tdkt.Clean(s), " ", "") }

// serialDay reads a day that Excel keeps as a count of days.
func (v value) serialDay() (tdkt.Day, error) {
	f, err := strconv.ParseFloat(v.Cell.Text, 64)
	if err != nil || !v.Date {
		return 0, sentence("“" + v.text() + "” là một con số, không phải ngày. Hãy định dạng ô thành ngày, hoặc ghi ngày dạng dd/mm/yyyy.")
	}
	if f >= 1900 && f < 2100 && f == math.Trunc(f) {
		return 0, sentence("Ô chứa số " + v.text() + " được định dạng thành ngày; có lẽ người nhập chỉ gõ năm. Hãy ghi đủ ngày, tháng, năm dạng dd/mm/yyyy.")
	}
	if d := serial(f, v.date1904); d != 0 {
		return d, nil
	}
	return 0, sentence("Số " + v.text() + " không ứng với ngày nào. Hãy ghi ngày dạng dd/mm/yyyy, ví dụ 05/03/1980.")
}

// serial turns Excel's count of days into a day, 0 when there is none. The 1900
// system counts a 29/02/1900 that never was.
func serial(f float64, date1904 bool) tdkt.Day {
	if f < 0 || f >= 120_000 {
		return 0
	}
	n, base := int(f), tdkt.Date(1899, 12, 30)
	switch {
	case date1904:
		base = tdkt.Date(1904, 1, 1)
	case n == 0 || n == 60:
		return 0
	case n < 60:
		base = tdkt.Date(1899, 12, 31)
	}
	d := tdkt.DayOf(base.Time().AddDate(0, 0, n))
	if d.Year() > lastYear {
		return 0
	}
	return d
}

// lastYear is the last year a day may lie in, written or counted.
const lastYear = 2100

// year reads a whole number between 1945 and 2100.
func (v value) year() (int, error) {
	n, err := strconv.Atoi(v.text())
	if err != nil || n < 1945 || n > 2100 {
		return 0, sentence("“" + v.text() + "” không phải là năm. Hãy ghi năm bằng bốn chữ số, từ 1945 đến 2100.")
	}
	return n, nil
}

// points reads a mark as hundredths: 95,5 and 95.5 are 9550.
func (v value) points() (int, error) {
	f, err := strconv.ParseFloat(strings.Replace(v.text(), ",", ".", 1), 64)
	n := math.Round(f * 100)
	if err != nil || math.Abs(f*100-n) > 1e-6 || n < 0 || n > 1e6 {
		return 0, sentence("“" + v.text() + "” không phải là điểm. Hãy ghi một số không âm, nhiều nhất hai chữ số thập phân, ví dụ 92,5.")
	}
	return int(n), nil
}

// share reads a part in per cent, 1 to 100: 60, 60 % and a cell of Excel that shows 60 % and
// holds 0.6.
func (v value) share() (int, error) {
	text, percent := strings.CutSuffix(strings.TrimSpace(v.text()), "%")
	f, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
	if v.Kind == guard.Number && !percent && f <= 1 {
		f *= 100
	}
	n := math.Round(f)
	if err != nil || math.Abs(f-n) > 1e-6 || n < 1 || n > 100 {
		return 0, sentence("“" + v.text() + "” không phải là tỷ lệ đóng góp. Hãy ghi số nguyên từ 1 đến 100, ví dụ 60%.")
	}
	return int(n), nil
}

// ticked reads x, có, 1 as yes and an empty cell, không, 0 as no.
func (v value) ticked() (bool, error) {
	switch tdkt.Fold(v.text()) {
	case "x", "xx", "co", "1", "v", "✓", "✔", "☑", "true", "dung", "roi", "da huy", "da chot", "chot":
		return true, nil
	case "", "khong", "0", "k", "ko", "-", "false", "sai", "chua":
		return false, nil
	}
	return false, sentence("Không hiểu “" + v.text() + "”. Hãy ghi x nếu có, để trống hoặc ghi không nếu không.")
}

// cccd reads an identity number, 12 digits (or the 9 of old cards). A number lost
// its zeros in Excel: they come back, and repaired is true. The digits themselves
// are personal and never stand in a sentence.
func (v value) cccd() (digits string, repaired bool, err error) {
	s := strings.NewReplacer(" ", "", ".", "", "-", "", "'", "", "’", "").Replace(v.text())
	if strings.Trim(s, "0123456789") != "" {
		return "", false, sentence("Số CCCD chỉ gồm chữ số. Hãy sửa lại ô này.")
	}
	if n := len(s); v.Kind == guard.Number && (n == 10 || n == 11 || n == 8) {
		want := 12
		if n == 8 {
			want = 9
		}
		return strings.Repeat("0", want-n) + s, true, nil
	}
	if len(s) != 12 && len(s) != 9 {
		return "", false, sentence("Số CCCD phải có 12 chữ số (CMND cũ 9 chữ số), ô này có " + strconv.Itoa(len(s)) + ". Hãy sửa lại rồi định dạng ô thành chữ (Text).")
	}
	return s, false, nil
}

// birthday is a birth date as far as it is known.
type birthday struct {
	day    tdkt.Day
	year   int  // set alone when no whole day stood there
	halved bool // a month stood beside the year and is not kept
}

// birth reads a whole birth date, or the year where no more is known: "1980",
// "03/1980", "00/00/1980".
func (v value) birth() (birthday, error) {
	if v.Kind == guard.Text || !v.Date {
		if b, ok := yearAlone(v.text()); ok {
			return b, nil
		}
	}
	d, err := v.day()
	if err == nil && d < tdkt.Date(1910, 1, 1) {
		return birthday{}, sentence("Ngày sinh " + d.String() + " quá xa. Hãy xem lại ô này.")
	}
	return birthday{day: d}, err
}

func yearAlone(text string) (birthday, bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/-. ", r) })
	if len(parts) == 0 || len(parts) > 3 || len(parts[len(parts)-1]) != 4 {
		return birthday{}, false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil {
			return birthday{}, false
		}
		n[i] = v
	}
	year := n[len(parts)-1]
	if year < 1900 || year > lastYear {
		return birthday{}, false
	}
	switch len(parts) {
	case 1:
		return birthday{year: year}, true
	case 2:
		return birthday{year: year, halved: n[0] != 0}, n[0] <= 12
	default:
		return birthday{year: year, halved: n[1] != 0}, n[0] == 0 && n[1] <= 12
	}
}
