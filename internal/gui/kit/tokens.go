package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Token names a colour by what it means. Every colour on the screen is one of these.
type Token int

// The colours: a ground, what stands on it, and the meanings of a state, each as ink
// and as the paper behind it.
const (
	Ground Token = iota // behind everything
	Paper               // of lists, cards and fields
	Ink                 // text
	Quiet               // secondary text
	Faint               // hints in empty fields, what cannot be used
	Line                // hairlines
	Edge                // borders of fields and buttons
	Accent              // what is chosen, the one deed of a page
	OnAccent
	AccentPaper
	Picked // cells in a range
	GoodInk
	GoodPaper
	BadInk
	BadPaper
	WarnInk
	WarnPaper
	WaitInk
	WaitPaper
	Odd    // every other row
	Level1 // fills of charts: HTXS, HTT, HT, KHT, none
	Level2
	Level3
	Level4
	Level5
	tokens
)

// Mode is one of the looks of the program.
type Mode int

// The looks: as the system says, or one whatever it says.
const (
	Auto Mode = iota
	Light
	Dark
	Contrast
)

// palettes are the colours of the three looks, each written once.
var palettes = map[Mode][tokens]color.NRGBA{
	Light: {
		Ground: rgb(0xF7F9FC), Paper: rgb(0xFFFFFF), Ink: rgb(0x1B2430), Quiet: rgb(0x5B6778), Faint: rgb(0x6A7686),
		Line: rgb(0xE3E8EF), Edge: rgb(0xC3CBD6), Accent: rgb(0x1D5FAE), OnAccent: rgb(0xFFFFFF), AccentPaper: rgb(0xE8F0FA), Picked: rgb(0xC9DDF4),
		GoodInk: rgb(0x1E7B4A), GoodPaper: rgb(0xE7F4EC), BadInk: rgb(0xB3261E), BadPaper: rgb(0xFBEAE9),
		WarnInk: rgb(0x8A5A00), WarnPaper: rgb(0xFFF4DC), WaitInk: rgb(0x5B6778), WaitPaper: rgb(0xEEF1F5), Odd: rgb(0xFFFFFF),
		Level1: rgb(0x1D5FAE), Level2: rgb(0x8FB3DC), Level3: rgb(0xD5DCE5), Level4: rgb(0xB3261E), Level5: rgb(0xF4F6F9),
	},
	Dark: {
		Ground: rgb(0x12161C), Paper: rgb(0x1A2028), Ink: rgb(0xE6EAF0), Quiet: rgb(0xA7B2C0), Faint: rgb(0x8F9BAB),
		Line: rgb(0x2C3541), Edge: rgb(0x4A5666), Accent: rgb(0x6FAAEE), OnAccent: rgb(0x0E1C2E), AccentPaper: rgb(0x22344C), Picked: rgb(0x2F4C73),
		GoodInk: rgb(0x67C893), GoodPaper: rgb(0x163325), BadInk: rgb(0xF2938B), BadPaper: rgb(0x43211F),
		WarnInk: rgb(0xE6BB63), WarnPaper: rgb(0x3A2E12), WaitInk: rgb(0xA7B2C0), WaitPaper: rgb(0x27303B), Odd: rgb(0x1A2028),
		Level1: rgb(0x6FAAEE), Level2: rgb(0x3D6699), Level3: rgb(0x3C4653), Level4: rgb(0xE0736A), Level5: rgb(0x20262E),
	},
	Contrast: {
		Ground: rgb(0x000000), Paper: rgb(0x000000), Ink: rgb(0xFFFFFF), Quiet: rgb(0xFFFFFF), Faint: rgb(0xD0D0D0),
		Line: rgb(0x8A8A8A), Edge: rgb(0xFFFFFF), Accent: rgb(0x1AEBFF), OnAccent: rgb(0x000000), AccentPaper: rgb(0x003A70), Picked: rgb(0x00529C),
		GoodInk: rgb(0x5CF25C), GoodPaper: rgb(0x002B00), BadInk: rgb(0xFF9C9C), BadPaper: rgb(0x4A0000),
		WarnInk: rgb(0xFFFF00), WarnPaper: rgb(0x333300), WaitInk: rgb(0xFFFFFF), WaitPaper: rgb(0x2A2A2A), Odd: rgb(0x000000),
		Level1: rgb(0x1AEBFF), Level2: rgb(0x0A7FBF), Level3: rgb(0x505050), Level4: rgb(0xFF6B6B), Level5: rgb(0x3A3A3A),
	},
}

// Space between things.
const (
	Space1 = 4
	Space2 = 8
	Space3 = 12
	Space4 = 16
	Space6 = 24
)

// Sizes of text beside the body's, which the user chooses.
const (
	smallerBy  = 2 // secondary text
	titleBy    = 2 // the title of a page
	headlineBy = 9 // the figure of a tile
)

// Type is a size of text by what it is for.
type Type int

// The sizes of text.
const (
	Body Type = iota
	Small
	Title
	Headline
)

// TextSize is a size of text as the user has it now.
func TextSize(of Type) float32 {
	size := theme.TextSize()
	switch of {
	case Small:
		return size - smallerBy
	case Title:
		return size + titleBy
	case Headline:
		return size + headlineBy
	case Body:
	}
	return size
}

// Paint is a colour in the look of this moment.
func Paint(t Token) color.NRGBA {
	settings := fyne.CurrentApp().Settings()
	if own, ok := settings.Theme().(*Theme); ok {
		return own.paint(t, settings.ThemeVariant())
	}
	return palettes[Light][t]
}

func (t *Theme) paint(name Token, variant fyne.ThemeVariant) color.NRGBA {
	switch {
	case t.mode == Light || t.mode == Auto && !t.contrast && variant != theme.VariantDark:
		return palettes[Light][name]
	case t.mode == Contrast || t.mode == Auto && t.contrast:
		return palettes[Contrast][name]
	}
	return palettes[Dark][name]
}

// Tone is the state of something: it has a sign, a colour and a paper of its own.
type Tone int

// The tones.
const (
	Plain Tone = iota
	GoodTone
	BadTone
	WarnTone
	WaitTone
	AccentTone
	QuietTone
	DeepTone // the strongest of a heat; its ink is that of plain text
)

// Ink is the colour of text in a tone.
func (t Tone) Ink() Token {
	return [...]Token{Plain: Ink, GoodTone: GoodInk, BadTone: BadInk, WarnTone: WarnInk, WaitTone: WaitInk, AccentTone: Accent, QuietTone: Quiet, DeepTone: Ink}[t]
}

// Paper is the colour behind text in a tone.
func (t Tone) Paper() Token {
	return [...]Token{
		Plain: Paper, GoodTone: GoodPaper, BadTone: BadPaper, WarnTone: WarnPaper, WaitTone: WaitPaper, AccentTone: AccentPaper, QuietTone: WaitPaper,
		DeepTone: Picked,
	}[t]
}
