package dossier

import "testing"

// The irregular readings (lẻ, mốt, tư, lăm, không trăm) are where totals in words go wrong.
func TestWords(t *testing.T) {
	for n, want := range map[int64]string{
		0: "không", 1: "một", 4: "bốn", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm",
		20: "hai mươi", 21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm",
		100: "một trăm", 101: "một trăm lẻ một", 105: "một trăm lẻ năm", 110: "một trăm mười",
		115: "một trăm mười lăm", 125: "một trăm hai mươi lăm", 999: "chín trăm chín mươi chín",
		1000: "một nghìn", 1005: "một nghìn không trăm lẻ năm", 1050: "một nghìn không trăm năm mươi",
		21_000: "hai mươi mốt nghìn", 1_000_001: "một triệu không trăm lẻ một",
		5_400_000:     "năm triệu bốn trăm nghìn",
		98_640_000:    "chín mươi tám triệu sáu trăm bốn mươi nghìn",
		1_000_000_000: "một tỷ", 2_005_000_000: "hai tỷ không trăm lẻ năm triệu",
		-3: "âm ba",
	} {
		if got := Words(n); got != want {
			t.Errorf("Words(%d) = %q, want %q", n, got, want)
		}
	}
}

// Reading back must give the number again, or the self-check would be deaf.
func TestReadWordsRoundTrip(t *testing.T) {
	step := int64(1)
	for n := int64(0); n < 3_000_000_000_000; n += step {
		if got, ok := ReadWords(Words(n)); !ok || got != n {
			t.Fatalf("ReadWords(%q) = %d, %v, want %d", Words(n), got, ok, n)
		}
		if n > 20_000 {
			step = n/97 + 1
		}
	}
	if _, ok := ReadWords("một con vịt"); ok {
		t.Error("ReadWords accepted words that are no number")
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{"": "", "một": "Một", "đồng": "Đồng", "ấm": "Ấm"} {
		if got := Sentence(in); got != want {
			t.Errorf("Sentence(%q) = %q, want %q", in, got, want)
		}
	}
}
