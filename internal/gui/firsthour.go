package gui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/intake"
	today "tdkt/internal/gui/start"
	"tdkt/internal/tdkt"
)

const (
	wordStepOrg    = "1. Cơ quan"
	wordStepStaff  = "2. Danh sách cán bộ"
	wordStepOld    = "3. Hồ sơ cũ"
	wordStepRules  = "4. Quy định của tỉnh"
	wordStepFill   = "Ghi tiếp…"
	wordStepExcel  = "Nạp từ Excel…"
	wordStepHand   = "Gõ tay"
	wordStepTake   = "Nhập kho cũ…"
	wordStepNone   = "Không có"
	wordRulesWrite = "Ghi quy định…"
	wordStepLaw    = "Theo luật chung"
	wordStepNext   = "Xét điều kiện năm %d"
	wordStepBack   = "Xem lại"

	textStepOrg   = "%s. Trên văn bản còn thiếu: %s."
	textStepAll   = "%s. Đủ cho phần đầu, phần ký của văn bản."
	textNoOrg     = "Tên cơ quan, cấp trên, người ký: in ở đầu và cuối mọi văn bản."
	textStepStaff = "%d người, %d đơn vị."
	textNoStaff   = "Tệp Excel mẫu nào cũng được: xem trước từng dòng rồi mới ghi."
	textStepOld   = "%d xếp loại và %d khen thưởng của các năm trước."
	textNoOld     = "Quyết định, danh sách, xếp loại các năm trước: đưa vào cả thư mục."
	textOldNone   = "Không có hồ sơ cũ để nhập."
	textStepRules = "Đã ghi quy định riêng."
	textNoRules   = "Tỉnh đặt thêm gì so với luật: mức, hạn gửi, tỷ lệ phiếu."
	textRulesLaw  = "Xét theo luật và nghị định."

	firstHours = "first-hours" // preference: files whose first hour began, and what was put off
)

// begun is what a person said in the first hour that the file itself does not show.
type begun struct{ noOld, byLaw, over bool }

// hourOf is the first hour of a file; false where it never began here.
func (s *shell) hourOf() (b begun, found bool) {
	for _, line := range s.p.fyne.Preferences().StringList(firstHours) {
		if path, flags, ok := strings.Cut(line, "\t"); ok && path == s.path {
			return begun{strings.Contains(flags, "o"), strings.Contains(flags, "l"), strings.Contains(flags, "x")}, true
		}
	}
	return begun{}, false
}

// mostHours is how many files are remembered.
const mostHours = 20

// keepBegun remembers the first hour of the open file.
func (s *shell) keepBegun(b begun) {
	prefs := s.p.fyne.Preferences()
	list := slices.DeleteFunc(prefs.StringList(firstHours), func(line string) bool { return strings.HasPrefix(line, s.path+"\t") })
	flags := "-"
	for _, x := range []struct {
		on   bool
		flag string
	}{{b.noOld, "o"}, {b.byLaw, "l"}, {b.over, "x"}} {
		if x.on {
			flags += x.flag
		}
	}
	list = append(list, s.path+"\t"+flags)
	prefs.SetStringList(firstHours, list[max(0, len(list)-mostHours):])
}

// firstHour is the first hour of the open file: four steps, each done once the file shows
// it or a person said there is nothing. nil where it is over, or the file was in use before.
func (s *shell) firstHour() *today.Begin {
	b, found := s.hourOf()
	v := s.desk.View()
	if s.p.ui.NoWriting != "" || b.over || !found && len(v.People) > 0 {
		return nil
	}
	say := func(change func(*begun)) func() {
		return func() {
			now, _ := s.hourOf()
			change(&now)
			s.keepBegun(now)
			s.refresh()
		}
	}
	return &today.Begin{
		Steps: []today.BeginStep{
			s.orgStep(v), s.staffStep(v), s.oldStep(v, b, say(func(b *begun) { b.noOld = true })), s.rulesStep(v, b, say(func(b *begun) { b.byLaw = true })),
		},
		Next: today.BeginDeed{Word: fmt.Sprintf(wordStepNext, s.yearToCheck(v)), Do: func() {
			to := desk.PlaceOfSpot(reports.AtAwards)
			to.Year = s.yearToCheck(v)
			say(func(b *begun) { b.over = true })()
			s.open(to)
		}},
		Hide: say(func(b *begun) { b.over = true }),
	}
}

// yearToCheck is the year chosen where somebody is rated in it, else the newest before it
// that was rated: the first check is to say more than that all is lacking.
func (s *shell) yearToCheck(v *view.View) int {
	best := 0
	for _, r := range v.Ratings {
		if r.Year <= s.desk.Year() {
			best = max(best, r.Year)
		}
	}
	return cmp.Or(best, s.desk.Year())
}

func (s *shell) orgStep(v *view.View) today.BeginStep {
	step := today.BeginStep{Title: wordStepOrg, Words: textNoOrg, Done: v.Org.Name != "", Deeds: []today.BeginDeed{{Word: wordStepFill, Do: s.p.editOrg}}}
	var miss []string
	for _, x := range []struct{ value, word string }{
		{v.Org.Superior, "cấp trên"}, {v.Org.Place, "địa danh"}, {v.Org.Symbol, "ký hiệu"}, {v.Org.Signer, "người ký"},
	} {
		if x.value == "" {
			miss = append(miss, x.word)
		}
	}
	switch {
	case step.Done && len(miss) > 0:
		step.Words = fmt.Sprintf(textStepOrg, v.Org.Name, strings.Join(miss, ", "))
	case step.Done:
		step.Words = fmt.Sprintf(textStepAll, v.Org.Name)
	}
	return step
}

func (s *shell) staffStep(v *view.View) today.BeginStep {
	step := today.BeginStep{Title: wordStepStaff, Words: textNoStaff, Done: len(v.People) > 0, Deeds: []today.BeginDeed{
		{Word: wordStepExcel, Do: func() { exchange.ImportStaff(s.desk) }},
		{Word: wordStepHand, Do: func() { s.open(desk.Place{Tab: tabStaff}) }},
	}}
	if step.Done {
		step.Words = fmt.Sprintf(textStepStaff, len(v.People), len(v.OwnUnits()))
	}
	return step
}

func (s *shell) oldStep(v *view.View, b begun, none func()) today.BeginStep {
	ratings, awards := 0, 0
	for _, r := range v.Ratings {
		ratings += ord(r.Year < s.desk.Year())
	}
	for _, w := range v.Awards {
		awards += ord(w.To < s.desk.Year())
	}
	step := today.BeginStep{Title: wordStepOld, Words: textNoOld, Deeds: []today.BeginDeed{
		{Word: wordStepTake, Do: func() { intake.Open(s.desk) }}, {Word: wordStepNone, Do: none},
	}}
	switch {
	case ratings+awards > 0:
		step.Done, step.Words, step.Deeds = true, fmt.Sprintf(textStepOld, ratings, awards), step.Deeds[:1]
	case b.noOld:
		step.Done, step.Words, step.Deeds = true, textOldNone, step.Deeds[:1]
	}
	return step
}

func (s *shell) rulesStep(v *view.View, b begun, law func()) today.BeginStep {
	write := func() { s.open(desk.Place{Tab: tabPlans, Page: desk.PageLocals, Noun: tdkt.NounRegulation}) }
	step := today.BeginStep{Title: wordStepRules, Words: textNoRules, Deeds: []today.BeginDeed{{Word: wordRulesWrite, Do: write}, {Word: wordStepLaw, Do: law}}}
	switch {
	case len(v.Regulations()) > 0 || len(v.Locals) > 0:
		step.Done, step.Words = true, textStepRules
	case b.byLaw:
		step.Done, step.Words = true, textRulesLaw
	}
	if step.Done {
		step.Deeds = []today.BeginDeed{{Word: wordStepBack, Do: func() { s.open(desk.Place{Tab: tabPlans, Page: desk.PageLocals}) }}}
	}
	return step
}

func ord(on bool) int {
	if on {
		return 1
	}
	return 0
}
