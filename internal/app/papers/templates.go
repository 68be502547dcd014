package papers

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"tdkt/assets"
	"tdkt/internal/app"
	"tdkt/internal/columns"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// templateFolder stands beside the data file and holds the office's own templates, each
// by the name of its kind: “Tờ trình.docx”.
const templateFolder = "Mẫu văn bản"

// columnsFile is the office's own choice of columns, in the same folder.
const columnsFile = "Cột danh sách.toml"

// statisticsFile is the office's own statistical forms and score sheet, in the same folder.
const statisticsFile = "Biểu thống kê.toml"

// postsFile is the office's own order of posts, in the same folder.
const postsFile = "Thứ tự chức vụ.toml"

// TemplateFolder is where the office keeps its own templates.
func TemplateFolder(a *app.App) string {
	return filepath.Join(filepath.Dir(a.Store.Path()), templateFolder)
}

// template is the office's own template of a kind, else the one the program carries.
func template(a *app.App, info letters.Info) (letters.Template, error) {
	path := filepath.Join(TemplateFolder(a), info.Name+".docx")
	file, err := app.ReadLimited(path)
	switch {
	case err == nil:
		return letters.Template{Name: info.Name + ".docx", File: file}, nil
	case !errors.Is(err, fs.ErrNotExist):
		return letters.Template{}, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
			"Không đọc được mẫu %s. Hãy đóng mẫu nếu đang mở trong Word, hoặc bỏ mẫu riêng để dùng mẫu có sẵn.", path)}
	}
	file, err = assets.Templates.ReadFile("templates/" + string(info.Kind) + ".docx")
	if err != nil {
		return letters.Template{}, fmt.Errorf("app: template of %s: %w", info.Kind, err)
	}
	return letters.Template{Name: info.Name, File: file}, nil
}

// WriteTemplates writes the program's templates and the columns of its lists into a folder for the office to edit, and
// says how many; those that are there already are the office's own and stay.
func WriteTemplates(dir string) (int, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return 0, notWritten(dir, err)
	}
	files := map[string][]byte{
		columnsFile: columns.Carried(), statisticsFile: columns.CarriedStatistics(), postsFile: columns.CarriedPosts(),
		softwareFile: columns.CarriedSoftware(),
	}
	for _, info := range letters.Kinds() {
		file, err := assets.Templates.ReadFile("templates/" + string(info.Kind) + ".docx")
		if err != nil {
			return 0, fmt.Errorf("app: template of %s: %w", info.Kind, err)
		}
		files[info.Name+".docx"] = file
	}
	written := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil {
			continue
		}
		if err := writeWhole(path, files[name]); err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}

// ownOr reads a file of the office's own, or takes what ships where there is none.
func ownOr[T any](a *app.App, name string, ships func() T, read func(name string, text []byte) (T, error)) (T, error) {
	path := filepath.Join(TemplateFolder(a), name)
	text, err := app.ReadLimited(path)
	if errors.Is(err, fs.ErrNotExist) {
		return ships(), nil
	}
	if err != nil {
		var none T
		return none, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
			"Không đọc được %s. Hãy kiểm tra quyền đọc, hoặc xóa tệp để dùng tệp có sẵn.", path)}
	}
	return read(name, text)
}
