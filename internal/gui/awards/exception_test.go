package awards

import (
	"slices"
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestException: what a competent person decided is written down beside a không đủ, which
// stays; only then can the row be proposed. It is taken back after a question.
func TestException(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	c := b.Window.Canvas()
	r := tab.put(t, func(r row) bool { return r.res.Answer == law.No && !r.res.Hold })
	if allowed(tab.page, []row{r}).nominate {
		t.Fatal("a không đủ could be proposed")
	}
	tab.recordException(r)
	for _, text := range []string{"Trần Văn Bình, Chủ tịch UBND tỉnh", "05/UBND-NC", "05/01/2024", "lập công đặc biệt"} {
		uitest.Keys(c, "Tab")
		uitest.TypeComposed(t, c, text)
	}
	uitest.Keys(c, "Return")
	mine := func() []tdkt.Exception {
		return slices.DeleteFunc(slices.Clone(b.App.View().Exceptions), func(e tdkt.Exception) bool { return e.Subject != r.res.Subject })
	}
	if got := mine(); len(got) != 1 || got[0].Subject != r.res.Subject || got[0].Reason != "lập công đặc biệt" {
		t.Fatalf("exceptions %+v\n%s", got, uitest.Text(c))
	}
	r = tab.put(t, func(x row) bool { return x.key() == r.key() })
	if answerText(r) != "không đủ (ngoại lệ)" || r.res.Answer != law.No || !allowed(tab.page, []row{r}).nominate || !strings.Contains(headline(r, "CSTĐ cơ sở"), "Ngoại lệ do Trần Văn Bình") {
		t.Errorf("answer %s: %s", r.res.Answer, headline(r, "CSTĐ cơ sở"))
	}
	tab.removeExceptions(r)
	uitest.Keys(c, "Return")
	if got := mine(); len(got) != 0 {
		t.Errorf("still there: %+v", got)
	}
}

// TestClashing: who would be rewarded twice is named, the first few of many.
func TestClashing(t *testing.T) {
	if got := clashing(nil); got != "" {
		t.Errorf("asked for nothing: %q", got)
	}
	if got := clashing([]string{"a", "b", "c", "d", "e", "f", "g"}); got != "a\nb\nc\nd\ne\nvà 2 trường hợp khác" {
		t.Errorf("got %q", got)
	}
}
