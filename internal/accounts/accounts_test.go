package accounts

import (
	"strings"
	"testing"
	"time"
)

func TestPasswords(t *testing.T) {
	kept, err := Hash("con mèo trèo cây cau")
	if err != nil {
		t.Fatal(err)
	}
	other, err := Hash("con mèo trèo cây cau")
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case !Check(kept, "con mèo trèo cây cau"):
		t.Error("the password is refused")
	case Check(kept, "con mèo trèo cây cam"), Check(kept, ""):
		t.Error("another password is taken")
	case strings.Contains(kept, "mèo"), kept == other:
		t.Error("what is kept tells the password, or that two people have one")
	}
	for _, odd := range []string{"", "$argon2id$v=19$m=4294967295,t=3,p=2$AAAA$AAAA", strings.Replace(kept, "m=65536", "m=9999999", 1), strings.Replace(kept, "argon2id", "argon2i", 1), "$$$$$"} {
		if Check(odd, "con mèo trèo cây cau") {
			t.Errorf("%q opens", odd)
		}
	}
}

func TestCodes(t *testing.T) {
	code, err := NewCode()
	if err != nil {
		t.Fatal(err)
	}
	if len(code) != 29 || TidyCode(code) != strings.ReplaceAll(code, "-", "") {
		t.Errorf("code %q", code)
	}
	if TidyCode(" "+strings.ToLower(code)+"\n") != TidyCode(code) {
		t.Error("typed small it is another")
	}
}

func TestWaitGrows(t *testing.T) {
	now := time.Date(2026, 11, 30, 8, 0, 0, 0, time.UTC)
	var tries Tries
	var last time.Duration
	for n := range 20 {
		wait := tries.Wait(now)
		if n < free && wait != 0 || n >= free && wait <= last && wait != longest {
			t.Errorf("after %d wrong tries: %v, before %v", n, wait, last)
		}
		if later := tries.Wait(now.Add(wait)); later != 0 {
			t.Errorf("after waiting: %v more", later)
		}
		if back := tries.Wait(now.Add(-time.Hour)); back != wait {
			t.Errorf("the clock set back: %v instead of %v", back, wait)
		}
		last, tries = wait, tries.Wrong(now)
	}
	if last != longest {
		t.Errorf("the longest wait is %v", last)
	}
}
