package letters

import (
	"regexp"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
)

// decisionNumber takes a decision's number apart: 231/QĐ-SNV.
var decisionNumber = regexp.MustCompile(`^(.*?)\s*/\s*QĐ-(.*)$`)

// decisionValues are the fields of the recorded decision: its number, day and signer, and
// the texts that were in force on its day. What was not recorded keeps its blank.
func decisionValues(v docx.Values, d dossier.Decided) {
	if d.Number != "" {
		v["số"] = docx.Text(d.Number)
		if m := decisionNumber.FindStringSubmatch(d.Number); m != nil {
			v["số"], v["ký hiệu"] = docx.Text(m[1]), docx.Text(m[2])
		}
	}
	if d.Date != 0 {
		v["ngày tháng"] = longDay(d.Date)
	}
	if len(d.Bases) > 0 {
		v["căn cứ"] = docx.Lines("văn bản", d.Bases...)
	}
	if d.Number != "" {
		v["người ký"] = orBlank(d.Signer)
	}
	if d.Authority != "" {
		v["quyền hạn ký"], v["chức vụ ký"] = docx.Text(d.Authority), docx.Text(d.Role)
	}
}
