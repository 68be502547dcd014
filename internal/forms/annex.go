package forms

import (
	"path"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// annex is a sheet that goes with the Tờ trình or the Quyết định of its part.
type annex struct{ file, sheet string }

// The sheets of a part that are annexes of its paper, in their order.
const (
	unitSheet   = "Tập thể"
	personSheet = "Cá nhân"
	papersSheet = "Danh mục hồ sơ"
)

// annexes lists the annexes of the part that a submission is cut down to: those of one
// decision, or of the Tờ trình.
func annexes(s *dossier.Submission) []annex {
	var list []annex
	for _, a := range []struct {
		annex
		has bool
	}{
		{annex{"đề nghị tập thể", unitSheet}, len(s.ListOf(tdkt.AUnit)) > 0},
		{annex{"đề nghị cá nhân", personSheet}, len(s.ListOf(tdkt.APerson)) > 0},
		{annex{"Danh mục hồ sơ", papersSheet}, s.Part == dossier.UpPart && len(s.Papers) > 0},
	} {
		if a.has {
			list = append(list, a.annex)
		}
	}
	return list
}

// annexNumber is what stands above the title of the sheet: “Phụ lục”, with a Roman number
// where the paper has several.
func (s *sheet) annexNumber() string {
	list := annexes(s.Submission)
	for i, a := range list {
		if a.sheet == s.name && len(list) > 1 {
			return "Phụ lục " + dossier.Roman(i+1)
		}
	}
	return "Phụ lục"
}

// annexesOf are the numbers of a file's annexes for the index, "" where it holds none.
func annexesOf(f written) string {
	if f.paper != nil || f.sub.Part == dossier.HousePart {
		return ""
	}
	var numbers []string
	list := annexes(f.sub)
	for i, a := range list {
		name := path.Base(f.path)
		if f.sub.Part == dossier.OwnPart && strings.Contains(name, "kèm theo") || f.sub.Part == dossier.UpPart && strings.Contains(name, a.file) {
			number := dossier.Roman(i + 1)
			if len(list) == 1 {
				number = "x"
			}
			numbers = append(numbers, number)
		}
	}
	return strings.Join(numbers, ", ")
}
