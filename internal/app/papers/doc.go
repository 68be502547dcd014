// Package papers is every file that the program writes for people: the folders and lists the
// province receives, Word documents, certificates, sheets for rooms, archives, and why a
// subject may get a title or not. What a file says comes from a view.View; how it looks is
// known to forms, letters and paper, behind the small interfaces of package app.
package papers
