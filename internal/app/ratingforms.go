package app

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

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
func (a *App) RatingFormOf(year int, p tdkt.Person, period tdkt.Period) dossier.RatingForm {
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
	for i, l := range v.markLines(p.ID, year) {
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
	return f
}

// WriteRatingForms writes Mẫu số 01 of a period or Mẫu số 02 of a year for each person of the
// year, or for one alone: a Word file each and one workbook for all, into a folder. It
// returns their paths. People rated by another decree have forms of their own and are
// refused by name when asked for alone, left out of a whole year.
func (a *App) WriteRatingForms(ctx context.Context, year int, kind string, period tdkt.Period, only tdkt.ID, dir string) ([]string, error) {
	v := a.View()
	info, ok := ratingKind(kind)
	if !ok || kind != Form01 && kind != Form02 {
		return nil, tdkt.Errorf(tdkt.Usage, "Không có mẫu “%s”. Hãy chọn %s hoặc %s.", kind, Form01, Form02)
	}
	if kind == Form01 && !period.Known() {
		return nil, unknownPeriod(period)
	}
	var list []dossier.RatingForm
	for _, p := range v.PeopleOf(year, "") {
		if only != "" && p.ID != only || kind == Form01 && !p.Service().Overlaps(period.Span(year)) {
			continue
		}
		s, _, err := v.Rules.SchemeOf(v.Facts, p.Employment, year)
		if err != nil || s.Marks == nil || s.Marks.Form == "" {
			if only != "" {
				return nil, tdkt.Errorf(tdkt.Invalid, "%s năm %d không theo mẫu của Nghị định 335/2025/NĐ-CP. Hãy xem lại đối tượng (công chức, viên chức…).", p.Name, year)
			}
			continue
		}
		list = append(list, a.RatingFormOf(year, p, period))
	}
	if len(list) == 0 {
		return nil, tdkt.Errorf(tdkt.Invalid, "Năm %d không có ai phải có %s.", year, strings.ToLower(info.Name))
	}
	t, err := a.template(info)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // a folder people read
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không tạo được thư mục %s. Hãy chọn nơi khác.", dir)}
	}
	book := filepath.Join(dir, tdkt.FileWords(strings.Join(strings.Fields(fmt.Sprintf("%s %s %d.xlsx", kind, period, year)), " ")))
	if err := a.Forms.RatingForms(ctx, book, list, kind == Form02); err != nil {
		return nil, err
	}
	out := []string{book}
	for _, f := range list {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		var file bytes.Buffer
		if err := letters.WriteRating(&file, t, f); err != nil {
			return out, err
		}
		name := fmt.Sprintf("%s %s - %s (%s).docx", kind, cmp.Or(string(period), fmt.Sprint(year)), f.Name, f.Code)
		path := filepath.Join(dir, tdkt.FileWords(name))
		if err := writeWhole(path, file.Bytes()); err != nil {
			return out, err
		}
		out = append(out, path)
	}
	return out, nil
}

func ratingKind(kind string) (letters.Info, bool) {
	for _, i := range letters.RatingKinds() {
		if string(i.Kind) == kind {
			return i, true
		}
	}
	return letters.Info{}, false
}

// WriteRatingNotices writes the notice of its result to each of the people given who has a
// decided rating, and the minutes of each room's meeting, into a folder; the ratings note
// the day of the notice.
func (a *App) WriteRatingNotices(ctx context.Context, year int, people []tdkt.ID, dir string) ([]string, error) {
	v := a.View()
	notice, _ := ratingKind(string(letters.RatingNotice))
	t, err := a.template(notice)
	if err != nil {
		return nil, err
	}
	var out []string
	var put []tdkt.Record
	for _, id := range people {
		p, _ := v.Facts.Person(id)
		f := a.RatingFormOf(year, p, "")
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
	return out, a.Change(ctx, "notify-ratings", fmt.Sprintf("Thông báo kết quả xếp loại năm %d: %d người", year, len(out)), func(tx Tx) error { return tx.Put(ctx, put...) })
}

// WriteRatingMinutes writes the minutes of a room's meeting about the year's rating.
func (a *App) WriteRatingMinutes(_ context.Context, year int, room tdkt.Unit, path string) error {
	if err := a.mayWrite(path, ".docx"); err != nil {
		return err
	}
	info, _ := ratingKind(string(letters.RatingDebate))
	t, err := a.template(info)
	if err != nil {
		return err
	}
	var list []dossier.RatingForm
	for _, p := range a.View().PeopleOf(year, room.ID) {
		list = append(list, a.RatingFormOf(year, p, ""))
	}
	var file bytes.Buffer
	if err := letters.WriteDebate(&file, t, room.Name, list, a.View().Org, year); err != nil {
		return err
	}
	return writeWhole(path, file.Bytes())
}
