package imports

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

func (b *importer) holdRows(rows []tdkt.HoldRow) {
	matchRows(b, spec[tdkt.HoldRow, tdkt.Hold]{
		sheet: tdkt.SheetHolds, have: b.v.Holds, line: func(r tdkt.HoldRow) int { return int(r.Line) },
		key: func(r tdkt.HoldRow) (string, bool) {
			s, ok := b.subject(tdkt.SheetHolds, int(r.Line), r.Code)
			return view.KeyOf(view.SubjectKey(s), r.From, tdkt.Fold(r.Reason)), ok
		},
		keyOf: func(e tdkt.Hold) string { return view.KeyOf(view.SubjectKey(e.Subject), e.From, tdkt.Fold(e.Reason)) },
		fresh: func(r tdkt.HoldRow) tdkt.Hold {
			return tdkt.Hold{ID: tdkt.NewID(), Subject: b.known(r.Code), From: r.From, Reason: r.Reason}
		},
		fill: func(r tdkt.HoldRow, e *tdkt.Hold) { set(&e.To, r.To) },
		near: func(e tdkt.Hold) string { return view.KeyOf(view.SubjectKey(e.Subject), e.From) },
		what: func(e tdkt.Hold) string {
			return fmt.Sprintf("%s: tạm dừng từ %s", b.spoken(e.Subject.ID), e.From)
		},
	}, rows)
}

func (b *importer) absenceRows(rows []tdkt.AbsenceRow) {
	matchRows(b, spec[tdkt.AbsenceRow, tdkt.Absence]{
		sheet: tdkt.SheetAbsences, have: b.v.Absences, line: func(r tdkt.AbsenceRow) int { return int(r.Line) },
		key: func(r tdkt.AbsenceRow) (string, bool) {
			p, ok := b.person(tdkt.SheetAbsences, int(r.Line), r.Code)
			return view.KeyOf(p, r.From, tdkt.Fold(r.Kind)), ok
		},
		keyOf: func(e tdkt.Absence) string { return view.KeyOf(e.Person, e.From, tdkt.Fold(e.Kind)) },
		fresh: func(r tdkt.AbsenceRow) tdkt.Absence {
			return tdkt.Absence{ID: tdkt.NewID(), Person: b.people[view.CodeKey(r.Code)], From: r.From, Kind: r.Kind}
		},
		fill: func(r tdkt.AbsenceRow, e *tdkt.Absence) { set(&e.To, r.To) },
		what: func(e tdkt.Absence) string {
			return fmt.Sprintf("%s: nghỉ %s từ %s", b.spoken(e.Person), e.Kind, e.From)
		},
	}, rows)
}

func (b *importer) pledgeRows(rows []tdkt.PledgeRow) {
	matchRows(b, spec[tdkt.PledgeRow, tdkt.Pledge]{
		sheet: tdkt.SheetPledges, have: b.v.Pledges, line: func(r tdkt.PledgeRow) int { return int(r.Line) },
		key: func(r tdkt.PledgeRow) (string, bool) {
			s, ok := b.subject(tdkt.SheetPledges, int(r.Line), r.Code)
			ok = ok && b.title(tdkt.SheetPledges, int(r.Line), r.Title, s)
			return view.KeyOf(r.Year, view.SubjectKey(s), r.Title), ok
		},
		keyOf: func(e tdkt.Pledge) string { return view.KeyOf(e.Year, view.SubjectKey(e.Subject), e.Title) },
		fresh: func(r tdkt.PledgeRow) tdkt.Pledge {
			return tdkt.Pledge{ID: tdkt.NewID(), Year: r.Year, Subject: b.known(r.Code), Title: r.Title}
		},
		fill: func(r tdkt.PledgeRow, e *tdkt.Pledge) { set(&e.Initiative, r.Initiative) },
		what: func(e tdkt.Pledge) string {
			return fmt.Sprintf("%s đăng ký %s năm %d", b.spoken(e.Subject.ID), b.v.TitleName(e.Title), e.Year)
		},
	}, rows)
}

// closingRows closes the books marked x. An unmarked book is left as it is: an
// import never opens a closed book.
func (b *importer) closingRows(rows []tdkt.ClosingRow) {
	matchRows(b, spec[tdkt.ClosingRow, tdkt.Year]{
		sheet: tdkt.SheetClosings, have: b.v.Years, line: func(r tdkt.ClosingRow) int { return int(r.Line) },
		key:   func(r tdkt.ClosingRow) (string, bool) { return view.KeyOf(r.Year), true },
		keyOf: func(e tdkt.Year) string { return view.KeyOf(e.Year) },
		fresh: func(r tdkt.ClosingRow) tdkt.Year { return tdkt.Year{ID: tdkt.NewID(), Year: r.Year} },
		fill: func(r tdkt.ClosingRow, e *tdkt.Year) {
			for _, book := range r.Closed {
				e.SetClosed(book, true)
			}
		},
		what: func(e tdkt.Year) string { return fmt.Sprintf("Chốt sổ năm %d", e.Year) },
	}, rows)
}

// tickRows accepts only manual needs of the regime of the year, under their own
// title even where a higher title shows them.
func (b *importer) tickRows(rows []tdkt.TickRow) {
	resolved := make([]tdkt.TickRow, 0, len(rows))
	for _, r := range rows {
		if b.resolveTick(&r) {
			resolved = append(resolved, r)
		}
	}
	matchRows(b, spec[tdkt.TickRow, tdkt.Tick]{
		sheet: tdkt.SheetTicks, have: b.v.Ticks, line: func(r tdkt.TickRow) int { return int(r.Line) },
		key: func(r tdkt.TickRow) (string, bool) {
			return view.KeyOf(r.Year, view.SubjectKey(b.known(r.Code)), r.Title, r.Need), true
		},
		keyOf: func(e tdkt.Tick) string { return view.KeyOf(e.Year, view.SubjectKey(e.Subject), e.Title, e.Need) },
		fresh: func(r tdkt.TickRow) tdkt.Tick {
			return tdkt.Tick{ID: tdkt.NewID(), Year: r.Year, Subject: b.known(r.Code), Title: r.Title, Need: r.Need}
		},
		fill: func(r tdkt.TickRow, e *tdkt.Tick) {
			e.Met = r.Met
			set(&e.By, r.By)
			set(&e.Date, r.Date)
		},
		what: func(e tdkt.Tick) string {
			return fmt.Sprintf("%s năm %d: tiêu chí định tính của %s", b.spoken(e.Subject.ID), e.Year, b.v.TitleName(e.Title))
		},
	}, resolved)
}

func (b *importer) resolveTick(r *tdkt.TickRow) bool {
	s, ok := b.subject(tdkt.SheetTicks, int(r.Line), r.Code)
	if !ok || !b.title(tdkt.SheetTicks, int(r.Line), r.Title, s) {
		return false
	}
	regime, err := b.v.Rules.Criteria(r.Year)
	if err != nil {
		b.refuse(tdkt.SheetTicks, "Năm", int(r.Line), "Chương trình không có quy định của năm %d. Hãy xem lại năm.", r.Year)
		return false
	}
	title, need, manual, found := regime.NeedFor(s.Kind, r.Title, r.Need)
	if !found || !manual {
		b.refuse(tdkt.SheetTicks, "Tiêu chí", int(r.Line), "“%s” không phải là tiêu chí định tính của %s năm %d. Các tiêu chí: %s.",
			r.Need, b.v.TitleName(r.Title), r.Year, manualNeeds(regime, s.Kind, r.Title))
		return false
	}
	r.Title, r.Need = title, need
	return true
}

func manualNeeds(regime *law.Regime, kind tdkt.SubjectKind, title string) string {
	t, ok := regime.Title(kind, title)
	if !ok {
		return "không có"
	}
	var ids []string
	for _, n := range t.Needs() {
		if n.Manual {
			ids = append(ids, n.ID)
		}
	}
	return view.List(ids)
}

// exceptionRows accepts what RecordException would, by the same check.
func (b *importer) exceptionRows(rows []tdkt.ExceptionRow) {
	matchRows(b, spec[tdkt.ExceptionRow, tdkt.Exception]{
		sheet: tdkt.SheetExceptions, have: b.v.Exceptions, line: func(r tdkt.ExceptionRow) int { return int(r.Line) },
		key: func(r tdkt.ExceptionRow) (string, bool) {
			s, ok := b.subject(tdkt.SheetExceptions, int(r.Line), r.Code)
			ok = ok && b.title(tdkt.SheetExceptions, int(r.Line), r.Title, s)
			return view.KeyOf(r.Year, view.SubjectKey(s), r.Title, r.Need), ok
		},
		keyOf: func(e tdkt.Exception) string { return view.KeyOf(e.Year, view.SubjectKey(e.Subject), e.Title, e.Need) },
		fresh: func(r tdkt.ExceptionRow) tdkt.Exception {
			return tdkt.Exception{ID: tdkt.NewID(), Year: r.Year, Subject: b.known(r.Code), Title: r.Title, Need: r.Need}
		},
		fill: func(r tdkt.ExceptionRow, e *tdkt.Exception) {
			set(&e.By, r.By)
			set(&e.Document, r.Document)
			set(&e.Date, r.Date)
			set(&e.Reason, r.Reason)
		},
		check: b.v.NeedOf,
		what: func(e tdkt.Exception) string {
			return fmt.Sprintf("%s năm %d: ngoại lệ %s", b.spoken(e.Subject.ID), e.Year, b.v.TitleName(e.Title))
		},
	}, rows)
}

func (b *importer) localRows(rows []tdkt.LocalRow) {
	for _, r := range rows {
		key, known := b.v.LocalKey(r.Year, r.Key)
		if problem := key.LocalProblem(r.Value); known && problem != "" {
			b.refuse(tdkt.SheetLocals, "Giá trị", int(r.Line), "%s", problem)
			continue
		}
		if !known {
			b.warn(tdkt.SheetLocals, "Khóa", int(r.Line), "Khóa “%s” không được quy định nào của năm %d dùng đến. Dòng vẫn được giữ; hãy xem lại khóa.", r.Key, r.Year)
		}
	}
	matchRows(b, spec[tdkt.LocalRow, tdkt.Local]{
		sheet: tdkt.SheetLocals, have: b.v.Locals, line: func(r tdkt.LocalRow) int { return int(r.Line) },
		key:   func(r tdkt.LocalRow) (string, bool) { return view.KeyOf(r.Year, r.Key), true },
		keyOf: func(e tdkt.Local) string { return view.KeyOf(e.Year, e.Key) },
		fresh: func(r tdkt.LocalRow) tdkt.Local { return tdkt.Local{ID: tdkt.NewID(), Year: r.Year, Key: r.Key} },
		fill: func(r tdkt.LocalRow, e *tdkt.Local) {
			set(&e.Value, r.Value)
			set(&e.Document, r.Document)
			set(&e.Date, r.Date)
			set(&e.About, r.About)
		},
		what: func(e tdkt.Local) string { return fmt.Sprintf("%s năm %d = %s", e.Key, e.Year, e.Value) },
	}, rows)
}
