package dossier

import (
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// PaperState says how a paper of a dossier stands.
type PaperState string

// The states, as lists print them.
const (
	PaperThere    PaperState = "có"
	PaperMissing  PaperState = "chưa có"
	PaperOptional PaperState = "không bắt buộc"
)

// PaperRow is one paper that a nominee's dossier must hold, with the files kept for it.
type PaperRow struct {
	Who
	Title      Title
	Nomination tdkt.ID
	Paper      law.Paper
	Files      []tdkt.Attachment
	Made       bool    // the folder holds the paper as the program wrote it
	Report     *Report // of a report of merits: how far it is written; else nil
}

// State says how the paper stands.
func (p PaperRow) State() PaperState {
	switch {
	case len(p.Files) > 0 || p.Made:
		return PaperThere
	case p.Paper.Optional:
		return PaperOptional
	default:
		return PaperMissing
	}
}

// gatherPapers lists what the law asks for of everybody on the lists. A shared paper
// stands in every dossier with the same files.
func (b *builder) gatherPapers() {
	shared, own := map[string][]tdkt.Attachment{}, map[tdkt.ID][]tdkt.Attachment{}
	for _, a := range b.Attachments {
		switch {
		case a.Year != b.Input.Year:
		case a.Nomination == "" && a.Round != b.Done.Round.ID: // shared by another round
		case a.Nomination == "":
			shared[a.Paper] = append(shared[a.Paper], a)
		default:
			own[a.Nomination] = append(own[a.Nomination], a)
		}
	}
	for _, n := range b.Nominees {
		if !n.OnList() || n.Nomination == "" {
			continue
		}
		for _, p := range b.Rules.Papers(b.Submission.PaperDay, n.Title.Code) {
			row := PaperRow{Who: n.Who, Title: n.Title, Nomination: n.Nomination, Paper: p}
			if p.Shared {
				row.Files = shared[p.Code]
			}
			for _, a := range own[n.Nomination] {
				if a.Paper == p.Code {
					row.Files = append(slices.Clip(row.Files), a)
				}
			}
			if p.Code == paperReport {
				row.Report = ReportOf(b.Input, reportDay(b.Submission.PaperDay, b.Input.Year), b.Done.Round.Kind, n.Subject, n.Title.Code)
			}
			b.Papers = append(b.Papers, row)
		}
	}
}

// checkPapers names, paper by paper, whose is missing.
func (b *builder) checkPapers() {
	type missing struct {
		paper law.Paper
		names []string
	}
	var list []missing
	for _, r := range b.Papers {
		if r.State() != PaperMissing {
			continue
		}
		k := slices.IndexFunc(list, func(m missing) bool { return m.paper.Code == r.Paper.Code })
		if k < 0 {
			k = len(list)
			list = append(list, missing{paper: r.Paper})
		}
		list[k].names = append(list[k].names, r.Name+" ("+r.Title.Short+")")
	}
	b.here = Spot{Page: AtPapers}
	for _, m := range list {
		if m.paper.Shared {
			b.find(LookAt, m.paper.Name, "Chưa đính kèm, cần cho %d trường hợp (%s).", len(m.names), m.paper.Cite)
			continue
		}
		b.find(LookAt, m.paper.Name, "Còn thiếu ở %d hồ sơ: %s (%s).", len(m.names), someOf(m.names), m.paper.Cite)
	}
	b.checkFiles()
}

// checkFiles finds a file that was kept twice, for two people or two papers.
func (b *builder) checkFiles() {
	first := map[string]tdkt.Attachment{}
	for _, a := range b.Attachments {
		if a.Year != b.Input.Year {
			continue
		}
		if other, ok := first[a.SHA256]; ok && (other.Nomination != a.Nomination || other.Paper != a.Paper) {
			b.find(LookAt, a.Name, "Cùng một nội dung được đính kèm hai nơi (tệp kia là “%s”). Hãy xem có nhầm tệp không.", other.Name)
		}
		first[a.SHA256] = a
		if a.Date > b.Input.Today {
			b.find(LookAt, a.Name, "Ngày của giấy tờ %s sau hôm nay.", a.Date)
		}
	}
}

// someOf names the first few of a list.
func someOf(names []string) string {
	const most = 6
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:most], ", ") + " và các trường hợp khác"
}
