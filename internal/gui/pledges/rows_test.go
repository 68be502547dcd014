package pledges

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// pledged is a list of pledges of the codes.
func pledged(codes ...string) []tdkt.Pledge {
	var out []tdkt.Pledge
	for _, c := range codes {
		out = append(out, tdkt.Pledge{Title: c})
	}
	return out
}

func codes(list []tdkt.Pledge) []string {
	out := []string{}
	for _, p := range list {
		text := p.Title
		if p.Initiative != "" {
			text += ": " + p.Initiative
		}
		out = append(out, text)
	}
	return out
}

// TestTicked: a tick adds one title and keeps the others, and ticking twice is as once.
func TestTicked(t *testing.T) {
	tests := []struct {
		name string
		have []tdkt.Pledge
		code string
		on   bool
		want []string
	}{
		{"the first", nil, "A", true, []string{"A"}},
		{"a second", pledged("A"), "B", true, []string{"A", "B"}},
		{"again", pledged("A", "B"), "A", true, []string{"A", "B"}},
		{"taken away", pledged("A", "B"), "A", false, []string{"B"}},
		{"what is not there", pledged("A"), "B", false, []string{"A"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before := codes(test.have)
			if d := cmp.Diff(test.want, codes(ticked(test.have, test.code, test.on))); d != "" {
				t.Errorf("pledges (-want +got):\n%s", d)
			}
			if d := cmp.Diff(before, codes(test.have)); d != "" {
				t.Errorf("the list given was changed:\n%s", d)
			}
		})
	}
}

// TestNamed: an initiative is written at one pledge only, so that two titles never
// name two of them by accident.
func TestNamed(t *testing.T) {
	order := []title{{code: "A"}, {code: "B"}, {code: "C"}}
	withOld := []tdkt.Pledge{{Title: "A", Initiative: "cũ"}, {Title: "B"}}
	both := []tdkt.Pledge{{Title: "A", Initiative: "cũ"}, {Title: "B", Initiative: "khác"}}
	tests := []struct {
		name string
		have []tdkt.Pledge
		text string
		want []string
	}{
		{"at the highest title", pledged("C", "A"), "mới", []string{"C: mới", "A"}},
		{"where one stood before", withOld, "mới", []string{"A: mới", "B"}},
		{"two become one", both, "mới", []string{"A: mới", "B"}},
		{"taken away", withOld, "", []string{"A", "B"}},
		{"a title of no column", pledged("X"), "mới", []string{"X: mới"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, codes(named(test.have, order, test.text))); d != "" {
				t.Errorf("pledges (-want +got):\n%s", d)
			}
		})
	}
}

// TestNote: the colour of a row is always said in words too.
func TestNote(t *testing.T) {
	open, shut := &page{}, &page{closed: true}
	tests := []struct {
		name  string
		row   row
		want  string
		style kit.RowStyle
	}{
		{"nothing yet", row{page: open}, "chưa đăng ký", kit.Warning},
		{"nothing, and the book is closed", row{page: shut}, "không đăng ký", kit.Muted},
		{"out of reach", row{page: open, pledges: pledged("A"), barred: []view.Barred{{Short: "Cờ"}}}, "chưa thể đạt: Cờ", kit.Warning},
		{"well", row{page: open, pledges: pledged("A")}, "", kit.Normal},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.row.note(); got != test.want || test.row.style() != test.style {
				t.Errorf("note %q, style %v; want %q, %v", got, test.row.style(), test.want, test.style)
			}
		})
	}
}

// TestProgress: the line names the rooms that lack somebody, and only some of them
// when nobody has begun.
func TestProgress(t *testing.T) {
	var many []desk.Room
	for _, n := range []string{"A", "B", "C", "D", "E", "F"} {
		many = append(many, desk.Room{Name: n, Of: 2})
	}
	tests := []struct {
		name  string
		rooms []desk.Room
		want  string
	}{
		{"all", []desk.Room{{Name: "A", Done: 2, Of: 2}}, "Đã đăng ký 2/2."},
		{"some", []desk.Room{{Name: "A", Done: 2, Of: 2}, {Name: "B", Done: 1, Of: 3}, {Name: "C", Of: 1}}, "Đã đăng ký 3/6. Chưa xong: B 1/3 · C."},
		{"nobody", many, "Đã đăng ký 0/12. Chưa xong: A 0/2 · B 0/2 · C 0/2 · D 0/2 và 2 đơn vị khác."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if d := cmp.Diff(test.want, progress(test.rooms)); d != "" {
				t.Errorf("progress (-want +got):\n%s", d)
			}
		})
	}
}

// TestRooms: people are counted by room in the order of names, units by themselves.
func TestRooms(t *testing.T) {
	person := func(name, unit string, p ...string) row {
		return row{subject: tdkt.PersonSubject(tdkt.ID(name)), name: name, unit: unit, pledges: pledged(p...)}
	}
	unit := row{subject: tdkt.UnitSubject("u"), name: "Thanh tra", unit: "Sở"}
	got := roomsOf([]row{person("An", "Văn phòng", "A"), person("Bình", "Ban Tôn giáo"), person("Chi", "Văn phòng"), unit})
	want := []desk.Room{
		{Name: "Ban Tôn giáo", Of: 1, Missing: []string{"Bình"}},
		{Name: "Thanh tra", Of: 1, Missing: []string{"Thanh tra"}},
		{Name: "Văn phòng", Done: 1, Of: 2, Missing: []string{"Chi"}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("rooms (-want +got):\n%s", d)
	}
}

// TestAdded: the preview tells new pledges from those already there.
func TestAdded(t *testing.T) {
	rows := []row{{pledges: pledged("A")}, {}, {pledges: pledged("A", "B")}}
	if add, have := added(rows, []string{"A", "B"}); add != 3 || have != 3 {
		t.Errorf("added = %d new, %d there; want 3, 3", add, have)
	}
}

// TestTotals: each column is counted over the rows shown.
func TestTotals(t *testing.T) {
	got := totals([]title{{code: "A", short: "LĐTT"}, {code: "B", short: "CSTĐ cơ sở"}}, []row{{pledges: pledged("A")}, {pledges: pledged("A", "B")}})
	if d := cmp.Diff("LĐTT: 2 · CSTĐ cơ sở: 1", got); d != "" {
		t.Errorf("totals (-want +got):\n%s", d)
	}
}
