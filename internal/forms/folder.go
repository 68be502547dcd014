package forms

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/scratch"
	"tdkt/internal/tdkt"
)

// file is one workbook of the folder: its name, what it is for and its sheets.
type file struct {
	name   string // without the extension
	about  string
	rows   func(*dossier.Submission) int // lines of its main list
	sheets []part
	needed bool // written also without a line
	// decided: one for each decision that gave the cases, not one for all.
	decided bool
	// voted: only where the Council met.
	voted bool
}

// The names of what is written beside the lists.
const (
	indexName = "0. Mục lục và tự kiểm tra"
	draftMark = "DỰ THẢO"
)

func unitRows(s *dossier.Submission) int       { return len(s.ListOf(tdkt.AUnit)) }
func personRows(s *dossier.Submission) int     { return len(s.ListOf(tdkt.APerson)) }
func nomineeRows(s *dossier.Submission) int    { return len(s.Nominees) }
func initiativeRows(s *dossier.Submission) int { return len(s.Initiatives) }
func bonusRows(s *dossier.Submission) int      { return len(s.Bonuses) }

// workbooks lists the workbooks of a part in the order they are read; the gaps in their
// numbers are the documents'.
func workbooks(p dossier.Part) []file {
	switch p {
	case dossier.OwnPart:
		return []file{
			{"2. Danh sách kèm theo Quyết định", "Tập thể, cá nhân được tặng", nomineeRows, []part{unitList, personList}, true, true, false},
			{"4. Biên bản kiểm phiếu", "Phiếu bầu của Hội đồng, tỷ lệ tính trên tổng số thành viên", nomineeRows, []part{ballotSheet}, true, false, true},
			{"5. Kinh phí khen thưởng", "Tiền thưởng theo mức lương cơ sở, bằng số và bằng chữ", bonusRows, []part{bonusSheet}, true, true, false},
		}
	case dossier.UpPart:
		return []file{
			{"2. Danh sách đề nghị tập thể", "Tập thể được đề nghị, theo danh hiệu và hình thức", unitRows, []part{unitList}, false, false, false},
			{"3. Danh sách đề nghị cá nhân", "Cá nhân được đề nghị, theo danh hiệu và hình thức", personRows, []part{personList}, false, false, false},
			{"5. Biên bản kiểm phiếu", "Phiếu bầu của Hội đồng, tỷ lệ tính trên tổng số thành viên", nomineeRows, []part{ballotSheet}, true, false, true},
			{"6. Tổng hợp sáng kiến", "Sáng kiến, đề tài của các cá nhân được đề nghị", initiativeRows, []part{initiativeSheet}, false, false, false},
			{"7. Danh mục hồ sơ", "Giấy tờ của từng hồ sơ theo quy định", paperRows, []part{paperSheet}, false, false, false},
		}
	case dossier.HousePart:
	}
	return []file{
		{"1. Bảng đăng ký thi đua", "Danh hiệu và hình thức mà tập thể, cá nhân đã đăng ký trong năm", pledgeRows, []part{pledgeSheet, pledgeSource}, true, false, false},
		{
			"2. Tổng hợp điều kiện", "Từng điều kiện của từng trường hợp đề nghị, kèm căn cứ; số lượng theo danh hiệu",
			nomineeRows,
			[]part{conditionSheet, countSheet, quotaSheet, verdictSource},
			true, false, false,
		},
		{"3. Tổng hợp sáng kiến", "Sáng kiến, đề tài được công nhận trong năm", initiativeRows, []part{initiativeSheet, initiativeSource}, true, false, false},
		{
			"4. Tổng hợp kết quả", "Xếp loại và danh hiệu theo đơn vị, theo nhóm lãnh đạo và không lãnh đạo, so sánh năm năm, biểu đồ",
			func(s *dossier.Submission) int { return len(s.Results) },
			[]part{ratingSheet, titleSheet, unitTitleSheet, trendSheet, chartSheet, resultSource, titleSource, trendSource},
			true, false, false,
		},
		{"5. Kinh phí khen thưởng", "Tiền thưởng của mọi trường hợp, theo cấp quyết định", bonusRows, []part{bonusSheet}, true, false, false},
		{"6. Kiểm phiếu toàn bộ", "Phiếu của mọi trường hợp, kể cả trường hợp không thông qua", nomineeRows, []part{ballotSheet}, true, false, false},
	}
}

func pledgeRows(s *dossier.Submission) int { return len(s.Pledges) }
func paperRows(s *dossier.Submission) int  { return len(s.Papers) }

// written is one file of the folder: a workbook, or an enclosure.
type written struct {
	path   string // below the folder, with slashes
	about  string
	rows   any // lines of its list, nil where it has none
	sub    *dossier.Submission
	sheets []part             // of a workbook
	paper  *dossier.Enclosure // else
	pdf    bool               // the workbook's sheets as pages
	whole  []written          // the whole plan, for the index
	sum    [sha256.Size]byte  // of what was written, zero while nothing was
}

// plan lists every file of the folder in the order of its index.
func plan(s *dossier.Submission) []written {
	var list []written
	for _, p := range dossier.Parts() {
		if !s.Written(p) {
			continue
		}
		sub := s.For(p)
		if p == dossier.HousePart {
			list = append(list, written{
				path: marked(s, path.Join(string(p), indexName+".xlsx")), about: "Danh mục các tệp; kết quả tự kiểm tra",
				sub: sub, sheets: []part{indexSheet, checkSheet},
			})
		}
		var mine []written
		for _, f := range workbooks(p) {
			mine = append(mine, f.written(s, sub)...)
			if s.PDF && p != dossier.HousePart {
				mine = append(mine, asPages(f.written(s, sub))...)
			}
		}
		for i, e := range sub.Enclosures {
			mine = append(mine, written{
				path: marked(s, path.Join(string(p), e.Folder, e.Name)), about: e.About, sub: cmp.Or(e.Cases, sub), paper: &sub.Enclosures[i],
			})
		}
		sortByNumber(mine)
		list = append(list, mine...)
	}
	for i := range list {
		list[i].whole = list
	}
	return list
}

// written is the workbook in the folder, and one more for each further decision.
func (f file) written(s, sub *dossier.Submission) []written {
	subs := []*dossier.Submission{sub}
	if f.decided {
		subs = sub.ByDecision()
	}
	var list []written
	if f.voted && !s.Meeting.Held() {
		return nil
	}
	for _, one := range subs {
		name := f.name
		if len(subs) > 1 {
			name += " - " + one.Decided.FileWords()
		}
		if n := f.rows(one); n > 0 || f.needed {
			list = append(list, written{path: marked(s, path.Join(string(sub.Part), name+".xlsx")), about: f.about, rows: n, sub: one, sheets: f.sheets})
		}
	}
	return list
}

// asPages are the same files as PDF, for e-files.
func asPages(list []written) []written {
	out := make([]written, len(list))
	for i, f := range list {
		f.path, f.about, f.pdf = strings.TrimSuffix(f.path, ".xlsx")+".pdf", f.about+" (bản PDF)", true
		out[i] = f
	}
	return out
}

// sortByNumber puts the files of a part in the order of the numbers their names begin with;
// those without one, and those in folders, stay behind them.
func sortByNumber(list []written) {
	number := func(f written) int {
		name := f.path[strings.IndexByte(f.path, '/')+1:]
		if n, err := strconv.Atoi(name[:max(strings.IndexByte(name, '.'), 0)]); err == nil && !strings.Contains(name, "/") {
			return n
		}
		return len(list) + 100
	}
	slices.SortStableFunc(list, func(x, y written) int { return number(x) - number(y) })
}

// marked is a file's path; a draft's name says that it is one.
func marked(s *dossier.Submission, name string) string {
	if !s.Draft {
		return name
	}
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + " (" + draftMark + ")" + ext
}

// WriteSubmission writes the whole folder under parent and returns its path. The folder is
// new: an earlier one of the same day keeps its name and this one gets -2, -3, … It appears
// whole or not at all, and only after every file was read back and found to say what the
// submission says.
func WriteSubmission(ctx context.Context, parent string, s *dossier.Submission,
	progress func(done, total int, what string),
) (string, error) {
	if !s.Written(dossier.OwnPart) && !s.Written(dossier.UpPart) {
		return "", tdkt.Errorf(tdkt.Invalid, "Chưa có trường hợp nào để lập hồ sơ: không có đề nghị nào đủ điều kiện vào danh sách của Sở hay trình tỉnh. Hãy lập đề nghị và biểu quyết trước.")
	}
	if err := os.MkdirAll(parent, 0o750); err != nil {
		return "", fileError(parent, err)
	}
	temp, err := scratch.Dir(parent)
	if err != nil {
		return "", fileError(parent, err)
	}
	defer os.RemoveAll(temp) //nolint:errcheck // gone already when the folder was renamed
	files := plan(s)
	for i, f := range files {
		if progress != nil {
			progress(i, len(files)+1, path.Base(f.path))
		}
		if files[i].sum, err = f.write(ctx, temp); err != nil {
			return "", err
		}
	}
	if progress != nil {
		progress(len(files), len(files)+1, "Đọc lại các tệp")
	}
	if err := proveWritten(ctx, temp, files); err != nil {
		return "", err
	}
	if err := writeManifest(ctx, temp, s); err != nil {
		return "", err
	}
	dir, err := publish(temp, parent, folderName(s))
	if err != nil {
		return "", err
	}
	if progress != nil {
		progress(len(files)+1, len(files)+1, "")
	}
	return dir, nil
}

// write writes the file below a folder and says what its checksum is.
func (f written) write(ctx context.Context, temp string) (sum [sha256.Size]byte, err error) {
	name := filepath.Join(temp, filepath.FromSlash(f.path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil { //nolint:gosec // as any folder of documents
		return sum, fileError(name, err)
	}
	body, err := f.body(ctx)
	if err != nil {
		return sum, err
	}
	return sha256.Sum256(body), writeSafe(name, func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	})
}

// body is the file as it is to be.
func (f written) body(ctx context.Context) ([]byte, error) {
	switch {
	case f.paper != nil:
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return f.paper.Content(ctx)
	case f.pdf:
		return f.pageBytes(ctx)
	}
	var body bytes.Buffer
	err := makeBook(ctx, f.path, f.sub, f.whole, f.sheets, func(b *book) error {
		_, err := b.file.WriteTo(&body)
		return err
	})
	return body.Bytes(), err
}

// folderName is the folder's name without the -2 of a second one on the same day; a round
// that is not the year's own is named.
func folderName(s *dossier.Submission) string {
	what := fmt.Sprintf("Hồ sơ trình năm %d", s.Year)
	if s.Round.ID != "" {
		what += ", " + strings.TrimRight(tdkt.FileWords(s.Round.Title()), " .")
	}
	return marked(s, fmt.Sprintf("%s - %08d", what, s.Today))
}
