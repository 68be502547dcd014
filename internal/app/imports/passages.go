package imports

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// PreviewReports reads reports of merits that were edited in Word, and sheets of texts that
// rooms filled in. Nothing is written. A part that stands in two of the files is taken from the
// first.
func PreviewReports(ctx context.Context, a *app.App, paths []string) ([]*view.ReportReturn, error) {
	v := a.View()
	seen := map[string]string{}
	var out []*view.ReportReturn
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := &view.ReportReturn{Path: path}
		if isTextSheet(path) {
			r.Problem = readTextSheet(ctx, a, r, seen)
		} else {
			r.Problem = readReport(v, r, seen)
		}
		out = append(out, r)
	}
	return out, nil
}

// readReport reads one file and weighs each of its texts.
func readReport(v *view.View, r *view.ReportReturn, seen map[string]string) error {
	name := filepath.Base(r.Path)
	file, err := app.ReadLimited(r.Path)
	if err != nil {
		if os.IsNotExist(err) {
			return tdkt.Errorf(tdkt.Invalid, "Không có tệp “%s”. Hãy chọn lại tệp.", r.Path)
		}
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được “%s”. Hãy đóng tệp nếu đang mở trong Word rồi thử lại.", name)}
	}
	marked, err := docx.ReadMarked(name, file)
	if err != nil {
		return err
	}
	if err := v.ReportOwner(r, name, marked.Key); err != nil {
		return err
	}
	if len(marked.Passages) == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không còn dấu ẩn ở các mục nên không biết lời nào của mục nào. Hãy xuất lại báo cáo rồi chép nội dung sang.", name)
	}
	r.Put, _, err = v.PassageChanges(tdkt.YearEndRound(r.Year), r.Subject, weighPassages(v, r, name, marked, seen))
	return err
}

// weighPassages compares the texts of a report with the data, notes what changes and what is
// left alone, and returns the texts to take.
func weighPassages(v *view.View, r *view.ReportReturn, name string, marked docx.Marked, seen map[string]string) map[string]string {
	texts := map[string]string{}
	for _, part := range v.Rules.ReportParts() {
		text, there := marked.Passages[part.Key]
		heading := part.Name(r.Subject.Kind)
		key := view.KeyOf(r.Year, view.SubjectKey(r.Subject), part.Key)
		text = view.CleanText(text)
		before, from := dossier.Passage(v.Passages, r.Year, "", r.Subject, part)
		switch {
		case !there:
		case app.OnlyDots(text) && before != "":
			r.Notes = append(r.Notes, fmt.Sprintf("“%s” trong tệp để trống; lời đã có trong sổ được giữ nguyên.", heading))
		case app.OnlyDots(text):
		case text == view.CleanText(before):
			r.Same++
		case seen[key] != "":
			r.Notes = append(r.Notes, fmt.Sprintf("“%s” đã nhận từ tệp “%s”; lời trong tệp này không nhận.", heading, seen[key]))
		default:
			seen[key] = name
			if from != 0 && from != r.Year {
				before = ""
			}
			texts[part.Key] = text
			r.Changed = append(r.Changed, view.PassageChange{Heading: heading, Before: before, After: text})
		}
	}
	return texts
}
