package tdkt

// Gather makes decisions out of awards that carry a number and a day but stand on no
// decision's list yet, as those read from Excel do: awards of one number, day and level
// are one decision. key gives the keys of the new records, in order.
func Gather(awards []Award, listed map[ID]bool, key func(Noun) ID) (decisions []Decision, lines []DecisionLine) {
	type mark struct {
		number, level string
		day           Day
	}
	at := map[mark]int{}
	places := map[ID]int{}
	for _, w := range awards {
		if listed[w.ID] || Clean(w.Decision) == "" || w.Date == 0 {
			continue
		}
		m := mark{Fold(w.Decision), w.Level, w.Date}
		i, ok := at[m]
		if !ok {
			i = len(decisions)
			at[m] = i
			decisions = append(decisions, Decision{
				ID: key(NounDecision), Kind: Giving, Number: Clean(w.Decision), Date: w.Date,
				Signer: w.Signer, Level: w.Level, Manner: w.Manner,
			})
		}
		d := decisions[i].ID
		places[d]++
		lines = append(lines, DecisionLine{
			ID: key(NounDecisionLine), Decision: d, Place: places[d], Subject: w.Subject, Code: w.Code, Award: w.ID,
		})
	}
	return decisions, lines
}
