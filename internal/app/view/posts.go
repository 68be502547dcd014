package view

import (
	"cmp"
	"slices"

	"tdkt/internal/tdkt"
)

// PostsOf lists a person's posts, oldest first.
func (v *View) PostsOf(person tdkt.ID) []tdkt.Post {
	var out []tdkt.Post
	for _, p := range v.Posts {
		if p.Person == person {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b tdkt.Post) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.ID, b.ID)) })
	return out
}

// Present is the person as the last of the posts has it.
func (v *View) Present(person tdkt.ID, posts []tdkt.Post) tdkt.Person {
	p, _ := v.Facts.Person(person)
	if len(posts) == 0 {
		return p
	}
	last := slices.MaxFunc(posts, func(a, b tdkt.Post) int { return cmp.Compare(a.From, b.From) })
	p.Unit, p.Position, p.Leader = last.Unit, last.Position, last.Leader
	return p
}

// CheckPost says in a sentence what is wrong with a post, nil when it may be written.
func (v *View) CheckPost(p tdkt.Post) error {
	who, ok := v.Facts.Person(p.Person)
	if !ok {
		return ErrGone
	}
	span := tdkt.Span{From: p.From, To: p.To}
	switch _, known := v.Facts.Unit(p.Unit); {
	case !known:
		return tdkt.Errorf(tdkt.Invalid, "Chưa chọn đơn vị công tác. Hãy chọn đơn vị trong danh sách rồi lưu lại.")
	case p.From == 0:
		return tdkt.Errorf(tdkt.Invalid, "Chưa có ngày bắt đầu công tác. Hãy nhập ngày rồi lưu lại.")
	}
	if err := v.NoHousehold(p.Unit); err != nil {
		return err
	}
	if err := CheckSpan(span, "công tác"); err != nil {
		return err
	}
	for _, o := range v.PostsOf(p.Person) {
		if o.ID != p.ID && span.Overlaps(tdkt.Span{From: o.From, To: o.To}) {
			return tdkt.Errorf(tdkt.Invalid, "Thời gian này trùng với thời gian %s công tác tại %s từ %s%s. Hãy sửa ngày của một trong hai.",
				who.Name, v.UnitName(o.Unit), o.From, Until(o.To))
		}
	}
	return nil
}

// ErrGone is said of someone who was removed while a form was open.
var ErrGone = tdkt.Errorf(tdkt.NotFound, "Người này không còn trong sổ. Hãy bấm F5 để đọc lại danh sách.")

// CheckSpan refuses a stretch that ends before it begins.
func CheckSpan(s tdkt.Span, of string) error {
	if s.To != 0 && s.To < s.From {
		return tdkt.Errorf(tdkt.Invalid, "Ngày kết thúc %s (%s) đứng trước ngày bắt đầu (%s). Hãy sửa một trong hai ngày.", of, s.To, s.From)
	}
	return nil
}

// PersonName is a person's name as lists print it.
func (v *View) PersonName(id tdkt.ID) string { return v.Facts.NameOf(tdkt.PersonSubject(id)) }
