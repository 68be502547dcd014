package papers

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// TemplateState is a Word template and whether the office has its own.
type TemplateState struct {
	letters.Info
	Own bool
}

// Templates lists the Word templates.
func Templates(a *app.App) []TemplateState {
	var out []TemplateState
	for _, info := range letters.Kinds() {
		_, err := os.Stat(templatePath(a, info))
		out = append(out, TemplateState{Info: info, Own: err == nil})
	}
	return out
}

// templatePath is where the office's own template of a kind lies.
func templatePath(a *app.App, info letters.Info) string {
	return filepath.Join(TemplateFolder(a), info.Name+".docx")
}

// TemplateFields lists what a template of a kind may name.
func TemplateFields(a *app.App, info letters.Info) []letters.Field {
	return letters.Fields(info.Kind, a.View().Rules.ReportParts())
}

// WriteTemplate writes the template in use of a kind to a file, to be edited in Word.
func WriteTemplate(a *app.App, info letters.Info, path string) error {
	if err := MayWrite(a, path, ".docx"); err != nil {
		return err
	}
	t, err := template(a, info)
	if err != nil {
		return err
	}
	return writeWhole(path, t.File)
}

// TakeTemplate reads a template that was edited, refuses it with all the fields it does not
// know, and uses it from then on.
func TakeTemplate(a *app.App, info letters.Info, path string) error {
	name := filepath.Base(path)
	file, err := app.ReadLimited(path)
	if err != nil {
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
			"Không đọc được mẫu “%s”. Hãy đóng mẫu nếu đang mở trong Word rồi thử lại.", name)}
	}
	if err := letters.Check(info.Kind, letters.Template{Name: name, File: file}, a.View().Rules.ReportParts()); err != nil {
		return err
	}
	if err := os.MkdirAll(TemplateFolder(a), 0o750); err != nil {
		return notWritten(TemplateFolder(a), err)
	}
	return writeWhole(templatePath(a, info), file)
}

// DropTemplate goes back to the template that ships; the office's own stays beside it under
// another name.
func DropTemplate(a *app.App, info letters.Info) error {
	own := templatePath(a, info)
	for n := 1; ; n++ {
		aside := filepath.Join(TemplateFolder(a), fmt.Sprintf("%s (đã bỏ %d).docx", info.Name, n))
		if _, err := os.Lstat(aside); err == nil {
			continue
		}
		err := os.Rename(own, aside)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return notWritten(own, err)
		}
		return nil
	}
}
