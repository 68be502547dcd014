package law_test

import (
	"context"
	"encoding/json"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

func TestSmoke(t *testing.T) {
	r, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := &tdkt.Snapshot{
		Units:  []tdkt.Unit{{ID: "u", Code: "SNV", Name: "Sở", Founded: tdkt.Date(2010, 1, 1)}},
		People: []tdkt.Person{{ID: "p", Code: "CB01", Name: "An", Unit: "u", Start: tdkt.Date(2015, 1, 1)}},
		Awards: []tdkt.Award{{ID: "a", Subject: tdkt.PersonSubject("p"), Code: "BKT", From: 2017, To: 2018, Decision: "12/QĐ-UBND", Date: tdkt.Date(2019, 1, 2)}},
	}
	for y := 2014; y <= 2027; y++ {
		f := law.NewFacts(s, r)
		all, err := r.All(context.Background(), f, y, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		for res := range all {
			if y == 2024 || y == 2023 {
				b, _ := json.MarshalIndent(res, "", " ")
				t.Log(string(b))
			}
		}
	}
}
