package columns

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

//go:embed statistics.toml
var statistics []byte

// CarriedStatistics is the file of the statistical forms that ships, for an office to edit.
func CarriedStatistics() []byte { return slices.Clone(statistics) }

// Counting says what a statistical form counts.
type Counting string

// What a form may count, as the file says it.
const (
	CountMovements Counting = "phong-trao"
	CountAwards    Counting = "khen-thuong"
	CountByHand    Counting = "ghi-tay" // the data file holds nothing of it
	CountOfficial  Counting = "bieu"    // as the ministry's circular lays it out
)

// Fact is what a criterion of the score sheet finds in the data file.
type Fact string

// The facts, as the file names them; "" is filled in by hand.
const (
	FactNone      Fact = ""
	FactPledges   Fact = "dang-ky"
	FactPacts     Fact = "giao-uoc"
	FactMovements Fact = "phong-trao"
	FactPlans     Fact = "ke-hoach"
	FactChecks    Fact = "kiem-tra"
	FactExamples  Fact = "dien-hinh"
	FactAwards    Fact = "khen-thuong"
)

// Facts lists those that are found.
func Facts() []Fact {
	return []Fact{FactPledges, FactPacts, FactMovements, FactPlans, FactChecks, FactExamples, FactAwards}
}

// Statistics are the statistical forms of a year and the score sheet of a group of offices.
type Statistics struct {
	Source, Mark string // of the forms; the mark is printed on each
	Form         []StatisticForm
	Score        Score
}

// StatisticForm is one form; Levels are the levels of the awards it counts.
type StatisticForm struct {
	Code, Name string
	Counts     Counting
	Levels     []string
}

// Score is the score sheet: its criteria, each with its standard points.
type Score struct {
	Name, Source, Mark string
	Criterion          []ScoreCriterion
}

// ScoreCriterion is one row of the score sheet.
type ScoreCriterion struct {
	Text   string
	Points int
	Fact   Fact
}

// StandardStatistics are the forms that ship.
func StandardStatistics() Statistics {
	s, err := ReadStatistics("", statistics)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return s
}

// ReadStatistics reads an office's file; name is what messages call it.
func ReadStatistics(name string, text []byte) (Statistics, error) {
	var s Statistics
	if err := decode(name, text, &s); err != nil {
		return Statistics{}, err
	}
	return s, s.check(name)
}

func (s Statistics) check(name string) error {
	refuse := func(format string, args ...any) error {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s”: %s", name, fmt.Sprintf(format, args...))
	}
	seen := map[string]bool{}
	for i, f := range s.Form {
		if text := f.fault(); text != "" {
			return refuse("biểu thứ %d (“%s”): %s", i+1, f.Code, text)
		}
		if seen[strings.ToLower(f.Code)] {
			return refuse("có hai biểu “%s”. Hãy xóa một.", f.Code)
		}
		seen[strings.ToLower(f.Code)] = true
	}
	for i, c := range s.Score.Criterion {
		if strings.TrimSpace(c.Text) == "" || c.Points < 0 || c.Fact != FactNone && !slices.Contains(Facts(), c.Fact) {
			return refuse("mục thứ %d của bảng chấm điểm cần text, points từ 0 trở lên, và fact có trong danh sách ở đầu tệp. Hãy sửa lại.", i+1)
		}
	}
	return nil
}

// fault says what is wrong with a form, "" for nothing.
func (f StatisticForm) fault() string {
	code := strings.TrimSpace(f.Code)
	switch {
	case code == "" || len([]rune(code)) > widestCode || strings.ContainsAny(code, `[]:*?/\'`):
		return fmt.Sprintf("cần code, tối đa %d ký tự, không có [ ] : * ? / \\ và dấu nháy. Hãy sửa lại.", widestCode)
	case strings.TrimSpace(f.Name) == "":
		return "chưa có name. Hãy ghi tên biểu."
	case !slices.Contains([]Counting{CountOfficial, CountMovements, CountAwards, CountByHand}, f.Counts):
		return fmt.Sprintf("counts “%s” lạ. Hãy dùng %s, %s, %s hoặc %s.", f.Counts, CountOfficial, CountMovements, CountAwards, CountByHand)
	case f.Counts == CountOfficial && !isOfficial(f.Code):
		return fmt.Sprintf("không có biểu %s theo mẫu của bộ. Hãy dùng code 0601.N đến 0605.N, hoặc counts khác.", code)
	case f.Counts == CountAwards && len(f.Levels) == 0:
		return "chưa nêu levels. Hãy ghi các cấp, ví dụ levels = [\"Tỉnh\"]."
	}
	return ""
}

func isOfficial(code string) bool {
	_, ok := OfficialForms().Official(code)
	return ok
}

// widestCode leaves room for the words before it in the name of an Excel sheet.
const widestCode = 24
