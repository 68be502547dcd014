package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme is the look of the program: dense, in the colours of tokens.go. The font is
// Fyne's own Noto Sans, whose digits are of one width.
type Theme struct {
	base     fyne.Theme
	size     float32
	mode     Mode
	contrast bool // the system asks for high contrast
}

// Text sizes a user may choose between, and the usual one.
const (
	TextSmall  = 12
	TextNormal = 13
	TextHuge   = 20
)

// NewTheme makes the theme, light or dark as the system is; textSize 0 is TextNormal.
func NewTheme(textSize float32) *Theme {
	if textSize <= 0 {
		textSize = TextNormal
	}
	return &Theme{base: theme.DefaultTheme(), size: textSize}
}

// In is the theme in a look; contrast says that the system asks for high contrast,
// which counts where the look is Auto.
func (t *Theme) In(mode Mode, contrast bool) *Theme {
	t.mode, t.contrast = mode, contrast
	return t
}

// Is says whether a theme is this one: to set it again would lay out and measure everything anew.
func (t *Theme) Is(other fyne.Theme) bool {
	o, ok := other.(*Theme)
	return ok && *o == *t
}

// Wear sets a theme, unless it is set.
func Wear(t *Theme) {
	if s := fyne.CurrentApp().Settings(); !t.Is(s.Theme()) {
		s.SetTheme(t)
	}
}

// Color gives the colours of the look.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if token, ok := fyneColors[name]; ok {
		return t.paint(token, variant)
	}
	if alpha, ok := fyneShades[name]; ok {
		c := t.paint(alpha.of, variant)
		c.A = alpha.alpha
		return c
	}
	return t.base.Color(name, variant)
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
		return t.size - smallerBy
	case theme.SizeNameSubHeadingText:
		return t.size + titleBy
	case theme.SizeNameHeadingText:
		return t.size + 4
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

// fyneColors are Fyne's names for our colours.
var fyneColors = map[fyne.ThemeColorName]Token{
	theme.ColorNameBackground:          Ground,
	theme.ColorNameForeground:          Ink,
	theme.ColorNamePrimary:             Accent,
	theme.ColorNameHyperlink:           Accent,
	theme.ColorNameForegroundOnPrimary: OnAccent,
	theme.ColorNameForegroundOnError:   OnAccent,
	theme.ColorNameForegroundOnSuccess: OnAccent,
	theme.ColorNameForegroundOnWarning: OnAccent,
	theme.ColorNameButton:              Paper,
	theme.ColorNameDisabledButton:      WaitPaper,
	theme.ColorNameDisabled:            Faint,
	theme.ColorNamePlaceHolder:         Faint,
	theme.ColorNameInputBackground:     Paper,
	theme.ColorNameInputBorder:         Edge,
	theme.ColorNameHeaderBackground:    Ground,
	theme.ColorNameSeparator:           Line,
	theme.ColorNameMenuBackground:      Paper,
	theme.ColorNameOverlayBackground:   Paper,
	theme.ColorNameScrollBarBackground: Ground,
	theme.ColorNameError:               BadInk,
	theme.ColorNameWarning:             WarnInk,
	theme.ColorNameSuccess:             GoodInk,
}

// shade is a colour that lets through what is below it.
type shade struct {
	of    Token
	alpha uint8
}

var fyneShades = map[fyne.ThemeColorName]shade{
	theme.ColorNameHover:     {Accent, 0x18},
	theme.ColorNameFocus:     {Accent, 0x48},
	theme.ColorNamePressed:   {Ink, 0x22},
	theme.ColorNameSelection: {Accent, 0x48},
	theme.ColorNameScrollBar: {Quiet, 0x80},
	theme.ColorNameShadow:    {Ink, 0x1c},
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8 & 0xff), B: uint8(v & 0xff), A: 0xff}
}
