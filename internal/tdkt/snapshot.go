package tdkt

// Snapshot is every fact the law needs, read at one moment. It is never changed
// after it was made: a change makes a new one.
type Snapshot struct {
	Org         Org
	Units       []Unit
	People      []Person
	Posts       []Post
	Disciplines []Discipline
	Absences    []Absence
	Holds       []Hold
	Ratings     []Rating
	Initiatives []Initiative
	Awards      []Award
	Pledges     []Pledge
	Ticks       []Tick
	Exceptions  []Exception
	Locals      []Local
	Regulations []Regulation
	Years       []Year
	Marks       []PeriodMark
	Duties      []Duty
	RatingFacts []RatingFact
}

// Noun names a kind of record; it is also the name of its table.
type Noun string

// The nouns that App.Change can write.
const (
	NounOrg         Noun = "org"
	NounUnit        Noun = "unit"
	NounPerson      Noun = "person"
	NounPost        Noun = "post"
	NounDiscipline  Noun = "discipline"
	NounAbsence     Noun = "absence"
	NounHold        Noun = "hold"
	NounRating      Noun = "rating"
	NounInitiative  Noun = "initiative"
	NounAward       Noun = "award"
	NounPledge      Noun = "pledge"
	NounTick        Noun = "tick"
	NounException   Noun = "exception"
	NounLocal       Noun = "local"
	NounRegulation  Noun = "regulation"
	NounYear        Noun = "year"
	NounNomination  Noun = "nomination"
	NounPlan        Noun = "plan"
	NounTask        Noun = "task"
	NounMovement    Noun = "movement"
	NounParticipant Noun = "participant"
	NounExample     Noun = "example"
	NounEvent       Noun = "event"
	NounAttendance  Noun = "attendance"
	NounPact        Noun = "pact"
	NounMerge       Noun = "merge"
)

// Record is a row that can be put into or taken out of the data file. Its JSON
// form is what the history keeps before and after a change.
type Record interface {
	Noun() Noun
	RecordID() ID
}

// The nouns and keys of the records.

func (r Org) Noun() Noun           { return NounOrg }
func (r Org) RecordID() ID         { return r.ID }
func (r Unit) Noun() Noun          { return NounUnit }
func (r Unit) RecordID() ID        { return r.ID }
func (r Person) Noun() Noun        { return NounPerson }
func (r Person) RecordID() ID      { return r.ID }
func (r Post) Noun() Noun          { return NounPost }
func (r Post) RecordID() ID        { return r.ID }
func (r Discipline) Noun() Noun    { return NounDiscipline }
func (r Discipline) RecordID() ID  { return r.ID }
func (r Absence) Noun() Noun       { return NounAbsence }
func (r Absence) RecordID() ID     { return r.ID }
func (r Hold) Noun() Noun          { return NounHold }
func (r Hold) RecordID() ID        { return r.ID }
func (r Rating) Noun() Noun        { return NounRating }
func (r Rating) RecordID() ID      { return r.ID }
func (r Initiative) Noun() Noun    { return NounInitiative }
func (r Initiative) RecordID() ID  { return r.ID }
func (r Award) Noun() Noun         { return NounAward }
func (r Award) RecordID() ID       { return r.ID }
func (r Pledge) Noun() Noun        { return NounPledge }
func (r Pledge) RecordID() ID      { return r.ID }
func (r Tick) Noun() Noun          { return NounTick }
func (r Tick) RecordID() ID        { return r.ID }
func (r Exception) Noun() Noun     { return NounException }
func (r Exception) RecordID() ID   { return r.ID }
func (r Local) Noun() Noun         { return NounLocal }
func (r Local) RecordID() ID       { return r.ID }
func (r Regulation) Noun() Noun    { return NounRegulation }
func (r Regulation) RecordID() ID  { return r.ID }
func (r Year) Noun() Noun          { return NounYear }
func (r Year) RecordID() ID        { return r.ID }
func (r Nomination) Noun() Noun    { return NounNomination }
func (r Nomination) RecordID() ID  { return r.ID }
func (r Plan) Noun() Noun          { return NounPlan }
func (r Plan) RecordID() ID        { return r.ID }
func (r Task) Noun() Noun          { return NounTask }
func (r Task) RecordID() ID        { return r.ID }
func (r Movement) Noun() Noun      { return NounMovement }
func (r Movement) RecordID() ID    { return r.ID }
func (r Participant) Noun() Noun   { return NounParticipant }
func (r Participant) RecordID() ID { return r.ID }
func (r Example) Noun() Noun       { return NounExample }
func (r Example) RecordID() ID     { return r.ID }
func (r Event) Noun() Noun         { return NounEvent }
func (r Event) RecordID() ID       { return r.ID }
func (r Attendance) Noun() Noun    { return NounAttendance }
func (r Attendance) RecordID() ID  { return r.ID }
func (r Pact) Noun() Noun          { return NounPact }
func (r Pact) RecordID() ID        { return r.ID }
func (r Merge) Noun() Noun         { return NounMerge }
func (r Merge) RecordID() ID       { return r.ID }
