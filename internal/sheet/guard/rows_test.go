package guard_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/sheet/guard"
)

// What writers other than Excel produce is read as Excel reads it.
func TestCells(t *testing.T) {
	day := guard.Style{Date: true, Font: "Arial"}
	arial := guard.Style{Font: "Arial"}
	tests := map[string]struct {
		data string
		want []cell
	}{
		"shared, rich, phonetic and escaped strings": {
			`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>`,
			[]cell{{"A1", "Nguyễn", guard.Text, arial, false}, {"B1", "Văn An", guard.Text, arial, false}, {"C1", "a\rb_x0041_", guard.Text, arial, false}},
		},
		"cells and rows without references, blank and empty rows between": {
			`<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row r="7"><c r="C7" s="1"/></row><row><c><v>8</v></c></row>`,
			[]cell{{"A1", "1", guard.Number, arial, false}, {"C1", "3", guard.Number, arial, false}, {"A8", "8", guard.Number, arial, false}},
		},
		"text in place, with runs, CDATA, entities and line breaks in tags": {
			"<row\n r='2'\n><c r='A2' t='inlineStr'><is><t xml:space=\"preserve\"> a&amp;&#273;&#x1EA1; </t></is></c>" +
				`<c r="B2" t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r><rPh><t>z</t></rPh></is></c><c r="C2" t="str"><v><![CDATA[<&>]]></v></c></row>`,
			[]cell{{"A2", " a&đạ ", guard.Text, arial, false}, {"B2", "xy", guard.Text, arial, false}, {"C2", "<&>", guard.Text, arial, false}},
		},
		"numbers, days, booleans, errors, ISO days and formats": {
			`<row r="3"><c r="A3" s="1"><v> 29285 </v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="d"><v>1980-03-05T00:00:00</v></c>` +
				`<c r="E3" s="2"><v>1E3</v></c><c r="F3" s="3"><v>72180001234</v></c><c r="G3" s="99"><v>1</v></c></row>`,
			[]cell{
				{"A3", "29285", guard.Number, day, false},
				{"B3", "1", guard.Bool, arial, false},
				{"C3", "#N/A", guard.ErrorValue, arial, false},
				{"D3", "1980-03-05T00:00:00", guard.ISODate, arial, false},
				{"E3", "1E3", guard.Number, guard.Style{Date: true, Font: ".VnTime"}, false},
				{"F3", "72180001234", guard.Number, guard.Style{Zeros: 12, Font: "Arial"}, false},
				{"G3", "1", guard.Number, guard.Style{}, false},
			},
		},
		"formulas with a result, with an empty text and with none": {
			`<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>A1</f></c></row>`,
			[]cell{{"A1", "2", guard.Number, arial, true}, {"C1", "", guard.Number, arial, true}},
		},
		"cells out of order": {
			`<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`,
			[]cell{{"A1", "1", guard.Number, arial, false}, {"C1", "3", guard.Number, arial, false}},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := read(t, pack(t, "a.xlsx", parts(tt.data)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// Writers may prefix every name; the letters of the prefix mean nothing.
func TestPrefixedNames(t *testing.T) {
	path := pack(t, "p.xlsx", parts("",
		part{bookPart, `<x:workbook xmlns:x="` + mainNS + `" xmlns:d3p1="` + relNS + `"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Ẩn" sheetId="1" state="hidden" d3p1:id="r1"/></x:sheets></x:workbook>`},
		part{sheetPart, "\xEF\xBB\xBF" + `<?xml version='1.0' encoding='utf-8'?><!-- a --><x:worksheet xmlns:x="` + mainNS + `"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>` +
			`<x:mergeCells count="1"><x:mergeCell ref="A1:B2"/></x:mergeCells><x:extLst><x:ext><x:row/></x:ext></x:extLst></x:worksheet>`}))
	got, err := read(t, path)
	if err != nil {
		t.Fatal(err)
	}
	if want := []cell{{"A1", "Nguyễn", guard.Text, guard.Style{Font: "Arial"}, false}}; cmp.Diff(want, got) != "" {
		t.Errorf("got %+v", got)
	}
	book, err := guard.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if s := book.Sheets[0]; !s.Hidden || s.Name != "Ẩn" || !book.Date1904 {
		t.Errorf("sheet %+v, 1904 %v", s, book.Date1904)
	}
	if err := book.CheckSheets(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]guard.Area{{Left: 1, Top: 1, Right: 2, Bottom: 2}}, book.Sheets[0].Merges); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := guard.Letters(column); got != want {
			t.Errorf("Letters(%d) = %s, want %s", column, got, want)
		}
	}
}

// Some writers end every file with the record of files beyond 4 GB.
func TestBigDirectory(t *testing.T) {
	file := must(os.ReadFile(pack(t, "a.xlsx", parts(`<row><c><v>1</v></c></row>`))))
	end := bytes.LastIndex(file, []byte("PK\x05\x06"))
	le := binary.LittleEndian
	count, size, offset := uint64(le.Uint16(file[end+10:])), uint64(le.Uint32(file[end+12:])), uint64(le.Uint32(file[end+16:]))
	big := bytes.Clone(file[:end])
	big = append(big, "PK\x06\x06\x2c\x00\x00\x00\x00\x00\x00\x00\x2d\x00\x2d\x00\x00\x00\x00\x00\x00\x00\x00\x00"...)
	for _, n := range []uint64{count, count, size, offset} {
		big = le.AppendUint64(big, n)
	}
	big = append(big, "PK\x06\x07\x00\x00\x00\x00"...)
	big = le.AppendUint64(big, uint64(end))
	big = append(big, "\x01\x00\x00\x00PK\x05\x06\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00"...)
	got, err := read(t, raw(t, big))
	if err != nil || len(got) != 1 || got[0].Text != "1" {
		t.Errorf("got %v, %v", got, err)
	}
	big[len(big)-30] ^= 1 // In the place of the record, which then points elsewhere.
	if got := sentence(t, raw(t, big)); got != damaged {
		t.Errorf("got %s", got)
	}
}
