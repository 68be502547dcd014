package view

import (
	"tdkt/internal/tdkt"
)

// PledgesOf lists a subject's pledges of a year, in the file's order.
func (v *View) PledgesOf(year int, s tdkt.Subject) []tdkt.Pledge {
	var out []tdkt.Pledge
	for _, p := range v.Pledges {
		if p.Year == year && p.Subject == s {
			out = append(out, p)
		}
	}
	return out
}

// TitleName is a code's name in words, the code itself when it is not in the catalogue.
func (v *View) TitleName(code string) string {
	if c, ok := v.Rules.Code(code); ok {
		return c.Name
	}
	return code
}

// Fits refuses a title that is not given to that kind of subject.
func (v *View) Fits(title string, s tdkt.Subject) error {
	c, ok := v.Rules.Code(title)
	if !ok {
		return tdkt.Errorf(tdkt.Invalid, "Không có danh hiệu hay hình thức nào mang mã “%s”. Hãy chọn trong danh mục.", title)
	}
	if v.Facts.IsHousehold(s) && !v.Rules.GivesHouseholds(title) {
		return tdkt.Errorf(tdkt.Invalid, "%s không dành cho hộ gia đình (%s). Hãy chọn Giấy khen hoặc Bằng khen.", c.Name, v.Facts.NameOf(s))
	}
	for _, k := range c.Kinds {
		if k == s.Kind {
			return nil
		}
	}
	return tdkt.Errorf(tdkt.Invalid, "%s không dành cho %s (%s). Hãy chọn danh hiệu khác.", c.Name, s.Kind.Words(), v.Facts.NameOf(s))
}
