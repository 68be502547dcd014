package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// SavePerson adds a person (no ID) or changes one. An empty code gets the next free
// one. It returns the row as written.
func (a *App) SavePerson(ctx context.Context, p tdkt.Person) (tdkt.Person, error) {
	v := a.View()
	p, err := v.ready(p, nil)
	if err != nil {
		return p, err
	}
	words := fmt.Sprintf("Sửa hồ sơ %s (%s)", p.Name, p.Code)
	if p.ID == "" {
		p.ID = tdkt.NewID()
		words = fmt.Sprintf("Thêm %s (%s)", p.Name, p.Code)
	}
	return p, a.Change(ctx, "save-person", words, func(tx Tx) error { return tx.Put(ctx, p) })
}

// SavePeople changes several people in one step, or none. Each is checked against the
// others as they will be.
func (a *App) SavePeople(ctx context.Context, people []tdkt.Person) error {
	v := a.View()
	var recs []tdkt.Record
	for i, p := range people {
		others := slices.Concat(people[:i], people[i+1:])
		p, err := v.ready(p, others)
		if err != nil {
			return err
		}
		recs = append(recs, p)
	}
	words := fmt.Sprintf("Sửa hồ sơ %d người", len(recs))
	if len(recs) == 1 {
		words = fmt.Sprintf("Sửa hồ sơ %s (%s)", people[0].Name, people[0].Code)
	}
	return a.Change(ctx, "save-person", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}

// ready is a person as it may be written together with others, or why it may not.
func (v *View) ready(p tdkt.Person, others []tdkt.Person) (tdkt.Person, error) {
	p.Name, p.Code = tdkt.Clean(p.Name), tdkt.Clean(p.Code)
	p.Position, p.CCCD = tdkt.Clean(p.Position), tdkt.Clean(p.CCCD)
	for _, t := range tdkt.PersonTexts() {
		*t.Of(&p) = tdkt.Clean(*t.Of(&p))
	}
	if p.Code == "" {
		p.Code = v.nextCode()
	}
	return p, checkPerson(v, p, others)
}

// MovePerson changes a person's unit from a day on: the post held until then ends the
// day before, and a new one begins. The other fields are saved with it.
func (a *App) MovePerson(ctx context.Context, p tdkt.Person, from tdkt.Day) error {
	v := a.View()
	old, ok := v.Facts.Person(p.ID)
	if !ok || from == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Hãy ghi ngày chuyển đơn vị của %s.", p.Name)
	}
	p, err := v.ready(p, nil)
	if err != nil && !isMove(err) {
		return err
	}
	recs, err := v.moved(old, p, from)
	if err != nil {
		return err
	}
	words := fmt.Sprintf("Chuyển %s (%s) sang %s từ %s", p.Name, p.Code, v.UnitName(p.Unit), from)
	return a.Change(ctx, "move-person", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}

// moved is the rows of a move: the person, the posts that end, the post that begins.
func (v *View) moved(old, p tdkt.Person, from tdkt.Day) ([]tdkt.Record, error) {
	recs := []tdkt.Record{p}
	had := false
	for _, post := range v.Posts {
		if post.Person != p.ID {
			continue
		}
		had = true
		if post.From >= from {
			return nil, tdkt.Errorf(tdkt.Invalid, "%s đã có quá trình công tác từ %s. Ngày chuyển phải sau ngày đó.", p.Name, post.From)
		}
		if post.To == 0 || post.To >= from {
			post.To = from.Prev()
			recs = append(recs, post)
		}
	}
	if !had {
		if old.Start == 0 || old.Start >= from {
			return nil, tdkt.Errorf(tdkt.Invalid, "Ngày chuyển %s phải sau ngày vào làm của %s. Hãy nhập ngày vào làm trước.", from, p.Name)
		}
		recs = append(recs, tdkt.Post{ID: tdkt.NewID(), Person: p.ID, From: old.Start, To: from.Prev(), Unit: old.Unit, Position: old.Position, Leader: old.Leader})
	}
	return append(recs, tdkt.Post{ID: tdkt.NewID(), Person: p.ID, From: from, Unit: p.Unit, Position: p.Position, Leader: p.Leader}), nil
}

func checkPerson(v *View, p tdkt.Person, others []tdkt.Person) error {
	if p.Name == "" {
		return tdkt.Errorf(tdkt.Invalid, "Chưa nhập họ và tên. Hãy nhập họ và tên rồi lưu lại.")
	}
	if _, ok := v.Facts.Unit(p.Unit); !ok {
		return tdkt.Errorf(tdkt.Invalid, "Chưa chọn đơn vị của %s. Hãy chọn đơn vị trong danh sách rồi lưu lại.", p.Name)
	}
	if err := v.noHousehold(p.Unit); err != nil {
		return err
	}
	if err := checkDays(p); err != nil {
		return err
	}
	if p.CCCD != "" && !isCCCD(p.CCCD) {
		return tdkt.Errorf(tdkt.Invalid, "Số CCCD phải có 12 chữ số (CMND cũ 9 chữ số). Hãy xem lại số đã nhập.")
	}
	if err := checkPersonCode(v, p, others); err != nil {
		return err
	}
	return checkMove(v, p)
}

// noHousehold refuses a household where a unit of the office is asked for.
func (v *View) noHousehold(unit tdkt.ID) error {
	if !v.Facts.IsHousehold(tdkt.UnitSubject(unit)) {
		return nil
	}
	return tdkt.Errorf(tdkt.Invalid, "%s là hộ gia đình, không phải đơn vị của cơ quan. Hãy chọn một đơn vị.", v.UnitName(unit))
}

// checkDays refuses days out of order; nil when they are well.
func checkDays(p tdkt.Person) *tdkt.Error {
	if p.Start != 0 && p.End != 0 && p.End < p.Start {
		return tdkt.Errorf(tdkt.Invalid, "Ngày thôi việc %s đứng trước ngày vào làm %s. Hãy sửa một trong hai ngày.", p.End, p.Start)
	}
	if p.Born != 0 && p.Start != 0 && p.Start < p.Born {
		return tdkt.Errorf(tdkt.Invalid, "Ngày vào làm %s đứng trước ngày sinh %s. Hãy sửa một trong hai ngày.", p.Start, p.Born)
	}
	return nil
}

// errMove is a change of unit without its day, for someone whose posts are known.
var errMove = errors.New("a move needs its day")

func isMove(err error) bool { return errors.Is(err, errMove) }

// checkMove refuses a change of unit without its day for someone whose posts are
// known: it would change nothing, since the posts say where the person is.
func checkMove(v *View, p tdkt.Person) error {
	old, ok := v.Facts.Person(p.ID)
	if !ok || old.Unit == p.Unit {
		return nil
	}
	for _, post := range v.Posts {
		if post.Person == p.ID {
			return &tdkt.Error{Kind: tdkt.Invalid, Err: errMove, Text: fmt.Sprintf(
				"%s có quá trình công tác theo ngày. Hãy bấm “Sửa” và ghi ngày chuyển đơn vị.", p.Name)}
		}
	}
	return nil
}

// checkPersonCode refuses a code or a number that somebody else has, or will have by
// what is written in the same step.
func checkPersonCode(v *View, p tdkt.Person, others []tdkt.Person) error {
	written := map[tdkt.ID]bool{}
	for _, o := range others {
		if o.ID != "" {
			written[o.ID] = true
		}
	}
	if s, ok := v.Facts.ByCode(p.Code); ok && s != tdkt.PersonSubject(p.ID) && !written[s.ID] {
		return tdkt.Errorf(tdkt.Invalid, "Mã “%s” đã dùng cho %s. Hãy chọn mã khác.", p.Code, v.Facts.NameOf(s))
	}
	for _, o := range others {
		if codeKey(o.Code) == codeKey(p.Code) && p.Code != "" {
			return tdkt.Errorf(tdkt.Invalid, "Mã “%s” được ghi cho cả %s và %s. Hãy chọn mã khác cho một người.", p.Code, p.Name, o.Name)
		}
		if p.CCCD != "" && tdkt.Clean(o.CCCD) == p.CCCD {
			return tdkt.Errorf(tdkt.Invalid, "Một số CCCD được ghi cho cả %s và %s. Hãy xem lại: hai người không thể có cùng một số.", p.Name, o.Name)
		}
	}
	for _, o := range v.People {
		if p.CCCD != "" && o.CCCD == p.CCCD && o.ID != p.ID && !written[o.ID] {
			return tdkt.Errorf(tdkt.Invalid, "Số CCCD này đã có ở %s (%s). Hãy xem lại: hai người không thể có cùng một số.", o.Name, o.Code)
		}
	}
	return nil
}

// isCCCD accepts the 12 digits of a CCCD and the 9 of an old CMND.
func isCCCD(s string) bool {
	return (len(s) == 12 || len(s) == 9) && strings.Trim(s, "0123456789") == ""
}

// nextCode is the first free code of the form CB001 after the highest one used.
func (v *View) nextCode() string {
	highest := 0
	for _, p := range v.People {
		highest = max(highest, codeNumber(p.Code))
	}
	for {
		highest++
		if _, taken := v.Facts.ByCode(personCode(highest)); !taken {
			return personCode(highest)
		}
	}
}

func personCode(n int) string { return fmt.Sprintf("CB%03d", n) }

// codeNumber is the number in a code CBnnn, 0 for any other code.
func codeNumber(code string) int {
	digits, ok := strings.CutPrefix(codeKey(code), "CB")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 0 {
		return 0
	}
	return n
}

// SaveUnit adds a unit (no ID) or changes one.
func (a *App) SaveUnit(ctx context.Context, u tdkt.Unit) (tdkt.Unit, error) {
	v := a.View()
	u.Code, u.Name, u.Kind = tdkt.Clean(u.Code), tdkt.Clean(u.Name), tdkt.Clean(u.Kind)
	if u.Code == "" || u.Name == "" {
		return u, tdkt.Errorf(tdkt.Invalid, "Đơn vị cần có mã và tên. Hãy nhập đủ rồi lưu lại.")
	}
	if s, ok := v.Facts.ByCode(u.Code); ok && s != tdkt.UnitSubject(u.ID) {
		return u, tdkt.Errorf(tdkt.Invalid, "Mã “%s” đã dùng cho %s. Hãy chọn mã khác.", u.Code, v.Facts.NameOf(s))
	}
	if u.ID != "" && u.Parent != "" && v.Facts.Within(u.Parent, u.ID) {
		return u, tdkt.Errorf(tdkt.Invalid, "Đơn vị cấp trên của %s không thể là chính nó hay đơn vị trực thuộc nó.", u.Name)
	}
	for _, other := range []tdkt.ID{u.Parent, u.Into} {
		if err := v.noHousehold(other); err != nil {
			return u, err
		}
	}
	if u.Household() && v.hasPeople(u.ID) {
		return u, tdkt.Errorf(tdkt.Invalid, "%s có người trong danh sách nhân sự nên không thể là hộ gia đình. Hãy ghi loại khác.", u.Name)
	}
	if err := v.intoProblem(&u); err != nil {
		return u, err
	}
	words := fmt.Sprintf("Sửa đơn vị %s (%s)", u.Name, u.Code)
	if u.ID == "" {
		u.ID = tdkt.NewID()
		words = fmt.Sprintf("Thêm đơn vị %s (%s)", u.Name, u.Code)
	}
	return u, a.Change(ctx, "save-unit", words, func(tx Tx) error { return tx.Put(ctx, u) })
}

// hasPeople says whether anybody is or was in a unit.
func (v *View) hasPeople(unit tdkt.ID) bool {
	return slices.ContainsFunc(v.People, func(p tdkt.Person) bool { return p.Unit == unit }) ||
		slices.ContainsFunc(v.Posts, func(p tdkt.Post) bool { return p.Unit == unit })
}

// intoProblem says what is wrong with the unit another became part of, nil for nothing.
func (v *View) intoProblem(u *tdkt.Unit) error {
	if u.Into == "" {
		u.Counts = false
		return nil
	}
	switch {
	case u.Into == u.ID:
		return tdkt.Errorf(tdkt.Invalid, "Đơn vị %s không thể kế thừa chính nó. Hãy chọn đơn vị khác.", u.Name)
	case u.Closed == 0:
		return tdkt.Errorf(tdkt.Invalid, "Đơn vị %s đã nhập vào đơn vị khác thì phải có ngày kết thúc. Hãy nhập ngày kết thúc.", u.Name)
	}
	for _, o := range v.Units {
		if u.Counts && o.Counts && o.Into == u.Into && o.ID != u.ID {
			return tdkt.Errorf(tdkt.Invalid, "%s đang tính lịch sử của %s. Mỗi đơn vị chỉ tính lịch sử của một đơn vị cũ; hãy bỏ chọn ở đơn vị kia trước.",
				v.UnitName(u.Into), o.Name)
		}
	}
	return nil
}

// SaveOrg writes the department's name and the words its papers carry.
func (a *App) SaveOrg(ctx context.Context, o tdkt.Org) error {
	o.ID = a.View().Org.ID
	if o.ID == "" {
		o.ID = tdkt.NewID()
	}
	if o.Name = tdkt.Clean(o.Name); o.Name == "" {
		return tdkt.Errorf(tdkt.Invalid, "Chưa nhập tên cơ quan. Hãy nhập tên, ví dụ “Sở Nội vụ tỉnh Tây Ninh”.")
	}
	return a.Change(ctx, "save-org", "Ghi tên cơ quan: "+o.Name, func(tx Tx) error { return tx.Put(ctx, o) })
}
