package paper

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/law"
)

// settle says which entries would settle an answer that lacks data, in a sentence
// each. What lies in an alternative that fails anyway is left out, and so is a need
// that only sums up others.
func settle(in Input) []string {
	var out []string
	add := func(s string) {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, f := range in.Result.Findings {
		if f.Answer == law.Unknown && verdict(in.Result, f.Way) != law.No && !sums(in.Result, f) {
			add(entry(in, f))
		}
	}
	word := "Đánh giá"
	if len(out) > 0 {
		word = "Hoặc đánh giá"
	}
	for _, f := range in.Result.Findings {
		if f.Answer == law.Manual && verdict(in.Result, f.Way) == law.Manual {
			add(fmt.Sprintf("%s tiêu chí “%s” (thẻ Khen thưởng).", word, strings.TrimRight(f.Why, ".")))
		}
	}
	return out
}

// sums says whether a need is only the sum of those nested below it.
func sums(r law.Result, f law.Finding) bool {
	if strings.Contains(f.Need, ".") {
		return false
	}
	at := slices.IndexFunc(r.Findings, func(o law.Finding) bool { return o.Need == f.Need && o.Way == f.Way })
	return at+1 < len(r.Findings) && strings.Contains(r.Findings[at+1].Need, ".")
}

// The words by which the law tells what is not there; see its seen functions.
const (
	noStart   = "chưa nhập ngày vào làm"
	noFounded = "chưa nhập ngày thành lập"
	noAnchor  = "chưa có mốc khen thưởng"
)

const whichYears = `((?:các )?năm \d{4}(?:[–, ]+\d{4})*)`

// patterns are what is looked for in the words of what was seen.
type patterns struct{ rating, pledge, award, never, initiatives, count, members, unsure, open *regexp.Regexp }

func compile() patterns {
	return patterns{
		rating:      regexp.MustCompile(`chưa nhập xếp loại ` + whichYears + `(: [^;]+)?`),
		pledge:      regexp.MustCompile(`chưa nhập đăng ký thi đua ` + whichYears),
		award:       regexp.MustCompile(`chưa nhập ([^;]+?) ` + whichYears),
		never:       regexp.MustCompile(`^chưa nhập (.+) và chưa nhập (ngày .+)$`),
		initiatives: regexp.MustCompile(`^có (\d+) (.+?) trong ` + whichYears + `, cần (\d+)`),
		count:       regexp.MustCompile(`(\d+) (?:lần )?trong ` + whichYears + `, cần (\d+)`),
		members:     regexp.MustCompile(`^có \d+ người được (.+?) ` + whichYears + `, cần (\d+)`),
		open:        regexp.MustCompile(`sổ (?:sáng kiến|danh hiệu) ` + whichYears + ` chưa chốt`),
		unsure:      regexp.MustCompile(`người đạt (.+?), bằng .*chưa rõ (\d+ người: [^;]+); sổ danh hiệu ` + whichYears),
	}
}

// entry is the sentence for one need that lacks data.
func entry(in Input, f law.Finding) string {
	p := compile()
	if strings.HasPrefix(f.Seen, noAnchor) {
		return "" // the award it counts from is asked for by the need before it
	}
	for _, ask := range []func(patterns, Input, law.Finding) string{people, service, records} {
		if s := ask(p, in, f); s != "" {
			return s
		}
	}
	return fmt.Sprintf("Bổ sung dữ liệu cho điều kiện “%s” Hiện có: %s", f.Why, rowOf(f, "").Seen)
}

// people are the needs that look at a unit's members.
func people(p patterns, _ Input, f law.Finding) string {
	if m := p.unsure.FindStringSubmatch(f.Seen); m != nil {
		return fmt.Sprintf("Nhập %s đã tặng %s cho %s (thẻ Khen thưởng); hoặc chốt sổ danh hiệu %s nếu không ai khác được tặng.", m[1], m[3], m[2], m[3])
	}
	if m := p.members.FindStringSubmatch(f.Seen); m != nil {
		return fmt.Sprintf("Nhập %s đã tặng %s cho các thành viên, cần ít nhất %s người (thẻ Khen thưởng); hoặc chốt sổ danh hiệu %s nếu không ai khác được tặng.", m[1], m[2], m[3], m[2])
	}
	return ""
}

// service are the needs that want a day first.
func service(p patterns, in Input, f law.Finding) string {
	if m := p.never.FindStringSubmatch(f.Seen); m != nil {
		return fmt.Sprintf("Nhập %s nếu đã được tặng (thẻ Khen thưởng); nếu chưa được tặng lần nào thì nhập %s (thẻ Nhân sự) và chốt sổ danh hiệu các năm từ đó đến năm %d.",
			m[1], m[2], in.Result.Year)
	}
	if strings.Contains(f.Seen, noStart) {
		return "Nhập ngày vào làm của " + in.Who.Name + " (thẻ Nhân sự)."
	}
	if strings.Contains(f.Seen, noFounded) {
		return "Nhập ngày thành lập của " + in.Who.Name + " (thẻ Nhân sự)."
	}
	return ""
}

// records are the needs that count rows of a book.
func records(p patterns, in Input, f law.Finding) string {
	if m := p.rating.FindStringSubmatch(f.Seen); m != nil {
		whose := strings.TrimPrefix(m[2], ": ")
		if whose == "" {
			whose = in.Who.Name
		}
		return fmt.Sprintf("Nhập mức xếp loại %s của %s (thẻ Đánh giá); hoặc chốt sổ xếp loại %s nếu đúng là không được xếp loại.", m[1], whose, m[1])
	}
	if m := p.pledge.FindStringSubmatch(f.Seen); m != nil {
		return fmt.Sprintf("Nhập đăng ký thi đua %s (thẻ Đăng ký); hoặc chốt sổ đăng ký %s nếu đúng là không đăng ký.", m[1], m[1])
	}
	if m := p.initiatives.FindStringSubmatch(f.Seen); m != nil {
		return fmt.Sprintf("Nhập thêm %s %s được công nhận trong %s (thẻ Đánh giá); hoặc chốt sổ sáng kiến %s nếu đúng là không có.",
			short(m[1], m[4]), m[2], m[3], p.opened(f, m[3]))
	}
	if m := p.award.FindStringSubmatch(f.Seen); m != nil {
		return fmt.Sprintf("Nhập %s %s nếu đã được tặng, kèm số và ngày quyết định (thẻ Khen thưởng); hoặc chốt sổ danh hiệu %s nếu đúng là không được tặng.", m[1], m[2], p.opened(f, m[2]))
	}
	if m := p.count.FindStringSubmatch(f.Seen); m != nil {
		return fmt.Sprintf("Nhập các danh hiệu, hình thức đã được tặng trong %s cho điều kiện “%s” (thẻ Khen thưởng); hoặc chốt sổ danh hiệu %s nếu đúng là không có thêm.",
			m[2], strings.TrimRight(f.Why, "."), p.opened(f, m[2]))
	}
	return ""
}

// short is how many are wanting.
func short(have, need string) string {
	h, err := strconv.Atoi(have)
	n, other := strconv.Atoi(need)
	if err != nil || other != nil || n <= h {
		return "đủ số"
	}
	return fmt.Sprintf("ít nhất %d", n-h)
}

// opened is the years whose book is still open, as the need tells them.
func (p patterns) opened(f law.Finding, all string) string {
	if list := p.open.FindAllStringSubmatch(f.Seen, -1); len(list) > 0 {
		return list[len(list)-1][1]
	}
	return all
}
