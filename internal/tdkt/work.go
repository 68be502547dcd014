package tdkt

// TaskState says how far a task has come.
type TaskState string

// The states of a Task, as stored.
const (
	TaskTodo    TaskState = "chưa làm"
	TaskDoing   TaskState = "đang làm"
	TaskDone    TaskState = "đã xong"
	TaskDropped TaskState = "bỏ"
)

// TaskStates lists the states in the order of the work.
func TaskStates() []TaskState { return []TaskState{TaskTodo, TaskDoing, TaskDone, TaskDropped} }

// Task (nhiệm vụ) is one piece of a plan with its owner and deadline.
type Task struct {
	ID       ID        `json:"id"`
	Plan     ID        `json:"plan,omitzero"`
	Section  string    `json:"section,omitzero"` // marks down to the section it comes from: II.3
	Year     int       `json:"year"`
	Place    int       `json:"place"` // order within the plan
	Title    string    `json:"title"`
	Unit     ID        `json:"unit,omitzero"`   // who owns it: a room,
	Person   ID        `json:"person,omitzero"` // a person, or both
	Deadline Day       `json:"deadline,omitzero"`
	State    TaskState `json:"state"`
	Progress int       `json:"progress,omitzero"` // per cent
	Done     Day       `json:"done,omitzero"`
	Evidence string    `json:"evidence,omitzero"` // what shows that it was done
	Note     string    `json:"note,omitzero"`
}

// Open says whether the task still waits to be done.
func (t Task) Open() bool { return t.State == TaskTodo || t.State == TaskDoing }

// Late says whether the task is open past its deadline on a day.
func (t Task) Late(on Day) bool { return t.Open() && t.Deadline != 0 && t.Deadline < on }

// MovementKind is how a movement is held.
type MovementKind string

// The kinds of a Movement, as stored.
const (
	StandingMovement MovementKind = "thường xuyên"
	ThemedMovement   MovementKind = "chuyên đề"
)

// MovementKinds lists the kinds in the order shown.
func MovementKinds() []MovementKind { return []MovementKind{StandingMovement, ThemedMovement} }

// Movement (phong trào thi đua) runs from a day to a day, over the end of a year or
// over several years.
type Movement struct {
	ID       ID           `json:"id"`
	Name     string       `json:"name"`
	Kind     MovementKind `json:"kind"`
	Scope    string       `json:"scope,omitzero"`  // toàn Sở, toàn tỉnh, …
	Manner   string       `json:"manner,omitzero"` // loại hình of the awards it brings
	From     Day          `json:"from,omitzero"`
	To       Day          `json:"to,omitzero"` // zero: no end was set
	Plan     ID           `json:"plan,omitzero"`
	Document string       `json:"document,omitzero"` // what launched it
	Criteria []Criterion  `json:"criteria,omitzero"`
	Reviews  []Review     `json:"reviews,omitzero"`
}

// Criterion (tiêu chí) of a movement; Weight is the most it can bring, in hundredths of a point.
type Criterion struct {
	Text   string `json:"text"`
	Weight int    `json:"weight,omitzero"`
}

// Review (sơ kết, tổng kết) of a movement.
type Review struct {
	Day   Day    `json:"day,omitzero"`
	Final bool   `json:"final,omitzero"` // tổng kết; else sơ kết
	Text  string `json:"text"`
}

// Runs says whether the movement is under way at some time of a year.
func (m Movement) Runs(year int) bool {
	return Span{From: m.From, To: m.To}.Overlaps(YearSpan(year))
}

// SeveralYears says whether the movement runs over the end of a year, or has no set time: its
// scores are then kept by year.
func (m Movement) SeveralYears() bool {
	return m.From == 0 || m.To == 0 || m.From.Year() != m.To.Year()
}

// ScoreYear is the year that a score of a year is kept under: 0 in a movement of one year.
func (m Movement) ScoreYear(year int) int {
	if m.SeveralYears() {
		return year
	}
	return 0
}

// Years is how many whole years lie between the movement's beginning and the day, or
// its end where that comes first; 0 where its beginning was not entered. Rules that
// ask for a movement of some years count these.
func (m Movement) Years(on Day) int {
	if m.From == 0 {
		return 0
	}
	if m.To != 0 && m.To < on {
		on = m.To
	}
	n := 0
	for m.From.AddMonths(12*(n+1)) <= on.Next() {
		n++
	}
	return n
}

// Participant (đơn vị, cá nhân tham gia) of a movement with its result. Scores are
// hundredths of a point, one for each criterion in its order.
type Participant struct {
	ID       ID      `json:"id"`
	Movement ID      `json:"movement"`
	Subject  Subject `json:"subject"`
	Scores   []int   `json:"scores,omitzero"`
	Result   string  `json:"result,omitzero"`
	Year     int     `json:"year,omitzero"` // of the scores; 0: of the movement as a whole
}

// Points is the sum of the scores, in hundredths.
func (p Participant) Points() int {
	sum := 0
	for _, s := range p.Scores {
		sum += s
	}
	return sum
}

// ExampleKind is what kind of good example someone sets.
type ExampleKind string

// The kinds of an Example, as stored.
const (
	Forerunner ExampleKind = "điển hình tiên tiến"
	GoodDeed   ExampleKind = "người tốt việc tốt"
	GoodModel  ExampleKind = "mô hình hay"
)

// ExampleKinds lists the kinds in the order shown.
func ExampleKinds() []ExampleKind { return []ExampleKind{Forerunner, GoodDeed, GoodModel} }

// Example (điển hình tiên tiến, người tốt việc tốt, mô hình hay). Subject is empty for
// someone from outside, who is named in Name.
type Example struct {
	ID      ID          `json:"id"`
	Year    int         `json:"year"`
	Kind    ExampleKind `json:"kind"`
	Subject Subject     `json:"subject,omitzero"`
	Name    string      `json:"name,omitzero"` // of the model, or of someone from outside
	Story   string      `json:"story,omitzero"`
	FoundBy string      `json:"found_by,omitzero"`
	Date    Day         `json:"date,omitzero"` // of the deed
	Spread  string      `json:"spread,omitzero"`
	Manner  string      `json:"manner,omitzero"` // loại hình of the award it suggests
}

// EventKind is what an Event is held for.
type EventKind string

// The kinds of an Event, as stored.
const (
	Launch     EventKind = "phát động"
	Propaganda EventKind = "tuyên truyền"
	Training   EventKind = "tập huấn"
	Inspection EventKind = "kiểm tra"
)

// EventKinds lists the kinds in the order shown.
func EventKinds() []EventKind { return []EventKind{Launch, Propaganda, Training, Inspection} }

// Event is a launch conference, propaganda, a class or an inspection.
type Event struct {
	ID       ID        `json:"id"`
	Year     int       `json:"year"`
	Kind     EventKind `json:"kind"`
	Name     string    `json:"name"`
	Host     string    `json:"host,omitzero"`
	From     Day       `json:"from,omitzero"`
	To       Day       `json:"to,omitzero"`
	Place    string    `json:"place,omitzero"`
	Content  string    `json:"content,omitzero"`
	Document string    `json:"document,omitzero"`
	Remarks  []Remark  `json:"remarks,omitzero"` // findings of an inspection
}

// Remark is a finding of an inspection and what came of it.
type Remark struct {
	Text  string `json:"text"`
	Unit  ID     `json:"unit,omitzero"`
	Due   Day    `json:"due,omitzero"`
	Done  Day    `json:"done,omitzero"`
	After string `json:"after,omitzero"` // how it was put right
}

// Attendance says who took part in an Event.
type Attendance struct {
	ID     ID     `json:"id"`
	Event  ID     `json:"event"`
	Person ID     `json:"person"`
	Result string `json:"result,omitzero"`
}

// Pact (giao ước thi đua) of a room in a year, with the pledge sheet it sent back.
type Pact struct {
	ID       ID     `json:"id"`
	Year     int    `json:"year"`
	Unit     ID     `json:"unit"`
	Received Day    `json:"received,omitzero"` // the pledge sheet came back
	File     string `json:"file,omitzero"`     // base name of the sheet
	Signed   Day    `json:"signed,omitzero"`
	Signer   string `json:"signer,omitzero"`
	Note     string `json:"note,omitzero"`
}

// Work is everything that carries plans out, read at one moment.
type Work struct {
	Plans        []Plan
	Tasks        []Task
	Movements    []Movement
	Participants []Participant
	Examples     []Example
	Events       []Event
	Attendances  []Attendance
	Pacts        []Pact
	Items        []WorkItem
}
