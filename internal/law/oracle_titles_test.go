package law_test

import (
	"strconv"

	"tdkt/internal/tdkt"
)

// oraclePersonTitles and oracleUnitTitles are the rows of the design's two tables.
var (
	oraclePersonTitles = []string{"LDTT", "CSTDCS", "CSTDT", "CSTDTQ", "GK", "BKT", "BKTTG", "HCLD3", "HCLD2", "HCLD1"}
	oracleUnitTitles   = []string{"TTLDTT", "TTLDXS", "COTINH", "COCP", "GK", "BKT", "BKTTG", "HCLD3", "HCLD2", "HCLD1"}
)

func oracleTitles(kind tdkt.SubjectKind) []string {
	if kind == tdkt.APerson {
		return oraclePersonTitles
	}
	return oracleUnitTitles
}

// decree65: "Decree 65 for the years 2014–2016" asks for more than column A.
func decree65(year int) bool { return year <= 2016 }

// regimeA: "A luat-2003-2013 for 2014–2023, B luat-06-2022 from 2024"; 2026 repeats B.
func regimeA(year int) bool { return year <= 2023 }

// allManual: "GK, COTINH, COCP: M only"; "where every alternative is such and none is
// ticked, the answer is thiếu dữ liệu.".
func allManual(title string) bool {
	return title == "GK" || title == "COTINH" || title == "COCP"
}

// answer is what the design says of one subject, title and year.
func (o oracle) answer(who tdkt.Subject, title string, year int) tri {
	switch {
	case allManual(title):
		return triUnknown
	case who.Kind == tdkt.APerson:
		return o.personAnswer(who, title, year)
	default:
		return o.unitAnswer(who, title, year)
	}
}

func (o oracle) personAnswer(who tdkt.Subject, title string, year int) tri {
	switch title {
	case "LDTT":
		return o.ldtt(who, year)
	case "CSTDCS":
		return o.cstdcs(who, year)
	case "CSTDT":
		// "CSTDCS given for Y−2, Y−1, Y; initiative or đề tài ≥ tỉnh in Y−2..Y".
		return allOf(o.givenEach(who, "CSTDCS", year-2, year),
			o.initiatives(who.ID, 1, tdkt.Province, year-2, year))
	case "CSTDTQ":
		// "where T is Y or Y−1".
		return anyOf(o.cstdtq(who, year), o.cstdtq(who, year-1))
	case "BKT":
		return o.bktPerson(who, year)
	case "BKTTG":
		return o.bkttgPerson(who, year)
	case "HCLD3":
		return o.hcld3Person(who, year)
	case "HCLD2":
		return o.hcldPerson(who, "HCLD3", year, 2, 1)
	case "HCLD1":
		return o.hcldPerson(who, "HCLD2", year, 3, 2)
	}
	panic("the oracle has no personal title " + title)
}

func (o oracle) ldtt(who tdkt.Subject, year int) tri {
	if regimeA(year) {
		// "rating(Y) ≥ HTT; registered in Y (any title); ≥ 10 months served in Y; no
		// discipline ≥ khiển trách decided in Y; M conduct".
		return allOf(o.rated(who, year, tdkt.Good), o.registered(who, year), o.served(who.ID, year, 10),
			o.undisciplined(who.ID, year, tdkt.Reprimand), triOf(!decree65(year) || o.leave(who.ID, year) < 40))
	}
	// "rating(Y) ≥ HTT; M conduct; local: months, registered, discipline", each of which
	// applies only where a value was set for the year.
	out := o.rated(who, year, tdkt.Good)
	if n, err := strconv.Atoi(o.local(year, "ldtt-so-thang")); err == nil {
		out = allOf(out, o.served(who.ID, year, n))
	}
	if o.local(year, "ldtt-dang-ky") == "có" {
		out = allOf(out, o.registered(who, year))
	}
	if form := o.local(year, "ldtt-ky-luat"); form != "" {
		out = allOf(out, o.undisciplined(who.ID, year, tdkt.Penalty(form)))
	}
	return out
}

func (o oracle) cstdcs(who tdkt.Subject, year int) tri {
	work := o.initiatives(who.ID, 1, tdkt.Base, year, year)
	if regimeA(year) {
		// "needs of LDTT; and (initiative recognised ≥ cơ sở in Y, or đề tài accepted in Y)".
		return allOf(o.ldtt(who, year), work)
	}
	// "needs of LDTT; and (rating(Y) = HTXS, or initiative ≥ cơ sở in Y, or đề tài in Y)".
	return allOf(o.ldtt(who, year), anyOf(o.rated(who, year, tdkt.Excellent), work))
}

// cstdtq: "CSTDT given for T and T−3 …, CSTDCS given for each of T−5..T; initiative or
// đề tài = toàn quốc in T−5..T".
func (o oracle) cstdtq(who tdkt.Subject, t int) tri {
	return allOf(o.given(who, "CSTDT", t), o.given(who, "CSTDT", t-3),
		o.givenEach(who, "CSTDCS", t-5, t), o.initiatives(who.ID, 1, tdkt.Nation, t-5, t))
}

func (o oracle) bktPerson(who tdkt.Subject, year int) tri {
	best := o.ratedEach(who, year-1, year, tdkt.Excellent)
	innovations := o.initiatives(who.ID, 2, tdkt.Base, year-1, year, tdkt.Innovation)
	if regimeA(year) {
		// "rating HTXS in Y−1 and Y and ≥ 2 initiatives ≥ cơ sở in Y−1..Y"; "in A (BKT,
		// BKTTG, HCLD3) sáng kiến only".
		return allOf(best, innovations)
	}
	// "CSTDCS for Y−1 and Y, or HTXS in Y−1 and Y with ≥ 2 initiatives or đề tài ≥ cơ sở
	// in Y−1..Y"; "two sáng kiến or two đề tài, not one of each".
	studies := o.initiatives(who.ID, 2, tdkt.Base, year-1, year, tdkt.Study)
	return anyOf(o.givenEach(who, "CSTDCS", year-1, year), allOf(best, anyOf(innovations, studies)))
}

func (o oracle) bkttgPerson(who tdkt.Subject, year int) tri {
	if regimeA(year) {
		// "BKT, then HTXS in every year since, at least 5, and ≥ 5 initiatives ≥ cơ sở in them".
		return o.since(who, "BKT", year, func(first int) tri {
			return allOf(o.ratedEach(who, first, year, tdkt.Excellent), atLeastFive(first, year),
				o.initiatives(who.ID, 5, tdkt.Base, first, year, tdkt.Innovation))
		})
	}
	// "BKT, then ≥ HTT in every year since, at least 5, of them ≥ 3 CSTDCS".
	return o.since(who, "BKT", year, func(first int) tri {
		return allOf(o.ratedEach(who, first, year, tdkt.Good), atLeastFive(first, year), o.awarded(who, "CSTDCS", first, year, 3))
	})
}

func (o oracle) hcld3Person(who tdkt.Subject, year int) tri {
	return o.since(who, "BKTTG", year, func(first int) tri {
		if regimeA(year) {
			// "BKTTG, then HTXS in every year since, at least 5, and ≥ 2 initiatives ≥ tỉnh in them".
			return allOf(o.ratedEach(who, first, year, tdkt.Excellent), atLeastFive(first, year),
				o.initiatives(who.ID, 2, tdkt.Province, first, year, tdkt.Innovation))
		}
		// "BKTTG, then ≥ HTT in every year since, at least 5, of them ≥ 1 HTXS and ≥ 3 CSTDCS".
		return allOf(o.ratedEach(who, first, year, tdkt.Good), atLeastFive(first, year),
			o.ratedYears(who, first, year, tdkt.Excellent, 1), o.awarded(who, "CSTDCS", first, year, 3))
	})
}

// hcldPerson is HCLD2 and HCLD1: in B with that many HTXS years and CSTDT.
func (o oracle) hcldPerson(who tdkt.Subject, before string, year, best, cstdt int) tri {
	return o.since(who, before, year, func(first int) tri {
		if regimeA(year) {
			// "HCLD3 (HCLD2), then HTXS in every year since, at least 5".
			out := allOf(o.ratedEach(who, first, year, tdkt.Excellent), atLeastFive(first, year))
			if decree65(year) {
				// Decree 65 Điều 16, 15 khoản 1 điểm b: 3 (4) provincial initiatives in that time.
				out = allOf(out, o.initiatives(who.ID, best+1, tdkt.Province, first, year, tdkt.Innovation))
			}
			return out
		}
		// "then ≥ HTT in every year since, at least 5, of them ≥ 2 (3) HTXS and ≥ 1 (2) CSTDT".
		return allOf(o.ratedEach(who, first, year, tdkt.Good), atLeastFive(first, year),
			o.ratedYears(who, first, year, tdkt.Excellent, best), o.awarded(who, "CSTDT", first, year, cstdt))
	})
}

func (o oracle) unitAnswer(who tdkt.Subject, title string, year int) tri {
	switch title {
	case "TTLDTT":
		return o.ttldtt(who, year)
	case "TTLDXS":
		return o.ttldxs(who, year)
	case "BKT":
		if regimeA(year) {
			// "unit HTXS in Y−1 and Y".
			return o.ratedEach(who, year-1, year, tdkt.Excellent)
		}
		// "unit HTXS or TTLDXS in each of Y−1, Y".
		return o.outstandingEach(who, year-1, year)
	case "BKTTG":
		return o.bkttgUnit(who, year)
	case "HCLD3":
		return allOf(o.tenYearsOld(who, year), o.hcldUnit(who, "BKTTG", "HCLD3", year))
	case "HCLD2":
		return o.hcldUnit(who, "HCLD3", "HCLD2", year)
	case "HCLD1":
		return o.hcldUnit(who, "HCLD2", "HCLD1", year)
	}
	panic("the oracle has no collective title " + title)
}

func (o oracle) ttldtt(who tdkt.Subject, year int) tri {
	// "no member disciplined ≥ cảnh cáo in Y".
	clean := o.noMemberWarned(who, year)
	if regimeA(year) {
		// "unit rating(Y) ≥ HTT; more than 50 % of members LDTT in Y".
		return allOf(o.rated(who, year, tdkt.Good), clean,
			o.share(who, year, func(part, whole int) bool { return part*100 > whole*50 }))
	}
	// "unit rating ≥ HTT; at least 70 % LDTT".
	return allOf(o.rated(who, year, tdkt.Good), clean, o.share(who, year, seventyPercent))
}

func (o oracle) ttldxs(who tdkt.Subject, year int) tri {
	// "unit rating = HTXS; every member's rating ≥ HT; ≥ 70 % LDTT; ≥ 1 CSTDCS".
	common := allOf(o.rated(who, year, tdkt.Excellent), o.everyMemberDone(who, year),
		o.share(who, year, seventyPercent), o.someMemberCSTDCS(who, year))
	if regimeA(year) {
		return allOf(common, o.noMemberWarned(who, year))
	}
	// "the same without the discipline need".
	return common
}

func seventyPercent(part, whole int) bool { return part*100 >= whole*70 }

func (o oracle) bkttgUnit(who tdkt.Subject, year int) tri {
	if regimeA(year) {
		return o.bestSince(who, "BKT", "BKTTG", year)
	}
	// "BKT, then HTXS or TTLDXS in each of Y−4..Y, all of them after the BKT's period, ≥ HTT in
	// the other years since, and in the years since ≥ 1 COTINH or ≥ 2 BKT". The five years are
	// the same whatever the BKT row is, so they are a need of their own, also where no row is
	// entered.
	return allOf(o.outstandingEach(who, year-4, year), o.since(who, "BKT", year, func(first int) tri {
		return allOf(triOf(first <= year-4), o.ratedEach(who, first, year-5, tdkt.Good),
			anyOf(o.awarded(who, "COTINH", first, year, 1), o.awarded(who, "BKT", first, year, 2)))
	}))
}

// bestSince: "then HTXS in every year since, at least 5", and by Decree 65 flags in them.
func (o oracle) bestSince(who tdkt.Subject, before, title string, year int) tri {
	return o.since(who, before, year, func(first int) tri {
		out := allOf(o.ratedEach(who, first, year, tdkt.Excellent), atLeastFive(first, year))
		if decree65(year) {
			out = allOf(out, o.flags65(who, title, first, year))
		}
		return out
	})
}

// flags65: Decree 65 Điều 23 khoản 3 điểm c, Điều 17, 16, 15 khoản 4 điểm b.
func (o oracle) flags65(who tdkt.Subject, title string, first, year int) tri {
	n := func(code string, n int) tri { return o.awarded(who, code, first, year, n) }
	switch title {
	case "BKTTG":
		return n("COTINH", 1)
	case "HCLD3":
		return anyOf(n("COTINH", 2), allOf(n("COTINH", 1), n("BKT", 2)))
	case "HCLD2":
		return anyOf(allOf(n("COCP", 1), n("COTINH", 1)), n("COTINH", 3))
	default:
		return anyOf(allOf(n("COCP", 1), n("COTINH", 2)), n("COTINH", 4))
	}
}

// leave: "40 working days' leave" of Decree 65 Điều 5 khoản 6; maternity and study count as
// work (khoản 3, 4).
func (o oracle) leave(person tdkt.ID, year int) int {
	n := 0
	for d := tdkt.FirstDay(year); d <= tdkt.LastDay(year); d = d.Next() {
		if w := d.Time().Weekday(); w == 0 || w == 6 {
			continue
		}
		for at := range o.s.Absences {
			a := &o.s.Absences[at]
			if a.Person == person && a.From <= d && d <= a.To && a.Kind != "thai sản" && a.Kind != "học tập" {
				n++
				break
			}
		}
	}
	return n
}

func (o oracle) hcldUnit(who tdkt.Subject, before, title string, year int) tri {
	if regimeA(year) {
		return o.bestSince(who, before, title, year)
	}
	// "then HTXS or TTLDXS in each of Y−4..Y (all since) and ≥ HTT in the other years since".
	return allOf(o.outstandingEach(who, year-4, year), o.since(who, before, year, func(first int) tri {
		return allOf(triOf(first <= year-4), o.ratedEach(who, first, year-5, tdkt.Good), o.flags(who, title, first, year))
	}))
}

// flags: "'Cannot get flags' is a manual need" that stands beside the Bằng khen alone.
func (o oracle) flags(who tdkt.Subject, title string, first, year int) tri {
	cocp := func(n int) tri { return o.awarded(who, "COCP", first, year, n) }
	cotinh := func(n int) tri { return o.awarded(who, "COTINH", first, year, n) }
	bkt := func(n int) tri { return o.awarded(who, "BKT", first, year, n) }
	barred := func(n int) tri { return allOf(o.flagless, bkt(n)) }
	switch title {
	case "HCLD3":
		// "≥ 1 COCP, or ≥ 2 COTINH, or 1 COTINH + 1 BKT, or 2 BKT where the unit cannot get flags".
		return anyOf(cocp(1), cotinh(2), allOf(cotinh(1), bkt(1)), barred(2))
	case "HCLD2":
		// law.md § 2.2: "1 Cờ CP + 1 Cờ tỉnh, or 3 Cờ tỉnh, or 3 BK tỉnh (no-flag units)".
		return anyOf(allOf(cocp(1), cotinh(1)), cotinh(3), barred(3))
	default:
		// law.md § 2.2: "2 Cờ CP, or 1 Cờ CP + 2 Cờ tỉnh, or 4 Cờ tỉnh, or 4 BK tỉnh (no-flag units)".
		return anyOf(cocp(2), allOf(cocp(1), cotinh(2)), cotinh(4), barred(4))
	}
}

// outstandingEach: "HTXS or TTLDXS in a year: either yes gives yes; else either unknown
// gives unknown; else no.".
func (o oracle) outstandingEach(who tdkt.Subject, from, to int) tri {
	out := triYes
	for y := from; y <= to; y++ {
		out = allOf(out, anyOf(o.rated(who, y, tdkt.Excellent), o.given(who, "TTLDXS", y)))
	}
	return out
}

// tenYearsOld: "founding date plus 10 years ≤ 31/12/Y; no date: unknown.".
func (o oracle) tenYearsOld(who tdkt.Subject, year int) tri {
	founded := o.unit(who.ID).Founded
	if founded == 0 {
		return triUnknown
	}
	return triOf(founded.AddMonths(120) <= tdkt.LastDay(year))
}
