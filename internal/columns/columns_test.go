package columns

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// Every layout that ships can be chosen for either list.
func TestCarriedLayouts(t *testing.T) {
	if got := Standard(); len(got.Units) != 4 || len(got.People) != 6 {
		t.Errorf("the standard lists have %d and %d columns", len(got.Units), len(got.People))
	}
	for _, name := range []string{"chuẩn, tập thể", "chuẩn, cá nhân", "phần mềm, tập thể", "phần mềm, cá nhân", "danh sách chung"} {
		text := strings.Replace(string(Carried()), `ca-nhan = "chuẩn, cá nhân"`, `ca-nhan = "`+name+`"`, 1)
		if _, err := Read("thử.toml", []byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A file that cannot be used is refused by its name, with what is wrong and what to do.
func TestRefusedFiles(t *testing.T) {
	const first = `tap-the = "a"` + "\n" + `ca-nhan = "a"` + "\n[[layout]]\nname = \"a\"\ncolumns = ["
	column := func(field, title, width string) string {
		return `{ field = "` + field + `", title = "` + title + `", width = ` + width + ` },`
	}
	number := column("stt", "STT", "11")
	for _, c := range []struct{ text, want string }{
		{"tap-the = ", "viết chưa đúng"},
		{`la = 1`, "mục lạ “la”"},
		{`tap-the = "b"`, "không có bố cục tên “b”"},
		{first + number + column("ten", "Tên", "40") + "]", "từ 3 đến 20 cột"},
		{first + column("ten", "Tên", "40") + number + column("cap", "Cấp", "9") + "]", "cột đầu là “stt”"},
		{first + number + column("ten", "Tên", "40") + column("luong", "Lương", "9") + "]", "không có dữ liệu “luong”"},
		{first + number + column("ten", " ", "40") + column("cap", "Cấp", "9") + "]", "chưa có tiêu đề"},
		{first + number + column("ten", "Tên", "0") + column("cap", "Cấp", "9") + "]", "cần bề rộng"},
	} {
		_, err := Read("Cột danh sách.toml", []byte(c.text))
		if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "Cột danh sách.toml") {
			t.Errorf("%s\ngot %v, want %q", c.text, err, c.want)
		}
	}
}
