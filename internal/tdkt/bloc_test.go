package tdkt

import "testing"

// TestParseQuantity: numbers as people write them; what is no number is refused, never 0.
func TestParseQuantity(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "0": "0", "98,5": "98,5", "98.5": "98,5", "98,55": "98,55", "1.200": "1200", "1.250.000": "1250000",
		"1.200,5": "1200,5", "0.125": "!", "100%": "100", " 7 ": "7", "-1": "!", "x": "!", "1,234": "!", "1,": "!", "+1": "!",
		"12345678901": "!", "1 200": "1200",
	} {
		q, err := ParseQuantity(text)
		got := q.String()
		if err != nil {
			got = "!"
		}
		if got != want {
			t.Errorf("ParseQuantity(%q) = %q, want %q", text, got, want)
		}
	}
}
