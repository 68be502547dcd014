package letters

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
)

// meetingValues are the fields of the Council's meeting.
func meetingValues(v docx.Values, s *dossier.Submission) {
	m := s.Meeting
	v["giờ họp"], v["giờ kết thúc"] = orBlank(m.Start), orBlank(m.End)
	v["nơi họp"] = orBlank(m.Place)
	v["chủ trì"], v["thư ký"] = orBlank(m.Chair), orBlank(m.Secretary)
	v["ý kiến"], v["kết luận"] = orBlank(m.Opinions), orBlank(m.Conclusion)
	v["đoạn kết luận"] = paragraphs(cmp.Or(m.Conclusion, concluded(s)))
	v["chức danh chủ trì"] = docx.Text("CHỦ TRÌ")
	if m.ChairRole != "" {
		v["chức danh chủ trì"] = docx.Text(strings.ToUpper(m.ChairRole + " Hội đồng"))
	}
	extractValues(v, s)
	number := func(n int) docx.Text {
		if len(m.Members) == 0 {
			return blank
		}
		return count(n)
	}
	v["tổng số thành viên"] = number(m.Base)
	v["số có mặt"] = number(m.Votes(dossier.Present))
	v["số gửi phiếu"] = number(m.Votes(dossier.Written))
	v["số vắng"] = number(m.Votes(dossier.Absent))
	members := docx.Each(m.Members, func(n int, a dossier.Attendee) docx.Values {
		return docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "họ và tên": orBlank(a.Name), "chức danh": orBlank(a.Role), "chức danh trong bảng": orBlank(dossier.Sentence(a.Role)),
			"dự họp": orBlank(string(a.State)), "lý do": docx.Text(attendeeNote(a)), "dấu": mark(n, len(m.Members)),
		}
	})
	v["thành viên"] = members
	v["bảng thành viên"] = orBlankRow(members)
	var words []string
	for _, r := range m.Recused {
		words = append(words, r.Text)
	}
	recused := docx.Text(strings.Join(words, "; "))
	v["có người không tham gia"], v["người không tham gia"] = recused, recused
}

// extractValues tell whole minutes from the extract that goes with the papers of a level:
// an extract leaves out what nobody entered instead of a place for it.
func extractValues(v docx.Values, s *dossier.Submission) {
	v["mã nhật ký"] = docx.Text(s.Head)
	m, held := s.Meeting, longDay(s.Meeting.Day)
	v["loại biên bản"], v["cả biên bản"], v["trích biên bản"] = docx.Text("BIÊN BẢN"), shown, docx.Text("")
	v["có ý kiến"], v["có kết luận"], v["cấp quyết định"], v["giờ họp, ngày họp"] = shown, shown, docx.Text(""), held
	if s.Part != dossier.OwnPart && s.Part != dossier.UpPart {
		return
	}
	v["loại biên bản"], v["cả biên bản"], v["trích biên bản"] = docx.Text("TRÍCH BIÊN BẢN"), docx.Text(""), shown
	v["có ý kiến"], v["có kết luận"] = docx.Text(m.Opinions), docx.Text(cmp.Or(m.Conclusion, concluded(s)))
	if m.Start != "" {
		v["giờ họp, ngày họp"] = docx.Text(m.Start) + ", " + held
	}
	v["cấp quyết định"] = docx.Text("do Giám đốc quyết định")
	if s.Part == dossier.UpPart {
		v["cấp quyết định"] = docx.Text("trình cấp trên")
	}
}

// attendeeNote is why a member was away, and that one without a vote has none.
func attendeeNote(a dossier.Attendee) string {
	if a.Voting {
		return a.Reason
	}
	return joined("không biểu quyết", a.Reason)
}

// concluded is what the votes come to, in the words of a conclusion; "" before any.
func concluded(s *dossier.Submission) string {
	passed, failed := 0, 0
	var words []string
	for _, g := range groups(s, all) {
		n := 0
		for _, x := range g.people {
			switch b := s.BallotOf(x); {
			case b.Members == 0:
			case b.Outcome == "Thông qua":
				n++
			case b.Outcome != "":
				failed++
			}
		}
		if n > 0 {
			words = append(words, fmt.Sprintf("%s: %s %s", g.title.Name, count(n), kindWords(g.title.Kind)))
		}
		passed += n
	}
	if passed+failed == 0 {
		return ""
	}
	lines := []string{fmt.Sprintf("Hội đồng thông qua %s trường hợp (%s), không thông qua %s trường hợp.", count(passed), inWords(int64(passed)), count(failed))}
	if len(words) > 0 {
		lines = append(lines, "Các trường hợp được thông qua: "+strings.Join(words, "; ")+".")
	}
	return strings.Join(lines, "\n")
}
