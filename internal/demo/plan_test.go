package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// The plan is a real paper: whoever corrects a slip in it here no longer carries
// what the department signed.
func TestPlanFileIsUntouched(t *testing.T) {
	sum := sha256.Sum256([]byte(text("plan-2023.txt")))
	want := "54e5c512231f28923a843a9a79dd1a02b3a2e3c744cbc89fdaf3bbaf91640496"
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("plan-2023.txt has SHA-256 %s, want %s", got, want)
	}
}

// Every word of the paper stands in the plan, in the paper's order, and nothing else.
func TestPlanCarriesEveryWord(t *testing.T) {
	want := strings.Fields(strings.ReplaceAll(text("plan-2023.txt"), "*", ""))
	got := strings.Fields(planText(Build().Plans[0]))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("words of the plan (-want +got):\n%s", diff)
	}
}

// planText writes a plan out again as the paper has it.
func planText(p tdkt.Plan) string {
	parts := []string{"Số: " + p.Number + "/" + p.Symbol, p.Place + ", ngày " + p.DateText, "KẾ HOẠCH", p.Title}
	for _, b := range p.Bases {
		parts = append(parts, b.Text)
	}
	parts = append(parts, p.Preamble...)
	parts = append(parts, sectionText(p.Sections)...)
	parts = append(parts, p.Closing, "Nơi nhận:")
	for _, r := range p.Recipients {
		parts = append(parts, "- "+r)
	}
	return strings.Join(append(parts, p.Authority, p.SignerRole, p.Signer), "\n")
}

func sectionText(sections []tdkt.Section) []string {
	var parts []string
	for _, s := range sections {
		mark := s.Mark
		if mark != "-" {
			mark += "."
		}
		parts = append(parts, mark, s.Heading)
		parts = append(parts, s.Body...)
		parts = append(parts, sectionText(s.Children)...)
	}
	return parts
}

// The words alone do not show that each went to its place.
func TestPlanStandsInItsPlaces(t *testing.T) {
	p := Build().Plans[0]
	head := tdkt.Plan{
		ID: p.ID, Year: 2023, Kind: "năm", Number: "", Symbol: "KH-SNV", DateText: "tháng 01 năm 2023",
		Place: "Tây Ninh", Superior: "UBND TỈNH TÂY NINH", Issuer: "SỞ NỘI VỤ",
		Title:   "Công tác thi đua, khen thưởng năm 2023",
		Closing: "Trên đây là Kế hoạch thực hiện công tác thi đua, khen thưởng năm 2023 của Sở Nội vụ./.",
		Recipients: []string{
			"UBND tỉnh;", "HĐTĐKT tỉnh;", "VP Đoàn ĐBQH (Khôi Trưởng);", "Trưởng các phòng, ban, TTLTLS;", "Lưu VT, VP.",
		},
		Authority: "KT.GIÁM ĐỐC", SignerRole: "PHÓ GIÁM ĐỐC",
	}
	got := p
	got.Bases, got.Preamble, got.Sections = nil, nil, nil
	if diff := cmp.Diff(head, got); diff != "" {
		t.Errorf("head and foot (-want +got):\n%s", diff)
	}
	if len(p.Bases) != 2 || !strings.HasPrefix(p.Bases[0].Text, "Thực hiện Chỉ thị số 01/CT-UBND ngày 03/01/2023") ||
		!strings.HasPrefix(p.Bases[1].Text, "Kế hoạch số 15/KH-HĐTĐ ngày 17/01/2023") {
		t.Errorf("bases: %v", p.Bases)
	}
	if len(p.Preamble) != 2 {
		t.Errorf("preamble has %d paragraphs, want 2", len(p.Preamble))
	}
	want := []string{
		"I Mục đích, yêu cầu: 1Mục đích+2 2Yêu cầu+2",
		"II Những nội dung trọng tâm trong năm 2023: 1+1 2+1 3+1 4+1 5+1",
		"III Giải pháp thực hiện: 1+2 2+1 3+1 4+1 5+1",
		"IV Tổ chức thực hiện: -+1 -+1 -+1 -+1 -+1",
	}
	if diff := cmp.Diff(want, outline(p.Sections)); diff != "" {
		t.Errorf("sections, each child with its number of paragraphs (-want +got):\n%s", diff)
	}
}

func outline(sections []tdkt.Section) []string {
	var lines []string
	for _, s := range sections {
		line := s.Mark + " " + s.Heading + ":"
		for _, c := range s.Children {
			line += " " + c.Mark + c.Heading + "+" + string(rune('0'+len(c.Body)))
		}
		lines = append(lines, line)
	}
	return lines
}
