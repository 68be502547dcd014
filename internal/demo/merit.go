package demo

import (
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// initiatives reads the recognised ones and names them in the pledges they were
// promised with.
func (b *builder) initiatives() {
	for _, r := range table("initiatives.txt", 5) {
		year, scope := r.number(0), oneOf(r, 2, tdkt.Scopes()...)
		kind := oneOf(r, 1, tdkt.Innovation, tdkt.Study)
		by := b.byYear[year].base
		if scope != tdkt.Base {
			by = b.byYear[year].province
		}
		for _, author := range strings.Fields(r.cells[3]) {
			code, share := author, 100
			if c, s, shared := strings.Cut(author, ":"); shared {
				n, err := strconv.Atoi(s)
				if err != nil {
					r.fail("%v", err)
				}
				code, share = c, n
			}
			who := b.subject(r, code)
			b.data.Snapshot.Initiatives = append(b.data.Snapshot.Initiatives, tdkt.Initiative{
				ID: b.id(tdkt.NounInitiative), Year: year, Person: who.ID, Title: r.cells[4],
				Kind: kind, Scope: scope, Share: share, Decision: by.number, Date: by.date,
			})
			b.promise(who, year, r.cells[4])
		}
	}
}

// promise names the initiative in the subject's highest pledge of the year, unless
// the lowest title is all that was pledged: that one asks for no initiative.
func (b *builder) promise(who tdkt.Subject, year int, title string) {
	var mine []*tdkt.Pledge
	for i, p := range b.data.Snapshot.Pledges {
		if p.Year == year && p.Subject == who {
			mine = append(mine, &b.data.Snapshot.Pledges[i])
		}
	}
	if len(mine) > 1 && mine[len(mine)-1].Initiative == "" {
		mine[len(mine)-1].Initiative = title
	}
}

// awards reads what was given beside the yearly titles.
func (b *builder) awards() {
	for _, r := range table("awards.txt", 10) {
		b.data.Snapshot.Awards = append(b.data.Snapshot.Awards, tdkt.Award{
			ID: b.id(tdkt.NounAward), Subject: b.subject(r, r.cells[0]), Code: r.cells[1],
			From: r.number(2), To: r.number(3), Decision: r.cells[4], Date: r.day(5), Signer: r.cells[6],
			Level: r.cells[7], Manner: r.cells[8], Revoked: r.cells[9] != "", Reason: r.cells[9],
		})
	}
}

// ticks reads the judgements of needs no machine can check.
func (b *builder) ticks() {
	for _, r := range table("ticks.txt", 7) {
		for _, code := range strings.Fields(r.cells[1]) {
			b.data.Snapshot.Ticks = append(b.data.Snapshot.Ticks, tdkt.Tick{
				ID: b.id(tdkt.NounTick), Year: r.number(0), Subject: b.subject(r, code), Title: r.cells[2],
				Need: r.cells[3], Met: oneOf(r, 4, "đạt", "không đạt") == "đạt", By: r.cells[5], Date: r.day(6),
			})
		}
	}
}

// exceptions reads where a competent person let a case go on all the same.
func (b *builder) exceptions() {
	for _, r := range table("exceptions.txt", 8) {
		b.data.Snapshot.Exceptions = append(b.data.Snapshot.Exceptions, tdkt.Exception{
			ID: b.id(tdkt.NounException), Year: r.number(0), Subject: b.subject(r, r.cells[1]), Title: r.cells[2],
			Need: r.cells[3], By: r.cells[4], Document: r.cells[5], Date: r.day(6), Reason: r.cells[7],
		})
	}
}

// locals reads what the Sở set for itself.
func (b *builder) locals() {
	for _, r := range table("locals.txt", 5) {
		b.data.Snapshot.Locals = append(b.data.Snapshot.Locals, tdkt.Local{
			ID: b.id(tdkt.NounLocal), Year: r.number(0), Key: r.cells[1], Value: r.cells[2],
			Document: r.cells[3], Date: r.day(4),
		})
	}
}

// nominations reads who was proposed for what. The findings are left to the law,
// which this package does not know.
func (b *builder) nominations() {
	for _, r := range table("nominations.txt", 6) {
		for _, code := range strings.Fields(r.cells[3]) {
			b.data.Nominations = append(b.data.Nominations, tdkt.Nomination{
				ID: b.id(tdkt.NounNomination), Year: r.number(0), Subject: b.subject(r, code), Title: r.cells[2],
				State: oneOf(r, 5, tdkt.Proposed, tdkt.Recognised), Date: r.day(4), Regime: r.cells[1],
			})
		}
	}
}
