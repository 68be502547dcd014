package app

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// The folders of a submission beside its lists, and the number of the first document.
const (
	reportFolder  = "Báo cáo thành tích"
	paperFolder   = "Giấy tờ kèm theo"
	firstDocument = 9
)

// enclosures are the documents and papers that go with the lists of a year: the documents
// in the Council's order, a report of everybody whose case goes to a higher level, and
// the papers kept for the dossiers.
func (a *App) enclosures(s *dossier.Submission) []dossier.Enclosure {
	var list []dossier.Enclosure
	n := firstDocument
	for _, kind := range []letters.Kind{letters.Proposal, letters.Minutes, letters.Decision, letters.Notice, letters.Pledge, letters.Plan} {
		info, _ := letters.InfoOf(string(kind))
		if kind == letters.Plan && len(a.View().PlansOf(s.Year)) == 0 {
			continue
		}
		list = append(list, a.made(s, Document{Info: info}, "", fmt.Sprintf("%d. %s.docx", n, info.Name)))
		n++
	}
	for _, d := range a.documentsOf(s) {
		if d.Of != "" && goesUp(s, d.Subject) {
			list = append(list, a.made(s, d, reportFolder, safeName(d.Who)+".docx"))
		}
	}
	return append(list, a.keptPapers(s)...)
}

// goesUp says whether a higher level decides something of a subject's.
func goesUp(s *dossier.Submission, subject tdkt.Subject) bool {
	for _, n := range s.Nominees {
		if n.Subject == subject && n.OnList() && n.Title.Level != dossier.OwnLevel {
			return true
		}
	}
	return false
}

// made is a document that is filled when the folder is written.
func (a *App) made(s *dossier.Submission, d Document, folder, name string) dossier.Enclosure {
	return dossier.Enclosure{
		Folder: folder, Name: name, About: strings.TrimSpace(d.About + " " + d.Who),
		Content: func(context.Context) ([]byte, error) { return a.document(s, d) },
	}
}

// keptPapers are the files kept for the dossiers, each once, named for whom and what they
// are.
func (a *App) keptPapers(s *dossier.Submission) []dossier.Enclosure {
	var list []dossier.Enclosure
	seen, used := map[tdkt.ID]bool{}, map[string]int{}
	for _, r := range s.Papers {
		for _, f := range r.Files {
			if seen[f.ID] {
				continue
			}
			seen[f.ID] = true
			name := safeName(r.Paper.Name + " - " + f.Name)
			if f.Nomination != "" {
				name = safeName(r.Code + " " + r.Title.Short + " - " + r.Paper.Name + " - " + f.Name)
			}
			if used[name]++; used[name] > 1 {
				name = fmt.Sprintf("%d %s", used[name], name)
			}
			list = append(list, dossier.Enclosure{
				Folder: paperFolder, Name: name, About: r.Paper.Name, SHA256: f.SHA256,
				Content: func(ctx context.Context) ([]byte, error) { return a.Store.Content(ctx, f) },
			})
		}
	}
	return list
}
