package lawcase

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// reader collects the facts of a case. Keys are made from codes, so that a case
// reads the same every time.
type reader struct {
	s     *tdkt.Snapshot
	items []tdkt.WorkItem
}

func newReader() *reader { return &reader{s: &tdkt.Snapshot{}} }

// fact reads one line: the sheet of the exchange workbook, then its cells.
func (r *reader) fact(cells []string) error {
	readers := map[string]func([]string) error{
		"Đơn vị": r.unit, "Nhân sự": r.person, "Công tác": r.post, "Xếp loại": r.rating,
		"Sáng kiến": r.initiative, "Đề tài": r.initiative, "Khen thưởng": r.award, "Kỷ luật": r.discipline,
		"Tạm dừng": r.hold, "Nghỉ": r.absence, "Đăng ký": r.pledge, "Chốt sổ": r.closing,
		"Tiêu chí": r.tick, "Quy định riêng": r.local,
		"Điểm kỳ": r.marks, "Nhóm": r.duty, "Căn cứ": r.ratingFact, "Việc": r.work,
	}
	read, ok := readers[cells[0]]
	if !ok {
		return errors.New("unknown kind of fact")
	}
	return read(cells)
}

// at is a cell, "" when the line is shorter.
func at(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

// day reads d/m/yyyy, "" as not entered.
func day(s string) (tdkt.Day, error) {
	if s == "" {
		return 0, nil
	}
	return tdkt.ParseVN(s)
}

// list reads years: "2021", "2019..2023" for each of them, "2019, 2021".
func list(s string) ([]int, error) {
	var out []int
	for _, p := range strings.Split(s, ",") {
		from, to, ranged := strings.Cut(strings.TrimSpace(p), "..")
		a, err := strconv.Atoi(from)
		z := a
		if err == nil && ranged {
			z, err = strconv.Atoi(to)
		}
		if err != nil {
			return nil, fmt.Errorf("%q is no list of years", s)
		}
		for ; a <= z; a++ {
			out = append(out, a)
		}
	}
	return out, nil
}

// codes reads "CB01" or "CB01..CB10", each of them.
func codes(s string) []string {
	first, last, ranged := strings.Cut(s, "..")
	if !ranged {
		return []string{s}
	}
	stem := strings.TrimRight(first, "0123456789")
	a, _ := strconv.Atoi(first[len(stem):])
	z, _ := strconv.Atoi(strings.TrimPrefix(last, stem))
	var out []string
	for ; a <= z; a++ {
		out = append(out, fmt.Sprintf("%s%0*d", stem, len(first)-len(stem), a))
	}
	return out
}

func (r *reader) subject(code string) tdkt.Subject {
	for _, u := range r.s.Units {
		if u.Code == code {
			return tdkt.UnitSubject(u.ID)
		}
	}
	return tdkt.PersonSubject(tdkt.ID(code))
}

// unit reads "Đơn vị | code | name | parent | founded | kind | closed | into | tính".
func (r *reader) unit(c []string) error {
	founded, err := day(at(c, 4))
	if err != nil {
		return err
	}
	closed, err := day(at(c, 6))
	r.s.Units = append(r.s.Units, tdkt.Unit{
		ID: tdkt.ID("u-" + at(c, 1)), Code: at(c, 1), Name: at(c, 2), Parent: unitID(at(c, 3)), Founded: founded, Kind: at(c, 5),
		Closed: closed, Into: unitID(at(c, 7)), Counts: at(c, 8) == "tính",
	})
	return err
}

func unitID(code string) tdkt.ID {
	if code == "" {
		return ""
	}
	return tdkt.ID("u-" + code)
}

func (r *reader) person(c []string) error {
	start, err := day(at(c, 4))
	if err != nil {
		return err
	}
	end, err := day(at(c, 5))
	for _, code := range codes(at(c, 1)) {
		name := at(c, 2)
		if strings.Contains(c[1], "..") {
			name += " " + strings.TrimLeft(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		}
		r.s.People = append(r.s.People, tdkt.Person{
			ID: tdkt.ID(code), Code: code, Name: name, Unit: unitID(at(c, 3)), Start: start, End: end,
			Sex: tdkt.Sex(at(c, 6)), Employment: tdkt.Employment(at(c, 7)), Position: at(c, 8), Leader: at(c, 9) == "lãnh đạo",
		})
	}
	return err
}

func (r *reader) post(c []string) error {
	span, err := spanOf(at(c, 2), at(c, 3))
	r.s.Posts = append(r.s.Posts, tdkt.Post{Person: tdkt.ID(at(c, 1)), From: span.From, To: span.To, Unit: unitID(at(c, 4)), Position: at(c, 5)})
	return err
}

func spanOf(from, to string) (tdkt.Span, error) {
	a, err := day(from)
	if err != nil {
		return tdkt.Span{}, err
	}
	z, err := day(to)
	return tdkt.Span{From: a, To: z}, err
}

func (r *reader) rating(c []string) error {
	years, err := list(at(c, 1))
	points := 0
	if err == nil && at(c, 5) != "" {
		points, err = hundredths(at(c, 5))
	}
	for _, y := range years {
		for _, code := range codes(at(c, 2)) {
			r.s.Ratings = append(r.s.Ratings, tdkt.Rating{
				Year: y, Subject: r.subject(code), Level: tdkt.Level(at(c, 3)), Decision: at(c, 4), Points: points, Why: at(c, 6),
			})
		}
	}
	return err
}

// initiative reads "Sáng kiến | years | person | scope | title | decision | day".
func (r *reader) initiative(c []string) error {
	years, err := list(at(c, 1))
	if err != nil {
		return err
	}
	date, err := day(at(c, 6))
	for _, y := range years {
		r.s.Initiatives = append(r.s.Initiatives, tdkt.Initiative{
			Year: y, Person: tdkt.ID(at(c, 2)), Scope: tdkt.Scope(at(c, 3)), Title: at(c, 4),
			Kind: tdkt.InitiativeKind(strings.ToLower(c[0])), Decision: at(c, 5), Date: date,
		})
	}
	return err
}

// award reads "Khen thưởng | subject | code | years | decision | day | hủy | loại hình"; the
// years "2019-2023" are one award for all five.
func (r *reader) award(c []string) error {
	date, err := day(at(c, 5))
	if err != nil {
		return err
	}
	var spans [][2]int
	if from, to, whole := strings.Cut(at(c, 3), "-"); whole {
		a, errA := strconv.Atoi(from)
		z, errZ := strconv.Atoi(to)
		spans, err = append(spans, [2]int{a, z}), errors.Join(errA, errZ)
	} else {
		var years []int
		years, err = list(at(c, 3))
		for _, y := range years {
			spans = append(spans, [2]int{y, y})
		}
	}
	for _, code := range codes(at(c, 1)) {
		for _, s := range spans {
			r.s.Awards = append(r.s.Awards, tdkt.Award{
				Subject: r.subject(code), Code: at(c, 2), From: s[0], To: s[1], Decision: at(c, 4), Date: date, Revoked: at(c, 6) == "hủy",
				Manner: at(c, 7),
			})
		}
	}
	return err
}

func (r *reader) discipline(c []string) error {
	date, err := day(at(c, 3))
	if err != nil {
		return err
	}
	d := tdkt.Discipline{
		Person: tdkt.ID(at(c, 1)), Form: tdkt.Penalty(at(c, 2)), Date: date, Decision: at(c, 4), Kind: tdkt.DisciplineKind(at(c, 5)),
	}
	if in := at(c, 6); in != "" {
		d.CountsIn, err = strconv.Atoi(in)
	}
	r.s.Disciplines = append(r.s.Disciplines, d)
	return err
}

func (r *reader) hold(c []string) error {
	span, err := spanOf(at(c, 2), at(c, 3))
	r.s.Holds = append(r.s.Holds, tdkt.Hold{Subject: r.subject(at(c, 1)), From: span.From, To: span.To, Reason: at(c, 4)})
	return err
}

func (r *reader) absence(c []string) error {
	span, err := spanOf(at(c, 2), at(c, 3))
	r.s.Absences = append(r.s.Absences, tdkt.Absence{Person: tdkt.ID(at(c, 1)), From: span.From, To: span.To, Kind: at(c, 4)})
	return err
}

func (r *reader) pledge(c []string) error {
	years, err := list(at(c, 1))
	for _, y := range years {
		for _, code := range codes(at(c, 2)) {
			r.s.Pledges = append(r.s.Pledges, tdkt.Pledge{Year: y, Subject: r.subject(code), Title: at(c, 3)})
		}
	}
	return err
}

// closing reads "Chốt sổ | years | books", "tất cả" for all four.
func (r *reader) closing(c []string) error {
	years, err := list(at(c, 1))
	if err != nil {
		return err
	}
	names := []string{"đăng ký", "xếp loại", "sáng kiến", "danh hiệu"}
	for _, y := range years {
		row := tdkt.Year{Year: y}
		found := 0
		for i, b := range tdkt.Books() {
			if at(c, 2) == "tất cả" || strings.Contains(at(c, 2), names[i]) {
				row.SetClosed(b, true)
				found++
			}
		}
		if found == 0 {
			return errors.New("no book is named")
		}
		r.s.Years = append(r.s.Years, row)
	}
	return nil
}

// tick reads "Tiêu chí | year | subject | title | need | đạt | by | day".
func (r *reader) tick(c []string) error {
	years, err := list(at(c, 1))
	if err != nil {
		return err
	}
	if at(c, 5) != "đạt" && at(c, 5) != "không đạt" {
		return errors.New("a tick is đạt or không đạt")
	}
	date, err := day(at(c, 7))
	for _, y := range years {
		for _, code := range codes(at(c, 2)) {
			r.s.Ticks = append(r.s.Ticks, tdkt.Tick{
				Year: y, Subject: r.subject(code), Title: at(c, 3), Need: at(c, 4), Met: at(c, 5) == "đạt", By: at(c, 6), Date: date,
			})
		}
	}
	return err
}

func (r *reader) local(c []string) error {
	years, err := list(at(c, 1))
	if err != nil {
		return err
	}
	date, err := day(at(c, 5))
	for _, y := range years {
		r.s.Locals = append(r.s.Locals, tdkt.Local{Year: y, Key: at(c, 2), Value: at(c, 3), Document: at(c, 4), Date: date})
	}
	return err
}
