package demo

import "tdkt/internal/tdkt"

// blocs reads the khối of the year: a line of the khối, then the lines that belong to it.
func (b *builder) blocs() {
	out := &b.data.Blocs
	for _, r := range table("bloc.txt", 10) {
		switch r.cells[0] {
		case "bloc":
			out.Blocs = append(out.Blocs, tdkt.Bloc{
				ID: b.id(tdkt.NounBloc), Year: workYear, Name: r.cells[1], Scale: r.number(2) * 100, Signed: r.day(3), SignedPlace: r.cells[4],
				Met: r.day(5), MetPlace: r.cells[6], Chair: r.cells[7], Secretary: r.cells[8], Next: r.cells[9],
			})
		case "target", "text":
			b.blocText(r)
		case "member":
			out.BlocMembers = append(out.BlocMembers, tdkt.BlocMember{
				ID: b.id(tdkt.NounBlocMember), Year: workYear, Bloc: out.Blocs[0].ID, Place: len(out.BlocMembers) + 1, Name: r.cells[1],
				Role: oneOf(r, 2, tdkt.BlocRoles()...), Own: r.cells[3] != "", Leader: r.cells[4], Position: r.cells[5],
				Votes: r.quantity(6), Voters: r.number(7),
			})
		case "criterion":
			c := tdkt.BlocCriterion{
				ID: b.id(tdkt.NounBlocCriterion), Year: workYear, Bloc: out.Blocs[0].ID, Place: len(out.BlocCriteria) + 1, Number: r.cells[1],
				Text: r.cells[2], Kind: oneOf(r, 3, tdkt.CriterionKinds()...), Measure: r.cells[5], Outside: r.cells[6] != "",
			}
			c.Standard = int(r.quantity(4).N)
			out.BlocCriteria = append(out.BlocCriteria, c)
		case "mark":
			out.BlocMarks = append(out.BlocMarks, tdkt.BlocMark{
				ID: b.id(tdkt.NounBlocMark), Year: workYear, Member: out.BlocMembers[r.number(1)-1].ID, Criterion: b.blocCriterion(r, r.cells[2]),
				Plan: r.quantity(3), Result: r.quantity(4), Level: r.cells[5], Self: r.quantity(6), Checked: r.quantity(7), Evidence: r.cells[8],
			})
		case "extra":
			out.BlocExtras = append(out.BlocExtras, tdkt.BlocExtra{
				ID: b.id(tdkt.NounBlocExtra), Year: workYear, Member: out.BlocMembers[r.number(1)-1].ID, Minus: r.cells[2] == "-",
				Key: r.cells[3], Count: r.number(4),
			})
		default:
			r.fail("%q begins no line of a khối", r.cells[0])
		}
	}
}

// blocText adds a target of the giao ước, or one of the khối's texts.
func (b *builder) blocText(r row) {
	one := &b.data.Blocs.Blocs[0]
	if r.cells[0] == "target" {
		if one.Targets != "" {
			one.Targets += "\n"
		}
		one.Targets += r.cells[1] + " | " + r.cells[2]
		return
	}
	into, ok := map[string]*string{"remarks": &one.Remarks, "hardship": &one.Hardship, "ahead": &one.Ahead}[r.cells[1]]
	if !ok {
		r.fail("no text %q", r.cells[1])
	}
	*into = r.cells[2]
}

func (b *builder) blocCriterion(r row, number string) tdkt.ID {
	for _, c := range b.data.Blocs.BlocCriteria {
		if c.Number == number {
			return c.ID
		}
	}
	r.fail("no criterion %q", number)
	return ""
}

// quantity reads a number that may be left out.
func (r row) quantity(cell int) tdkt.Quantity {
	q, err := tdkt.ParseQuantity(r.cells[cell])
	if err != nil {
		r.fail("%v", err)
	}
	return q
}
