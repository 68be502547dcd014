package demo

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"tdkt/internal/tdkt"
)

// Screens, scripts and manuals name these people by code; the size is promised to users.
func TestSizeOfTheDepartment(t *testing.T) {
	s := Build().Snapshot
	if len(s.People) != 62 {
		t.Errorf("%d people, want 62", len(s.People))
	}
	var root tdkt.ID
	rooms := 0
	for _, u := range s.Units {
		switch u.Parent {
		case "":
			root = u.ID
		case root:
			rooms++
		default:
			t.Errorf("%s lies under %s, want the root", u.Code, u.Parent)
		}
	}
	if len(s.Units) != 10 || rooms != 9 {
		t.Errorf("%d units with %d rooms, want 10 with 9", len(s.Units), rooms)
	}
}

// Two data files made from the sample must be the same file to a merge.
func TestBuildIsDeterministic(t *testing.T) {
	if diff := cmp.Diff(Build(), Build()); diff != "" {
		t.Errorf("two builds differ:\n%s", diff)
	}
}

// A caller that changes its sample must not change the next caller's.
func TestBuildsShareNothing(t *testing.T) {
	a, b := Build(), Build()
	a.Snapshot.People[0].Name = "Đổi tên"
	a.Plans[0].Sections[0].Children[0].Body[0] = "Đổi lời"
	if diff := cmp.Diff(Build(), b); diff != "" {
		t.Errorf("a change in one build shows in another:\n%s", diff)
	}
}

func TestKeysAndCodesAreUnique(t *testing.T) {
	d := Build()
	form := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	keys := map[tdkt.ID]tdkt.Noun{}
	for _, r := range d.Records() {
		if !form.MatchString(string(r.RecordID())) {
			t.Errorf("%s: key %q is no UUIDv7", r.Noun(), r.RecordID())
		}
		if other, twice := keys[r.RecordID()]; twice {
			t.Errorf("key %s belongs to a %s and a %s", r.RecordID(), other, r.Noun())
		}
		keys[r.RecordID()] = r.Noun()
	}
	codes := map[string]bool{}
	for _, u := range d.Snapshot.Units {
		codes[u.Code] = true
	}
	for _, p := range d.Snapshot.People {
		codes[p.Code] = true
	}
	if want := len(d.Snapshot.Units) + len(d.Snapshot.People); len(codes) != want {
		t.Errorf("%d different codes, want %d: people and units share one column in the workbook", len(codes), want)
	}
}

// What the workbook of § 6 keys by code, year and title must occur once, or a copy
// of the file would have fewer rows.
func TestNoRowSaysTheSameTwice(t *testing.T) {
	s := Build().Snapshot
	seen := map[any]bool{}
	once := func(key any) {
		t.Helper()
		if seen[key] {
			t.Errorf("twice: %+v", key)
		}
		seen[key] = true
	}
	for _, r := range s.Ratings {
		r.ID, r.Level, r.Decision = "", "", ""
		once(r)
	}
	for _, r := range s.Pledges {
		r.ID, r.Initiative = "", ""
		once(r)
	}
	for _, r := range s.Ticks {
		r.ID, r.Met, r.By, r.Date = "", false, "", 0
		once(r)
	}
	for _, r := range s.Initiatives {
		r.ID = ""
		once(r)
	}
	for _, r := range s.Awards {
		once(tdkt.Award{Subject: r.Subject, Code: r.Code, From: r.From, To: r.To})
	}
	for _, n := range Build().Nominations {
		n.ID, n.Date = "", 0
		once(n)
	}
}

// Records come in an order the data file can take: no row before one it refers to.
func TestRecordsReferBackwards(t *testing.T) {
	known := map[tdkt.ID]bool{"": true}
	for _, r := range Build().Records() {
		for _, ref := range references(r) {
			if !known[ref] {
				t.Errorf("%s %s refers to %s, which has not come yet", r.Noun(), r.RecordID(), ref)
			}
		}
		known[r.RecordID()] = true
	}
}

func references(r tdkt.Record) []tdkt.ID {
	switch r := r.(type) {
	case tdkt.Unit:
		return []tdkt.ID{r.Parent}
	case tdkt.Person:
		return []tdkt.ID{r.Unit}
	case tdkt.Post:
		return []tdkt.ID{r.Person, r.Unit}
	case tdkt.Discipline:
		return []tdkt.ID{r.Person}
	case tdkt.Absence:
		return []tdkt.ID{r.Person}
	case tdkt.Hold:
		return []tdkt.ID{r.Subject.ID}
	case tdkt.Rating:
		return []tdkt.ID{r.Subject.ID}
	case tdkt.Initiative:
		return []tdkt.ID{r.Person}
	case tdkt.Award:
		return []tdkt.ID{r.Subject.ID}
	case tdkt.Pledge:
		return []tdkt.ID{r.Subject.ID}
	case tdkt.Tick:
		return []tdkt.ID{r.Subject.ID}
	case tdkt.Nomination:
		return []tdkt.ID{r.Subject.ID}
	}
	return followUps(r)
}

// followUps is what a record of the proceedings refers to.
func followUps(r tdkt.Record) []tdkt.ID {
	switch r := r.(type) {
	case tdkt.Task:
		return []tdkt.ID{r.Plan, r.Unit, r.Person}
	case tdkt.Movement:
		return []tdkt.ID{r.Plan}
	case tdkt.Participant:
		return []tdkt.ID{r.Movement, r.Subject.ID}
	case tdkt.Example:
		return []tdkt.ID{r.Subject.ID}
	case tdkt.Attendance:
		return []tdkt.ID{r.Event, r.Person}
	case tdkt.Pact:
		return []tdkt.ID{r.Unit}
	case tdkt.BlocMember:
		return []tdkt.ID{r.Bloc}
	case tdkt.BlocCriterion:
		return []tdkt.ID{r.Bloc}
	case tdkt.BlocMark:
		return []tdkt.ID{r.Member, r.Criterion}
	case tdkt.BlocExtra:
		return []tdkt.ID{r.Member}
	case tdkt.Member:
		return []tdkt.ID{r.Person}
	case tdkt.Presence:
		return []tdkt.ID{r.Meeting, r.Member}
	case tdkt.Ballot:
		return []tdkt.ID{r.Meeting, r.Nomination}
	case tdkt.DecisionLine:
		return []tdkt.ID{r.Decision, r.Subject.ID, r.Award}
	case tdkt.Complaint:
		return []tdkt.ID{r.Subject.ID, r.Hold}
	}
	return nil
}

// Every record of Data is among Records, once.
func TestRecordsAreComplete(t *testing.T) {
	d := Build()
	got := map[tdkt.Noun]int{}
	for _, r := range d.Records() {
		got[r.Noun()]++
	}
	s, p := d.Snapshot, d.Proceedings
	want := map[tdkt.Noun]int{
		tdkt.NounOrg: 1, tdkt.NounUnit: len(s.Units), tdkt.NounPerson: len(s.People), tdkt.NounPost: len(s.Posts),
		tdkt.NounDiscipline: len(s.Disciplines), tdkt.NounAbsence: len(s.Absences), tdkt.NounHold: len(s.Holds),
		tdkt.NounRating: len(s.Ratings), tdkt.NounInitiative: len(s.Initiatives), tdkt.NounAward: len(s.Awards),
		tdkt.NounPledge: len(s.Pledges), tdkt.NounTick: len(s.Ticks), tdkt.NounException: len(s.Exceptions), tdkt.NounLocal: len(s.Locals), tdkt.NounYear: len(s.Years),
		tdkt.NounNomination: len(d.Nominations), tdkt.NounPlan: len(d.Plans),
		tdkt.NounMember: len(p.Members), tdkt.NounMeeting: len(p.Meetings), tdkt.NounPresence: len(p.Presences),
		tdkt.NounBallot: len(p.Ballots), tdkt.NounDecision: len(p.Decisions), tdkt.NounDecisionLine: len(p.Lines),
		tdkt.NounFundEntry: len(p.Funds), tdkt.NounComplaint: len(p.Complaints),
		tdkt.NounTask: len(d.Tasks), tdkt.NounMovement: len(d.Movements), tdkt.NounParticipant: len(d.Participants),
		tdkt.NounExample: len(d.Examples), tdkt.NounEvent: len(d.Events), tdkt.NounAttendance: len(d.Attendances), tdkt.NounPact: len(d.Pacts),
		tdkt.NounBloc: len(d.Blocs.Blocs), tdkt.NounBlocMember: len(d.Blocs.BlocMembers), tdkt.NounBlocCriterion: len(d.Blocs.BlocCriteria),
		tdkt.NounBlocMark: len(d.Blocs.BlocMarks), tdkt.NounBlocExtra: len(d.Blocs.BlocExtras),
		tdkt.NounPeriodMark: len(s.Marks), tdkt.NounDuty: len(s.Duties), tdkt.NounWorkItem: len(d.Items),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("records by noun (-want +got):\n%s", diff)
	}
	if len(s.Posts) == 0 || len(s.Absences) == 0 || len(s.Disciplines) == 0 || len(s.Holds) == 0 {
		t.Error("a table of events is empty")
	}
}

// Every tally of the sample adds up to the members, and its table names nominations
// that are there.
func TestTalliesAddUp(t *testing.T) {
	ballots := Build().Proceedings.Ballots
	want := 0
	for _, r := range table("votes.txt", 7) {
		want += len(strings.Fields(r.cells[2]))
	}
	if len(ballots) != want {
		t.Errorf("%d ballots of %d subjects: a line names no nomination", len(ballots), want)
	}
	for _, b := range ballots {
		if b.Missing() != 0 {
			t.Errorf("%+v is short of %d votes", b, b.Missing())
		}
	}
}

// Names are kept composed and clean, as typed text would be.
func TestTextIsClean(t *testing.T) {
	d := Build()
	var texts []string
	for _, u := range d.Snapshot.Units {
		texts = append(texts, u.Name)
	}
	for _, p := range d.Snapshot.People {
		texts = append(texts, p.Name, p.Position)
	}
	for _, i := range d.Snapshot.Initiatives {
		texts = append(texts, i.Title)
	}
	for _, x := range texts {
		if x == "" || x != norm.NFC.String(x) || x != tdkt.Clean(x) {
			t.Errorf("%q is empty, not composed or not clean", x)
		}
	}
}

// The numbers look right and can be nobody's: 003 is a province code never issued,
// then a digit for sex and century, then the year of birth.
func TestIdentityNumbersAreNobodys(t *testing.T) {
	empty := 0
	for _, p := range Build().Snapshot.People {
		if p.CCCD == "" {
			empty++
			continue
		}
		year, sex := p.BornYear, "0"
		if p.Born != 0 {
			year = p.Born.Year()
		}
		if p.Sex == tdkt.Female {
			sex = "1"
		}
		want := regexp.MustCompile(`^003` + sex + string(rune('0'+year/10%10)) + string(rune('0'+year%10)) + `\d{6}$`)
		if !want.MatchString(p.CCCD) {
			t.Errorf("%s born %d has %s", p.Code, year, p.CCCD)
		}
	}
	if empty == 0 {
		t.Error("nobody lacks a number, and the screens must show that case")
	}
}

// The kinds of people a list must cope with are there.
func TestPeopleOfEveryKind(t *testing.T) {
	people := Build().Snapshot.People
	count := func(is func(tdkt.Person) bool) int {
		n := 0
		for _, p := range people {
			if is(p) {
				n++
			}
		}
		return n
	}
	for what, n := range map[string][2]int{
		"without a start":   {2, count(func(p tdkt.Person) bool { return p.Start == 0 })},
		"who left":          {2, count(func(p tdkt.Person) bool { return p.End != 0 })},
		"born in some year": {2, count(func(p tdkt.Person) bool { return p.Born == 0 && p.BornYear > 0 })},
		"late in 2023":      {1, count(func(p tdkt.Person) bool { return p.Start > tdkt.Date(2023, 3, 1) })},
		"named Nguyễn Thị Lan": {
			2, count(func(p tdkt.Person) bool { return p.Name == "Nguyễn Thị Lan" }),
		},
		"folding as Lê Thị Hà": {
			2, count(func(p tdkt.Person) bool { return tdkt.Fold(p.Name) == "le thi ha" }),
		},
		"folding as Nguyễn Văn Toàn": {
			2, count(func(p tdkt.Person) bool { return tdkt.Fold(p.Name) == "nguyen van toan" }),
		},
	} {
		if n[0] != n[1] {
			t.Errorf("%d people %s, want %d", n[1], what, n[0])
		}
	}
	names := map[string]bool{}
	for _, p := range people {
		names[p.Name] = true
	}
	if len(names) != 61 {
		t.Errorf("%d different names, want 61", len(names))
	}
}

// A person's last post is where the person is said to be now.
func TestPostsEndWhereThePersonIs(t *testing.T) {
	s := Build().Snapshot
	now := map[tdkt.ID]tdkt.Post{}
	for _, p := range s.Posts {
		if last, ok := now[p.Person]; ok && last.To.Next() != p.From {
			t.Errorf("posts of %s leave a gap or overlap at %s", p.Person, p.From)
		}
		now[p.Person] = p
	}
	for _, p := range s.People {
		post, ok := now[p.ID]
		if !ok {
			continue
		}
		if post.Unit != p.Unit || post.Position != p.Position || post.Leader != p.Leader || post.To != p.End {
			t.Errorf("%s: last post %+v is not the present one", p.Code, post)
		}
	}
	if len(now) < 3 {
		t.Errorf("%d people moved, want at least 3", len(now))
	}
}
