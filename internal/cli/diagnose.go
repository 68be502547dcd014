package cli

import (
	"tdkt/internal/app"
	"tdkt/internal/boot"
)

// diagnose writes the package an office can send when something went wrong.
func (c *call) diagnose() error {
	words, err := c.words(c.flags("diagnose"), 1)
	if err != nil {
		return err
	}
	return c.with(func(a *app.App) error {
		return c.wrote(words[0], boot.Diagnose(c.ctx, a, boot.LogFile(), words[0]))
	})
}
