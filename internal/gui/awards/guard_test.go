package awards

import (
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestRecordAllAsks: Ctrl+A and a decision write nobody against whom something stands: they
// are named in groups and left out; upon a ground they go on, and it stays to be seen.
func TestRecordAllAsks(t *testing.T) {
	b, tab := show(t, open, "LDTT")
	c := b.Window.Canvas()
	before := len(b.App.View().Awards)
	clean := map[tdkt.Subject]bool{}
	for _, r := range tab.grid.Shown() {
		clean[r.res.Subject] = r.res.Answer == law.Yes && !r.res.Hold
	}
	tab.grid.SelectAll()
	tab.recordDecision()
	uitest.TypeComposed(t, c, "88/QĐ-SNV")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "20/12/2024")
	uitest.Keys(c, "Return")
	text := flat(c)
	if !strings.Contains(text, "không đủ điều kiện") || !strings.Contains(text, "thiếu dữ liệu") || len(b.App.View().Awards) != before {
		t.Fatalf("written without a question:\n%s", uitest.Text(c))
	}
	uitest.Keys(c, "Ctrl+S")
	given := b.App.View().GivenIn(open, "LDTT")
	for s, ok := range clean {
		if _, has := given[s]; has != ok {
			t.Errorf("%s: given %v, nothing stands against it %v", b.App.View().Facts.NameOf(s), has, ok)
		}
	}
	if text := flat(c); !strings.Contains(text, "Đã bỏ ra") {
		t.Errorf("those left out are not told of:\n%s", uitest.Text(c))
	}
	list, err := b.App.Standings(tdkt.YearEndRound(open))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		if s.Given != nil && len(s.Open()) > 0 {
			t.Errorf("decided against its standing: %s %v", s.Named(), s.Open())
		}
	}
}

// TestRecordOnGround: a không đủ is given a title only upon a ground, which becomes an
// exception beside the answer.
func TestRecordOnGround(t *testing.T) {
	b, tab := show(t, open, "LDTT")
	c := b.Window.Canvas()
	r := tab.put(t, func(r row) bool { return r.res.Answer == law.No })
	tab.recordDecision()
	uitest.TypeComposed(t, c, "89/QĐ-SNV")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "20/12/2024")
	uitest.Keys(c, "Return")
	uitest.Keys(c, "Ctrl+S")
	if text := flat(c); !strings.Contains(text, "Ngoại lệ phải có căn cứ") {
		t.Fatalf("no ground was asked for:\n%s", uitest.Text(c))
	}
	uitest.Keys(c, "Return") // the notice of what was missing
	for _, text := range []string{"Trương Công Thành", "31/TB-SNV", "19/12/2024", "thành tích đặc biệt"} {
		uitest.Keys(c, "Tab")
		uitest.TypeComposed(t, c, text)
	}
	uitest.Keys(c, "Ctrl+S")
	v := b.App.View()
	if _, ok := v.GivenIn(open, "LDTT")[r.res.Subject]; !ok {
		t.Fatalf("not given:\n%s", uitest.Text(c))
	}
	if res, err := v.Explain(open, r.res.Subject, "LDTT"); err != nil || res.Answer != law.No || len(res.Exceptions) != 1 || res.Exceptions[0].Document != "31/TB-SNV" {
		t.Errorf("the answer is %s with %+v, %v", res.Answer, res.Exceptions, err)
	}
}

// TestRowsSayTheVote: a case that the Council voted down says so before the result is made
// known, with the votes; one without its ballot says that.
func TestRowsSayTheVote(t *testing.T) {
	for title, words := range map[string]string{"CSTDT": "Hội đồng không thông qua: 8/9 phiếu (88,9%), cần 90%", "BKT": "đề nghị, chưa biểu quyết"} {
		_, tab := show(t, 2023, title)
		found := false
		for _, r := range tab.page.rows[titleKey{tdkt.APerson, title}] {
			found = found || nominationText(r) == words
		}
		if !found {
			t.Errorf("%s: no row says %q", title, words)
		}
	}
}
