package kit

import (
	"fmt"
	"testing"

	"tdkt/internal/uitest"
)

// The wrong-person story: letters typed on a list of people, open or not, only narrow it;
// nothing is chosen before Enter, and then the one that is marked. Namesakes are told
// apart by what stands beside them.
func TestSelectSearches(t *testing.T) {
	ui, w := newUI(t)
	var people, told []string
	for i := range 20 {
		people = append(people, fmt.Sprintf("Trần Văn %c (Văn phòng)", 'A'+i))
	}
	people = append(people, "Nguyễn Thị Lan (1985, Văn phòng)", "Nguyễn Thị Lan (1992, Thanh tra)", "Lê Thị Lan Anh")
	s := NewSelect(people, func(text string) { told = append(told, text) })
	w.SetContent(ui.Frame(s))
	for _, open := range []bool{true, false} {
		told = nil
		ui.Focus(s)
		if open {
			s.Tapped(nil)
		}
		uitest.Type(t, w.Canvas(), "lan 1992")
		if len(told) != 0 {
			t.Fatalf("open %v: letters chose %v", open, told)
		}
		uitest.Keys(w.Canvas(), "Return")
		same(t, "chosen", []string{"Nguyễn Thị Lan (1992, Thanh tra)"}, told)
		same(t, "shown", "Nguyễn Thị Lan (1992, Thanh tra)", s.Selected)
		s.Choose(people[0])
	}
	told = nil
	ui.Focus(s)
	uitest.TypeComposed(t, w.Canvas(), "Lê")
	uitest.Keys(w.Canvas(), "Escape")
	same(t, "Esc chooses nobody", 0, len(told))
	same(t, "and leaves the one there was", people[0], s.Selected)
}
