package cli

import (
	"fmt"
	"io/fs"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// folderFlags say which folder of papers is written, and how.
type folderFlags struct {
	round, date, compare *string
	draft, pdf           *bool
}

// submission writes the folder of a round, or compares one that was written earlier. While
// anything must be put right it prints the list and is refused.
func (c *call) submission(a *app.App, year int, f folderFlags, out string, pack bool) error {
	o := papers.Outgoing{Draft: *f.draft, PDF: *f.pdf}
	var err error
	if o.Round, err = a.View().FindRound(year, *f.round); err != nil {
		return err
	}
	if *f.date != "" {
		if o.Date, err = dayFlag(*f.date); err != nil {
			return err
		}
	}
	if *f.compare != "" {
		return c.compareFolder(a, o, *f.compare)
	}
	return c.writeFolder(a, o, out, pack)
}

func (c *call) writeFolder(a *app.App, o papers.Outgoing, out string, pack bool) error {
	s, err := papers.Gathered(c.ctx, a, o)
	if err != nil {
		return err
	}
	dir, err := papers.ExportFolder(c.ctx, a, o, out, nil)
	if err != nil {
		return err
	}
	c.printf("Đã ghi bộ hồ sơ %s, năm %d: %s\n", o.Round.Title(), s.Year, dir)
	if err := c.listFolder(dir); err != nil {
		return err
	}
	for _, p := range dossier.Parts() {
		if !s.Written(p) {
			c.printf("Không lập thư mục “%s”: không có trường hợp nào ở cấp này.\n", p)
		}
	}
	fix, look := s.Findings()
	c.printf("Tự kiểm tra: %d điều phải sửa, %d điều cần xem lại (trang “Tự kiểm tra” của tệp mục lục trong thư mục “%s”).\n", fix, look, dossier.HousePart)
	if !pack {
		return nil
	}
	packed, err := papers.ZipFolder(c.ctx, a, dir)
	return c.wrote(packed, err)
}

// listFolder prints the files below a folder.
func (c *call) listFolder(dir string) error {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		c.printf("  %s\n", name)
		return err
	})
	if err != nil {
		return fmt.Errorf("cli: list the folder: %w", err)
	}
	return nil
}

// compareFolder tells where a folder that was written earlier does not say what the data
// file says.
func (c *call) compareFolder(a *app.App, o papers.Outgoing, dir string) error {
	list, err := papers.CompareFolder(c.ctx, a, o, dir)
	if err != nil {
		return err
	}
	for _, words := range list {
		c.printf("%s\n", words)
	}
	if len(list) > 0 {
		return tdkt.Errorf(tdkt.Invalid, "Hồ sơ %s có %d chỗ không khớp với sổ. Hãy xuất lại hồ sơ, hoặc sửa số liệu trong sổ.", dir, len(list))
	}
	c.printf("Hồ sơ %s khớp với sổ.\n", dir)
	return nil
}

// sampleFolder writes the folders of the sample's years whose rounds were held: as the
// papers themselves where nothing must be put right, else as a draft.
func (c *call) sampleFolder(a *app.App, out string) error {
	for _, year := range sampleYears() {
		o := papers.Outgoing{Round: tdkt.YearEndRound(year)}
		s, err := papers.Gathered(c.ctx, a, o)
		if err != nil {
			return err
		}
		o.Draft = len(s.Blocked()) > 0
		if err := c.writeFolder(a, o, out, false); err != nil {
			return err
		}
	}
	return nil
}
