package kit

// Views are the views of a page as segments, the one shown known by its word.
type Views struct {
	*Segments
	Selected string
}

// NewViews makes the views, the first one shown; turned is called after another was chosen.
func NewViews(words []string, turned func()) *Views {
	v := &Views{Selected: words[0]}
	v.Segments = NewSegments(words, func(i int) {
		v.Selected = words[i]
		turned()
	})
	return v
}

// SetSelected turns to a view.
func (v *Views) SetSelected(word string) {
	for i, w := range v.words {
		if w == word {
			v.choose(i)
		}
	}
}
