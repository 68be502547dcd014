package dossier

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// yearEnd says whether the round is the year's own: it alone closes the year's books.
func (b *builder) yearEnd() bool { return b.Done.Round.ID == "" }

// checkCases looks at what stands against each case, and at those that stand nowhere.
func (b *builder) checkCases() {
	b.here = Spot{Page: AtAwards}
	listed, noShare := 0, map[Title]bool{}
	for _, n := range b.Nominees {
		b.here.Subject, b.here.Title = n.Subject, n.Title.Code
		if n.OnList() {
			listed++
		}
		if n.Nomination == "" {
			continue
		}
		for _, f := range n.Standing.Faults {
			b.checkFault(n, f)
		}
		if v := n.Standing.Vote; v.Entered && v.Answer == law.Unknown && !v.Needed() && !noShare[n.Title] {
			noShare[n.Title] = true
			b.find(LookAt, n.Title.Name, "Đã bỏ phiếu nhưng chưa có tỷ lệ phiếu cần đạt (%s); cột “Kết quả” của biên bản kiểm phiếu để trống. Hãy nhập tỷ lệ ở trang Quy định riêng.", v.Rule.Cite)
		}
	}
	b.here = Spot{Page: AtAwards}
	if listed == 0 {
		b.find(MustFix, "Danh sách đề nghị", "Không có trường hợp nào vào danh sách: không lập được quyết định, tờ trình. Hãy lập đề nghị và biểu quyết trước.")
	}
	if !slices.ContainsFunc(b.Results, func(r ResultRow) bool { return r.Subject.Kind == tdkt.APerson }) {
		b.here = Spot{Page: AtStaff}
		b.find(MustFix, "Nhân sự", "Năm %d chưa có người nào. Hãy nhập nhân sự của năm trước khi lập hồ sơ.", b.Input.Year)
	}
}

// checkFault tells of what the Council's vote or a decision leaves against a case; the law's
// answer and a hold are told with their needs by checkAnswer.
func (b *builder) checkFault(n Nominee, f Fault) {
	about := n.Name + ", " + n.Title.Short
	switch {
	case f.Reason == NotMet || f.Reason == NotKnown || f.Reason == OnHold:
	case f.Covered:
		b.find(LookAt, about, "%s Đề nghị theo ngoại lệ: %s", f.Text, strings.Join(n.Result.ExceptionWords(), " "))
	case f.Reason == VotedDown && n.State == tdkt.Rejected:
		b.find(ForInfo, about, "%s Trường hợp này chỉ có trong biên bản, không có trong danh sách đề nghị.", f.Text)
	case f.Reason == VotedDown:
		b.find(MustFix, about, "%s Hãy công bố kết quả kiểm phiếu hoặc rút đề nghị; danh sách không có trường hợp này.", f.Text)
	case f.Reason == NoBallot || f.Reason == VoteOpen:
		b.find(MustFix, about, "%s Hãy nhập phiếu hoặc rút đề nghị; danh sách không có trường hợp này.", f.Text)
	case f.Reason == Twice:
		b.find(MustFix, about, "%s Hãy rút đề nghị.", f.Text)
	default:
		b.find(ForInfo, about, "%s", f.Text)
	}
}

// checkPersonTwice finds two records that look like one person among those put forward.
func (b *builder) checkPersonTwice() {
	b.here = Spot{Page: AtStaff}
	type born struct {
		name string
		day  tdkt.Day
	}
	first := map[born]Nominee{}
	for _, n := range b.Nominees {
		if n.Subject.Kind != tdkt.APerson || n.Born == 0 {
			continue
		}
		key := born{tdkt.Fold(n.Name), n.Born}
		other, ok := first[key]
		if !ok {
			first[key] = n
			continue
		}
		if other.Subject != n.Subject {
			b.here.Subject = n.Subject
			b.find(MustFix, n.Name, "Hai người cùng họ tên, cùng ngày sinh %s (mã %s và %s): có thể là một người nhập hai lần. Hãy gộp hoặc sửa ở trang Nhân sự.",
				n.Born, other.Code, n.Code)
		}
	}
}

// checkPaperNumbers finds papers that the folder rests on and that lack a number, a day or a
// signer, or whose days contradict each other.
func (b *builder) checkPaperNumbers() {
	b.here = Spot{Page: AtAwards}
	voted := false
	seen := map[tdkt.ID]bool{}
	for _, n := range b.Nominees {
		voted = voted || n.Standing.Vote.Entered
		g := n.Standing.Given
		if g == nil || n.Title.Level != OwnLevel || seen[g.Decision.ID] {
			continue
		}
		seen[g.Decision.ID] = true
		b.checkDecision(g.Decision)
	}
	if voted && b.Met == 0 {
		b.find(MustFix, "Phiên họp Hội đồng", "Phiên họp đã có phiếu nhưng chưa có ngày; tờ trình, biên bản, quyết định không có căn cứ. Hãy nhập ngày họp.")
	}
	if b.DatedBy != 0 && b.Met != 0 && b.DatedBy < b.Met {
		b.find(MustFix, "Ngày của hồ sơ", "Ngày văn bản %s trước ngày họp Hội đồng %s. Hãy sửa ngày văn bản.", b.DatedBy, b.Met)
	}
	b.checkInitiativePapers()
	b.checkLocalPapers()
}

// checkLocalPapers finds local values whose documents cannot be cited in full.
func (b *builder) checkLocalPapers() {
	b.here = Spot{Page: AtLocals}
	untitled := map[string]bool{}
	for _, l := range b.Snapshot.Locals {
		if l.Year == b.Input.Year && (l.Document == "" || l.Date == 0) {
			b.find(MustFix, "Quy định riêng “"+b.localName(l)+"”", "Chưa có số hoặc ngày của văn bản quy định. Hãy nhập ở trang Quy định riêng.")
			continue
		}
		if l.Year == b.Input.Year && l.About == "" && !untitled[l.Document] {
			untitled[l.Document] = true
			b.find(LookAt, l.Document, "Chưa nhập trích yếu của văn bản; căn cứ trong quyết định, tờ trình chỉ có số và ngày. Hãy nhập ở trang Quy định riêng.")
		}
	}
}

// localName is what a local value is called in the year's rules.
func (b *builder) localName(l tdkt.Local) string {
	for _, k := range b.regime.LocalKeys() {
		if k.Key == l.Key {
			return k.Name
		}
	}
	return l.Key
}

// checkDecision looks at a recorded decision of the department's own.
func (b *builder) checkDecision(d tdkt.Decision) {
	var missing []string
	signer, _, _ := b.signing(d.Signer)
	who := "người ký"
	if d.Signer != "" {
		who = "họ tên " + who
	}
	for _, part := range []struct {
		name    string
		missing bool
	}{{"số", d.Number == ""}, {"ngày", d.Date == 0}, {who, signer == ""}} {
		if part.missing {
			missing = append(missing, part.name)
		}
	}
	about := "Quyết định " + cmp.Or(d.Number, "chưa ghi số")
	if len(missing) > 0 {
		b.find(MustFix, about, "Chưa ghi %s. Hãy bổ sung ở trang Quyết định.", strings.Join(missing, ", "))
	}
	if d.Date != 0 && b.Met != 0 && d.Date < b.Met {
		b.find(MustFix, about, "Ký ngày %s, trước ngày họp Hội đồng %s. Hãy xem lại hai ngày.", d.Date, b.Met)
	}
}

// checkInitiativePapers finds initiatives that a listed case rests on and whose recognition
// has no number or day.
func (b *builder) checkInitiativePapers() {
	b.here = Spot{Page: AtEvaluations}
	listed := map[tdkt.Subject]bool{}
	for _, n := range b.Nominees {
		if n.OnList() && n.Title.Level != OwnLevel {
			listed[n.Subject] = true
		}
	}
	for _, i := range b.Initiatives {
		if i.Decision != "" && i.Date != 0 || i.UsedFor == "" {
			continue
		}
		for _, a := range i.Authors {
			if listed[a.Subject] {
				b.here.Subject = a.Subject
				b.find(MustFix, i.Title, "Sáng kiến của %s dùng để đề nghị cấp trên nhưng chưa có số hoặc ngày quyết định công nhận. Hãy nhập ở trang Sáng kiến.", a.Name)
				break
			}
		}
	}
}

// checkRatingCaps compares the ratings of the year with their caps. Where the texts allow
// two readings, only what is over by both must be put right.
func (b *builder) checkRatingCaps() {
	if !b.yearEnd() {
		return
	}
	b.here = Spot{Page: AtEvaluations}
	lines, err := b.Rules.RatingQuotas(b.Facts, b.Input.Year)
	if err != nil {
		return // a year without rules has no submission
	}
	for _, q := range lines {
		if !q.Known || q.Chosen <= q.Cap {
			continue
		}
		if q.Other != nil && q.Chosen <= q.Other.Cap {
			b.find(LookAt, q.Name, "Đã xếp %d, nhiều hơn mức tối đa %d (%d%% của %s); theo cách hiểu khác được %d (%s).", q.Chosen, q.Cap, q.Percent, q.Base, q.Other.Cap, q.Cite)
			continue
		}
		b.find(MustFix, q.Name, "Đã xếp %d, nhiều hơn mức tối đa %d (%d%% của %s; %s). Hãy xem lại xếp loại.", q.Chosen, q.Cap, q.Percent, q.Base, q.Cite)
	}
}
