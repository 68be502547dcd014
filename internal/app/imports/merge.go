package imports

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/merge"
	"tdkt/internal/tdkt"
)

// MergeFate says what a merge does with a row.
type MergeFate int

// The fates of a row, in the order a preview lists them.
const (
	MergeConflict MergeFate = iota // both sides changed it without knowing of each other
	MergeNew
	MergeChanged
	MergeRemoved
	MergeKept // removed on one side, but the other side's rows refer to it
)

// MergeLine is one row of a merge in words.
type MergeLine struct {
	Fate         MergeFate
	Kind         string // "xếp loại"
	What         string // the row: "Trần Thị Mẫu (CB001), năm 2023"
	Ours, Theirs string // what each side says; of a changed row: before and after
	TheirsCounts bool   // of a conflict: their version is written, else ours stays
}

// MergePlan is another PC's file compared with the data, and not yet written.
type MergePlan struct {
	File    string
	Apart   bool        // the two files have no common beginning
	Lines   []MergeLine // conflicts first
	Refused []tdkt.Problem

	plan *merge.Plan
	head string
	keys []tdkt.Signer
	base *view.View
	// contents are the bytes of the papers that come from the file.
	contents [][]byte
}

// Count is the number of lines of a fate.
func (p *MergePlan) Count(fate MergeFate) int {
	n := 0
	for _, l := range p.Lines {
		if l.Fate == fate {
			n++
		}
	}
	return n
}

// Nothing says whether the file has nothing that is not here already.
func (p *MergePlan) Nothing() bool { return p.plan.Empty() }

// Refusal is the error of a plan that a person must settle something of first, nil
// where there is nothing.
func (p *MergePlan) Refusal() error {
	if len(p.Refused) == 0 {
		return nil
	}
	return &tdkt.Error{Kind: tdkt.Invalid, Problems: p.Refused, Text: fmt.Sprintf(
		"Chưa ghi gì: tệp “%s” có %d chỗ phải sửa trước. Hãy sửa ở một trong hai máy rồi nhập lại.", p.File, len(p.Refused))}
}

// PreviewMerge compares another PC's file with this one, row by row, against what
// both last had in common. Nothing is written.
func PreviewMerge(ctx context.Context, a *app.App, path string) (plan *MergePlan, err error) {
	base := a.View()
	other, err := a.Other(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, other.Close()) }()
	ours, err := a.Store.Chain(ctx)
	if err != nil {
		return nil, err
	}
	theirs, err := other.Chain(ctx)
	if err != nil {
		return nil, err
	}
	mine, err := a.Store.Since(ctx, 0)
	if err != nil {
		return nil, err
	}
	news, err := other.Since(ctx, 0)
	if err != nil {
		return nil, err
	}
	work, err := merge.Work(mine, news)
	if err != nil {
		return nil, fmt.Errorf("app: %w", err)
	}
	p := &MergePlan{File: filepath.Base(path), Apart: merge.Base(ours, theirs) == 0, plan: work, base: base}
	if len(theirs) > 0 {
		p.head = theirs[len(theirs)-1]
	}
	if p.keys, err = other.Signers(ctx); err != nil {
		return nil, err
	}
	if p.contents, err = newContents(ctx, a, work, other); err != nil {
		return nil, err
	}
	return p, describe(a, p)
}

// newContents reads the bytes of the papers a merge brings that no paper here has.
func newContents(ctx context.Context, a *app.App, plan *merge.Plan, other app.Other) ([][]byte, error) {
	have := map[string]bool{}
	for _, paper := range a.View().Attachments {
		have[paper.SHA256] = true
	}
	_, put, err := mergeRecords(a, plan)
	if err != nil {
		return nil, err
	}
	var list [][]byte
	for _, rec := range put {
		paper, ok := rec.(tdkt.Attachment)
		if !ok || have[paper.SHA256] {
			continue
		}
		have[paper.SHA256] = true
		content, err := other.Content(ctx, paper)
		if err != nil {
			return nil, err
		}
		list = append(list, content)
	}
	return list, nil
}

// Merge writes a plan in one step. A plan made before another change is refused.
func Merge(ctx context.Context, a *app.App, p *MergePlan) error {
	if err := p.Refusal(); err != nil {
		return err
	}
	if p.base != a.View() {
		return tdkt.Errorf(tdkt.Invalid, "Dữ liệu đã thay đổi sau khi xem trước tệp “%s”. Hãy xem trước lại rồi ghi.", p.File)
	}
	if p.Nothing() {
		return nil
	}
	drop, put, err := mergeRecords(a, p.plan)
	if err != nil {
		return err
	}
	put = append(put, tdkt.Merge{
		ID: tdkt.NewID(), File: p.File, Head: p.head, Signers: p.keys, Past: p.plan.Past,
	})
	words := fmt.Sprintf("Nhập từ máy khác, tệp %s: %d dòng mới, %d dòng đổi, %d dòng xóa, %d chỗ hai máy sửa khác nhau",
		p.File, p.Count(MergeNew)+p.Count(MergeKept), p.Count(MergeChanged), p.Count(MergeRemoved), p.Count(MergeConflict))
	return a.Change(ctx, "merge", words, func(tx app.Tx) error {
		// All of them go out first, so that codes may change hands.
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		for _, content := range p.contents {
			if _, err := tx.Keep(ctx, content); err != nil {
				return err
			}
		}
		return tx.Put(ctx, put...)
	})
}

// mergeRecords are the rows to take out and those to write.
func mergeRecords(a *app.App, plan *merge.Plan) (drop, put []tdkt.Record, err error) {
	for _, r := range plan.Rows {
		if r.Before != nil {
			rec, err := a.Store.Decode(r.Noun, r.Before)
			if err != nil {
				return nil, nil, err
			}
			drop = append(drop, rec)
		}
		if r.After != nil {
			rec, err := a.Store.Decode(r.Noun, r.After)
			if err != nil {
				return nil, nil, err
			}
			put = append(put, rec)
		}
	}
	return drop, put, nil
}
