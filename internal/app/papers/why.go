package papers

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/paper"
	"tdkt/internal/scratch"
	"tdkt/internal/tdkt"
)

// ExportWhy writes as PDF, on one sheet, why a subject may or may not get a title in a year.
func ExportWhy(ctx context.Context, a *app.App, q law.Question, path string) error {
	page, err := whyPage(ctx, a, q)
	if err != nil {
		return err
	}
	return printTo(path, func(w io.Writer) error { return paper.WriteSheet(w, a.Now(), page) })
}

// ExportWhyAll writes one PDF with a page for every nominee of the year; with no
// nomination yet, for everybody expected. It returns how many there are.
func ExportWhyAll(ctx context.Context, a *app.App, year int, path string) (int, error) {
	pages, err := whyPages(ctx, a, year)
	if err != nil {
		return 0, err
	}
	if len(pages) == 0 {
		return 0, tdkt.Errorf(tdkt.NotFound,
			"Năm %d chưa có ai được đề nghị và chưa có ai đăng ký mà đủ điều kiện, nên chưa có gì để giải trình. Hãy đề nghị ở thẻ Khen thưởng trước.", year)
	}
	return len(pages), printPages(a, path, pages)
}

// whyPage is the page of one subject and title.
func whyPage(ctx context.Context, a *app.App, q law.Question) (paper.Page, error) {
	v := a.View()
	res, err := v.Explain(q.Year, q.Subject, q.Title)
	if err != nil {
		return paper.Page{}, err
	}
	in := a.DossierInput(v, q.Year)
	asOf, err := asOf(ctx, a)
	if err != nil {
		return paper.Page{}, err
	}
	nominee := dossier.Nominee{
		Who: dossier.WhoOf(in, q.Subject), Title: titleWords(v, q), Result: res,
		Open: dossier.OpenNeeds(res), Reason: dossier.HoldReason(in, q.Subject),
	}
	return whyOf(v, nominee, asOf, true)
}

// whyPages are the pages of a year; the statute's wording stands after the last
// subject of each title.
func whyPages(ctx context.Context, a *app.App, year int) ([]paper.Page, error) {
	s, err := Submission(ctx, a, year)
	if err != nil {
		return nil, err
	}
	asOf, err := asOf(ctx, a)
	if err != nil {
		return nil, err
	}
	v := a.View()
	pages := make([]paper.Page, 0, len(s.Nominees))
	for i, n := range s.Nominees {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		last := i+1 == len(s.Nominees) || s.Nominees[i+1].Title != n.Title
		page, err := whyOf(v, n, asOf, last)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// whyOf is the page of a nominee, with what changed since it was nominated.
func whyOf(v *view.View, n dossier.Nominee, asOf string, text bool) (paper.Page, error) {
	regime, err := v.Rules.Criteria(n.Result.Year)
	if err != nil {
		return paper.Page{}, err
	}
	in := paper.Input{
		Org: v.Org, Who: n.Who, Title: n.Title, Result: n.Result, Regime: regime,
		Open: n.Open, Hold: n.Reason, AsOf: asOf, Text: text,
	}
	if w, ok := v.GivenIn(n.Result.Year, n.Title.Code)[n.Subject]; ok {
		in.State = AwardWords(w)
	}
	if t, ok := regime.Title(n.Result.Kind, n.Title.Code); ok {
		in.Unset = t.NotApplied(v.Facts, n.Result.Year)
	}
	if nom, ok := v.NominationOf(n.Result.Year, n.Subject, n.Title.Code); ok {
		in.State = string(nom.State)
		if nom.Date != 0 {
			in.State += ", ngày " + nom.Date.String()
		}
		if in.Since, err = v.Since(nom); err != nil {
			return paper.Page{}, err
		}
	}
	return paper.New(in), nil
}

// AwardWords says that a title was given, and by which decision.
func AwardWords(w tdkt.Award) string {
	out := "đã tặng"
	if w.Decision != "" {
		out += " theo quyết định số " + w.Decision
	}
	if w.Date != 0 {
		out += ", ngày " + w.Date.String()
	}
	return out
}

// titleWords is a title as the year's papers name it.
func titleWords(v *view.View, q law.Question) dossier.Title {
	t := dossier.Title{Kind: q.Subject.Kind, Code: q.Title, Name: q.Title, Short: q.Title}
	if c, ok := v.Rules.Code(q.Title); ok {
		t.Name, t.Short, t.Group, t.Level, t.Yearly = c.Name, c.Short, c.Group, c.Level, c.Yearly
	}
	if g, err := v.Rules.Criteria(q.Year); err == nil {
		if own, ok := g.Title(q.Subject.Kind, q.Title); ok {
			t.Name, t.Short, t.Group, t.Level = own.Name, own.Short, own.Group, own.Level
		}
	}
	return t
}

// asOf says when the page was printed and how far the data went.
func asOf(ctx context.Context, a *app.App) (string, error) {
	printed := fmt.Sprintf("In lúc %s", a.Now().Format("15:04 ngày 02/01/2006"))
	last, err := a.Store.History(ctx, 1)
	if err != nil || len(last) == 0 {
		return printed + ".", err
	}
	return fmt.Sprintf("%s theo dữ liệu đến thay đổi số %d (%s), tệp %s.",
		printed, last[0].Seq, app.Moment(last[0].At), filepath.Base(a.Store.Path())), nil
}

// printPages writes pages as PDF.
func printPages(a *app.App, path string, pages []paper.Page) error {
	return printTo(path, func(w io.Writer) error { return paper.Write(w, a.Now(), pages) })
}

// printReport writes one report as PDF.
func printReport(ctx context.Context, a *app.App, path string, r paper.Report) (err error) {
	if r.AsOf, err = asOf(ctx, a); err != nil {
		return err
	}
	return printTo(path, func(w io.Writer) error { return paper.WriteReport(w, a.Now(), r) })
}

// printTo writes a file that is made in memory first.
func printTo(path string, write func(io.Writer) error) error {
	var buf bytes.Buffer
	if err := write(&buf); err != nil {
		return err
	}
	return writeWhole(path, buf.Bytes())
}

// writeWhole writes beside the file and renames, so that a failure leaves the old one.
func writeWhole(path string, content []byte) error {
	temp, err := scratch.File(filepath.Dir(path), "")
	if err != nil {
		return notWritten(path, err)
	}
	_, err = temp.Write(content)
	if err = errors.Join(err, temp.Chmod(0o644), temp.Sync(), temp.Close()); err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return notWritten(path, errors.Join(err, os.Remove(temp.Name())))
	}
	return nil
}

func notWritten(path string, err error) error {
	return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
		"Không ghi được %s. Hãy đóng tệp nếu đang mở, hoặc chọn một thư mục khác rồi làm lại.", path)}
}
