package papers

import (
	"cmp"
	"fmt"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// archiveFiles are the papers of a round as the index of the archive lists them: what was
// decided, the minutes, what was proposed, and every file that was kept.
func archiveFiles(a *app.App, s *dossier.Submission) []letters.ArchiveFile {
	v := a.View()
	office := cmp.Or(s.Org.Issuer, s.Org.Name)
	var list []letters.ArchiveFile
	add := func(number string, day tdkt.Day, author, about string, pages int) {
		list = append(list, letters.ArchiveFile{Number: number, Day: day, Author: author, About: about, Pages: pages})
	}
	for _, m := range v.MeetingsIn(s.Round) {
		add(m.Minutes, m.Date, "Hội đồng Thi đua - Khen thưởng", "Biên bản họp: "+cmp.Or(m.Title, "xét thi đua, khen thưởng"), 0)
	}
	for _, room := range RoomsIn(a, s, Document{Info: letters.Info{Kind: letters.RoomMinutes}}) {
		add("", 0, room.Unit.Name, "Biên bản họp bình xét của phòng", 0)
	}
	up := s.For(dossier.UpPart)
	if len(up.Nominees) > 0 {
		add("", s.DatedBy, office, "Tờ trình và danh sách đề nghị cấp trên khen thưởng", 0)
	}
	for _, n := range up.Nominees {
		add("", 0, n.Name, "Báo cáo thành tích đề nghị "+inFull(n.Title), 0)
	}
	type paper struct {
		number string
		day    tdkt.Day
	}
	seen := map[paper]bool{}
	for _, n := range s.Nominees {
		g := n.Standing.Given
		if g == nil || seen[paper{g.Decision.Number, g.Decision.Date}] {
			continue
		}
		seen[paper{g.Decision.Number, g.Decision.Date}] = true
		add(g.Decision.Number, g.Decision.Date, cmp.Or(g.Decision.Issuer, g.Decision.Signer, office), cmp.Or(g.Decision.Title, fmt.Sprintf("Quyết định khen thưởng năm %d", s.Year)), 0)
	}
	for _, f := range v.Attachments {
		if f.Year == s.Year && f.Round == s.Round.ID {
			add("", f.Date, "", f.Name, f.Pages)
		}
	}
	slices.SortStableFunc(list, func(x, y letters.ArchiveFile) int {
		return cmp.Compare(cmp.Or(x.Day, view.Never), cmp.Or(y.Day, view.Never))
	})
	return list
}
