package app_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/imports"
	"tdkt/internal/benchpair"
	"tdkt/internal/boot"
	"tdkt/internal/sheet/sheettest"
)

// The size of an office's whole past: files, and rows in each.
const (
	pastFiles = 20
	pastRows  = 1000
)

// thePast writes twenty files of so many people each and says where; awards in words, two years of ratings.
func thePast(tb testing.TB, rows int) string {
	tb.Helper()
	dir := tb.TempDir()
	family, given := strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng"), strings.Fields("An Bình Châu Dũng Giang Hải Khánh Lan Mai Nam")
	for n := range pastFiles {
		var b strings.Builder
		b.WriteString("STT|Họ và tên|Ngày sinh|Đơn vị|Khen thưởng|Xếp loại 2021|Xếp loại 2022\n")
		for i := range rows {
			k := n*rows + i
			fmt.Fprintf(&b, "%d|%s Văn %s %s|%02d/%02d/%d|Phòng số %d|LĐTT %d, %d|HTTNV|%s\n", i+1, family[k%10], given[k/10%10], given[k/100%10],
				k%28+1, k/28%12+1, 1960+k/336%40, n+1, 2015+k%5, 2021+k%3, []string{"HTXSNV", "HTTNV", "HTNV"}[k%3])
		}
		sheettest.Write(tb, filepath.Join(dir, fmt.Sprintf("%02d.xlsx", n)), "[DS]\n"+b.String())
	}
	return dir
}

// readAlone reads the rows of the files with the bare library and does nothing with them.
func readAlone(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	for _, path := range files {
		if n, e := sheettest.CountRows(path); e != nil || n < pastRows {
			err = fmt.Errorf("%s: %d rows: %w", path, n, e)
		}
	}
	return err
}

// BenchmarkPairOldRecords: 20,000 rows in 20 files read, understood and compared with the
// data, beside the bare library reading the same files; at most three times.
func BenchmarkPairOldRecords(b *testing.B) {
	a, closeFile, err := boot.Open(b.Context(), boot.Options{Path: filepath.Join(b.TempDir(), "to.sotd"), Create: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = closeFile() })
	dir := thePast(b, pastRows)
	benchpair.Run(
		b,
		func() error { _, err := imports.PlanOld(b.Context(), a, []string{dir}, nil, nil); return err },
		func() error { return readAlone(dir) },
	)
}

// TestOldManyRows: the same files, every fact of them; the progress names each file.
func TestOldManyRows(t *testing.T) {
	a, rows := open(t), manyOrFew(pastRows, pastRows/10)
	told := map[string]bool{}
	p, err := imports.PlanOld(t.Context(), a, []string{thePast(t, rows)}, nil, func(_, _ int, what string) { told[what] = true })
	if err != nil {
		t.Fatal(err)
	}
	if _, _, refused := p.Count(); refused != 0 || len(p.Facts) < 5*pastFiles*rows || len(told) < pastFiles {
		t.Errorf("%d facts, %d refused, %d files told of", len(p.Facts), refused, len(told))
	}
}

// TestOldStopped: a reading that is stopped ends at the file it is at, with an error that
// says so, and leaves nothing behind; then it can be read whole.
func TestOldStopped(t *testing.T) {
	a := open(t)
	dir := t.TempDir()
	for n := range 6 {
		sheettest.Write(t, filepath.Join(dir, fmt.Sprintf("%d.xlsx", n)), fmt.Sprintf("[DS]\nHọ và tên|Ngày sinh|Đơn vị\nNguyễn Văn Ất %c|01/02/1980|Văn phòng\n", 'A'+n))
	}
	for _, at := range []int{0, 3, 5} {
		ctx, stop := context.WithCancel(t.Context())
		read := 0
		_, err := imports.PlanOld(ctx, a, []string{dir}, nil, func(done, _ int, _ string) {
			read++
			if done == at {
				stop()
			}
		})
		if !errors.Is(err, context.Canceled) || read > at+1 || len(a.View().People) != 0 {
			t.Errorf("stopped at file %d: %v after %d files, %d people", at, err, read, len(a.View().People))
		}
	}
	p, err := imports.PlanOld(t.Context(), a, []string{dir}, nil, nil)
	if err != nil || len(p.Facts) < 6 {
		t.Errorf("read whole afterwards: %v, %+v", err, p)
	}
}
