package imports

import (
	"context"
	"fmt"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// RowFate says what an import will do with a row.
type RowFate int

// The fates of a row.
const (
	RowNew RowFate = iota
	RowChanged
	RowSame
)

// ImportLine is one row that will be added or changed, for the preview.
type ImportLine struct {
	Sheet string
	Line  int
	Fate  RowFate
	What  string // the row in words: "Nguyễn Văn Ân (CB001)"
	Diff  string // for a changed row: "mức: HT thành HTT"
}

// ImportCount is what happens to the rows of one sheet.
type ImportCount struct {
	Sheet              string
	New, Changed, Same int
}

// ImportPlan is a file read and compared with the data, and not yet written.
type ImportPlan struct {
	File     string
	Counts   []ImportCount
	Lines    []ImportLine // new and changed rows only
	Refused  []tdkt.Problem
	Warnings []tdkt.Problem
	Staff    *tdkt.StaffList // how a staff list was understood; nil for a workbook

	verb, words string
	base        *view.View
	records     []tdkt.Record
}

// Totals sums the counts over the sheets.
func (p *ImportPlan) Totals() ImportCount {
	var t ImportCount
	for _, c := range p.Counts {
		t.New += c.New
		t.Changed += c.Changed
		t.Same += c.Same
	}
	return t
}

// Refusal is the error of a plan with refused rows, nil when there are none.
func (p *ImportPlan) Refusal() error {
	if len(p.Refused) == 0 {
		return nil
	}
	return &tdkt.Error{Kind: tdkt.Invalid, Problems: p.Refused, Text: fmt.Sprintf(
		"Chưa ghi gì: tệp “%s” có %d chỗ sai. Hãy sửa các ô nêu dưới đây trong Excel rồi nhập lại.", p.File, len(p.Refused))}
}

// Import writes a plan in one transaction. A plan with refused rows writes nothing,
// unless it is a staff list whose refused rows were knowingly left out
// (skipRefused). A plan made before another change is refused: make it again.
func Import(ctx context.Context, a *app.App, p *ImportPlan, skipRefused bool) error {
	if err := p.Refusal(); err != nil && (!skipRefused || p.Staff == nil) {
		return err
	}
	if p.base != a.View() {
		return tdkt.Errorf(tdkt.Invalid, "Dữ liệu đã thay đổi sau khi xem trước tệp “%s”. Hãy xem trước lại rồi ghi.", p.File)
	}
	if len(p.records) == 0 {
		return nil
	}
	return a.Change(ctx, p.verb, p.words, func(tx app.Tx) error { return tx.Put(ctx, p.records...) })
}

// SaveRefused copies the refused rows of a file into a new one with their reasons; list
// is the staff list it was read as, nil for an exchange workbook. It returns how many
// rows there are.
func SaveRefused(ctx context.Context, a *app.App, from, to string, list *tdkt.StaffList, problems []tdkt.Problem) (int, error) {
	if err := papers.MayWrite(a, to, ".xlsx"); err != nil {
		return 0, err
	}
	if from == to {
		return 0, tdkt.Errorf(tdkt.Invalid, "Không ghi đè lên chính tệp đang nhập. Hãy đặt tên khác cho tệp các dòng bị từ chối.")
	}
	return a.Books.WriteRefused(ctx, from, to, list, problems)
}
