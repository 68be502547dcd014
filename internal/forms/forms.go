// Package forms lays a dossier out as the Excel files that the Council receives:
// page setup and heading after Decree 30/2020, streamed rows, formulas with their
// cached values. It decides nothing; every figure comes from the dossier.
package forms

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// Form names one workbook that can be written alone.
type Form string

// The forms, by their names on the command line.
const (
	Pledges     Form = "pledges"
	Nominations Form = "nominations"
	Results     Form = "results"
	Summary     Form = "summary"
	Ballots     Form = "ballots"
)

// file is one workbook of the folder: its place and name, what it is for and its sheets.
type file struct {
	name   string // without the extension
	about  string
	rows   func(*dossier.Submission) int // lines of its main list
	sheets []part
}

// part adds one sheet to a workbook.
type part func(*book) error

// folder lists the workbooks in the order the Council reads them.
func folder() []file {
	return []file{
		{
			"1. Bảng đăng ký thi đua", "Danh hiệu và hình thức mà tập thể, cá nhân đã đăng ký trong năm",
			func(s *dossier.Submission) int { return len(s.Pledges) },
			[]part{pledgeSheet, pledgeSource},
		},
		{
			"2. Danh sách đề nghị tập thể", "Tập thể được đề nghị, theo danh hiệu và hình thức",
			func(s *dossier.Submission) int { return len(s.ListOf(tdkt.AUnit)) },
			[]part{unitList},
		},
		{
			"3. Danh sách đề nghị cá nhân", "Cá nhân được đề nghị, theo danh hiệu và hình thức, theo đơn vị",
			func(s *dossier.Submission) int { return len(s.ListOf(tdkt.APerson)) },
			[]part{personList},
		},
		{
			"4. Tổng hợp điều kiện", "Từng điều kiện của từng trường hợp đề nghị, kèm căn cứ; số lượng theo danh hiệu",
			func(s *dossier.Submission) int { return len(s.Nominees) },
			[]part{conditionSheet, countSheet, quotaSheet, verdictSource},
		},
		{
			"5. Biên bản kiểm phiếu", "Phiếu bầu của Hội đồng, tỷ lệ tính trên tổng số thành viên",
			func(s *dossier.Submission) int { return len(s.Nominees) },
			[]part{ballotSheet},
		},
		{
			"6. Tổng hợp sáng kiến", "Sáng kiến, đề tài được công nhận trong năm",
			func(s *dossier.Submission) int { return len(s.Initiatives) },
			[]part{initiativeSheet, initiativeSource},
		},
		{
			"7. Tổng hợp kết quả", "Xếp loại và danh hiệu theo đơn vị, theo nhóm lãnh đạo và không lãnh đạo, so sánh năm năm, biểu đồ",
			func(s *dossier.Submission) int { return len(s.Results) },
			[]part{ratingSheet, titleSheet, unitTitleSheet, trendSheet, chartSheet, resultSource, titleSource, trendSource},
		},
		{
			"8. Kinh phí khen thưởng", "Tiền thưởng tính theo mức lương cơ sở, bằng số và bằng chữ",
			func(s *dossier.Submission) int { return len(s.Bonuses) },
			[]part{bonusSheet},
		},
	}
}

// formParts gives the sheets of a workbook that is written alone.
func formParts(form Form) ([]part, error) {
	switch form {
	case Pledges:
		return []part{pledgeSheet, pledgeSource}, nil
	case Nominations:
		return []part{unitList, personList}, nil
	case Results:
		return []part{ratingSheet, titleSheet, unitTitleSheet, trendSheet, chartSheet, resultSource, titleSource, trendSource}, nil
	case Summary:
		return []part{countSheet, quotaSheet, conditionSheet, initiativeSheet, bonusSheet, verdictSource}, nil
	case Ballots:
		return []part{ballotPaper, ballotSheet}, nil
	}
	return nil, tdkt.Errorf(tdkt.Usage, "Không có biểu mẫu “%s”. Hãy chọn một trong các biểu: pledges, nominations, results, summary, ballots.", form)
}

// Write writes one workbook. It is built beside the target and renamed, so the
// target is the old file or the whole new one.
func Write(ctx context.Context, path string, form Form, s *dossier.Submission) error {
	parts, err := formParts(form)
	if err != nil {
		return err
	}
	return replace(path, func(built string) error { return writeBook(ctx, built, s, parts) })
}

// WriteSubmission writes the whole folder under parent and returns its path. The
// folder is new: an earlier one of the same day keeps its name and this one gets
// -2, -3, … It appears whole or not at all.
func WriteSubmission(ctx context.Context, parent string, s *dossier.Submission,
	progress func(done, total int, what string),
) (string, error) {
	if err := os.MkdirAll(parent, 0o750); err != nil {
		return "", fileError(parent, err)
	}
	temp, err := os.MkdirTemp(parent, ".dang-ghi-*")
	if err != nil {
		return "", fileError(parent, err)
	}
	defer os.RemoveAll(temp) //nolint:errcheck // gone already when the folder was renamed
	files := append([]file{{name: "0. Mục lục", sheets: []part{indexSheet, checkSheet}}}, folder()...)
	total := len(files) + len(s.Enclosures)
	for i, f := range files {
		if progress != nil {
			progress(i, total, f.name)
		}
		if err := writeBook(ctx, filepath.Join(temp, f.name+".xlsx"), s, f.sheets); err != nil {
			return "", err
		}
	}
	for i, e := range s.Enclosures {
		if progress != nil {
			progress(len(files)+i, total, e.Name)
		}
		if err := enclose(ctx, temp, e); err != nil {
			return "", err
		}
	}
	if err := writeManifest(ctx, temp, s.Enclosures); err != nil {
		return "", err
	}
	dir, err := publish(temp, parent, folderName(s))
	if err != nil {
		return "", err
	}
	if progress != nil {
		progress(total, total, "")
	}
	return dir, nil
}

// folderName is the folder's name without the -2 of a second one on the same day.
func folderName(s *dossier.Submission) string {
	return fmt.Sprintf("Hồ sơ trình năm %d - %08d", s.Year, s.Today)
}
