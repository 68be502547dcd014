package view

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// RoundsOf lists the rounds of a year: the one it has by itself first, then by day.
func (v *View) RoundsOf(year int) []tdkt.Round {
	out := []tdkt.Round{tdkt.YearEndRound(year)}
	for _, r := range v.Rounds {
		if r.Year == year {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out[1:], func(a, b tdkt.Round) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), strings.Compare(tdkt.Fold(a.Name), tdkt.Fold(b.Name)))
	})
	return out
}

// RoundOf is the round that a record of a year names, the year's own for "".
func (v *View) RoundOf(year int, id tdkt.ID) tdkt.Round {
	for _, r := range v.Rounds {
		if r.ID == id && id != "" {
			return r
		}
	}
	return tdkt.YearEndRound(year)
}

// FindRound finds a round of a year by its key, its name or its kind where only one is of
// it; "" is the year's own.
func (v *View) FindRound(year int, word string) (tdkt.Round, error) {
	rounds := v.RoundsOf(year)
	key := tdkt.Fold(tdkt.Clean(word))
	if key == "" {
		return rounds[0], nil
	}
	var found []tdkt.Round
	for _, r := range rounds {
		switch {
		case r.ID != "" && string(r.ID) == word, tdkt.Fold(r.Title()) == key:
			return r, nil
		case tdkt.Fold(string(r.Kind)) == key:
			found = append(found, r)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	names := make([]string, len(rounds))
	for i, r := range rounds {
		names[i] = r.Title()
	}
	return tdkt.Round{}, tdkt.Errorf(tdkt.NotFound, "Năm %d không có đợt xét nào tên “%s”. Các đợt của năm: %s.", year, word, strings.Join(names, "; "))
}

// CheckRound says what is wrong with a round.
func (v *View) CheckRound(r tdkt.Round) error {
	if err := v.Unlocked(r.Year); err != nil {
		return err
	}
	switch {
	case r.Kind == tdkt.YearEnd:
		return tdkt.Errorf(tdkt.Invalid, "Mỗi năm có sẵn một đợt cuối năm. Hãy chọn loại đợt khác.")
	case !slices.Contains(tdkt.RoundKinds(), r.Kind):
		return tdkt.Errorf(tdkt.Invalid, "Không có loại đợt “%s”. Hãy chọn chuyên đề, đột xuất, cống hiến, phong trào hoặc khác.", r.Kind)
	case r.Name == "":
		return tdkt.Errorf(tdkt.Invalid, "Đợt xét chưa có tên. Hãy ghi tên, ví dụ “Đột xuất tháng 6”.")
	case r.Date != 0 && r.Date.Year() != r.Year && r.Date.Year() != r.Year+1:
		return tdkt.Errorf(tdkt.Invalid, "Ngày %s không thuộc năm %d của đợt xét. Hãy xem lại ngày hoặc năm.", r.Date, r.Year)
	}
	for _, o := range v.RoundsOf(r.Year) {
		if o.ID != r.ID && tdkt.Fold(o.Title()) == tdkt.Fold(r.Name) {
			return tdkt.Errorf(tdkt.Invalid, "Năm %d đã có đợt xét tên “%s”. Hãy đặt tên khác.", r.Year, o.Title())
		}
	}
	return nil
}

// InRound counts the records that name a round.
func (v *View) InRound(id tdkt.ID) int {
	n := 0
	for _, x := range v.Nominations {
		n += one(x.Round == id)
	}
	for _, x := range v.Meetings {
		n += one(x.Round == id)
	}
	for _, x := range v.Decisions {
		n += one(x.Round == id)
	}
	for _, x := range v.Attachments {
		n += one(x.Round == id)
	}
	return n
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// MovementRound is the round of a movement in a year as it stands, or the one to be made
// for it; fresh says which.
func (v *View) MovementRound(year int, m tdkt.Movement) (r tdkt.Round, fresh bool) {
	for _, r := range v.RoundsOf(year) {
		if r.Kind == tdkt.MovementRound && r.Movement == m.ID {
			return r, false
		}
	}
	return tdkt.Round{ID: tdkt.NewID(), Kind: tdkt.MovementRound, Year: year, Name: "Phong trào " + m.Name, Movement: m.ID}, true
}
