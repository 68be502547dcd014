package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// totals are the points of somebody's periods, as they are written, with the state.
func totals(a *app.App, code string) map[tdkt.Period]string {
	out := map[tdkt.Period]string{}
	for _, r := range imports.Exchange(a.View()).Periods {
		if r.Code == code && r.Year == 2026 {
			out[r.Period] = fmt.Sprintf("%d %s", r.Total, r.State)
		}
	}
	return out
}

const pointsList = "[2026]\nBẢNG ĐIỂM ĐÁNH GIÁ THÁNG NĂM 2026|||||||\nSTT|Họ và tên|Ngày sinh|Phòng|Tháng 1|Tháng 2|Tháng 3|Điểm TB\n" +
	"=1|Nguyễn Văn Ất|01/03/1980|VP|=90|91,5|=92|91,2\n=2|Trần Thị Bính|01/03/1981|VP|=85|=120|nghỉ|=85\n=3|Lê Văn Đinh|01/03/1982|TTra|=80|=81|=82|=81\n"

// TestOldPoints: a list of points by months of other software is written as confirmed marks,
// once; the same list again changes nothing, and one undo takes it back.
func TestOldPoints(t *testing.T) {
	a := open(t)
	writeOld(t, a, firstList)
	p := writeOld(t, a, pointsList)
	if _, _, refused := p.Count(); refused != 2 {
		t.Errorf("%d refused, want the 120 and the word: %v", refused, p.Left)
	}
	want := map[string]string{
		"CB001": "map[T1:9000 đã xác nhận T2:9150 đã xác nhận T3:9200 đã xác nhận]", "CB002": "map[T1:8500 đã xác nhận]",
		"CB003": "map[T1:8000 đã xác nhận T2:8100 đã xác nhận T3:8200 đã xác nhận]",
	}
	for code, w := range want {
		if got := fmt.Sprint(totals(a, code)); got != w {
			t.Errorf("%s: %s, want %s", code, got, w)
		}
	}
	if again := writeOld(t, a, pointsList); again.Writes() != 0 || len(a.View().Marks) != 7 || len(a.View().People) != 3 {
		t.Errorf("again: %d rows written, %d marks, %d people: %v", again.Writes(), len(a.View().Marks), len(a.View().People), asked(again))
	}
	if _, err := a.UndoLast(t.Context()); err != nil || len(a.View().Marks) != 0 {
		t.Errorf("undone: %v, %d marks left", err, len(a.View().Marks))
	}
}

// TestOldPointsDiffer: points that are not those of the data are asked for, and a locked
// period is not overwritten.
func TestOldPointsDiffer(t *testing.T) {
	a := open(t)
	writeOld(t, a, firstList)
	load(t, a, "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Điểm chung|Điểm kết quả|Tổng|Trạng thái\n=2026|CB001|T1|||=89|khóa\n=2026|CB001|T2|||=91|đã xác nhận\n=2026|CB003|T1|=20|=60||khóa\n=2026|CB003|T2||||chưa gửi\n")
	p := planOld(t, a, "kho", pointsList)
	said := strings.Join(asked(p), "\n")
	for _, w := range []string{"tháng 2 năm 2026 ở đây là 91,5, nhưng sổ đã ghi 91", "Điểm tháng 1 năm 2026 của Nguyễn Văn Ất", "đã khóa (89), không ghi đè"} {
		if !strings.Contains(said, w) {
			t.Errorf("not said: %s\n%s", w, said)
		}
	}
	if strings.Contains(said, "Lê Văn Đinh") {
		t.Errorf("a locked mark of the same total is no difference: %s", said)
	}
	var answers []intake.Answer
	for _, q := range p.Questions() {
		if q.Field == "score" {
			answers = append(answers, q.Answer(intake.Right))
		}
	}
	writeOld(t, a, pointsList, answers...)
	if got := fmt.Sprint(totals(a, "CB001")); got != "map[T1:8900 khóa T2:9150 đã xác nhận T3:9200 đã xác nhận]" {
		t.Errorf("%s", got)
	}
	if got := fmt.Sprint(totals(a, "CB003")); got != "map[T1:8000 khóa T2:8100 đã xác nhận T3:8200 đã xác nhận]" {
		t.Errorf("%s", got)
	}
}

// TestOldPointsMatched: people are found by code and by CCCD, namesakes are asked for, two
// cells of one month that differ are asked for, and the year is where no text says it.
func TestOldPointsMatched(t *testing.T) {
	a := open(t)
	load(t, a, "[Đơn vị]\nMã đơn vị|Tên đơn vị\nVP|Văn phòng\nTTR|Thanh tra\n\n[Nhân sự]\nMã cán bộ|Họ và tên|Ngày sinh|Mã đơn vị|Đối tượng|Ngày vào làm|Số CCCD\n"+
		"CB001|Trần Thị Thử|01/01/1980|VP|công chức|01/01/2020|079180001234\nCB002|Lê Văn Viên|01/01/1981|VP|công chức|01/01/2020|\nCB003|Lê Văn Viên|01/01/1982|VP|công chức|01/01/2020|\nCB004|Ngô Văn Tư|01/01/1982|TTR|công chức|01/01/2020|\n")
	p := writeOld(t, a, "[Quý]\nTT|Họ và tên|Số CCCD|Quý I năm 2026|Quý II năm 2026\n=1|Trần Thị Thử|079180001234|=90|=91\n=2|Lê Văn Viên||=80|=81\n\n[Mã]\nMã cán bộ|Họ và tên|Q1/2026|Q2/2026\nCB004|Ngô Văn Tư|=70|=71\nCB004|Ngô Văn Tư|=72|=71\n")
	if got := fmt.Sprint(totals(a, "CB001"), totals(a, "CB002"), totals(a, "CB003")); got != "map[Q1:9000 đã xác nhận Q2:9100 đã xác nhận] map[] map[]" {
		t.Errorf("%s: %v", got, asked(p))
	}
	if got := fmt.Sprint(totals(a, "CB004")); got != "map[Q1:7000 đã xác nhận Q2:7100 đã xác nhận]" {
		t.Errorf("%s: %v", got, asked(p))
	}
	fields := ""
	for _, q := range p.Questions() {
		fields += q.Field + " "
	}
	if !strings.Contains(fields, "score") || len(a.View().People) != 4 {
		t.Errorf("asked %s, %d people: %v", fields, len(a.View().People), asked(p))
	}
	const noYear = "[DS]\nBẢNG ĐIỂM ĐÁNH GIÁ THÁNG 4||\nMã cán bộ|Họ và tên|Tổng điểm\nCB004|Ngô Văn Tư|=75,5\n"
	p = planOld(t, a, "kho", strings.Replace(noYear, "=75,5", "75,5", 1))
	i := slices.IndexFunc(p.Questions(), func(q imports.OldQuestion) bool { return q.Field == "year" })
	if i < 0 || p.Writes() != 0 {
		t.Fatalf("the year is not asked for: %v", asked(p))
	}
	p, err := imports.AnswerOld(t.Context(), a, p, p.Questions()[i].Answer("2026"))
	if err != nil {
		t.Fatal(err)
	}
	if err := imports.WriteOld(t.Context(), a, p); err != nil || totals(a, "CB004")["T4"] != "7550 đã xác nhận" {
		t.Errorf("%v %v: %v", err, totals(a, "CB004"), asked(p))
	}
}
