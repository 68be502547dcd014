package columns

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// Posts stand in the order of rank; the longest words decide, and of several posts the highest.
func TestPostRank(t *testing.T) {
	p := StandardPosts()
	order := []string{
		"Giám đốc", "Phó Giám đốc", "Trưởng phòng Công chức, viên chức", "Phó Trưởng phòng", "Chuyên viên chính", "Chuyên viên", "Văn thư", "Lái xe",
	}
	for i := 1; i < len(order); i++ {
		if a, b := p.Rank(order[i-1], false), p.Rank(order[i], false); a >= b {
			t.Errorf("%s (%d) does not stand before %s (%d)", order[i-1], a, order[i], b)
		}
	}
	for _, c := range []struct{ a, b string }{
		{"Giám đốc Trung tâm", "Trưởng phòng"},
		{"Phó Giám đốc Trung tâm Lưu trữ lịch sử", "Phó Trưởng phòng"},
		{"PHÓ GIÁM ĐỐC", "Phó Giám đốc Sở"},
		{"Chủ tịch Công đoàn, Phó Giám đốc", "Phó Giám đốc"},
		{"Chuyên viên kiêm Tổ trưởng", "Tổ trưởng"},
		{"giám  đốc", "Giám đốc"},
	} {
		if a, b := p.Rank(c.a, false), p.Rank(c.b, false); a != b {
			t.Errorf("%s is %d, %s is %d", c.a, a, c.b, b)
		}
	}
	if p.Rank("Chủ nhiệm câu lạc bộ", true) >= p.Rank("Chủ nhiệm câu lạc bộ", false) || p.Rank("", true) <= p.Rank("Lái xe", false) {
		t.Error("posts that are not in the table do not stand after those that are, leaders first")
	}
}

// A table that cannot be used is refused with what is wrong.
func TestPostsRefused(t *testing.T) {
	for text, want := range map[string]string{
		`bac = [["Giám đốc"], ["giám đốc"]]`: "hai chỗ",
		`bac = [[" "]]`:        "để trống",
		`bac = []`:             "chưa có chức vụ",
		`bậc = [["Giám đốc"]]`: "chưa đúng",
		`khac = 1`:             "mục lạ",
	} {
		_, err := ReadPosts("Thứ tự chức vụ.toml", []byte(text))
		if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "Thứ tự chức vụ.toml") {
			t.Errorf("%s: %v", text, err)
		}
	}
}
