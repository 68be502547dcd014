package kit

import (
	"fmt"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// tickIcons are the pictures of tick boxes by what tickIcon names them.
var tickIcons sync.Map

// tickIcon is the picture of a tick box in the ink of now. Fyne keeps what it drew of a
// picture by its name, also over a change of the look; so each ink has a name of its own.
func tickIcon(th fyne.Theme, on bool) fyne.Resource {
	ink := Paint(Ink)
	name := fmt.Sprintf("tick-%t-%02x%02x%02x.svg", on, ink.R, ink.G, ink.B)
	if known, ok := tickIcons.Load(name); ok {
		return known.(fyne.Resource)
	}
	icon := theme.IconNameCheckButton
	if on {
		icon = theme.IconNameCheckButtonChecked
	}
	made := fyne.NewStaticResource(name, th.Icon(icon).Content())
	tickIcons.Store(name, made)
	return made
}
