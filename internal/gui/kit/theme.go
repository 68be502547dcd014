package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme is the look of the program: light whatever the desktop says, dense, in
// office colours that also read in grey. The font is Fyne's own Noto Sans, whose
// digits are of one width.
type Theme struct {
	base fyne.Theme
	size float32
}

// Text sizes a user may choose between, and the usual one.
const (
	TextSmall  = 12
	TextNormal = 13
	TextHuge   = 16
)

// NewTheme makes the theme; textSize 0 is TextNormal.
func NewTheme(textSize float32) *Theme {
	if textSize <= 0 {
		textSize = TextNormal
	}
	return &Theme{base: theme.DefaultTheme(), size: textSize}
}

// Color gives the office colours; variant is disregarded.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := officeColor(name); ok {
		return c
	}
	return t.base.Color(name, theme.VariantLight)
}

// Font is Fyne's.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return t.base.Font(style) }

// Icon is Fyne's.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size is dense; everything grows with the text.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	scale := t.size / TextNormal
	switch name {
	case theme.SizeNameText:
		return t.size
	case theme.SizeNameCaptionText:
		return t.size - 2
	case theme.SizeNameSubHeadingText:
		return t.size + 2
	case theme.SizeNameHeadingText:
		return t.size + 6
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 5 * scale
	case theme.SizeNameLineSpacing:
		return 3
	case theme.SizeNameInlineIcon:
		return 16 * scale
	case theme.SizeNameScrollBar:
		return 12
	case theme.SizeNameScrollBarSmall:
		return 8
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius,
		theme.SizeNameDialogRadius, theme.SizeNamePopupRadius, theme.SizeNameMenuRadius, theme.SizeNameCardRadius:
		return 3
	case theme.SizeNameModalBlurRadius: // blur is dear without a graphics card
		return 0
	}
	return t.base.Size(name)
}

func officeColor(name fyne.ThemeColorName) (color.Color, bool) {
	c, ok := map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          rgb(0xf3f5f8),
		theme.ColorNameForeground:          colorInk,
		theme.ColorNamePrimary:             rgb(0x1f5fa8),
		theme.ColorNameHyperlink:           rgb(0x1f5fa8),
		theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
		theme.ColorNameButton:              rgb(0xdfe5ec),
		theme.ColorNameDisabledButton:      rgb(0xeceff3),
		theme.ColorNameDisabled:            rgb(0x767f8a),
		theme.ColorNamePlaceHolder:         rgb(0x6b7480),
		theme.ColorNameInputBackground:     rgb(0xffffff),
		theme.ColorNameInputBorder:         rgb(0x9aa5b1),
		theme.ColorNameHeaderBackground:    rgb(0xe1e7ef),
		theme.ColorNameSeparator:           rgb(0xd0d6dd),
		theme.ColorNameHover:               color.NRGBA{0x1f, 0x5f, 0xa8, 0x18},
		theme.ColorNameFocus:               color.NRGBA{0x1f, 0x5f, 0xa8, 0x40},
		theme.ColorNamePressed:             color.NRGBA{0, 0, 0, 0x22},
		theme.ColorNameSelection:           color.NRGBA{0x1f, 0x5f, 0xa8, 0x40},
		theme.ColorNameMenuBackground:      rgb(0xffffff),
		theme.ColorNameOverlayBackground:   rgb(0xffffff),
		theme.ColorNameScrollBar:           color.NRGBA{0, 0, 0, 0x70},
		theme.ColorNameScrollBarBackground: rgb(0xe8ebef),
		theme.ColorNameShadow:              color.NRGBA{0, 0, 0, 0x2c},
		theme.ColorNameError:               rgb(0xb3261e),
		theme.ColorNameWarning:             rgb(0x8a5a00),
		theme.ColorNameSuccess:             rgb(0x1e6b34),
	}[name]
	return c, ok
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8 & 0xff), B: uint8(v & 0xff), A: 0xff}
}

// gridTheme is the theme inside a grid: the program's own at this moment, since a
// user may change the size of the text, with one pixel between cells.
type gridTheme struct{}

func (gridTheme) now() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color is the program's.
func (t gridTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return t.now().Color(name, v)
}

// Font is the program's.
func (t gridTheme) Font(style fyne.TextStyle) fyne.Resource { return t.now().Font(style) }

// Icon is the program's.
func (t gridTheme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.now().Icon(name) }

// Size narrows the gaps.
func (t gridTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNamePadding:
		return 1
	case theme.SizeNameInnerPadding:
		return cellTall
	}
	return t.now().Size(name)
}

// The colours of the program's own drawing. They are values, never changed.
var (
	colorInk       = rgb(0x1a1f26)
	colorPaper     = rgb(0xffffff)
	colorFrame     = rgb(0xb8c1cb)
	colorOdd       = rgb(0xf6f8fa)
	colorRow       = rgb(0xd6e4f5)
	colorPicked    = rgb(0xb9d2ef)
	colorCursor    = rgb(0x1f5fa8)
	colorCursorFar = rgb(0x9aa5b1)
	colorBadInk    = rgb(0x9c1c15)
	colorBadPaper  = rgb(0xfbe3e1)
	colorWarnPaper = rgb(0xfff3d1)
	colorGoodPaper = rgb(0xe3f4e7)
	colorMutedInk  = rgb(0x6b7480)
)
