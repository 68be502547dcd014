package sheet

import (
	"strings"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// vote counts names that look written in an old Vietnamese encoding. One strange
// name is a stranger's name; a share of them is an old font.
type vote struct {
	marked int // names with letters beyond ASCII
	strange,
	tcvn3,
	vni int
	samples []string // a few strange names, as they stand
}

// mostSamples is how many strange names are kept to be shown.
const mostSamples = 20

// name counts one name and the font it is written in.
func (v *vote) name(text, font string) {
	if strings.IndexFunc(text, func(r rune) bool { return r > 0x7F }) < 0 {
		return
	}
	v.marked++
	low := strings.ToLower(font)
	if looksOld(text) && len(v.samples) < mostSamples {
		v.samples = append(v.samples, text)
	}
	switch {
	case strings.HasPrefix(low, ".vn") && looksOld(text):
		v.tcvn3 += 5
	case strings.HasPrefix(low, "vni-") && looksOld(text):
		v.vni += 5
	case looksOld(text):
		v.strange++
	}
}

// old says whether the names as a whole are in an old encoding.
func (v *vote) old() bool {
	n := v.strange + v.tcvn3 + v.vni
	return n > 0 && n*5 >= v.marked
}

// looksOld says whether a text holds letters that Vietnamese does not have but the
// TCVN3 and VNI fonts use, or letter pairs that only VNI writes: "eã" for "ẽ".
func looksOld(text string) bool {
	before := rune(0)
	for _, r := range text {
		if strings.ContainsRune("¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ", r) {
			return true
		}
		if strings.ContainsRune("aeAE", before) && strings.ContainsRune("àáâãèéêòóôõùúÀÁÂÃÈÉÊÒÓÔÕÙÚ", r) {
			return true
		}
		before = r
	}
	return false
}

// legacy refuses a list whose names are written in an old font: what they say can only be
// guessed. The error carries a tdkt.OldFont where one encoding reads better, so that a
// person may look and have it converted.
func (l *listing) legacy() error {
	if !l.votes.old() {
		return nil
	}
	font := "TCVN3 (.VnTime) hoặc VNI"
	switch {
	case l.votes.tcvn3 > l.votes.vni:
		font = "TCVN3 (.VnTime)"
	case l.votes.vni > 0:
		font = "VNI"
	}
	told := tdkt.Errorf(tdkt.Invalid, "Tên trong trang “%s” của tệp “%s” được gõ bằng phông chữ cũ %s nên không đọc đúng được. "+
		"Hãy chuyển sang Unicode (ví dụ bằng UniKey: chép cột tên, bấm Ctrl+Shift+F9, chọn mã nguồn và mã đích Unicode), dán lại vào Excel rồi nhập.",
		l.sheet.Name, l.book.Name, font)
	if c, ok := converterOf(l.votes.guess()); ok {
		name := l.votes.samples[0]
		told.Err = &tdkt.OldFont{Code: c.code, Before: name, After: intake.ReadName(c.text(name)).Name}
	}
	return told
}
