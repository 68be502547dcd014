package view

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Idea is one initiative or study with all its authors: the rows that share title,
// year and kind, and what was decided on them.
type Idea struct {
	Year     int
	Title    string
	Kind     tdkt.InitiativeKind
	Scope    tdkt.Scope
	Decision string
	Date     tdkt.Day
	Rows     []tdkt.Initiative // one for each author
}

// Key names the idea as long as nobody changes it.
func (i Idea) Key() string {
	return KeyOf(i.Year, i.Kind, tdkt.Fold(i.Title), i.Scope, i.Decision, i.Date)
}

// Ideas lists the initiatives of a year, or of all years for 0, newest first.
func (v *View) Ideas(year int) []Idea {
	at := map[string]int{}
	var out []Idea
	for _, r := range v.Initiatives {
		if year != 0 && r.Year != year {
			continue
		}
		one := Idea{Year: r.Year, Title: r.Title, Kind: r.Kind, Scope: r.Scope, Decision: r.Decision, Date: r.Date}
		k, known := at[one.Key()]
		if !known {
			k = len(out)
			at[one.Key()], out = k, append(out, one)
		}
		out[k].Rows = append(out[k].Rows, r)
	}
	for _, one := range out {
		slices.SortFunc(one.Rows, func(a, b tdkt.Initiative) int {
			return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.ID, b.ID))
		})
	}
	slices.SortStableFunc(out, func(a, b Idea) int {
		return cmp.Or(cmp.Compare(b.Year, a.Year), cmp.Compare(tdkt.Fold(a.Title), tdkt.Fold(b.Title)))
	})
	return out
}

// CheckIdea says in a sentence what an initiative lacks, nil when it may be written.
func (v *View) CheckIdea(i Idea) error {
	if err := v.Open(i.Year, tdkt.InitiativeBook); err != nil {
		return err
	}
	if i.Title == "" {
		return tdkt.Errorf(tdkt.Invalid, "Chưa nhập tên sáng kiến. Hãy nhập tên rồi lưu lại.")
	}
	if len(i.Rows) == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Chưa chọn tác giả của sáng kiến. Hãy chọn ít nhất một người trong danh sách.")
	}
	return v.checkAuthors(i.Rows)
}

// checkAuthors refuses an author named twice, and shares that are stated for some and
// do not make up the whole.
func (v *View) checkAuthors(rows []tdkt.Initiative) error {
	seen, sum, stated := map[tdkt.ID]bool{}, 0, 0
	for _, r := range rows {
		p, ok := v.Facts.Person(r.Person)
		switch {
		case !ok:
			return tdkt.Errorf(tdkt.Invalid, "Có dòng tác giả chưa chọn người. Hãy chọn một người trong danh sách hoặc bỏ dòng đó.")
		case seen[r.Person]:
			return tdkt.Errorf(tdkt.Invalid, "%s được ghi làm tác giả hai lần. Hãy bỏ bớt một dòng.", p.Name)
		case r.Share < 0 || r.Share > 100:
			return tdkt.Errorf(tdkt.Invalid, "Tỷ lệ đóng góp của %s phải từ 0 đến 100.", p.Name)
		}
		seen[r.Person] = true
		sum += r.Share
		if r.Share > 0 {
			stated++
		}
	}
	if stated > 0 && (sum != 100 || stated < len(rows)) {
		return tdkt.Errorf(tdkt.Invalid, "Tỷ lệ đóng góp của các tác giả cộng lại là %d%%. Hãy ghi đủ cho mọi tác giả, cộng lại đúng 100%%, hoặc để trống tất cả.", sum)
	}
	return nil
}

// LookAlike lists earlier initiatives whose titles share most of their words with the
// one given; rows of it itself do not count.
func (v *View) LookAlike(title string, own []tdkt.Initiative) []Idea {
	want := wordSet(title)
	if len(want) == 0 {
		return nil
	}
	mine := map[tdkt.ID]bool{}
	for _, r := range own {
		mine[r.ID] = true
	}
	var out []Idea
	for _, i := range v.Ideas(0) {
		if !mine[i.Rows[0].ID] && alike(want, wordSet(i.Title)) {
			out = append(out, i)
		}
	}
	return out
}

func wordSet(title string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(tdkt.Fold(title), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') }) {
		out[w] = true
	}
	return out
}

// alikePercent of the words of both titles together must be shared to call them alike.
const alikePercent = 60

func alike(a, b map[string]bool) bool {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return both*100 >= alikePercent*(len(a)+len(b)-both)
}
