package columns

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// The file that ships is read, and every form bears the mark.
func TestStandardStatistics(t *testing.T) {
	s := StandardStatistics()
	if len(s.Form) != 5 || s.Mark == "" || s.Source == "" || s.Score.Mark == "" || len(s.Score.Criterion) == 0 {
		t.Errorf("forms %+v", s)
	}
}

// What an office typed wrong is refused with the form and what to do.
func TestStatisticsRefused(t *testing.T) {
	for name, swap := range map[string][2]string{
		"hai biểu “0601.N”": {`code   = "0602.N"`, `code   = "0601.N"`},
		"counts “lạ”":       {`counts = "bieu"`, `counts = "lạ"`},
		"chưa nêu levels":   {`counts = "bieu"`, `counts = "khen-thuong"`},
		"theo mẫu của bộ":   {`code   = "0601.N"`, `code   = "0777.N"`},
		"mục lạ": {`mark = "đối`, `la = 1
mark = "đối`},
		"viết chưa đúng":     {`[score]`, `[score`},
		"cần code":           {`code   = "0601.N"`, `code   = "a/b"`},
		"mục thứ 1 của bảng": {`fact   = "dang-ky"`, `fact   = "gì"`},
	} {
		text := strings.Replace(string(CarriedStatistics()), swap[0], swap[1], 1)
		if _, err := ReadStatistics("biểu.toml", []byte(text)); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
