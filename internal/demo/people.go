package demo

import (
	"strings"

	"tdkt/internal/tdkt"
)

func (b *builder) org() {
	b.data.Org = tdkt.Org{
		ID:         b.id(tdkt.NounOrg),
		Name:       "Sở Nội vụ tỉnh Tây Ninh",
		Superior:   "UBND TỈNH TÂY NINH",
		Issuer:     "SỞ NỘI VỤ",
		Place:      "Tây Ninh",
		Symbol:     "SNV",
		Authority:  "KT. GIÁM ĐỐC",
		SignerRole: "PHÓ GIÁM ĐỐC",
		Signer:     "Nguyễn Thị Minh Châu",
		Preparer:   "Đặng Thị Yên",
	}
}

// units reads the root, which stands first, and its rooms.
func (b *builder) units() {
	var root tdkt.ID
	for _, r := range table("units.txt", 4) {
		u := tdkt.Unit{
			ID: b.id(tdkt.NounUnit), Code: r.cells[0], Name: r.cells[1], Parent: root,
			Kind: r.cells[2], Founded: r.day(3),
		}
		if root == "" {
			root = u.ID
		}
		b.data.Snapshot.Units = append(b.data.Snapshot.Units, u)
		b.subjects[u.Code] = tdkt.UnitSubject(u.ID)
	}
}

func (b *builder) people() {
	for _, r := range table("people.txt", 11) {
		p := tdkt.Person{
			ID: b.id(tdkt.NounPerson), Code: r.cells[0], Name: r.cells[1],
			Sex: oneOf(r, 3, tdkt.Male, tdkt.Female), CCCD: r.cells[4], Unit: b.subject(r, r.cells[5]).ID,
			Position: r.cells[6], Employment: oneOf(r, 7, tdkt.Employments()...), Leader: r.cells[8] == "x",
			Start: r.day(9), End: r.day(10),
		}
		if strings.Contains(r.cells[2], "-") {
			p.Born = r.day(2)
		} else {
			p.BornYear = r.number(2)
		}
		b.data.Snapshot.People = append(b.data.Snapshot.People, p)
		b.subjects[p.Code] = tdkt.PersonSubject(p.ID)
	}
}

// events reads what happened to people beside their work's yearly measure.
func (b *builder) events() {
	s := &b.data.Snapshot
	for _, r := range table("events.txt", 7) {
		who, from, to := b.subject(r, r.cells[1]), r.day(2), r.day(3)
		switch r.cells[0] {
		case "công tác":
			position, leader := strings.CutSuffix(r.cells[4], " x")
			s.Posts = append(s.Posts, tdkt.Post{
				ID: b.id(tdkt.NounPost), Person: who.ID, From: from, To: to,
				Unit: b.subject(r, r.cells[5]).ID, Position: position, Leader: leader,
			})
		case "kỷ luật":
			s.Disciplines = append(s.Disciplines, tdkt.Discipline{
				ID: b.id(tdkt.NounDiscipline), Person: who.ID, Form: oneOf(r, 4, tdkt.Penalties()...),
				Date: from, Decision: r.cells[5], Kind: tdkt.DisciplineKind(r.cells[6]),
			})
		case "nghỉ":
			s.Absences = append(s.Absences, tdkt.Absence{
				ID: b.id(tdkt.NounAbsence), Person: who.ID, From: from, To: to, Kind: r.cells[4],
			})
		case "tạm dừng":
			s.Holds = append(s.Holds, tdkt.Hold{
				ID: b.id(tdkt.NounHold), Subject: who, From: from, To: to, Reason: r.cells[4],
			})
		default:
			r.fail("unknown kind %q", r.cells[0])
		}
	}
}
