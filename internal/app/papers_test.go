package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/boot"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// attachOne keeps a file for the first paper that a nominee of 2023 has of its own.
func attachOne(t *testing.T, a *app.App, content string) tdkt.Attachment {
	t.Helper()
	rows, err := papers.Papers(t.Context(), a, 2023)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "báo cáo.pdf")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if !r.Paper.Shared {
			if _, err := papers.AttachTo(t.Context(), a, 2023, r, path); err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	list := a.View().Attachments
	if len(list) != 1 {
		t.Fatalf("kept %+v", list)
	}
	return list[0]
}

// Papers kept on another PC come over with their bytes, not as names alone.
func TestMergeBringsThePapers(t *testing.T) {
	folder := t.TempDir()
	here, there := filepath.Join(folder, "A.sotd"), filepath.Join(folder, "B.sotd")
	onFile(t, here, true, func(a *app.App) {
		if err := boot.LoadSample(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	})
	copyFile(t, here, there)
	onFile(t, there, false, func(a *app.App) { attachOne(t, a, "nội dung") })
	onFile(t, here, false, func(a *app.App) {
		plan, err := imports.PreviewMerge(t.Context(), a, there)
		if err != nil {
			t.Fatal(err)
		}
		if err := imports.Merge(t.Context(), a, plan); err != nil {
			t.Fatal(err)
		}
		list := a.View().Attachments
		if len(list) != 1 {
			t.Fatalf("%+v", list)
		}
		if got, err := a.Store.Content(t.Context(), list[0]); err != nil || string(got) != "nội dung" {
			t.Errorf("%q %v", got, err)
		}
	})
}

// A paper once kept goes with the folder though its original is gone; the same bytes for
// the same place are kept once; what is empty, a folder or not there is refused by name.
func TestAttach(t *testing.T) {
	onFile(t, filepath.Join(t.TempDir(), "A.sotd"), true, func(a *app.App) {
		if err := boot.LoadSample(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		paper := attachOne(t, a, "%PDF-1.4 /Type /Page ")
		attachOne(t, a, "%PDF-1.4 /Type /Page ")
		if paper.Pages != 1 || paper.Size == 0 || len(paper.SHA256) != 64 {
			t.Errorf("kept as %+v", paper)
		}
		if err := os.Remove(paper.Origin); err != nil {
			t.Fatal(err)
		}
		if words := papers.OriginWords(paper); !strings.Contains(words, "không còn ở") {
			t.Errorf("the original: %q", words)
		}
		dir, err := papers.ExportFolder(t.Context(), a, papers.Outgoing{Round: tdkt.YearEndRound(2023), Draft: true}, t.TempDir(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if found, err := filepath.Glob(filepath.Join(dir, "*", "Giấy tờ kèm theo", "*báo cáo*.pdf")); err != nil || len(found) != 1 {
			t.Errorf("in the folder: %v %v", found, err)
		}
		refuseFiles(t, a)
	})
}

// refuseFiles tries what cannot be kept.
func refuseFiles(t *testing.T, a *app.App) {
	t.Helper()
	rows, err := papers.Papers(t.Context(), a, 2023)
	if err != nil {
		t.Fatal(err)
	}
	empty := filepath.Join(t.TempDir(), "trống.pdf")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{empty, t.TempDir(), filepath.Join(t.TempDir(), "không có.pdf")} {
		_, err := papers.AttachTo(t.Context(), a, 2023, rows[0], path)
		if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), filepath.Base(path)) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if missing := rows[0].State(); missing != dossier.PaperMissing {
		t.Errorf("the first paper is %s", missing)
	}
}
