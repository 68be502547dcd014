package boot

import "testing"

// TestPersonOf: the journal names a person, never the account a machine came with.
func TestPersonOf(t *testing.T) {
	for _, c := range []struct{ full, account, want string }{
		{"Lê Hoa", `SNV-07\lehoa`, "Lê Hoa"},
		{"", `SNV-07\lehoa`, "lehoa"},
		{"", "lehoa", "lehoa"},
		{"root", "root", nobody},
		{"", `SNV-07\Administrator`, nobody},
		{"Admin", `SNV-07\lehoa`, "lehoa"},
		{" ", "", nobody},
		{"Rooted Tree", "x", "Rooted Tree"},
	} {
		if got := personOf(c.full, c.account); got != c.want {
			t.Errorf("%q, %q: got %q, want %q", c.full, c.account, got, c.want)
		}
	}
}
