package sheet

import (
	"strings"
	"unicode"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// tcvn3Codes are the letters of TCVN3 5712 (the .Vn fonts) as a Latin-1 text shows them,
// and tcvn3Letters what they mean, letter for letter. Capitals with a tone have no code of
// their own: fonts that end in H show the small ones as capitals.
const (
	tcvn3Codes   = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
	tcvn3Letters = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)

// vniPairs are the letters of VNI fonts, a base and its mark, and what they mean; longer
// ones first, as strings.NewReplacer takes the first that fits.
var vniPairs = []string{
	"AÀ", "Ầ", "AÁ", "Ấ", "AÂ", "Â", "AÃ", "Ẫ", "AÄ", "Ậ", "AÅ", "Ẩ", "AÈ", "Ằ", "AÉ", "Ắ", "AÊ", "Ă",
	"AË", "Ặ", "AÏ", "Ạ", "AÕ", "Ã", "AØ", "À", "AÙ", "Á", "AÚ", "Ẳ", "AÛ", "Ả", "AÜ", "Ẵ", "EÀ", "Ề",
	"EÁ", "Ế", "EÂ", "Ê", "EÃ", "Ễ", "EÄ", "Ệ", "EÅ", "Ể", "EÏ", "Ẹ", "EÕ", "Ẽ", "EØ", "È", "EÙ", "É",
	"EÛ", "Ẻ", "OÀ", "Ồ", "OÁ", "Ố", "OÂ", "Ô", "OÃ", "Ỗ", "OÄ", "Ộ", "OÅ", "Ổ", "OÏ", "Ọ", "OÕ", "Õ",
	"OØ", "Ò", "OÙ", "Ó", "OÛ", "Ỏ", "UÏ", "Ụ", "UÕ", "Ũ", "UØ", "Ù", "UÙ", "Ú", "UÛ", "Ủ", "YÕ", "Ỹ",
	"YØ", "Ỳ", "YÙ", "Ý", "YÛ", "Ỷ", "aà", "ầ", "aá", "ấ", "aâ", "â", "aã", "ẫ", "aä", "ậ", "aå", "ẩ",
	"aè", "ằ", "aé", "ắ", "aê", "ă", "aë", "ặ", "aï", "ạ", "aõ", "ã", "aø", "à", "aù", "á", "aú", "ẳ",
	"aû", "ả", "aü", "ẵ", "eà", "ề", "eá", "ế", "eâ", "ê", "eã", "ễ", "eä", "ệ", "eå", "ể", "eï", "ẹ",
	"eõ", "ẽ", "eø", "è", "eù", "é", "eû", "ẻ", "oà", "ồ", "oá", "ố", "oâ", "ô", "oã", "ỗ", "oä", "ộ",
	"oå", "ổ", "oï", "ọ", "oõ", "õ", "oø", "ò", "où", "ó", "oû", "ỏ", "uï", "ụ", "uõ", "ũ", "uø", "ù",
	"uù", "ú", "uû", "ủ", "yõ", "ỹ", "yø", "ỳ", "yù", "ý", "yû", "ỷ", "ÔÏ", "Ợ", "ÔÕ", "Ỡ", "ÔØ", "Ờ",
	"ÔÙ", "Ớ", "ÔÛ", "Ở", "ÖÏ", "Ự", "ÖÕ", "Ữ", "ÖØ", "Ừ", "ÖÙ", "Ứ", "ÖÛ", "Ử", "ôï", "ợ", "ôõ", "ỡ",
	"ôø", "ờ", "ôù", "ớ", "ôû", "ở", "öï", "ự", "öõ", "ữ", "öø", "ừ", "öù", "ứ", "öû", "ử", "Æ", "Ỉ", "Î", "Ỵ",
	"Ñ", "Đ", "Ò", "Ị", "Ó", "Ĩ", "Ô", "Ơ", "Ö", "Ư", "æ", "ỉ", "î", "ỵ", "ñ", "đ", "ò", "ị", "ó", "ĩ",
	"ô", "ơ", "ö", "ư",
}

// converter puts texts of one old encoding into Unicode.
type converter struct {
	code  string // tdkt.TCVN3 or tdkt.VNI
	fonts string // how the names of its fonts begin
	text  func(string) string
}

// converterOf is the converter of a code; false for a code nobody knows.
func converterOf(code string) (converter, bool) {
	switch code {
	case tdkt.TCVN3:
		return converter{code, ".vn", tcvn3}, true
	case tdkt.VNI:
		return converter{code, "vni-", strings.NewReplacer(vniPairs...).Replace}, true
	}
	return converter{}, false
}

// tcvn3 puts a text of TCVN3 into Unicode. Its ư is the soft hyphen, which cleaning would
// take away.
func tcvn3(text string) string {
	letters := []rune(tcvn3Letters)
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(tcvn3Codes, r); i >= 0 {
			return letters[len([]rune(tcvn3Codes[:i]))]
		}
		return r
	}, text)
}

// rows gives the rows of a sheet with what is written in the old encoding put into
// Unicode: cells in one of its fonts, and cells that hold letters no Vietnamese text has.
// A cell with a letter beyond Latin-1 is Unicode already.
func (c converter) rows(book *guard.Book, give func(*guard.Row) error) func(*guard.Row) error {
	return func(r *guard.Row) error {
		for i := range r.Cells {
			cell := &r.Cells[i]
			font := strings.ToLower(book.Style(cell).Font)
			mine := strings.HasPrefix(font, c.fonts)
			if strings.IndexFunc(cell.Text, func(r rune) bool { return r > unicode.MaxLatin1 }) >= 0 || !mine && !looksOld(cell.Text) {
				continue
			}
			cell.Text = c.text(cell.Text)
			if mine && strings.HasSuffix(font, "h") && c.code == tdkt.TCVN3 { // .VnTimeH shows capitals
				cell.Text = strings.ToUpper(cell.Text)
			}
		}
		return give(r)
	}
}

// guess is the old encoding that makes more of some names Vietnamese: by their fonts
// where those say it, else by the letters; "" where neither is better.
func (v *vote) guess() string {
	if v.tcvn3 != v.vni {
		if v.tcvn3 > v.vni {
			return tdkt.TCVN3
		}
		return tdkt.VNI
	}
	score := func(convert func(string) string) (n int) {
		for _, name := range v.samples {
			if readable(convert(name)) {
				n++
			}
		}
		return n
	}
	t, _ := converterOf(tdkt.TCVN3)
	i, _ := converterOf(tdkt.VNI)
	switch a, b := score(t.text), score(i.text); {
	case a > b:
		return tdkt.TCVN3
	case b > a:
		return tdkt.VNI
	}
	return ""
}

// readable says whether a name is letters and spaces, none of which only an old font has.
func readable(name string) bool {
	return !looksOld(name) && strings.IndexFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' }) < 0
}
