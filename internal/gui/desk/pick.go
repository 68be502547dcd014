package desk

import (
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// People name the people of a year for a field to choose from, namesakes told apart.
func People(v *view.View, year int) (labels []string, ids map[string]tdkt.ID) {
	return peopleIn(v, year, "")
}

func peopleIn(v *view.View, year int, unit tdkt.ID) (labels []string, ids map[string]tdkt.ID) {
	ids = map[string]tdkt.ID{}
	people := v.PeopleOf(year, unit)
	names := v.PersonLabels(people, year)
	for _, p := range people {
		label := names[p.ID]
		labels, ids[label] = append(labels, label), p.ID
	}
	return labels, ids
}

// Subjects name the people and units of a year for a field to choose from.
func Subjects(v *view.View, year int) (labels []string, subjects map[string]tdkt.Subject) {
	return SubjectsIn(v, year, "")
}

// SubjectsIn are those of a unit and of the units below it.
func SubjectsIn(v *view.View, year int, unit tdkt.ID) (labels []string, subjects map[string]tdkt.Subject) {
	labels, ids := peopleIn(v, year, unit)
	subjects = map[string]tdkt.Subject{}
	for label, id := range ids {
		subjects[label] = tdkt.PersonSubject(id)
	}
	for _, u := range v.UnitsOf(year, unit) {
		label := u.Name + " (" + u.Code + ")"
		labels, subjects[label] = append(labels, label), tdkt.UnitSubject(u.ID)
	}
	return labels, subjects
}
