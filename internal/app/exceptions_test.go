package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestException: a không đủ is proposed only by a decision that names who, by which
// paper and why; the law's answer stays as it is, and every list says so.
func TestException(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Xếp loại]\nNăm|Mã|Mức\n=2023|CB002|KHT")
	who, title := subject(t, a, "CB002"), "LDTT"
	if _, err := a.Nominate(t.Context(), 2023, title, []tdkt.Subject{who}); err == nil || !strings.Contains(err.Error(), "ngoại lệ") {
		t.Fatalf("nominated without an exception: %v", err)
	}
	e := tdkt.Exception{Year: 2023, Subject: who, Title: title, By: "Trần Văn Bình, Chủ tịch UBND tỉnh", Reason: "lập công đặc biệt"}
	if err := a.RecordException(t.Context(), e); err == nil || !strings.Contains(err.Error(), "số văn bản, ngày văn bản") {
		t.Fatalf("recorded without a paper: %v", err)
	}
	e.Document, e.Date = "05/UBND-NC", tdkt.Date(2024, 1, 5)
	wrong := e
	wrong.Need = "khong-co"
	if err := a.RecordException(t.Context(), wrong); err == nil || !strings.Contains(err.Error(), "không phải là tiêu chuẩn") {
		t.Fatalf("recorded for a need that is none: %v", err)
	}
	for _, reason := range []string{e.Reason, "thành tích đặc biệt"} {
		e.Reason = reason
		if err := a.RecordException(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	v := a.View()
	if len(v.Exceptions) != 1 || v.Exceptions[0].Reason != "thành tích đặc biệt" {
		t.Fatalf("exceptions %+v, want the second in place of the first", v.Exceptions)
	}
	if r, err := v.Explain(2023, who, title); err != nil || r.Answer != law.No || !r.Excepted() {
		t.Fatalf("answer %s, let through %v, %v", r.Answer, r.Excepted(), err)
	}
	if n, err := a.Nominate(t.Context(), 2023, title, []tdkt.Subject{who}); err != nil || n != 1 {
		t.Fatalf("nominated %d, %v", n, err)
	}
	s, err := papers.Submission(t.Context(), a, 2023)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range s.Nominees {
		if n.Subject == who && n.Title.Code == title && !strings.Contains(n.Note, "Ngoại lệ do Trần Văn Bình") {
			t.Errorf("the list does not tell the exception: %q", n.Note)
		}
	}
	if err := a.RemoveException(t.Context(), a.View().Exceptions[0]); err != nil || len(a.View().Exceptions) != 0 {
		t.Errorf("not removed: %v", err)
	}
}
