package gui

import (
	"tdkt/internal/gui/awards"
	"tdkt/internal/gui/blocs"
	"tdkt/internal/gui/complaints"
	"tdkt/internal/gui/council"
	"tdkt/internal/gui/decisions"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/documents"
	"tdkt/internal/gui/dossiers"
	"tdkt/internal/gui/evaluations"
	"tdkt/internal/gui/events"
	"tdkt/internal/gui/examples"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/finds"
	"tdkt/internal/gui/initiatives"
	"tdkt/internal/gui/locals"
	"tdkt/internal/gui/movements"
	"tdkt/internal/gui/opinions"
	"tdkt/internal/gui/outlook"
	"tdkt/internal/gui/pacts"
	"tdkt/internal/gui/plans"
	"tdkt/internal/gui/pledges"
	"tdkt/internal/gui/quotas"
	"tdkt/internal/gui/staff"
	today "tdkt/internal/gui/start"
	"tdkt/internal/gui/statistics"
	"tdkt/internal/gui/tasks"
)

// The places of the tabs.
const (
	staffTab       = 1
	evaluationsTab = 3
)

// makeTabs makes the tabs, each with its pages in the order of the work.
func (s *shell) makeTabs() []*desk.Pages {
	d := s.desk
	export := func() { exchange.ExportSubmission(d) }
	open := func(path string) { exchange.Open(d, path) }
	s.today = today.New(d, open)
	tabs := []*desk.Pages{
		desk.NewPages(tabPlans,
			s.today,
			plans.New(d, open),
			tasks.New(d, open),
			movements.New(d),
			examples.New(d),
			events.New(d),
			locals.New(d),
		),
		desk.NewPages(tabStaff,
			staff.New(d, open),
		),
		desk.NewPages(tabPledges,
			pledges.New(d),
			pacts.New(d, open),
			blocs.New(d, open),
		),
		desk.NewPages(tabEvaluations,
			evaluations.New(d),
			evaluations.NewPeriods(d, open),
			initiatives.New(d),
		),
		desk.NewPages(tabAwards,
			awards.New(d, export, open),
			quotas.New(d),
			council.New(d, open),
			dossiers.New(d, open),
			decisions.New(d, open),
		),
		desk.NewPages(tabReports,
			statistics.New(d, open),
			documents.New(d, export),
			outlook.New(d),
			opinions.New(d),
			complaints.New(d),
			finds.New(d, s.find),
		),
	}
	for _, t := range tabs {
		t.OnTurn(s.shown)
	}
	return tabs
}
