package letters

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// What is entered of a person stands in the report; what is not keeps its blank.
func TestPersonFactsInTheReport(t *testing.T) {
	in := sample(t, tdkt.APerson)
	if text := write(t, PersonReport, in); !strings.Contains(text, "- Quê quán: …") {
		t.Errorf("nothing is entered, and the report says:\n%.900s", text)
	}
	in.History.Person.Home, in.History.Person.Residence = "xã Mẫu, tỉnh Thử", "phường Giả"
	in.History.Person.Education, in.History.Person.PartyRole = "Thạc sĩ Luật", "Chi ủy viên"
	text := write(t, PersonReport, in)
	for _, want := range []string{"- Quê quán: xã Mẫu, tỉnh Thử", "- Trú quán: phường Giả", "nghiệp vụ: Thạc sĩ Luật", "; Chi ủy viên"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
}
