package dossier

import (
	"fmt"
	"strings"
	"time"

	"tdkt/internal/tdkt"
)

// PaperKind is a paper of the law's list without what tells its cases apart: the opinion of a
// ministry is an opinion.
func PaperKind(code string) string {
	if strings.HasPrefix(code, "y-kien") {
		return "y-kien"
	}
	return code
}

// Asks says whether the dossier of somebody on the lists that go to a higher level must hold
// a paper.
func (s *Submission) Asks(paper string) bool {
	for _, r := range s.Papers {
		if PaperKind(r.Paper.Code) == paper && !r.Paper.Optional && r.Title.Level != OwnLevel {
			return true
		}
	}
	return false
}

// PostedDays is for how many working days a list was posted: from Monday to Friday, without the
// days off that the office wrote, of which there are so many; 0 where a day is missing.
func PostedDays(t Texts) (days, off int) {
	from, err := tdkt.ParseVN(t.Of("công khai từ ngày"))
	if err != nil {
		return 0, 0
	}
	to, err := tdkt.ParseVN(t.Of("công khai đến ngày"))
	if err != nil {
		return 0, 0
	}
	free := map[tdkt.Day]bool{}
	for word := range strings.SplitSeq(t.Of("ngày nghỉ trong thời gian công khai"), ";") {
		if day, err := tdkt.ParseVN(word); err == nil {
			free[day] = true
		}
	}
	const longest = 1000 // days; a mistyped year is no endless loop
	for day, i := from, 0; day <= to && i < longest; day, i = day.Next(), i+1 {
		switch w := day.Time().Weekday(); {
		case w == time.Saturday || w == time.Sunday:
		case free[day]:
			off++
		default:
			days++
		}
	}
	return days, off
}

// The layouts of papers whose texts the self-check reads.
const (
	layoutMinutes = "bien-ban"
	layoutPosting = "cong-khai"
)

// checkTexts names what the papers of the round say and nobody wrote: the minutes of a meeting
// that was held, the public posting where a dossier asks for it, the minutes of rooms that are
// under way.
func (b *builder) checkTexts() {
	b.here = Spot{Page: AtPapers}
	if len(b.Submission.Units) == 0 {
		return
	}
	office := tdkt.UnitSubject(b.Submission.Units[0].ID)
	texts := func(layout string) Texts {
		return TextsOf(b.Passages, b.Input.Year, b.Done.Round.ID, office, b.Rules.PaperLayout(layout))
	}
	if t := texts(layoutMinutes); b.Met != 0 && len(t.Gaps) > 0 {
		b.find(ForInfo, "Biên bản họp Hội đồng", "Chưa ghi %s. Hãy ghi ở mục Văn bản Word.", strings.Join(t.Gaps, "; "))
	}
	b.checkPosting(texts(layoutPosting))
	begun, short := 0, []string{}
	for _, u := range b.Submission.Units {
		t := TextsOf(b.Passages, b.Input.Year, b.Done.Round.ID, tdkt.UnitSubject(u.ID), b.Rules.PaperLayout(layoutRoomMinutes))
		if u.Depth == 1 && len(t.Gaps) < len(t.List)-1 {
			begun++
			if len(t.Gaps) > 0 {
				short = append(short, u.Name+" ("+strings.Join(t.Gaps, "; ")+")")
			}
		}
	}
	if len(short) > 0 {
		b.find(ForInfo, "Biên bản họp phòng", "%d trên %d biên bản đang ghi còn thiếu: %s.", len(short), begun, someOf(short))
	}
}

// checkPosting looks at the public posting where somebody's dossier asks for it.
func (b *builder) checkPosting(t Texts) {
	asked, days, cite := false, 0, ""
	for _, r := range b.Papers {
		if PaperKind(r.Paper.Code) == layoutPosting {
			asked = true
			if cite == "" || r.Paper.Days > days {
				days, cite = r.Paper.Days, r.Paper.Cite
			}
		}
	}
	n, off := PostedDays(t)
	holidays := "chưa trừ ngày lễ"
	if off > 0 {
		holidays = fmt.Sprintf("đã trừ %d ngày nghỉ lễ, Tết", off)
	}
	switch {
	case !asked:
	case len(t.Gaps) > 0:
		b.find(LookAt, "Công khai danh sách", "Chưa ghi %s (%s). Hãy ghi ở mục Văn bản Word, dòng Kết quả công khai.", strings.Join(t.Gaps, "; "), cite)
	case n < days:
		b.find(LookAt, "Công khai danh sách", "Công khai %d ngày làm việc (đếm từ thứ Hai đến thứ Sáu, %s), cần ít nhất %d ngày (%s).", n, holidays, days, cite)
	}
}
