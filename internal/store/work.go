package store

import (
	"database/sql/driver"

	"tdkt/internal/tdkt"
)

func plans() table[tdkt.Plan] {
	return table[tdkt.Plan]{
		columns: "id, year, kind, number, symbol, date_text, day, place, superior, issuer, title, " +
			"bases, preamble, sections, closing, recipients, authority, signer_role, signer",
		order: "year, id",
		values: func(p tdkt.Plan) []driver.Value {
			return bind(p.ID, p.Year, p.Kind, p.Number, p.Symbol, p.DateText, p.Date, p.Place, p.Superior, p.Issuer,
				p.Title, p.Bases, p.Preamble, tidySections(p.Sections), p.Closing, p.Recipients, p.Authority,
				p.SignerRole, p.Signer)
		},
		scan: scanPlan,
	}
}

func scanPlan(r *row) tdkt.Plan {
	return tdkt.Plan{
		ID: r.id(), Year: r.int(), Kind: r.text(), Number: r.text(), Symbol: r.text(), DateText: r.text(),
		Date: r.day(), Place: r.text(), Superior: r.text(), Issuer: r.text(), Title: r.text(),
		Bases: listColumn[tdkt.Basis](r), Preamble: listColumn[string](r), Sections: listColumn[tdkt.Section](r),
		Closing: r.text(), Recipients: listColumn[string](r), Authority: r.text(), SignerRole: r.text(), Signer: r.text(),
	}
}

// tidySections leaves out empty lists, so that equal plans have equal JSON.
func tidySections(sections []tdkt.Section) []tdkt.Section {
	if len(sections) == 0 {
		return nil
	}
	tidy := make([]tdkt.Section, len(sections))
	for i, s := range sections {
		if len(s.Body) == 0 {
			s.Body = nil
		}
		s.Children = tidySections(s.Children)
		tidy[i] = s
	}
	return tidy
}

func tasks() table[tdkt.Task] {
	return table[tdkt.Task]{
		columns: "id, plan, section, year, place, title, unit, person, deadline, state, progress, done_day, evidence, note",
		order:   "year, deadline, place, id",
		values: func(t tdkt.Task) []driver.Value {
			return bind(t.ID, t.Plan, t.Section, t.Year, t.Place, t.Title, t.Unit, t.Person, t.Deadline,
				string(t.State), t.Progress, t.Done, t.Evidence, t.Note)
		},
		scan: func(r *row) tdkt.Task {
			return tdkt.Task{
				ID: r.id(), Plan: r.ref(), Section: r.word(), Year: r.int(), Place: r.int(), Title: r.text(),
				Unit: r.ref(), Person: r.ref(), Deadline: r.day(), State: tdkt.TaskState(r.word()),
				Progress: r.int(), Done: r.day(), Evidence: r.text(), Note: r.text(),
			}
		},
	}
}

func movements() table[tdkt.Movement] {
	return table[tdkt.Movement]{
		columns: "id, name, kind, scope, manner, from_day, to_day, plan, document, criteria, reviews",
		order:   "id",
		values: func(m tdkt.Movement) []driver.Value {
			return bind(m.ID, m.Name, string(m.Kind), m.Scope, m.Manner, m.From, m.To, m.Plan, m.Document, m.Criteria, m.Reviews)
		},
		scan: func(r *row) tdkt.Movement {
			return tdkt.Movement{
				ID: r.id(), Name: r.text(), Kind: tdkt.MovementKind(r.word()), Scope: r.word(), Manner: r.word(),
				From: r.day(), To: r.day(), Plan: r.ref(), Document: r.text(),
				Criteria: listColumn[tdkt.Criterion](r), Reviews: listColumn[tdkt.Review](r),
			}
		},
	}
}

func participants() table[tdkt.Participant] {
	return table[tdkt.Participant]{
		columns: "id, movement, person_id, unit_id, scores, result, year",
		order:   "id",
		values: func(p tdkt.Participant) []driver.Value {
			return bind(p.ID, p.Movement, p.Subject, p.Scores, p.Result, p.Year)
		},
		scan: func(r *row) tdkt.Participant {
			return tdkt.Participant{
				ID: r.id(), Movement: r.ref(), Subject: r.subject(), Scores: listColumn[int](r), Result: r.text(), Year: r.int(),
			}
		},
	}
}

func examples() table[tdkt.Example] {
	return table[tdkt.Example]{
		columns: "id, year, kind, person_id, unit_id, name, story, found_by, day, spread, manner",
		order:   "id",
		values: func(e tdkt.Example) []driver.Value {
			return bind(e.ID, e.Year, string(e.Kind), e.Subject, e.Name, e.Story, e.FoundBy, e.Date, e.Spread, e.Manner)
		},
		scan: func(r *row) tdkt.Example {
			return tdkt.Example{
				ID: r.id(), Year: r.int(), Kind: tdkt.ExampleKind(r.word()), Subject: r.anySubject(), Name: r.text(),
				Story: r.text(), FoundBy: r.text(), Date: r.day(), Spread: r.text(), Manner: r.word(),
			}
		},
	}
}

func events() table[tdkt.Event] {
	return table[tdkt.Event]{
		columns: "id, year, kind, name, host, from_day, to_day, place, content, document, remarks",
		order:   "id",
		values: func(e tdkt.Event) []driver.Value {
			return bind(e.ID, e.Year, string(e.Kind), e.Name, e.Host, e.From, e.To, e.Place, e.Content, e.Document, e.Remarks)
		},
		scan: func(r *row) tdkt.Event {
			return tdkt.Event{
				ID: r.id(), Year: r.int(), Kind: tdkt.EventKind(r.word()), Name: r.text(), Host: r.text(), From: r.day(),
				To: r.day(), Place: r.text(), Content: r.text(), Document: r.text(), Remarks: listColumn[tdkt.Remark](r),
			}
		},
	}
}

func attendances() table[tdkt.Attendance] {
	return table[tdkt.Attendance]{
		columns: "id, event, person, result",
		order:   "id",
		values:  func(a tdkt.Attendance) []driver.Value { return bind(a.ID, a.Event, a.Person, a.Result) },
		scan: func(r *row) tdkt.Attendance {
			return tdkt.Attendance{ID: r.id(), Event: r.ref(), Person: r.ref(), Result: r.text()}
		},
	}
}

func pacts() table[tdkt.Pact] {
	return table[tdkt.Pact]{
		columns: "id, year, unit, received, file, signed, signer, note",
		order:   "id",
		values: func(p tdkt.Pact) []driver.Value {
			return bind(p.ID, p.Year, p.Unit, p.Received, p.File, p.Signed, p.Signer, p.Note)
		},
		scan: func(r *row) tdkt.Pact {
			return tdkt.Pact{
				ID: r.id(), Year: r.int(), Unit: r.ref(), Received: r.day(), File: r.text(), Signed: r.day(),
				Signer: r.text(), Note: r.text(),
			}
		},
	}
}
