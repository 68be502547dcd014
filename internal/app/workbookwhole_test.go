package app_test

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/imports"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// TestWorkbookLosesNothing: whatever a row of the exchange workbook's nouns holds goes out with
// it and comes into an empty book, fields that are added later too.
func TestWorkbookLosesNothing(t *testing.T) {
	a, b := someOf(t), open(t)
	v := a.View()
	p := v.People[0]
	first := []tdkt.Record{
		v.Ratings[0], v.Awards[0], v.Initiatives[0], v.Pledges[0], p,
		tdkt.Post{ID: tdkt.NewID(), Person: p.ID, From: p.Start, Unit: p.Unit},
		tdkt.Discipline{ID: tdkt.NewID(), Person: p.ID, Form: tdkt.Reprimand, Kind: tdkt.ByState, CountsIn: 2024},
		tdkt.Hold{ID: tdkt.NewID(), Subject: tdkt.PersonSubject(p.ID)},
		tdkt.Absence{ID: tdkt.NewID(), Person: p.ID},
	}
	for i, r := range first {
		first[i] = filled(r)
	}
	put(t, a, nil, first...)
	path := filepath.Join(t.TempDir(), "so.xlsx")
	if err := imports.ExportWorkbook(t.Context(), a, path); err != nil {
		t.Fatal(err)
	}
	plan, err := imports.PreviewWorkbook(t.Context(), b, path)
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Refused) > 0 {
		t.Fatalf("refused: %v", plan.Refused)
	}
	if err := imports.Import(t.Context(), b, plan, false); err != nil {
		t.Fatal(err)
	}
	for _, noun := range first {
		want, got := rowsOf(a.View(), noun.Noun()), rowsOf(b.View(), noun.Noun())
		if diff := cmp.Diff(want, got); diff != "" || len(want) == 0 {
			t.Errorf("%s (-out +in):\n%s", noun.Noun(), diff)
		}
	}
}

// filled is a record with something in every field that it leaves empty.
func filled(r tdkt.Record) tdkt.Record {
	out := reflect.New(reflect.TypeOf(r)).Elem()
	out.Set(reflect.ValueOf(r))
	for i := range out.NumField() {
		f := out.Field(i)
		switch {
		case !f.IsZero() || !f.CanSet():
		case f.Type() == reflect.TypeFor[string]():
			f.SetString("Chữ thử")
		case f.Type() == reflect.TypeFor[tdkt.Day]():
			f.Set(reflect.ValueOf(tdkt.Date(2024, 3, 5)))
		case f.Type() == reflect.TypeFor[int]() && out.Type().Field(i).Name != "BornYear": // the day says it
			f.SetInt(60)
		case f.Type() == reflect.TypeFor[bool]():
			f.SetBool(true)
		}
	}
	back, _ := out.Interface().(tdkt.Record)
	return back
}

// rowsOf are the rows of a noun, each field in words, with codes for keys.
func rowsOf(v *view.View, noun tdkt.Noun) []string {
	var out []string
	for _, list := range recordsOf(v) {
		for _, r := range list {
			if r.Noun() == noun {
				out = append(out, inWords(v, r))
			}
		}
	}
	slices.Sort(out)
	return out
}

func inWords(v *view.View, r tdkt.Record) string {
	var out string
	x := reflect.ValueOf(r)
	for i := range x.NumField() {
		switch f := x.Field(i).Interface().(type) {
		case tdkt.ID:
			if x.Type().Field(i).Name != "ID" {
				out += fmt.Sprintf("%s=%s ", x.Type().Field(i).Name, v.Facts.CodeOf(tdkt.PersonSubject(f))+v.Facts.CodeOf(tdkt.UnitSubject(f)))
			}
		case tdkt.Subject:
			out += "cho=" + v.Facts.CodeOf(f) + " "
		default:
			out += fmt.Sprintf("%s=%v ", x.Type().Field(i).Name, f)
		}
	}
	return out
}
