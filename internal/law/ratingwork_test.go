package law_test

import (
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// The formula of Điều 14 to 16: shares of converted units, a quarter of a product off for
// each return or delay, the mean of three or of six shares of seventy points.
func TestResultOfWork(t *testing.T) {
	s, err := rules(t).RatingScheme(tdkt.CivilServant, 2026)
	if err != nil {
		t.Fatal(err)
	}
	item := func(assigned, done, good, onTime, returned, late int) tdkt.WorkItem {
		return tdkt.WorkItem{Weight: 100, Assigned: assigned * 100, Done: done * 100, Good: good * 100, OnTime: onTime * 100, Returned: returned, Late: late}
	}
	heavy := item(1, 1, 0, 1, 0, 0)
	heavy.Weight = 300
	for _, c := range []struct {
		reason string
		items  []tdkt.WorkItem
		want   law.Share
		points int
	}{
		{"all done", []tdkt.WorkItem{item(10, 10, 10, 10, 0, 0)}, law.Share{Number: 10000, Quality: 10000, Progress: 10000}, 7000},
		{"nine of ten", []tdkt.WorkItem{item(10, 9, 9, 9, 0, 0)}, law.Share{Number: 9000, Quality: 9000, Progress: 9000}, 6300},
		{"one return takes a quarter of one product", []tdkt.WorkItem{item(10, 10, 10, 10, 1, 0)}, law.Share{Number: 10000, Quality: 9750, Progress: 10000}, 6942},
		{"two delays", []tdkt.WorkItem{item(10, 10, 10, 10, 0, 2)}, law.Share{Number: 10000, Quality: 10000, Progress: 9500}, 6883},
		{"four returns of one product take it all, a fifth no more", []tdkt.WorkItem{item(1, 1, 1, 1, 5, 0)}, law.Share{Number: 10000, Quality: 0, Progress: 10000}, 4667},
		{"a product of three units weighs three", []tdkt.WorkItem{item(1, 1, 1, 1, 0, 0), heavy}, law.Share{Number: 10000, Quality: 2500, Progress: 10000}, 5250},
		{"more than was assigned never gives more than seventy", []tdkt.WorkItem{item(10, 12, 12, 12, 0, 0)}, law.Share{Number: 12000, Quality: 12000, Progress: 12000}, 7000},
	} {
		got, ok := s.Marks.Product.Work(c.items)
		if !ok || got != c.want {
			t.Errorf("%s: %+v, want %+v", c.reason, got, c.want)
		}
		shares := [6]int16{int16(got.Number), int16(got.Quality), int16(got.Progress)}
		if points := s.Marks.ResultPoints(shares, false); points != c.points {
			t.Errorf("%s: %d points, want %d", c.reason, points, c.points)
		}
	}
	if _, ok := s.Marks.Product.Work(nil); ok {
		t.Error("no work assigned came to a share")
	}
	if got := s.Marks.ResultPoints([6]int16{9000, 9000, 9000, 10000, 5000, 10000}, true); got != 6067 {
		t.Errorf("a head with one of three parts at half: %d, want 60,67", got)
	}
}

// The mean is rounded as the book says; the exact half goes up.
func TestMeanOf(t *testing.T) {
	for _, c := range []struct {
		sum, n, digits int
		rounding       string
		want           int
	}{
		{107994, 12, 2, "gần nhất", 9000},
		{107993, 12, 2, "gần nhất", 8999},
		{107994, 12, 2, "xuống", 8999},
		{107989, 12, 2, "lên", 9000},
		{9005, 1, 1, "gần nhất", 9010},
		{9004, 1, 1, "gần nhất", 9000},
		{8950, 1, 0, "gần nhất", 9000},
		{8949, 1, 0, "gần nhất", 8900},
		{0, 3, 2, "lên", 0},
	} {
		if got := law.MeanOf(c.sum, c.n, c.digits, c.rounding); got != c.want {
			t.Errorf("%d of %d to %d %s: %d, want %d", c.sum, c.n, c.digits, c.rounding, got, c.want)
		}
	}
}
