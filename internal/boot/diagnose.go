package boot

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/tdkt"
)

// Diagnose writes the package (gói chẩn đoán) an office can send when something went
// wrong: the log, the program, the machine, how many rows each table has, what the check
// of the file says and which steps the history names by their kind. No name, no code,
// no number of a person is in it.
func Diagnose(ctx context.Context, a *app.App, log, to string) error {
	tmp := to + ".tmp"
	f, err := os.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return unsent(to, err)
	}
	z := zip.NewWriter(f)
	err = addText(z, "tom-tat.txt", summary(ctx, a))
	if err == nil {
		err = addLogs(z, log)
	}
	if err = errors.Join(err, z.Close(), f.Close()); err != nil {
		return unsent(to, errors.Join(err, os.Remove(tmp)))
	}
	if err := os.Rename(tmp, to); err != nil {
		return unsent(to, err)
	}
	return nil
}

func unsent(to string, err error) error {
	return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
		"Không ghi được gói chẩn đoán “%s”; hãy chọn nơi khác.", filepath.Base(to))}
}

// summary is what is known of the program and the file, without anything from its rows.
func summary(ctx context.Context, a *app.App) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Sổ Thi đua %s, %s/%s, %s\n", Version, runtime.GOOS, runtime.GOARCH, runtime.Version())
	fmt.Fprintf(&b, "Lúc: %s\n", a.Now().Format("02/01/2006 15:04"))
	if risk := backup.Risk(a.Store.Path()); risk != "" {
		fmt.Fprintln(&b, risk)
	}
	report, err := verify(ctx, a.Store.Path(), "")
	fmt.Fprintf(&b, "Phiên bản dữ liệu: %d\nKiểm tra tệp: %s\n", report.Version, verdict(err))
	for _, t := range report.Tables {
		fmt.Fprintf(&b, "  %s: %d\n", t.Name, t.Rows)
	}
	steps, err := a.Steps(ctx, stepsTold)
	if err != nil {
		fmt.Fprintln(&b, "Không đọc được nhật ký.")
	}
	for _, s := range steps { // the words of a step may name a person; its kind does not
		fmt.Fprintf(&b, "  %d %s %s, %d dòng\n", s.Seq, s.At, s.Verb, len(s.Rows))
	}
	return b.String()
}

// stepsTold is how many of the newest steps are told.
const stepsTold = 50

// verdict is the check's sentence without the name of the file, which may be telling.
func verdict(err error) string {
	var told *tdkt.Error
	switch {
	case err == nil:
		return "nguyên vẹn"
	case errors.As(err, &told):
		before, rest, _ := strings.Cut(told.Text, "“")
		_, after, _ := strings.Cut(rest, "”")
		return before + "(tệp)" + after
	default:
		return "lỗi của chương trình"
	}
}

func addText(z *zip.Writer, name, text string) error {
	w, err := z.Create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}

// addLogs adds the log and the older ones beside it.
func addLogs(z *zip.Writer, log string) error {
	if log == "" {
		return nil
	}
	ext := filepath.Ext(log)
	files, err := filepath.Glob(strings.TrimSuffix(log, ext) + "*" + ext)
	if err != nil {
		return err
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := addText(z, filepath.Base(name), string(text)); err != nil {
			return err
		}
	}
	return nil
}
