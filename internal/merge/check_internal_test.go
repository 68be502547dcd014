package merge

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// Check says where the rows of a file are not those that follow from its history.
func Check(entries []tdkt.Entry) error {
	p := newPool()
	f, err := p.load(entries)
	if err != nil {
		return err
	}
	got := p.fold(p.all(f))
	differ, err := p.differ(f, got)
	if err != nil {
		return err
	}
	for _, k := range differ {
		return fmt.Errorf("%v: the file says %s, its history %s", k, f.rows[k], got.row(k))
	}
	return nil
}
