package law

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"
	"time"

	"github.com/BurntSushi/toml"

	"tdkt/internal/tdkt"
)

//go:embed regimes
var embedded embed.FS

// Load gives the embedded rule files, read and checked once: nothing changes them while the
// program runs. An error names the file and the place.
func Load() (*Rules, error) { return loaded() }

var loaded = sync.OnceValues(func() (*Rules, error) {
	dir, err := fs.Sub(embedded, "regimes")
	if err != nil {
		return nil, fmt.Errorf("law: open embedded rules: %w", err)
	}
	return LoadFrom(dir)
})

// LoadFrom reads rules from another folder laid out as the embedded one: for
// tests and for trying a draft.
func LoadFrom(dir fs.FS) (*Rules, error) {
	return loadWith(dir, nil)
}

// loadWith reads the rules with what a province sets beside them.
func loadWith(dir fs.FS, regulations []*Regulation) (*Rules, error) {
	r := &Rules{regulations: regulations}
	for _, step := range []func(fs.FS) error{
		r.loadDocuments, r.loadCatalogue, r.loadAsks, r.loadCriteria, r.loadCouncils, r.loadMoney, r.loadRatings, r.loadGrounds, r.loadPapers, r.loadReports,
	} {
		if err := step(dir); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// decode reads one TOML file strictly: a key nobody reads is an error.
func decode(dir fs.FS, name string, into any) (sum string, err error) {
	data, err := fs.ReadFile(dir, name)
	if err != nil {
		return "", fmt.Errorf("law: read %s: %w", name, err)
	}
	meta, err := toml.Decode(string(data), into)
	if err != nil {
		var bad toml.ParseError
		if errors.As(err, &bad) {
			return "", fmt.Errorf("law: %s: line %d: %w", name, bad.Position.Line, err)
		}
		return "", fmt.Errorf("law: %s: %w", name, err)
	}
	if rest := meta.Undecoded(); len(rest) > 0 {
		return "", fmt.Errorf("law: %s: unknown key %q", name, rest[0].String())
	}
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:]), nil
}

// files lists the TOML files of a book in the order of their names, which begin
// with the year.
func files(dir fs.FS, book string) ([]string, error) {
	names, err := fs.Glob(dir, book+"/*.toml")
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("law: book %s has no rule files: %w", book, errors.Join(fs.ErrNotExist, err))
	}
	slices.Sort(names)
	return names, nil
}

// date is a TOML date as a tdkt.Day; the parser itself refuses 30/02.
type date struct{ tdkt.Day }

// UnmarshalTOML takes a TOML local date.
func (d *date) UnmarshalTOML(v any) error {
	t, ok := v.(time.Time)
	if !ok {
		return fmt.Errorf("%v is not a date, write 2023-12-31", v)
	}
	d.Day = tdkt.DayOf(t)
	return nil
}

// knownMark says whether a mark of confidence is one of the four.
func knownMark(mark string) bool { return slices.Contains([]string{"V", "V2", "U", "C"}, mark) }

// catalogueFile is catalogue.toml.
type catalogueFile struct {
	Award []struct {
		Code, Name, Short, Group, Level string
		Kinds                           []string
		Yearly                          bool
		As                              string
	}
}

func (r *Rules) loadCatalogue(dir fs.FS) error {
	const name = "catalogue.toml"
	var file catalogueFile
	if _, err := decode(dir, name, &file); err != nil {
		return err
	}
	r.place = make(map[string]int, len(file.Award))
	for _, a := range file.Award {
		info := CodeInfo{
			Code: a.Code, Name: a.Name, Short: a.Short, Group: a.Group, Level: a.Level, Yearly: a.Yearly, As: a.As, as: len(r.codes),
		}
		if _, twice := r.place[a.Code]; twice || a.Code == "" {
			return fmt.Errorf("law: %s: award code %q is empty or written twice", name, a.Code)
		}
		for _, k := range a.Kinds {
			info.Kinds = append(info.Kinds, tdkt.SubjectKind(k))
		}
		if err := checkCode(info); err != nil {
			return fmt.Errorf("law: %s: award %s: %w", name, a.Code, err)
		}
		if a.As != "" {
			as, known := r.place[a.As]
			if !known || r.codes[as].Yearly != a.Yearly || r.codes[as].Level != a.Level {
				return fmt.Errorf("law: %s: award %s: as %q is no code of its kind before it", name, a.Code, a.As)
			}
			info.as = as
		}
		r.place[a.Code] = len(r.codes)
		r.codes = append(r.codes, info)
	}
	return nil
}

func checkCode(c CodeInfo) error {
	if c.Name == "" || c.Short == "" {
		return errors.New("name and short must be given")
	}
	if !slices.Contains([]string{"danh hiệu", "hình thức"}, c.Group) {
		return fmt.Errorf("group %q is neither danh hiệu nor hình thức", c.Group)
	}
	if !slices.Contains([]string{"Sở", "Tỉnh", "Nhà nước"}, c.Level) {
		return fmt.Errorf("level %q is unknown", c.Level)
	}
	for _, k := range c.Kinds {
		if k != tdkt.APerson && k != tdkt.AUnit {
			return fmt.Errorf("kind %q is unknown", k)
		}
	}
	if len(c.Kinds) == 0 {
		return errors.New("kinds must be given")
	}
	return nil
}

// base is the file name shown with a regime.
func base(name string) string { return path.Base(name) }
