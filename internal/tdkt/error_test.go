package tdkt_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// TestSentence: the cause goes to the log and never into the sentence.
func TestSentence(t *testing.T) {
	cause := errors.New("SQLITE_IOERR")
	told := &tdkt.Error{Kind: tdkt.Environment, Text: "Đĩa đầy. Hãy dọn đĩa.", Err: cause}
	for _, c := range []struct {
		name   string
		err    error
		want   string
		logged bool
	}{
		{"none", nil, "", false},
		{"for people", tdkt.Errorf(tdkt.Invalid, "Thiếu tên."), "Thiếu tên.", false},
		{"with a cause, wrapped", fmt.Errorf("app: %w", told), "Đĩa đầy. Hãy dọn đĩa.", true},
		{"no sentence", cause, "số nhật ký 17", true},
		{"a fault of ours", tdkt.Errorf(tdkt.Internal, "nil map"), "số nhật ký 17", true},
	} {
		var logged error
		got := tdkt.Sentence(c.err, func(err error) string { logged = err; return "17" })
		if !strings.Contains(got, c.want) || c.want == "" && got != "" || strings.Contains(got, "SQLITE") || strings.Contains(got, "nil") {
			t.Errorf("%s: %q", c.name, got)
		}
		if (logged != nil) != c.logged {
			t.Errorf("%s: logged %v", c.name, logged)
		}
		if bare := tdkt.Sentence(c.err, nil); strings.Contains(bare, "SQLITE") || c.err != nil && bare == "" {
			t.Errorf("%s without a log: %q", c.name, bare)
		}
	}
}
