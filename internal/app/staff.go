package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SavePerson adds a person (no ID) or changes one. An empty code gets the next free
// one. It returns the row as written.
func (a *App) SavePerson(ctx context.Context, p tdkt.Person) (tdkt.Person, error) {
	v := a.View()
	p, err := v.Ready(p, nil)
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
		p, err := v.Ready(p, others)
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

// MovePerson changes a person's unit from a day on: the post held until then ends the
// day before, and a new one begins. The other fields are saved with it.
func (a *App) MovePerson(ctx context.Context, p tdkt.Person, from tdkt.Day) error {
	v := a.View()
	old, ok := v.Facts.Person(p.ID)
	if !ok || from == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Hãy ghi ngày chuyển đơn vị của %s.", p.Name)
	}
	p, err := v.Ready(p, nil)
	if err != nil && !isMove(err) {
		return err
	}
	recs, err := v.Moved(old, p, from)
	if err != nil {
		return err
	}
	words := fmt.Sprintf("Chuyển %s (%s) sang %s từ %s", p.Name, p.Code, v.UnitName(p.Unit), from)
	return a.Change(ctx, "move-person", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}

func isMove(err error) bool { return errors.Is(err, view.ErrMove) }

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
		if err := v.NoHousehold(other); err != nil {
			return u, err
		}
	}
	if u.Household() && v.HasPeople(u.ID) {
		return u, tdkt.Errorf(tdkt.Invalid, "%s có người trong danh sách nhân sự nên không thể là hộ gia đình. Hãy ghi loại khác.", u.Name)
	}
	if err := v.IntoProblem(&u); err != nil {
		return u, err
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
