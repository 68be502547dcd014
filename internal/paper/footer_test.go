package paper

import (
	"strings"
	"testing"
	"time"
)

// TestFooterGivesWay: a long title of a page does not run over its number.
func TestFooterGivesWay(t *testing.T) {
	d := newDrawing(time.Unix(0, 0), "thử")
	d.letters("", sizeSmall)
	long := strings.Repeat("Phòng Tổ chức biên chế và xây dựng chính quyền ", 8)
	if got := d.within(long, width-24); d.pdf.GetStringWidth(got) > width-24 || !strings.HasSuffix(got, "…") {
		t.Errorf("%q", got)
	}
	if got := d.within("Năm 2023", width-24); got != "Năm 2023" {
		t.Errorf("a short one became %q", got)
	}
}
