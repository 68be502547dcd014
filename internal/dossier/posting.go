package dossier

import (
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

// PostedDays is for how many working days a list was posted, from Monday to Friday, holidays
// not taken off; 0 where a day is missing.
func PostedDays(t Texts) int {
	from, err := tdkt.ParseVN(t.Of("công khai từ ngày"))
	if err != nil {
		return 0
	}
	to, err := tdkt.ParseVN(t.Of("công khai đến ngày"))
	if err != nil {
		return 0
	}
	const longest = 1000 // days; a mistyped year is no endless loop
	n := 0
	for day, i := from, 0; day <= to && i < longest; day, i = day.Next(), i+1 {
		if w := day.Time().Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return n
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
	switch n := PostedDays(t); {
	case !asked:
	case len(t.Gaps) > 0:
		b.find(LookAt, "Công khai danh sách", "Chưa ghi %s (%s). Hãy ghi ở mục Văn bản Word, dòng Kết quả công khai.", strings.Join(t.Gaps, "; "), cite)
	case n < days:
		b.find(LookAt, "Công khai danh sách", "Công khai %d ngày làm việc (đếm từ thứ Hai đến thứ Sáu, chưa trừ ngày lễ), cần ít nhất %d ngày (%s).", n, days, cite)
	}
}
