package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// gridTheme is the theme inside a grid: the program's own at this moment, since a
// user may change the size of the text, with one pixel between cells.
type gridTheme struct{}

func (gridTheme) now() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color is the program's.
func (t gridTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameHeaderBackground {
		return Paint(Paper)
	}
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
		return 0
	case theme.SizeNameInnerPadding:
		return cellTall
	}
	return t.now().Size(name)
}

// takeTheme puts the table, and nothing in it, under gridTheme. Fyne's own way hands the theme to
// every cell every time the list is drawn: with each it forgets all texts it has measured, reads
// the letters from their file anew, and keeps the list for ever.
func (t *gridTable) takeTheme() {
	t.bare = true
	if t.themed == nil {
		t.themed = container.NewThemeOverride(t, gridTheme{})
	} else {
		t.themed.Refresh()
	}
	t.bare = false
}
