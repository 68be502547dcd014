package boot

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/intake"
	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// maxWordFile is how large a Word file may be.
const maxWordFile = 100 << 20

// ReadAnything reads any file an office keeps lists in, as sheets.
func (workbooks) ReadAnything(ctx context.Context, path string) ([]intake.Sheet, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".docx", ".docm", ".doc":
		return readWord(path)
	case ".csv", ".tsv", ".txt":
		return sheet.ReadText(ctx, path)
	default:
		return sheet.ReadSheets(ctx, path)
	}
}

func (workbooks) PastedCells(ctx context.Context, name, text string) (intake.Sheet, error) {
	return sheet.PastedCells(ctx, name, text)
}

func (workbooks) WriteRest(ctx context.Context, path string, rows []tdkt.RestRow) error {
	return sheet.WriteRest(ctx, path, rows)
}

// readWord makes sheets of a Word file: its text, then each of its tables.
func readWord(path string) ([]intake.Sheet, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err == nil && info.Size() > maxWordFile {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” lớn hơn 100 MB. Hãy bỏ bớt hình ảnh trong tệp rồi nhập lại.", name)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không mở được tệp “%s”. Hãy kiểm tra tệp còn ở đó và không bị chương trình khác giữ.", name)}
	}
	content, err := docx.Read(name, raw)
	if err != nil {
		return nil, err
	}
	text := intake.Sheet{File: name, Name: "Văn bản", Prose: true}
	for i, line := range content.Lines {
		text.Cells = append(text.Cells, intake.Cell{Row: i + 1, Col: 1, Text: line})
	}
	out := []intake.Sheet{text}
	for n, t := range content.Tables {
		s := intake.Sheet{File: name, Name: fmt.Sprintf("Bảng %d", n+1)}
		for _, c := range t.Cells {
			s.Cells = append(s.Cells, intake.Cell{Row: c.Row, Col: c.Column, Text: c.Text})
			if c.Rows > 1 || c.Columns > 1 {
				s.Merges = append(s.Merges, intake.Area{Left: c.Column, Top: c.Row, Right: c.Column + c.Columns - 1, Bottom: c.Row + c.Rows - 1})
			}
		}
		out = append(out, s)
	}
	return out, nil
}
