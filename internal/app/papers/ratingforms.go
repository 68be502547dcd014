package papers

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// The forms of rating, as on the command line.
const (
	Form01 = string(letters.MarkForm)
	Form02 = string(letters.YearForm)
)

// RatingFormOf is what the sheets of a person's rating hold; p is the period of Mẫu số 01.
func RatingFormOf(a *app.App, year int, p tdkt.Person, period tdkt.Period) dossier.RatingForm {
	v := a.View()
	x := v.Rules.Appraise(v.Facts, p.ID, year, 0)
	f := dossier.RatingForm{
		Org: v.Org, Today: a.Today(), Year: year, Name: p.Name, Code: p.Code, Position: p.Position, Unit: v.UnitName(v.UnitIn(p, year)),
		Period: period, Quarters: len(x.Slots) == 4, Mean: x.Mean, Count: x.Count, Proposed: x.Level,
	}
	f.Rating, _ = v.RatingOf(year, tdkt.PersonSubject(p.ID))
	if x.Scheme != nil {
		f.Rules = x.Scheme.Name
		if x.Scheme.Petition != nil {
			f.Petition, f.Cite = x.Scheme.Petition.Days, x.Scheme.Petition.Cite
		}
	}
	m, _ := v.MarkOf(year, p.ID, period)
	f.Self, f.Head, f.Done, f.Note = m.Self, m.Head, m.State.Counts(), m.Note
	f.Own = m.Lines != [tdkt.CommonLines]int16{}
	for i, l := range v.MarkLines(p.ID, year) {
		f.Lines = append(f.Lines, dossier.RatingLine{Group: l.Group, Name: l.Name, Most: l.Most, Mark: int(m.Lines[i])})
	}
	for i, s := range x.Slots {
		line := dossier.RatingMonth{Label: fmt.Sprint(i + 1), Points: s.Mark.Head.Total, Counted: s.State == law.SlotCounted, Note: s.Mark.Note}
		if !line.Counted && x.Has() {
			line.Note = cmp.Or(line.Note, map[law.SlotState]string{
				law.SlotMissing: "thiếu phiếu", law.SlotSelf: "chưa xác nhận", law.SlotLeave: "nghỉ " + s.Leave,
				law.SlotPartly: "làm một phần", law.SlotAway: "không công tác", law.SlotEarly: "chưa áp dụng",
			}[s.State])
		}
		f.Months = append(f.Months, line)
	}
	if x.Count != len(x.Slots) {
		f.MeanNote = x.MeanWords()
	}
	if rules := v.MarkRules(p, year); rules != nil {
		f.MostCommon, f.MostResult = rules.Common, rules.Result
		f.MeanCommon, f.MeanResult, f.HasParts = x.PartMeans(v.Facts, v.Rules)
	}
	return f
}

// WriteRatingForms writes Mẫu số 01 of a period or the sheet of a year for each person of the
// year, or for one alone, into a folder: a Word file each, and one workbook for all whose form
// is of Decree 335. It returns their paths. People whom no decree gives such a sheet are
// refused by name when asked for alone, left out of a whole year.
func WriteRatingForms(ctx context.Context, a *app.App, year int, kind string, period tdkt.Period, only tdkt.ID, dir string) ([]string, error) {
	if kind != Form01 && kind != Form02 {
		return nil, tdkt.Errorf(tdkt.Usage, "Không có mẫu “%s”. Hãy chọn %s hoặc %s.", kind, Form01, Form02)
	}
	if kind == Form01 && !period.Known() {
		return nil, view.UnknownPeriod(period)
	}
	list, err := ratingForms(a, year, kind, period, only)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // a folder people read
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không tạo được thư mục %s. Hãy chọn nơi khác.", dir)}
	}
	var out []string
	if ours := list[kind]; len(ours) > 0 {
		book := filepath.Join(dir, tdkt.FileWords(strings.Join(strings.Fields(fmt.Sprintf("%s %s %d.xlsx", kind, period, year)), " ")))
		if err := a.Forms.RatingForms(ctx, book, ours, kind == Form02); err != nil {
			return nil, err
		}
		out = append(out, book)
	}
	for _, form := range slices.Sorted(maps.Keys(list)) {
		paths, err := writeForms(ctx, a, form, list[form], cmp.Or(string(period), fmt.Sprint(year)), dir)
		out = append(out, paths...)
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

// ratingForms are the sheets to be written, by the template of each.
func ratingForms(a *app.App, year int, kind string, period tdkt.Period, only tdkt.ID) (map[string][]dossier.RatingForm, error) {
	v := a.View()
	list := map[string][]dossier.RatingForm{}
	for _, p := range v.PeopleOf(year, "") {
		if only != "" && p.ID != only || kind == Form01 && !p.Service().Overlaps(period.Span(year)) {
			continue
		}
		form := formOf(v, p, year, kind)
		if form == "" && only != "" {
			return nil, tdkt.Errorf(tdkt.Invalid, "%s năm %d không có %s trong quy định xếp loại của mình. Hãy xem lại đối tượng (công chức, viên chức…).", p.Name, year, kind)
		}
		if form != "" {
			list[form] = append(list[form], RatingFormOf(a, year, p, period))
		}
	}
	if len(list) == 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Năm %d không có ai phải có %s.", year, kind)
	}
	return list, nil
}

// formOf is the template of somebody's sheet of a period or of a year, "" for none.
func formOf(v *view.View, p tdkt.Person, year int, kind string) string {
	a := v.Rules.Appraise(v.Facts, p.ID, year, 0)
	switch {
	case a.Scheme == nil || a.Scheme.Marks == nil:
		return ""
	case kind == Form02:
		return a.Scheme.Marks.YearForm
	case a.Scheme.Marks.Form == "":
		return ""
	}
	return kind
}

// writeForms fills one template for each of a list.
func writeForms(ctx context.Context, a *app.App, form string, list []dossier.RatingForm, when, dir string) ([]string, error) {
	info := ratingKind(form)
	t, err := template(a, info)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, f := range list {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		var file bytes.Buffer
		if err := letters.WriteRating(&file, t, f); err != nil {
			return out, err
		}
		path := filepath.Join(dir, tdkt.FileWords(fmt.Sprintf("%s %s - %s (%s).docx", form, when, f.Name, f.Code)))
		if err := writeWhole(path, file.Bytes()); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}

func ratingKind(kind string) letters.Info {
	for _, i := range letters.RatingKinds() {
		if string(i.Kind) == kind {
			return i
		}
	}
	return letters.Info{}
}

// WriteRatingNotices writes the notice of its result to each of the people given who has a
// decided rating, and the minutes of each room's meeting, into a folder; the ratings note
// the day of the notice.
func WriteRatingNotices(ctx context.Context, a *app.App, year int, people []tdkt.ID, dir string) ([]string, error) {
	v := a.View()
	notice := ratingKind(string(letters.RatingNotice))
	t, err := template(a, notice)
	if err != nil {
		return nil, err
	}
	var out []string
	var put []tdkt.Record
	for _, id := range people {
		p, _ := v.Facts.Person(id)
		f := RatingFormOf(a, year, p, "")
		if f.Rating.Level == "" {
			continue
		}
		var file bytes.Buffer
		if err := letters.WriteRating(&file, t, f); err != nil {
			return out, err
		}
		path := filepath.Join(dir, tdkt.FileWords(fmt.Sprintf("%s %d - %s (%s).docx", notice.Name, year, p.Name, p.Code)))
		if err := writeWhole(path, file.Bytes()); err != nil {
			return out, err
		}
		out = append(out, path)
		f.Rating.Notified = a.Today()
		put = append(put, f.Rating)
	}
	if len(out) == 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Chưa ai trong số đã chọn có mức xếp loại đã quyết định để thông báo.")
	}
	return out, a.Change(ctx, "notify-ratings", fmt.Sprintf("Thông báo kết quả xếp loại năm %d: %d người", year, len(out)), func(tx app.Tx) error { return tx.Put(ctx, put...) })
}

// WriteRatingMinutes writes the minutes of a room's meeting about the year's rating.
func WriteRatingMinutes(_ context.Context, a *app.App, year int, room tdkt.Unit, path string) error {
	if err := MayWrite(a, path, ".docx"); err != nil {
		return err
	}
	info := ratingKind(string(letters.RatingDebate))
	t, err := template(a, info)
	if err != nil {
		return err
	}
	var list []dossier.RatingForm
	for _, p := range a.View().PeopleOf(year, room.ID) {
		list = append(list, RatingFormOf(a, year, p, ""))
	}
	var file bytes.Buffer
	if err := letters.WriteDebate(&file, t, room.Name, list, a.View().Org, year); err != nil {
		return err
	}
	return writeWhole(path, file.Bytes())
}
