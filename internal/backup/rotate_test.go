package backup

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	_ "tdkt/internal/quicktest"
	"tdkt/internal/tdkt"
)

// copiesAt makes copies named by the moments, written as in their names.
func copiesAt(t *testing.T, moments ...string) []Copy {
	t.Helper()
	var list []Copy
	for _, m := range moments {
		at, err := time.ParseInLocation(toMinute, m, time.Local)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, Copy{Name: m, At: at})
	}
	return list
}

// TestRotate: the last copy of 7 days, 4 weeks and 12 months that have any is kept,
// each with its reason.
func TestRotate(t *testing.T) {
	list := copiesAt(t,
		"2026-11-24 0801", "2026-11-24 1702", // Tuesday: the later one
		"2026-11-23 1700", "2026-11-20 1700", "2026-11-19 1700", "2026-11-18 1700", "2026-11-17 1700", "2026-11-16 1700", // 7 days
		"2026-11-15 1700", // last of the week before
		"2026-11-13 1700", // the same week
		"2026-11-08 1700", // last of the fourth week
		"2026-10-30 1700", // last of October
		"2026-10-02 1700",
		"2025-12-31 1700",
	)
	var got []string
	for _, f := range Rotate(list, "") {
		got = append(got, fmt.Sprintf("%s %v %s", f.Name, f.Keep, f.Why))
	}
	const gone = "false đã có bản mới hơn cùng ngày, tuần, tháng, hoặc đã quá hạn giữ"
	want := []string{
		"2026-11-24 1702 true bản mới nhất",
		"2026-11-24 0801 " + gone,
		"2026-11-23 1700 true bản cuối của ngày 23/11/2026",
		"2026-11-20 1700 true bản cuối của ngày 20/11/2026",
		"2026-11-19 1700 true bản cuối của ngày 19/11/2026",
		"2026-11-18 1700 true bản cuối của ngày 18/11/2026",
		"2026-11-17 1700 true bản cuối của ngày 17/11/2026",
		"2026-11-16 1700 true bản cuối của ngày 16/11/2026",
		"2026-11-15 1700 true bản cuối của tuần 46 năm 2026",
		"2026-11-13 1700 " + gone,
		"2026-11-08 1700 true bản cuối của tuần 45 năm 2026",
		"2026-10-30 1700 true bản cuối của tháng 10/2026",
		"2026-10-02 1700 " + gone,
		"2025-12-31 1700 true bản cuối của tháng 12/2025",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("fates (-want +got)\n%s", d)
	}
}

// TestRotateOverYears: however long the program is used, what is kept stays small and
// thinning out again takes nothing more.
func TestRotateOverYears(t *testing.T) {
	var kept []Copy
	day := time.Date(2024, 1, 1, 17, 0, 0, 0, time.Local)
	for i := range 900 {
		at := day.AddDate(0, 0, i)
		kept = append(kept, Copy{Name: at.Format(toMinute), At: at})
		for range 2 {
			var next []Copy
			for _, f := range Rotate(kept, "") {
				if f.Keep {
					next = append(next, f.Copy)
				}
			}
			kept = next
		}
	}
	if len(kept) < days+months || len(kept) > days+weeks+months {
		t.Errorf("%d copies are kept after 900 days", len(kept))
	}
	if age := day.AddDate(0, 0, 899).Sub(kept[len(kept)-1].At); age < 11*28*24*time.Hour {
		t.Errorf("the oldest copy is only %v old", age)
	}
}

// TestRotateClockSetBack: the copy just proven stays, though others bear a later date.
func TestRotateClockSetBack(t *testing.T) {
	list := copiesAt(t, "2020-01-01 0800")
	for i := range 40 {
		at := time.Date(2030, 1, 1, 8, 0, 0, 0, time.Local).AddDate(0, i, 0)
		list = append(list, Copy{Name: at.Format(toMinute), At: at})
	}
	for _, f := range Rotate(list, "2020-01-01 0800") {
		if f.Name == "2020-01-01 0800" && !f.Keep {
			t.Error("the proven copy goes")
		}
	}
}

// files is a Source of text files: a state of the file is its text.
func files(t *testing.T, path, now string) Source {
	t.Helper()
	at := copiesAt(t, now)[0].At
	read := func(p string) (string, error) {
		text, err := os.ReadFile(p)
		if err == nil && strings.HasPrefix(string(text), "hỏng") {
			err = errors.New("broken")
		}
		return string(text), err
	}
	headOf := func(p string) (tdkt.Head, error) {
		text, err := read(p)
		return tdkt.Head{Seq: map[string]int64{"một": 1, "hai": 2, "ba": 3, "bốn": 4}[text], Hash: text}, err
	}
	return Source{
		Path: path,
		Now:  func() time.Time { return at },
		Head: func(context.Context) (tdkt.Head, error) { return headOf(path) },
		Peek: func(_ context.Context, p string) (tdkt.Head, error) { return headOf(p) },
		Copy: func(_ context.Context, to string) error {
			text, err := read(path)
			if err != nil {
				return err
			}
			return os.WriteFile(to, []byte(text), 0o600)
		},
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// TestKeep: a copy is made only of what changed, the older one of the day goes, and
// files that are no copies of this file stay.
func TestKeep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "thi đua.sotd")
	folder := Folder(path)
	foreign := []string{
		"thi đua 2026-11-24 0700 trước khi khôi phục.sotd", "thi đua 2.sotd",
		"khác 2026-11-24 0700.sotd", "thi đua 2026-02-31 0700.sotd",
	}
	for _, name := range foreign {
		write(t, filepath.Join(folder, name), "một")
	}
	write(t, path, "một")
	keep := func(now string) string {
		made, err := files(t, path, now).Keep(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return filepath.Base(made)
	}
	if got := keep("2026-11-24 0800"); got != "thi đua 2026-11-24 0800.sotd" {
		t.Errorf("first copy: %s", got)
	}
	if got := keep("2026-11-24 0900"); got != "." {
		t.Errorf("a copy of what did not change: %s", got)
	}
	write(t, path, "hai")
	if got := keep("2026-11-24 0800"); got != "thi đua 2026-11-24 080000.sotd" {
		t.Errorf("second copy in one minute: %s", got)
	}
	write(t, path, "ba")
	keep("2026-11-24 1702")
	want := append([]string{"thi đua 2026-11-24 1702.sotd"}, foreign...)
	got := names(t, folder)
	if d := cmp.Diff(sorted(want), sorted(got)); d != "" {
		t.Errorf("folder (-want +got)\n%s", d)
	}
}

func sorted(list []string) map[string]bool {
	set := map[string]bool{}
	for _, s := range list {
		set[s] = true
	}
	return set
}

// TestLast: the notice tells the newest copy that can be read, and says when it is
// not the newest or the file changed since.
func TestLast(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.sotd")
	write(t, path, "hai")
	steps := []struct{ name, text, want string }{
		{"", "", "Chưa có bản sao lưu nào; bản đầu tiên được ghi khi đóng tệp."},
		{"a 2026-11-22 1702.sotd", "một", "Bản sao lưu gần nhất: 22/11/2026 17:02, đã kiểm tra. Tệp đã thay đổi sau bản này; bản mới được ghi khi đóng tệp."},
		{"a 2026-11-23 1702.sotd", "hai", "Bản sao lưu gần nhất: 23/11/2026 17:02, đã kiểm tra."},
		{"a 2026-11-24 1702.sotd", "hỏng", "Bản sao lưu mới nhất bị hỏng; bản còn dùng được: 23/11/2026 17:02."},
	}
	for _, s := range steps {
		if s.name != "" {
			write(t, filepath.Join(Folder(path), s.name), s.text)
		}
		last, err := files(t, path, "2026-11-24 1702").Last(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got := last.Words(); got != s.want {
			t.Errorf("after %q: %s", s.name, got)
		}
	}
}

// TestKeepNowhere: where the folder cannot be, the error is a sentence and the data
// file is not touched. A file of that name stops root too.
func TestKeepNowhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.sotd")
	write(t, path, "một")
	write(t, Folder(path), "no folder")
	_, err := files(t, path, "2026-11-24 1702").Keep(t.Context())
	if err == nil || !strings.Contains(err.Error(), "Không ghi được bản sao lưu") {
		t.Errorf("error: %v", err)
	}
}

// TestRisk: places that are shared or synchronised are named, others are not.
func TestRisk(t *testing.T) {
	for path, want := range map[string]string{
		`\\may-chu\chung\a.sotd`:                "thư mục mạng",
		`//may-chu/chung/a.sotd`:                "thư mục mạng",
		`\\?\UNC\may-chu\chung\a.sotd`:          "thư mục mạng",
		`\\?\C:\Dữ liệu\a.sotd`:                 "",
		`C:\Users\Bình\OneDrive\a.sotd`:         "OneDrive",
		`C:\Users\Bình\OneDrive - So NV\a.sotd`: "OneDrive",
		`G:\My Drive\a.sotd`:                    "Google Drive",
		`G:\Drive của tôi\a.sotd`:               "Google Drive",
		`C:\Users\Bình\Dropbox\x\a.sotd`:        "Dropbox",
		`D:\Thi đua\onedrive.sotd`:              "",
		`D:\OneDriveCu2019\a.sotd`:              "",
		`/home/binh/Thi đua/a.sotd`:             "",
	} {
		got := Risk(path)
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q", path, got)
		}
	}
}

// TestSweep: what killed copies left goes with the next copy; nothing else does.
func TestSweep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.sotd")
	if err := os.MkdirAll(Folder(path), 0o700); err != nil {
		t.Fatal(err)
	}
	names := []string{"a 2026-11-24 1702.sotd", "a 2026-11-24 1703.sotd.tmp", "a 2026-11-24 1703.sotd.tmp-journal", "b 2026-11-24 1703.sotd.tmp", "ghi chú.tmp"}
	for _, n := range names {
		if err := os.WriteFile(filepath.Join(Folder(path), n), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := files(t, path, "2026-11-24 1702").thin(t.Context(), Folder(path), names[0]); err != nil {
		t.Fatal(err)
	}
	for i, n := range names {
		if _, err := os.Stat(filepath.Join(Folder(path), n)); (err == nil) != (i == 0 || i > 2) {
			t.Errorf("%s: %v", n, err)
		}
	}
}

// TestCopyFromTheFuture: a copy that a wrong clock dated 2099 is told once a day is
// asked for, and keeps neither the daily copy away nor the notice for ever.
func TestCopyFromTheFuture(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.sotd")
	write(t, filepath.Join(Folder(path), "a 2099-01-01 0800.sotd"), "một")
	write(t, path, "hai")
	s := files(t, path, "2026-11-24 1702")
	last, err := s.Last(t.Context())
	if err != nil || !strings.Contains(last.Words(), "đồng hồ") {
		t.Errorf("%q %v", last.Words(), err)
	}
	if due, err := s.Due(t.Context()); err != nil || !due {
		t.Errorf("due %v %v", due, err)
	}
	if _, err := s.Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	last, err = s.Last(t.Context())
	if want := "Bản sao lưu gần nhất: 24/11/2026 17:02, đã kiểm tra."; err != nil || last.Words() != want {
		t.Errorf("%q %v", last.Words(), err)
	}
	if got := len(names(t, Folder(path))); got != 2 {
		t.Errorf("%d copies, the one of 2099 is nobody's to remove", got)
	}
}

// TestDoubt: what was changed outside the program is copied apart, once, and no honest
// copy goes for it; nor does a copy go that has what the new one lacks.
func TestDoubt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.sotd")
	write(t, path, "một")
	if _, err := files(t, path, "2026-11-24 0800").Keep(t.Context()); err != nil {
		t.Fatal(err)
	}
	write(t, path, "hai")
	s := files(t, path, "2026-11-24 0900")
	s.Prove = func(context.Context) error {
		return tdkt.Errorf(tdkt.Environment, "Dữ liệu không khớp với nhật ký.")
	}
	for range 2 {
		if _, err := s.Keep(t.Context()); err == nil || !strings.Contains(err.Error(), "để riêng") {
			t.Errorf("doubt: %v", err)
		}
	}
	want := []string{"a 2026-11-24 0800.sotd", "a 2026-11-24 0900 nghi bị sửa ngoài chương trình.sotd"}
	if d := cmp.Diff(want, names(t, Folder(path))); d != "" {
		t.Errorf("folder (-want +got)\n%s", d)
	}
	other := files(t, path, "2026-11-24 1000")
	other.Extends = func(context.Context, string) (bool, error) { return false, nil }
	if _, err := other.Keep(t.Context()); err == nil || !strings.Contains(err.Error(), "không nối tiếp") {
		t.Errorf("a history that does not go on: %v", err)
	}
	if got := names(t, Folder(path)); got[0] != want[0] {
		t.Errorf("the honest copy went: %v", got)
	}
}

// TestWeakPassphrase: what is guessed at once is refused, in a sentence; a few words of
// one's own are not.
func TestWeakPassphrase(t *testing.T) {
	for _, bad := range []string{"", "        ", "ngắn", "  ngắn   ", "aaaaaaaa", "abababab", "12345678", "1234567890", "87654321", "matkhau123", "Mật khẩu 1!", "Password1", "abc     "} {
		if err := TooWeak(bad); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%q: %v", bad, err)
		}
	}
	for _, good := range []string{"mật khẩu dài của tôi", "con mèo trèo cây cau", "Xq7!pTz2", "đường về quê ngoại"} {
		if err := TooWeak(good); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
}
