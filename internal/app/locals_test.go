package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// TestSetLocal: what the rules could not read, what nothing reads and a locked year are
// refused; an empty value takes the row away.
func TestSetLocal(t *testing.T) {
	a := sample(t)
	set := func(key, value string) error {
		return a.SetLocal(t.Context(), tdkt.Local{Year: 2024, Key: key, Value: value})
	}
	for _, bad := range []struct{ key, value, want string }{
		{"cstdcs-ti-le", "nhiều", "số nguyên từ 0 đến 100"},
		{"ldtt-ky-luat", "mắng", "hình thức kỷ luật"},
		{"khong-co", "1", "Không quy định nào của năm 2024"},
	} {
		if err := set(bad.key, bad.value); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%s = %s: %v", bad.key, bad.value, err)
		}
	}
	if err := set("ldtt-dang-ky", " Có "); err != nil {
		t.Error(err)
	}
	places, err := a.View().LocalPlaces(2024)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range places {
		if p.Key == "ldtt-dang-ky" && (p.Row.Value != "Có" || p.Group() == "") {
			t.Errorf("entered: %+v", p)
		}
	}
	for range 2 { // the second time there is nothing to take away
		if err := set("ldtt-dang-ky", ""); err != nil {
			t.Error(err)
		}
	}
	y := a.View().YearOf(2024)
	y.Locked = true
	if err := a.LoadRecords(t.Context(), "khóa năm", []tdkt.Record{y}); err != nil {
		t.Fatal(err)
	}
	if err := set("ldtt-dang-ky", "có"); err == nil || !strings.Contains(err.Error(), "đã khóa") {
		t.Errorf("a locked year took a value: %v", err)
	}
	if _, err := a.CopyLocals(t.Context(), 2024); err == nil {
		t.Error("a locked year took copies")
	}
}

// TestUnusedLocal: a value entered under a key that nothing reads is listed last, so
// that it can be seen and taken away.
func TestUnusedLocal(t *testing.T) {
	a := sample(t)
	if err := a.LoadRecords(t.Context(), "nhập", []tdkt.Record{tdkt.Local{ID: tdkt.NewID(), Year: 2024, Key: "la", Value: "x"}}); err != nil {
		t.Fatal(err)
	}
	places, err := a.View().LocalPlaces(2024)
	if err != nil {
		t.Fatal(err)
	}
	last := places[len(places)-1]
	if last.Key != "la" || len(last.Uses) != 0 || !last.Set() {
		t.Errorf("last place: %+v", last)
	}
	for _, p := range places[:len(places)-1] {
		if len(p.Uses) == 0 || p.Uses[0].Empty == "" || p.Uses[0].Why == "" {
			t.Errorf("%s: nothing says what it is for: %+v", p.Key, p.Uses)
		}
	}
}
