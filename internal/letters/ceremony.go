package letters

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// onStage is how many are called up at once.
const onStage = 10

// turn is those who are called up together.
type turn struct {
	title  dossier.Title
	people []dossier.Nominee
}

// ceremonyValues are the fields of the order in which what was given is handed out: the
// highest level first, units before people, a long list in turns.
func ceremonyValues(v docx.Values, in Input) {
	listValues(v, in.Submission, listed)
	list := groups(in.Submission, listed)
	slices.Reverse(list) // titles stand from the lowest up
	slices.SortStableFunc(list, func(x, y group) int {
		return cmp.Or(cmp.Compare(levelRank(y.title.Level), levelRank(x.title.Level)), cmp.Compare(kindRank(x.title.Kind), kindRank(y.title.Kind)))
	})
	var turns []turn
	for _, g := range list {
		for some := range slices.Chunk(g.people, onStage) {
			turns = append(turns, turn{g.title, some})
		}
	}
	presenters := textLines(in.Texts.Of("người trao"))
	v["lượt"] = docx.Each(turns, func(n int, t turn) docx.Values {
		by := blank
		if n > 0 && len(presenters) > 0 {
			by = docx.Text(presenters[min(n, len(presenters))-1])
		}
		return docx.Values{
			"số lượt trao": docx.Text(dossier.Roman(n)), "tên danh hiệu": docx.Text(t.title.Name), "số lượng": count(len(t.people)), "loại": kindWords(t.title.Kind),
			"người trao": by,
			"người": docx.Each(t.people, func(n int, x dossier.Nominee) docx.Values {
				number := docx.Text("")
				if g := x.Standing.Given; g != nil {
					number = docx.Text(joined(g.Decision.Number, onDay(g.Decision.Date)))
				}
				return docx.Values{
					"stt": docx.Text(fmt.Sprint(n)), "họ và tên": docx.Text(printed(x.Who)), "chức vụ, đơn vị": docx.Text(joined(x.Position, x.Unit)), "theo quyết định": number,
				}
			}),
		}
	})
	v["thời gian trao thưởng"], v["nơi trao thưởng"] = orBlank(in.Texts.Of("thời gian trao thưởng")), orBlank(in.Texts.Of("nơi trao thưởng"))
	v["người lập"] = docx.Text(in.Org.Preparer)
	v["tổng số lượt"] = count(len(turns))
}

// levelRank is the place of a level, the highest last.
func levelRank(level string) int {
	return slices.Index([]string{"Sở", "Tỉnh", "Nhà nước"}, level)
}

func kindRank(k tdkt.SubjectKind) int {
	if k == tdkt.AUnit {
		return 0
	}
	return 1
}

// ArchiveFile is one paper of the index of what goes into the archive.
type ArchiveFile struct {
	Number string // with its letters, "" where it has none
	Day    tdkt.Day
	Author string
	About  string
	Pages  int // 0: not known
}

// archiveValues are the fields of the index of what goes into the archive.
func archiveValues(v docx.Values, in Input) {
	v["hồ sơ"] = orBlankRow(docx.Each(in.Files, func(n int, f ArchiveFile) docx.Values {
		sheets := docx.Text("") // counted by hand
		if f.Pages > 0 {
			sheets = count(f.Pages)
		}
		return docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "số văn bản": docx.Text(f.Number), "ngày văn bản": docx.Text(f.Day.String()), "tác giả": docx.Text(f.Author),
			"trích yếu": docx.Text(f.About), "số tờ": sheets,
		}
	}))
	for _, field := range []string{"phông lưu trữ", "hồ sơ số", "thời hạn bảo quản", "người nộp lưu trữ"} {
		v[field] = orBlank(in.Texts.Of(field))
	}
	if strings.TrimSpace(in.Texts.Of("phông lưu trữ")) == "" && in.Org.Name != "" {
		v["phông lưu trữ"] = docx.Text(in.Org.Name)
	}
	v["số văn bản lưu"] = count(len(in.Files))
	v["tổng số tờ"] = blank
	pages, known := 0, true
	for _, f := range in.Files {
		pages, known = pages+f.Pages, known && f.Pages > 0
	}
	if known && pages > 0 {
		v["tổng số tờ"] = count(pages)
	}
}
