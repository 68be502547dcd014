package store

import (
	"fmt"
	"testing"

	"tdkt/internal/merge"
)

// A table that refuses two rows of one natural key must be known to the merge, which
// else would try to write them: two PCs may well have typed the same thing.
func TestMergeKnowsEveryNaturalKey(t *testing.T) {
	db := newDB(t)
	err := db.read(t.Context(), func(s *session) error {
		for noun := range keepers() {
			keys, err := s.number(t.Context(), fmt.Sprintf(`SELECT count(*) FROM pragma_index_list('%s') WHERE "unique" AND origin <> 'pk'`, noun))
			if err != nil {
				return err
			}
			if named := merge.Named(noun); named != (keys > 0) {
				t.Errorf("%s has %d unique keys; merge knows one: %v (see natural in package merge)", noun, keys, named)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
