package app_test

import (
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// about is the complaint of 2023 about a subject.
func about(t *testing.T, a *app.App, s tdkt.Subject) tdkt.Complaint {
	t.Helper()
	for _, c := range a.View().ComplaintsOf(2023) {
		if c.Subject == s {
			return c
		}
	}
	t.Fatalf("no complaint about %v", s)
	return tdkt.Complaint{}
}

// An open complaint puts its subject on hold, in check and on every list; its outcome
// ends the hold, and reopening brings it back.
func TestOpenComplaintIsAHold(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB045")
	held := func() bool {
		t.Helper()
		res, err := a.View().Explain(2023, s, "CSTDT")
		if err != nil {
			t.Fatal(err)
		}
		return res.Hold
	}
	if held() {
		t.Fatal("on hold before")
	}
	c := tdkt.Complaint{Received: tdkt.Date(2023, 12, 1), Sender: "Ông Nguyễn Văn Đơn", Kind: tdkt.Appeal, Subject: s, Summary: "Sáng kiến của người khác", Deadline: tdkt.Date(2023, 12, 31)}
	if err := a.SaveComplaint(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if !held() {
		t.Error("an open complaint does not hold")
	}
	open := about(t, a, s)
	if !open.Late(tdkt.Date(2024, 1, 2)) || open.Late(tdkt.Date(2023, 12, 31)) {
		t.Error("lateness is wrong")
	}
	if err := a.CloseComplaint(t.Context(), open, tdkt.Date(2023, 12, 15), "không đúng", ""); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("closed without an outcome: %v", err)
	}
	if err := a.CloseComplaint(t.Context(), open, tdkt.Date(2023, 12, 15), "không đúng", "Không có căn cứ, giữ nguyên đề nghị"); err != nil {
		t.Fatal(err)
	}
	if held() {
		t.Error("the outcome did not end the hold")
	}
	closed := about(t, a, s)
	if err := a.SaveComplaint(t.Context(), closed); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a closed complaint was changed: %v", err)
	}
	if err := a.ReopenComplaint(t.Context(), closed, "có chứng cứ mới"); err != nil {
		t.Fatal(err)
	}
	if !held() {
		t.Error("reopening did not bring the hold back")
	}
}
