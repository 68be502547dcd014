package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/golden"
)

// plainRow is one row of a list that holds nothing strange.
func plainRow(i int) string {
	family := strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi")
	given := strings.Fields("An Bình Châu Dũng Giang Hải Khánh")
	rooms := []string{"Văn phòng", "Thanh tra", "Phòng Tổ chức"}
	return fmt.Sprintf("=%d|%s %s %s|%02d/%02d/%d|Chuyên viên|%s|LĐTT %d|HTTNV|", i+1, family[i%11], []string{"Văn", "Thị"}[i%2], given[i/11%7]+strings.Repeat(" Em", i/77), i%28+1, i%12+1, 1970+i%25, rooms[i/74], 2015+i%6)
}

const longHeader = "STT|Họ và tên|Ngày sinh|Chức vụ|Đơn vị|Khen thưởng|Xếp loại 2022|Ghi chú"

// strange are rows of each kind that offices write, mixed into a long list one by one.
var strange = []struct {
	kind string
	rows []string
}{
	{"chữ quanh tên", []string{
		"=1|Ông Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|||", "=1|Đ/c: Mai Thị Lựu (đi học)|01/02/1980|Chuyên viên|Văn phòng|||",
		"=1|BS.CKII. TÔ NGỌC VÂN*|01/02/1980|Chuyên viên|Văn phòng|||", "=1|• Cao Bá Quát – Phó Trưởng phòng|01/02/1980||Văn phòng|||",
		"=1|Hà Thị Nhung (nữ, sinh 1980)||Chuyên viên|Văn phòng|||", "=1|2. Lưu Đình Chất, nghỉ thai sản từ 01/03/2023 đến 31/08/2023|01/02/1980|Chuyên viên|Văn phòng|||",
	}},
	{"ngày sinh", []string{
		"=1|Trịnh Hoài Đức|5/6/79|Chuyên viên|Văn phòng|||", "=1|Trịnh Hoài Đức|@05/06/2061|Chuyên viên|Văn phòng|||", "=1|Trịnh Hoài Đức|31/4/1980|Chuyên viên|Văn phòng|||",
		"=1|Trịnh Hoài Đức|ngày 5 tháng 6 năm 1979|Chuyên viên|Văn phòng|||", "=1|Trịnh Hoài Đức|=29012|Chuyên viên|Văn phòng|||", "=1|Trịnh Hoài Đức|12/1980|Chuyên viên|Văn phòng|||",
		"=1|Trịnh Hoài Đức|06/25/1979|Chuyên viên|Văn phòng|||", "=1|Trịnh Hoài Đức|5-6|Chuyên viên|Văn phòng|||",
	}},
	{"dòng chen giữa", []string{
		longHeader, "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)", "|Cộng trang 3|=25|||||", "Ghi chú: danh sách chưa gồm hợp đồng||||||", "|Tổng cộng: 220 người||||||",
		"||||NGƯỜI LẬP BIỂU|||", "Tây Ninh, ngày 05 tháng 01 năm 2024|||||||", "III|Viên chức||||||", "|Nghiệp vụ Dược||||||", "|(Danh sách tiếp theo trang sau)||||||",
	}},
	{"ký tự", []string{
		"=1|\u00d0ặng Xuân Quế|01/02/1980|Chuyên viên|Văn phòng|||", "=1|Lê Thị Hoa\u0300|01/02/1980|Chuyên viên|Văn phòng|||", "=1|Nguyễn\u00a0Thị\u200bMơ|01/02/1980|Chuyên viên|Văn phòng|||",
		"=1|le van tam|01/02/1980|Chuyen vien|Van phong|||",
	}},
	{"khen thưởng", []string{
		"=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|CSTĐCS 2019-2021; BK TTg 2022 (QĐ 15/QĐ-TTg ngày 3/1/2023)||", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|LĐTT nhiều năm||",
		"=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|Chiến sĩ thi đua 2020||", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|Huy hiệu 30 năm tuổi Đảng (2019)||",
		"=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|Bằng khen Bộ Nội vụ 2018, GK Công đoàn viên chức tỉnh 2019||", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|không có||",
	}},
	{"xếp loại", []string{
		"=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng||Loại A|", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng||HTXSNV (95,5)|", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng||Không xếp loại do nghỉ thai sản|",
		"=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng||???|",
	}},
	{"chức vụ và đơn vị", []string{
		"=1|Trịnh Hoài Đức|01/02/1980|+ Trưởng phòng; Bí thư chi bộ|Văn phòng|||", "=1|Trịnh Hoài Đức|01/02/1980|Tổ trưởng tổ xe|Văn phòng|||", "=1|Trịnh Hoài Đức|01/02/1980|Q. Chánh Văn phòng|VP|||",
		"=1|Trịnh Hoài Đức|01/02/1980|Giám đốc|BGĐ|||", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên||||", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Phòng Tổ chứcc|||",
	}},
	{"nửa dòng", []string{
		"=1||01/02/1980|Chuyên viên|Văn phòng|||", "=1|Trịnh Hoài Đức||||||", "||||Văn phòng|LĐTT 2019||", "=1|2023|01/02/1980|Chuyên viên|Văn phòng|||", "=1|Chuyên viên|01/02/1980||Văn phòng|||",
	}},
	{"ghi chú", []string{
		"=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|||Nghỉ hưu từ 01/10/2023", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|||Kỷ luật khiển trách theo QĐ 12/QĐ-SNV ngày 5/6/2022",
		"=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|||CSTĐCS năm 2014", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|||Nghỉ ốm 01/03/2022 - 30/06/2022", "=1|Trịnh Hoài Đức|01/02/1980|Chuyên viên|Văn phòng|||Chuyển công tác đến Sở Y tế",
	}},
}

// TestLongLists mixes each strange row into a list of 220 people: it becomes what
// testdata/longfacts.txt says, and no row around it becomes anything else than it would.
func TestLongLists(t *testing.T) {
	const people = 220
	rows := []string{longHeader}
	for i := range people {
		rows = append(rows, plainRow(i))
	}
	alone := map[string]bool{}
	for _, line := range said(read(t, Options{}, sheetOf("dài.xlsx", "DS", strings.Join(rows, "\n")))) {
		alone[line] = true
	}
	var out strings.Builder
	for k, kind := range strange {
		for n, odd := range kind.rows {
			at := 20 + (k*37+n*53)%180
			mixed := slices.Insert(slices.Clone(rows), at, odd)
			s := sheetOf("dài.xlsx", "DS", strings.Join(mixed, "\n"))
			r := read(t, Options{}, s)
			conserved(t, odd, []Sheet{s}, r)
			fmt.Fprintf(&out, "%s: %s\n", kind.kind, strings.ReplaceAll(odd, "\n", `\n`))
			left := len(alone)
			for _, line := range said(r) {
				if alone[line] {
					left--
					continue
				}
				out.WriteString("  " + line + "\n")
			}
			for _, l := range r.Left {
				if slices.Contains(l.Rows(), at+1) && l.Why != whyNumber {
					fmt.Fprintf(&out, "  bỏ: %s\n", l.Why)
				}
			}
			if left != 0 {
				t.Errorf("%s: %q changes %d facts around it", kind.kind, odd, left)
			}
		}
	}
	golden.Compare(t, "testdata/longfacts.txt", out.String())
}

// said are the facts of a reading without their cells.
func said(r *Reading) []string {
	var out []string
	for i := range r.Facts {
		_, rest, _ := strings.Cut(say(&r.Facts[i]), " · ")
		out = append(out, rest)
	}
	return out
}
