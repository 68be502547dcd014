package columns

import (
	"testing"

	"tdkt/internal/tdkt"
)

// FuzzFiles: the office's own layouts and forms may hold anything; they are understood or
// refused in a sentence that names the file.
func FuzzFiles(f *testing.F) {
	f.Add(Carried())
	f.Add(CarriedStatistics())
	f.Add([]byte("tap-the = \"a\"\n[[layout]]\nname = \"a\"\ncolumns = [{ field = \"stt\", width = 1e300 }]"))
	f.Add([]byte("[[form]]\ncode = \"\"\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for what, err := range map[string]error{"layouts": second(Read("a.toml", text)), "statistics": second(ReadStatistics("a.toml", text))} {
			if err != nil && tdkt.KindOf(err) != tdkt.Invalid {
				t.Errorf("%s: not a refusal: %v", what, err)
			}
		}
	})
}

func second[T any](_ T, err error) error { return err }
