// Package pages has no code but the tests of the pages of the window: those of internal/gui
// that have a package of their own. They are in one program because a program is dear: it links
// SQLite, Excel and the toolkit, reads the fonts and makes the sample department, before it
// looks at anything. So a page is tested through what a person sees and does, and through
// what it shows other packages; its unexported parts are its own. guitest.List reads a list by
// the titles of its columns and drives it by the keyboard.
//
// Four pages keep a program of their own, because their tests are of rules that no screen
// shows alone: awards, intake, layouts and pledges.
//
// The tests of a page are in a file of its name and begin with it, and so do the screens they
// are held against (testdata/tasks). While a page is worked on:
//
//	go test ./internal/gui/pages -run Tasks
package pages
