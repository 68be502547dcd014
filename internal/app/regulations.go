package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"unicode/utf8"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// ApplyRegulation takes a regulation of the province into the file, or a changed one in
// place of the one with its number: from then on every answer of its years rests on it too.
// It ends an older one that had no end where the years of the new one begin. A tdkt.Error
// says what of it cannot be used, or which of its years is locked.
func (a *App) ApplyRegulation(ctx context.Context, g *law.Regulation) error {
	v := a.View()
	if err := v.CheckRegulation(g); err != nil {
		return err
	}
	row := view.RowOf(g)
	changed := []tdkt.Regulation{}
	put := []tdkt.Record{}
	for _, r := range v.Snapshot.Regulations {
		switch {
		case r.Number == row.Number:
			row.ID, changed = r.ID, append(changed, r)
		case r.Last == 0 && r.First < row.First:
			ended, err := v.EndedAt(r, row.First-1)
			if err != nil {
				return err
			}
			put = append(put, ended)
		case r.First == row.First:
			return tdkt.Errorf(tdkt.Invalid,
				"Từ năm %d đã áp dụng quy định số %s. Hãy bỏ quy định đó trước, hoặc ghi năm xét đầu tiên khác.", row.First, r.Number)
		}
	}
	if err := v.UnlockedYears(append(changed, row)...); err != nil {
		return err
	}
	words := fmt.Sprintf("Áp dụng quy định của tỉnh số %s từ năm %d", row.Number, row.First)
	return a.Change(ctx, "apply-regulation", words, func(tx Tx) error { return tx.Put(ctx, append(put, row)...) })
}

// DropRegulation takes a regulation of the province out of the file.
func (a *App) DropRegulation(ctx context.Context, row tdkt.Regulation) error {
	if err := a.View().UnlockedYears(row); err != nil {
		return err
	}
	words := fmt.Sprintf("Bỏ quy định của tỉnh số %s", row.Number)
	return a.Change(ctx, "drop-regulation", words, func(tx Tx) error { return tx.Remove(ctx, row) })
}

// OpenRegulation reads a regulation from a file, or by its number one of the examples that
// come with the program.
func (a *App) OpenRegulation(path string) (*law.Regulation, error) {
	list, err := law.Examples()
	if err != nil {
		return nil, fmt.Errorf("app: examples: %w", err)
	}
	for _, g := range list {
		if g.Number == path {
			return g, nil
		}
	}
	in, err := os.Open(path)
	if err != nil {
		return nil, &tdkt.Error{Kind: tdkt.NotFound, Err: err, Text: fmt.Sprintf("Không mở được tệp %s. Hãy xem lại tên tệp và thư mục.", path)}
	}
	text, err := io.ReadAll(io.LimitReader(in, mostRegulationFile))
	if err = errors.Join(err, in.Close()); err != nil {
		return nil, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được tệp %s. Hãy chép tệp vào máy rồi thử lại.", path)}
	}
	if !utf8.Valid(text) {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp %s không phải tệp quy định của tỉnh (tệp chữ UTF-8). Hãy chọn tệp .toml đã lưu từ chương trình.", filepath.Base(path))
	}
	g, err := a.View().ReadRegulation(string(text))
	if err != nil {
		return nil, tdkt.Errorf(tdkt.Invalid, "%s: %s", filepath.Base(path), tdkt.Sentence(err, nil))
	}
	return g, nil
}

// mostRegulationFile is how much of a file is read at all, in bytes.
const mostRegulationFile = 1 << 20
