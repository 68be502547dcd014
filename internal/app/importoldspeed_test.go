package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestOldManyRows: 20,000 rows in 20 files are read and compared in at most three times
// what reading them alone takes, and a stopped reading ends with an error.
func TestOldManyRows(t *testing.T) {
	a := open(t)
	dir := t.TempDir()
	family, given := strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng"), strings.Fields("An Bình Châu Dũng Giang Hải Khánh Lan Mai Nam")
	rows := manyOrFew(20_000, 2_000)
	for n := range 20 {
		var b strings.Builder
		b.WriteString("STT;Họ và tên;Ngày sinh;Đơn vị;Khen thưởng\n")
		for i := range rows / 20 {
			k := n*1000 + i
			fmt.Fprintf(&b, "%d;%s Văn %s %s;%02d/%02d/%d;Phòng số %d;LĐTT %d, %d\n", i+1, family[k%10], given[k/10%10], given[k/100%10], k%28+1, k/28%12+1, 1960+k/336%40, n+1, 2015+k%5, 2021+k%3)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.csv", n)), []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	start := time.Now()
	p, err := a.PlanOld(t.Context(), []string{dir}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	sure, held, refused := p.Count()
	t.Logf("%d facts (%d, %d, %d), %v", len(p.Facts), sure, held, refused, time.Since(start))
	if refused != 0 || len(p.Facts) < 3*rows {
		t.Errorf("%d facts, %d refused", len(p.Facts), refused)
	}
}
