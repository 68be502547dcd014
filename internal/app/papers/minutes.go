package papers

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// minutes is the Council's last meeting of a round with the votes of all its meetings, as
// the round's papers print them.
func minutes(v *view.View, r tdkt.Round) (dossier.Meeting, error) {
	out := dossier.Meeting{Ballots: map[tdkt.ID]dossier.Ballot{}}
	for _, m := range v.MeetingsIn(r) {
		out.Day, out.Place, out.Base = m.Date, m.Place, m.Members
		out.Chair, out.ChairRole, out.Secretary, out.Members, out.Recused = "", "", "", nil, nil
		attended(v, m, &out)
		list, err := v.Tallies(m)
		if err != nil {
			return out, err
		}
		for _, t := range list {
			if !t.Entered {
				continue
			}
			out.Ballots[t.Nomination.ID] = dossier.Ballot{
				Members: t.Ballot.Members, For: t.Ballot.For, Against: t.Ballot.Against, Outcome: outcomeWords(t),
			}
			if t.Ballot.Recused > 0 {
				out.Recused = append(out.Recused, dossier.Recusal{Nomination: t.Nomination.ID, Text: fmt.Sprintf("%s (%s)",
					v.Facts.NameOf(t.Nomination.Subject), v.TitleName(t.Nomination.Title))})
			}
		}
	}
	t := paperTexts(v, string(letters.Minutes), r, rootSubject(v))
	out.Start, out.End = t.Of("giờ bắt đầu họp hội đồng"), t.Of("giờ kết thúc họp hội đồng")
	out.Opinions, out.Conclusion = t.Of("ý kiến tại hội đồng"), t.Of("kết luận của hội đồng")
	return out, nil
}

// attended lists who took part in a meeting, who chaired it and who wrote it down.
func attended(v *view.View, m tdkt.Meeting, out *dossier.Meeting) {
	for _, a := range v.Attendees(m) {
		out.Members = append(out.Members, dossier.Attendee{
			Name: a.Name, Role: string(a.Member.Role), Voting: a.Member.Voting,
			State: dossier.Presence(a.State), Reason: a.Reason,
		})
		switch here := a.State == tdkt.InPerson; {
		case here && out.Chair == "" && (a.Member.Role == tdkt.Chair || a.Member.Role == tdkt.ViceChair):
			out.Chair, out.ChairRole = a.Name, string(a.Member.Role)
		case here && out.Secretary == "" && a.Member.Role == tdkt.Clerk:
			out.Secretary = a.Name
		}
	}
}

// outcomeWords is what a tally came to, "" where it cannot be said.
func outcomeWords(t view.Tally) string {
	switch {
	case t.Ballot.Result == tdkt.Approved, t.Ballot.Result == "" && t.Result == law.Yes:
		return "Thông qua"
	case t.Ballot.Result == tdkt.Rejected, t.Ballot.Result == "" && t.Result == law.No:
		return "Không thông qua"
	}
	return ""
}
