package intake

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"tdkt/internal/tdkt"
)

// reader reads the sheets of many files.
type reader struct {
	Options
	out     *Reading
	answers AnswerBook
	sheets  []*sheetReading
	// likeSheets counts, by file, the sheets whose first table has the same header.
	likeSheets map[string]map[string]int
}

// sheetReading is one sheet being read: its tables, and which cells are spoken for.
type sheetReading struct {
	*reader
	g      *grid
	blocks []*block
	taken  map[place]bool
	left   map[string]*left
	first  int // place of its first table in Reading.Tables
	paper  paper
	whole  []Doubt // asked of the sheet as a whole: every fact of it waits for them
}

// Read finds the tables of the sheets and reads facts out of them. It is stopped by ctx.
func Read(ctx context.Context, sheets []Sheet, o Options) (*Reading, error) {
	r := &reader{Options: o, out: &Reading{}, answers: NewAnswerBook(o.Answers), likeSheets: map[string]map[string]int{}}
	r.sheets = make([]*sheetReading, len(sheets))
	if err := side(ctx, len(sheets), func(i int) { r.sheets[i] = r.open(&sheets[i]) }); err != nil {
		return nil, err
	}
	for _, s := range r.sheets {
		r.out.Cells += len(s.g.at)
		if len(s.blocks) > 0 {
			if r.likeSheets[s.g.File] == nil {
				r.likeSheets[s.g.File] = map[string]int{}
			}
			r.likeSheets[s.g.File][headerText(s.blocks[0])]++
		}
	}
	r.papers()
	var done atomic.Int32
	err := side(ctx, len(r.sheets), func(i int) {
		s := r.sheets[i]
		own := *r
		own.out = &Reading{Facts: make([]Fact, 0, 2*len(s.g.rows))}
		s.reader = &own
		s.read()
		s.finish()
		s.g.fields = nil
		if n := int(done.Add(1)); o.Progress != nil {
			o.Progress(n, len(r.sheets))
		}
	})
	if err != nil {
		return nil, err
	}
	facts := 0
	for _, s := range r.sheets {
		facts += len(s.out.Facts)
	}
	r.out.Facts = make([]Fact, 0, facts+facts/roomForMore+roomForMore)
	for _, s := range r.sheets {
		r.join(s.out)
		s.out = r.out
	}
	r.secondReader()
	r.out.Given = r.answers.Used(o.Answers)
	return r.out, nil
}

// roomForMore: those who compare the facts with the data add a few of their own.
const roomForMore = 64

// side does n things beside each other, as many at once as the machine can.
func side(ctx context.Context, n int, do func(i int)) error {
	var g sync.WaitGroup
	next := atomic.Int32{}
	for range min(n, runtime.GOMAXPROCS(0)) {
		g.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	g.Wait()
	return ctx.Err() //nolint:wrapcheck // The caller knows that it stopped.
}

// open finds the tables of one sheet.
func (r *reader) open(sheet *Sheet) *sheetReading {
	s := &sheetReading{reader: r, g: newGrid(sheet), taken: make(map[place]bool, len(sheet.Cells)), left: map[string]*left{}}
	if sheet.Prose {
		return s
	}
	if s.blocks = findBlocks(s.g); len(s.blocks) == 0 {
		if b := guessBlock(s.g); b != nil {
			s.blocks = []*block{b}
		}
	}
	return s
}

// join takes what one sheet became behind what others did.
func (r *reader) join(one *Reading) {
	tables, facts := len(r.out.Tables), len(r.out.Facts)
	for i := range one.Facts {
		f := &one.Facts[i]
		if f.Table >= 0 {
			f.Table += tables
		}
		if f.Person >= 0 {
			f.Person += facts
		}
	}
	r.out.Tables = append(r.out.Tables, one.Tables...)
	r.out.Facts = append(r.out.Facts, one.Facts...)
	r.out.Left = append(r.out.Left, one.Left...)
}

func headerText(b *block) string {
	var out []string
	for _, c := range b.columns {
		out = append(out, tdkt.Fold(c.text))
	}
	return strings.Join(out, "|")
}

// doubt settles a doubt or adds it to the fact. It returns what to take: the answer, else
// the proposal; ok is false when it was answered to leave it out.
func (s *sheetReading) doubt(f *Fact, d Doubt, at place) (value string, ok bool) {
	if v, answered := s.settle(d, Ref(at.col, at.row)); answered {
		return v, !isSkip(v)
	}
	d.Cell = Ref(at.col, at.row)
	f.Doubts = append(f.Doubts, d)
	return d.Proposal, true
}

func (s *sheetReading) read() {
	s.first = len(s.out.Tables)
	if s.left = map[string]*left{}; !s.wanted() {
		for p := range s.g.at {
			s.leave(whySkipped, false, p)
		}
		return
	}
	if s.g.Prose {
		s.prose()
		return
	}
	for _, b := range s.blocks {
		s.table(b)
	}
}

// wanted asks what is asked of the sheet as a whole; false leaves it out.
func (s *sheetReading) wanted() bool {
	var all []Doubt
	if s.g.Hidden {
		all = append(all, Doubt{Field: "hidden", Text: s.g.File + "!" + s.g.Name, Proposal: answerTake, Why: "trang “" + s.g.Name + "” đang ẩn trong Excel: có lấy không?", Holds: true})
	}
	if s.g.Font != "" {
		all = append(all, Doubt{Field: "font", Text: s.g.File, Proposal: answerTake, Why: "tệp gõ bảng mã cũ " + s.g.Font + ", đã đổi sang Unicode: chữ đọc được có đúng không?", Holds: true})
	}
	for _, d := range all {
		v, answered := s.settle(d, "")
		switch {
		case !answered:
			s.whole = append(s.whole, d)
		case isSkip(v):
			return false
		}
	}
	return true
}

// answerTake is the answer that takes a sheet.
const answerTake = "lấy"

// leave names cells as left.
func (s *sheetReading) leave(why string, refused bool, cells ...place) {
	key := why
	if refused {
		key += "\x00"
	}
	l := s.left[key]
	if l == nil {
		l = &left{why: why, refused: refused}
		s.left[key] = l
	}
	l.cells = append(l.cells, cells...)
}

func (s *sheetReading) leaveRow(b *block, row int, why string, refused bool) {
	for _, c := range s.g.byRow[row] {
		if c.Col >= b.left && c.Col <= b.right {
			s.leave(why, refused, place{row, c.Col})
		}
	}
}

// finish names every cell no fact and no reason has: nothing is dropped unnamed.
func (s *sheetReading) finish() {
	for _, l := range s.left {
		l.cells = slices.DeleteFunc(l.cells, func(p place) bool { return s.taken[p] })
	}
	named := map[place]bool{}
	for key, l := range s.left {
		if len(l.cells) == 0 {
			delete(s.left, key)
		}
		for _, p := range l.cells {
			named[p] = true
		}
	}
	for p := range s.g.at {
		if !s.taken[p] && !named[p] {
			why, refused := s.strayReason(p)
			s.leave(why, refused, p)
		}
	}
	for _, l := range orderedLeft(s.left) {
		// A cell stands under one reason only: the first.
		cells := l.cells[:0:0]
		for _, p := range l.cells {
			if !s.taken[p] {
				s.taken[p] = true
				cells = append(cells, p)
			}
		}
		if len(cells) == 0 {
			continue
		}
		s.out.Left = append(s.out.Left, Left{
			File: s.g.File, Sheet: s.g.Name, Range: rangeOf(cells), Why: l.why, Refused: l.refused, Text: s.g.text(cells[0].row, cells[0].col), cells: cells,
		})
	}
}

// strayReason says why a cell nobody spoke for is left.
func (s *sheetReading) strayReason(p place) (string, bool) {
	switch {
	case s.g.Prose:
		return whyProse, false
	case len(s.blocks) == 0 && s.paper.word:
		if s.namesTitles() {
			return whyNoWho, true
		}
		return whyAbove, false
	case len(s.blocks) == 0:
		return whyNoTable, true
	}
	for _, b := range s.blocks {
		if p.row >= b.top && p.row <= b.bottom && p.col >= b.left && p.col <= b.right {
			return whyUnread, true
		}
		if p.row < b.top && b.row(p.row) {
			return whyAbove, false
		}
	}
	return whyOutside, false
}

// namesTitles says whether a short cell of a sheet names a title: it is no letterhead.
func (s *sheetReading) namesTitles() bool {
	const short = 100
	for _, c := range s.g.at {
		if list, ok := ReadAwards(c.Text); ok && list[0].Code != "" && len(c.Text) < short {
			return true
		}
	}
	return false
}

func (b *block) row(row int) bool {
	return slices.ContainsFunc(b.lines, func(p place) bool { return p.row == row })
}

// add keeps a fact with the cells it was read from.
func (s *sheetReading) add(f Fact, cells ...place) int {
	cells = s.written(cells)
	f.File, f.Sheet, f.cells = s.g.File, s.g.Name, cells
	s.office(&f, cells[0])
	f.Cell = rangeOf(cells)
	if main := Ref(cells[0].col, cells[0].row); !strings.HasPrefix(f.Cell, main) {
		f.Cell = main + "," + rangeOf(cells[1:])
	}
	for _, p := range cells {
		s.taken[p] = true
	}
	if f.Source == "" && len(cells) > 0 {
		f.Source = s.g.text(cells[0].row, cells[0].col)
	}
	f.Table = len(s.out.Tables) - 1
	f.Doubts = append(f.Doubts, s.whole...)
	s.grow(cells[0].row)
	s.out.Facts = append(s.out.Facts, f)
	return len(s.out.Facts) - 1
}

// written are the cells something is written in: for a merged one the cell it was merged
// with, and none that is empty unless all are.
func (s *sheetReading) written(cells []place) []place {
	all := true
	for _, p := range cells {
		all = all && s.g.at[p] != nil
	}
	if all {
		return cells
	}
	var out []place
	for _, p := range cells {
		if from, merged := s.g.shown[p]; merged {
			p = from
		}
		if s.g.at[p] != nil && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return cells
	}
	return out
}

// grow makes room for the facts of the rows to come when there is none left, as many a row
// as those up to here gave: facts are large and a copy of them all takes long.
func (s *sheetReading) grow(row int) {
	n := len(s.out.Facts)
	if n < cap(s.out.Facts) || len(s.g.rows) == 0 {
		return
	}
	first, last := s.g.rows[0], s.g.rows[len(s.g.rows)-1]
	if row <= first || last <= row {
		return
	}
	const most = 8 // times: the first rows may hold more than the rest
	more := n * (last - row + 1) / (row - first)
	s.out.Facts = slices.Grow(s.out.Facts, min(more+more/roomForMore+1, n*most))
}

// office takes the own office's name off a unit, and asks about people of another office.
func (s *sheetReading) office(f *Fact, at place) {
	unit := &f.Unit
	if f.Kind == FactUnit {
		unit = &f.Name
	}
	if s.Org == "" || *unit == "" || f.Kind != FactUnit && f.Kind != FactPerson {
		return
	}
	if other := OtherOffice(*unit, s.Org); other != "" {
		d := Doubt{Field: "office", Text: other, Proposal: Skip, Why: "“" + other + "” không phải " + s.Org + ": bỏ qua người của cơ quan khác?", Holds: true}
		v, answered := s.settle(d, Ref(at.col, at.row))
		switch {
		case !answered:
			f.Doubts = append(f.Doubts, d)
		case isSkip(v):
			f.Skipped = true
		}
		return
	}
	*unit = withoutOffice(*unit, s.Org)
	if f.Kind == FactPerson && ownOffice(*unit, s.Org) {
		f.Unit = roomOfPost(f.Position) // the office is nobody's room
		if post, room, _ := SplitPost(f.Position); f.Unit == "" && post != "" && room != "" && !sow(tokens(room)[0]) {
			f.Position, f.Unit = post, unitCase(room)
		}
	}
}

// table reads one table.
func (s *sheetReading) table(b *block) {
	t := &tableReading{sheetReading: s, b: b, person: -1}
	t.context()
	kind, sure := t.classify()
	if kind == Periods {
		t.periodsYear()
	}
	s.out.Tables = append(s.out.Tables, Table{
		File: s.g.File, Sheet: s.g.Name, Kind: kind, Confidence: sure, Year: t.year,
		Range: Ref(b.left, b.top) + ":" + Ref(b.right, b.bottom),
	})
	t.kind = kind
	before := len(s.out.Facts)
	for row := b.top; row <= b.last; row++ {
		s.leaveRow(b, row, whyHeader, false)
	}
	switch kind {
	case Tasks:
		t.tasks()
	case Movements:
		t.scores()
	case Unknown:
		for _, row := range s.g.rows {
			if row > b.last && row <= b.bottom {
				s.leaveRow(b, row, whyKind(kind), kind == Unknown)
			}
		}
	default:
		t.columnsRead()
		for _, row := range s.g.rows {
			if row > b.last && row <= b.bottom {
				t.row(row)
			}
		}
	}
	t.sceptic(before)
	last := &s.out.Tables[len(s.out.Tables)-1]
	last.Facts, last.Unit, last.Roomless = len(s.out.Facts)-before, t.headUnit, t.roomless()
}

// byConfidence orders what could be a table's kind.
func byConfidence(a, b guess) int { return cmp.Compare(b.weight, a.weight) }
