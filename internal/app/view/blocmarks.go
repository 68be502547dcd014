package view

import (
	"cmp"
	"slices"

	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// BlocMarksOver counts the marks of a criterion that are above its standard.
func (v *View) BlocMarksOver(c tdkt.BlocCriterion) int {
	n := 0
	for _, m := range v.BlocMarks {
		if m.Criterion == c.ID && c.ID != "" && max(m.Self.N, m.Checked.N) > int64(c.Standard) {
			n++
		}
	}
	return n
}

// BlocMarkChanges are the records to write so that a member has the marks.
func (v *View) BlocMarkChanges(b tdkt.Bloc, m tdkt.BlocMember, list []tdkt.BlocMark) (put, drop []tdkt.Record, err error) {
	if err := v.Unlocked(b.Year); err != nil {
		return nil, nil, err
	}
	rules, err := v.BlocRules(b)
	if err != nil {
		return nil, nil, err
	}
	have := map[tdkt.ID]tdkt.BlocMark{}
	for _, x := range v.BlocMarksOf(m) {
		have[x.Criterion] = x
	}
	criteria := v.BlocCriteriaOf(b)
	for _, x := range list {
		at := slices.IndexFunc(criteria, func(c tdkt.BlocCriterion) bool { return c.ID == x.Criterion })
		if at < 0 {
			return nil, nil, tdkt.Errorf(tdkt.NotFound, "Có tiêu chí không còn trong khối “%s”. Hãy mở lại bảng điểm.", b.Name)
		}
		x.Evidence = tdkt.Clean(x.Evidence)
		if err := CheckBlocMark(rules, criteria[at], x); err != nil {
			return nil, nil, err
		}
		old, known := have[x.Criterion]
		x.ID, x.Year, x.Member = cmp.Or(old.ID, tdkt.NewID()), b.Year, m.ID
		switch {
		case x.Empty() && known:
			drop = append(drop, old)
		case !x.Empty() && x != old:
			put = append(put, x)
		}
	}
	return put, drop, nil
}

// CheckBlocMark refuses what a criterion cannot have.
func CheckBlocMark(rules *bloc.Rules, c tdkt.BlocCriterion, m tdkt.BlocMark) error {
	if c.Kind == tdkt.BlocHeading && !m.Empty() {
		return tdkt.Errorf(tdkt.Invalid, "“%s” là đề mục, không chấm điểm. Hãy ghi ở các tiêu chí của mục.", c.Text)
	}
	for _, q := range []struct {
		what string
		of   tdkt.Quantity
	}{{"Điểm tự chấm", m.Self}, {"Điểm khối thẩm định", m.Checked}} {
		if q.of.Known && q.of.N > int64(c.Standard) {
			return tdkt.Errorf(tdkt.Invalid, "%s của “%s” là %s, quá điểm chuẩn %s. Phần vượt được thưởng riêng; hãy ghi tối đa bằng điểm chuẩn.", q.what, c.Text, q.of, Points(c.Standard))
		}
	}
	if m.Level == "" {
		return nil
	}
	if c.Kind != tdkt.ByLevel {
		return tdkt.Errorf(tdkt.Invalid, "“%s” không chấm theo mức. Hãy để trống cột Mức.", c.Text)
	}
	if _, known := rules.Share(m.Level); !known {
		return tdkt.Errorf(tdkt.Invalid, "Khung chấm điểm không có mức “%s”. Hãy chọn một trong: %s.", m.Level, levelCodes(rules))
	}
	return nil
}

func levelCodes(r *bloc.Rules) string {
	words := ""
	for i, l := range r.Levels {
		if i > 0 {
			words += ", "
		}
		words += l.Code
	}
	return words
}
