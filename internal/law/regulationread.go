package law

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"tdkt/internal/tdkt"
)

// mostRegulation is the largest file of a regulation that is read, in characters: what a cell
// of the exchange workbook holds.
const mostRegulation = 30_000

// ReadRegulation reads the file of a regulation and checks all of it against the rules; a
// tdkt.Error says in sentences what is wrong, with its line where it is one of writing.
func (r *Rules) ReadRegulation(text string) (*Regulation, error) {
	if utf8.RuneCountInString(text) > mostRegulation {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp quy định của tỉnh dài quá %d nghìn chữ. Hãy chọn đúng tệp.", mostRegulation/1000)
	}
	g := &Regulation{}
	meta, err := toml.Decode(strings.TrimPrefix(text, "\ufeff"), g)
	if err != nil {
		var bad toml.ParseError
		if errors.As(err, &bad) {
			return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf("Dòng %d của tệp quy định của tỉnh viết sai. Hãy sửa dòng đó theo tệp mẫu.", bad.Position.Line)}
		}
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: "Đây không phải tệp quy định của tỉnh, hoặc có ngày, số viết sai. Hãy sửa theo tệp mẫu."}
	}
	if rest := meta.Undecoded(); len(rest) > 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp quy định của tỉnh có mục “%s” mà chương trình không biết. Hãy sửa hoặc bỏ mục đó.", rest[0])
	}
	return g, r.CheckRegulation(g)
}

// CheckRegulation says what of a regulation cannot be used: nil when all of it can.
func (r *Rules) CheckRegulation(g *Regulation) error {
	c := regChecker{r: r, g: g}
	c.head()
	c.values()
	c.needs()
	c.rest()
	if len(c.problems) == 0 {
		return nil
	}
	out := tdkt.Errorf(tdkt.Invalid, "%s", c.problems[0])
	if n := len(c.problems); n > 1 {
		out = tdkt.Errorf(tdkt.Invalid, "Quy định của tỉnh có %d chỗ phải sửa. %s", n, strings.Join(c.problems, " "))
	}
	return out
}

// regChecker gathers what is wrong with a regulation.
type regChecker struct {
	r        *Rules
	g        *Regulation
	problems []string
}

func (c *regChecker) addf(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

// regClause is how a clause of a regulation is written.
var regClause = regexp.MustCompile(`^Điều \d+[a-zđ]?(?: khoản \d+[a-zđ]?)?(?: điểm [a-zđ]+)?$`)

func (c *regChecker) clause(what, clause string) {
	if clause != "" && !regClause.MatchString(clause) {
		c.addf("“%s” của %s không phải tên điều khoản. Hãy viết như “Điều 4 khoản 2 điểm b”.", clause, what)
	}
}

func (c *regChecker) head() {
	g := c.g
	for _, f := range []struct{ name, value string }{
		{"loại văn bản", g.Type}, {"số văn bản", g.Number}, {"cơ quan ban hành", g.Issuer}, {"trích yếu", g.Title},
	} {
		if tdkt.Clean(f.value) == "" {
			c.addf("Chưa ghi %s của quy định của tỉnh.", f.name)
		}
	}
	switch {
	case g.Signed.Day == 0 || g.InForce.Day == 0:
		c.addf("Chưa ghi ngày ký và ngày có hiệu lực của quy định của tỉnh.")
	case g.InForce.Day < g.Signed.Day:
		c.addf("Ngày có hiệu lực %s đứng trước ngày ký %s.", g.InForce, g.Signed)
	}
	if _, err := c.r.Criteria(g.FirstYear); err != nil {
		c.addf("Năm xét đầu tiên %d không phải năm mà chương trình có quy định.", g.FirstYear)
	}
	if g.LastYear != 0 && g.LastYear < g.FirstYear {
		c.addf("Năm xét cuối cùng %d đứng trước năm đầu tiên %d.", g.LastYear, g.FirstYear)
	}
}

// regimes are the criteria of the regulation's years.
func (c *regChecker) regimes() []*Regime {
	return slices.DeleteFunc(slices.Clone(c.r.Regimes), func(g *Regime) bool {
		return g.Till != 0 && g.Till < c.g.FirstYear || c.g.LastYear != 0 && c.g.LastYear < g.From
	})
}

func (c *regChecker) values() {
	seen := map[string]bool{}
	for _, v := range c.g.Values {
		key := LocalKey{}
		for _, g := range c.regimes() {
			if k := g.key(v.Key); k.Kind != "" {
				key = k
			}
		}
		switch {
		case key.Kind == "":
			c.addf("Khóa “%s” không được quy định nào của các năm này dùng đến.", v.Key)
		case seen[v.Key]:
			c.addf("Khóa “%s” được ghi hai lần.", v.Key)
		default:
			if problem := key.LocalProblem(v.Value); problem != "" {
				c.addf("%s.", sentence(problem))
			}
		}
		seen[v.Key] = true
		c.clause("khóa "+v.Key, v.Clause)
	}
}

func (c *regChecker) needs() {
	for _, n := range c.g.Needs {
		kind, known := kindOf(n.For)
		if !known {
			c.addf("“%s” không phải “cá nhân” hay “tập thể”.", n.For)
			continue
		}
		if !slices.ContainsFunc(c.regimes(), func(g *Regime) bool { _, ok := g.Title(kind, n.Title); return ok }) {
			c.addf("Mã “%s” không phải danh hiệu, hình thức nào xét cho %s.", n.Title, n.For)
		}
		a, known := c.r.ask(n.Ask)
		switch {
		case !known:
			c.addf("Yêu cầu “%s” không có trong danh sách yêu cầu.", n.Ask)
		case a.For != "" && a.For != kind:
			c.addf("Yêu cầu “%s” không đặt cho %s được.", a.Name, n.For)
		default:
			if problem := a.Problem(n.Value); problem != "" {
				c.addf("%s.", sentence(problem))
			}
		}
		c.clause("yêu cầu "+n.Ask, n.Clause)
	}
}

// regDay is a day of each year: 10/12.
var regDay = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})$`)

func (c *regChecker) rest() {
	for _, q := range c.g.Quotas {
		c.quota(q)
	}
	for _, d := range c.g.Deadlines {
		c.deadline(d)
	}
	for _, p := range c.g.Papers {
		if tdkt.Clean(p.Name) == "" || !c.r.knownAsked(p.For) {
			c.addf("Giấy tờ “%s” chưa có tên, hoặc có mã danh hiệu mà chương trình không biết.", p.Name)
		}
		c.clause("giấy tờ "+p.Name, p.Clause)
	}
	for _, d := range c.g.Decides {
		if _, known := c.r.Code(d.Title); !known || !slices.Contains(Levels(), d.Level) {
			c.addf("Cấp quyết định “%s” của mã “%s” không đúng. Cấp là một trong: %s.", d.Level, d.Title, strings.Join(Levels(), ", "))
		}
		c.clause("cấp quyết định "+d.Title, d.Clause)
	}
	for _, a := range c.g.Addresses {
		if a.Of != AddressOfDossiers || tdkt.Clean(a.Value) == "" {
			c.addf("Cách gọi “%s” không đúng: chỉ có “%s”, và không được để trống.", a.Of, AddressOfDossiers)
		}
		c.clause("cách gọi "+a.Of, a.Clause)
	}
}

func (c *regChecker) quota(q RegQuota) {
	capped := false
	for _, g := range c.regimes() {
		_, title := g.Title(tdkt.APerson, q.Title)
		_, of := g.Title(tdkt.APerson, q.Of)
		capped = capped || slices.ContainsFunc(g.quotas, func(o quota) bool { return o.Title == q.Title && o.by == nil })
		if !title || !of {
			c.addf("Tỷ lệ của mã “%s” trên mã “%s”: một mã không phải danh hiệu, hình thức xét cho cá nhân.", q.Title, q.Of)
		}
	}
	switch {
	case capped:
		c.addf("Mã “%s” đã có chỗ ghi tỷ lệ trong các giá trị; hãy ghi vào đó.", q.Title)
	case q.Percent < 1 || q.Percent > 100:
		c.addf("Tỷ lệ %d%% của mã “%s” phải từ 1 đến 100.", q.Percent, q.Title)
	}
	if !slices.Contains([]string{roundDown, roundNear, roundUp}, q.Rounding) {
		c.addf("Cách làm tròn “%s” của mã “%s” phải là “xuống”, “gần nhất” hoặc “lên”.", q.Rounding, q.Title)
	}
	c.clause("tỷ lệ "+q.Title, q.Clause)
}

func (c *regChecker) deadline(d RegDeadline) {
	_, ok := d.on(c.g.FirstYear)
	switch {
	case tdkt.Clean(d.Name) == "":
		c.addf("Có một hạn chưa ghi tên.")
	case d.Day != "" && (d.Before != 0 || !ok):
		c.addf("Hạn “%s” phải là một ngày như 10/12, hoặc số ngày trước đợt xét.", d.Name)
	case d.Day == "" && (d.Before < 1 || d.Before > 366):
		c.addf("Hạn “%s” chưa có ngày.", d.Name)
	}
	for _, k := range d.Rounds {
		if !slices.Contains(tdkt.RoundKinds(), tdkt.RoundKind(k)) {
			c.addf("Loại đợt “%s” của hạn “%s” không có.", k, d.Name)
		}
	}
	c.clause("hạn "+d.Name, d.Clause)
}

// on is the deadline's day in a year; false for one that has none, or no such day.
func (d RegDeadline) on(year int) (tdkt.Day, bool) {
	m := regDay.FindStringSubmatch(d.Day)
	if m == nil {
		return 0, false
	}
	day, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	on, err := tdkt.MakeDay(year, month, day)
	return on, err == nil
}

// Levels are who may decide, as the catalogue says them.
func Levels() []string { return []string{"Sở", "Tỉnh", "Nhà nước"} }

// sentence begins with a capital.
func sentence(words string) string {
	for i, first := range words {
		return strings.ToUpper(string(first)) + words[i+len(string(first)):]
	}
	return words
}
