package letters

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// roomsOrBlank are the rooms, or one to be filled in by hand.
func roomsOrBlank(list []dossier.Room) []dossier.Room {
	if len(list) == 0 {
		return []dossier.Room{{}}
	}
	return list
}

// roomHead are the fields that every paper of a room has: the room stands where the office
// stands in papers of its own.
func roomHead(n int, r dossier.Room, org tdkt.Org) docx.Values {
	v := docx.Values{
		"cấp trên": orBlank(org.Superior), "cơ quan": orBlank(cmp.Or(org.Issuer, org.Name)), "ký hiệu phòng": orBlank(cmp.Or(r.Unit.Code, org.Symbol)),
		"tên phòng": orBlank(r.Unit.Name), "sau phòng khác": when(n > 1),
		"trưởng phòng": orBlank(r.Head.Name), "chức vụ trưởng phòng": docx.Text(cmp.Or(strings.ToUpper(r.Head.Position), "TRƯỞNG ĐƠN VỊ")),
	}
	if r.Above != "" {
		v["cấp trên"], v["cơ quan"] = orBlank(cmp.Or(org.Issuer, org.Name)), docx.Text(strings.ToUpper(r.Unit.Name))
	}
	return v
}

// pactValues are the fields of the pacts, a page for each room.
func pactValues(v docx.Values, in Input) {
	v["phòng"] = docx.Each(roomsOrBlank(in.Rooms), func(n int, r dossier.Room) docx.Values {
		row := roomHead(n, r, in.Org)
		row["số giao ước"] = orBlank(r.Pact.Of("số giao ước"))
		row["ngày tháng"] = longDay(r.Signed)
		row["đại diện công đoàn"] = orBlank(r.Pact.Of("đại diện công đoàn"))
		row["chỉ tiêu"] = orBlankRow(docx.Each(r.Targets, func(n int, t dossier.Target) docx.Values {
			return docx.Values{"stt": docx.Text(fmt.Sprint(n)), "nội dung": docx.Text(t.What), "mức": docx.Text(t.Goal)}
		}))
		row["tập thể đăng ký"] = orBlank(strings.Join(r.Own, "; "))
		row["số đăng ký"], row["số đăng ký bằng chữ"] = count(len(r.Pledges)), inWords(int64(len(r.Pledges)))
		row["người"] = orBlankRow(docx.Each(r.Pledges, func(n int, p dossier.PledgeRow) docx.Values {
			role := p.Position
			if role != "" {
				role = ", " + role
			}
			return docx.Values{
				"stt": docx.Text(fmt.Sprint(n)), "họ và tên": docx.Text(printed(p.Who)), "chức vụ": docx.Text(role),
				"đăng ký": docx.Text(strings.Join(titleNames(in.Submission, p), "; ")), "sáng kiến": docx.Text(strings.Join(p.Initiatives, "; ")),
			}
		}))
		return row
	})
}

// roomMinutes are the fields of the minutes of the rooms' meetings, a page for each room.
func roomMinutes(v docx.Values, in Input) {
	v["phòng"] = docx.Each(roomsOrBlank(in.Rooms), func(n int, r dossier.Room) docx.Values {
		row := roomHead(n, r, in.Org)
		text := func(field string) docx.Text { return orBlank(r.Minutes.Of(field)) }
		row["ngày tháng"] = longDay(in.DatedBy)
		row["thời gian họp phòng"], row["nơi họp phòng"] = text("thời gian họp phòng"), text("nơi họp phòng")
		row["chủ trì họp phòng"] = orBlank(cmp.Or(r.Minutes.Of("chủ trì họp phòng"), r.Head.Name))
		row["thư ký họp phòng"], row["số có mặt họp phòng"] = text("thư ký họp phòng"), text("số có mặt họp phòng")
		row["tổng số người"] = blank
		if r.Members > 0 {
			row["tổng số người"] = count(r.Members)
		}
		said := r.Minutes.Of("ý kiến họp phòng")
		row["có ý kiến họp phòng"], row["ý kiến họp phòng"] = docx.Text(said), orBlank(said)
		row["có danh hiệu"], row["danh hiệu"] = when(len(r.Cases) > 0), caseGroups(r.Cases)
		return row
	})
}

// caseGroups puts the cases of a room under their titles.
func caseGroups(cases []dossier.RoomCase) docx.List {
	type group struct {
		title dossier.Title
		cases []dossier.RoomCase
	}
	var list []group
	for _, c := range cases {
		if k := len(list); k == 0 || list[k-1].title != c.Title {
			list = append(list, group{title: c.Title})
		}
		at := &list[len(list)-1]
		at.cases = append(at.cases, c)
	}
	return docx.Each(list, func(n int, g group) docx.Values {
		return docx.Values{
			"số mục": docx.Text(dossier.Roman(n)), "tên danh hiệu": docx.Text(g.title.Name),
			"người": docx.Each(g.cases, func(n int, c dossier.RoomCase) docx.Values {
				row := docx.Values{"stt": docx.Text(fmt.Sprint(n)), "họ và tên": docx.Text(printed(c.Who)), "đồng ý": blank, "không đồng ý": blank, "tỷ lệ": blank}
				if c.All > 0 {
					row["đồng ý"], row["không đồng ý"], row["tỷ lệ"] = count(c.For), count(c.All-c.For), docx.Text(tdkt.Share(c.For, c.All))
				}
				return row
			}),
		}
	})
}

// textLines are the lines of a text, each without what numbers it.
func textLines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(strings.TrimLeft(line, "-+• ")); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// parted is a line of two columns: what stands before the bar, and behind it.
func parted(line string) (first, second string) {
	first, second, _ = strings.Cut(line, "|")
	return strings.TrimSpace(first), strings.TrimSpace(second)
}
