package letters

import (
	"fmt"
	"io"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// The sheets of a person's rating, and the minutes of a room's meeting about them.
const (
	MarkForm     Kind = "mau-01"
	YearForm     Kind = "mau-02"
	StaffForm    Kind = "mau-vien-chuc"
	RatingNotice Kind = "thong-bao-xep-loai"
	RatingDebate Kind = "bien-ban-xep-loai"
)

// RatingKinds lists the documents of rating; they are of one person or one room.
func RatingKinds() []Info {
	return []Info{
		{MarkForm, "Phiếu theo dõi, đánh giá", "Mẫu số 01, của một người trong một kỳ", tdkt.APerson, "", use{}},
		{YearForm, "Phiếu xếp loại chất lượng", "Mẫu số 02, của một người trong năm", tdkt.APerson, "", use{}},
		{StaffForm, "Phiếu xếp loại chất lượng viên chức", "Phụ lục II Nghị định 233/2026, của một người trong năm", tdkt.APerson, "", use{}},
		{RatingNotice, "Thông báo kết quả xếp loại", "Gửi từng người, có hạn giải quyết kiến nghị", tdkt.APerson, "", use{}},
		{RatingDebate, "Biên bản họp xếp loại", "Của một phòng, đơn vị", tdkt.AUnit, "", use{}},
	}
}

// WriteRating fills the template of a person's sheet.
func WriteRating(w io.Writer, t Template, f dossier.RatingForm) error {
	open, err := t.open()
	if err != nil {
		return err
	}
	return open.Fill(w, ratingValues(f), docx.Marks{})
}

// WriteDebate fills the template of the minutes of a room's meeting.
func WriteDebate(w io.Writer, t Template, room string, people []dossier.RatingForm, org tdkt.Org, year int) error {
	open, err := t.open()
	if err != nil {
		return err
	}
	v := orgValues(org, year)
	v["đơn vị"], v["số người"] = orBlank(room), docx.Text(fmt.Sprint(len(people)))
	v["người"] = docx.Each(people, func(n int, f dossier.RatingForm) docx.Values {
		return docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "tên": orBlank(f.Name), "chức vụ": docx.Text(f.Position), "điểm": orBlank(meanText(f)),
			"ý kiến": blank, "mức": orBlank(levelText(f)),
		}
	})
	return open.Fill(w, v, docx.Marks{})
}

func levelText(f dossier.RatingForm) string {
	if f.Rating.Level != "" {
		return f.Rating.Level.Words()
	}
	return f.Proposed.Words()
}

func meanText(f dossier.RatingForm) string {
	if f.Count == 0 {
		return ""
	}
	return dossier.Points(f.Mean)
}

// orgValues are the fields of the head and the signature.
func orgValues(org tdkt.Org, year int) docx.Values {
	return common(&dossier.Submission{Org: org, Year: year})
}

// ratingValues are the fields of Mẫu số 01, Mẫu số 02 and the notice.
func ratingValues(f dossier.RatingForm) docx.Values {
	v := orgValues(f.Org, f.Year)
	v["họ và tên"], v["chức vụ"], v["đơn vị"] = orBlank(f.Name), orBlank(f.Position), orBlank(f.Unit)
	v["kỳ"] = docx.Text(fmt.Sprintf("%s năm %d", f.Period.Words(), f.Year))
	v["nhóm"] = groupValues(f)
	v["tối đa chung"], v["tối đa kết quả"], v["điểm chung tự chấm"] = docx.Text(fmt.Sprint(f.MostCommon)), docx.Text(fmt.Sprint(f.MostResult)), docx.Text("")
	v["trung bình chung"], v["trung bình kết quả"] = blank, blank
	if f.HasParts {
		v["trung bình chung"], v["trung bình kết quả"] = docx.Text(dossier.Points(f.MeanCommon)), docx.Text(dossier.Points(f.MeanResult))
	}
	if f.Own {
		v["điểm chung tự chấm"] = docx.Text(dossier.Points(f.Self.Common))
	}
	v["điểm chung"], v["điểm kết quả"], v["tổng điểm"] = blank, blank, blank
	score, has := f.Head, f.Done
	if !has {
		score, has = f.Self, f.Own
	}
	if has {
		v["tổng điểm"] = docx.Text(dossier.Points(score.Total))
		if score.HasParts() {
			v["điểm chung"], v["điểm kết quả"] = docx.Text(dossier.Points(score.Common)), docx.Text(dossier.Points(score.Result))
		}
	}
	v["ưu điểm"], v["hạn chế"], v["nhận xét"] = blank, blank, orBlank(f.Note)
	v["loại kỳ"] = docx.Text("Tháng")
	if f.Quarters {
		v["loại kỳ"] = docx.Text("Quý")
	}
	v["kỳ trong năm"] = docx.Each(f.Months, func(_ int, m dossier.RatingMonth) docx.Values {
		points := ""
		if m.Counted {
			points = dossier.Points(m.Points)
		}
		return docx.Values{"tên kỳ": docx.Text(m.Label), "điểm kỳ": docx.Text(points), "ghi chú kỳ": docx.Text(m.Note)}
	})
	v["trung bình"], v["ghi chú trung bình"] = docx.Text(meanText(f)), docx.Text(f.MeanNote)
	for i, l := range tdkt.Levels() {
		v[fmt.Sprintf("tự xếp %d", i+1)] = docx.Text("☐")
		v[fmt.Sprintf("quyết định %d", i+1)] = box(f.Rating.Level == l)
	}
	v["phương án"] = blank
	v["điểm trung bình"] = orBlank(meanText(f))
	v["mức quyết định"] = orBlank(f.Rating.Level.Words())
	v["theo quyết định"] = docx.Text("")
	if f.Rating.Decision != "" {
		v["theo quyết định"] = docx.Text(" (quyết định số " + f.Rating.Decision + ")")
	}
	v["tên quy định"] = orBlank(f.Rules)
	v["số ngày"], v["điều kiến nghị"] = blank, orBlank(f.Cite)
	if f.Petition > 0 {
		v["số ngày"] = count(f.Petition)
	}
	return v
}

func box(on bool) docx.Text {
	if on {
		return "☒"
	}
	return "☐"
}

// groupValues are the groups of common criteria with their lines.
func groupValues(f dossier.RatingForm) docx.List {
	type group struct {
		name  string
		lines []dossier.RatingLine
	}
	var groups []group
	for _, l := range f.Lines {
		if l.Group != "" || len(groups) == 0 {
			groups = append(groups, group{name: l.Group})
		}
		g := &groups[len(groups)-1]
		g.lines = append(g.lines, l)
	}
	marked := func(n int) docx.Text {
		if !f.Own {
			return ""
		}
		return docx.Text(dossier.Points(n))
	}
	return docx.Each(groups, func(n int, g group) docx.Values {
		most, sum := 0, 0
		for _, l := range g.lines {
			most, sum = most+l.Most, sum+l.Mark
		}
		return docx.Values{
			"số nhóm": docx.Text(dossier.Roman(n)), "tên nhóm": docx.Text(g.name), "tối đa nhóm": docx.Text(dossier.Points(most)), "điểm nhóm": marked(sum),
			"tiêu chí": docx.Each(g.lines, func(k int, l dossier.RatingLine) docx.Values {
				return docx.Values{
					"stt": docx.Text(fmt.Sprint(k)), "tên tiêu chí": docx.Text(l.Name), "tối đa": docx.Text(dossier.Points(l.Most)), "điểm": marked(l.Mark),
				}
			}),
		}
	})
}
