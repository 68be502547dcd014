package lawcase

import (
	"fmt"
	"io/fs"

	"tdkt/internal/law"
)

// Table runs every case of the folder and counts the answers of every need: what
// "law check" prints. The cases of the regime before the last are asked of the last
// too, moved by the years between, since it repeats that regime until it is checked.
func Table(r *law.Rules, dir fs.FS) ([]Cover, error) {
	var all []Answer
	err := Each(dir, func(_ string, c *Case) error {
		all = append(all, c.Run(r)...)
		all = append(all, c.IntoLast(r).Run(r)...)
		return nil
	})
	return Coverage(r, all), err
}

// Each hands every case of the folder to do, by the name of its file.
func Each(dir fs.FS, do func(name string, c *Case) error) error {
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return err
		}
		c, err := Parse(data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return do(name, c)
	})
	if err != nil {
		return fmt.Errorf("lawcase: read cases: %w", err)
	}
	return nil
}

// IntoLast is the case moved into the last regime: the questions of the first year
// of the regime before it, with all facts later by the years between.
func (c *Case) IntoLast(r *law.Rules) *Case {
	last, before := r.Regimes[len(r.Regimes)-1], r.Regimes[len(r.Regimes)-2]
	only := *c
	only.Asks = nil
	for _, a := range c.Asks {
		if a.Year == before.From {
			only.Asks = append(only.Asks, a)
		}
	}
	return only.Shift(last.From - before.From)
}
