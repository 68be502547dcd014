package view

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// Ready is a person as it may be written together with others, or why it may not.
func (v *View) Ready(p tdkt.Person, others []tdkt.Person) (tdkt.Person, error) {
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

// Moved is the rows of a move: the person, the posts that end, the post that begins.
func (v *View) Moved(old, p tdkt.Person, from tdkt.Day) ([]tdkt.Record, error) {
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
	if err := v.NoHousehold(p.Unit); err != nil {
		return err
	}
	if err := CheckDays(p); err != nil {
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

// NoHousehold refuses a household where a unit of the office is asked for.
func (v *View) NoHousehold(unit tdkt.ID) error {
	if !v.Facts.IsHousehold(tdkt.UnitSubject(unit)) {
		return nil
	}
	return tdkt.Errorf(tdkt.Invalid, "%s là hộ gia đình, không phải đơn vị của cơ quan. Hãy chọn một đơn vị.", v.UnitName(unit))
}

// CheckDays refuses days out of order; nil when they are well.
func CheckDays(p tdkt.Person) *tdkt.Error {
	if p.Start != 0 && p.End != 0 && p.End < p.Start {
		return tdkt.Errorf(tdkt.Invalid, "Ngày thôi việc %s đứng trước ngày vào làm %s. Hãy sửa một trong hai ngày.", p.End, p.Start)
	}
	if p.Born != 0 && p.Start != 0 && p.Start < p.Born {
		return tdkt.Errorf(tdkt.Invalid, "Ngày vào làm %s đứng trước ngày sinh %s. Hãy sửa một trong hai ngày.", p.Start, p.Born)
	}
	return nil
}

// ErrMove is a change of unit without its day, for someone whose posts are known.
var ErrMove = errors.New("a move needs its day")

// checkMove refuses a change of unit without its day for someone whose posts are
// known: it would change nothing, since the posts say where the person is.
func checkMove(v *View, p tdkt.Person) error {
	old, ok := v.Facts.Person(p.ID)
	if !ok || old.Unit == p.Unit {
		return nil
	}
	for _, post := range v.Posts {
		if post.Person == p.ID {
			return &tdkt.Error{Kind: tdkt.Invalid, Err: ErrMove, Text: fmt.Sprintf(
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
		if CodeKey(o.Code) == CodeKey(p.Code) && p.Code != "" {
			return tdkt.Errorf(tdkt.Invalid, "Mã “%s” được ghi cho cả %s và %s. Hãy chọn mã khác cho một người.", p.Code, p.Name, o.Name)
		}
	}
	if p.CCCD == "" {
		return nil
	}
	return v.checkCCCD(p, others, written)
}

// checkCCCD refuses a number of one person written for another, in the same step or before.
func (v *View) checkCCCD(p tdkt.Person, others []tdkt.Person, written map[tdkt.ID]bool) error {
	for _, o := range others {
		if tdkt.Clean(o.CCCD) == p.CCCD {
			return tdkt.Errorf(tdkt.Invalid, "Một số CCCD được ghi cho cả %s và %s. Hãy xem lại: hai người không thể có cùng một số.", p.Name, o.Name)
		}
	}
	for _, o := range v.People {
		if o.CCCD == p.CCCD && o.ID != p.ID && !written[o.ID] {
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
		highest = max(highest, CodeNumber(p.Code))
	}
	for {
		highest++
		if _, taken := v.Facts.ByCode(PersonCode(highest)); !taken {
			return PersonCode(highest)
		}
	}
}

// PersonCode is the code that the n-th person gets.
func PersonCode(n int) string { return fmt.Sprintf("CB%03d", n) }

// CodeNumber is the number in a code CBnnn, 0 for any other code.
func CodeNumber(code string) int {
	digits, ok := strings.CutPrefix(CodeKey(code), "CB")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 0 {
		return 0
	}
	return n
}

// HasPeople says whether anybody is or was in a unit.
func (v *View) HasPeople(unit tdkt.ID) bool {
	return slices.ContainsFunc(v.People, func(p tdkt.Person) bool { return p.Unit == unit }) ||
		slices.ContainsFunc(v.Posts, func(p tdkt.Post) bool { return p.Unit == unit })
}

// IntoProblem says what is wrong with the unit another became part of, nil for nothing.
func (v *View) IntoProblem(u *tdkt.Unit) error {
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
