package app

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// SavePerson adds a person (no ID) or changes one. An empty code gets the next
// free one. It returns the row as written.
func (a *App) SavePerson(ctx context.Context, p tdkt.Person) (tdkt.Person, error) {
	v := a.View()
	p.Name, p.Code = tdkt.Clean(p.Name), tdkt.Clean(p.Code)
	p.Position, p.CCCD = tdkt.Clean(p.Position), tdkt.Clean(p.CCCD)
	if p.Code == "" {
		p.Code = nextCode(v.People, nil)
	}
	if err := checkPerson(v, p); err != nil {
		return p, err
	}
	words := fmt.Sprintf("Sửa hồ sơ %s (%s)", p.Name, p.Code)
	if p.ID == "" {
		p.ID = tdkt.NewID()
		words = fmt.Sprintf("Thêm %s (%s)", p.Name, p.Code)
	}
	return p, a.Change(ctx, "save-person", words, func(tx Tx) error { return tx.Put(ctx, p) })
}

func checkPerson(v *View, p tdkt.Person) error {
	if p.Name == "" {
		return tdkt.Errorf(tdkt.Invalid, "Chưa nhập họ và tên. Hãy nhập họ và tên rồi lưu lại.")
	}
	if _, ok := v.Facts.Unit(p.Unit); !ok {
		return tdkt.Errorf(tdkt.Invalid, "Chưa chọn đơn vị của %s. Hãy chọn đơn vị trong danh sách rồi lưu lại.", p.Name)
	}
	if p.Start != 0 && p.End != 0 && p.End < p.Start {
		return tdkt.Errorf(tdkt.Invalid, "Ngày thôi việc %s đứng trước ngày vào làm %s. Hãy sửa một trong hai ngày.", p.End, p.Start)
	}
	if p.Born != 0 && p.Start != 0 && p.Start < p.Born {
		return tdkt.Errorf(tdkt.Invalid, "Ngày vào làm %s đứng trước ngày sinh %s. Hãy sửa một trong hai ngày.", p.Start, p.Born)
	}
	if p.CCCD != "" && !isCCCD(p.CCCD) {
		return tdkt.Errorf(tdkt.Invalid, "Số CCCD phải có 12 chữ số (CMND cũ 9 chữ số). Hãy xem lại số đã nhập.")
	}
	return checkPersonCode(v, p)
}

func checkPersonCode(v *View, p tdkt.Person) error {
	if s, ok := v.Facts.ByCode(p.Code); ok && s != tdkt.PersonSubject(p.ID) {
		return tdkt.Errorf(tdkt.Invalid, "Mã “%s” đã dùng cho %s. Hãy chọn mã khác.", p.Code, v.Facts.NameOf(s))
	}
	for _, o := range v.People {
		if p.CCCD != "" && o.CCCD == p.CCCD && o.ID != p.ID {
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
func nextCode(people []tdkt.Person, taken map[string]bool) string {
	highest := 0
	see := func(code string) {
		digits, ok := strings.CutPrefix(strings.ToUpper(code), "CB")
		if n, err := strconv.Atoi(digits); ok && err == nil && n > highest {
			highest = n
		}
	}
	for _, p := range people {
		see(p.Code)
	}
	for c := range taken {
		see(c)
	}
	return fmt.Sprintf("CB%03d", highest+1)
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
	words := fmt.Sprintf("Sửa đơn vị %s (%s)", u.Name, u.Code)
	if u.ID == "" {
		u.ID = tdkt.NewID()
		words = fmt.Sprintf("Thêm đơn vị %s (%s)", u.Name, u.Code)
	}
	return u, a.Change(ctx, "save-unit", words, func(tx Tx) error { return tx.Put(ctx, u) })
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
