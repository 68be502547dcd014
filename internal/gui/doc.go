// Package gui is the window: the year and unit above, the five tabs, the menu, and
// the first screen when no data file is open.
//
// # How a page is added
//
// A tab is a [desk.Pages]: one page, or several with a row of quiet buttons above them.
// A page is a package of its own below gui, with view.go (widgets), rows.go (what stands
// in the cells, plain functions), words.go (every Vietnamese word) and tests beside them.
//
//  1. Write a type with the methods of [desk.Tab] and a New(d *desk.Desk). Its Name is the
//     word on the button. It makes its widgets once; Refresh reads desk.View() again, and
//     what may take over 100 ms goes through desk.UI.Do or desk.UI.Busy.
//  2. Put it into makeTabs in tabs.go, and its package into the layers of archtest and
//     the map in internal/doc.go.
//  3. Write its help: assets/help/TAB.PAGE.md, both names without accents, with dashes,
//     headed "# Tab: page". F1 opens it; a test misses it.
//  4. Places where the page can show a subject, a title or a record arrive in Goto; other
//     pages and Ctrl+K come by [desk.Desk.Open].
//  5. A new command is a line of menu.go; Ctrl+K finds commands and pages by itself.
//
// Nothing more is to be told: the tests of this package walk through every page and
// menu, press every button, and look for English words, raw codes, buttons cut off in
// a small window, and boxes that Esc does not close. "go run ./cmd/dev shots" draws the
// page; what lies deeper than its first screen is a line of deeperShots.
package gui
