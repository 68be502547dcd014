package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// decision is one of the Sở's own, of the end of 2024.
func decision(number string) tdkt.Decision {
	return tdkt.Decision{Number: number, Date: tdkt.Date(2024, 12, 27), Signer: "Giám đốc Sở Nội vụ", Level: "Sở"}
}

// named is the decision of a number.
func named(t *testing.T, a *app.App, number string) tdkt.Decision {
	t.Helper()
	for _, d := range a.View().Decisions {
		if d.Number == number {
			return d
		}
	}
	t.Fatalf("no decision %s", number)
	return tdkt.Decision{}
}

// given is one title for one year.
// onGround lets cases go on that something stands against, here: the data of 2024 are not
// all entered yet.
func onGround() app.Handling {
	return app.Handling{Ground: &tdkt.Ground{
		By: "Trương Công Thành, Giám đốc", Document: "30/TB-SNV", Date: tdkt.Date(2024, 12, 26), Reason: "đủ hồ sơ giấy",
	}}
}

func given(s tdkt.Subject, code string) view.Given {
	return view.Given{Subject: s, Code: code, From: 2024, To: 2024}
}

// amounts is what each title of a subject was paid by decisions of 2024.
func amounts(a *app.App, s tdkt.Subject) map[string]int64 {
	out := map[string]int64{}
	for _, p := range a.View().Payments(2024) {
		if p.Line.Subject == s {
			out[p.Line.Code] = p.Line.Amount
		}
	}
	return out
}

// A decision gives awards, answers the nominations and pays the higher of two titles of
// one year; the base salary is that of its day.
func TestDecisionGivesAnswersAndPays(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB020")
	if _, err := a.Nominate(t.Context(), 2024, "CSTDCS", []tdkt.Subject{s}); err != nil {
		t.Fatal(err)
	}
	n, err := a.Decide(t.Context(), decision("301/QĐ-SNV"), []view.Given{given(s, "LDTT"), given(s, "CSTDCS")}, onGround())
	if err != nil || n != 2 {
		t.Fatalf("Decide = %d, %v", n, err)
	}
	if got := amounts(a, s); got["LDTT"] != 0 || got["CSTDCS"] != 2_340_000 {
		t.Errorf("paid %v", got)
	}
	if nom, _ := a.View().NominationOf(2024, s, "CSTDCS"); nom.State != tdkt.Recognised || nom.Reason != "301/QĐ-SNV" {
		t.Errorf("nomination %s, %q", nom.State, nom.Reason)
	}
	w, ok := a.View().GivenIn(2024, "CSTDCS")[s]
	if !ok || w.Decision != "301/QĐ-SNV" || w.Manner != "công trạng" {
		t.Errorf("award %+v", w)
	}
}

// A lower title decided earlier is taken off the higher one of the same year.
func TestHigherTitlePaysTheRest(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB045")
	if _, err := a.Decide(t.Context(), decision("301/QĐ-SNV"), []view.Given{given(s, "LDTT")}, app.Handling{}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Decide(t.Context(), decision("302/QĐ-SNV"), []view.Given{given(s, "CSTDCS")}, onGround()); err != nil {
		t.Fatal(err)
	}
	if got := amounts(a, s); got["LDTT"] != 710_000 || got["CSTDCS"] != 1_630_000 {
		t.Errorf("paid %v", got)
	}
}

// Refused: no number, no day, and one number twice in a year and level. The same
// decision takes further lines.
func TestDecisionsAreToldApart(t *testing.T) {
	a := sample(t)
	s, other := subject(t, a, "CB020"), subject(t, a, "CB045")
	for _, d := range []tdkt.Decision{{Date: tdkt.Date(2024, 12, 27)}, {Number: "301/QĐ-SNV"}} {
		if _, err := a.Decide(t.Context(), d, []view.Given{given(s, "LDTT")}, app.Handling{}); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%+v: %v", d, err)
		}
	}
	if _, err := a.Decide(t.Context(), decision("301/QĐ-SNV"), []view.Given{given(s, "LDTT")}, app.Handling{}); err != nil {
		t.Fatal(err)
	}
	twice := decision(" 301/qđ-snv")
	twice.Date = tdkt.Date(2024, 12, 30)
	if _, err := a.Decide(t.Context(), twice, []view.Given{given(other, "LDTT")}, app.Handling{}); !mentions(err, "đã dùng cho quyết định ngày 27/12/2024") {
		t.Errorf("one number twice: %v", err)
	}
	if n, err := a.Decide(t.Context(), decision("301/QĐ-SNV"), []view.Given{given(other, "LDTT")}, app.Handling{}); err != nil || n != 1 {
		t.Errorf("a further line: %d, %v", n, err)
	}
	if got := a.View().LinesOf(named(t, a, "301/QĐ-SNV").ID); len(got) != 2 {
		t.Errorf("%d lines", len(got))
	}
}

// Revoking the CSTĐCS of 2021 turns the CSTĐ cấp tỉnh proposed for 2023, and says why.
func TestRevocationTurnsWhatStoodOnIt(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB020")
	won := a.View().GivenIn(2021, "CSTDCS")[s]
	d := tdkt.Decision{Number: "15/QĐ-SNV", Date: tdkt.Date(2024, 1, 10), Level: "Sở"}
	ground := a.Rules.Grounds(d.Date)[0]
	out, err := a.Revoke(t.Context(), app.Revocation{Award: won.ID, Decision: d, Ground: ground})
	if err != nil {
		t.Fatal(err)
	}
	var told string
	for _, x := range out.Stood {
		if x.Subject == s && x.Title == "CSTDT" && x.Year == 2023 {
			told = a.View().Words(x)
			if x.Before != law.Yes || x.After != law.No {
				t.Errorf("from %s to %s", x.Before, x.After)
			}
		}
	}
	if !strings.Contains(told, "Chiến sĩ thi đua cấp tỉnh năm 2023 (đề nghị, đề nghị): từ đủ thành không đủ, vì không còn: Ba lần liên tục") {
		t.Errorf("told %q of %+v", told, out.Stood)
	}
	res, err := a.View().Explain(2023, s, "CSTDT")
	if err != nil || res.Answer != law.No {
		t.Errorf("answer now %s, %v", res.Answer, err)
	}
	for _, w := range a.View().Awards {
		if w.ID == won.ID && (!w.Revoked || !strings.Contains(w.Reason, "Luật TĐKT 2022 Điều 93 khoản 2 điểm a") || !strings.Contains(w.Reason, "15/QĐ-SNV")) {
			t.Errorf("award %+v", w)
		}
	}
	if _, err := a.Revoke(t.Context(), app.Revocation{Award: won.ID, Decision: decision("16/QĐ-SNV"), Ground: ground}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("revoked twice: %v", err)
	}
}

// A correction keeps the old value and the reason, and reaches the awards.
func TestCorrectionKeepsWhatStood(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB020")
	if _, err := a.Decide(t.Context(), decision("301/QĐ-SNV"), []view.Given{given(s, "LDTT")}, app.Handling{}); err != nil {
		t.Fatal(err)
	}
	a.User = "Người thử"
	d := named(t, a, "301/QĐ-SNV")
	d.Number = "310/QĐ-SNV"
	if err := a.Correct(t.Context(), d, ""); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("corrected without a reason: %v", err)
	}
	if err := a.Correct(t.Context(), d, "gõ nhầm số"); err != nil {
		t.Fatal(err)
	}
	got := named(t, a, "310/QĐ-SNV")
	if len(got.Corrections) != 1 || got.Corrections[0].Was != "số “301/QĐ-SNV”" || got.Corrections[0].Reason != "gõ nhầm số" || got.Corrections[0].By != "Người thử" {
		t.Errorf("corrections %+v", got.Corrections)
	}
	if w := a.View().GivenIn(2024, "LDTT")[s]; w.Decision != "310/QĐ-SNV" {
		t.Errorf("award %+v", w)
	}
}

// Awards read from Excel become decisions by number, day and level, once.
func TestGatherDecisions(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định|Ngày quyết định|Cấp\n"+
		"CB001|LDTT|=2021|9/QĐ|28/12/2021|Sở\nCB002|LDTT|=2021|9/QĐ|28/12/2021|Sở\nCB001|LDTT|=2022|12/QĐ|28/12/2022|Sở\nCB002|LDTT|=2020|||")
	if n, err := a.GatherDecisions(t.Context()); err != nil || n != 2 {
		t.Fatalf("GatherDecisions = %d, %v", n, err)
	}
	if got := len(a.View().Lines); got != 3 {
		t.Errorf("%d lines", got)
	}
	if _, err := a.GatherDecisions(t.Context()); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("gathered twice: %v", err)
	}
}

// A decision is paid out of the fund once.
func TestPayDecisionOnce(t *testing.T) {
	a := sample(t)
	if _, err := a.Decide(t.Context(), decision("301/QĐ-SNV"), []view.Given{given(subject(t, a, "CB020"), "LDTT"), given(subject(t, a, "TDKT"), "TTLDTT")}, onGround()); err != nil {
		t.Fatal(err)
	}
	d := named(t, a, "301/QĐ-SNV")
	if sum, err := a.PayDecision(t.Context(), d, tdkt.Date(2024, 12, 30)); err != nil || sum != 710_000+1_880_000 {
		t.Errorf("paid %d, %v", sum, err)
	}
	if _, err := a.PayDecision(t.Context(), d, tdkt.Date(2024, 12, 30)); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("paid twice: %v", err)
	}
	if f := a.View().FundOf(2024); f.Out != 2_590_000 || f.In != 0 || len(f.Entries) != 1 {
		t.Errorf("fund %+v", f)
	}
}
