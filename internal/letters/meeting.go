package letters

import (
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
			"stt": docx.Text(fmt.Sprint(n)), "họ và tên": orBlank(a.Name), "chức danh": orBlank(a.Role),
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
	v["có ý kiến"], v["có kết luận"] = docx.Text(m.Opinions), docx.Text(m.Conclusion)
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
