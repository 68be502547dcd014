package pages

import (
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/gui/council"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// On a file made from nothing, a Council of one member with
// no chair, no secretary and no quorum fills its votes in and is refused its results.
func TestCouncilOneMemberPublishesNothing(t *testing.T) {
	b := guitest.Open(t)
	ctx := t.Context()
	v := b.App.View()
	var gone []tdkt.Record
	for _, x := range v.Ballots {
		gone = append(gone, x)
	}
	for _, x := range v.Presences {
		gone = append(gone, x)
	}
	for _, x := range v.Meetings {
		gone = append(gone, x)
	}
	for _, x := range v.Members {
		gone = append(gone, x)
	}
	for _, x := range v.Locals {
		gone = append(gone, x)
	}
	if err := b.App.Change(ctx, "try", "Thử", func(tx app.Tx) error { return tx.Remove(ctx, gone...) }); err != nil {
		t.Fatal(err)
	}
	if err := b.App.SaveMember(ctx, tdkt.Member{Name: "Người duy nhất", Role: tdkt.Ordinary, Voting: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.App.SaveMeeting(ctx, tdkt.Meeting{Year: guitest.Year, Date: tdkt.Date(2023, 12, 18)}); err != nil {
		t.Fatal(err)
	}
	b.Show(council.New(b.Desk, func(string) {}))
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Điền phiếu đồng thuận")
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, "Công bố kết quả")
	uitest.Keys(c, "Return")
	text := strings.Join(strings.Fields(uitest.Text(c)), " ")
	for _, want := range []string{"chưa có chủ tịch", "chưa có thư ký", "chỉ có 1 thành viên biểu quyết", "chưa nhập tỷ lệ dự họp"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said:\n%s", want, uitest.Text(c))
		}
	}
	for _, x := range b.App.View().Ballots {
		if x.Result != "" {
			t.Fatal("a result was made known")
		}
	}
}
