package papers

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/dossier"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// The folders within what goes to the province, beside its lists.
const (
	reportFolder = "Báo cáo thành tích"
	proofFolder  = "Xác nhận sáng kiến, mức độ hoàn thành"
	roomFolder   = "Biên bản họp phòng"
	paperFolder  = "Giấy tờ kèm theo"
)

// draftWords stand across every page of a draft.
const draftWords = "DỰ THẢO"

// enclosed is a document with its place in the folder: its name keeps the order of the
// part.
type enclosed struct {
	kind letters.Kind
	part dossier.Part
	name string
}

// documentPlaces are the documents that go with the lists, part by part.
func documentPlaces() []enclosed {
	return []enclosed{
		{letters.Decision, dossier.OwnPart, "1. Quyết định khen thưởng"},
		{letters.Minutes, dossier.OwnPart, "3. Trích biên bản họp Hội đồng"},
		{letters.Proposal, dossier.UpPart, "1. Tờ trình"},
		{letters.Minutes, dossier.UpPart, "4. Trích biên bản họp Hội đồng"},
		{letters.Minutes, dossier.HousePart, "7. Biên bản họp Hội đồng"},
		{letters.Notice, dossier.HousePart, "8. Thông báo kết quả xét"},
		{letters.Pledge, dossier.HousePart, "9. Giao ước thi đua"},
		{letters.Plan, dossier.HousePart, "10. Kế hoạch"},
		{letters.Receipt, dossier.HousePart, "11. Danh sách ký nhận"},
		{letters.Ceremony, dossier.HousePart, "12. Thứ tự trao thưởng"},
		{letters.Archive, dossier.HousePart, "13. Mục lục hồ sơ nộp lưu trữ"},
		{letters.InitiativeMinutes, dossier.HousePart, "14. Biên bản họp Hội đồng sáng kiến"},
		{letters.InitiativeGiven, dossier.HousePart, "15. Quyết định công nhận sáng kiến"},
		{letters.Consultation, dossier.HousePart, "16. Công văn xin ý kiến"},
		{letters.Posting, dossier.UpPart, "8. Kết quả công khai"},
	}
}

// enclosures are the documents and papers that go with the lists: the documents of each
// level, a report for each case whose dossier asks for one, and the papers kept for the
// dossiers.
func enclosures(a *app.App, s *dossier.Submission) []dossier.Enclosure {
	var list []dossier.Enclosure
	for _, e := range documentPlaces() {
		info, _ := letters.InfoOf(string(e.kind))
		if !goesIn(a, s, e) {
			continue
		}
		sub := s.For(e.part)
		if e.kind != letters.Decision {
			list = append(list, made(a, sub, Document{Info: info}, "", e.name+".docx"))
			continue
		}
		subs := sub.ByDecision()
		for _, one := range subs {
			name := e.name
			if len(subs) > 1 {
				name += " - " + one.Decided.FileWords()
			}
			decision := made(a, one, Document{Info: info}, "", name+".docx")
			decision.Cases = one
			list = append(list, decision)
		}
	}
	up := s.For(dossier.UpPart)
	for _, part := range []dossier.Part{dossier.OwnPart, dossier.UpPart} {
		sub := s.For(part)
		for _, n := range sub.Nominees {
			if !asksReport(s, n) {
				continue
			}
			d := reportFor(a, sub, n)
			list = append(list, made(a, sub, d, reportFolder, tdkt.FileWords(d.Who)+".docx"))
		}
	}
	list = append(list, proofFiles(a, s)...)
	info, _ := letters.InfoOf(string(letters.RoomMinutes))
	for _, d := range ofKind(a, s, info) {
		list = append(list, made(a, s.For(dossier.HousePart), d, roomFolder, tdkt.FileWords(d.Who)+".docx"))
	}
	markMade(a, s)
	if s.PDF {
		list = withPDF(list, paperDayOf(s))
	}
	return append(append(list, keptPapers(a, up)...), keptPapers(a, s.For(dossier.OwnPart))...)
}

// withPDF puts a PDF beside each Word paper that leaves the house, dated so that equal papers
// are equal files.
func withPDF(list []dossier.Enclosure, day tdkt.Day) []dossier.Enclosure {
	var out []dossier.Enclosure
	for _, e := range list {
		out = append(out, e)
		name, word := strings.CutSuffix(e.Name, ".docx")
		if !word || !e.Part.Leaves() {
			continue
		}
		content := e.Content
		e.Name, e.About = name+".pdf", e.About+" (bản PDF)"
		e.Content = func(ctx context.Context) ([]byte, error) {
			file, err := content(ctx)
			if err != nil {
				return nil, err
			}
			return asPDF(name, file, day.Time())
		}
		out = append(out, e)
	}
	return out
}

// asksReport says whether the law's list of papers has a report of merits in the dossier of a
// case; what goes up has one in any event.
func asksReport(s *dossier.Submission, n dossier.Nominee) bool {
	return dossier.UpPart.Holds(n) || slices.ContainsFunc(s.Papers, func(r dossier.PaperRow) bool {
		return r.Nomination == n.Nomination && dossier.PaperKind(r.Paper.Code) == "bao-cao"
	})
}

// goesIn says whether a document goes into the folder: its part has something to say, and
// it is about something.
func goesIn(a *app.App, s *dossier.Submission, e enclosed) bool {
	switch {
	case !s.Written(e.part):
		return false
	case e.kind == letters.Minutes:
		return !e.part.Leaves() || s.Meeting.Held()
	case e.kind == letters.Pledge:
		return len(s.Pledges) > 0
	case e.kind == letters.Plan:
		return len(a.View().PlansOf(s.Year)) > 0
	case e.kind == letters.Decision || e.kind == letters.Proposal:
		return true
	}
	return hasCases(s, e.kind) == nil
}

// proofFiles are the confirmations of initiatives and ratings that the dossiers of each part
// ask for.
func proofFiles(a *app.App, s *dossier.Submission) []dossier.Enclosure {
	var list []dossier.Enclosure
	for _, part := range []dossier.Part{dossier.OwnPart, dossier.UpPart} {
		sub := s.For(part)
		for _, kind := range []letters.Kind{letters.InitiativeProof, letters.RatingProof} {
			info, _ := letters.InfoOf(string(kind))
			for _, d := range proofs(a, sub, info) {
				list = append(list, made(a, sub, d, proofFolder, tdkt.FileWords(d.Name+" - "+d.Who)+".docx"))
			}
		}
	}
	return list
}

// markMade notes which papers of the dossiers the folder holds as the program wrote them.
func markMade(a *app.App, s *dossier.Submission) {
	made := map[string]bool{}
	for _, k := range []letters.Kind{letters.Proposal, letters.Minutes, letters.UnitReport, letters.PersonReport} {
		for _, code := range k.Fills() {
			made[code] = true
		}
	}
	posting, _ := letters.InfoOf(string(letters.Posting))
	posted := len(gaps(a, s, Document{Info: posting})) == 0
	for i := range s.Papers {
		r := &s.Papers[i]
		switch {
		case slices.Contains(letters.Posting.Fills(), r.Paper.Code):
			r.Made = posted
		case r.Paper.Code == votePaper:
			r.Made = s.Meeting.Ballots[r.Nomination].Members > 0
		case slices.Contains(letters.InitiativeProof.Fills(), r.Paper.Code):
			r.Made = len(historyFor(a, s, Document{Subject: r.Subject, Code: r.Title.Code}).Initiatives) > 0
		default:
			r.Made = made[r.Paper.Code]
		}
	}
}

// votePaper is the outcome of the ballot in the law's list of papers: the folder holds it as
// a sheet.
const votePaper = "kiem-phieu"

// reportKind is the report of merits of a kind of subject.
func reportKind(k tdkt.SubjectKind) letters.Kind {
	if k == tdkt.AUnit {
		return letters.UnitReport
	}
	return letters.PersonReport
}

// made is a document of a part that is filled when the folder is written.
func made(a *app.App, s *dossier.Submission, d Document, folder, name string) dossier.Enclosure {
	return dossier.Enclosure{
		Part: s.Part, Folder: folder, Name: name, About: strings.TrimSpace(d.About + " " + d.Who),
		Content: func(context.Context) ([]byte, error) { return document(a, s, d) },
	}
}

// keptPapers are the files kept for the dossiers of a part, each once, named for whom and
// what they are.
func keptPapers(a *app.App, s *dossier.Submission) []dossier.Enclosure {
	var list []dossier.Enclosure
	seen, used := map[tdkt.ID]bool{}, map[string]int{}
	for _, r := range s.Papers {
		for _, f := range r.Files {
			if seen[f.ID] {
				continue
			}
			seen[f.ID] = true
			name := tdkt.FileWords(r.Paper.Name + " - " + f.Name)
			if f.Nomination != "" {
				name = tdkt.FileWords(r.Code + " " + r.Title.Short + " - " + r.Paper.Name + " - " + f.Name)
			}
			if used[name]++; used[name] > 1 {
				name = fmt.Sprintf("%d %s", used[name], name)
			}
			list = append(list, dossier.Enclosure{
				Part: s.Part, Folder: paperFolder, Name: name, About: r.Paper.Name, SHA256: f.SHA256,
				Content: func(ctx context.Context) ([]byte, error) { return a.Store.Content(ctx, f) },
			})
		}
	}
	return list
}
