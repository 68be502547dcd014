// Package kit is the set of widgets that every tab of the window is made of: the
// grid, fields and forms, dialogs that answer to Enter and Esc, notices, shortcuts,
// the theme, and the runner that keeps slow work off the screen. Widgets know no
// business: they take rows and raise callbacks.
//
// The window makes one [UI] and hands it to every tab:
//
//	ui := kit.NewUI(w, kit.Background, kit.NativeFiles{}, logError)
//	w.SetContent(ui.Frame(tabs))
//
// A tab makes a grid once and gives it new rows after each change:
//
//	g := kit.NewGrid(ui, func(p row) string { return p.id },
//		kit.Column[row]{Title: wordName, Width: 200, Text: row.name, Order: kit.ByName},
//		kit.Column[row]{Title: wordRating, Width: 90, Text: row.rating,
//			Edit: &kit.Editor[row]{Kind: kit.EditChoice, Choices: func(row) []string { return levels }}})
//	g.OnEdit = func(r row, column int, text string) error { return app.Rate(ctx, r.id, text) }
//	g.OnOpen = t.openCard
//	g.SetRows(rows(view))
//
// [Grid.OnEdit] and [Grid.OnEdits] run by the window's [Runner], away from the
// screen: they call app and return its error, and touch no widget. Everything else
// runs on the screen. The answer to "what changed" is a new [Grid.SetRows]; rows
// keep their key, so that cursor, selection and scroll stay where they were.
//
// Keys in a grid: arrows, PgUp, PgDn, Home, End, Ctrl with them; Shift, Ctrl and
// the mouse select; a letter or F2 edits, Enter saves and goes down, Tab right, Esc
// gives up; Enter or a double click on a cell that is not edited calls
// [Grid.OnOpen]; Ctrl+C, X, V as TSV, Ctrl+D fills down, Delete empties. All other
// keys go on to the window.
//
// Slow work that is not an edit goes through [UI.Do] (short, no way to stop) or
// [UI.Busy] (shows progress after 300 ms and can be stopped). Errors go to
// [UI.ShowError], success to [UI.Notice].
//
// When a tab is shown, the window calls [UI.SetShortcuts] with what Ctrl+F, Ctrl+N
// and the others mean there. Tests use [Inline] and [FakeFiles].
package kit
