package intake

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// guess is one kind a table may be, and how much speaks for it.
type guess struct {
	kind   Kind
	weight int
}

// tableReading is one table being read, row by row.
type tableReading struct {
	*sheetReading
	b    *block
	kind Kind
	year int    // of the heading
	mode string // what a title's x means: "award", "proposal", "pledge"

	decision      Decision // of the heading: Kèm theo Quyết định số …
	decisionCells []place
	giver         string // who decided, by the text above: "Giám đốc Sở Nội vụ"
	sheetUnit     string
	headUnit      string // by the letterhead or the file's name: proposed, never taken
	down          bool   // a unit stands in the first row of its run alone; downKnown: this was looked at
	downKnown     bool
	columnDoubts  []Doubt
	periods       []periodColumn // of points by months or quarters
	birthAsked    bool           // the year of birth stands under Năm alone

	group  group
	signed bool
	// grouped says that some heading between the rows named a unit.
	grouped bool

	line, lines int // which of the several people of a row is being read
	share       int // of the co-author being read, in per cent
	person      int // fact of the person or unit the last record is about, -1 for none
	personCell  place
	unit        string // filled down from above
}

// group is what the headings between the rows say of the rows that follow.
type group struct {
	unit      string
	unitAt    place
	rank      int    // of the mark before it
	unitDoubt string // the heading as written, when it is not clear that it is a unit
	title     Award
	titleAt   place
	hasTitle  bool
	year      int
	kind      string // "person", "unit"
	employed  tdkt.Employment
}

// context reads the text above the table, the names of sheet and file.
func (t *tableReading) context() {
	text := t.b.title
	t.year = headingYear(text)
	if t.year == 0 {
		t.year = YearOf(t.g.Name)
	}
	if t.year == 0 {
		t.year = YearOf(strings.NewReplacer("-", " ", "_", " ", ".", " ").Replace(t.g.File))
	}
	for _, p := range t.b.lines {
		line := t.g.text(p.row, p.col)
		if folded := tdkt.Fold(line); strings.Contains(folded, "quyet dinh") || strings.Contains(folded, "qd so") || strings.Contains(folded, "/qd-") {
			if d, _ := cutDecision(line); d.Number != "" {
				t.decision, t.decisionCells = d, []place{p}
			}
		}
	}
	t.giver = t.giverOfHead()
	if t.decision.Number == "" && t.paper.decision.Number != "" {
		t.decision = t.paper.decision
	}
	if t.year == 0 {
		t.year = t.paper.year
	}
	t.mode = "award"
	folded := tdkt.Fold(text + " " + t.g.Name + " " + t.g.File)
	switch {
	case t.b.has("proposal") || strings.Contains(folded, "de nghi") || strings.Contains(folded, "de xuat"):
		t.mode = "proposal"
	case t.b.has("pledge") || strings.Contains(folded, "dang ky"):
		t.mode = "pledge"
	}
	if t.decision.Number != "" && t.mode == "proposal" && !strings.Contains(tdkt.Fold(text), "de nghi") {
		t.mode = "award"
	}
	t.sheetUnit = t.unitOfSheet()
	t.headUnit = t.unitOfHead()
	t.headingTitle()
}

// headingTitle takes the one title that the text above a table names for all its rows,
// where no column and no heading between the rows names any: "DANH SÁCH CÁ NHÂN ĐẠT DANH
// HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2023".
func (t *tableReading) headingTitle() {
	for _, field := range []string{"title", "award", "proposal", "pledge", "rating", "levelx", "initiative", "penalty", "absence"} {
		if t.b.has(field) {
			return
		}
	}
	found := false
	for _, p := range t.b.lines {
		list, ok := ReadAwards(t.g.text(p.row, p.col))
		if !ok {
			continue
		}
		if found && list[0].Code != t.group.title.Code || len(list) > 1 && list[1].Code != list[0].Code {
			t.group.hasTitle = false
			return
		}
		t.group.title, t.group.titleAt, t.group.hasTitle, found = list[0], p, true, true
	}
	if (!found || t.group.title.Code == "" && t.group.title.Level == "") && t.paper.title.Code != "" && t.paper.decision.Number != "" {
		t.group.title, t.group.hasTitle = t.paper.title, true
	}
	t.group.title.Decision = Decision{}
	t.group.title = t.ofGiver(t.group.title)
	t.group.title.Doubt = withoutYearDoubt(t.group.title.Doubt)
}

var decider = regexp.MustCompile(`(?i)(?:^|của |do )\s*((?:giám đốc|chủ tịch|thủ tướng|bộ trưởng|ubnd|ủy ban|uỷ ban|chi cục trưởng|tỉnh ủy|đảng ủy|ban thường vụ|bch|ban chấp hành|công đoàn|liên đoàn)[^;()]*)`)

// giverOfHead is who the text above the table says to have decided, "" for nobody.
func (t *tableReading) giverOfHead() string {
	for _, p := range t.b.lines {
		line := t.g.text(p.row, p.col)
		if folded := tdkt.Fold(line); !strings.Contains(folded, "quyet dinh") && !strings.Contains(folded, "qd") {
			continue
		}
		if m := decider.FindStringSubmatch(line); m != nil {
			return strings.TrimRight(m[1], " .,;)")
		}
	}
	return t.paper.giver
}

// ofGiver is a form whose giver does not stand beside it, with the one who decided.
func (t *tableReading) ofGiver(a Award) Award {
	if a.Code != "" || a.Level != "" || t.giver == "" || !strings.Contains(a.Doubt, "của ai") {
		return a
	}
	list, ok := ReadAwards(a.Title + " của " + t.giver)
	if !ok || len(list) != 1 || list[0].Code == "" && list[0].Level == "" {
		return a
	}
	b := list[0]
	b.From, b.To, b.Decision = a.From, a.To, a.Decision
	if a.From != 0 {
		b.Doubt = withoutYearDoubt(b.Doubt)
	}
	return b
}

// attachedTo is where a heading goes on with what the list is attached to.
var attachedTo = regexp.MustCompile(`(?i)\(?\s*(?:ban hành\s+)?kèm theo.*$`)

// headingYear is the year a heading speaks of, its days and decisions aside.
func headingYear(text string) int {
	found := 0
	for _, line := range strings.Split(text, "\n") {
		if strings.Contains(tdkt.Fold(line), "cong van") {
			continue
		}
		line = attachedTo.ReplaceAllString(line, "")
		if y := YearOf(line); y != 0 {
			if found != 0 && found != y {
				return 0
			}
			found = y
		}
	}
	return found
}

// unitOfSheet is the unit a sheet's name stands for, where each room has its sheet.
func (t *tableReading) unitOfSheet() string {
	if t.b.has("unit") || t.b.has("postunit") || t.b.has("unitname") {
		return ""
	}
	name := tdkt.Clean(copyMark.ReplaceAllString(t.g.Name, ""))
	ts := tokens(name)
	_, fold := keyOf(ts)
	w := vocabulary()
	many := len(t.b.columns) > 0 && t.likeSheets[t.g.File][headerText(t.blocks[0])] > 1
	if isUnit(w, ts) && len(ts) > 1 || w.short[fold] != "" {
		return name
	}
	if !many || len(ts) == 0 {
		return ""
	}
	for _, generic := range []string{"sheet", "trang", "ds", "danh sach", "bang", "tong hop", "th", "csv", "data", "table", "nam", "van ban"} {
		rest := strings.TrimSpace(strings.TrimPrefix(fold, generic))
		if strings.HasPrefix(fold, generic) && (rest == "" || wholeNumber(rest) || strings.HasPrefix(rest, "tinh")) {
			return ""
		}
	}
	if bareYear(name) != 0 || wholeNumber(strings.ReplaceAll(fold, " ", "")) {
		return ""
	}
	return name
}

// copyMark is what Excel puts behind the name of a copied sheet.
var copyMark = regexp.MustCompile(`\s*\(\d+\)\s*$`)

// unitOfHead is the room that the letterhead or the name of the file speaks of.
func (t *tableReading) unitOfHead() string {
	w := vocabulary()
	if t.b.beside {
		for col := t.b.left; col <= t.b.right; col++ {
			for row := t.b.top - 1; row >= max(1, t.b.top-2); row-- {
				text := t.g.text(row, col)
				if ts := tokens(text); t.g.own(row, col) != nil && len(ts) > 1 && isUnit(w, ts) {
					return unitCase(text)
				}
			}
		}
	}
	for _, p := range t.b.lines {
		text := tdkt.Clean(t.g.text(p.row, p.col))
		if ts := tokens(text); len(ts) > 1 && len(ts) <= 12 && isUnit(w, ts) && ownRoom(ts[0].fold) && p.col <= t.b.left+(t.b.right-t.b.left)/2 {
			return unitCase(text)
		}
	}
	if t.paper.unit != "" {
		return t.paper.unit
	}
	name, _, _ := strings.Cut(t.g.File, ".")
	name = strings.NewReplacer("_", " ", "-", " ").Replace(name)
	ts := tokens(name)
	for i := range ts {
		if ownRoom(ts[i].fold) && isUnit(w, ts[i:]) && len(ts[i:]) > 1 {
			end := len(ts)
			for j := i + 1; j < len(ts); j++ {
				if ts[j].number || ts[j].fold == "nam" {
					end = j
					break
				}
			}
			return tdkt.Clean(name[ts[i].start:ts[end-1].end])
		}
	}
	return ""
}

// ownRoom says whether a word begins the name of a part of an office.
func ownRoom(fold string) bool {
	return slices.Contains([]string{"phong", "chi", "trung", "ban", "van", "thanh", "khoa", "doi", "vp"}, fold)
}

// roomless says that the table tells nobody's room.
func (t *tableReading) roomless() bool {
	return !t.b.has("unit") && !t.b.has("postunit") && !t.b.has("unitname") && !t.b.has("unitcode") && t.sheetUnit == "" && !t.grouped
}

// classify says what the table is, and how sure that is.
func (t *tableReading) classify() (Kind, int) {
	b := t.b
	folded := tdkt.Fold(b.title + " " + t.g.Name + " " + t.g.File)
	says := func(texts ...string) int {
		for _, s := range texts {
			if strings.Contains(folded, s) {
				return 20
			}
		}
		return 0
	}
	n := func(fields ...string) int {
		k := 0
		for _, f := range fields {
			if b.has(f) {
				k++
			}
		}
		return k
	}
	ratings := min(3, t.count("rating")+t.count("ofyear")+t.count("levelx"))
	titles := min(3, t.count("title")+t.count("award")+t.titleHeadings())
	if titles == 0 && t.group.hasTitle {
		titles = 1
	}
	all := []guess{
		{Staff, 12*n("birth", "birthday", "birthyear", "sex", "sexmale", "cccd", "position", "unit", "employment", "start", "leader", "postunit", "code") + 15 + says("can bo, cong chuc", "danh sach can bo", "nhan su")},
		{Ratings, 40*ratings + says("xep loai", "danh gia")},
		{Awards, 40*titles + says("khen thuong", "thanh tich", "danh hieu")},
		{Initiatives, 45*n("initiative", "scope") + 20*n("initiativekind", "share")*n("initiative") + says("sang kien", "de tai")},
		{Disciplines, 90*n("penalty") + says("ky luat")},
		{Absences, 40*n("absence", "fromday", "period") + says("nghi thai san", "nghi om", "nghi phep", "danh sach nghi")},
		{Tasks, 45*n("task", "host", "deadline") - 40*n("name")},
		{Periods, t.periodWeight()},
		{Movements, 80*n("movement") + says("phong trao") + 5*says("bang diem phong trao", "cham diem phong trao", "diem thi dua phong trao", "ket qua phong trao")},
	}
	if t.mode == "proposal" && titles+n("proposal") > 0 {
		all = append(all, guess{Proposals, 42*max(titles, n("proposal")) + 20})
	}
	if t.mode == "pledge" && titles+n("pledge") > 0 {
		all = append(all, guess{Pledges, 42*max(titles, n("pledge")) + 20})
	}
	if t.decision.Number != "" && titles > 0 {
		all = append(all, guess{Decisions, 42*titles + 20})
	}
	slices.SortStableFunc(all, byConfidence)
	// Sure is what much speaks for and nothing else does.
	kind, sure := all[0].kind, min(99, 50+all[0].weight/2+max(0, all[0].weight-max(0, all[1].weight))/2)
	if b.guessed {
		sure = min(sure, 60)
	}
	d := Doubt{Field: "table", Text: t.g.File + "!" + t.g.Name + "!" + Ref(b.left, b.top)}
	if v, ok := t.settle(d, Ref(b.left, b.top)); ok {
		return chosenKind(v, kind), 100
	}
	return kind, sure
}

// titleHeadings is 1 when headings between the rows name titles, else 0.
func (t *tableReading) titleHeadings() int {
	for _, row := range t.g.rows {
		if row <= t.b.last || row > t.b.bottom || len(t.g.byRow[row]) > 3 {
			continue
		}
		r := t.b.record(row)
		if len(r.cols) == 0 || t.b.kindOf(r, false) != rowGroup {
			continue
		}
		if text, _ := groupText(r); t.b.titleGroup(text) {
			return 1
		}
	}
	return 0
}

func chosenKind(text string, otherwise Kind) Kind {
	for _, k := range append(Kinds(), Unknown) {
		if tdkt.Fold(string(k)) == tdkt.Fold(text) {
			return k
		}
	}
	if isSkip(text) {
		return Unknown
	}
	return otherwise
}

func (t *tableReading) count(field string) int {
	n := 0
	for _, c := range t.b.columns {
		if c.field == field {
			n++
		}
	}
	return n
}

// columnsRead settles columns that only the kind of the table explains.
func (t *tableReading) columnsRead() {
	for i := range t.b.columns {
		c := &t.b.columns[i]
		switch {
		case c.field == "ofyear" && t.kind == Ratings:
			c.field = "rating"
		case c.field == "ofyear" && t.kind == Pledges:
			c.field = "pledge"
		case c.field == "ofyear" && t.kind != Staff:
			c.field = "award"
		case c.field == "ofyear":
			c.field = t.ofYear(c)
		case (c.field == "task" || c.field == "initiativekind") && t.kind == Absences && t.b.col("absence") == 0:
			c.field = "absence"
		case c.field == "award" && t.kind == Disciplines, c.field == "award" && t.kind == Absences:
			c.field = "note"
		case c.field == "level" && t.kind == Initiatives, c.field == "award" && t.kind == Initiatives && t.b.col("scope") == 0 && strings.HasPrefix(tdkt.Fold(c.text), "cap"):
			c.field = "scope"
		case c.field == "award" && t.mode == "proposal" && c.mode == "proposal":
			c.field = "proposal"
		case c.field == "award" && c.mode == "pledge":
			c.field = "pledge"
		}
		if c.field == "sexmale" && t.yearsIn(c.number) && t.b.col("sexfemale") == 0 {
			c.field = "year" // "Nam" typed for Năm
		}
	}
	t.yearOfBirth()
	t.askColumns()
}

// yearOfBirth takes a column Năm of a staff list for the year of birth where its years can
// be nothing else; each is asked for.
func (t *tableReading) yearOfBirth() {
	if t.kind != Staff || t.b.has("birth") || t.b.has("birthyear") || t.b.has("birthmale") {
		return
	}
	now := t.Today.Year()
	if now == 0 {
		now = defaultYear
	}
	for i := range t.b.columns {
		c := &t.b.columns[i]
		if c.field != "year" || !t.yearsIn(c.number) {
			continue
		}
		for row := t.b.last + 1; row <= t.b.bottom; row++ {
			if y := bareYear(t.b.text(row, c.number)); y > now-youngest {
				return
			}
		}
		c.field, t.birthAsked = "birth", true
	}
}

// ofYear tells a column under a bare year by what it holds: ratings, else awards.
func (t *tableReading) ofYear(c *column) string {
	for row := t.b.last + 1; row <= t.b.bottom; row++ {
		text := t.b.text(row, c.number)
		if text == "" {
			continue
		}
		if _, ok := ReadRating(text); ok {
			return "rating"
		}
		return "award"
	}
	return "award"
}

// yearsIn says whether the first cells of a column are years.
func (t *tableReading) yearsIn(col int) bool {
	n := 0
	for row := t.b.last + 1; row <= t.b.bottom && n < 5; row++ {
		if c := t.b.own(row, col); c != nil {
			if bareYear(tdkt.Clean(c.Text)) == 0 {
				return false
			}
			n++
		}
	}
	return n > 0
}
