package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/intake"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// planOld reads one workbook of text as old records.
func planOld(t *testing.T, a *app.App, name, text string, answers ...intake.Answer) *imports.OldPlan {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".xlsx")
	sheettest.Write(t, path, text)
	p, err := imports.PlanOld(t.Context(), a, []string{path}, answers, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func writeOld(t *testing.T, a *app.App, text string, answers ...intake.Answer) *imports.OldPlan {
	t.Helper()
	p := planOld(t, a, "kho", text, answers...)
	if err := imports.WriteOld(t.Context(), a, p); err != nil {
		t.Fatal(err)
	}
	return p
}

// asked are the doubts of a plan, a line each.
func asked(p *imports.OldPlan) []string {
	var out []string
	for i := range p.Facts {
		for _, d := range p.Facts[i].Doubts {
			out = append(out, d.Field+" “"+d.Text+"”: "+d.Why)
		}
	}
	return out
}

const firstList = "[DS]\nSTT|Họ và tên|Ngày sinh|Đơn vị\n=1|Nguyễn Văn Ất|01/03/1980|VP\n=2|Trần Thị Bính|01/03/1981|VP\n=3|Lê Văn Đinh|01/03/1982|TTra\n"

// TestOldTwice: the same list typed in another way is the same people.
func TestOldTwice(t *testing.T) {
	a := open(t)
	writeOld(t, a, "[DS]\nSTT|Họ và tên|Ngày sinh|Đơn vị\n=1|Trần Thị Hòa|01/03/1980|Phòng Tổ chức\n=2|Đặng Văn Thủy|02/03/1980|Phòng Tổ chức\n=3|Lý Quốc Khánh|04/03/1980|Phòng Tổ chức")
	p := writeOld(t, a, "[DS]\nSTT|Họ và tên|Ngày sinh|Đơn vị\n=1|Trần Thị Hoà|01/03/1980|P. Tổ chức\n=2|Ðặng Văn Thuỷ|02/03/1980|PHÒNG TỔ CHỨC\n=3|LÝ QUỐC KHÁNH |04/03/1980|Phòng Tổ chức")
	if n := len(a.View().People); n != 3 || len(a.View().Units) != 1 || p.Writes() != 0 {
		t.Errorf("%d people, %d units, %d rows written again: %v", n, len(a.View().Units), p.Writes(), asked(p))
	}
}

// TestOldYearLater: a list of the next year asks for the day of a move, for a birth date
// that differs, and names who is missing; the answers are written as dated facts in one
// operation that one undo takes back.
func TestOldYearLater(t *testing.T) {
	a := open(t)
	writeOld(t, a, firstList)
	const later = "[DS]\nSTT|Họ và tên|Ngày sinh|Đơn vị\n=1|Nguyễn Văn Ất|01/03/1980|TTra\n=2|Trần Thị Bính|11/03/1981|VP\n"
	p := writeOld(t, a, later)
	want := []string{
		"moved “Nguyễn Văn Ất: VP → TTra”: chuyển từ VP sang TTra: từ ngày nào? (chưa có ngày vào làm: hãy ghi cả hai ngày, ví dụ 01/07/2025, vào làm 01/03/2010)",
		"person “Trần Thị Bính 11/03/1981”: ngày sinh khác: sổ ghi 01/03/1981, tệp ghi 11/03/1981; có phải vẫn là Trần Thị Bính (CB002)?",
		"left “CB003 Lê Văn Đinh”: có trong sổ nhưng không có trong danh sách mới: đã nghỉ từ ngày nào, hay còn làm?",
	}
	if d := cmp.Diff(want, asked(p)); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	if p.Writes() != 0 {
		t.Errorf("%d rows were written without an answer", p.Writes())
	}
	before := imports.Exchange(a.View())
	writeOld(
		t, a, later,
		intake.Answer{Field: "moved", Text: "Nguyễn Văn Ất: VP → TTra", Value: "01/07/2023, vào làm 01/03/2010"},
		intake.Answer{Field: "person", Text: "Trần Thị Bính 11/03/1981", Value: intake.Right},
		intake.Answer{Field: "left", Text: "CB003 Lê Văn Đinh", Value: "31/08/2023"},
	)
	posts := a.View().PostsOf(subject(t, a, "CB001").ID)
	if len(posts) != 2 || posts[0].To != tdkt.Date(2023, 6, 30) || a.View().UnitName(posts[0].Unit) != "VP" || a.View().UnitName(posts[1].Unit) != "TTra" {
		t.Errorf("posts = %+v", posts)
	}
	if gone, _ := a.View().Facts.Person(subject(t, a, "CB003").ID); gone.End != tdkt.Date(2023, 8, 31) {
		t.Errorf("the leaver = %+v", gone)
	}
	if _, err := a.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(before, imports.Exchange(a.View())); d != "" {
		t.Errorf("after one undo (-before +after):\n%s", d)
	}
}

// TestOldNamesakes: two people of one name are asked for with room, birth year and last
// title; the answer holds for the rest.
func TestOldNamesakes(t *testing.T) {
	a := open(t)
	writeOld(t, a, "[DS]\nHọ và tên|Ngày sinh|Đơn vị\nNguyễn Thị Lan|01/03/1985|VP\nNguyễn Thị Lan|01/03/1992|TTra\n")
	const awards = "[KT]\nSTT|Họ và tên|Danh hiệu\n=1|Nguyễn Thị Lan|LĐTT 2019\n=2|Nguyễn Thị Lan|CSTĐCS 2020\n"
	p := planOld(t, a, "kt", awards)
	if len(asked(p)) < 2 || !strings.Contains(asked(p)[0], "có 2 người tên Nguyễn Thị Lan (CB001: Nguyễn Thị Lan, 1985, VP; CB002: Nguyễn Thị Lan, 1992, TTra)") || p.Writes() != 0 {
		t.Fatalf("asked = %q", asked(p))
	}
	writeOld(t, a, awards, intake.Answer{Field: "person", Text: "Nguyễn Thị Lan", Value: "CB002"})
	if n := len(a.View().Awards); n != 2 || a.View().Awards[0].Subject != subject(t, a, "CB002") {
		t.Errorf("awards = %+v", a.View().Awards)
	}
	if p := planOld(t, a, "kt", "[KT]\nSTT|Họ và tên|Năm sinh|Danh hiệu\n=1|Nguyễn Thị Lan|=1985|LĐTT 2018"); len(asked(p)) != 0 {
		t.Errorf("the birth year tells them apart: %q", asked(p))
	}
}

// TestOldAnyAward: titles outside the law's list are kept with their level, stand in the
// card and count for nothing.
func TestOldAnyAward(t *testing.T) {
	a := open(t)
	writeOld(t, a, "[KT]\nSTT|Họ và tên|Đơn vị|Khen thưởng\n=1|Hồ Thị Mai|Văn phòng|Kỷ niệm chương Vì sự nghiệp ngành Nội vụ năm 2019; Bằng khen Bộ Nội vụ năm 2020\n=2|Hồ Văn Hà|Văn phòng|Giấy khen của Đảng ủy khối 2021; BK UBND tỉnh 2021")
	var got []string
	for _, w := range a.View().Awards {
		got = append(got, a.View().TitleName(w.Code)+" / "+w.Level)
	}
	want := []string{"Kỷ niệm chương Vì sự nghiệp ngành Nội vụ / Bộ, ngành", "Bằng khen Bộ Nội vụ / Bộ, ngành", "Giấy khen của Đảng ủy khối / Đảng", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh / "}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("awards (-want +got):\n%s", d)
	}
	if _, err := a.View().Answers(t.Context(), 2022); err != nil {
		t.Error(err)
	}
	path := filepath.Join(t.TempDir(), "chép.xlsx")
	if err := imports.ExportWorkbook(t.Context(), a, path); err != nil {
		t.Fatal(err)
	}
	if plan, err := imports.PreviewWorkbook(t.Context(), a, path); err != nil || len(plan.Refused) != 0 || plan.Totals().New != 0 {
		t.Errorf("the own export again: %v %+v", err, plan)
	}
}

// TestOldContradiction: a rating that says otherwise than the data, or than another file,
// is asked for and overwrites nothing.
func TestOldContradiction(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Xếp loại]\nNăm|Mã|Mức\n=2022|CB001|HTT")
	p := writeOld(t, a, "[TH]\nHọ và tên|Đơn vị|XL 2021|XL 2022\nTrần Thị Thử|Văn phòng|XS|XS\nLê Văn Nghiệm|Văn phòng|T|T\n[TH2]\nHọ và tên|Đơn vị|XL 2021\nLê Văn Nghiệm|Văn phòng|XS")
	want := []string{
		"rating “Trần Thị Thử 2022”: năm 2022 ở đây là HTXS, nhưng sổ đã ghi HTT",
		"rating “Lê Văn Nghiệm 2021”: năm 2021 ở đây là HTXS, nhưng ô C3 của kho.xlsx ghi HTT",
	}
	if d := cmp.Diff(want, asked(p)); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
}

// TestOldFolder: every file of a folder is read; one that cannot be is named with its reason.
func TestOldFolder(t *testing.T) {
	a := open(t)
	dir := t.TempDir()
	sheettest.Write(t, filepath.Join(dir, "a.xlsx"), firstList)
	for name, text := range map[string]string{
		"b.csv":     "Họ và tên;Đơn vị;Danh hiệu\nNguyễn Văn Ất;VP;LĐTT 2020\n",
		"hỏng.xlsx": "PK không phải Excel", "cũ.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "~$a.xlsx": "khóa",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p, err := imports.PlanOld(t.Context(), a, []string{dir}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	unread := map[string]bool{}
	for _, l := range p.Left {
		if l.Sheet == "" {
			unread[l.File] = l.Why != ""
		}
	}
	if d := cmp.Diff(map[string]bool{"hỏng.xlsx": true, "cũ.xls": true}, unread); d != "" || len(asked(p)) != 0 {
		t.Errorf("unread (-want +got):\n%s\nasked %q", d, asked(p))
	}
	if err := imports.WriteOld(t.Context(), a, p); err != nil || len(a.View().People) != 3 || len(a.View().Awards) != 1 {
		t.Errorf("%v: %d people, %d awards", err, len(a.View().People), len(a.View().Awards))
	}
}

// TestOldWork: the tasks of a plan's table and the marks of a movement become tasks and
// participants; read again nothing is added; a sum that is none is asked for.
func TestOldWork(t *testing.T) {
	a := open(t)
	const text = "[DS]\nSTT|Họ và tên|Đơn vị\n=1|Nguyễn Văn Ất|Văn phòng\n=2|Trần Thị Bính|Thanh tra\n" +
		"[KH]\nKẾ HOẠCH THI ĐUA NĂM 2026\nSTT|Nội dung công việc|Đơn vị chủ trì|Thời gian\n=1|Tổ chức hội nghị tổng kết|Văn phòng|Tháng 12/2026\n=2|Kiểm tra công tác TĐKT|Thanh tra|Quý III\n=3|Viết bài|Đ/c Nguyễn Văn Ất|Thường xuyên\n=4|Bình xét|Hội đồng|15/12\n" +
		"[PT]\nBẢNG ĐIỂM PHONG TRÀO THI ĐUA “CẢI CÁCH HÀNH CHÍNH” NĂM 2026\nTT|Đơn vị|Tuyên truyền (20 điểm)|Thực hiện (80 điểm)|Tổng điểm|Xếp loại\n=1|Văn phòng|=18|=70|=88|Nhì\n=2|Thanh tra|=20|=75|=90|Nhất\n"
	p := planOld(t, a, "kho", text)
	if d := cmp.Diff([]string{
		"host “Hội đồng”: “Hội đồng” không phải đơn vị hay người đã có: ai chủ trì?",
		"points “90”: tổng điểm ghi 90, cộng các tiêu chí được 95: lấy các tiêu chí?",
	}, asked(p)); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	answers := []intake.Answer{{Field: "points", Text: "90", Value: intake.Right}}
	writeOld(t, a, text, answers...)
	v := a.View()
	var got []string
	for _, task := range slices.SortedFunc(slices.Values(v.Tasks), func(x, y tdkt.Task) int { return x.Place - y.Place }) {
		got = append(got, task.Title+" | "+v.OwnerOf(task)+" | "+task.Deadline.String()+" | "+task.Note)
	}
	for _, m := range v.Movements {
		for _, part := range v.ParticipantsOf(m) {
			got = append(got, m.Name+" | "+v.Facts.NameOf(part.Subject)+" | "+fmt.Sprint(part.Scores)+" | "+part.Result)
		}
	}
	if d := cmp.Diff([]string{
		"Tổ chức hội nghị tổng kết | Văn phòng | 31/12/2026 | ", "Kiểm tra công tác TĐKT | Thanh tra | 30/09/2026 | ",
		"Viết bài | Nguyễn Văn Ất |  | thời hạn: Thường xuyên", "Bình xét |  | 15/12/2026 | Chủ trì: Hội đồng",
		"CẢI CÁCH HÀNH CHÍNH | Thanh tra | [2000 7500] | Nhất", "CẢI CÁCH HÀNH CHÍNH | Văn phòng | [1800 7000] | Nhì",
	}, got); d != "" {
		t.Errorf("work (-want +got):\n%s", d)
	}
	if p := planOld(t, a, "kho", text, answers...); p.Writes() != 0 {
		t.Errorf("%d rows are written again", p.Writes())
	}
}

// TestOldOthers: people of another department in the province's list are asked for and can
// be left out with all that is said of them; a person asked for can be left out too.
func TestOldOthers(t *testing.T) {
	a := open(t)
	const text = "[KT]\nDANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH NĂM 2023\n(Kèm theo Quyết định số 88/QĐ-UBND ngày 02/02/2024)\nTT|Họ và tên|Chức vụ, đơn vị công tác\n" +
		"1|Ông Nguyễn Văn Ất|Trưởng phòng, Phòng Tổ chức, %s\n2|Bà Trần Thị Bính|Chuyên viên, Phòng Y, Sở Y tế\n3|Ông Lê Văn Đinh|Phó Chánh Thanh tra %s\n"
	const own = "Sở Nội vụ"
	if err := a.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Nội vụ tỉnh Mẫu"}); err != nil {
		t.Fatal(err)
	}
	list := fmt.Sprintf(text, own, own)
	p := planOld(t, a, "kt", list)
	if got := asked(p); len(got) != 2 || !strings.HasPrefix(got[0], "office “Sở Y tế”: “Sở Y tế” không phải ") {
		t.Fatalf("asked %q", got)
	}
	p = writeOld(t, a, list, intake.Answer{Field: "office", Text: "Sở Y tế", Value: intake.Right})
	var units []string
	for _, u := range a.View().Units {
		units = append(units, u.Name)
	}
	if d := cmp.Diff([]string{"Phòng Tổ chức", "Thanh tra"}, units); d != "" || len(a.View().People) != 2 || len(a.View().Awards) != 2 || len(asked(p)) != 0 {
		t.Errorf("units (-want +got):\n%s%d people, %d awards, asked %q", d, len(a.View().People), len(a.View().Awards), asked(p))
	}
	skipped := 0
	for i := range p.Facts {
		if p.Fates[i] == imports.OldSkipped {
			skipped++
		}
	}
	if skipped != 2 {
		t.Errorf("%d facts are told as left out", skipped)
	}
}

// TestOldRoomless: a list of one room that names the room in its head alone asks once; one
// that names none asks once too.
func TestOldRoomless(t *testing.T) {
	for name, c := range map[string]struct{ file, head, proposal string }{
		"đầu trang": {"ds", "SỞ NỘI VỤ\nPHÒNG TỔ CHỨC\n", "Phòng Tổ chức"}, "tên tệp": {"DS Phòng Tổ chức 2023", "", "Phòng Tổ chức"}, "không nơi nào": {"ds", "", ""},
	} {
		a := open(t)
		text := "[Sheet1]\n" + c.head + "STT|Họ và tên|Ngày sinh|Chức vụ\n=1|Nguyễn Văn Ất|01/02/1980|Chuyên viên\n=2|Trần Thị Bính|01/02/1981|Chuyên viên\n=3|Lê Văn Đinh|01/02/1982|Chuyên viên\n"
		p := planOld(t, a, c.file, text)
		all := p.Questions()
		if len(all) != 1 || all[0].Proposal != c.proposal || all[0].Count != 3 {
			t.Errorf("%s: %+v", name, all)
			continue
		}
		p, err := imports.AnswerOld(t.Context(), a, p, all[0].Answer("Phòng Tổ chức"))
		if err != nil || imports.WriteOld(t.Context(), a, p) != nil || len(a.View().People) != 3 || len(a.View().Units) != 1 {
			t.Errorf("%s: %v, %d people, %d units", name, err, len(a.View().People), len(a.View().Units))
		}
	}
}

// TestOldEveryQuestionEnds: whatever is asked can be answered by the first choice and by
// leaving it out; then nothing is asked any more, and nothing waits.
func TestOldEveryQuestionEnds(t *testing.T) {
	const text = `[DS]
TT|Họ và tên|Giới tính|Sinh ngày|Số CCCD|Chức vụ|Ngày vào làm|Ghi chú
|Văn phòng||||||
=1|Ông Lý Thanh Bình|nữ|01/02/73|072073001234|Chánh Văn phòng|01/01/1980|
=2|Bùi Thị Tám (nghỉ thai sản)|F|03/04/1935|12345|Tổ trưởng|2010|Nghỉ hưu
=3|Nguyễn Thị Lan|???|@12/03/2061||Chuyên viên|01/01/2010|Khiển trách
|Kế hoạch - Tài chính||||||
=4|Nguyễn Thị Lan|Nữ|31/02/1980||Chuyên viên|x|Chuyển công tác từ 01/05/2023
=5|Chuyên viên|Nữ|01/02/1980||||
=6|Phó Giám đốc\nĐỗ Văn Mười|Nam|01/02/1981||Trưởng phòng||
[XL]
STT|Họ và tên|Đơn vị|Xếp loại|Danh hiệu
=1|Lý Thanh Bình|Văn phòngg|A|Bằng khen 2020
=2|Nguyễn Thị Lan||???|LĐTT 5 năm liền
=3|Người Mới Tinh||HTXSNV|abc xyz
[KL]
Họ và tên|Hình thức kỷ luật|Ngày quyết định
Lý Thanh Bình|Phê bình|
[SK]
Họ và tên|Tên sáng kiến|Năm|Cấp công nhận
Lý Thanh Bình|Một cửa|=2020|khác
[Nghỉ]
Họ và tên|Lý do nghỉ|Từ ngày|Đến ngày
Lý Thanh Bình|Ốm|01/2023|03/2023
[ĐN]
BẢNG ĐỀ NGHỊ KHEN THƯỞNG NĂM 2023
Họ và tên|LĐTT|CSTĐCS
Lý Thanh Bình|x|?
[KH]
Nội dung công việc|Đơn vị chủ trì|Thời hạn
Viết báo cáo|Tổ thư ký|15/3
`
	for name, choose := range map[string]func(q imports.OldQuestion) string{
		"bỏ qua":   func(imports.OldQuestion) string { return intake.Skip },
		"đầu tiên": func(q imports.OldQuestion) string { return q.Choices()[0].Value },
	} {
		a := open(t)
		p := planOld(t, a, "kho", text)
		seen := len(p.Questions())
		for range 6 {
			var answers []intake.Answer
			for _, q := range p.Questions() {
				answers = append(answers, q.Answer(choose(q)))
			}
			if len(answers) == 0 {
				break
			}
			var err error
			if p, err = imports.AnswerOld(t.Context(), a, p, answers...); err != nil {
				t.Fatal(err)
			}
		}
		if left := p.Questions(); len(left) != 0 || seen < 25 {
			t.Errorf("%s: of %d questions %d are asked again", name, seen, len(left))
			for _, q := range left {
				t.Errorf("  %s “%s” (%s): %s", q.Field, q.Text, q.Proposal, q.Why)
			}
		}
		if _, held, _ := p.Count(); held != 0 {
			t.Errorf("%s: %d facts still wait", name, held)
		}
		if err := imports.WriteOld(t.Context(), a, p); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
