// Package reports is what somebody reads to know how the year stands: the overview, the
// briefing of a director, the steps, statistics and statistical forms, the card of a person
// or unit, the report of the work. It reads a view.View and gives values; package papers
// makes files of them.
package reports
