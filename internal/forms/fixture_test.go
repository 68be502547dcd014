package forms

import (
	"fmt"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// The fixture is a small submission made by hand, so that these tests depend on
// the layout alone and not on how the law answers.

func titleOf(kind tdkt.SubjectKind, code, name, short, group, level string, yearly bool) dossier.Title {
	return dossier.Title{Kind: kind, Code: code, Name: name, Short: short, Group: group, Level: level, Yearly: yearly}
}

// fixture makes the submission of a department of three rooms and six people.
func fixture() *dossier.Submission {
	s := &dossier.Submission{
		Org: tdkt.Org{
			Name: "Sở Nội vụ tỉnh Tây Ninh", Superior: "UBND TỈNH TÂY NINH", Issuer: "SỞ NỘI VỤ", Place: "Tây Ninh", Symbol: "SNV",
			Authority: "KT. GIÁM ĐỐC", SignerRole: "PHÓ GIÁM ĐỐC", Signer: "Võ Thị Thử Nghiệm", Preparer: "Lê Văn Mẫu",
		},
		Year: 2023, Today: tdkt.Date(2023, 12, 15), Meeting: dossier.Meeting{Day: tdkt.Date(2023, 12, 14)},
		Regime: dossier.Regime{ID: "luat-2003-2013", Name: "Luật Thi đua, khen thưởng năm 2003, sửa đổi năm 2005 và năm 2013"},
		Units: []dossier.UnitNode{
			{ID: "u0", Code: "SNV", Name: "Sở Nội vụ"},
			{ID: "u1", Code: "VP", Name: "Văn phòng Sở", Depth: 1},
			{ID: "u2", Code: "CCVC", Name: "Phòng Công chức, viên chức và Tổ chức biên chế", Depth: 1},
		},
		Titles: fixtureTitles(),
	}
	fillFixture(s)
	return s
}

func fixtureTitles() []dossier.Title {
	return []dossier.Title{
		titleOf(tdkt.AUnit, "TTLDTT", "Tập thể lao động tiên tiến", "TTLĐTT", "danh hiệu", "Sở", true),
		titleOf(tdkt.AUnit, "TTLDXS", "Tập thể lao động xuất sắc", "TTLĐXS", "danh hiệu", "Tỉnh", true),
		titleOf(tdkt.AUnit, "COTINH", "Cờ thi đua của Ủy ban nhân dân tỉnh", "Cờ thi đua tỉnh", "danh hiệu", "Tỉnh", true),
		titleOf(tdkt.APerson, "LDTT", "Lao động tiên tiến", "LĐTT", "danh hiệu", "Sở", true),
		titleOf(tdkt.APerson, "CSTDCS", "Chiến sĩ thi đua cơ sở", "CSTĐ cơ sở", "danh hiệu", "Sở", true),
		titleOf(tdkt.APerson, "CSTDT", "Chiến sĩ thi đua cấp tỉnh", "CSTĐ tỉnh", "danh hiệu", "Tỉnh", false),
		titleOf(tdkt.APerson, "BKT", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Bằng khen tỉnh", "hình thức", "Tỉnh", false),
	}
}

func fixturePeople() []dossier.Who {
	list := []dossier.Who{
		{Code: "CB001", Name: "Trần Thị Giả Định", Position: "Giám đốc", Unit: "Sở Nội vụ", UnitRank: 0, Leader: true},
		{Code: "CB002", Name: "Nguyễn Văn An", Position: "Chánh Văn phòng", Unit: "Văn phòng Sở", UnitRank: 1, Leader: true},
		{Code: "CB003", Name: "Lê Thị Bình", Position: "Chuyên viên", Unit: "Văn phòng Sở", UnitRank: 1, Apart: "sinh ngày 02/09/1988"},
		{Code: "CB004", Name: "Phạm Ngọc Ánh Dương", Position: "Văn thư viên kiêm thủ quỹ", Unit: "Văn phòng Sở", UnitRank: 1},
		{Code: "CB005", Name: "Lê Thị Bình", Position: "Phó Trưởng phòng", Unit: "Phòng Công chức, viên chức và Tổ chức biên chế", UnitRank: 2, Leader: true, Apart: "sinh ngày 11/04/1979"},
		{Code: "CB006", Name: "Đỗ Minh Quân", Position: "Chuyên viên", Unit: "Phòng Công chức, viên chức và Tổ chức biên chế", UnitRank: 2},
	}
	for i := range list {
		list[i].Subject = tdkt.PersonSubject(tdkt.ID(fmt.Sprintf("p%d", i)))
	}
	return list
}

func fixtureUnits(s *dossier.Submission) []dossier.Who {
	var list []dossier.Who
	for i, u := range s.Units {
		w := dossier.Who{Subject: tdkt.UnitSubject(u.ID), Code: u.Code, Name: u.Name, UnitRank: i}
		if i > 0 {
			w.Unit = s.Units[0].Name
		}
		list = append(list, w)
	}
	return list
}

// fillFixture adds the rows; every list is made from the same few facts.
func fillFixture(s *dossier.Submission) {
	ps, us := fixturePeople(), fixtureUnits(s)
	aims := map[string][]string{
		"VP": {"TTLDXS"}, "CCVC": {"TTLDTT"},
		"CB001": {"CSTDCS", "CSTDT"}, "CB002": {"CSTDCS", "BKT"}, "CB003": {"LDTT"}, "CB004": {"LDTT"}, "CB005": {"CSTDCS"}, "CB006": {"LDTT"},
	}
	levels := []tdkt.Level{tdkt.Excellent, tdkt.Excellent, tdkt.Good, tdkt.Good, tdkt.Excellent, ""}
	for i, w := range append(us, ps...) {
		row := dossier.PledgeRow{Who: w, Titles: aims[w.Code]}
		if len(row.Titles) > 1 {
			row.Initiatives = []string{"Xây dựng phần mềm quản lý hồ sơ công chức, viên chức dùng chung cho các đơn vị thuộc Sở"}
		}
		if len(row.Titles) > 0 {
			s.Pledges = append(s.Pledges, row)
		}
		r := dossier.ResultRow{Who: w, Level: tdkt.Good, Decision: "12/QĐ-SNV"}
		if i >= len(us) {
			r.Level = levels[i-len(us)]
		}
		s.Results = append(s.Results, r)
		for _, t := range s.Titles {
			if t.Kind == w.Subject.Kind {
				s.Verdicts = append(s.Verdicts, fixtureVerdict(s, w, t, aims[w.Code]))
			}
		}
	}
	fillCounts(s)
	fillRest(s, ps)
}

func fixtureVerdict(s *dossier.Submission, w dossier.Who, t dossier.Title, aims []string) dossier.Verdict {
	v := dossier.Verdict{Who: w, Title: t, Answer: law.No, Hold: w.Code == "CB006"}
	for _, a := range aims {
		v.Pledged = v.Pledged || a == t.Code
	}
	switch {
	case v.Pledged && w.Code != "CB004":
		v.Answer, v.Nominated = law.Yes, !v.Hold
	case v.Pledged:
		v.Answer = law.Unknown
	}
	if v.Nominated {
		s.Nominees = append(s.Nominees, fixtureNominee(w, t))
	}
	return v
}

func fixtureNominee(w dossier.Who, t dossier.Title) dossier.Nominee {
	n := dossier.Nominee{
		Who: w, Title: t, State: tdkt.Proposed,
		Merit: "Xếp loại năm 2023: hoàn thành xuất sắc nhiệm vụ (Quyết định số 12/QĐ-SNV); có sáng kiến “Rút ngắn thời gian giải quyết hồ sơ khen thưởng” được công nhận phạm vi cơ sở; đã đăng ký thi đua đầu năm; công tác đủ 12 tháng trong năm.",
		Result: law.Result{
			Year: 2023, Code: w.Code, Kind: t.Kind, Title: t.Code, Answer: law.Yes, ManualOpen: 1,
			Findings: []law.Finding{
				{Need: "xep-loai", Answer: law.Yes, Why: "Được xếp loại từ hoàn thành tốt nhiệm vụ trở lên trong năm.", Cite: "Luật Thi đua, khen thưởng Điều 24 khoản 1", Mark: "V", Seen: "Năm 2023: HTXS (12/QĐ-SNV)."},
				{Need: "sang-kien", Answer: law.Yes, Why: "Có sáng kiến hoặc đề tài nghiên cứu khoa học được cơ quan có thẩm quyền công nhận phạm vi cơ sở trở lên trong năm.", Cite: "Luật Thi đua, khen thưởng Điều 23 khoản 2; Nghị định 91/2017/NĐ-CP Điều 9", Mark: "V2", Seen: "“Rút ngắn thời gian giải quyết hồ sơ khen thưởng”, phạm vi cơ sở, năm 2023.", Way: "Cách 1: có sáng kiến"},
				{Need: "pham-chat", Answer: law.Manual, Why: "Chấp hành tốt chủ trương, chính sách của Đảng và pháp luật của Nhà nước, đoàn kết, tương trợ.", Cite: "Luật Thi đua, khen thưởng Điều 24 khoản 1", Mark: "V"},
			},
		},
		Open: 1,
		Note: "Còn 1 tiêu chí chờ xác nhận.",
	}
	n.Result.Subject = w.Subject
	return n
}

func fillCounts(s *dossier.Submission) {
	for _, t := range s.Titles {
		c := dossier.TitleCount{Title: t}
		for _, v := range s.Verdicts {
			if v.Title != t {
				continue
			}
			c.Judged++
			for _, x := range []struct {
				n   *int
				yes bool
			}{
				{&c.Yes, v.Answer == law.Yes},
				{&c.No, v.Answer == law.No},
				{&c.Unknown, v.Answer == law.Unknown},
				{&c.Hold, v.Hold},
				{&c.Pledged, v.Pledged},
				{&c.Nominated, v.Nominated},
			} {
				if x.yes {
					*x.n++
				}
			}
		}
		s.Counts = append(s.Counts, c)
	}
}

func fillRest(s *dossier.Submission, ps []dossier.Who) {
	// Nominees were met subject by subject; the lists go title by title.
	var sorted []dossier.Nominee
	for _, t := range s.Titles {
		for _, n := range s.Nominees {
			if n.Title == t {
				sorted = append(sorted, n)
			}
		}
	}
	s.Nominees = sorted
	s.Initiatives = []dossier.InitiativeRow{
		{
			Title: "Số hóa hồ sơ khen thưởng của tỉnh giai đoạn 2015 - 2022 và tra cứu trên mạng nội bộ", Kind: tdkt.Study, Scope: tdkt.Province,
			Authors: []dossier.Author{{Who: ps[0], Share: 60}, {Who: ps[1], Share: 40}}, Decision: "1507/QĐ-UBND", Date: tdkt.Date(2023, 11, 2), UsedFor: "CSTĐ tỉnh: Trần Thị Giả Định",
		},
		{
			Title: "Rút ngắn thời gian giải quyết hồ sơ khen thưởng", Kind: tdkt.Innovation, Scope: tdkt.Base,
			Authors: []dossier.Author{{Who: ps[4]}}, Decision: "0045/QĐ-SNV", Date: tdkt.Date(2023, 10, 20),
		},
	}
	s.Given = []dossier.GivenRow{{Who: ps[2], Title: s.Titles[3], Award: tdkt.Award{Code: "LDTT", From: 2023, To: 2023, Decision: "201/QĐ-SNV", Date: tdkt.Date(2023, 12, 10)}}}
	for _, n := range s.Nominees {
		row := dossier.BonusRow{Who: n.Who, Title: n.Title, On: tdkt.Date(2023, 12, 31), Money: law.Bonus{
			Amount: 1_800_000, Times: 100, Salary: 1_800_000, Cite: "Nghị định 91/2017/NĐ-CP Điều 69; mức lương cơ sở: Nghị định 24/2023/NĐ-CP", Mark: "V2",
		}, Paid: 1_800_000}
		s.Bonuses = append(s.Bonuses, row)
	}
	s.Bonuses[0].Paid, s.Bonuses[0].Why = 0, "Không chi: đã tính theo mức cao hơn của TTLĐXS."
	s.Quotas = []law.QuotaLine{
		{Title: "CSTDCS", Name: "Chiến sĩ thi đua cơ sở", Base: "người đạt LĐTT", Rounding: "xuống", Cite: "Nghị định 91/2017/NĐ-CP Điều 9", Mark: "V2", Percent: 15, BaseCount: 6, Cap: 0, Chosen: 3, Known: true},
		{Title: "CSTDT", Name: "Chiến sĩ thi đua cấp tỉnh", Base: "người đạt CSTĐ cơ sở", Mark: "C", Chosen: 1},
	}
	s.Checks = []dossier.Check{
		{Severity: dossier.MustFix, About: "Đỗ Minh Quân, LĐTT", Text: "Đang tạm dừng xét: có đơn tố cáo chưa kết luận. Hãy chờ kết luận hoặc rút đề nghị."},
		{Severity: dossier.ForInfo, About: "Lê Thị Bình (sinh ngày 02/09/1988)", Text: "Trùng họ tên với người khác trong Sở; mọi tệp ghi kèm ngày sinh hoặc mã để phân biệt."},
	}
}
