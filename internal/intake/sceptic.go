package intake

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// The measures of the second reader.
const (
	fewPeople  = 8 // of one sex only from here on is strange
	provinces  = 96
	maxShort   = 12
	swapSample = 3
)

// sceptic looks at the facts of one table as a whole.
func (t *tableReading) sceptic(from int) {
	var people []int
	for i := from; i < len(t.out.Facts); i++ {
		if t.out.Facts[i].Kind == FactPerson {
			people = append(people, i)
		}
	}
	t.oneSex(people)
	t.swapped(people)
	for _, i := range people {
		t.doubtPerson(i)
	}
}

// oneSex asks when a long list has one sex alone.
func (t *tableReading) oneSex(people []int) {
	if !t.b.has("sex") && !t.b.has("sexmale") && !t.b.has("sexfemale") {
		return
	}
	n := map[tdkt.Sex]int{}
	for _, i := range people {
		n[t.out.Facts[i].Sex]++
	}
	if len(people) < fewPeople || n[tdkt.Male] != len(people) && n[tdkt.Female] != len(people) {
		return
	}
	d := Doubt{Field: "sex", Text: t.tableOf() + " cột giới tính", Proposal: answerKeep, Why: fmt.Sprintf("cả %d người cùng một giới: kiểm tra cột giới tính", len(people))}
	if v, ok := t.settle(d, ""); ok {
		if isSkip(v) {
			for _, i := range people {
				t.out.Facts[i].Sex = ""
			}
		}
		return
	}
	for _, i := range people {
		t.out.Facts[i].Doubts = append(t.out.Facts[i].Doubts, d)
	}
}

func (t *tableReading) tableOf() string {
	return fmt.Sprintf("%s!%s!%s", t.g.File, t.g.Name, Ref(t.b.left, t.b.top))
}

// swapped asks when an Excel of another country turned day and month round: every real
// date has a day of 12 or less, while dates left as text have more.
func (t *tableReading) swapped(people []int) {
	col := t.b.col("birth")
	if col == 0 {
		return
	}
	suspects, large := t.swappable(people, col)
	if len(suspects) < swapSample || large < swapSample {
		return
	}
	for _, i := range suspects {
		f := &t.out.Facts[i]
		turned, err := tdkt.MakeDay(f.Born.Year(), f.Born.DayOfMonth(), f.Born.Month())
		if err != nil || turned == f.Born {
			continue
		}
		d := Doubt{Field: "born", Text: f.Born.String(), Proposal: turned.String(), Why: "có lẽ Excel đổi chỗ ngày và tháng"}
		if v, answered := t.settle(d, Ref(col, f.cells[0].row)); answered {
			if day := ReadDate(v, 0, 0).Day; day != 0 {
				f.Born = day
			}
			continue
		}
		f.Doubts = append(f.Doubts, d)
	}
}

// swappable are the people whose real dates of birth a swap may have made, and how many dates
// were left as text because none could; nobody where a date speaks against it.
func (t *tableReading) swappable(people []int, col int) (suspects []int, large int) {
	for _, i := range people {
		f := &t.out.Facts[i]
		for _, p := range f.cells {
			c := t.g.at[p]
			if p.col != col || c == nil || f.Born == 0 {
				continue
			}
			switch {
			case c.Day != 0 && c.Day.DayOfMonth() > maxShort:
				return nil, 0 // a real date no swap could have made
			case c.Day != 0:
				suspects = append(suspects, i)
			case f.Born.DayOfMonth() > maxShort:
				large++
			default:
				return nil, 0 // a text a swap would have turned into a date
			}
		}
	}
	return suspects, large
}

// yearOfList is the year that ages are counted to: that of the list, at most this one.
func (t *tableReading) yearOfList() int {
	now := t.Today.Year()
	if now == 0 {
		now = defaultYear
	}
	if t.year != 0 {
		now = min(now, t.year)
	}
	return now
}

// doubtPerson looks at one person for what cannot be.
func (t *tableReading) doubtPerson(i int) {
	f := &t.out.Facts[i]
	ask := func(field, text, why string) {
		d := Doubt{Field: field, Text: text, Proposal: answerKeep, Why: why}
		if v, answered := t.settle(d, ""); !answered {
			f.Doubts = append(f.Doubts, d)
		} else if isSkip(v) {
			f.forget(field)
		}
	}
	born := max(f.BornYear, f.Born.Year())
	now := t.yearOfList()
	if age := now - born; born != 0 && (age < youthful || age > retired) {
		ask("born", f.Source+" "+itoa(born), fmt.Sprintf("%d tuổi vào năm %d", age, now))
	}
	t.strangeUnit(f)
	if f.Start != 0 && born != 0 && f.Start.Year()-born < youngest {
		ask("start", f.Source+" "+f.Start.String(), "ngày vào làm "+f.Start.String()+" không hợp với năm sinh "+itoa(born))
	}
	if f.Start != 0 && f.End != 0 && f.End < f.Start {
		ask("end", f.Source+" "+f.End.String(), "ngày thôi việc đứng trước ngày vào làm")
	}
	if why := cccdAgainst(f.CCCD, f.Sex, born); why != "" {
		ask("cccd", "CCCD của "+f.Source, why)
	}
}

// strangeUnit asks about a room called like a position, a title or a person: columns that
// changed places, cells that slipped.
func (t *tableReading) strangeUnit(f *Fact) {
	w := vocabulary()
	ts := tokens(f.Unit)
	if len(ts) == 0 || isUnit(w, ts) || w.short[foldOf(ts)] != "" {
		return
	}
	d := Doubt{Field: "unit", Text: f.Unit, Proposal: Skip, Holds: true}
	turned := isPost(w, ts) && f.Position != "" && isUnit(w, tokens(f.Position)) && !isPost(w, tokens(f.Position))
	if turned {
		d.Proposal, d.Why = f.Position, "cột đơn vị ghi chức vụ “"+f.Unit+"”, cột chức vụ ghi đơn vị “"+f.Position+"”: đổi chỗ?"
	} else if d.Why = t.unlikeUnit(f.Unit, ts); d.Why == "" {
		return
	}
	v, answered := t.settle(d, "")
	switch {
	case !answered:
		f.Doubts = append(f.Doubts, d)
	case isSkip(v):
		f.Unit = ""
	case turned && v == f.Position:
		post := ReadPost(f.Unit)
		f.Position, f.Unit, f.Leader, f.LeaderSaid = post.Text, v, post.Leader, post.Sure
	default:
		f.Unit = v
	}
}

// unlikeUnit says what a text in the column of units is more like than a unit, "" for nothing.
func (t *tableReading) unlikeUnit(unit string, ts []token) string {
	w, like := vocabulary(), ""
	switch {
	case postAlone(w, ts):
		like = "giống chức vụ hơn là tên đơn vị"
	case strings.Trim(unit, "0123456789., ") == "":
		like = "chỉ là số"
	case len(mentions(w, ts)) > 0:
		like = "giống danh hiệu hơn là tên đơn vị"
	case looksLikeName(unit) && titled(unit, ts) && !isASCII(unit): // VAN PHONG is a room
		like = "giống tên người hơn là tên đơn vị"
	case ReadBirth(Cell{Text: unit}, t.Today).Known():
		like = "giống ngày tháng hơn là tên đơn vị"
	default:
		return ""
	}
	return "đơn vị “" + unit + "” " + like
}

// titled says whether every word begins with a capital, as in names.
func titled(text string, ts []token) bool {
	return !slices.ContainsFunc(ts, func(t token) bool { return strings.ToUpper(firstOf(text[t.start:])) != firstOf(text[t.start:]) })
}

// answerKeep is the answer that keeps what looks strange.
const answerKeep = "giữ nguyên"

// forget takes a field out of a person.
func (f *Fact) forget(field string) {
	switch field {
	case "born":
		f.Born, f.BornYear = 0, 0
	case "start":
		f.Start = 0
	case "end":
		f.End = 0
	case "cccd":
		f.CCCD = ""
	}
}

// cccdAgainst says what in an identity number contradicts the person: its digits tell the
// province, the sex with the century, and the year of birth.
func cccdAgainst(cccd string, sex tdkt.Sex, born int) string {
	if len(cccd) != 12 {
		return ""
	}
	digit := func(i int) int { return int(cccd[i] - '0') }
	if province := digit(0)*100 + digit(1)*10 + digit(2); province < 1 || province > provinces {
		return "ba số đầu của CCCD không phải mã tỉnh nào"
	}
	kind := digit(3)
	if sex == tdkt.Male && kind%2 == 1 || sex == tdkt.Female && kind%2 == 0 {
		return "CCCD và giới tính không khớp nhau"
	}
	if born != 0 && (1900+kind/2*100+digit(4)*10+digit(5)) != born {
		return "CCCD và năm sinh không khớp nhau"
	}
	return ""
}

// secondReader looks over everything at once: people twice, units almost alike.
func (r *reader) secondReader() {
	r.likeUnits()
	r.twice()
}

// likeUnits asks about units two letters from another or written short and in full.
func (r *reader) likeUnits() {
	count := map[string]int{}
	written := map[string]string{}
	for i := range r.out.Facts {
		if u := r.out.Facts[i].unitName(); u != "" {
			k := UnitKey(u)
			count[k]++
			if written[k] == "" {
				written[k] = u
			}
		}
	}
	if len(count) > 400 {
		return
	}
	for a, n := range count {
		for b, m := range count {
			if a == b || n > m || n == m && a > b || len(a) < 8 || m < 2*n {
				continue
			}
			if Nearly(a, b) {
				r.askUnit(a, written[a], written[b])
			}
		}
	}
}

func (f *Fact) unitName() string {
	if f.Kind == FactUnit {
		return f.Name
	}
	if f.Kind == FactPerson {
		return f.Unit
	}
	return ""
}

func (r *reader) askUnit(key, as, other string) {
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		if f.Kind != FactPerson || UnitKey(f.Unit) != key || f.Unit == "" {
			continue
		}
		d := Doubt{Field: "unit", Text: as, Proposal: other, Why: "“" + as + "” gần giống “" + other + "”", Holds: true}
		if a, ok := r.answers[answerKey("unit", as, "", "", "", "")]; ok {
			if tdkt.Fold(a.Value) == tdkt.Fold(Right) {
				f.Unit = other
			} else if !isSkip(a.Value) {
				f.Unit = a.Value
			}
			continue
		}
		f.Doubts = append(f.Doubts, d)
	}
}

// Nearly says whether two folded names differ in one or two letters, and in no number.
func Nearly(a, b string) bool {
	const shortest = 8
	short := func(s string) bool { // short forms differ in a letter and are two rooms
		s = strings.TrimPrefix(s, "phong ")
		return !strings.Contains(s, " ") && len(s) < shortest
	}
	if short(a) || short(b) {
		return false
	}
	if strings.ContainsAny(a+b, "0123456789") || len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return false
	}
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur := make([]int, len(b)+1)
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
		}
		prev = cur
	}
	return prev[len(b)] <= 2
}

// askTwice asks about somebody who stands in a staff list twice.
func (r *reader) askTwice(f *Fact, at string) {
	d := Doubt{Field: "twice", Text: f.Source + " " + f.Unit, Proposal: answerOne, Why: "danh sách ghi hai lần cùng một người (ô " + at + "): gộp làm một?"}
	v, answered := r.answers.Settle(d, f.File, f.Sheet, f.Cell)
	switch {
	case !answered:
		f.Doubts = append(f.Doubts, d)
	case isSkip(v):
		f.Skipped = true
	}
}

// answerOne is the answer that makes one of somebody who stands in a list twice.
const answerOne = "một người"

// twice tells of rows of one table that repeat a person.
func (r *reader) twice() {
	type who struct {
		table            int
		name, code, cccd string
		born             tdkt.Day
		year             int
		unit             string
	}
	people := 0
	for i := range r.out.Facts {
		if r.out.Facts[i].Kind == FactPerson {
			people++
		}
	}
	first := make(map[who]string, people)
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		if f.Kind != FactPerson {
			continue
		}
		k := who{f.Table, tdkt.NameForm(f.Name), f.Code, f.CCCD, f.Born, f.BornYear, UnitKey(f.Unit)}
		if at, ok := first[k]; ok && f.Table >= 0 && r.out.Tables[f.Table].Kind == Staff {
			r.askTwice(f, at)
			continue
		} else if ok {
			f.Notes = append(f.Notes, "cùng người với ô "+at)
			continue
		}
		first[k] = f.Cell
	}
}
