package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/tdkt"
)

// A stock is kept with its fields, refuses what lies off the sheet, and prints the awards
// that still stand.
func TestCertificates(t *testing.T) {
	a := sample(t)
	s := papers.NewStock("Giấy khen A4 ngang")
	off := s
	off.Fields = []tdkt.StockField{{What: tdkt.StockName, X: 5000, Y: 100, Size: 12}}
	if err := papers.SaveStock(t.Context(), a, off); !mentions(err, "nằm ngoài phôi") {
		t.Errorf("a field off the sheet: %v", err)
	}
	if err := papers.SaveStock(t.Context(), a, s); err != nil {
		t.Fatal(err)
	}
	var ids []tdkt.ID
	for _, code := range []string{"CB034", "CB036"} { // the second one's CSTĐCS of 2019 was revoked
		for _, w := range a.View().Awards {
			if w.Subject == subject(t, a, code) && (w.Code == "GK" || w.Revoked) {
				ids = append(ids, w.ID)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "giấy khen.pdf")
	n, err := papers.PrintCertificates(a, a.View().Stocks[0], ids, true, path)
	if err != nil || n != 1 || len(ids) != 2 {
		t.Fatalf("printed %d of %d, %v", n, len(ids), err)
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(got, []byte("%PDF")) {
		t.Errorf("no PDF: %v", err)
	}
	if _, err := papers.PrintCertificates(a, s, nil, false, path); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("printing nothing: %v", err)
	}
	words := papers.StockWords(a.View(), a.View().GivenIn(2023, "GK")[subject(t, a, "CB034")])
	if words[tdkt.StockDay] != "Tây Ninh, ngày 15 tháng 8 năm 2023" || words[tdkt.StockDecision] != "Quyết định số 71/QĐ-SNV" {
		t.Errorf("words %v", words)
	}
}
