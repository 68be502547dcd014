package desk

import (
	"tdkt/internal/app/reports"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// The names of the six tabs, and of the pages that are led to by name.
const (
	TabPlans        = "Kế hoạch"
	TabStaff        = "Nhân sự"
	TabPledges      = "Đăng ký"
	TabEvaluations  = "Đánh giá"
	TabAwards       = "Khen thưởng"
	TabReports      = "Báo cáo"
	PageLocals      = "Quy định riêng"
	PageInitiatives = "Sáng kiến"
	PagePeriods     = "Theo tháng, quý"
	PageTasks       = "Nhiệm vụ"
	PageOpinions    = "Ý kiến"
	PageComplaints  = "Khiếu nại"
	PageExamples    = "Điển hình"
	PagePlans       = "Văn bản kế hoạch"
	PageCouncil     = "Hội đồng"
	PageDossiers    = "Trình"
	PageDecisions   = "Quyết định"
	PageStatistics  = "Thống kê"
	PageQuotas      = "Chỉ tiêu"
	PageOutlook     = "Năm sau"
	PageDocuments   = "Văn bản"
	PageFind        = "Tra cứu"
	PageBlocs       = "Khối thi đua"
)

// PlaceOfSpot is the tab and page of a part of the program that app names.
func PlaceOfSpot(at reports.Spot) Place {
	return map[reports.Spot]Place{
		reports.AtTasks: {Tab: TabPlans, Page: PageTasks}, reports.AtPlans: {Tab: TabPlans, Page: PagePlans},
		reports.AtStaff: {Tab: TabStaff}, reports.AtPledges: {Tab: TabPledges},
		reports.AtRatings: {Tab: TabEvaluations}, reports.AtPeriods: {Tab: TabEvaluations, Page: PagePeriods}, reports.AtInitiatives: {Tab: TabEvaluations, Page: PageInitiatives},
		reports.AtAwards: {Tab: TabAwards}, reports.AtCouncil: {Tab: TabAwards, Page: PageCouncil},
		reports.AtDossiers: {Tab: TabAwards, Page: PageDossiers}, reports.AtDecisions: {Tab: TabAwards, Page: PageDecisions},
		reports.AtStatistics: {Tab: TabReports, Page: PageStatistics}, reports.AtQuotas: {Tab: TabAwards, Page: PageQuotas},
		reports.AtOpinions: {Tab: TabReports, Page: PageOpinions}, reports.AtComplaints: {Tab: TabReports, Page: PageComplaints},
		reports.AtExamples: {Tab: TabPlans, Page: PageExamples},
	}[at]
}

// PlaceOfRow is where a record behind a finding is shown: awards and all that is in a
// person's file on the life sheet, the rest where it is typed.
func PlaceOfRow(r law.Row) Place {
	p := Place{Tab: tabOf(r.Noun), Year: r.Year, Subject: r.Subject, Key: r.ID, Noun: r.Noun}
	if r.Noun == tdkt.NounAward {
		p.Tab = TabStaff
	}
	return p.page(r.Noun)
}

// PlaceOfMissing is where what a finding lacks is entered, or the book closed.
func PlaceOfMissing(m law.Missing) Place {
	p := Place{Tab: tabOf(m.Noun), Title: m.Title, Noun: m.Noun}
	if m.Noun == tdkt.NounYear {
		p.Tab, p.Noun = placeOfBook(m.Book)
	}
	if len(m.Years) > 0 {
		p.Year = m.Years[0]
	}
	if len(m.Subjects) > 0 {
		p.Subject = m.Subjects[0]
	}
	switch {
	case len(m.Codes) > 0:
		p.Title = m.Codes[0]
	case m.Noun == tdkt.NounLocal:
		p.Title = m.Need // the page knows its values by key too
	}
	switch p.Noun { //nolint:exhaustive // the others have lists of their own
	case tdkt.NounPerson, tdkt.NounUnit, tdkt.NounPost:
		p.Missing = true
	}
	return p.page(p.Noun)
}

// page names the page of the tab where the first one is not meant.
func (p Place) page(n tdkt.Noun) Place {
	switch n { //nolint:exhaustive // the others stand on the first page
	case tdkt.NounLocal, tdkt.NounRegulation:
		p.Page = PageLocals
	case tdkt.NounInitiative:
		p.Page = PageInitiatives
	}
	return p
}

// tabOf is the tab where records of a noun are typed; what is not named stands in the
// file of a person or unit.
func tabOf(n tdkt.Noun) string {
	tabs := map[tdkt.Noun]string{
		tdkt.NounRating: TabEvaluations, tdkt.NounPeriodMark: TabEvaluations, tdkt.NounWorkItem: TabEvaluations, tdkt.NounRatingFact: TabEvaluations,
		tdkt.NounInitiative: TabEvaluations, tdkt.NounPledge: TabPledges,
		tdkt.NounBloc: TabPledges, tdkt.NounBlocMember: TabPledges, tdkt.NounBlocCriterion: TabPledges, tdkt.NounBlocMark: TabPledges, tdkt.NounBlocExtra: TabPledges,
		tdkt.NounPassage: TabAwards, tdkt.NounFigure: TabAwards, tdkt.NounOfficer: TabAwards, tdkt.NounBureau: TabAwards,
		tdkt.NounAward: TabAwards, tdkt.NounTick: TabAwards, tdkt.NounNomination: TabAwards, tdkt.NounLocal: TabPlans, tdkt.NounRegulation: TabPlans,
	}
	if tab, ok := tabs[n]; ok {
		return tab
	}
	return TabStaff
}

// placeOfBook is the tab where a book is closed, and what it holds.
func placeOfBook(b tdkt.Book) (tab string, n tdkt.Noun) {
	switch b {
	case tdkt.PledgeBook:
		return TabPledges, tdkt.NounPledge
	case tdkt.RatingBook:
		return TabEvaluations, tdkt.NounRating
	case tdkt.InitiativeBook:
		return TabEvaluations, tdkt.NounInitiative
	case tdkt.TitleBook:
	}
	return TabAwards, tdkt.NounAward
}
