// Package internal is the map of Sổ Thi đua: what each package is for, and which way
// the arrows point. It holds no code. "go doc ./internal" prints it.
//
// # From the inside out
//
// A package may import only packages further up in this list, and never a neighbour
// of its own kind: no tab another tab, no technology another. The exact lines are a
// table in archtest, a test that holds the program to them; ADR 0001 says why.
//
// What there is:
//
//   - tdkt: the nouns (people, units, ratings, titles, pledges, decisions) as plain
//     values, days, search keys without accents, and the Error that a user may see.
//   - intake: old records of any office into facts: finds the tables on any sheet, says
//     what each is, reads people, ratings, awards and the rest with the cells they came
//     from, and asks where it is not sure. Words are data: intake/words.toml.
//   - plantext: the plain text of a plan into its head, sections and foot, and back.
//   - scratch: files and folders that live for a while only, and what programs that
//     died left of them.
//   - native: what the window needs of the system it stands on: whether it can draw, one
//     window for one person, files in their own programs, the window's place.
//   - launch: starts the command line that lies within the window's program, on Windows.
//   - assets (top level): the icon, Fyne's own words in Vietnamese, "Có gì mới".
//
// What the statute says, and an example:
//
//   - law: for each year and title, what is asked and whether it is met, with the
//     article behind every finding. Rules are TOML in law/regimes; Go knows the verbs.
//     Rating by months too: what periods come to (appraisal, slots, means), what the rules
//     propose and what speaks against a decided level (propose, ratingnotes, unitnotes).
//   - law/lawcase: cases of the law, as stories that a clerk can read and dispute; they run
//     in the tests and in "tdktctl law check".
//   - demo: the sample department: invented people, real plan of 2023.
//
// What is put before the Council:
//
//   - bloc: how the offices of a khối thi đua compare: points by criteria, bonus, deductions,
//     ranks, who is put forward. What counts how much is a TOML file that an office edits.
//   - dossier: gathers lists, findings, totals and the rows behind each figure for one
//     year, and checks them against each other. No file, no clock.
//
// What a person can do, and the technologies that serve it unseen:
//
//   - app/view: what is in the open file at one moment, read only, and what would be wrong
//     with a row.
//   - app: a method for each button and each command. Every write goes through
//     App.Change. It declares the small interfaces it needs and knows nobody who fills
//     them. The tests of its rooms are here.
//   - app/reports: the overview, briefing, statistics, cards: what somebody reads.
//   - app/papers: every file written for people: folders, documents, certificates, why.
//   - app/imports: everything that comes in: workbooks, old records, another PC's data.
//   - store: the data file: SQLite, one writer, verified copies, a history that cannot be
//     edited unseen.
//   - sheet: Excel in: the exchange workbook and any staff list. It reads through
//     sheet/guard, which refuses damaged, hostile and huge files before they cost
//     anything.
//   - forms: Excel out: the files the province receives, laid out after Decree 30.
//   - columns: which columns the lists of nominees have, which statistical forms there are,
//     and the order of posts, from files an office may replace.
//   - docx: Word: fills templates that the office edits, reads a file as plain lines, and
//     knows no business.
//   - letters: which words the official documents hold; it fills their Word templates.
//   - paper: pages to print, as PDF: why a subject may get a title, or not; lists and Word papers.
//   - merge: how the files of two PCs become one, worked out from their histories.
//   - accounts: passwords, how long wrong ones wait, codes on paper.
//   - anchor: what a PC keeps of data files outside of them: its signing key, how
//     far each history was.
//   - backup: one writer at a time, which copies are kept, which folders are risky.
//
// What a person sees:
//
//   - gui/kit: grid, dialogs, fields, runner, theme: widgets that know no business.
//   - gui/desk: what all tabs share: the open file, the year, the unit.
//   - gui/plans, gui/staff, gui/pledges, gui/evaluations, gui/awards: one tab each.
//   - gui/tasks, gui/movements, gui/examples, gui/events: pages of the tab Kế hoạch: what
//     carries the plan out. gui/pacts: pledge sheets and pacts of the rooms. gui/blocs: the
//     khối thi đua, its members, marks, score sheets and papers.
//   - gui/dossiers: a page too: the papers of each dossier and their files.
//   - gui/locals, gui/quotas, gui/outlook: pages of those tabs: the values the office sets
//     for itself; the caps of a year with what-if; what the next year opens.
//   - gui/council, gui/decisions: pages of Khen thưởng: the Council and its votes; decisions,
//     the golden book, bonuses and the fund.
//   - gui/statistics, gui/documents, gui/opinions, gui/complaints, gui/finds: pages of Báo cáo:
//     five years of awards in figures; what can be written as Word; what leaders wrote;
//     complaints; all that holds some words.
//   - gui/start, gui/initiatives: pages too: what is due today, in words and pictures;
//     initiatives with their authors.
//   - gui/leader: the page a director reads of a package or of a file that is only read.
//   - gui/exchange: importing and exporting, with their previews.
//   - gui/layouts: columns of lists and tables, files for other software with their
//     codes, Word templates edited and taken back.
//   - gui/intake: old records taken in: the tables found, what they become, what is asked.
//   - gui/past: the history of the file, operation by operation, and taking them back.
//   - gui: the window around them: year and unit, tabs, menu, first screen.
//
// Where it is joined:
//
//   - boot: the one place that makes an App from store, sheet, forms and law.
//   - cli: the commands of tdktctl.
//   - cmd/tdkt, cmd/tdktctl, cmd/dev: programs: flags and exit codes. cmd/tdkt is the
//     only package that needs cgo.
//   - cmd/dev/internal: the parts of cmd/dev: sh calls other programs, screen is a display
//     without a monitor, dist builds for Windows, wine runs what was built, hands types
//     there as a person would, smoke tries it all.
//   - archtest: the arrows as a test.
//
// Helpers of tests, which nothing else imports:
//
//   - letters/draft: makes the Word templates out of plain descriptions.
//   - golden: compares what a test got with a text file that a person has read.
//   - uitest: reads a screen as text. gui/guitest: opens the sample department in a window
//     without a display. gui/pages: the tests of the pages of the window, in one program.
//   - sheet/sheettest: workbooks made from text.
//   - sampletest: data files made once, of which each test opens a copy.
//   - quicktest: makes the tests that import it quicker: folders in memory, less collecting.
//   - benchpair: ours beside the bare library, in one run.
//
// # How a change travels
//
// A button of a tab calls a method of app; the method works out the rows and calls
// App.Change; store writes them and the line of history in one transaction; app reads
// the file again into a new, never changing View and tells who listens; each screen
// shows what it shows from that View. tdktctl calls the same methods.
//
// # How a question is answered
//
// A View holds a tdkt.Snapshot of all facts. law judges the snapshot in memory and
// returns findings; dossier gathers them; the window, tdktctl and the Excel files print
// the same findings. Nobody computes a reason twice.
//
// Decisions and their reasons are in internal/adr.
package internal
