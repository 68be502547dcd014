package app_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/imports"
	"tdkt/internal/intake"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// longYear is the staff list of a year: sixty people in three rooms, and what was changed.
func longYear(year int, change map[int]string, more string) string {
	rooms := []string{"Văn phòng", "Phòng Nghiệp vụ", "Thanh tra"}
	var b strings.Builder
	fmt.Fprintf(&b, "[DS %d]\nDANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM %d\nTT|Họ và tên|Ngày sinh|Chức vụ|Đơn vị\n", year, year)
	for i := range 60 {
		row := fmt.Sprintf("=%d|%s %s %s|%02d/%02d/%d|Chuyên viên|%s", i+1, strings.Fields("Nguyễn Trần Lê Phạm Hoàng Phan")[i%6], []string{"Văn", "Thị"}[i%2],
			strings.Fields("An Bình Châu Dũng Giang Hải Khánh Lan Minh Nga")[i/6], i%28+1, i%12+1, 1970+i%25, rooms[i/20])
		if to, changed := change[i]; changed {
			row = to
		}
		if row != "" {
			b.WriteString(row + "\n")
		}
	}
	return b.String() + more
}

// TestOldNextYear reads the staff lists of two years, each sample in another layout, one of
// them long: who moved is asked for the day and keeps the past, who has another birth date is
// asked for, who is missing is named, and nobody else is touched or asked for.
func TestOldNextYear(t *testing.T) {
	for _, c := range []struct {
		name, first, later string
		together           bool // both files in one reading
		people             int  // in the data at last
		want               []string
	}{
		{
			name:   "phòng ở dòng nhóm, gõ khác đi",
			first:  "[DS]\nTT|Họ và tên|Ngày sinh|Chức vụ\nI|PHÒNG TỔ CHỨC - CÁN BỘ||\n=1|Nguyễn Văn Ất|01/03/1980|Trưởng phòng\n=2|Trần Thị Hòa|01/04/1985|Chuyên viên\nII|VĂN PHÒNG||\n=3|Lê Văn Đinh|05/03/1982|Chánh Văn phòng\n=4|Võ Thị Sáu|06/03/1990|Văn thư\n",
			later:  "[2024]\nTT|Họ tên CBCC|Sinh ngày|Chức danh\nA|Văn phòng||\n1|LÊ VĂN ĐINH|5/3/1982|Chánh VP\n2|Trần Thị Hoà|1/4/1985|Chuyên viên\nB|P. Tổ chức - Cán bộ||\n1|Đ/c Nguyễn Văn Ất|01.03.1980|TP\n2|Hồ Thị Mới|07/08/1999|Chuyên viên\n",
			people: 5,
			want: []string{
				"moved “Trần Thị Hòa: Phòng Tổ chức - Cán bộ → Văn phòng”: chuyển từ Phòng Tổ chức - Cán bộ sang Văn phòng: từ ngày nào? (chưa có ngày vào làm: hãy ghi cả hai ngày, ví dụ 01/07/2025, vào làm 01/03/2010)",
				"left “CB004 Võ Thị Sáu”: có trong sổ nhưng không có trong danh sách mới: đã nghỉ từ ngày nào, hay còn làm?",
			},
		},
		{
			name:   "theo CCCD: đổi tên, đổi ngày sinh",
			first:  "[DS]\nTT|Họ và tên|CCCD|Năm sinh|Phòng\n1|Nguyễn Thị Ất|'072180001234|1980|Văn phòng\n2|Lê Văn Đinh|'072082004321|1982|Văn phòng\n3|Phạm Văn Canh|'072083004321|1983|Thanh tra\n",
			later:  "[DS]\nTT|Họ và tên|Số căn cước|Năm sinh|Phòng\n1|Nguyễn Ngọc Ất|'072180001234|1980|Văn phòng\n2|Lê Văn Đinh|'072082004321|1983|Văn phòng\n3|Phạm Văn Canh|'072083004321|1983|Thanh tra\n",
			people: 3,
			want: []string{
				"person “CCCD của Nguyễn Ngọc Ất”: số CCCD này trong sổ là của Nguyễn Thị Ất (CB001)",
				"cccd “CCCD của Lê Văn Đinh”: CCCD và năm sinh không khớp nhau",
				"person “Lê Văn Đinh 1983”: ngày sinh khác: sổ ghi 1982, tệp ghi 1983; có phải vẫn là Lê Văn Đinh (CB002)?",
			},
		},
		{
			name:     "hai năm trong một lần đọc",
			first:    "[DS]\nDANH SÁCH CÔNG CHỨC NĂM 2022\nTT|Họ và tên|Năm sinh|Phòng\n1|Nguyễn Văn Ất|1980|Văn phòng\n2|Lê Văn Đinh|1982|Văn phòng\n3|Phạm Văn Canh|1983|Thanh tra\n4|Võ Thị Sáu|1984|Thanh tra\n",
			later:    "[DS]\nDANH SÁCH CÔNG CHỨC NĂM 2023\nTT|Họ và tên|Năm sinh|Phòng\n1|Nguyễn Văn Ất|1980|Thanh tra\n2|Lê Văn Đinh|1985|Văn phòng\n3|Phạm Văn Canh|1983|Thanh tra\n",
			together: true,
			people:   4,
			want: []string{
				"moved “Nguyễn Văn Ất: Văn phòng → Thanh tra”: chuyển từ Văn phòng sang Thanh tra: từ ngày nào? (chưa có ngày vào làm: hãy ghi cả hai ngày, ví dụ 01/07/2025, vào làm 01/03/2010)",
				"person “Lê Văn Đinh 1985”: ngày sinh khác: danh sách trước ghi 1982, tệp ghi 1985; có phải vẫn là Lê Văn Đinh (CB002)?",
				"left “CB004 Võ Thị Sáu”: có trong sổ nhưng không có trong danh sách mới: đã nghỉ từ ngày nào, hay còn làm?",
			},
		},
		{
			name:   "trong danh sách dài",
			first:  longYear(2022, nil, ""),
			later:  longYear(2023, map[int]string{7: "", 13: "=14|Trần Thị Châu|14/02/1983|Phó Chánh Văn phòng|Thanh tra", 25: "=26|Trần Thị Giang|26/12/1970|Chuyên viên|Phòng Nghiệp vụ", 41: ""}, "=61|Hồ Thị Mới|07/08/1999|Chuyên viên|Thanh tra\n"),
			people: 61,
			want: []string{
				"moved “Trần Thị Châu: Văn phòng → Thanh tra”: chuyển từ Văn phòng sang Thanh tra: từ ngày nào? (chưa có ngày vào làm: hãy ghi cả hai ngày, ví dụ 01/07/2025, vào làm 01/03/2010)",
				"person “Trần Thị Giang 26/12/1970”: ngày sinh khác: sổ ghi 26/02/1970, tệp ghi 26/12/1970; có phải vẫn là Trần Thị Giang (CB026)?",
				"left “CB008 Trần Thị Bình”: có trong sổ nhưng không có trong danh sách mới: đã nghỉ từ ngày nào, hay còn làm?",
				"left “CB042 Phan Thị Khánh”: có trong sổ nhưng không có trong danh sách mới: đã nghỉ từ ngày nào, hay còn làm?",
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := open(t)
			dir := t.TempDir()
			one, two := filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "b.xlsx")
			sheettest.Write(t, one, c.first)
			sheettest.Write(t, two, c.later)
			files := []string{two}
			if c.together {
				files = []string{two, one}
			} else {
				writeOld(t, a, c.first)
			}
			before := slices.Clone(a.View().Posts)
			p, err := imports.PlanOld(t.Context(), a, files, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, asked(p)); d != "" {
				t.Errorf("asked (-want +got):\n%s", d)
			}
			if err := imports.WriteOld(t.Context(), a, p); err != nil {
				t.Fatal(err)
			}
			if n := len(a.View().People); n != c.people {
				t.Errorf("%d people, want %d", n, c.people)
			}
			if d := cmp.Diff(before, a.View().Posts); d != "" && !c.together {
				t.Errorf("the past was rewritten without an answer (-before +after):\n%s", d)
			}
		})
	}
}

// TestOldOtherBirth: of someone with another birth date in a later list the date of the data
// is kept, or that of the file is taken, as it was answered; a new name beside an identity
// number is theirs once that was said.
func TestOldOtherBirth(t *testing.T) {
	const first = "[DS]\nTT|Họ và tên|CCCD|Ngày sinh|Phòng\n1|Nguyễn Thị Ất|072180001234|01/02/1980|Văn phòng\n2|Lê Văn Đinh||05/03/1982|Văn phòng\n"
	const later = "[DS]\nTT|Họ và tên|CCCD|Ngày sinh|Phòng\n1|Nguyễn Ngọc Ất|072180001234|01/02/1980|Văn phòng\n2|Lê Văn Đinh||1983|Văn phòng\n"
	for _, c := range []struct{ answer, born string }{{"CB002", "05/03/1982"}, {"CB002, ngày sinh theo tệp", "1983"}} {
		a := open(t)
		writeOld(t, a, first)
		p := planOld(t, a, "sau", later)
		var choices []intake.Answer
		for _, q := range p.Questions() {
			for _, choice := range q.Choices() {
				if choice.Value == c.answer || strings.Contains(choice.Label, "nay tên") {
					choices = append(choices, q.Answer(choice.Value))
				}
			}
		}
		writeOld(t, a, later, choices...)
		who, _ := a.View().Facts.Person(subject(t, a, "CB002").ID)
		if got := bornOf(who); got != c.born {
			t.Errorf("answered %q: born %s, want %s", c.answer, got, c.born)
		}
		if who, _ := a.View().Facts.Person(subject(t, a, "CB001").ID); who.Name != "Nguyễn Ngọc Ất" || len(a.View().People) != 2 {
			t.Errorf("%d people, renamed to %s", len(a.View().People), who.Name)
		}
	}
}

func bornOf(p tdkt.Person) string {
	if p.Born != 0 {
		return p.Born.String()
	}
	return fmt.Sprint(p.BornYear)
}
