package boot_test

import (
	"bytes"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/imports"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestPackage: the package answers as the file does, holds no identity number anywhere,
// not even one that was changed later, and takes no change, merge or restore.
func TestPackage(t *testing.T) {
	path := sampleFile(t)
	to := filepath.Join(filepath.Dir(path), "a.sotd-goi")
	a, closeFile := open(t, boot.Options{Path: path})
	numbers := []string{}
	for _, p := range a.View().People {
		if p.CCCD != "" {
			numbers = append(numbers, p.CCCD)
		}
	}
	rename(t, a, "Sở Đã đổi tên")
	if err := boot.Package(t.Context(), a, to, ""); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range numbers {
		if bytes.Contains(raw, []byte(n)) {
			t.Fatal("an identity number is in the package")
		}
	}
	if len(numbers) == 0 {
		t.Fatal("the sample has no identity numbers to look for")
	}
	g, closePackage := open(t, boot.Options{Path: to})
	want, err := a.View().Answers(t.Context(), 2023)
	if err != nil {
		t.Fatal(err)
	}
	got, err := g.View().Answers(t.Context(), 2023)
	if d := cmp.Diff(briefly(want.All()), briefly(got.All())); err != nil || d != "" {
		t.Errorf("answers (-file +package) %v\n%s", err, d)
	}
	if err := g.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Khác"}); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("a change: %v", err)
	}
	if _, err := imports.PreviewMerge(t.Context(), a, to); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a merge: %v", err)
	}
	done(t, closePackage)
	done(t, closeFile)
	if _, err := boot.Restore(t.Context(), boot.Options{Path: path}, to); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a restore: %v", err)
	}
}

// briefly is what answers say, without findings.
func briefly(list iter.Seq[law.Result]) []string {
	var out []string
	for r := range list {
		out = append(out, string(r.Subject.ID)+" "+r.Title+" "+string(r.Answer))
	}
	return out
}

// TestSealedPackage: it opens with its passphrase alone, only to be read, and what was
// opened of it is gone once it is closed.
func TestSealedPackage(t *testing.T) {
	path := filled(t, "Sở Kín")
	to := filepath.Join(t.TempDir(), "kín.sotd-goi")
	a, closeFile := open(t, boot.Options{Path: path, Read: true})
	if err := boot.Package(t.Context(), a, to, "mật khẩu đủ dài"); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	t.Setenv("TMP", temporary) // as Windows calls it
	for _, wrong := range []string{"", "mật khẩu sai hẳn"} {
		if _, _, err := boot.Open(t.Context(), boot.Options{Path: to, Passphrase: wrong}); err == nil {
			t.Fatalf("opened with %q", wrong)
		}
	}
	g, closePackage := open(t, boot.Options{Path: to, Passphrase: "mật khẩu đủ dài"})
	if got := g.View().Org.Name; got != "Sở Kín" {
		t.Errorf("department %s", got)
	}
	if err := g.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Khác"}); tdkt.KindOf(err) != tdkt.Environment {
		t.Errorf("a change: %v", err)
	}
	done(t, closePackage)
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// TestPackageIsKnownByWhatIsInIt: a package that was given another name still takes no
// change but opinions, and a data file that bears a package's name is not called one.
func TestPackageIsKnownByWhatIsInIt(t *testing.T) {
	folder := t.TempDir()
	path := filled(t, "Sở Thử")
	to, renamed, posing := filepath.Join(folder, "g.sotd-goi"), filepath.Join(folder, "g.sotd"), filepath.Join(folder, "x.sotd-goi")
	a, closeFile := open(t, boot.Options{Path: path, Read: true})
	if err := boot.Package(t.Context(), a, to, ""); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	if err := os.Rename(to, renamed); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path, posing); err != nil {
		t.Fatal(err)
	}
	g, closePackage := open(t, boot.Options{Path: renamed})
	if err := g.SaveOrg(t.Context(), tdkt.Org{Name: "Sở Khác"}); tdkt.KindOf(err) != tdkt.Environment || !strings.Contains(err.Error(), "ghi ý kiến") {
		t.Errorf("a change of a package with another name: %v", err)
	}
	if got := boot.Notice(t.Context(), g); !strings.Contains(got, "Gói cho lãnh đạo") {
		t.Errorf("it is called %q", got)
	}
	done(t, closePackage)
	f, closePosing := open(t, boot.Options{Path: posing})
	if got := boot.Notice(t.Context(), f); strings.Contains(got, "CCCD") {
		t.Errorf("a data file is called %q", got)
	}
	done(t, closePosing)
}

// TestOpinionsComeBack: what the director writes in a package is in the package at once,
// sealed or not, comes into the data file in one step, and twice changes nothing.
func TestOpinionsComeBack(t *testing.T) {
	for _, pass := range []string{"", "mật khẩu đủ dài"} {
		t.Run("pass="+pass, func(t *testing.T) {
			path := filled(t, "Sở Thử")
			to := filepath.Join(t.TempDir(), "gói.sotd-goi")
			a, closeFile := open(t, boot.Options{Path: path})
			defer func() { done(t, closeFile) }()
			if err := boot.Package(t.Context(), a, to, pass); err != nil {
				t.Fatal(err)
			}
			g, closePackage := open(t, boot.Options{Path: to, Passphrase: pass})
			say := tdkt.Opinion{Year: 2023, Verdict: tdkt.LookAt, Text: "Xem lại danh sách đề nghị của phòng", By: "Giám đốc Thử"}
			if err := g.SaveOpinion(t.Context(), say); err != nil {
				t.Fatal(err)
			}
			if _, err := g.UndoEntry(t.Context(), 1); err == nil {
				t.Error("what the package was made with was taken back")
			}
			// Not closed: it is safe already.
			for round := range 2 {
				plan, err := a.PreviewOpinions(t.Context(), to, pass)
				if err != nil {
					t.Fatal(err)
				}
				if len(plan.New) != 1-round || plan.Known != round {
					t.Fatalf("round %d: new %d, known %d", round, len(plan.New), plan.Known)
				}
				if err := a.TakeOpinions(t.Context(), plan); err != nil {
					t.Fatal(err)
				}
			}
			got := a.View().OpinionsOf(2023)
			if len(got) != 1 || got[0].Text != say.Text || got[0].By != say.By || !got[0].Open() {
				t.Fatalf("opinions %+v", got)
			}
			if err := a.AnswerOpinion(t.Context(), got[0], "Đã rà soát, giữ nguyên"); err != nil {
				t.Fatal(err)
			}
			if plan, err := a.PreviewOpinions(t.Context(), to, pass); err != nil || len(plan.New) != 0 {
				t.Errorf("the answer did not stay: %+v %v", plan, err)
			}
			done(t, closePackage)
			entries, err := os.ReadDir(filepath.Dir(to))
			if err != nil || len(entries) != 1 {
				t.Errorf("left beside the package: %v %v", entries, err)
			}
		})
	}
}

// TestOpinionIsNotLostInSilence: a package that was replaced meanwhile is not written over,
// and the opinion is not shown as kept.
func TestOpinionIsNotLostInSilence(t *testing.T) {
	path := filled(t, "Sở Thử")
	to := filepath.Join(t.TempDir(), "gói.sotd-goi")
	a, closeFile := open(t, boot.Options{Path: path, Read: true})
	if err := boot.Package(t.Context(), a, to, ""); err != nil {
		t.Fatal(err)
	}
	done(t, closeFile)
	g, closePackage := open(t, boot.Options{Path: to})
	defer func() { done(t, closePackage) }()
	if err := os.WriteFile(to, []byte("khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := g.SaveOpinion(t.Context(), tdkt.Opinion{Year: 2023, Verdict: tdkt.JustSaid, Text: "Tốt"})
	if tdkt.KindOf(err) != tdkt.Environment || !strings.Contains(err.Error(), "chưa ghi ý kiến") {
		t.Errorf("writing over another file: %v", err)
	}
	if raw, err := os.ReadFile(to); err != nil || string(raw) != "khác" {
		t.Errorf("the other file: %q %v", raw, err)
	}
	if got := g.View().OpinionsOf(2023); len(got) != 0 {
		t.Errorf("shown as kept: %+v", got)
	}
}

// TestPackageTellsTheOneBefore: a package made beside an earlier one of the same office says
// what that one held, sealed or not, also where a year was locked meanwhile; one made alone,
// or with nothing changed, says nothing. No identity number comes in by it.
func TestPackageTellsTheOneBefore(t *testing.T) {
	for _, pass := range []string{"", "mật khẩu đủ dài"} {
		folder := t.TempDir()
		a, closeFile := open(t, boot.Options{Path: filepath.Join(folder, "a.sotd"), Create: true})
		loadOffice(t, a)
		first, second, third := filepath.Join(folder, "1.sotd-goi"), filepath.Join(folder, "2.sotd-goi"), filepath.Join(folder, "3.sotd-goi")
		for i, to := range []string{first, second} {
			if err := boot.Package(t.Context(), a, to, pass); err != nil {
				t.Fatal(err)
			}
			g, closeIt := open(t, boot.Options{Path: to, Passphrase: pass})
			if data, _, err := g.Before(t.Context()); err != nil || data != nil {
				t.Errorf("package %d tells of one before: %v, %v", i, data != nil, err)
			}
			done(t, closeIt)
		}
		if err := a.LockYear(t.Context(), 2021, true, "đã xong"); err != nil {
			t.Fatal(err)
		}
		person := a.View().People[0]
		if err := a.SaveHold(t.Context(), tdkt.Hold{Subject: tdkt.PersonSubject(person.ID), Reason: "có đơn", From: tdkt.Date(2023, 12, 1)}); err != nil {
			t.Fatal(err)
		}
		if err := boot.Package(t.Context(), a, filepath.Join(folder, "2b.sotd-goi"), pass); err != nil {
			t.Fatal(err)
		}
		rename(t, a, "Sở Đã đổi tên")
		if err := boot.Package(t.Context(), a, third, pass); err != nil {
			t.Fatal(err)
		}
		g, closeIt := open(t, boot.Options{Path: third, Passphrase: pass})
		data, at, err := g.Before(t.Context())
		if err != nil || data == nil || at.IsZero() {
			t.Fatalf("nothing of the package before: %v %v", at, err)
		}
		if len(data.Holds) != len(g.View().Holds) || data.Org.Name == g.View().Org.Name || len(data.People) != len(g.View().People) {
			t.Errorf("the package before: %d holds of %d, %q", len(data.Holds), len(g.View().Holds), data.Org.Name)
		}
		for _, p := range data.People {
			if p.CCCD != "" {
				t.Fatal("an identity number is in the package before")
			}
		}
		if _, err := g.UndoLast(t.Context()); err == nil {
			t.Error("what a package was made with was taken back")
		}
		done(t, closeIt)
		done(t, closeFile)
	}
}
