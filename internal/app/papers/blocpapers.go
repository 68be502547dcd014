package papers

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// BlocPapers are the papers of a khối that can be written.
func BlocPapers(v *view.View, b tdkt.Bloc) []Document {
	var out []Document
	for _, info := range letters.Kinds() {
		if info.Kind.OfBloc() {
			out = append(out, blocPaper(v, info, b))
		}
	}
	return out
}

// blocPaper is a paper of a khối as a document; it bears the khối's name where a year has
// several.
func blocPaper(v *view.View, info letters.Info, b tdkt.Bloc) Document {
	d := Document{Info: info, Bloc: b.ID, Round: tdkt.YearEndRound(b.Year)}
	if len(v.BlocsOf(b.Year)) > 1 {
		d.Who = b.Name
	}
	return d
}

// blocPapersOf are the papers of a kind of the khối of a year.
func blocPapersOf(v *view.View, year int, info letters.Info) []Document {
	var out []Document
	for _, b := range v.BlocsOf(year) {
		out = append(out, blocPaper(v, info, b))
	}
	return out
}

// blocOf is the khối that a document is of: its own, or the only one of the year.
func blocOf(v *view.View, year int, d Document) (tdkt.Bloc, error) {
	for _, b := range v.BlocsOf(year) {
		if b.ID == d.Bloc {
			return b, nil
		}
	}
	return v.FindBloc(year, "")
}

// blocFill is a khối as its papers tell of it.
func blocFill(v *view.View, year int, d Document) (letters.Bloc, error) {
	b, err := blocOf(v, year, d)
	if err != nil {
		return letters.Bloc{}, err
	}
	k, err := v.BlocRanking(b)
	if err != nil {
		return letters.Bloc{}, err
	}
	b.SentTo = cmp.Or(b.SentTo, provinceCouncil(v))
	out := letters.Bloc{Bloc: b, Members: v.BlocMembersOf(b), Criteria: v.BlocCriteriaOf(b), Ranking: k}
	if d.Kind == letters.BlocProposal {
		any := false
		for _, p := range k.Proposals() {
			any = any || p.Has
		}
		if !any {
			return out, tdkt.Errorf(tdkt.Invalid, "Khối “%s” chưa có đơn vị nào được đề nghị khen thưởng nên chưa lập tờ trình. Hãy chấm điểm, hoặc chọn đề nghị ở trang Khối thi đua.", b.Name)
		}
	}
	return out, nil
}

// provinceCouncil is whom the head of a khối reports to, by the name of the office.
func provinceCouncil(v *view.View) string {
	if _, province, ok := strings.Cut(v.Org.Name, " tỉnh "); ok {
		return "Hội đồng Thi đua - Khen thưởng tỉnh " + province
	}
	return ""
}

// blocGaps are what a paper of a khối prints and the book does not hold.
func blocGaps(v *view.View, year int, d Document) []string {
	b, err := blocOf(v, year, d)
	if err != nil {
		return nil
	}
	var out []string
	lack := func(is bool, words string, kinds ...letters.Kind) {
		if is && (len(kinds) == 0 || slices.Contains(kinds, d.Kind)) {
			out = append(out, words)
		}
	}
	members, head := v.BlocMembersOf(b), false
	for _, m := range members {
		head = head || m.Role == tdkt.BlocHead && m.Leader != ""
	}
	lack(!head, "trưởng khối và người ký")
	lack(len(v.BlocCriteriaOf(b)) == 0, "bảng tiêu chí")
	lack(b.Signed == 0, "ngày ký giao ước", letters.BlocPact)
	lack(b.Targets == "", "nội dung giao ước", letters.BlocPact)
	lack(b.Met == 0, "ngày họp tổng kết", letters.BlocMinutes, letters.BlocProposal)
	lack(b.MetPlace == "", "nơi họp tổng kết", letters.BlocMinutes)
	lack(b.Secretary == "", "thư ký cuộc họp", letters.BlocMinutes)
	lack(b.Remarks == "", "kết quả hoạt động", letters.BlocReport)
	lack(b.Hardship == "", "khó khăn, hạn chế", letters.BlocReport)
	lack(b.Ahead == "", "phương hướng", letters.BlocReport)
	if k, err := v.BlocRanking(b); err == nil && d.Kind != letters.BlocPact {
		lack(!k.Complete, "điểm khối thẩm định của mọi thành viên")
	}
	return out
}

// ExportBlocPaper writes a paper of a khối as Word.
func ExportBlocPaper(ctx context.Context, a *app.App, b tdkt.Bloc, kind letters.Kind, path string) error {
	info, ok := letters.InfoOf(string(kind))
	if !ok || !kind.OfBloc() {
		return tdkt.Errorf(tdkt.Usage, "“%s” không phải là văn bản của khối thi đua.", kind)
	}
	return ExportDocument(ctx, a, b.Year, blocPaper(a.View(), info, b), path)
}
