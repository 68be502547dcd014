package cli

import (
	"fmt"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
	"tdkt/internal/tdkt"
)

// coverLine is one need of the coverage table as -json prints it.
type coverLine struct {
	Regime  string           `json:"regime"`
	Title   string           `json:"title"`
	Kind    tdkt.SubjectKind `json:"kind"`
	Need    string           `json:"need"`
	Yes     int              `json:"yes"`
	No      int              `json:"no"`
	Unknown int              `json:"unknown"`
	Manual  int              `json:"manual"`
	Gap     string           `json:"gap"`
}

// lawCheck prints what the rules are made of, how often the embedded cases answer
// each need each way, and what nobody has checked yet. Only a need without a case is
// a fault: unchecked values are the law's state, not the program's.
func (c *call) lawCheck(rules *law.Rules) error {
	if _, err := c.words(c.flags("law check"), 0); err != nil {
		return err
	}
	table, err := lawcase.Table(rules, law.Cases())
	if err != nil {
		return fmt.Errorf("cli: %w", err)
	}
	open := tdkt.Errorf(tdkt.Invalid, "Có tiêu chuẩn chưa được tình huống nào trả lời đủ cách; hãy thêm tình huống trước khi dùng bộ quy định này.")
	for _, line := range table {
		if gap := line.Gap(); gap != "" {
			open.Problems = append(open.Problems, tdkt.Problem{Text: fmt.Sprintf("%s, %s, %s: chưa có tình huống nào cho kết luận %s.",
				line.Regime, line.Title, line.Need, gap)})
		}
	}
	if c.json {
		c.coverLines(table)
	} else {
		c.lawReport(rules, table)
	}
	if len(open.Problems) > 0 {
		return open
	}
	return nil
}

func (c *call) coverLines(table []lawcase.Cover) {
	for _, x := range table {
		c.line(coverLine{x.Regime, x.Title, x.Kind, x.Need, x.Yes, x.No, x.Unknown, x.Manual, x.Gap()})
	}
}

func (c *call) lawReport(rules *law.Rules, table []lawcase.Cover) {
	for _, g := range rules.Regimes {
		c.regimeCounts(g)
	}
	for _, s := range rules.RatingSchemes() {
		c.schemeCounts(s)
	}
	c.printf("\nSố lần các tình huống mẫu trả lời từng tiêu chuẩn:\n")
	c.printf("%6s %9s %14s %13s  %s\n", "đủ", "không đủ", "thiếu dữ liệu", "chờ đánh giá", "tiêu chuẩn")
	for _, x := range table {
		c.printf("%6d %9d %14d %13d  %s, %s %s: %s\n", x.Yes, x.No, x.Unknown, x.Manual, x.Regime, kindName(x.Kind), x.Title, x.Need)
	}
	c.textLines(rules)
	marks := rules.Marks()
	c.printf("\nĐiều khoản: %d đã đọc tại nguồn (V), %d biết qua văn bản dẫn lại (V2), %d chưa có nguồn (U), %d do địa phương quy định (C).\n",
		marks["V"], marks["V2"], marks["U"], marks["C"])
	unchecked := rules.Soundness()
	c.printf("\nChưa kiểm chứng hoặc chỉ biết qua văn bản dẫn lại: %d điểm; mỗi điểm cần đọc văn bản ghi trong ngoặc.\n", len(unchecked))
	for _, line := range unchecked {
		c.printf("  %s\n", line)
	}
}

// textLines names the texts the rules rest on, between which days each holds and how much of
// it was read: V stands only for what was.
func (c *call) textLines(rules *law.Rules) {
	c.printf("\nVăn bản làm căn cứ; chỉ điều khoản đã đọc mới được ghi là đã kiểm chứng (V):\n")
	for _, t := range rules.Texts() {
		held := "chưa có văn bản, chỉ biết qua văn bản dẫn lại"
		switch {
		case len(t.Clauses) > 0 && t.Held == "trích":
			held = "có trích " + strings.Join(t.Clauses, ", ")
		case t.Held != "":
			held = "có " + t.Held
		}
		till := "đến nay"
		if t.Till != 0 {
			till = "đến " + t.Till.String()
		}
		c.printf("  %s %s của %s, ký %s, hiệu lực từ %s %s: %s\n", t.Type, t.Number, t.Issuer, t.Signed, t.From, till, held)
	}
}

func (c *call) regimeCounts(g *law.Regime) {
	needs, marks := 0, map[string]int{}
	for _, t := range g.Titles {
		for _, n := range t.Needs() {
			needs++
			marks[n.Mark]++
		}
	}
	c.printf("%s (%s): %d danh hiệu và hình thức, %d tiêu chuẩn, %d lưu ý; tiêu chuẩn đã kiểm chứng %d, chưa kiểm chứng %d\n",
		g.Name, g.ID, len(g.Titles), needs, len(g.NoteIDs()), marks["V"], needs-marks["V"])
	if g.Note != "" {
		c.printf("  %s\n", g.Note)
	}
}

// schemeCounts names a rating scheme, whom it is for and how sure its values are.
func (c *call) schemeCounts(s *law.RatingScheme) {
	var staff []string
	for _, e := range s.For {
		staff = append(staff, string(e))
	}
	sure := 0
	for _, l := range s.Levels {
		if l.Mark == "V" {
			sure++
		}
	}
	units := ""
	if s.Units != nil {
		units = fmt.Sprintf("; đơn vị HTXS tối đa %d%%%s", s.Units.Percent, law.MarkName(s.Units.Mark))
	}
	c.printf("%s (%s), xếp loại %s từ năm %d: %d mức, đã kiểm chứng %d; HTXS tối đa %d%%%s%s\n",
		s.Name, s.ID, strings.Join(staff, ", "), s.From, len(s.Levels), sure, s.Cap.Percent, law.MarkName(s.Cap.Mark), units)
}

// kindName is a kind of subject as people say it.
func kindName(k tdkt.SubjectKind) string {
	if k == tdkt.AUnit {
		return "tập thể"
	}
	return "cá nhân"
}
