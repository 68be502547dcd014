package dossier

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// check looks the submission over as a careful secretary would before it is sent.
func (b *builder) check() {
	b.checkOrg()
	b.checkLists()
	b.checkNominees()
	b.checkCases()
	b.checkPersonTwice()
	b.checkPaperNumbers()
	b.checkRatingCaps()
	b.checkPeople()
	b.checkRatings()
	b.checkSameWho()
	b.checkDates()
	b.checkStood()
	b.checkQuotas()
	b.checkTotals()
	b.checkPapers()
	b.checkReports()
	b.checkTexts()
	b.checkBases()
	b.checkPaperDay()
	slices.SortStableFunc(b.Checks, func(x, y Check) int {
		return cmp.Compare(x.Severity, y.Severity)
	})
}

// find notes one finding.
func (b *builder) find(sev Severity, about, format string, args ...any) {
	b.Checks = append(b.Checks, Check{Spot: b.here, Severity: sev, About: about, Text: fmt.Sprintf(format, args...)})
}

// checkOrg finds what the heading and the signatures of every file would lack.
func (b *builder) checkOrg() {
	b.here = Spot{Page: AtOrg}
	var missing []string
	for _, part := range []struct{ name, value string }{
		{"cơ quan cấp trên", b.Org.Superior},
		{"tên cơ quan", b.Org.Issuer},
		{"địa danh", b.Org.Place},
		{"ký hiệu văn bản", b.Org.Symbol},
		{"quyền hạn hoặc chức vụ người ký", b.Org.Authority + b.Org.SignerRole},
		{"người ký", b.Org.Signer},
	} {
		if part.value == "" {
			missing = append(missing, part.name)
		}
	}
	if b.Org.Mandate == "" {
		b.find(LookAt, "Thông tin cơ quan", "Chưa nhập văn bản quy định chức năng, nhiệm vụ của cơ quan; quyết định khen thưởng thiếu căn cứ này. Hãy nhập ở mục Thông tin cơ quan.")
	}
	if len(missing) > 0 {
		b.find(MustFix, "Thông tin cơ quan", "Chưa nhập %s; phần đầu và phần ký của các tệp thiếu chỗ đó. Hãy nhập ở mục Thông tin cơ quan.", strings.Join(missing, ", "))
	}
}

// checkLists finds empty lists and lists that are only expected.
func (b *builder) checkLists() {
	b.here = Spot{Page: AtAwards}
	if b.Expected {
		b.find(MustFix, "Danh sách đề nghị", "Chưa lập đề nghị nào cho năm %d; danh sách gồm các trường hợp đã đăng ký và đủ điều kiện. Hãy lập đề nghị trước khi trình.", b.Input.Year)
	}
	b.checkBooks()
	if b.Regime.Note != "" {
		b.find(LookAt, b.Regime.Name, "%s", b.Regime.Note)
	}
}

// checkBooks finds empty lists and open books of the year; a round beside the year's own
// rests on neither.
func (b *builder) checkBooks() {
	if !b.yearEnd() {
		return
	}
	for _, l := range []struct {
		name  string
		empty bool
	}{
		{"Bảng đăng ký thi đua", len(b.Pledges) == 0},
		{"Danh sách đề nghị tập thể", len(b.ListOf(tdkt.AUnit)) == 0},
		{"Danh sách đề nghị cá nhân", len(b.ListOf(tdkt.APerson)) == 0},
		{"Tổng hợp sáng kiến", len(b.Initiatives) == 0},
	} {
		if l.empty {
			b.find(LookAt, l.name, "Danh sách không có dòng nào.")
		}
	}
	for _, book := range []struct {
		book tdkt.Book
		name string
	}{{tdkt.PledgeBook, "đăng ký"}, {tdkt.RatingBook, "xếp loại"}, {tdkt.InitiativeBook, "sáng kiến"}} {
		if !b.Facts.Closed(b.Input.Year, book.book) {
			b.find(LookAt, "Sổ "+book.name, "Sổ %s năm %d chưa chốt, số liệu có thể còn thay đổi. Hãy chốt sổ trước khi trình.", book.name, b.Input.Year)
		}
	}
}

// checkNominees looks at every nominee's answer.
func (b *builder) checkNominees() {
	b.here = Spot{Page: AtAwards}
	twice := map[aim]int{}
	for _, n := range b.Nominees {
		about := n.Name + ", " + n.Title.Short
		b.here.Subject, b.here.Title = n.Subject, n.Title.Code
		key := aim{n.Subject, n.Title.Code}
		if twice[key]++; twice[key] == 2 {
			b.find(MustFix, about, "Có hai đề nghị cho cùng một danh hiệu. Hãy rút một đề nghị.")
		}
		if n.State != tdkt.Rejected {
			b.checkAnswer(about, n)
		}
	}
	b.checkOpenNeeds()
	b.checkOnce()
}

// checkOnce tells who would be rewarded more than once for one achievement.
func (b *builder) checkOnce() {
	b.here = Spot{Page: AtAwards}
	var who []Who
	codes := map[tdkt.Subject][]string{}
	for _, n := range b.Nominees {
		if !n.OnList() || n.State == tdkt.Refused {
			continue
		}
		if codes[n.Subject] == nil {
			who = append(who, n.Who)
		}
		codes[n.Subject] = append(codes[n.Subject], n.Title.Code)
	}
	for _, w := range who {
		b.here.Subject = w.Subject
		clashes, err := b.Rules.Clashes(b.Facts, b.Input.Year, w.Subject, codes[w.Subject])
		if err != nil {
			return // a year without rules has no submission
		}
		for _, c := range clashes {
			b.find(LookAt, w.Name, "%s.", c.Text)
		}
		b.checkSetAside(w, codes[w.Subject])
	}
}

// checkSetAside points out awards that a title proposed counts though their loại hình makes
// them no basis for it.
func (b *builder) checkSetAside(w Who, titles []string) {
	told := map[string]bool{}
	for _, title := range titles {
		set, err := b.Rules.SetAside(b.Facts, b.Input.Year, w.Subject, title)
		if err != nil {
			return // a year without rules has no submission
		}
		for _, text := range set {
			if !told[text] {
				told[text] = true
				b.find(LookAt, w.Name, "%s.", text)
			}
		}
	}
}

// checkOpenNeeds tells, title by title, how many nominees still have needs that
// nobody has judged, and names the first few.
func (b *builder) checkOpenNeeds() {
	b.here = Spot{Page: AtAwards}
	const named = 8
	for _, t := range b.Titles {
		var names []string
		for _, n := range b.Nominees {
			if n.Title == t && n.OnList() && n.Open > 0 {
				names = append(names, n.Name)
			}
		}
		about := t.Name
		if t.Kind == tdkt.AUnit {
			about += " (tập thể)"
		}
		switch {
		case len(names) > named:
			b.find(LookAt, about, "%d trường hợp còn tiêu chí định tính chưa được xác nhận: %s và %d trường hợp khác (xem tệp Tổng hợp điều kiện).",
				len(names), strings.Join(names[:named], ", "), len(names)-named)
		case len(names) > 0:
			b.find(LookAt, about, "%d trường hợp còn tiêu chí định tính chưa được xác nhận: %s.", len(names), strings.Join(names, ", "))
		}
	}
}

func (b *builder) checkAnswer(about string, n Nominee) {
	covered := func(r Reason) bool {
		return n.Standing.covered(r) || n.Nomination == "" && r == NotMet && n.Result.Excepted()
	}
	excepted := func(what string) {
		b.find(LookAt, about, "%s, đề nghị theo ngoại lệ. %s", what, strings.Join(n.Result.ExceptionWords(), " "))
	}
	switch n.Result.Answer {
	case law.No:
		if covered(NotMet) {
			excepted("Không đủ điều kiện")
			break
		}
		b.find(MustFix, about, "Không đủ điều kiện: %s Hãy rút đề nghị hoặc bổ sung dữ liệu.", needs(n.Result, law.No))
	case law.Unknown:
		b.checkUnknown(about, n, covered(NotKnown), excepted)
	case "":
		b.find(MustFix, about, "Năm %d không xét được danh hiệu này cho trường hợp này. Hãy kiểm tra lại thời gian công tác và mã danh hiệu.", b.Input.Year)
	case law.Yes, law.Manual:
	}
	switch {
	case n.Result.Hold && covered(OnHold):
		excepted("Đang tạm dừng xét: " + n.Reason)
	case n.Result.Hold:
		b.find(MustFix, about, "Đang tạm dừng xét: %s. Hãy chờ kết luận hoặc rút đề nghị.", n.Reason)
	}
	if !b.pledged[aim{n.Subject, n.Title.Code}] && n.Title.Yearly && n.Title.Group == groupTitles {
		b.find(ForInfo, about, "Không đăng ký danh hiệu này từ đầu năm.")
	}
	b.checkNotes(about, n)
	b.checkMovement(about, n)
}

// checkUnknown looks at a case whose answer lacks data or a judgement.
func (b *builder) checkUnknown(about string, n Nominee, covered bool, excepted func(string)) {
	words := needs(n.Result, law.Unknown)
	switch {
	case covered:
		excepted("Thiếu dữ liệu để kết luận")
	case words != "":
		b.find(MustFix, about, "Thiếu dữ liệu: %s Hãy bổ sung dữ liệu.", words)
	default:
		b.find(MustFix, about, "Chưa ai xác nhận tiêu chí định tính: %s Hãy đánh giá ở trang Xét điều kiện.", needs(n.Result, law.Manual))
	}
}

// needs quotes the needs that have an answer, for a sentence.
func needs(r law.Result, a law.Answer) string {
	var words []string
	for _, f := range r.Findings {
		if f.Answer == a {
			words = append(words, strings.TrimRight(f.Why, "."))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(words, "; ") + "."
}

// checkPeople finds namesakes and CCCD that are wrong or shared, among the people
// put forward. A CCCD is never printed.
func (b *builder) checkPeople() {
	b.here = Spot{Page: AtStaff}
	owner, alike := map[string]string{}, map[string]Who{}
	done := map[tdkt.Subject]bool{}
	for _, n := range b.Nominees {
		if n.Subject.Kind != tdkt.APerson || done[n.Subject] {
			continue
		}
		done[n.Subject] = true
		b.here.Subject = n.Subject
		if n.Apart != "" {
			b.find(ForInfo, n.Name+" ("+n.Apart+")", "Trùng họ tên với người khác trong Sở; mọi tệp ghi kèm ngày sinh hoặc mã để phân biệt.")
		}
		key := tdkt.Fold(n.Name)
		if other, ok := alike[key]; ok && other.Name != n.Name {
			b.find(ForInfo, n.Name, "Họ tên chỉ khác dấu so với %s (%s). Hãy đọc kỹ dấu khi in và khi ký.", other.Name, other.Unit)
		}
		alike[key] = n.Who
		p, _ := b.Facts.Person(n.Subject.ID)
		b.checkCCCD(n, p.CCCD, owner)
		if n.Unit == "" || n.Position == "" {
			b.find(LookAt, n.Name, "Chưa có chức vụ hoặc đơn vị; danh sách sẽ để trống ô đó.")
		}
		if tdkt.Clean(n.Name) != n.Name {
			b.find(MustFix, n.Name, "Họ tên có ký tự lạ hoặc khoảng trắng thừa. Hãy sửa ở trang Nhân sự.")
		}
	}
}

func (b *builder) checkCCCD(n Nominee, cccd string, owner map[string]string) {
	if cccd == "" {
		return
	}
	if len(cccd) != 12 || strings.Trim(cccd, "0123456789") != "" {
		b.find(LookAt, n.Name, "Số CCCD không đủ 12 chữ số. Hãy kiểm tra ở trang Nhân sự.")
	}
	if other, ok := owner[cccd]; ok {
		b.find(MustFix, n.Name, "Trùng số CCCD với %s. Hãy kiểm tra ở trang Nhân sự.", other)
	}
	owner[cccd] = n.Name + " (mã " + n.Code + ")"
}

// checkSameWho proves that every file prints a subject alike.
func (b *builder) checkSameWho() {
	b.here = Spot{Page: AtStaff}
	first := map[tdkt.Subject]Who{}
	b.eachWho(func(w *Who) {
		known, ok := first[w.Subject]
		if !ok {
			first[w.Subject] = *w
			if w.Name == "" {
				b.find(MustFix, "Mã "+w.Code, "Có dòng không tìm thấy họ tên trong danh sách nhân sự, đơn vị.")
			}
			return
		}
		if known != *w {
			b.find(MustFix, w.Name, "Họ tên, chức vụ hoặc đơn vị không giống nhau ở các tệp.")
		}
	})
}

// checkDates finds days that cannot follow one another.
func (b *builder) checkDates() {
	b.here = Spot{Page: AtAwards}
	year, today := b.Input.Year, b.Input.Today
	outside := func(d, first tdkt.Day) bool { return d != 0 && (d < first || d > today) }
	for _, i := range b.Initiatives {
		if outside(i.Date, tdkt.FirstDay(year)) {
			b.find(LookAt, i.Title, "Ngày quyết định công nhận %s nằm ngoài khoảng từ đầu năm %d đến hôm nay.", i.Date, year)
		}
	}
	for _, g := range b.Given {
		if outside(g.Award.Date, tdkt.FirstDay(g.Award.From)) {
			b.find(LookAt, g.Name+", "+g.Title.Short, "Ngày quyết định %s trước thời gian lập thành tích hoặc sau hôm nay.", g.Award.Date)
		}
	}
	for _, n := range b.live() {
		if outside(n.Date, tdkt.FirstDay(year)) {
			b.find(LookAt, b.roll.who(n.Subject).Name, "Ngày của đề nghị %s trước năm %d hoặc sau hôm nay.", n.Date, year)
		}
	}
	b.checkLives()
}

// checkLives finds nominees whose birth, first and last day are out of order.
func (b *builder) checkLives() {
	b.here = Spot{Page: AtStaff}
	after := func(a, b tdkt.Day) bool { return a != 0 && b != 0 && a > b }
	told := map[tdkt.Subject]bool{}
	for _, n := range b.Nominees {
		p, ok := b.Facts.Person(n.Subject.ID)
		if !ok || told[n.Subject] || n.Subject.Kind != tdkt.APerson {
			continue
		}
		told[n.Subject] = true
		b.here.Subject = n.Subject
		if after(p.Born, p.Start) || after(p.Start, p.End) {
			b.find(LookAt, n.Name, "Ngày sinh, ngày vào làm và ngày thôi việc không theo thứ tự.")
		}
	}
}

// checkStood compares today's answers with those kept when the nominations were
// made: data or rules may have changed since.
func (b *builder) checkStood() {
	b.here = Spot{Page: AtAwards}
	now := map[aim]law.Answer{}
	for _, n := range b.Nominees {
		now[aim{n.Subject, n.Title.Code}] = n.Result.Answer
	}
	for _, n := range b.live() {
		about := b.roll.who(n.Subject).Name + ", " + b.title(n.Subject.Kind, n.Title).Short
		b.here.Subject, b.here.Title = n.Subject, n.Title
		var stood law.Result
		if json.Unmarshal([]byte(n.Findings), &stood) == nil && stood.Answer != "" && stood.Answer != now[aim{n.Subject, n.Title}] {
			b.find(LookAt, about, "Kết luận đã khác so với lúc lập đề nghị vì dữ liệu đã thay đổi. Hãy xem lại đề nghị.")
		}
		if n.Checksum != "" && n.Checksum != b.regime.SHA256 {
			b.find(LookAt, about, "Quy định dùng để xét đã thay đổi sau khi lập đề nghị. Hãy xem lại đề nghị.")
		}
	}
}

// checkQuotas compares the lists with the caps.
func (b *builder) checkQuotas() {
	b.here = Spot{Page: AtQuotas}
	for _, q := range b.Quotas {
		switch {
		case !q.Known:
			b.find(LookAt, q.Name, "Chưa nhập tỷ lệ tối đa do địa phương quy định; chưa so được với %d trường hợp đề nghị.", q.Chosen)
		case q.Chosen > q.Cap:
			b.find(MustFix, q.Name, "Đề nghị %d, vượt mức tối đa %d (%d%% của %d %s; %s).", q.Chosen, q.Cap, q.Percent, q.BaseCount, q.Base, q.Cite)
		default:
			b.find(ForInfo, q.Name, "Đề nghị %d, trong mức tối đa %d (%d%% của %d %s).", q.Chosen, q.Cap, q.Percent, q.BaseCount, q.Base)
		}
	}
}

// checkTotals reads the totals back: those in words, and each count from its rows.
func (b *builder) checkTotals() {
	b.here = Spot{}
	for _, n := range []int64{b.BonusTotal(), int64(len(b.ListOf(tdkt.AUnit))), int64(len(b.ListOf(tdkt.APerson)))} {
		if back, ok := ReadWords(Words(n)); !ok || back != n {
			b.find(MustFix, "Tổng số bằng chữ", "Số %d viết bằng chữ đọc lại không khớp.", n)
		}
	}
	listed := map[Title]int{}
	for _, n := range b.Nominees {
		if n.OnList() {
			listed[n.Title]++
		}
	}
	for _, c := range b.Counts {
		if c.Nominated != listed[c.Title] {
			b.find(MustFix, c.Title.Name, "Bảng số lượng ghi %d đề nghị, danh sách có %d.", c.Nominated, listed[c.Title])
		}
		if c.Yes+c.No+c.Unknown != c.Judged {
			b.find(MustFix, c.Title.Name, "Số đủ, không đủ và thiếu dữ liệu cộng lại không bằng số xét.")
		}
	}
}
