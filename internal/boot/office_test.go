package boot_test

import (
	"fmt"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// loadOffice loads an office of sixty people with their CCCD and a rating each. Its file has
// every kind of page that the sample's has and is a fifth of it: what is done to a whole
// file again and again, as copying, sealing and verifying, is tried on it.
func loadOffice(t *testing.T, a *app.App) {
	t.Helper()
	room := tdkt.Unit{ID: tdkt.NewID(), Code: "VP", Name: "Văn phòng"}
	recs := []tdkt.Record{tdkt.Org{ID: tdkt.NewID(), Name: "Sở Thử"}, room}
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Huỳnh", "Võ"}
	given := []string{"An", "Ánh", "Bình", "Đào", "Dung", "Hạnh", "Lan", "Ý", "Tuyết"}
	for i := range 60 {
		p := tdkt.Person{
			ID: tdkt.NewID(), Code: fmt.Sprintf("CB%03d", i+1), Unit: room.ID, Start: tdkt.Date(2010, 1, 1),
			Name: family[i%len(family)] + " Văn " + given[i%len(given)], CCCD: fmt.Sprintf("0010990%05d", i),
		}
		recs = append(recs, p, tdkt.Rating{ID: tdkt.NewID(), Year: 2022 + i%2, Subject: tdkt.PersonSubject(p.ID), Level: tdkt.Levels()[i%3]})
	}
	if err := a.LoadRecords(t.Context(), "Nạp cơ quan", recs); err != nil {
		t.Fatal(err)
	}
}
