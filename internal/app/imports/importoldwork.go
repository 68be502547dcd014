package imports

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// workRows makes the tasks of plans and the marks of movements.
func (o *oldImporter) workRows() {
	w := oldWork{oldImporter: o, tasks: map[string]tdkt.Task{}, movements: map[string]*tdkt.Movement{}}
	for _, t := range o.v.Tasks {
		w.tasks[taskKey(t.Year, t.Title)] = t
	}
	for _, m := range o.v.Movements {
		w.movements[movementKey(m)] = &m
	}
	for i := range o.Facts {
		if o.Fates[i] == OldHeld || o.Fates[i] == OldRefused || o.Fates[i] == OldSkipped {
			continue
		}
		switch o.Facts[i].Kind {
		case intake.FactTask:
			w.task(i)
		case intake.FactScore:
			w.score(i)
		}
	}
}

// oldWork makes the rows of what carries plans out.
type oldWork struct {
	*oldImporter
	tasks     map[string]tdkt.Task
	movements map[string]*tdkt.Movement
	place     int
}

func taskKey(year int, title string) string { return fmt.Sprint(year, " ", tdkt.Fold(title)) }

func movementKey(m tdkt.Movement) string {
	return fmt.Sprint(m.From.Year(), " ", tdkt.Fold(m.Name))
}

func (w *oldWork) task(i int) {
	f := &w.Facts[i]
	if f.Year == 0 {
		w.refuseFact(i, "việc không có năm nên chưa ghi được; hãy bổ sung")
		return
	}
	k := taskKey(f.Year, f.Value)
	if _, known := w.tasks[k]; known {
		return // is there
	}
	if err := w.v.Unlocked(f.Year); err != nil {
		w.refuseFact(i, tdkt.Sentence(err, nil))
		return
	}
	w.place++
	t := tdkt.Task{ID: tdkt.NewID(), Year: f.Year, Place: w.place, Title: f.Value, Deadline: f.ToDay, State: tdkt.TaskTodo, Note: strings.Join(f.Notes, "; ")}
	for _, p := range w.v.Plans {
		if p.Year == f.Year {
			t.Plan = p.ID
		}
	}
	w.host(i, &t)
	w.tasks[k] = t
	w.importer.plan.records = append(w.importer.plan.records, t)
	w.Fates[i] = OldNew
}

// host finds who does a task: a room, or a person. Who is not known is asked for; until
// then the task says the name in its note.
func (w *oldWork) host(i int, t *tdkt.Task) {
	f := &w.Facts[i]
	if f.Unit == "" {
		return
	}
	name := f.Unit
	for range 2 {
		if id, ok := w.knownUnit(name); ok {
			t.Unit = id
			return
		}
		if all := w.byName[tdkt.NameForm(intake.ReadName(name).Name)]; len(all) == 1 && (!all[0].fresh || !all[0].held) {
			t.Person = all[0].now.ID
			return
		}
		v, answered := w.ask(i, intake.Doubt{Field: "host", Text: f.Unit, Why: "“" + f.Unit + "” không phải đơn vị hay người đã có: ai chủ trì?"})
		if !answered || tdkt.Fold(v) == tdkt.Fold(intake.Skip) {
			break
		}
		name = v
	}
	t.Note = strings.Trim("Chủ trì: "+f.Unit+"; "+t.Note, "; ")
}

func (w *oldWork) score(i int) {
	f := &w.Facts[i]
	subject, ok := w.subject(i)
	if !ok {
		w.hold(i, "“"+f.Name+"” còn chờ trả lời")
		return
	}
	if f.Year == 0 || f.Title == "" {
		w.refuseFact(i, "thiếu năm hoặc tên phong trào nên chưa ghi được; hãy bổ sung")
		return
	}
	m, why := w.movement(f)
	if why != "" {
		w.refuseFact(i, why)
		return
	}
	scores := make([]int, 0, len(f.Scores))
	for n, s := range f.Scores {
		if s.Points > m.Criteria[n].Weight && m.Criteria[n].Weight > 0 {
			w.refuseFact(i, fmt.Sprintf("điểm %s ở “%s” cao hơn mức tối đa %s; hãy xem lại bảng điểm", view.Points(s.Points), s.Text, view.Points(m.Criteria[n].Weight)))
			return
		}
		scores = append(scores, s.Points)
	}
	row := tdkt.Participant{ID: tdkt.NewID(), Movement: m.ID, Subject: subject, Scores: scores, Result: f.Value, Year: m.ScoreYear(f.Year)}
	for _, p := range w.v.Participants {
		if p.Movement == m.ID && p.Subject == subject && p.Year == row.Year {
			if slices.Equal(p.Scores, scores) && p.Result == cmpOr(f.Value, p.Result) {
				return
			}
			row.ID, row.Result = p.ID, cmpOr(f.Value, p.Result)
			w.Fates[i] = OldChanged
		}
	}
	if w.Fates[i] != OldChanged {
		w.Fates[i] = OldNew
	}
	w.importer.plan.records = append(w.importer.plan.records, row)
}

// subject is who a fact is about.
func (w *oldWork) subject(i int) (tdkt.Subject, bool) {
	f := &w.Facts[i]
	if f.OfUnit {
		id, ok := w.knownUnit(f.Name)
		return tdkt.UnitSubject(id), ok
	}
	p := w.of[i]
	if p == nil || p.held {
		return tdkt.Subject{}, false
	}
	return tdkt.PersonSubject(p.now.ID), true
}

// movement finds or makes the movement of a mark; why says what does not fit.
func (w *oldWork) movement(f *intake.Fact) (m *tdkt.Movement, why string) {
	from, to := tdkt.YearSpan(f.Year).From, tdkt.YearSpan(f.Year).To
	k := movementKey(tdkt.Movement{Name: f.Title, From: from})
	m, known := w.movements[k]
	if !known {
		for _, other := range w.movements { // of several years
			if tdkt.Fold(other.Name) == tdkt.Fold(f.Title) && other.Runs(f.Year) {
				m, known = other, true
			}
		}
	}
	if !known {
		m = &tdkt.Movement{ID: tdkt.NewID(), Name: f.Title, Kind: tdkt.ThemedMovement, From: from, To: to}
		for _, s := range f.Scores {
			m.Criteria = append(m.Criteria, tdkt.Criterion{Text: s.Text, Weight: s.Weight})
		}
		w.movements[k] = m
		w.importer.plan.records = append(w.importer.plan.records, *m)
		return m, ""
	}
	if len(m.Criteria) != len(f.Scores) {
		return nil, fmt.Sprintf("phong trào “%s” trong sổ có %d tiêu chí, bảng điểm có %d; hãy sửa cho khớp rồi nhập lại", m.Name, len(m.Criteria), len(f.Scores))
	}
	return m, ""
}
