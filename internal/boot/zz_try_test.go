package boot

import (
	"context"
	"fmt"
	"os"
	"testing"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

func TestTry(t *testing.T) {
	for _, p := range append([]string{}, os.Args[len(os.Args)-1]) {
		_ = p
	}
	entries, _ := os.ReadDir("/work/shared/cases")
	for _, e := range entries {
		if e.Name() == "README.md" {
			continue
		}
		sheets, err := workbooks{}.ReadAnything(context.Background(), "/work/shared/cases/"+e.Name())
		fmt.Println("=====", e.Name(), err)
		r, err := intake.Read(context.Background(), sheets, intake.Options{Today: tdkt.Date(2026, 11, 30)})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.Tables {
			fmt.Printf("T %+v\n", x)
		}
		for _, f := range r.Facts {
			b := f.Born.String()
			if f.BornYear != 0 {
				b = fmt.Sprint(f.BornYear)
			}
			fmt.Printf("F %-10s %-8s %s|%s|%s|%s|%s|%s|L%v", f.Kind, f.Cell, f.Name, f.Code, f.Unit, b, f.Sex, f.Position, f.Leader)
			fmt.Printf(" y%d %d-%d %s %s %s %s %s %s", f.Year, f.From, f.To, f.Title, f.TitleLevel, f.Level, f.Value, f.Decision, f.Date)
			if !f.Sure() {
				fmt.Printf("  ?? %+v", f.Doubts)
			}
			if len(f.Notes) > 0 {
				fmt.Printf("  notes %v", f.Notes)
			}
			fmt.Println()
		}
		for _, l := range r.Left {
			fmt.Println("L", l.Sheet, l.Range, l.Why, l.Refused)
		}
	}
}
