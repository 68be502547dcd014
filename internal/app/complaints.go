package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// SaveComplaint registers a complaint or changes an open one. While it is open its
// subject is on hold, by a row of the holds that the same step writes: the law reads that
// one, and so does a copy of the data in Excel.
func (a *App) SaveComplaint(ctx context.Context, c tdkt.Complaint) error {
	c.Sender, c.Summary = tdkt.Clean(c.Sender), tdkt.Clean(c.Summary)
	switch {
	case c.Subject.ID == "":
		return tdkt.Errorf(tdkt.Invalid, "Đơn chưa ghi về ai. Hãy chọn cá nhân hoặc tập thể.")
	case c.Received == 0:
		return tdkt.Errorf(tdkt.Invalid, "Đơn chưa có ngày nhận. Hãy ghi ngày nhận đơn.")
	case c.Summary == "":
		return tdkt.Errorf(tdkt.Invalid, "Đơn chưa có nội dung. Hãy ghi tóm tắt nội dung.")
	case c.Deadline != 0 && c.Deadline < c.Received:
		return tdkt.Errorf(tdkt.Invalid, "Hạn giải quyết %s trước ngày nhận %s. Hãy xem lại hai ngày.", c.Deadline, c.Received)
	case !c.Open():
		return tdkt.Errorf(tdkt.Invalid, "Đơn đã có kết quả ngày %s nên không sửa được nữa. Hãy mở lại đơn trước.", c.Closed)
	}
	return a.complaint(ctx, c, "Ghi đơn "+string(c.Kind)+" về "+a.View().Facts.NameOf(c.Subject))
}

// CloseComplaint ends a complaint with its outcome, and the hold with it: from the next
// day on the subject is judged again.
func (a *App) CloseComplaint(ctx context.Context, c tdkt.Complaint, on tdkt.Day, upheld, outcome string) error {
	outcome = tdkt.Clean(outcome)
	switch {
	case on == 0 || on < c.Received:
		return tdkt.Errorf(tdkt.Invalid, "Ngày kết luận phải từ ngày nhận đơn %s trở đi. Hãy nhập lại.", c.Received)
	case !slices.Contains(tdkt.Outcomes(), upheld) || outcome == "":
		return tdkt.Errorf(tdkt.Invalid, "Đơn chưa có kết luận và kết quả giải quyết. Hãy nhập cả hai.")
	}
	c.Closed, c.Upheld, c.Outcome = on, upheld, outcome
	return a.complaint(ctx, c, fmt.Sprintf("Kết luận đơn %s về %s: %s", c.Kind, a.View().Facts.NameOf(c.Subject), upheld))
}

// ReopenComplaint opens a closed complaint again, with a reason that its outcome keeps.
func (a *App) ReopenComplaint(ctx context.Context, c tdkt.Complaint, reason string) error {
	if reason = tdkt.Clean(reason); reason == "" {
		return tdkt.Errorf(tdkt.Invalid, "Mở lại đơn cần có lý do. Hãy ghi lý do rồi làm lại.")
	}
	c.Outcome = fmt.Sprintf("Mở lại ngày %s: %s (trước đó: %s, %s ngày %s)", a.Today(), reason, c.Upheld, c.Outcome, c.Closed)
	c.Closed, c.Upheld = 0, ""
	return a.complaint(ctx, c, "Mở lại đơn "+string(c.Kind)+" về "+a.View().Facts.NameOf(c.Subject))
}

// complaint writes a complaint and the hold that goes with it.
func (a *App) complaint(ctx context.Context, c tdkt.Complaint, words string) error {
	c.ID, c.Hold = cmp.Or(c.ID, tdkt.NewID()), cmp.Or(c.Hold, tdkt.NewID())
	h := tdkt.Hold{
		ID: c.Hold, Subject: c.Subject, From: c.Received, To: c.Closed,
		Reason: fmt.Sprintf("Đơn %s nhận ngày %s đang giải quyết: %s", c.Kind, c.Received, c.Summary),
	}
	return a.Change(ctx, "save-complaint", words, func(tx Tx) error { return tx.Put(ctx, h, c) })
}
