package demo

import (
	"strings"

	"tdkt/internal/tdkt"
)

// workYear is the year whose plan the sample carries out.
const workYear = 2023

// work reads how the plan of 2023 was carried out.
func (b *builder) work() {
	b.tasks()
	b.movements()
	b.examples()
	b.doings()
	b.pacts()
}

func (b *builder) tasks() {
	plan := b.data.Work.Plans[0]
	for i, r := range table("tasks.txt", 9) {
		t := tdkt.Task{
			ID: b.id(tdkt.NounTask), Plan: plan.ID, Section: r.cells[0], Year: workYear, Place: i + 1, Title: r.cells[1],
			Unit: b.subject(r, r.cells[2]).ID, Deadline: r.day(4), State: oneOf(r, 5, tdkt.TaskStates()...),
			Done: r.day(7), Evidence: r.cells[8],
		}
		if r.cells[3] != "" {
			t.Person = b.subject(r, r.cells[3]).ID
		}
		if r.cells[6] != "" {
			t.Progress = r.number(6)
		}
		b.data.Work.Tasks = append(b.data.Work.Tasks, t)
	}
}

// movements reads a movement's line, then the lines that belong to it.
func (b *builder) movements() {
	w := &b.data.Work
	for _, r := range table("movements.txt", 8) {
		switch r.cells[0] {
		case "movement":
			w.Movements = append(w.Movements, tdkt.Movement{
				ID: b.id(tdkt.NounMovement), Name: r.cells[1], Kind: oneOf(r, 2, tdkt.MovementKinds()...), Scope: r.cells[3],
				Manner: r.cells[4], From: r.day(5), To: r.day(6), Plan: w.Plans[0].ID, Document: r.cells[7],
			})
		case "criterion":
			m := &w.Movements[len(w.Movements)-1]
			m.Criteria = append(m.Criteria, tdkt.Criterion{Text: r.cells[1], Weight: r.number(2) * 100})
		case "review":
			m := &w.Movements[len(w.Movements)-1]
			m.Reviews = append(m.Reviews, tdkt.Review{Day: r.day(1), Final: r.cells[2] != "", Text: r.cells[3]})
		case "result":
			m := w.Movements[len(w.Movements)-1]
			year := 0
			if r.cells[4] != "" {
				year = r.number(4)
			}
			w.Participants = append(w.Participants, tdkt.Participant{
				ID: b.id(tdkt.NounParticipant), Movement: m.ID, Subject: b.subject(r, r.cells[1]), Scores: r.scores(2), Result: r.cells[3], Year: year,
			})
		default:
			r.fail("%q begins no line of a movement", r.cells[0])
		}
	}
}

// scores reads points parted by spaces, in hundredths: "38 28,5".
func (r row) scores(cell int) []int {
	var out []int
	for word := range strings.FieldsSeq(r.cells[cell]) {
		whole, half, _ := strings.Cut(word, ",")
		one := r
		one.cells = []string{whole}
		n := one.number(0) * 100
		if half != "" {
			one.cells = []string{half}
			n += one.number(0) * 10
		}
		out = append(out, n)
	}
	return out
}

func (b *builder) examples() {
	for _, r := range table("examples.txt", 8) {
		b.data.Work.Examples = append(b.data.Work.Examples, tdkt.Example{
			ID: b.id(tdkt.NounExample), Year: workYear, Kind: oneOf(r, 0, tdkt.ExampleKinds()...), Subject: b.subject(r, r.cells[1]),
			Name: r.cells[2], Date: r.day(3), Story: r.cells[4], FoundBy: r.cells[5], Spread: r.cells[6], Manner: r.cells[7],
		})
	}
}

// doings reads the events with who took part and what an inspection asked for.
func (b *builder) doings() {
	w := &b.data.Work
	for _, r := range table("doings.txt", 10) {
		e := tdkt.Event{
			ID: b.id(tdkt.NounEvent), Year: workYear, Kind: oneOf(r, 0, tdkt.EventKinds()...), Name: r.cells[1], Host: r.cells[2],
			From: r.day(3), To: r.day(4), Place: r.cells[5], Content: r.cells[6], Document: r.cells[7],
		}
		if r.cells[9] != "" {
			e.Remarks = []tdkt.Remark{b.remark(r, 9)}
		}
		w.Events = append(w.Events, e)
		for code := range strings.FieldsSeq(r.cells[8]) {
			w.Attendances = append(w.Attendances, tdkt.Attendance{ID: b.id(tdkt.NounAttendance), Event: e.ID, Person: b.subject(r, code).ID})
		}
	}
}

// remark reads one finding: what, which room, by when, done when, how.
func (b *builder) remark(r row, cell int) tdkt.Remark {
	parts := strings.SplitN(r.cells[cell], ";", 5)
	one := row{file: r.file, line: r.line, cells: make([]string, 5)}
	for i, p := range parts {
		one.cells[i] = strings.TrimSpace(p)
	}
	return tdkt.Remark{Text: one.cells[0], Unit: b.subject(r, one.cells[1]).ID, Due: one.day(2), Done: one.day(3), After: one.cells[4]}
}

func (b *builder) pacts() {
	for _, r := range table("pacts.txt", 4) {
		b.data.Work.Pacts = append(b.data.Work.Pacts, tdkt.Pact{
			ID: b.id(tdkt.NounPact), Year: workYear, Unit: b.subject(r, r.cells[0]).ID, Received: r.day(1), Signed: r.day(2), Signer: r.cells[3],
		})
	}
}
