package paper

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"tdkt/internal/tdkt"
)

// A sheet has the stock's own size, and each field stands where it was put: 105 mm from
// the left is the middle of A4, and 1 mm is 72/25.4 points.
func TestCertificatesStandWhereTheyWerePut(t *testing.T) {
	stock := tdkt.Stock{Width: 2970, Height: 2100, Fields: []tdkt.StockField{
		{What: tdkt.StockName, X: 300, Y: 900, Size: 20, Left: true}, {What: "Đã tặng", X: 1485, Y: 1200, Size: 14, Italic: true},
	}}
	c := Certificate{Stock: stock, Words: map[string]string{tdkt.StockName: "Trần Thị Mẫu"}}
	sizes := map[bool]int{}
	for _, frame := range []bool{false, true} {
		var out bytes.Buffer
		if err := WriteCertificates(&out, time.Date(2024, 1, 5, 8, 0, 0, 0, time.UTC), []Certificate{c, c}, frame); err != nil {
			t.Fatal(err)
		}
		sizes[frame] = out.Len()
		if got := len(regexp.MustCompile(`/MediaBox \[0 0 841\.89 595\.28\]`).FindAllString(out.String(), -1)); got != 2 {
			t.Errorf("%d sheets of 297 by 210 mm, want 2", got)
		}
	}
	if sizes[true] <= sizes[false] {
		t.Error("the frame adds nothing")
	}
	if got := c.text(stock.Fields[0]) + "|" + c.text(stock.Fields[1]); got != "Trần Thị Mẫu|Đã tặng" || strings.Contains(got, tdkt.StockName) {
		t.Errorf("texts %q", got)
	}
}
