package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// RegisterWords gives Fyne's own words in Vietnamese (assets/translations/vi.json).
// They stand for English too, so that an English Windows shows Vietnamese words.
// Call it before the first widget is made.
func RegisterWords(json []byte) error {
	for _, locale := range []fyne.Locale{"vi", "en"} {
		if err := lang.AddTranslationsForLocale(json, locale); err != nil {
			return fmt.Errorf("kit: register words for %s: %w", locale, err)
		}
	}
	return nil
}
