package app_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/tdkt"
)

// TestPromises: the figures of what the plan asks for, worked by hand: one award of four
// is for a theme or a deed, one deed of two was rewarded after ten days, three decisions of
// four have a day, one complaint of three was settled in time.
func TestPromises(t *testing.T) {
	a := open(t)
	ctx := t.Context()
	unit := tdkt.Unit{ID: tdkt.NewID(), Code: "VP", Name: "Văn phòng"}
	recs := []tdkt.Record{unit}
	var who []tdkt.Subject
	for _, code := range []string{"A", "B", "C", "D"} {
		p := tdkt.Person{ID: tdkt.NewID(), Code: code, Name: "Người " + code, Unit: unit.ID, Start: tdkt.Date(2010, 1, 1)}
		recs = append(recs, p)
		who = append(who, tdkt.PersonSubject(p.ID))
	}
	award := func(s tdkt.Subject, manner string, date tdkt.Day) {
		recs = append(recs, tdkt.Award{ID: tdkt.NewID(), Subject: s, Code: "GK", From: 2023, To: 2023, Manner: manner, Date: date})
	}
	award(who[0], tdkt.MannerDeed, tdkt.Date(2023, 5, 11))
	award(who[1], "công trạng", tdkt.Date(2024, 1, 20))
	award(who[2], "công trạng", tdkt.Date(2024, 1, 30))
	award(who[3], "", 0)
	deed := func(s tdkt.Subject, day tdkt.Day) {
		recs = append(recs, tdkt.Example{ID: tdkt.NewID(), Year: 2023, Kind: tdkt.GoodDeed, Subject: s, Story: "việc tốt", Date: day, Manner: tdkt.MannerDeed})
	}
	deed(who[0], tdkt.Date(2023, 5, 1))
	deed(who[3], tdkt.Date(2023, 6, 1))
	complaint := func(deadline, closed tdkt.Day) {
		recs = append(recs, tdkt.Complaint{ID: tdkt.NewID(), Received: tdkt.Date(2023, 3, 1), Sender: "Một người", Kind: tdkt.Appeal, Subject: who[0], Summary: "x", Deadline: deadline, Closed: closed})
	}
	complaint(tdkt.Date(2023, 4, 1), tdkt.Date(2023, 4, 1))
	complaint(tdkt.Date(2023, 4, 1), tdkt.Date(2023, 4, 2))
	complaint(tdkt.Date(2023, 4, 1), 0)
	if err := a.Change(ctx, "test", "dữ liệu", func(tx app.Tx) error { return tx.Put(ctx, recs...) }); err != nil {
		t.Fatal(err)
	}
	o, err := reports.OverviewOf(context.WithoutCancel(ctx), a, 2023, "", 3)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range o.Charts {
		if strings.HasPrefix(c.Title, "Yêu cầu của kế hoạch") {
			for _, b := range c.Bars {
				got = append(got, b.Label+": "+b.Text)
			}
		}
	}
	want := []string{
		"Khen chuyên đề, đột xuất: 1/4 lượt",
		"Gương, mô hình được khen: 1/2, sau 10 ngày",
		"Có ngày quyết định: 3/4, 20 ngày sau 31/12",
		"Đơn thư giải quyết đúng hạn: 1/3",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
