package intake

import (
	"regexp"
	"strings"

	"tdkt/internal/tdkt"
)

// position reads what the person does, whether it leads, and the unit beside it.
func (p *personReading) position() {
	text, at := p.postCells()
	if p.post1 != "" && !p.b.has("unit") && !p.b.has("postunit") && !p.unitAround() && p.f.Unit == "" {
		if post, unit, _ := SplitPost(p.post1); post != "" && unit != "" {
			p.post1, p.f.Unit = post, unit // Ông Nguyễn Văn An, Trưởng phòng, Phòng Kế hoạch
		}
	}
	post := ReadPost(text)
	if post.Text == "" && p.post1 != "" {
		post = ReadPost(p.post1)
	} else if p.post1 != "" && !samePost(p.post1, post.Text) {
		beside := ReadPost(p.post1)
		p.f.Notes = append(p.f.Notes, "chức vụ ghi sau tên: "+beside.Text)
		p.f.Doubts = p.askPost(beside.Text, post.Text, at)
	}
	p.f.Position = post.Text
	p.leader(post, at)
	if c := p.take("employment"); c != nil {
		p.employment(c)
	} else {
		p.f.Employment = p.group.employed
	}
}

// unitAround says whether what stands around the table names the unit.
func (p *personReading) unitAround() bool { return p.group.unit != "" || p.sheetUnit != "" }

// postCells reads the cells of the position, and the unit where one names both.
func (p *personReading) postCells() (text string, at place) {
	at = p.cells[0]
	if c := p.take("postunit"); c != nil {
		post, unit, guessed := SplitPost(c.Text)
		text, at = post, place{c.Row, c.Col}
		p.f.Unit = unit
		if guessed && unit != "" {
			p.f.Notes = append(p.f.Notes, "đơn vị đọc từ chức vụ “"+tdkt.Clean(c.Text)+"”")
		}
	}
	if c := p.take("position"); c != nil {
		text, at = strings.NewReplacer("\n", "; ", "\r", "").Replace(c.Text), place{c.Row, c.Col}
		if p.b.col("unit") == 0 && p.b.col("postunit") == 0 && !p.unitAround() {
			if post, unit, _ := SplitPost(c.Text); unit != "" && post != "" {
				text, p.f.Unit = post, unit
			}
		}
	}
	return text, at
}

// askPost asks which of two positions holds.
func (p *personReading) askPost(beside, column string, at place) []Doubt {
	d := Doubt{Field: "position", Text: beside + " / " + column, Proposal: column, Why: "hai chức vụ khác nhau: sau tên ghi “" + beside + "”, cột chức vụ ghi “" + column + "”"}
	if _, answered := p.settle(d, Ref(at.col, at.row)); answered {
		return p.f.Doubts
	}
	return append(p.f.Doubts, d)
}

// leader takes the leader's mark from its column, else from the position.
func (p *personReading) leader(post Post, at place) {
	if c := p.take("leader"); c != nil {
		text := tdkt.Clean(c.Text)
		if yes, known := Ticked(text); known {
			p.f.Leader, p.f.LeaderSaid = yes, true
			return
		}
		p.f.Doubts = append(p.f.Doubts, Doubt{Field: "leader", Text: text, Why: "không hiểu “" + text + "” ở cột lãnh đạo"})
		return
	}
	if post.Text == "" {
		return
	}
	if post.Sure {
		p.f.Leader, p.f.LeaderSaid = post.Leader, true
		return
	}
	d := Doubt{Field: "leader", Text: post.Text, Proposal: "không", Why: "“" + post.Text + "” có là lãnh đạo không?"}
	if v, answered := p.settle(d, Ref(at.col, at.row)); answered {
		if yes, known := Ticked(v); known {
			p.f.Leader, p.f.LeaderSaid = yes, true
		}
		return
	}
	p.f.Doubts = append(p.f.Doubts, d)
}

func (p *personReading) employment(c *Cell) {
	text := tdkt.Clean(c.Text)
	if e, ok := ReadEmployment(text); ok {
		p.f.Employment = e
		return
	}
	v, ok := p.doubt(&p.f, Doubt{Field: "employment", Text: text, Why: "không có đối tượng “" + text + "”"}, place{c.Row, c.Col})
	if ok {
		p.f.Employment, _ = ReadEmployment(v)
	}
}

// ReadEmployment reads the kind of contract.
func ReadEmployment(text string) (tdkt.Employment, bool) {
	switch s := tdkt.Fold(text); s {
	case "":
		return "", true
	case "cb":
		return tdkt.Cadre, true
	case "cc", "bien che", "bc", "bien che hanh chinh":
		return tdkt.CivilServant, true
	case "vc", "vien chuc su nghiep":
		return tdkt.PublicStaff, true
	case "nld", "hop dong", "hd", "hd68", "hd 68", "hop dong lao dong", "lao dong hop dong", "hd111", "hd 111", "ld", "lao dong", "hdld", "hop dong 111", "hop dong 68":
		return tdkt.Worker, true
	default:
		if contractOf.MatchString(s) {
			return tdkt.Worker, true // Hợp đồng theo Nghị định số 111/2022/NĐ-CP
		}
		for _, e := range tdkt.Employments() {
			if tdkt.Fold(string(e)) == s {
				return e, true
			}
		}
	}
	return "", false
}

var contractOf = regexp.MustCompile(`^(?:lao dong |nhan vien |nguoi lao dong )?(?:hop dong|hdld|hd)(?: lao dong)?(?: theo)?(?: nghi dinh| nd)?(?: so)? ?(?:68|111|161)(?:/\d{4})?(?:/nd-cp)?$`)

// readUnit settles the person's unit: its own cell, the cell above it, the heading, the sheet.
func (p *personReading) readUnit() {
	col := p.b.col("unit")
	if code := p.take("unitcode"); code != nil && col == 0 {
		p.f.Unit = tdkt.Clean(code.Text)
	}
	if col != 0 {
		p.unitCell(col)
	}
	if p.f.Unit != "" {
		return
	}
	switch {
	case p.group.unit != "":
		p.f.Unit = p.group.unit
	case p.group.unitDoubt != "":
		p.f.Unit = p.group.unitDoubt
		p.f.Doubts = append(p.f.Doubts, groupDoubt(p.group.unitDoubt))
	case p.sheetUnit != "":
		p.f.Unit = p.sheetUnit
	default:
		p.f.Unit = roomOfPost(p.f.Position)
	}
}

// unitCell reads the cell of the unit; an empty one takes what stands above it.
func (p *personReading) unitCell(col int) {
	if own := p.take("unit"); own != nil {
		p.ownUnit(own)
		return
	}
	if c := p.g.cell(p.r.row, col); c != nil && !c.Broken { // merged down
		p.f.Unit = unitCase(withoutCount(tdkt.Clean(c.Text)))
		p.tableReading.unit = p.f.Unit
		return
	}
	if p.group.unit == "" && p.group.unitDoubt == "" {
		p.unitAbove(col)
	}
}

// ownUnit reads a unit's cell.
func (p *personReading) ownUnit(own *Cell) {
	text := strings.Trim(tdkt.Clean(own.Text), "-–•*+,;. ")
	switch text {
	case "nt", "″", "\"", "''", "//", "“", "như trên":
		p.f.Unit = p.tableReading.unit
		return
	}
	if text == "" && strings.ContainsAny(own.Text, "\"″”“") {
		p.f.Unit = p.tableReading.unit
		return
	}
	if post, unit, _ := SplitPost(text); post != "" && unit != "" && p.f.Position == "" && (!strings.HasPrefix(text, unit) || ReadPost(post).Leader) {
		p.f.Position, text = post, unit
		p.leader(ReadPost(post), place{own.Row, own.Col})
	}
	p.f.Unit = unitCase(withoutCount(text))
	p.tableReading.unit = p.f.Unit
}

// unitAbove takes the unit that stands above an empty cell, and asks where the column does not
// fill down.
func (p *personReading) unitAbove(col int) {
	p.f.Unit = p.tableReading.unit
	if p.f.Unit != "" && !p.fillsDown(col) {
		proposal := p.f.Unit
		if _, room, _ := SplitPost(p.f.Position); room != "" && !sow(tokens(room)[0]) {
			proposal = unitCase(room) // Trưởng P. Tổ chức
		}
		d := Doubt{Field: "unit", Text: "ô trống dưới “" + p.f.Unit + "”", Proposal: proposal, Why: "ô đơn vị để trống, lấy theo dòng trên", Holds: true}
		if v, ok := p.doubt(&p.f, d, place{p.r.row, col}); ok {
			p.f.Unit = v
		} else {
			p.f.Unit = ""
		}
	}
}

// fillsDown says whether a column names a unit only where it begins: no name stands twice
// in a row, and more cells are empty than filled.
func (p *personReading) fillsDown(col int) bool {
	if p.downKnown {
		return p.down
	}
	p.downKnown, p.down = true, p.fillDown(col)
	return p.down
}

func (p *personReading) fillDown(col int) bool {
	last, filled, empty := "", 0, 0
	for _, row := range p.g.rows {
		if row <= p.b.last || row > p.b.bottom || p.b.nameText(p.b.record(row)) == "" {
			continue
		}
		c := p.g.own(row, col)
		if c == nil {
			empty++
			continue
		}
		text := tdkt.Fold(c.Text)
		if text == last {
			return false
		}
		last = text
		filled++
	}
	return empty >= filled
}

// service reads the first and the last day of service.
func (p *personReading) service() {
	for _, f := range []struct {
		field string
		into  *tdkt.Day
	}{{"start", &p.f.Start}, {"end", &p.f.End}} {
		c := p.take(f.field)
		if c == nil || strings.Trim(tdkt.Clean(c.Text), "-–. ") == "" {
			continue
		}
		now := p.Today.Year()
		if now == 0 {
			now = defaultYear
		}
		d := Date{Day: c.Day}
		if c.Day == 0 {
			bare, _, _ := strings.Cut(c.Text, "(") // 01/02/1992 (HĐ)
			d = ReadDate(bare, now-retired+youthful, now+1)
		}
		text := tdkt.Clean(c.Text)
		if d.Day != 0 && d.Guessed == "" {
			*f.into = d.Day
			continue
		}
		why := d.Missing
		if why == "" {
			why = joinText(d.Guessed, "")
		}
		if d.Day == 0 && d.Year != 0 {
			why = "“" + text + "” thiếu ngày, tháng"
		}
		v, ok := p.doubt(&p.f, Doubt{Field: f.field, Text: text, Proposal: d.Day.String(), Why: strings.TrimSuffix(why, "; ")}, place{c.Row, c.Col})
		if ok && v != "" {
			*f.into = ReadDate(v, now-retired, now+1).Day
		}
	}
}

// roomOfPost is the room that a post names by itself: Chánh Văn phòng, Phó Chánh Thanh tra.
func roomOfPost(post string) string {
	folded := tdkt.Fold(post)
	switch {
	case strings.Contains(folded, "chanh van phong"), strings.Contains(folded, "chanh vp"), folded == "cvp", folded == "pcvp":
		return "Văn phòng"
	case strings.Contains(folded, "chanh thanh tra"), folded == "ctt", folded == "pctt":
		return "Thanh tra"
	}
	return ""
}
