package boot

import (
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// Compare says in words what a restore would change: how many rows of each kind there
// are now and will be, and how many steps of the history go. Nothing is written.
func Compare(ctx context.Context, o Options, from string) (lines []string, err error) {
	then, err := verify(ctx, from, o.secretOf(from))
	if err != nil {
		return nil, err
	}
	now, err := verify(ctx, o.Path, o.Seal)
	if err != nil {
		return []string{"Tệp hiện tại không đọc trọn được; bản sao lưu sẽ thay toàn bộ."}, nil //nolint:nilerr // the sentence says it
	}
	will := map[string]int64{}
	for _, t := range then.Tables {
		will[t.Name] = t.Rows
	}
	for _, t := range now.Tables {
		if noun := tdkt.Noun(t.Name); t.Rows != will[t.Name] && noun.Known() {
			lines = append(lines, fmt.Sprintf("%s: %d thành %d dòng", noun.Words(), t.Rows, will[t.Name]))
		}
	}
	return append(lines, fmt.Sprintf("nhật ký: %d thành %d mục", now.Entries, then.Entries)), nil
}
