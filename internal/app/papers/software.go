package papers

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/columns"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// softwareFile is the office's own sets and codes for other software, in the folder of
// templates.
const softwareFile = "Phần mềm khác.toml"

// SoftwareFiles says what was written for other software, and what it lacks.
type SoftwareFiles struct {
	Paths []string
	Notes []string // in words, for the screen
}

// ExportSoftware writes the lists of a round as files for other software, one for each set:
// the header in row 1, no merged cells, codes from the office's own table.
func ExportSoftware(ctx context.Context, a *app.App, r tdkt.Round, dir string) (*SoftwareFiles, error) {
	set, err := Software(a)
	if err != nil {
		return nil, err
	}
	s, err := SubmissionOf(ctx, a, r)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, notWritten(dir, err)
	}
	out := &SoftwareFiles{}
	w := &softwareWriter{v: a.View(), s: s, set: set, lack: map[string]int{}}
	for _, one := range set.Set {
		path := filepath.Join(dir, one.Name+".xlsx")
		if err := MayWrite(a, path, ".xlsx"); err != nil {
			return out, err
		}
		tables := []tdkt.ListTable{w.table(one)}
		if codes := w.codes(); len(codes.Rows) > 0 {
			tables = append(tables, codes)
		}
		if err := a.Forms.Plain(ctx, path, tables); err != nil {
			return out, err
		}
		out.Paths = append(out.Paths, path)
	}
	for _, what := range slices.Sorted(maps.Keys(w.lack)) {
		out.Notes = append(out.Notes, fmt.Sprintf("%d ô để trống: %s.", w.lack[what], what))
	}
	return out, nil
}

// softwareWriter makes the rows of the sets.
type softwareWriter struct {
	v    *view.View
	s    *dossier.Submission
	set  columns.Software
	lack map[string]int // what could not be filled, and how often
}

// table is one set as a table.
func (w *softwareWriter) table(set columns.SoftwareSet) tdkt.ListTable {
	t := tdkt.ListTable{Sheet: set.Name, Title: set.Title, HeaderRow: set.HeaderRow}
	for _, c := range set.Columns {
		kind := tdkt.ListText
		switch c.Field {
		case "stt":
			kind = tdkt.ListNumber
		case "ngay-sinh", "ngay-cong-nhan":
			kind = tdkt.ListDay
		}
		t.Columns = append(t.Columns, tdkt.ListColumn{Title: c.Title, Kind: kind})
	}
	add := func(cell func(field string) string) {
		row := make([]string, len(set.Columns))
		for i, c := range set.Columns {
			if c.Field == "stt" {
				row[i] = fmt.Sprint(len(t.Rows) + 1)
				continue
			}
			row[i] = cell(c.Field)
		}
		t.Rows = append(t.Rows, row)
	}
	if set.Of == columns.OfInitiatives {
		for _, i := range w.s.Initiatives {
			add(func(field string) string { return w.initiative(i, field) })
		}
		return t
	}
	for _, kind := range []tdkt.SubjectKind{tdkt.AUnit, tdkt.APerson} {
		if set.Of == columns.OfUnits && kind != tdkt.AUnit || set.Of == columns.OfPeople && kind != tdkt.APerson {
			continue
		}
		for _, n := range w.s.ListOf(kind) {
			add(func(field string) string { return w.nominee(n, field) })
		}
	}
	return t
}

// nominee is a cell of somebody put forward.
func (w *softwareWriter) nominee(n dossier.Nominee, field string) string {
	p, _ := w.v.Facts.Person(n.Subject.ID)
	kind := w.kindOf(n)
	switch field {
	case "ten":
		return n.Name
	case "ten-goi":
		return map[tdkt.Sex]string{tdkt.Male: "Ông", tdkt.Female: "Bà"}[n.Sex]
	case "gioi-tinh":
		return string(n.Sex)
	case "ngay-sinh":
		if n.Born == 0 && p.BornYear != 0 {
			return fmt.Sprint(p.BornYear)
		}
		return n.Born.String()
	case "chuc-vu":
		return n.Position
	case "phong-ban":
		return n.Unit
	case "co-quan":
		return w.s.Org.Name
	case "dia-chi":
		return w.known("địa chỉ (trú quán ở Nhân sự)", p.Residence)
	case "danh-hieu-hinh-thuc":
		return n.Title.Name
	case "loai-khen":
		if n.Subject.Kind == tdkt.AUnit {
			return "TAPTHE"
		}
		return "CANHAN"
	}
	return w.coded(n, kind, field)
}

// coded is a cell that other software reads as a code or a word of its own.
func (w *softwareWriter) coded(n dossier.Nominee, kind, field string) string {
	title := n.Title.Group == law.GroupTitles
	code := func() string {
		return w.known(fmt.Sprintf("mã của %s (%s)", n.Title.Name, n.Title.Code), w.set.TitleCodes[n.Title.Code])
	}
	switch {
	case field == "phan-loai":
		return w.set.Kinds[kind]
	case field == "ma-phan-loai":
		return w.known(fmt.Sprintf("mã của loại “%s” (%s)", w.set.Kinds[kind], kind), w.set.KindCodes[kind])
	case field == "ma-hinh-thuc" && !title, field == "ma-danh-hieu" && title:
		return code()
	case field == "linh-vuc":
		return w.known("lĩnh vực hoạt động (field-of-work)", w.set.FieldOfWork)
	}
	return ""
}

// known notes a cell that stays empty.
func (w *softwareWriter) known(what, value string) string {
	if value == "" {
		w.lack[what]++
	}
	return value
}

// kindOf is the kind of a subject, as the table of kinds names it.
func (w *softwareWriter) kindOf(n dossier.Nominee) string {
	if n.Subject.Kind == tdkt.APerson {
		return reports.StandsAs(w.v, tdkt.Award{Subject: n.Subject, To: w.s.Year})
	}
	u, _ := w.v.Facts.Unit(n.Subject.ID)
	kind := tdkt.Fold(u.Kind)
	switch {
	case strings.Contains(kind, "su nghiep"):
		return "su-nghiep"
	case strings.Contains(kind, "doanh nghiep"):
		return "doanh-nghiep"
	case strings.Contains(kind, "ho gia dinh"):
		return "ho-gia-dinh"
	}
	return "hanh-chinh"
}

// initiative is a cell of a row of initiatives.
func (w *softwareWriter) initiative(i dossier.InitiativeRow, field string) string {
	var names, rooms []string
	for _, a := range i.Authors {
		names = append(names, a.Name)
		if !slices.Contains(rooms, a.Unit) {
			rooms = append(rooms, a.Unit)
		}
	}
	switch field {
	case "ten-de-tai":
		return i.Title
	case "ngay-cong-nhan":
		return i.Date.String()
	case "noi-cong-nhan":
		if i.Scope == tdkt.Base {
			return w.s.Org.Name
		}
		return w.known("đơn vị công nhận của sáng kiến phạm vi trên cơ sở", "")
	case "tom-tat":
		return w.known("tóm tắt thành tích của sáng kiến", "")
	case "tac-gia":
		return strings.Join(names, "; ")
	case "phong-ban":
		return strings.Join(rooms, "; ")
	case "co-quan":
		return w.s.Org.Name
	}
	return ""
}

// codes is the sheet of the codes in use, none where the office pasted none.
func (w *softwareWriter) codes() tdkt.ListTable {
	t := tdkt.ListTable{Sheet: "DANHMUC", Columns: []tdkt.ListColumn{{Title: "Loại"}, {Title: "Tên"}, {Title: "Mã"}}}
	for _, key := range slices.Sorted(maps.Keys(w.set.TitleCodes)) {
		t.Rows = append(t.Rows, []string{"Danh hiệu, hình thức", w.v.TitleName(key), w.set.TitleCodes[key]})
	}
	for _, key := range slices.Sorted(maps.Keys(w.set.KindCodes)) {
		t.Rows = append(t.Rows, []string{"Phân loại đối tượng", w.set.Kinds[key], w.set.KindCodes[key]})
	}
	return t
}
