// Package assets embeds what the program shows but does not compute: its icon, the
// Vietnamese for Fyne's own words, the pages of help, the list of what is new, and the
// Word templates.
package assets

import (
	"embed"
)

// Icon is the picture of the program, a PNG of 512 by 512 pixels.
//
//go:embed icon.png
var Icon []byte

// FyneVietnamese holds Fyne's own words ("Cancel", "Copy", the names of days) in
// Vietnamese, as lang.AddTranslationsForLocale takes them. Fyne ships no Vietnamese.
//
//go:embed translations/vi.json
var FyneVietnamese []byte

// Changelog is what "Có gì mới" shows, in Markdown.
//
//go:embed changelog.md
var Changelog string

// Templates are the Word templates of the official documents, by kind: "to-trinh.docx".
// They are made from internal/letters/draft.
//
//go:embed templates/*.docx
var Templates embed.FS

//go:embed help
var help embed.FS

// Help is a page of the help in Markdown, by its name without ".md"; ok is false where
// there is none.
func Help(name string) (text string, ok bool) {
	page, err := help.ReadFile("help/" + name + ".md")
	return string(page), err == nil
}

// HelpPicture is the picture of a page of the help as PNG; nil where there is none. They are
// drawn by "go run ./cmd/dev shots -keep".
func HelpPicture(name string) []byte {
	picture, err := help.ReadFile("help/" + name + ".png")
	if err != nil {
		return nil
	}
	return picture
}

// HelpEverywhere names the pages that belong to no screen, in the order to read them.
func HelpEverywhere() []string {
	return []string{"bat-dau", "danh-sach-va-phim-tat", "ba-cau-tra-loi", "an-toan-du-lieu"}
}
